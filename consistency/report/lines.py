"""Lines of a terminal: text broken by the width its characters take, as Chinese typesetting breaks it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from consistency.patterns import lazy

_OPENING = "（《〈“‘「『【〔⟦‹"
_CLOSING = "，。、；：！？）》〉”’」』】〕⟧›％…"
_WIDE = (
    "\u2e80-\u2fff\u3003-\u3007\u3021-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff"
)
# What stays together: an opening mark with what follows it, a word or a figure, a closing mark with what it closes.
_PIECE = lazy(
    rf"\s+|[{_OPENING}]*"
    rf"(?:[^\s{_WIDE}{_OPENING}{_CLOSING}]+|[^\s{_OPENING}{_CLOSING}]|(?=[{_CLOSING}])|\Z)[{_CLOSING}]*|."
)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line to be shown: how far in it begins, how much further its continuation does.

    A `whole` line is never broken: a place is copied, not read.
    """

    text: Text
    indent: int = 0
    hang: int = 0
    whole: bool = False


def shown(lines: Iterable[ShownLine], width: int, colour: bool) -> str:
    """The lines as a terminal of this width shows them, or plain where there is no colour."""
    rows = (row for line in lines for row in _rows(line, width))
    if not colour:
        return "".join(row.plain.rstrip() + "\n" for row in rows)
    # Nothing of the surroundings (NO_COLOR, COLUMNS, a notebook) may change what a report looks like.
    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        force_jupyter=False,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        listed = list(rows)
        for row in listed:
            row.rstrip()
        if listed:
            console.print(*listed, sep="\n", soft_wrap=True, markup=False, highlight=False, emoji=False)
    return captured.get()


def _rows(line: ShownLine, width: int) -> Iterator[Text]:
    if line.whole or line.indent + line.text.cell_len <= width:
        yield Text(" " * line.indent).append_text(line.text)
        return
    indent = line.indent
    for start, end in broken(line.text.plain, width - line.indent, width - line.indent - line.hang):
        yield Text(" " * indent).append_text(line.text[start:end])
        indent = line.indent + line.hang


def broken(text: str, first: int, rest: int) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end, the first of `first` cells and the others of `rest`.

    >>> [("城镇新增就业，超额完成")[a:b] for a, b in broken("城镇新增就业，超额完成", 12, 12)]
    ['城镇新增就', '业，超额完成']
    """
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    room = max(first, 2)
    for piece_start, piece_end in _pieces(text, max(min(first, rest), 2)):
        piece = text[piece_start:piece_end]
        blank, size = piece.isspace(), cell_len(piece)
        if used + size > room and not blank and end > start:
            lines.append((start, end))
            start, used, room = piece_start, 0, max(rest, 2)
        elif blank and end == start:  # no line but the first begins with a blank
            start = end = piece_end
            continue
        used += size
        if not blank:
            end = piece_end
    return [*lines, (start, end)] if end > start or not lines else lines


def _pieces(text: str, room: int) -> Iterator[tuple[int, int]]:
    """What must stay together; what is wider than a line breaks wherever the line ends."""
    for found in _PIECE.finditer(text):
        start, end = found.span()
        if cell_len(found.group()) > room:
            size = 0
            for at in range(start, end):
                step = cell_len(text[at])
                if size + step > room:
                    yield start, at
                    start, size = at, 0
                size += step
        if end > start:
            yield start, end
