"""Collation as a whole: reprints, order, positions, and nothing false between clean documents."""

from itertools import permutations
from pathlib import Path

import opencc
import pytest

from consistency.collate.collation import variants
from consistency.collate.siblings import numbered, siblings
from consistency.collate.stream import Stream, is_number, stream
from consistency.damage import damages
from consistency.model import Document
from consistency.offsets import Span
from consistency.reprints import families
from tests.collate.passages import SHARED, collated
from tests.domain import extractor

HURT = "全年修补路面37.4m2、绿化带若干。创成国家森林防火预惊监测试点示范县。"
WHOLE = "全年修补路面37.4万m2、绿化带若干。创成国家森林防火预警监测试点示范县。"


def streams(*texts: str) -> list[Stream]:
    """The token streams of texts."""
    return [stream(Document(f"{n}.txt", text)) for n, text in enumerate(texts)]


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [
        Document(f"{n}.txt", "\n".join((SHARED[0], text, SHARED[1]))) for n, text in enumerate((HURT, WHOLE, WHOLE))
    ]
    readings = [extractor().read(document) for document in documents]
    family = families({r.document.path: r.page.text for r in readings})
    told = {variants(order, family, {}) for order in permutations(readings)}
    assert len(told) == 1


def test_places_lie_in_the_text_as_read() -> None:
    whole = opencc.OpenCC("s2t").convert(WHOLE).replace("縣", "縣(xiàn)")
    by_kind = {v.kind: v for v in collated(HURT, whole)}
    loss, name = by_kind["scale_lost"], by_kind["name"]
    text = "青山县人民政府2023年政府工作报告完成情况\n" + "\n".join((SHARED[0], whole, SHARED[1], ""))
    assert loss.others[0].span.of(text).endswith("37.4萬m2")
    (there,) = (p for p in (*name.places, *name.others) if p.document == "1.txt")
    assert there.span.of(text) == "創成國家森林防火預警監測試點示範縣"
    assert all(0 < p.span.end - p.span.start <= 160 for v in by_kind.values() for p in (*v.places, *v.others))


def test_numbers_are_one_token_and_commas_of_thousands_no_difference() -> None:
    (one, other) = streams("新增1,236.5亿元", "新增1236.5亿元")
    assert one.marks == other.marks
    assert [is_number(mark) for mark in one.marks] == [False, False, True, False, False]


def test_a_masked_span_is_like_nothing_else() -> None:
    document = Document("a.txt", "新增3家企业")
    masked, plain = stream(document, [Span(2, 4)]), stream(document)
    assert masked.marks[:2] == plain.marks[:2]
    assert masked.marks[2:4] != plain.marks[2:4]


def test_siblings_share_numbers_not_phrases() -> None:
    told = "".join(SHARED)
    other_year = "2022年，全县建成停车场38个，新建公厕17座，修复桥梁28座，惠及居民2700户。粮食产量36.9万吨。"
    assert siblings([numbered(s) for s in streams(told, told, other_year)], {}) == [(0, 1)]


def test_reprints_meet_in_a_star_and_not_each_with_each() -> None:
    copies = streams(*["".join(SHARED)] * 40)
    pairs = siblings([numbered(s) for s in copies], {s.path: "0.txt" for s in copies})
    assert len(pairs) == 39


def test_many_siblings_are_laid_beside_a_few() -> None:
    tales = [f"{''.join(SHARED)}第{n}篇另有新增企业{100 + n}家、公园{300 + n}个。" for n in range(60)]
    assert len(siblings([numbered(s) for s in streams(*tales)], {})) <= 60 * 8


@pytest.mark.parametrize("script", ["", "s2t", "s2tw", "s2hk"])
def test_nothing_differs_between_clean_documents(shared: Path, script: str) -> None:
    documents = []
    for folder in ("luoyang-2025", "yiyang-2025", "henan-gwr"):
        for path in sorted((shared / "corpora" / folder).glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            documents.append(Document(f"{folder}/{path.name}", text))
            if script:
                documents.append(Document(f"{folder}/{path.name}.{script}", opencc.OpenCC(script).convert(text)))
    readings = [extractor().read(document) for document in documents]
    family = families({r.document.path: r.page.text for r in readings})
    found = variants(readings, family, {d.path: [x.span for x in damages(d)] for d in documents})
    assert [(v.kind, v.form, v.other) for v in found] == []
