"""What there was, what was added and what there is then."""

import pytest

from tests.extract.relations.lines import related, told

WRITTEN = (
    ("累计建成充电桩973个；新增127个，累计1100个。", "973个 + 127个 = 1100个"),
    ("上年末累计建成充电桩973个。今年新增127个，累计达到1100个。", "973个 + 127个 = 1100个"),
    ("完成投资2亿元。累计建成充电桩973个；新增127个，累计1100个。", "973个 + 127个 = 1100个"),
    ("累计惠及973户；新增127个，累计1100个；新增100个，累计1200个。", "1100个 + 100个 = 1200个"),
    ("累计发放贷款97亿元，本月又新增13亿元，累计为110亿元。", "97亿元 + 13亿元 = 110亿元"),
)
NONE = (
    "累计确诊973例；云河市新增127例，累计1500例。",
    "累计建成充电桩973个，其中新增127个，累计服务1500次。",
    "累计发放贷款97亿元；新增贷款13亿元，累计减税150亿元。",
    "新增充电桩127个，累计建成1100个。",
    "建成充电桩973个；新增127个，累计1100个。",  # nothing tells that the first is a total
    "累计建成充电桩973个；新增127个，完成1100个。",
    "累计建成充电桩973个；拆除127个，累计1100个。",
    "累计建成充电桩973个；新增127户，累计1100个。",
    "累计建成充电桩973个；新增127个（累计1100个）。",
    "累计建成充电桩（含累计停用973个）；新增127个，累计1100个。",
)


@pytest.mark.parametrize(("line", "total"), WRITTEN)
def test_a_running_total_is_read(line: str, total: str) -> None:
    assert told(line, "cumulative") == [f"cumulative: {total}"]


@pytest.mark.parametrize("line", NONE)
def test_no_running_total_is_read(line: str) -> None:
    assert told(line, "cumulative") == []


def test_what_a_running_total_is_made_of_and_the_numbers_around_it() -> None:
    line = "累计建成充电桩973个，惠及居民8户；新增127个，累计1100个，另有车位20个。"
    assert told(line, "cumulative") == []  # a number stands between
    (total,) = (r for r in related("累计建成充电桩973个；新增127个，累计1100个，惠及8户。") if r.kind == "cumulative")
    assert [t.sign for t in total.terms] == [1, 1]
    assert total.words == "新增…累计"
    assert [m.words for m in total.others] == ["973个", "127个", "1100个"]
