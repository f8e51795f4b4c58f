"""Formulas of identities: “研发投入强度 = 研发投入 / 地区生产总值”, read once and worked out with intervals.

A formula is a name, a sign (=, <= or >=), and names and numbers joined by + - * / and brackets. A name with
[上年] behind it is the number of the year before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from consistency.checks.amounts import divided, minus, times
from consistency.interval import Interval
from consistency.patterns import lazy

TOKEN = lazy(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?P<percent>%)?(?![^\s+\-*/()=<>])"
    r"|(?P<name>[^\s\d+\-*/()=<>\[\]%][^\s+\-*/()=<>\[\]%]*)(?P<before>\[上年\])?"
    r"|(?P<sign><=|>=|=)|(?P<mark>[+\-*/()]))"
)
TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2}
SPELT = {"*": "×", "/": "÷", "-": "−"}
PLAIN = str.maketrans("＋－−–×÷／（）＝≤≥［］", "+---*//()=≤≥[]")


class FormulaError(ValueError):
    """A formula that cannot be read; its text says where."""


@dataclass(frozen=True, slots=True, order=True)
class Operand:
    """An indicator in a formula; `before` for the year before."""

    name: str
    before: bool = False

    def __str__(self) -> str:
        return f"{self.name}[上年]" if self.before else self.name


@dataclass(frozen=True, slots=True)
class Joined:
    """Two expressions joined by one of + - * /."""

    mark: str
    left: Expression
    right: Expression


Expression = Operand | Fraction | Joined


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as read: what it tells of, how, and of what it is made."""

    result: Operand
    sign: str
    expression: Expression
    text: str

    @property
    def operands(self) -> tuple[Operand, ...]:
        """The indicators it is made of, each once, in order."""
        return tuple(dict.fromkeys(_operands(self.expression)))

    @property
    def is_quotient(self) -> bool:
        """Whether the last thing done is a division."""
        return isinstance(self.expression, Joined) and self.expression.mark == "/"

    @property
    def addends(self) -> tuple[Operand, ...]:
        """The parts of a plain sum of indicators; none where it is anything else."""
        found = tuple(_addends(self.expression))
        return found if len(found) > 1 and None not in found else ()  # type: ignore[return-value]

    def value(self, known: Mapping[Operand, Interval]) -> Interval:
        """What the expression can be, for what its indicators can be."""
        return _value(self.expression, known)

    def renamed(self, names: Mapping[Operand, Operand]) -> Formula:
        """The formula with other names in the place of its own."""
        return Formula(names[self.result], self.sign, _renamed(self.expression, names), self.text)

    def spelt(self, words: Mapping[Operand, str]) -> str:
        """The expression with words in the place of its indicators: 9.6亿元 ÷ 320亿元."""
        return _spelt(self.expression, words)


def parse(text: str) -> Formula:
    """The formula that a text spells.

    >>> parse("进出口总额 = 出口总额 + 进口总额").operands
    (Operand(name='出口总额', before=False), Operand(name='进口总额', before=False))
    """
    tokens = _Tokens(text)
    result = tokens.operand()
    sign = tokens.take("sign")
    if sign is None:
        raise FormulaError(f"wants =, <= or >= after {result}")
    expression = _sum(tokens)
    if not tokens.done:
        raise FormulaError(f"cannot be read from {tokens.rest!r} on")
    if not list(_operands(expression)):
        raise FormulaError("names no indicator to the right of its sign")
    return Formula(result, sign["sign"], expression, text.strip())


class _Tokens:
    """The tokens of a formula, taken from the left."""

    def __init__(self, text: str) -> None:
        plain = text.translate(PLAIN)
        self.rest = plain.replace("≤", "<=").replace("≥", ">=").strip()

    @property
    def done(self) -> bool:
        return not self.rest

    def take(self, kind: str, only: str = "") -> re.Match[str] | None:
        """The next token where it is of this kind (and one of these marks), else nothing."""
        found = TOKEN.match(self.rest)
        if found is None or found[kind] is None or (only and found[kind] not in only):
            return None
        self.rest = self.rest[found.end() :].lstrip()
        return found

    def operand(self) -> Operand:
        """The next token, which must be a name."""
        found = self.take("name")
        if found is None:
            raise FormulaError(f"wants an indicator at {self.rest!r}")
        return Operand(found["name"], found["before"] is not None)


def _sum(tokens: _Tokens) -> Expression:
    left = _product(tokens)
    while (mark := tokens.take("mark", "+-")) is not None:
        left = Joined(mark["mark"], left, _product(tokens))
    return left


def _product(tokens: _Tokens) -> Expression:
    left = _factor(tokens)
    while (mark := tokens.take("mark", "*/")) is not None:
        left = Joined(mark["mark"], left, _factor(tokens))
    return left


def _factor(tokens: _Tokens) -> Expression:
    if tokens.take("mark", "("):
        inner = _sum(tokens)
        if not tokens.take("mark", ")"):
            raise FormulaError(f"wants a closing bracket at {tokens.rest!r}")
        return inner
    number = tokens.take("number")
    if number is not None:
        return Fraction(number["number"]) / (100 if number["percent"] else 1)
    return tokens.operand()


def _operands(expression: Expression) -> Iterator[Operand]:
    if isinstance(expression, Operand):
        yield expression
    elif isinstance(expression, Joined):
        yield from _operands(expression.left)
        yield from _operands(expression.right)


def _addends(expression: Expression) -> Iterator[Operand | None]:
    if isinstance(expression, Joined) and expression.mark == "+":
        yield from _addends(expression.left)
        yield from _addends(expression.right)
    else:
        yield expression if isinstance(expression, Operand) and not expression.before else None


def _renamed(expression: Expression, names: Mapping[Operand, Operand]) -> Expression:
    if isinstance(expression, Operand):
        return names[expression]
    if isinstance(expression, Joined):
        return Joined(expression.mark, _renamed(expression.left, names), _renamed(expression.right, names))
    return expression


def _value(expression: Expression, known: Mapping[Operand, Interval]) -> Interval:
    if isinstance(expression, Operand):
        return known[expression]
    if isinstance(expression, Fraction):
        return Interval.point(expression)
    left, right = _value(expression.left, known), _value(expression.right, known)
    if expression.mark == "+":
        return left.plus(right)
    if expression.mark == "-":
        return minus(left, right)
    return times(left, right) if expression.mark == "*" else divided(left, right)


def _spelt(expression: Expression, words: Mapping[Operand, str], around: str = "", right: bool = False) -> str:
    """The expression in words; in brackets where it stands in another that would take its parts apart."""
    if isinstance(expression, Operand):
        return words[expression]
    if isinstance(expression, Fraction):
        return str(Decimal(expression.numerator) / Decimal(expression.denominator))
    mark = expression.mark
    left, other = _spelt(expression.left, words, mark), _spelt(expression.right, words, mark, right=True)
    joined = f"{left} {SPELT.get(mark, mark)} {other}"
    looser = bool(around) and TIGHTNESS[mark] < TIGHTNESS[around]
    turned = right and around in "-/" and TIGHTNESS[mark] == TIGHTNESS[around]
    return f"({joined})" if looser or turned else joined
