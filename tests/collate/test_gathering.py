"""What several pairs of documents show of one place is told once."""

from consistency.collate.gathering import gathered
from consistency.collate.variant import Variant
from consistency.model import Passage
from consistency.offsets import Span


def at(document: str, start: int, end: int) -> Passage:
    return Passage(document, Span(start, end))


def test_a_place_that_two_pairs_bound_differently_is_one_place() -> None:
    # 省级创新企业 against 省级创新型企业 in one pair, with the 力争 that follows in the other.
    with_one = Variant("name", "省级创新企业", "省级创新型企业", (at("a", 9, 15),), (at("b", 9, 16),), "新企", "新型企")
    with_more = Variant(
        "name", "省级创新企业力争", "省级创新型企业力争", (at("a", 9, 17),), (at("c", 5, 14),), "新企", "新型企"
    )
    (variant,) = gathered([with_one, with_more], {})
    assert variant.places == (at("a", 9, 15),)
    assert variant.others == (at("b", 9, 16), at("c", 5, 14))
