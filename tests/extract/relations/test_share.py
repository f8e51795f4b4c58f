"""Shares of a whole told beside them: part, whole: share."""

import pytest

from tests.extract.relations.lines import told

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
    ("金融机构10家，其中银行6家，占总数的60%。", ["unnamed share: 6家, 10家: 60%"]),
    ("全县人大代表200名，其中妇女代表60名，所占比例为30%。", ["unnamed share: 60名, 200名: 30%"]),
    ("本级收入12亿元，占全市收入60亿元的20%。", ["named share: 12亿元, 60亿元: 20%"]),
    ("本级收入12亿元，占全市收入60亿元的比重为20%。", ["named share: 12亿元, 60亿元: 20%"]),
)
NONE = (
    "税收收入60亿元，占一般公共预算收入的75%。",
    "市直支出20亿元，其中教育5亿元，占全市支出的12%。",
    "工业用电20亿千瓦时，占全社会用电量的60%。",
    "其中妇女代表60名，占30%。",
    "共有党员12000名，占总人口的8%。",
    "财政支出80亿元，其中民生支出约60亿元，占75%。",
    "本级收入12亿元，占年初预算60亿元的20%。",
    "财政支出80亿元，其中民生支出60亿元，增长75%。",
)


@pytest.mark.parametrize(("line", "shares"), WRITTEN)
def test_a_share_is_read(line: str, shares: list[str]) -> None:
    assert told(line, *SHARES) == shares


@pytest.mark.parametrize("line", NONE)
def test_no_share_is_read(line: str) -> None:
    assert told(line, *SHARES) == []
