"""How long a cell of a table takes, beside a number in a sentence: budgets annexed to a report have ten thousand cells.

    python benchmarks/tables.py [CELLS]

A budget annex of CELLS cells (10,000 unless told), and of a quarter of them, is read with its relations; so is a report
that tells as many numbers in sentences. Printed are the microseconds for a cell at both sizes, for a number in a
sentence, and their ratios. Ends with 1 where a cell of the large annex takes more than 1.5 times one of the small, or
more than half a number in a sentence: machines differ, and ratios in one run do not.
"""

from __future__ import annotations

import gc
import sys
from time import process_time

from consistency.commands.faults import UNTIL_CYCLES
from consistency.extract.mentions import Extractor
from consistency.lexicon import load_lexicon
from consistency.model import Document
from consistency.pipeline import understood
from consistency.rule_folder import rule_folder

TOO_STEEP = 1.5
TOO_SLOW = 0.5
RUNS = 3
WORDS = "东南西北中上下前后左右内外大小"  # what tells the accounts of one sort apart
ACCOUNTS = (
    "教育管理事务",
    "职业教育",
    "行政运行",
    "公安",
    "就业补助",
    "抚恤",
    "公立医院",
    "公共卫生",
    "污染防治",
    "水利",
)
COLUMNS = 5
TITLE = "青山县2023年一般公共预算支出决算表\n单位：万元\n"
HEAD = "| 项目 | 2022年决算数 | 2023年预算数 | 2023年决算数 | 比上年增长% | 完成预算% |\n"


def annex(cells: int) -> str:
    """A budget annex of some cells: amounts of two years, growth and how far the budget was carried out."""
    rows = [TITLE, HEAD]
    for at in range(cells // COLUMNS):
        was, budget, now = 1000 + at * 37 % 90_000, 1100 + at * 53 % 90_000, 1050 + at * 41 % 90_000
        growth, rate = (now - was) * 1000 // was, now * 1000 // budget
        name = ACCOUNTS[at % len(ACCOUNTS)] + "".join(WORDS[at // size % len(WORDS)] for size in (225, 15, 1)) + "路"
        rows.append(f"| {name} | {was:,} | {budget:,} | {now:,} | {growth / 10}% | {rate / 10}% |\n")
    return "".join(rows)


def report(numbers: int) -> str:
    """A report that tells some numbers in sentences."""
    told = ["青山县2023年预算执行情况报告\n"]
    for at in range(numbers // 2):
        told.append(f"{ACCOUNTS[at % len(ACCOUNTS)]}支出{1000 + at * 37 % 90_000}万元，增长{at % 90 / 10}%。\n")
    return "".join(told)


def microseconds(extractor: Extractor, text: str, numbers: int) -> float:
    """The microseconds for a number of a text, the least of some runs."""
    best = float("inf")
    for _ in range(RUNS):
        begun = process_time()
        understood(extractor, Document("annex.txt", text))
        best = min(best, process_time() - begun)
    return best / numbers * 1e6


def main() -> int:
    """Measure and print; 1 where a cell takes too long."""
    gc.set_threshold(UNTIL_CYCLES)  # as the program does
    cells = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    extractor = Extractor(load_lexicon(rule_folder()))
    understood(extractor, Document("warm.txt", annex(200)))  # dictionaries are loaded once
    small, large = (microseconds(extractor, annex(size), size) for size in (cells // 4, cells))
    sentence = microseconds(extractor, report(cells // 4), cells // 4)
    print(f"{small:8.0f} µs a cell of {cells // 4:,}")
    print(f"{large:8.0f} µs a cell of {cells:,}: {large / small:.2f} times as long")
    print(f"{sentence:8.0f} µs a number in a sentence: a cell takes {large / sentence:.2f} of it")
    return int(large > TOO_STEEP * small or large > TOO_SLOW * sentence)


if __name__ == "__main__":
    sys.exit(main())
