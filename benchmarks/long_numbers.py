"""That no text of figures, units and marks takes the reader of quantities more than its length's time.

    python benchmarks/long_numbers.py [LENGTH]

Each kind of text is read at a 16th, a 4th and the whole of LENGTH characters (16,000 unless told). Printed is
the processor time for a character at each size, in nanoseconds, and how many times the largest is the smallest: about 1
where time grows with the length alone, 16 where it grows with its square. Ends with 1 where one is above 4.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from time import process_time

from consistency.extract.quantities.bare import NumberReader
from consistency.extract.quantities.scanner import QuantityReader
from consistency.lexicon import load_lexicon
from consistency.rule_folder import rule_folder

TOO_STEEP = 4.0
# Each is repeated; chosen to make a pattern try long, fail late and begin again.
PATTERNS = (
    *(
        "1",
        "11",
        "1,",
        "1,111",
        "1.",
        "1.1",
        "1 ",
        "1-",
        "1—",
        "1~",
        "1至",
        "1:",
        "1∶1",
        "1/",
        "1+",
        "1×",
        "1·",
        "-1",
        "1(",
        "(1)",
    ),
    *(
        "一",
        "一百",
        "百千",
        "零",
        "两",
        "两两",
        "十万",
        "万亿",
        "一点",
        "点一",
        "第一",
        "第",
        "每",
        "每3",
        "每3辆",
        "半",
        "一半",
    ),
    *(
        "1万",
        "1万1",
        "3万5千",
        "1亿零",
        "千千",
        "百分之",
        "百分之1",
        "分之",
        "一分之一",
        "1个",
        "1个多",
        "个半",
        "1元1角",
        "2小时30分",
    ),
    *(
        "近",
        "近近1",
        "约1",
        "不超过",
        "不超过1以上",
        "1以上1以下",
        "以上",
        "1年",
        "2023年",
        "2023-",
        "2023.1",
        "19",
        "1月",
        "1号",
        "1年计划",
    ),
    *(
        "《",
        "《1",
        "“",
        "“1",
        "“1”",
        "(",
        "〔2023〕",
        "http://",
        "http://1",
        "/a/a.",
        "GB",
        "GB1",
        "www.",
        "[1",
        "\n1.",
        "\n 1、",
        "\t1\n",
    ),
    *(
        "1m",
        "m2",
        "1kg",
        "1GB",
        "A1",
        "PM2.5",
        "1G",
        "翻",
        "翻一番",
        "七八",
        "三五",
        "几",
        "几十",
        "数百",
        "上千",
        "首位",
        "前十",
        "3成",
        "成",
    ),
    *(
        "居全市第",
        "占全市第1，",
        "比1大",
        "1和1之间",
        "1与",
        "由1到1",
        "从1到1不等",
        "1%",
        "1%-1%",
        " ",
        "　",
        "\n",
        "，",
        "。",
        "?",
        "𝟙",
        "①",
        "٣",
    ),
)
ALPHABET = (
    "0123456789.,-—~/%:+·零一二三四五六七八九十百千万亿两半几数第每成分之点余多来近超约以上下至到和从元家个年月日号米"
    "(（)）《》“”，。 \n[]"
)


def texts(length: int) -> dict[str, str]:
    """Texts of one length, by what they are made of."""
    made = {pattern: (pattern * (length // len(pattern) + 1))[:length] for pattern in PATTERNS}
    chance = random.Random(length)
    for name in ("any characters", "any characters again"):
        made[name] = "".join(chance.choice(ALPHABET) for _ in range(length))
    pieces = [p for p in PATTERNS if p.strip()]
    made["any patterns"] = "".join(chance.choice(pieces) for _ in range(length))[:length]
    for head, tail in (("《", "1"), ("“", "1"), ("每", "一"), ("1", " "), ("-", "-"), ("(", "1"), ("一", "分")):
        made[f"{head} and then only {tail}"] = (head + tail * length)[:length]
    return made


def each(read: Callable[[str], object], text: str) -> float:
    """Nanoseconds for a character, best of three."""
    best = float("inf")
    for _ in range(3):
        begun = process_time()
        read(text)
        best = min(best, process_time() - begun)
    return best / len(text) * 1e9


def main() -> int:
    """Measure and print; 1 where time grows faster than length."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 16_000
    lexicon = load_lexicon(rule_folder())
    sizes = (length // 16, length // 4, length)
    steep = []
    for name, read in (("quantities", QuantityReader(lexicon).read), ("bare numbers", NumberReader(lexicon).read)):
        made = [texts(size) for size in sizes]
        rows = [(kind, [each(read, text[kind]) for text in made]) for kind in made[0]]
        rows.sort(key=lambda row: -row[1][-1] / row[1][0])
        print(
            f"{name}: {len(rows)} kinds of text of {', '.join(f'{size:,}' for size in sizes)} characters; the steepest:"
        )
        for kind, times in rows[:12]:
            print(f"  {kind!r:24} {' '.join(f'{t:9.0f}' for t in times)} ns  x{times[-1] / times[0]:.2f}")
        slowest = max(rows, key=lambda row: row[1][-1])
        print(f"  slowest for a character: {slowest[0]!r}, {slowest[1][-1]:.0f} ns\n")
        steep += [kind for kind, times in rows if times[-1] / times[0] > TOO_STEEP]
    if steep:
        print(f"grows faster than its length: {steep}")
    return 1 if steep else 0


if __name__ == "__main__":
    raise SystemExit(main())
