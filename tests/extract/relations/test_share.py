"""Shares of a whole told beside them: part, whole: share."""

import pytest

from tests.extract.relations.lines import related, told

SHARES = ("unnamed share", "named share")
WRITTEN = (
    ("财政支出80亿元，其中民生支出60亿元，占75%。", ["unnamed share: 60亿元, 80亿元: 75%"]),
    (
        "财政支出80亿元，其中民生支出60亿元，占比75%；教育支出20亿元，占比25%。",
        ["unnamed share: 60亿元, 80亿元: 75%", "unnamed share: 20亿元, 80亿元: 25%"],
    ),
    (
        "全县农产品25.1万吨，其中蔬菜20.1万吨（占80.1%），水果5万吨（占19.9%）。",
        ["unnamed share: 20.1万吨, 25.1万吨: 80.1%", "unnamed share: 5万吨, 25.1万吨: 19.9%"],
    ),
    ("财政支出80亿元，其中民生支出60亿元，增长5%，占75%。", ["unnamed share: 60亿元, 80亿元: 75%"]),
    ("一般公共预算收入80亿元，其中税收收入60亿元，税收占比75%。", ["unnamed share: 60亿元, 80亿元: 75%"]),
    ("一般公共预算收入80亿元，其中税收收入60亿元，下降2.2%，税收占比75%。", ["unnamed share: 60亿元, 80亿元: 75%"]),
    ("金融机构10家，其中银行6家，占总数的60%。", ["unnamed share: 6家, 10家: 60%"]),
    ("全县人大代表200名，其中妇女代表60名，所占比例为30%。", ["unnamed share: 60名, 200名: 30%"]),
    ("本级收入12亿元，占全市收入60亿元的20%。", ["named share: 12亿元, 60亿元: 20%"]),
    ("增长5%；本级收入12亿元，占全市收入60亿元的20%。", ["named share: 12亿元, 60亿元: 20%"]),
    ("本级收入12亿元，占全市收入60亿元的比重为20%。", ["named share: 12亿元, 60亿元: 20%"]),
    ("上级补助8亿元；本级收入12亿元，占全市收入60亿元的20%。", ["named share: 12亿元, 60亿元: 20%"]),
    ("金融机构1家，其中银行1家，占总数的100%。", ["unnamed share: 1家, 1家: 100%"]),
)
NONE = (
    "税收收入60亿元，占一般公共预算收入的75%。",
    "一般公共预算收入80亿元，其中税收收入60亿元，民生占比75%。",  # of another thing
    "市直支出20亿元，其中教育5亿元，占全市支出的12%。",
    "本级收入12亿元，全市收入60亿元的20%。",  # nothing tells that the one is of the other
    "本级党员12万人，占全市收入60亿元的20%。",
    "本级收入增长12%，占全市收入60亿元的20%。",
    "工业用电20亿千瓦时，占全社会用电量的60%。",
    "其中妇女代表60名，占30%。",
    "共有党员12000名，占总人口的8%。",
    "财政支出80亿元，其中民生支出约60亿元，占75%。",
    "本级收入12亿元，占年初预算60亿元的20%。",
    "财政支出80亿元，其中民生支出60亿元，增长75%。",
    "金融机构0家，其中银行0家，占总数的60%。",  # of nothing there is no share
)


@pytest.mark.parametrize(("line", "shares"), WRITTEN)
def test_a_share_is_read(line: str, shares: list[str]) -> None:
    assert told(line, *SHARES) == shares


@pytest.mark.parametrize("line", NONE)
def test_no_share_is_read(line: str) -> None:
    assert told(line, *SHARES) == []


SIBLINGS = (
    "少儿12万人，占12%；成人60万人，占60%；老人28万人，占28%。",
    "0—14岁人口12万人，占12%；15—59岁人口60万人，占60%；60岁及以上人口28万人，占28%。",
    "第一产业12亿元，占比12%，第二产业60亿元，占比60%，第三产业28亿元，占比28%。",
    "小学12万人、占12%，初中60万人、占60%，高中28万人、占28%。",
    "甲业12亿元，增长5%，占12%；乙业60亿元，增长4%，占60%；丙业28亿元，下降1%，占28%。",
    # those of a part before are another run
    "男性40万人，占40%；女性60万人，占60%，其中少儿12万人，占12%；成人60万人，占60%；老人28万人，占28%。",
)


@pytest.mark.parametrize("line", SIBLINGS)
def test_shares_of_siblings_are_each_held_against_the_others(line: str) -> None:
    read = told(line, "sibling share")
    assert [one.rpartition(": ")[2] for one in read] == ["12%", "60%", "28%"]


@pytest.mark.parametrize(
    "line",
    [
        "少儿12万人，占12%；成人60万人，占60%。",  # two may each be wrong
        "党员60万人，占60%；群众40万人，占40%，其中妇女28万人，占70%。",  # of the part before
        "党员60万人，占总人口的60%；群众40万人，占40%；妇女28万人，占28%。",
        "少儿约12万人，占12%；成人60万人，占60%；老人28万人，占28%。",
    ],
)
def test_shares_of_no_common_whole_are_no_siblings(line: str) -> None:
    assert told(line, "sibling share") == []


def test_of_very_many_siblings_the_first_dozen_are_held() -> None:
    towns = [f"{name}镇{people}万人，占{people}%" for people, name in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯", 2)]
    assert len(told("；".join(towns) + "。", "sibling share")) == 12


def test_the_other_readings_of_a_share_are_of_the_kind_of_its_whole() -> None:
    line = "财政支出80亿元，其中民生支出60亿元，占比75%，惠及居民12万人。"
    (share,) = (r for r in related(line) if r.kind == "unnamed share")
    assert [m.words for m in share.others] == ["80亿元", "60亿元"]


def test_siblings_are_told_by_the_words_between_a_part_and_its_share() -> None:
    siblings = (
        r for r in related("少儿12万人，占12%；成人60万人，占比60%；老人28万人，占28%。") if r.kind == "sibling share"
    )
    assert [r.words for r in siblings] == ["，占", "，占比", "，占"]
