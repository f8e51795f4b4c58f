"""Files made worse at random: bytes, XML elements within office files, objects of a PDF, tags of a page.

Each function takes a source of chance and gives bytes; the same seed gives the same bytes.
"""

from __future__ import annotations

import base64
import copy
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

from lxml import etree

Mutation = Callable[[bytes, random.Random], bytes]

NUMBERS = (
    *(b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"-2147483649", b"99999999999999999999", b"1e308", b""),
    *(b"nan", b"0.0000001", "٣".encode(), "²".encode(), "½".encode(), b"0x10", b"+1", b" 1 ", b"1_000"),
)
WORDS = (
    *("", "\0", "\ufffe", "\ud7ff", "𠮷" * 3, "|", "| a | b |\n", "\r", "\u2028", "⾸⻚", "１２．５％", "(" * 40),
    *("1" * 5000, "万亿" * 200, "\u202e", "A1:XFD1048576", "[Red]0.00;[$-804]@", "_x0000_", "_xD800_", "../../x"),
)
LARGEST = 2 << 20  # bytes of what is doubled further
BYTES = (b"\0", b"\xff", b"\xff\xfe", b"<", b">", b"&#0;", b"&#xD800;", b"<!--", b"]]>", b"\x1a", b"\r", b"\xe2\x80")


def in_bytes(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, cut, doubled or put in; now and then the end is gone."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        at = chance.randrange(len(made) + 1)
        end = min(len(made), at + chance.choice((1, 2, 8, 64, 1024)))
        match chance.randrange(5):
            case 0:
                made[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
            case 1:
                del made[at:end]
            case 2:
                made[at:at] = made[at:end] * chance.choice((1, 2, 50))
            case 3:
                made[at:at] = chance.choice(BYTES)
            case _ if at < len(made):
                made[at] ^= 1 << chance.randrange(8)
    return bytes(made[: chance.randrange(len(made) + 1)] if chance.random() < 0.05 else made)


def in_numbers(data: bytes, chance: random.Random) -> bytes:
    """Some of the numbers written in it changed to others that nobody reckons with."""
    places = [m.span() for m in re.finditer(rb"-?\d+(?:\.\d+)?", data)]
    made = data
    for start, end in sorted(chance.sample(places, min(len(places), chance.choice((1, 1, 3, 10)))), reverse=True):
        made = made[:start] + chance.choice(NUMBERS) + made[end:]
    return made


def in_archive(data: bytes, chance: random.Random) -> bytes:  # noqa: C901 - a case for each way
    """An office file with one or two parts made worse, left out, doubled or exchanged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:  # made so bad already that no archive is left
        parts = []
    if not parts:
        return in_bytes(data, chance)
    for _ in range(chance.choice((1, 1, 2))):
        at = chance.randrange(len(parts))
        name, content = parts[at]
        match chance.randrange(12):
            case 0:
                del parts[at]
            case 1:
                parts.append((name, chance.choice(parts)[1]))
            case 2:
                parts[at] = (chance.choice(parts)[0], content)
            case 3:
                parts[at] = (name, in_bytes(content, chance) if content else b"<a/>")
            case 4:
                parts[at] = (name, in_numbers(content, chance))
            case _:
                parts[at] = (name, in_elements(content, chance))
        if not parts:
            break
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return in_bytes(held.getvalue(), chance) if chance.random() < 0.05 else held.getvalue()


def in_elements(data: bytes, chance: random.Random) -> bytes:  # noqa: C901 - a case for each way
    """An XML part whose elements were taken out, doubled, moved, nested or given other attributes and words."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return in_bytes(data, chance) if data else b"<a/>"
    for _ in range(chance.choice((1, 2, 4, 16)) if len(data) < LARGEST else 0):
        elements = [e for e in root.iter() if isinstance(e.tag, str)]
        one, other = chance.choice(elements), chance.choice(elements)
        match chance.randrange(9):
            case 0 if (parent := one.getparent()) is not None:
                parent.remove(one)
            case 1 if one.getparent() is not None:
                for _ in range(chance.choice((1, 3, 30))):
                    one.addnext(_copy(one))
            case 2 if other.getparent() is not None:
                other.addprevious(_copy(one))
            case 3:
                one.append(_copy(other))
            case 4:
                one.tag, other.tag = other.tag, one.tag
            case 5:
                one.text = _word(chance)
            case 6 if one.attrib:
                one.set(chance.choice(list(one.attrib)), _word(chance))
            case 7:
                for name, value in other.attrib.items():
                    one.set(name, value)
            case _:
                for _ in range(chance.choice((5, 60, 400))):
                    inner = etree.SubElement(one, one.tag, dict(one.attrib))
                    one = inner
    return etree.tostring(root)


def in_tags(data: bytes, chance: random.Random) -> bytes:
    """A page whose tags and attributes were taken out, doubled, exchanged and left open."""
    pieces = re.split(rb"(<[^>]*>)", data)
    for _ in range(chance.choice((1, 4, 16, 64))):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        match chance.randrange(6):
            case 0:
                pieces[at] = b""
            case 1:
                pieces[at] *= chance.choice((2, 3, 200))
            case 2:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 3:
                pieces[at] = in_numbers(pieces[at], chance)
            case 4:
                pieces[at] += _word(chance).encode()
            case _:
                number = chance.choice(NUMBERS)
                pieces[at] = b"<td colspan=%b rowspan=%b style='display:%b'>" % (number, chance.choice(NUMBERS), number)
    return b"".join(pieces)


def in_objects(data: bytes, chance: random.Random) -> bytes:
    """A PDF whose objects point elsewhere, have other types, were exchanged or left out."""
    objects = [m.span() for m in re.finditer(rb"\d+ \d+ obj\b.*?endobj", data, re.S)]
    references = [m.span() for m in re.finditer(rb"\d+ \d+ R", data)]
    names = [m.span() for m in re.finditer(rb"/[A-Z][A-Za-z0-9]+", data)]
    made = data
    for _ in range(chance.choice((1, 1, 2, 4))):
        places = [spans for spans in (objects, references, references, names, names) if spans]
        if not places:
            return in_bytes(data, chance)
        spans = chance.choice(places)
        (start, end), (from_, to) = chance.choice(spans), chance.choice(spans)
        made = made[:start] + chance.choice((data[from_:to], data[from_:to], b"", b"null", b"<<>>", b"[]")) + made[end:]
    return made


def in_streams(data: bytes, chance: random.Random) -> bytes:
    """A PDF with one of its packed streams made worse inside and packed again."""
    packed = []
    for stream in re.finditer(rb"stream\r?\n(.*?)\s*endstream", data, re.S):
        try:
            coded = stream[1].endswith(b"~>")
            packed.append(
                (
                    stream.span(1),
                    coded,
                    zlib.decompress(base64.a85decode(stream[1][:-2])) if coded else zlib.decompress(stream[1]),
                )
            )
        except (zlib.error, ValueError):
            continue
    if not packed:
        return in_bytes(data, chance)
    (start, end), coded, content = chance.choice(packed)
    made = zlib.compress(chance.choice((in_numbers, in_numbers, in_bytes))(content, chance))
    return data[:start] + (base64.a85encode(made) + b"~>" if coded else made) + data[end:]


def _copy(element: etree._Element) -> etree._Element:
    return copy.deepcopy(element)


def _word(chance: random.Random) -> str:
    """Words that an XML file may hold."""
    word = chance.choice((*WORDS, *(number.decode() for number in NUMBERS)))
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", word)


KINDS: dict[str, tuple[Mutation, ...]] = {
    ".csv": (in_bytes, in_numbers),
    ".docx": (in_archive, in_archive, in_archive, in_bytes),
    ".htm": (in_tags, in_bytes),
    ".html": (in_tags, in_tags, in_bytes, in_numbers),
    ".md": (in_bytes,),
    ".ofd": (in_archive, in_archive, in_archive, in_bytes),
    ".pdf": (in_objects, in_objects, in_streams, in_streams, in_numbers, in_bytes),
    ".txt": (in_bytes,),
    ".xlsx": (in_archive, in_archive, in_archive, in_bytes),
}


def worse(data: bytes, suffix: str, chance: random.Random) -> bytes:
    """The file after one to three mutations of its format's kinds."""
    for _ in range(chance.choice((1, 1, 2, 3)) if len(data) < LARGEST else 1):
        data = chance.choice(KINDS[suffix])(data, chance) or b" "
    return data
