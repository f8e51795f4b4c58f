"""How much of a text is shown of a variant: whole words, and quotation marks in pairs."""

from __future__ import annotations

from consistency.collate.stream import Stream
from consistency.damage.characters import characters, simple
from consistency.offsets import Span

FURTHEST = 4  # tokens by which a stretch grows on either side
PAIRS = frozenset({"“”", "‘’", "「」", "《》"})  # quotation marks
OPENING, CLOSING = "".join(p[0] for p in sorted(PAIRS)), "".join(p[1] for p in sorted(PAIRS))


def whole_words(stream: Stream, start: int, end: int) -> tuple[int, int]:
    """The tokens from `start` to `end` with those that complete the words at both ends; no mark is crossed.

    Of 青山[银行及白水银]行，落地 it makes 青山[银行及白水银行]，落地.
    """
    first, last = start, end
    while start > max(first - FURTHEST, 0) and _in_word(stream, start):
        start -= 1
    while end < min(last + FURTHEST, len(stream.marks)) and _in_word(stream, end):
        end += 1
    return start, end


def _in_word(stream: Stream, place: int) -> bool:
    """Whether a word goes on from the token before `place` to the one there."""
    if place in stream.between:
        return False
    return "".join(map(simple, stream.marks[place - 1 : place + 1])) in characters().pairs


def quoted(stream: Stream, start: int, end: int) -> tuple[str, Span]:
    """Tokens as written, without white space, and where they stand; with the marks that a quotation in them wants.

    Of [创成“和美村庄]”称号 it makes [创成“和美村庄”]称号.
    """
    if end <= start:
        return "", stream.span(start, end)
    text = stream.folded.text
    begin, stop = stream.starts[start], stream.ends[end - 1]
    opened, closed = _unpaired(text[begin:stop])
    if closed and text[begin - 1 : begin] + closed in PAIRS:
        begin -= 1
    if opened and opened + text[stop : stop + 1] in PAIRS:
        stop += 1
    return "".join(text[begin:stop].split()), stream.folded.back(Span(begin, stop))


def _unpaired(text: str) -> tuple[str, str]:
    """The last quotation mark of a text that opens and is not closed, and the first that closes and was not opened."""
    waiting, closed = list[str](), ""
    for character in text:
        if character in OPENING:
            waiting.append(character)
        elif waiting and waiting[-1] + character in PAIRS:
            waiting.pop()
        elif character in CLOSING:
            closed = closed or character
    return (waiting[-1] if waiting else ""), closed
