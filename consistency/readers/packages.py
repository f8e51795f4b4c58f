"""Office files: ZIP archives of XML parts, opened without trust in what they say of themselves."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from consistency.model import Problem
from consistency.readers.refusals import Refusal
from consistency.readers.signatures import format_of

LARGEST_PART = 32 << 20  # bytes unpacked: a book of a thousand pages has 20 MB
LARGEST_TABLE = 96 << 20  # bytes unpacked of a sheet, which is read row by row
MOST_ENTRIES = 20_000  # files in an office file

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")  # the stream in which Office keeps a file with a password
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Unreadable(Exception):
    """A part cannot be read: the refusal, and its facts. Caught by the reader of the format."""

    def __init__(self, refusal: Refusal, **facts: object) -> None:
        super().__init__(refusal.name)
        self.refusal, self.facts = refusal, facts

    def of(self, path: str, kind: str) -> Problem:
        """The problem with the file of this path and format."""
        return self.refusal.of(path, **{"kind": kind, "suffix": PurePath(path).suffix, **self.facts})


class Package:
    """The parts of an office file by their names."""

    def __init__(self, data: bytes, kind: str) -> None:
        found = format_of(data)
        if data.startswith(_OLE) and _PASSWORD in data:
            raise Unreadable(Refusal.ENCRYPTED)
        if found not in (kind, "ZIP"):
            raise Unreadable(Refusal.BROKEN) if found is None else Unreadable(Refusal.OTHER_FORMAT, kind=found)
        if data.count(b"PK\x01\x02") > MOST_ENTRIES:
            raise Unreadable(Refusal.TOO_MUCH, count=data.count(b"PK\x01\x02"), limit=MOST_ENTRIES)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise Unreadable(Refusal.BROKEN) from error
        self._names = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in self._archive.infolist()}
        if found == "ZIP" and not self._names.keys() & {"[content_types].xml", "_rels/.rels"}:
            raise Unreadable(Refusal.OTHER_FORMAT, kind="ZIP")

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.lower() in self._names

    def read(self, name: str, limit: int = LARGEST_PART) -> bytes:
        """The content of a part, whatever size the archive tells."""
        info = self._names.get(name.lower())
        if info is None:
            raise Unreadable(Refusal.BROKEN)
        if info.flag_bits & 1:
            raise Unreadable(Refusal.ENCRYPTED)
        if info.file_size > limit:
            raise Unreadable(Refusal.EXPANDS, limit=limit >> 20)
        try:
            with self._archive.open(info) as part:
                content = part.read(limit + 1)
        except _FAULTS as error:
            raise Unreadable(Refusal.BROKEN) from error
        if len(content) > limit:
            raise Unreadable(Refusal.EXPANDS, limit=limit >> 20)
        return content

    def tree(self, name: str) -> etree._Element:
        """The root of an XML part."""
        return parsed(self.read(name))

    def related(self, name: str = "") -> list[tuple[str, str, str]]:
        """What a part, or the package, refers to: (id, last word of the type, name of the part)."""
        folder, _, last = name.rpartition("/")
        rels = f"{folder}/_rels/{last}.rels" if folder else f"_rels/{last}.rels"
        if not self.has(rels):
            return []
        found = []
        for each in self.tree(rels):
            target = each.get("Target", "")
            if each.get("TargetMode") == "External" or not target:
                continue
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append((each.get("Id", ""), each.get("Type", "").rpartition("/")[2], whole))
        return found

    def properties(self) -> dict[str, str]:
        """What the file says of itself, by the names of its properties; parts that cannot be read say nothing."""
        said: dict[str, str] = {}
        for _, kind, part in self.related():
            if kind in ("core-properties", "extended-properties") and self.has(part):
                try:
                    said |= {local(each): each.text for each in self.tree(part) if each.text}
                except Unreadable:
                    continue
        return said

    def main(self, usual: str) -> str:
        """The name of the main part: what the package points to, or where it usually is."""
        named = [part for _, kind, part in self.related() if kind == "officeDocument" and self.has(part)]
        if not named and not self.has(usual):
            raise Unreadable(Refusal.BROKEN)
        return named[0] if named else usual


def parsed(data: bytes) -> etree._Element:
    """The root of an XML document; none of ours declares entities, and nothing is fetched.

    >>> parsed(b"<a>1</a>").text
    '1'
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if b"<!ENTITY" in data[:4096] or b"<!DOCTYPE" in data[:4096]:
            raise Unreadable(Refusal.DECLARES) from error
        raise Unreadable(Refusal.BROKEN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(Refusal.DECLARES)
    return root


def streamed(data: bytes, *names: str) -> Iterator[etree._Element]:
    """The elements of these local names one after the other; each is emptied once the next is asked for."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise Unreadable(Refusal.DECLARES)
    walk = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in walk:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(Refusal.BROKEN) from error


def local(element: etree._Element) -> str:
    """The name of an element without its namespace: transitional and strict files differ in that alone."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The value of an attribute by its local name."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of the first name, its first child of the second, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element
