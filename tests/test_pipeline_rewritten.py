"""Metamorphic tests: a document against itself written anew. Everything meets, nothing is flagged."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from consistency.model import Claim, Finding, Key, Reading
from consistency.pipeline import compared
from tests import rewriting
from tests.domain import COMPANY, bulletin, read, report, rules
from tests.rewriting import REWRITINGS

pytestmark = pytest.mark.slow
Rewriting = Callable[[str], str]

OWN = Path(__file__).resolve().parent.parent / "seeds"
# Of the claims of a document, how many may be read otherwise once it is written anew.
READ_OTHERWISE = 2
# Of the claims of all documents, the share that meets at least; some abstain against the very same text.
MET = 0.99

PLAIN = report(
    "一、经济运行",
    *COMPANY,
    "进出口总额56.2亿元，增长3.1%，其中出口31.5亿元、进口24.7亿元。工业投资、民间投资分别增长6.1%、7.2%。",
    "全年新建学校3所、医院2座、社区食堂34家；新增停车泊位1860个；打通断头路9条；建成湿地公园12个。",
    "二、社会事业",
    "新增专精特新企业16家，累计达到58家。登记失业率控制在4%以内。每3户居民就有2户用上清洁能源。",
    "旅游接待人次居全省第3位，旅游收入18.5亿元。近1/5的村庄完成改造。空气质量优良天数330天。",
    "一般公共预算收入186000万元，税收收入12.3亿元，占比66.1%。获得国家级荣誉11项。",
)
DOCUMENTS = {"plain": PLAIN, "bulletin": bulletin(*COMPANY)} | {
    path.stem: path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.txt"))
}


understood = cache(read)


@cache
def paired(one: str, other: str) -> tuple[tuple[Reading, Reading], set[tuple[str, int, str]], tuple[Finding, ...]]:
    """Two texts as understood, which of their claims met in the other, and what the rules about values find."""
    readings = understood(one, "a.txt"), understood(other, "b.txt")
    found, sets = compared(readings, rules().chosen(("CC1",), ()))
    met = {mark(c) for s in sets if len({c.document for c in s.claims}) > 1 for c in s.claims}
    return readings, met, found


def mark(claim: Claim) -> tuple[str, int, str]:
    """What tells a claim from every other."""
    return claim.document, claim.mention.number.start, claim.mention.name


def facts(reading: Reading) -> Counter[tuple[Key, object]]:
    """What a document claims, wherever it stands there."""
    return Counter((c.key, c.quantity.base_value) for c in reading.claims)


def unmet(one: str, other: str) -> list[str]:
    """The claims of the first text that met nothing in the second, by their words."""
    (reading, _), met, _ = paired(one, other)
    return [c.span.of(one) for c in reading.claims if mark(c) not in met]


def holds(text: str, rewrite: Rewriting) -> None:
    """Asserts that a document and the same written anew say the same."""
    anew = rewrite(text)
    readings, _, found = paired(text, anew)
    one, other = map(facts, readings)
    assert sum((one - other).values()) <= READ_OTHERWISE, sorted(f"{k} {v}" for k, v in one - other)
    assert sum((other - one).values()) <= READ_OTHERWISE, sorted(f"{k} {v}" for k, v in other - one)
    assert [f.message["zh"] for f in found] == []
    assert len(unmet(text, anew)) <= len(unmet(text, text)) + READ_OTHERWISE, unmet(text, anew)


def changed(text: str) -> dict[str, bool]:
    """Which rewritings change a document at all."""
    return {rewrite.__name__: rewrite(text) != text for rewrite in REWRITINGS}


# -- our own texts ------------------------------------------------------------------------


def test_every_rewriting_changes_something() -> None:
    for name in changed(PLAIN):
        assert any(changed(text)[name] for text in DOCUMENTS.values()), name


@pytest.mark.parametrize("rewrite", REWRITINGS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_text_of_ours_against_itself_written_anew(name: str, rewrite: Rewriting) -> None:
    holds(DOCUMENTS[name], rewrite)


@pytest.mark.parametrize("rewrite", REWRITINGS, ids=lambda f: f.__name__)
def test_of_plain_sentences_every_claim_meets(rewrite: Rewriting) -> None:
    anew = rewrite(PLAIN)
    readings, met, _ = paired(PLAIN, anew)
    assert facts(readings[0]) == facts(readings[1])
    assert [c.span.of(text) for r, text in zip(readings, (PLAIN, anew), strict=True) for c in r.claims
            if mark(c) not in met] == []  # fmt: skip


@pytest.mark.parametrize("first", REWRITINGS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("second", [rewriting.with_residue, rewriting.rescaled], ids=lambda f: f.__name__)
def test_two_rewritings_of_one_text(first: Rewriting, second: Rewriting) -> None:
    one, other = first(PLAIN), second(PLAIN)
    assert unmet(one, other) == []
    assert paired(one, other)[2] == ()


# -- the reference documents --------------------------------------------------------------


@pytest.fixture(scope="module")
def originals(shared: Path) -> list[str]:
    """The reference documents."""
    return [path.read_bytes().decode() for path in sorted((shared / "seeds").glob("*.txt"))]


@pytest.mark.parametrize("rewrite", REWRITINGS, ids=lambda f: f.__name__)
def test_the_reference_documents_against_themselves_written_anew(originals: list[str], rewrite: Rewriting) -> None:
    """Each says the same, and of all of them nearly every claim meets: one test, for reading them takes the time."""
    assert len(originals) == 5
    for text in originals:
        holds(text, rewrite)
    claims = sum(len(understood(text, "a.txt").claims) for text in originals)
    missing = [quote for text in originals for quote in unmet(text, rewrite(text))]
    assert claims > 700
    assert 1 - len(missing) / claims >= MET, missing
