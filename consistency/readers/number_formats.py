"""Numbers of a spreadsheet as the page shows them: 0.067 under “0.0%” is 6.7%.

One thing is told more plainly than on the page: a negative number has its minus sign where the page has brackets or
red ink for it, since the words around it do not say so.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from consistency.patterns import lazy
from consistency.readers.serial_dates import DATE_PARTS, shown_date

# Formats that files name by number alone, those of Chinese installations among them.
BUILT_IN = {
    **{0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00"},
    **{12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 20: "h:mm"},
    **{18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 45: "mm:ss", 46: "[h]:mm:ss"},
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    **{30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"'},
    **dict.fromkeys((37, 38), "#,##0;-#,##0"),
    **dict.fromkeys((39, 40), "#,##0.00;-#,##0.00"),
    **dict.fromkeys((41, 42), "#,##0;-#,##0;-"),
    **dict.fromkeys((43, 44), "#,##0.00;-#,##0.00;-"),
    **{47: "mm:ss", 48: "##0.0E+0", 49: "@"},
}
GENERAL_PLACES = 10  # of a fraction, as a cell of ample width has them

_TOKEN = lazy(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式)'
    r"|(?P<half>AM/PM|A/P|上午/下午)|(?P<exponent>E[+-])|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|a{3,4}|e+(?![+-]))"
    r"|(?P<digit>[0#?])|(?P<sign>[.,%/@])|(?P<other>.)",
    re.S | re.I,
)
_CONDITION = lazy(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)")
_SYMBOL = lazy(r"\$([^-\]]*)")
_PLAIN = lazy(r"-?(?:0|[1-9][0-9]{0,4})(?:\.[0-9]{0,4}[1-9])?")
_DIGITS_KEPT = Context(prec=15, rounding=ROUND_HALF_UP)  # a spreadsheet shows no more of a binary number


class Token(NamedTuple):
    """A piece of a format: kind (literal, digit, point, comma, percent …) and how it is written."""

    kind: str
    text: str


class FormatSection(NamedTuple):
    """One of the parts of a format between semicolons, and the condition under which it applies."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None

    def has(self, *kinds: str) -> bool:
        """Whether some token is of one of the kinds."""
        return any(token.kind in kinds for token in self.tokens)


def shown(value: str, code: str, from_1904: bool = False) -> str:
    """A number as the cell shows it; what is no number comes back as it is.

    >>> shown("0.067", "0.0%"), shown("1744000", '#,##0.0,"万"'), shown("-2.34", "0.0;[Red](0.0)")
    ('6.7%', '1,744.0万', '-2.3')
    """
    if code == "General" and _PLAIN.fullmatch(value):  # as most are
        return value
    try:
        number = _DIGITS_KEPT.create_decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > 300:
        return value
    sections = parsed(code)
    section, own_sign = _chosen(sections, number)
    if section.has("text") or (not section.tokens and len(sections) == 1):
        return _general(number)
    if section.has("date", "half", "elapsed"):
        return shown_date(abs(number) if own_sign else number, section.tokens, from_1904) or _general(number)
    if section.has("general"):
        body = "".join(_general(abs(number)) if t.kind == "general" else t.text for t in section.tokens)
    elif not section.has("digit"):
        return "".join(t.text for t in section.tokens if t.kind == "literal").strip()
    else:
        body = _in_figures(abs(number), section.tokens)
    if number >= 0 or "-" in body or "−" in body:
        return body.strip()
    return "-" + body.strip().removeprefix("(").removeprefix("（").removesuffix(")").removesuffix("）").strip()


@lru_cache(maxsize=512)
def parsed(code: str) -> tuple[FormatSection, ...]:
    """The sections of a format.

    >>> [len(section.tokens) for section in parsed('0.0"；";[Red]-0')]
    [4, 2]
    """
    sections: list[list[Token]] = [[]]
    conditions: list[tuple[str, Decimal] | None] = [None]
    for found in _TOKEN.finditer(code[:255]):
        kind, text = found.lastgroup or "", found[found.lastgroup] if found.lastgroup else ""
        if kind == "other" and text == ";":
            sections.append([])
            conditions.append(None)
        elif kind == "bracket":
            if condition := _CONDITION.fullmatch(text.strip()):
                conditions[-1] = (
                    condition[1],
                    Decimal(condition[2].strip(".") or "0") if condition[2].count(".") < 2 else Decimal(0),
                )
            elif symbol := _SYMBOL.match(text):
                sections[-1].append(Token("literal", symbol[1]))
            elif text.lower() in ("h", "hh", "m", "mm", "s", "ss"):
                sections[-1].append(Token("elapsed", text.lower()))
        elif kind == "sign":
            sections[-1].append(
                Token({".": "point", ",": "comma", "%": "percent", "/": "slash", "@": "text"}[text], text)
            )
        elif kind in ("quoted", "escaped", "other"):
            sections[-1].append(Token("literal", text))
        elif kind:
            sections[-1].append(Token(kind, text.lower() if kind == "date" else text))
    return tuple(FormatSection(_settled(tokens), when) for tokens, when in zip(sections, conditions, strict=True))


def _settled(tokens: list[Token]) -> tuple[Token, ...]:
    """Letters in a format of numbers are literal, and so are signs in one of dates."""
    dates = any(t.kind in ("date", "half", "elapsed") and t.text[:1] in DATE_PARTS for t in tokens)
    digits = any(t.kind == "digit" for t in tokens)
    if dates and not any(t.kind in ("exponent", "text") for t in tokens) and not (digits and not _seconds(tokens)):
        return tuple(t if t.kind in ("date", "half", "elapsed", "digit") else Token("literal", t.text) for t in tokens)
    return tuple(Token("literal", t.text) if t.kind in ("date", "half", "elapsed") else t for t in tokens)


def _seconds(tokens: list[Token]) -> bool:
    """Whether the digits of a format are fractions of seconds."""
    return any(t.kind in ("date", "elapsed") and t.text.startswith("s") for t in tokens)


def _chosen(sections: tuple[FormatSection, ...], number: Decimal) -> tuple[FormatSection, bool]:
    """The section for this number, and whether it speaks for its sign too."""
    if any(section.condition for section in sections):
        for section in sections:
            if section.condition is None or _holds(number, *section.condition):
                return section, False
        return FormatSection((Token("general", ""),), None), False
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _holds(number: Decimal, sign: str, limit: Decimal) -> bool:
    outcomes = {"<": number < limit, ">": number > limit, "=": number == limit}
    return number != limit if sign == "<>" else any(outcomes[one] for one in sign)


def _general(number: Decimal) -> str:
    """A number without a format: all of a whole one, of others what a cell has room for.

    >>> _general(Decimal("1744.50")), _general(Decimal(1) / 3), _general(Decimal("1E+12"))
    ('1744.5', '0.3333333333', '1000000000000')
    """
    places = max(0, GENERAL_PLACES - max(0, number.adjusted()))
    if number.adjusted() < -GENERAL_PLACES:
        return f"{number.normalize():E}"
    rounded = _rounded(number, places)
    text = f"{rounded:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _rounded(number: Decimal, places: int) -> Decimal:
    """The number cut to so many places, halves away from nought."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, Context(prec=400))


def _in_figures(number: Decimal, tokens: tuple[Token, ...]) -> str:
    """A number that is not negative in the figures of a format."""
    kinds = [t.kind for t in tokens]
    if "exponent" in kinds:
        places = sum(
            t.kind == "digit"
            for t in tokens[kinds.index("point") if "point" in kinds else len(tokens) : kinds.index("exponent")]
        )
        return f"{number:.{places}E}"
    if "slash" in kinds:
        return _as_fraction(number, tokens)
    first, last = kinds.index("digit"), len(kinds) - 1 - kinds[::-1].index("digit")
    point = kinds.index("point") if "point" in kinds else len(kinds)
    scale = 0
    after = last + 1
    while after < len(kinds) and kinds[after] == "comma":
        scale, after = scale + 1, after + 1
    scale += (
        sum(kind == "comma" for kind in kinds[last:point])
        if point > last + 1 and point < len(kinds) and scale == 0
        else 0
    )
    grouped = "comma" in kinds[first : min(last, point)]
    places = kinds[point:].count("digit")
    number = _rounded(number * Decimal(100) ** kinds.count("percent") / Decimal(1000) ** scale, places)
    whole, _, part = f"{number:f}".partition(".")
    return _filled(tokens, point, "" if whole == "0" else whole, part, grouped)


def _filled(tokens: tuple[Token, ...], point: int, whole: str, part: str, grouped: bool) -> str:
    """The tokens with the figures in their places."""
    ahead: list[str] = []
    slots = sum(t.kind == "digit" for t in tokens[:point])
    taken = 0
    for token in reversed(tokens[:point]):
        if token.kind == "digit":
            slots -= 1
            rest = whole[: len(whole) - taken] if taken < len(whole) else ""
            figures = rest if slots == 0 and rest else rest[-1:] or ("0" if token.text == "0" else "")
            for figure in reversed(figures):
                if grouped and taken and taken % 3 == 0:
                    ahead.append(",")
                ahead.append(figure)
                taken += 1
        elif token.kind in ("literal", "percent"):
            ahead.append(token.text)
    behind: list[str] = []
    at = 0
    for token in tokens[point:]:
        if token.kind == "digit":
            if token.text == "0" or part[at:].strip("0"):
                behind.append(part[at])
            at += 1
        elif token.kind in ("literal", "percent", "point"):
            behind.append(token.text)
    text = "".join(reversed(ahead)) + "".join(behind)
    return re.sub(r"\.(?!\d)", "", text) if part and not part.strip("0") else text


def _as_fraction(number: Decimal, tokens: tuple[Token, ...]) -> str:
    """A number as a whole and a fraction, as under “# ?/?”."""
    slash = next(n for n, t in enumerate(tokens) if t.kind == "slash")
    room = sum(t.kind == "digit" for t in tokens[slash:]) or 1
    nearest = Fraction(number).limit_denominator(10 ** min(room, 6) - 1)
    whole, rest = divmod(nearest.numerator, nearest.denominator)
    if not rest:
        return str(whole)
    return f"{whole} {rest}/{nearest.denominator}" if whole else f"{rest}/{nearest.denominator}"
