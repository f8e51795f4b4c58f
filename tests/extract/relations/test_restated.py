"""One number told twice, in two units or in words and in figures."""

import pytest

from tests.extract.relations.lines import told

WRITTEN = (
    ("粮食产量45.1万吨（9.02亿斤）。", "45.1万吨: 9.02亿斤"),
    ("粮食播种面积119千公顷（178.5万亩）。", "119千公顷: 178.5万亩"),
    ("粮食播种面积119千公顷，折合178.5万亩。", "119千公顷: 178.5万亩"),
    ("园区面积3.2平方公里（合4800亩）。", "3.2平方公里: 4800亩"),
    ("处以罚款壹拾贰万叁仟元（¥123,000）。", "壹拾贰万叁仟元: ¥123,000"),
    ("合同金额人民币壹佰贰拾万元整（1200000元）。", "人民币壹佰贰拾万元整: 1200000元"),
    ("总投资1.25亿元（即12500万元）。", "1.25亿元: 12500万元"),
)
NONE = (
    "总投资12亿元（8000万元）。",
    "总投资12亿元（年内完成8000万元）。",
    "粮食产量45.1万吨（夏粮9亿斤）。",
    "粮食产量45.1万吨（约9亿斤）。",
    "原煤产量100万吨，折合71万吨标准煤。",
    "总投资1.2亿美元（8.6亿元）。",
    "粮食产量45.1万吨（9.02亿斤以上，夏粮3亿斤）。",
    "收入12亿元（10亿元）。",
)


@pytest.mark.parametrize(("line", "pair"), WRITTEN)
def test_one_number_told_twice_is_read(line: str, pair: str) -> None:
    assert told(line, "restated") == [f"restated: {pair}"]


@pytest.mark.parametrize("line", NONE)
def test_two_numbers_are_two(line: str) -> None:
    assert told(line, "restated") == []
