"""That no document takes more than its length's time, whatever its shape: one paragraph, one sentence, no stop at all.

    python benchmarks/long_texts.py [LENGTH] [SHAPE]

Each shape is read, with its damage, and compared by every rule at a quarter, a half and all of LENGTH characters
(40,000 unless told), twice, of which the shorter time counts. Printed are the microseconds for a character at each and
by which power of its length time grows from the first to the last: about 1 where it grows with the length alone, 2
where it grows with its square. Ends with 1 where one is above 1.15.
"""

from __future__ import annotations

import sys
from math import log2
from time import process_time

from consistency.engine import Rules, load_rules
from consistency.extract.mentions import Extractor
from consistency.model import Document
from consistency.pipeline import compared, understood

TOO_STEEP = 1.15
TITLE = "青山县2023年国民经济和社会发展统计公报\n"
# Each is repeated behind the title.
SHAPES = {
    "short paragraphs": "全年粮食产量12.3万吨，比上年增长3.1%。蔬菜产量45.6万吨。\n",
    "one paragraph": "全年粮食产量12.3万吨，比上年增长3.1%。其中，夏粮4.5万吨。分产业看，第一产业增长2.1%。",
    "one sentence": "粮食产量12.3万吨，比上年增长3.1%，蔬菜产量45.6万吨，",
    "one clause": "粮食产量12.3万吨蔬菜产量45.6万吨",
    "a list": "粮食12.3万吨、蔬菜45.6万吨、",
    "a list of ranks": "总量、增速均居全省第一、",
    "figures without a unit": "3.1、",
    "percentages": "3%、",
    "parallel subjects": "出口、进口、投资分别增长3%、4%、5%，",
    "parts": "其中，夏粮4.5万吨。",
    "accounts": "加上补助3亿元，减去上解2亿元，财力总计7亿元，",
    "rises": "余额518亿元，比上年增加157亿元，增长43.5%，",
    "rates of a target": "预算4亿元，完成3亿元，完成预算的75%，",
    "changes": "由12亿元提高到15亿元，",
    "shares": "占全市的12%，占全省的3%，",
    "one line of figures": "7",
    "one line of numerals": "三",
    "items of a list": "一是粮食产量12万吨；",
    "conditions": "粮食产量12万吨以上的，",
    "brackets in brackets": "（《“",
    "remarks in brackets": "粮食产量(含豆类)12.3万吨，其中(全省(7.7%)、全国(7%))，",
    "quotation marks": "“百园千企”行动带动12家，",
    "places": "江北区粮食产量12万吨，宁波市江北区增长3%，全国增长5%，",
    "places alone": "江北区",
    "headings": "一、发展情况\n(一)经济\n1.交通\n",
    "headings without a number": "交通\n2023年\n",
    "headings run together": "1.交通情况",
    "list marks": "1.",
    "no number": "推动高质量发展",
    "commas": "，",
    "open brackets": "(",
    "blank lines": "\n",
    "years of the Republic": "民國112年粮食产量12萬噸。",
    "lost characters": "\ufffd3.",
    "rows between bars": "| 粮食产量(万吨) | 12.1 | 3.5 |\n",
    "bars and nothing between": "|-|\n",
    "cells between tabs": "粮食产量\t12.1\n",
    "words between tabs": "粮食\t丰收\n",
    "words between blanks": "粮食  丰收\n",
    "a cell a line": "\t指标\n\t单位\n\t数值\n\n\t粮食\n\t万吨\n\t12.1\n\n",
    "a word a line": "\t粮食\n",
    "three words a row": "\t粮食\n\t蔬菜\n\t水果\n\n",
    "lines set in and not": "粮食\n\t蔬菜\n",
}


def each(extractor: Extractor, rules: Rules, shape: str, length: int) -> float:
    """Microseconds for a character of a document of one shape, the better of two."""
    text = TITLE + (shape * (length // len(shape) + 1))[:length] + "\n粮食产量12.3万吨。\n"
    times = []
    for _ in range(2):
        begun = process_time()
        compared([understood(extractor, Document("long.txt", text))], rules)
        times.append(process_time() - begun)
    return min(times) / len(text) * 1e6


def main() -> int:
    """Measure and print; 1 where time grows faster than length."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 40_000
    rules = load_rules()
    extractor = Extractor(rules.lexicon)
    each(extractor, rules, "粮食产量12万吨。\n", 1000)  # dictionaries are loaded once
    steep = []
    for name, shape in SHAPES.items() if len(sys.argv) < 3 else [(sys.argv[2], SHAPES[sys.argv[2]])]:
        times = [each(extractor, rules, shape, size) for size in (length // 4, length // 2, length)]
        power = 1 + log2(times[-1] / times[0]) / 2
        print(f"{name:26} {' '.join(f'{time:8.1f}' for time in times)} µs  ^{power:.2f}", flush=True)
        steep += [name] if power > TOO_STEEP else []
    if steep:
        print(f"grows faster than its length: {', '.join(steep)}")
    return 1 if steep else 0


if __name__ == "__main__":
    raise SystemExit(main())
