"""What a text says of targets as a whole."""

import pytest

from consistency.extract.relations.sheet import Sheet
from consistency.extract.relations.targets_told import TargetsTold, targets_told
from tests.domain import read, report, rules


def missed(text: str) -> list[TargetsTold]:
    return list(targets_told(Sheet.of(read(report(text))), "missed", rules().lexicon))


@pytest.mark.parametrize(
    ("text", "open_", "counts", "but_for"),
    [
        ("2项指标低于预期。", False, True, False),
        ("进出口总额等指标低于预期。", True, False, False),
        ("除进出口总额外，其他指标未完成目标。", False, False, True),
    ],
)
def test_a_sentence_tells_of_targets_missed(text: str, open_: bool, counts: bool, but_for: bool) -> None:
    (told,) = missed(text)
    assert (told.open, told.counts, told.but_for) == (open_, counts, but_for)


def test_the_list_behind_a_sentence_belongs_to_it() -> None:
    (told,) = missed("2项指标低于预期。其中，进出口总额、粮食产量受天气影响。")
    assert told.names("粮食产量", rules().lexicon)


def test_a_number_below_something_else_tells_of_no_target() -> None:
    assert missed("排放浓度低于上年。") == []
