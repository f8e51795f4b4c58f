"""How surprising a run of Chinese characters is, in bits, by what commonly follows what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from consistency.normalise.script import to_simplified

TABLE = Path(__file__).with_name("characters.txt")
APART = 2  # what it costs more that a character does not follow the one before it inside a known pair
RARE = 22  # a Han character that the table does not know
STRANGE = 24  # anything else: box drawing, kana, Greek
SIGNS: Mapping[str, int] = {
    **dict.fromkeys("，、", 6),
    "。": 7,
    **dict.fromkeys("“”；：", 7),
    **dict.fromkeys("！？《》()·—%,:;-/.+", 9),
    **dict.fromkeys("0123456789", 6),
    **dict.fromkeys("‘’〈〉【】[]①②③④⑤", 12),
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 10),
    **dict.fromkeys("abcdefghijklmnopqrstuvwxyz", 11),
    **dict.fromkeys("\n\t \u3000", 6),
    "!": 12,  # a half-width mark stands rarely after a Han character
    "?": 12,
}


@dataclass(frozen=True, slots=True)
class Characters:
    """The costs of single characters and of known pairs."""

    single: Mapping[str, int]
    pairs: Mapping[str, int]

    def cost(self, before: str, character: str) -> int:
        """The bits that `character` costs after `before`; both in any script.

        >>> model = characters()
        >>> model.cost("保", "险") < model.cost("保", "鸨")
        True
        """
        plain, last = simple(character), simple(before)
        known = self.pairs.get(last + plain)
        alone = self.alone(plain)
        return min(known, alone + APART) if known is not None else alone + APART * ("一" <= plain <= "鿿")

    def alone(self, character: str) -> int:
        """The bits that one Simplified character costs whatever stands before it."""
        found = self.single.get(character)
        if found is not None:
            return found
        found = SIGNS.get(character)
        if found is not None:
            return found
        return RARE if "一" <= character <= "鿿" else STRANGE

    def total(self, before: str, text: str) -> int:
        """The bits of a whole run after `before`."""
        bits = 0
        for character in text:
            bits += self.cost(before, character)
            before = character
        return bits

    def in_words(self, before: str, text: str, after: str) -> bool:
        """Whether every Han character of a text makes a known pair with one of its neighbours.

        >>> characters().in_words("医", "。火监", "管"), characters().in_words("流向", "实体", "经")
        (False, True)
        """
        around = "".join(map(simple, before[-1:] + text + after[:1]))
        first = len(before[-1:])
        joined = [around[i : i + 2] in self.pairs for i in range(len(around) - 1)]
        return all(
            any(joined[max(at - 1, 0) : at + 1]) for at in range(first, first + len(text)) if "一" <= around[at] <= "鿿"
        )

    def common(self, character: str) -> bool:
        """Whether the table knows the character at all, in any script."""
        return simple(character) in self.single


@cache
def simple(character: str) -> str:
    """One character in Simplified script: 國 is 国."""
    return to_simplified(character) if character > "\x7f" else character


@cache
def characters() -> Characters:
    """The table that ships with the program, made by `benchmarks/character_model.py`."""
    single: dict[str, int] = {}
    pairs: dict[str, int] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        head, *rest = line.split(" ")
        if head.startswith("="):
            single.update(dict.fromkeys(rest[0], int(head[1:])))
            continue
        for bits, followers in zip(rest[::2], rest[1::2], strict=True):
            pairs.update({head + follower: int(bits) for follower in followers})
    return Characters(single, pairs)
