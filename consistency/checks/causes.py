"""What may have happened to a number that does not go with another: the slips of typists, of copying and of units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from consistency.checks.verdict import power_of_ten
from consistency.model import Quantity
from consistency.period import in_chinese

SCALES = {3: "千", 4: "万", 8: "亿"}
LEAST_FIGURES = 3  # of shorter numbers any two differ in one figure, though not by an exchange of both
FEW = 2  # figures that two numbers must share beside the one changed


@dataclass(frozen=True, slots=True)
class Cause:
    """A slip by its name, with the words that go with it."""

    name: str
    words: str = ""

    def told(self, written: str) -> dict[str, str]:
        """The slip as a proposal about a number as written, by language."""
        words = {"zh": in_chinese(self.words) if self.name == "period" else self.words, "en": self.words}
        return {
            language: text.format(written=written, words=words[language]) for language, text in TEXTS[self.name].items()
        }


TEXTS: Mapping[str, Mapping[str, str]] = {
    "scale word lost": {
        "zh": "“{written}”可能漏了“{words}”字（建议，供核对）",
        "en": "“{written}” may have lost the word {words} (a proposal to be checked)",
    },
    "scale word added": {
        "zh": "“{written}”可能多了“{words}”字（建议，供核对）",
        "en": "“{written}” may have a word {words} too many (a proposal to be checked)",
    },
    "decimal point": {
        "zh": "小数点或数量级可能写错（建议，供核对）",
        "en": "a decimal point may have moved (a proposal to be checked)",
    },
    "unit": {
        "zh": "数字相同而单位不同，单位可能写错（建议，供核对）",
        "en": "the figures are the same and the units are not: a unit may be wrong (a proposal to be checked)",
    },
    "transposed": {
        "zh": "相邻两位数字可能颠倒（建议，供核对）",
        "en": "two neighbouring figures may have changed places (a proposal to be checked)",
    },
    "doubled": {
        "zh": "可能多写或漏写了一个重复的数字（建议，供核对）",
        "en": "a figure may have been doubled, or one of a double lost (a proposal to be checked)",
    },
    "eaten": {
        "zh": "可能多写或漏写了一个数字（建议，供核对）",
        "en": "a figure may be one too many or have been lost (a proposal to be checked)",
    },
    "figure": {
        "zh": "只有一位数字不同，可能写错一位（建议，供核对）",
        "en": "only one figure differs: it may be mistyped (a proposal to be checked)",
    },
    "sign": {
        "zh": "增减方向可能写反（建议，供核对）",
        "en": "rise and fall may have been confused (a proposal to be checked)",
    },
    "period": {
        "zh": "其中一方与{words}的数相同，可能用了另一时期的数（建议，供核对）",
        "en": "one side has the number of {words}: it may be of another period (a proposal to be checked)",
    },
    "scope": {
        "zh": "其中一方与“{words}”口径的数相同，可能用了另一口径的数（建议，供核对）",
        "en": "one side has the number of “{words}”: it may be of another scope (a proposal to be checked)",
    },
    "estimate": {
        "zh": "一方为预计数或快报数（建议，供核对）",
        "en": "one side is a forecast or a first estimate (a proposal to be checked)",
    },
}


def slip(one: Quantity, other: Quantity) -> Cause | None:
    """The slip of writing that makes one number of the other, where one does."""
    places = power_of_ten(one, other)
    if places:
        word = SCALES.get(places)
        return Cause("scale word lost", word) if word else Cause("decimal point")
    if one.base_value == -other.base_value and one.base_value:
        return Cause("sign")
    if _written(one) == _written(other) and one.unit != other.unit:
        return Cause("unit")
    if one.unit == other.unit and one.step == other.step:  # 164.5万亩 and 146.5万亩, which no number of m² is told in
        return slip_of(*(_written(quantity).replace(".", "").lstrip("0") for quantity in (one, other)))
    return slip_of(*_figures(one.base_value, other.base_value))


def telling_slip(one: Quantity, other: Quantity) -> bool:
    """Whether a slip makes one number of the other that two numbers of different things hardly ever differ by.

    Figures exchanged or a scale lost in numbers of three figures, a figure changed in one of four: of numbers drawn at
    random not one pair in a hundred stands so.
    """
    cause, figures = slip(one, other), min(_count(one), _count(other))
    least = {"transposed": LEAST_FIGURES, "decimal point": LEAST_FIGURES, "scale word lost": LEAST_FIGURES}
    return cause is not None and figures >= least.get(cause.name, LEAST_FIGURES + 1)


def _count(quantity: Quantity) -> int:
    """How many figures a number tells, without the noughts at its ends."""
    return len(_written(quantity).replace(".", "").strip("0"))


def slip_between(one: Fraction, other: Fraction) -> Cause | None:
    """The slip that makes one amount of another, told in the same unit.

    >>> slip_between(Fraction(412), Fraction(4120))
    Cause(name='decimal point', words='')
    """
    large, small = max(one, other), min(one, other)
    if small > 0 and large > small:
        ratio, places = large / small, 0
        while ratio % 10 == 0:
            ratio, places = ratio / 10, places + 1
        if ratio == 1:
            return Cause("scale word lost", SCALES[places]) if places in SCALES else Cause("decimal point")
    return slip_of(*_figures(one, other))


def slip_of(one: str, other: str) -> Cause | None:
    """The slip that makes one run of figures of another.

    >>> slip_of("471936", "479136"), slip_of("247", "47"), slip_of("46", "52")
    (Cause(name='transposed', words=''), Cause(name='eaten', words=''), None)
    """
    for name, fits in _SLIPS.items():
        enough = max(len(one), len(other)) >= LEAST_FIGURES or name == "transposed"
        if enough and fits(one, other):
            return Cause(name)
    return None


def _written(quantity: Quantity) -> str:
    return quantity.value.replace(",", "").lstrip("-+")


def _figures(one: Fraction, other: Fraction) -> tuple[str, str]:
    """Both numbers in the largest decimal unit in which both are whole, as figures; empty where there is none."""
    size = Fraction(1)
    for _ in range(12):
        if one % size == 0 and other % size == 0:
            break
        size /= 10
    else:
        return "", ""
    while (one or other) and one % (size * 10) == 0 and other % (size * 10) == 0:
        size *= 10
    return str(abs(one / size)), str(abs(other / size))


def _transposed(one: str, other: str) -> bool:
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(apart) != 2 or apart[1] - apart[0] != 1:
        return False
    left, right = apart
    return one[left] == other[right] and one[right] == other[left]


def _doubled(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or len(long) < LEAST_FIGURES:
        return False
    return any(long[i] == long[i - 1] and long[:i] + long[i + 1 :] == short for i in range(1, len(long)))


def _eaten(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or len(short) < FEW:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _one_figure(one: str, other: str) -> bool:
    apart = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and apart == 1 and len(one) > FEW


_SLIPS: Mapping[str, Callable[[str, str], bool]] = {
    "transposed": _transposed,
    "doubled": _doubled,
    "eaten": _eaten,
    "figure": _one_figure,
}
