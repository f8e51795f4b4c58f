"""Each sort of witness by itself, in invented texts; and real documents of which a reader told place, year and sort."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from consistency.extract.about import About, about
from consistency.extract.about.evidence import Witness, likeliest, weighed
from consistency.extract.about.head import DocumentHead, publishers
from consistency.extract.about.kind import kinds
from consistency.lexicon import shipped
from consistency.model import Document
from consistency.normalise import fold
from consistency.readers import read

HERE = Path(__file__).parent
TEXTS = tomllib.loads((HERE / "witnesses.toml").read_text(encoding="utf-8"))["text"]
LABELS = [
    line.split("\t")
    for line in (HERE / "labels.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
# Of the documents that a reader has labelled so many are to be right, in hundredths.
RIGHT = {"place": 97, "year": 97, "kind": 95}


@pytest.mark.parametrize("told", TEXTS, ids=[told["why"] for told in TEXTS])
def test_a_witness_tells_what_a_document_is_about(told: dict[str, str]) -> None:
    context = about(Document("-", told["text"])).context
    if "place" in told:
        place = told["place"]
        assert context.entity.endswith(place) if place else context.entity == ""
    assert context.period == told.get("year", context.period)
    assert context.kind == told.get("kind", context.kind)
    assert context.title == told.get("title", context.title)


def test_what_is_found_is_told_with_its_witnesses_and_how_sure_it_is() -> None:
    found = about(Document("-", "关于庆元县2023年预算执行情况的报告\n庆元县财政局\n全县收入12亿元，全县支出9亿元。\n"))
    best = found.places[0]
    assert best.value == "庆元县"
    assert {"title", "body", "named", "level"} <= {witness.sort for witness in best.witnesses}
    assert found.context.entity_sure == best.sure > 90


def test_a_place_named_in_passing_is_less_sure_than_one_in_the_title() -> None:
    passing = about(Document("-", "丰收\n2023年庆元县粮食产量12万吨，庆元县水果产量3万吨。\n")).context
    titled = about(Document("-", "庆元县2023年统计公报\n粮食产量12万吨。\n")).context
    assert passing.entity == titled.entity == "庆元县"
    assert 0 < passing.entity_sure < titled.entity_sure <= 100


def test_what_is_not_told_is_not_sure() -> None:
    context = about(Document("-", "粮食产量12万吨。\n")).context
    assert (context.entity, context.entity_sure, context.period, context.period_sure) == ("", 0, "", 0)


@pytest.mark.parametrize(
    ("name", "place", "year"),
    [("庆元县2023年总结.txt", "庆元县", "2023"), ("a.txt", "", ""), ("20240312.txt", "", "")],
)
def test_the_name_of_a_file_is_asked_last(name: str, place: str, year: str) -> None:
    context = about(Document(name, "粮食产量12万吨。\n")).context
    assert (context.entity, context.period) == (place, year)
    other = about(Document(name, "龙泉市2021年统计公报\n全市粮食产量12万吨。\n")).context
    assert (other.entity, other.period) == ("龙泉市", "2021")


def test_two_witnesses_of_one_sort_count_once() -> None:
    once = weighed([Witness("甲县", Fraction(8), "title")])
    twice = weighed([Witness("甲县", Fraction(8), "title"), Witness("甲县", Fraction(6), "title")])
    assert [c.sure for c in once] == [c.sure for c in twice]


def test_one_weak_witness_convinces_nobody() -> None:
    assert likeliest(weighed([Witness("甲县", Fraction(1), "named")])) is None


def test_publishers_stand_on_a_line_of_their_own_or_behind_the_word_for_it() -> None:
    head = DocumentHead.of(
        "公报\n来源：庆元县统计局 2024-03-01 10:20:30\n全县粮食产量12万吨。\n庆元县统计局\n", shipped().about
    )
    assert [one.value for one in publishers(head)] == ["庆元县统计局"]


def test_the_sort_of_a_text_that_nothing_tells_is_news() -> None:
    text = "粮食产量12万吨。\n"
    assert kinds(DocumentHead.of(text, shipped().about), text)[0].value == "news"


@cache
def _understood(path: Path) -> About:
    document = read(str(path))
    assert isinstance(document, Document), path
    return about(document)


@pytest.mark.parametrize("part", list(RIGHT))
def test_real_documents_are_about_what_a_reader_says(shared: Path, part: str) -> None:
    wrong = []
    for path, place, year, sort in LABELS:
        found = _understood(shared / "corpora" / path).context
        right = {"place": found.entity.endswith(place), "year": found.period[:4] == year, "kind": found.kind == sort}
        wrong += [] if right[part] else [(path, found.entity, found.period, found.kind)]
    assert 100 * (len(LABELS) - len(wrong)) >= RIGHT[part] * len(LABELS), wrong


def test_texts_are_folded_before_they_are_asked() -> None:
    assert fold("慶元縣二○二三年").text == "庆元县2023年"
