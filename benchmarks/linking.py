"""How linking grows with the number of documents: facts, pairs compared for each, time for each.

    python benchmarks/linking.py [COUNT]…

Makes COUNT documents (5, 50 and 500 unless told) about one place and year out of a stock of
statements, each worded in one of several ways and with numbers of its own, links them, and
prints a row for each count. Pairs and time per claim must stay about constant.
"""

from __future__ import annotations

import random
import sys
from time import perf_counter
from unittest import mock

from consistency.engine import load_rules
from consistency.extract.mentions import Extractor
from consistency.link import clusters as linking
from consistency.model import Claim, Document

NOUNS = [
    "充电桩",
    "加氢站",
    "口袋公园",
    "社区食堂",
    "托育机构",
    "日间照料中心",
    "体育公园",
    "健身步道",
    "公交线路",
    "停车泊位",
    "乡村书屋",
    "文化站",
    "灌溉渠",
    "小型水库",
    "高标准农田",
    "蔬菜大棚",
    "冷链仓库",
    "物流园",
    "快递网点",
    "直播基地",
    "科技企业孵化器",
    "众创空间",
    "院士工作站",
    "博士后工作站",
    "技能大师工作室",
    "工业机器人",
    "数控机床",
    "光伏电站",
    "风力发电机",
    "垃圾中转站",
    "污水泵站",
    "雨水花园",
]
AMOUNTS = [
    "财政奖补资金",
    "技术改造投资",
    "文旅消费额",
    "网络零售额",
    "农产品加工产值",
    "科技服务业营业收入",
    "物流业增加值",
]
WAYS = (
    "新增{noun}{number}个",
    "全年新建{noun}{number}个",
    "{noun}新增{number}个",
    "建成{noun}{number}个",
)


def document(number: int, chance: random.Random) -> Document:
    """One document of the kind a county publishes, with some of the stock's statements."""
    lines = ["青山县2023年国民经济和社会发展统计公报", "青山县统计局", "", "一、综合"]
    for noun in chance.sample(NOUNS, 16):
        lines.append(f"全年{chance.choice(WAYS).format(noun=noun, number=chance.randint(2, 400))}。")
    for amount in chance.sample(AMOUNTS, 4):
        level, growth = chance.randint(100, 9000) / 10, chance.randint(1, 20)
        lines.append(f"{amount}{level}亿元，比上年增长{growth}.5%。")
    return Document(f"document-{number:04}.txt", "\n".join(lines) + "\n")


def measure(count: int) -> None:
    """Print one row: how many claims, pairs and seconds `count` documents cost."""
    rules = load_rules()
    extractor, chance = Extractor(rules.lexicon), random.Random(count)
    claims: list[Claim] = []
    for number in range(count):
        claims += extractor.read(document(number, chance)).claims
    compared = 0
    real = linking.Block._pair

    def counted(block: linking.Block, a: int, b: int) -> int:
        nonlocal compared
        compared += 1
        return real(block, a, b)

    with mock.patch.object(linking.Block, "_pair", counted):
        begun = perf_counter()
        sets = linking.claim_sets(claims, rules.lexicon, rules.linking)
        taken = perf_counter() - begun
    met = sum(len(s.claims) for s in sets)
    print(
        f"{count:6} documents  {len(claims):7} claims  {met / len(claims):6.1%} met  "
        f"{compared / len(claims):6.1f} pairs a claim  {1e6 * taken / len(claims):7.0f} µs a claim"
    )


if __name__ == "__main__":
    for size in [int(a) for a in sys.argv[1:]] or [5, 50, 500]:
        measure(size)
