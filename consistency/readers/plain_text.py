"""Plain text: the bytes decoded, and nothing else done to them."""

from __future__ import annotations

from pathlib import PurePath

from consistency.model import Document, Problem
from consistency.patterns import lazy
from consistency.readers.encoding import decode, reaches
from consistency.readers.refusals import Refusal
from consistency.readers.signatures import format_of

CONTROL_SHARE = 0.3  # of all characters: Word's table dumps have a control character a cell, programs have more

_CONTROLS = lazy(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")  # without tabs, line and page ends
_NOTHING = lazy("[\\s\ufeff\u200b\u200c\u200d\u2060]*")  # white space, and what has no width either


def read_plain_text(path: str, data: bytes) -> Document | Problem:
    """The text exactly as decoded, line ends included, without its byte order mark; or why it is no text."""
    if kind := format_of(data):
        return Refusal.OTHER_FORMAT.of(path, kind=kind, suffix=PurePath(path).suffix)
    decoded = decode(data)
    if decoded is None:
        return _undecodable(path, data)
    text, encoding = decoded
    if _NOTHING.fullmatch(text):
        return Refusal.BLANK.of(path)
    if "\0" in text or len(_CONTROLS.findall(text)) > CONTROL_SHARE * len(text):
        return Refusal.BINARY.of(path)
    return Document(path, text, encoding)


def _undecodable(path: str, data: bytes) -> Problem:
    """Why no encoding fits, as exactly as can be told."""
    if reach := reaches(data):
        if reach.cut:
            return Refusal.CUT.of(path, encoding=reach.encoding)
        return Refusal.DAMAGED.of(path, encoding=reach.encoding, byte=reach.byte + 1)
    return (Refusal.BINARY if b"\0" in data else Refusal.ENCODING).of(path)
