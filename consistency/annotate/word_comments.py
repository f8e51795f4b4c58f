"""Comments in a Word file, each around the words in question; nothing else of the file is changed.

Word knows no comments in footnotes, headers and text boxes: there they stand at the mark of the note, at the drawing
that holds the box, or at the beginning of the text, and say where the words are.
"""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from consistency.annotate.archives import Rewritten, with_parts
from consistency.annotate.notes import Note
from consistency.annotate.origins import Home, Origins
from consistency.model import Document, Problem
from consistency.readers.packages import Package, Unreadable, attribute, local
from consistency.readers.refusals import Refusal
from consistency.readers.word import pieces_of
from consistency.readers.word_story import SIGNS

_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What may hold runs, and with them the marks around a comment.
_HOLDERS = frozenset(
    ("p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
_NOTES = {"footnote": "footnoteReference", "endnote": "endnoteReference"}

# Where a comment begins or ends: an element, and how many of its characters stand before; None for the element whole.
Edge = tuple[etree._Element, int | None]


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A comment and where it stands, `apart` from its words where these may have none."""

    note: Note
    start: Edge
    end: Edge
    apart: bool = False


def annotate(data: bytes, document: Document, notes: Sequence[Note]) -> bytes | Problem:
    """The file with a comment for each note."""
    try:
        package = Package(data, "DOCX")
        main = package.main("word/document.xml")
        root = package.tree(main)
        origins = Origins(pieces_of(package, main, root))
        if origins.text != document.text:
            return Refusal.CHANGED.of(document.path)
        return with_parts(data, _parts(package, main, root, [*_anchored(root, origins, notes)])) if notes else data
    except Unreadable as refused:
        return refused.of(document.path, "DOCX")


def _anchored(root: etree._Element, origins: Origins, notes: Sequence[Note]) -> Iterator[_Anchored]:
    """Each note at the place of the body that it is about, or that is next to it."""
    for note in notes:
        homes = [home for home in origins.of(note.span) if not _blank(home)]
        seats = [seat for home in homes if (seat := _seat(root, home)) is not None] or _first(root)
        if seats:
            last, at = seats[-1]
            end = last, None if at is None else at + 1
            yield _Anchored(note, seats[0], end, apart=not any(_in_sight(root, home) for home in homes))


def _blank(home: Home) -> bool:
    """Whether a character is a tab or the end of a line, which stands in a run beside its words."""
    element, _ = home
    assert isinstance(element, etree._Element)
    return local(element) in SIGNS


def _in_sight(root: etree._Element, home: Home) -> bool:
    """Whether a character stands in the body and in no text box."""
    element, _ = home
    assert isinstance(element, etree._Element)
    above = [*element.iterancestors()]
    return above[-1] is root and all(local(each) != "txbxContent" for each in above)


def _seat(root: etree._Element, home: Home) -> Edge | None:
    """Where in the body a mark may stand for a character: in the run that holds it, or beside what holds that."""
    element, at = home
    assert isinstance(element, etree._Element)
    above = [element, *element.iterancestors()]
    if above[-1] is not root:
        return _beside(root, above)
    box = max((n for n, each in enumerate(above) if local(each) == "txbxContent"), default=0)
    if not box and local(element) == "t" and local(above[1]) == "r" and local(above[2]) in _HOLDERS:
        return element, at
    return next(
        ((each, None) for each, over in zip(above[box:], above[box + 1 :], strict=False) if local(over) in _HOLDERS),
        None,
    )


def _beside(root: etree._Element, above: Sequence[etree._Element]) -> Edge | None:
    """The mark of a note in the body; for a header, the beginning of the text."""
    for each in above:
        if kind := _NOTES.get(local(each)):
            mark = next((m for m in root.iter(f"{{*}}{kind}") if attribute(m, "id") == attribute(each, "id")), None)
            return None if mark is None else _seat(root, (mark, 0))
    return None


def _first(root: etree._Element) -> list[Edge]:
    """The beginning of the body: its first character, if there is one."""
    texts = (each for each in root.iter("{*}t") if (each.text or "").strip())
    return next(([seat] for text in texts if (seat := _seat(root, (text, 0)))), [])


def _parts(package: Package, main: str, root: etree._Element, found: Sequence[_Anchored]) -> dict[str, bytes]:
    """What the parts of the file become: its body, its comments, and what tells of these."""
    space = etree.QName(root).namespace or ""
    files = Rewritten(package)
    files.put(main, root)
    name = next((part for _, kind, part in package.related(main) if kind == "comments" and package.has(part)), "")
    if not name:
        name = files.unused(posixpath.join(posixpath.dirname(main), "comments{}.xml"))
        files.put(name, etree.Element(f"{{{space}}}comments", nsmap={"w": space}))
        files.tell(main, "comments", name, _COMMENTS)
    comments = files.tree(name)
    first = max((int(id_) for each in comments if (id_ := attribute(each, "id") or "").isdecimal()), default=-1) + 1
    _mark(space, [(number, one) for number, one in enumerate(found, first)])
    for number, one in enumerate(found, first):
        comments.append(_comment(space, number, one))
    return files.parts()


def _comment(space: str, number: int, one: _Anchored) -> etree._Element:
    """A comment as it stands in its part."""
    w, note = f"{{{space}}}", one.note
    comment = etree.Element(
        f"{w}comment", {f"{w}id": str(number), f"{w}author": note.author, f"{w}initials": note.author[:1]}
    )
    for line in (note.elsewhere, *note.lines) if one.apart else note.lines:
        run = etree.SubElement(etree.SubElement(comment, f"{w}p"), f"{w}r")
        if len(comment) == 1:
            etree.SubElement(run, f"{w}annotationRef")
        text = etree.SubElement(run, f"{w}t", {_SPACE: "preserve"})
        text.text = line
    return comment


def _mark(space: str, found: Sequence[tuple[int, _Anchored]]) -> None:
    """Set the marks of the comments into the body; runs are parted from the last character to the first."""
    edges = [(one.end, True, number) for number, one in found] + [(one.start, False, number) for number, one in found]
    parted: dict[Edge, tuple[etree._Element, etree._Element]] = {}  # where one comment ends, another may begin
    order = {edge[0]: n for n, (edge, _, _) in enumerate(edges)}
    for (element, at), ends, number in sorted(
        edges, key=lambda e: (order[e[0][0]], -(e[0][1] or 0), not e[1], -e[2] if e[1] else e[2])
    ):
        if (element, at) not in parted:
            parted[element, at] = (element, element) if at is None else _parted(element, at)
        before, after = parted[element, at]
        if ends:
            before.addnext(_reference(space, number))
            before.addnext(etree.Element(f"{{{space}}}commentRangeEnd", {f"{{{space}}}id": str(number)}))
        else:
            after.addprevious(etree.Element(f"{{{space}}}commentRangeStart", {f"{{{space}}}id": str(number)}))


def _reference(space: str, number: int) -> etree._Element:
    """The run that holds the sign of a comment."""
    run = etree.Element(f"{{{space}}}r")
    etree.SubElement(run, f"{{{space}}}commentReference", {f"{{{space}}}id": str(number)})
    return run


def _parted(text: etree._Element, at: int) -> tuple[etree._Element, etree._Element]:
    """The run that ends before a character of a text, and the one that begins with it: parted where they are one."""
    run = text.getparent()
    assert run is not None
    words = text.text or ""
    content = [each for each in run if local(each) != "rPr"]
    if at == 0 and content[0] is text:
        return run, run
    following = [*text.itersiblings()]
    if at == len(words) and not following:
        return run, run
    other = etree.Element(run.tag)
    for name, value in run.attrib.items():
        other.set(name, value)
    properties = next((each for each in run if local(each) == "rPr"), None)
    if properties is not None:
        other.append(copy.deepcopy(properties))
    if 0 < at < len(words):
        rest = etree.SubElement(other, text.tag, {_SPACE: "preserve"})
        rest.text, text.text = words[at:], words[:at]
        text.set(_SPACE, "preserve")
    other.extend([text, *following] if at == 0 else following)
    run.addnext(other)
    return run, other
