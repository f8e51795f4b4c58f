"""Days counted from 1900 or 1904, as spreadsheets keep dates, written in the parts that a format asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

DATE_PARTS = frozenset("ymdhsae")
LAST_DAY = 2_958_465  # 9999-12-31

_NAMED = "January February March April May June July August September October November December"
_MONTHS = _NAMED.split()
_DAYS = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]
_ENGLISH_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def moment(serial: Decimal, from_1904: bool) -> datetime | None:
    """The day and time that a number stands for, to the second.

    Day 60 of 1900 never was: the days before it are counted as spreadsheets do.

    >>> moment(Decimal("45292.5"), False)
    datetime.datetime(2024, 1, 1, 12, 0)
    """
    if not 0 <= serial <= LAST_DAY:
        return None
    day = int(serial)
    seconds = round((serial - day) * 86400)
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if day >= 60 else 31)
    try:
        return start + timedelta(days=day, seconds=seconds)
    except OverflowError:
        return None


def shown_date(serial: Decimal, tokens: Sequence[tuple[str, str]], from_1904: bool) -> str:
    """The date in the parts of a format, of (kind, text); nothing where the number is no date."""
    when = moment(serial, from_1904)
    if when is None:
        return ""
    halves = any(kind == "half" for kind, _ in tokens)
    out: list[str] = []
    previous = ""
    for at, (kind, text) in enumerate(tokens):
        if kind == "date":
            following = next((t for k, t in tokens[at + 1 :] if k in ("date", "elapsed")), "")
            minutes = text[0] == "m" and len(text) < 3 and (previous[:1] == "h" or following[:1] == "s")
            out.append(_part(when, "n" * len(text) if minutes else text, halves))
            previous = text
        elif kind == "elapsed":
            total = int(serial * 86400 + Decimal("0.5"))
            out.append(str(total // {"h": 3600, "m": 60, "s": 1}[text[0]]))
            previous = text
        elif kind == "half":
            chinese = text.startswith("上")
            out.append(("上午" if chinese else "AM") if when.hour < 12 else ("下午" if chinese else "PM"))
        elif kind == "literal":
            out.append(text)
    return "".join(out).strip()


def _part(when: datetime, text: str, halves: bool) -> str:
    """One part of a date; `n` stands for minutes."""
    size = len(text)
    hour = (when.hour - 1) % 12 + 1 if halves else when.hour
    match text[0]:
        case "y" | "e":
            return f"{when.year % 100:02}" if text[0] == "y" and size < 3 else str(when.year)
        case "m" if size > 2:
            return _MONTHS[when.month - 1] if size == 4 else _MONTHS[when.month - 1][: 1 if size == 5 else 3]
        case "d" if size > 2:
            return _ENGLISH_DAYS[when.weekday()][: None if size > 3 else 3]
        case "a":
            return _DAYS[when.weekday()] if size > 3 else _DAYS[when.weekday()][-1]
    number = {"m": when.month, "d": when.day, "h": hour, "n": when.minute, "s": when.second}[text[0]]
    return f"{number:02}" if size > 1 else str(number)
