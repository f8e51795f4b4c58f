"""Findings of damaged text: severity, proposal, witnesses, positions, and what they are worth on real documents."""

import json
from functools import cache
from pathlib import Path

import pytest

from consistency.checks import damaged
from consistency.checks.rule import Rule
from consistency.damage.gbk import slipped
from consistency.model import Document, Finding, Passage, Severity
from tests.checks.text_rules import case, found, rule, text_rules
from tests.checks.text_rules import findings as findings_of

VERDICTS = Path(__file__).with_name("text_verdicts.jsonl")
SHARED = (
    "新建公厕12座，建成停车场57个，修复桥梁35座，惠及群众3200户，新增车位2418个。"
    "全县上下同心协力，农业生产形势良好，乡村道路畅通，饮水安全有保障，邻里和睦，老人孩子各得其所。"
    "各乡镇因地制宜发展茶叶、蚕桑、药材等特色种植，合作社带动农户增收，集市日益红火。"
)
LOSSES = {"fused_digits", "unit_lost", "magnitude_unit_lost", "delimiter_lost"}


def documents(*texts: str) -> list[str]:
    """Texts among shared facts, so that they are siblings."""
    titles = ("青山县2023年工作总结", "青山县人民政府2023年政府工作报告", "青山县2023年大事记")
    return [f"{title}\n{text}\n{SHARED}\n" for title, text in zip(titles, texts, strict=False)]


@pytest.mark.parametrize("rule", text_rules(), ids=lambda r: r.id)
def test_the_examples_of_a_rule_hold(rule: Rule) -> None:
    assert {e.fires for e in rule.examples} == {True, False}
    for example in rule.examples:
        assert any(f.rule == rule.id for f in found(*example.texts)) is example.fires, example.texts


def test_every_kind_of_damage_but_split_titles_belongs_to_one_rule() -> None:
    told = [kind for r in text_rules() if r.kind == "damaged" for kind in r.params["kinds"]]
    assert len(told) == len(set(told))
    assert damaged.KINDS - set(told) == {"split_title"}
    assert set(told) <= damaged.KINDS


def test_a_loss_shows_both_copies_and_proposes_the_other_reading() -> None:
    hurt, whole = documents("全年修补路面37.4m2。", "全年修补路面37.4万m2。")
    (finding,) = found(hurt, whole)
    assert (finding.rule, finding.severity) == ("CC306", Severity.ERROR)
    assert [c.span.of(t) for c, t in zip(finding.claims, (hurt, whole), strict=True)] == [
        "全年修补路面37.4m2",
        "全年修补路面37.4万m2",
    ]
    assert finding.suggestion is not None
    assert "37.4万m2" in finding.suggestion["zh"]
    assert "供核对" in finding.suggestion["zh"]


def test_alone_the_same_place_is_a_guess() -> None:
    (finding,) = found(documents("全年修补路面37.4m2。")[0])
    assert (finding.rule, finding.severity) == ("CC307", Severity.WARNING)


def test_copies_of_one_text_are_one_witness() -> None:
    whole = "全年修补路面37.4万m2。"
    (finding,) = found(*documents("全年修补路面37.4m2。", whole, whole))
    ((_, ours), (_, theirs)) = finding.sides
    assert len(ours) == 1
    assert len(theirs) == 1  # three reprints: whoever holds the other reading is one source
    assert len(finding.claims) == 3


def test_what_cannot_be_read_is_told_by_who_can() -> None:
    text = "落实惠农政策二十项{}展顺利，农村面貌逐步改善，群众满意度明显提高。"
    hurt = text.format(slipped("。“放心菜”行動進"))
    (finding,) = found(*documents(hurt, text.format("。“放心菜”行动进")))
    assert finding.rule == "CC301"
    assert finding.suggestion is not None
    assert "“。“放心菜”行动进”" in finding.suggestion["zh"]
    assert {c.document for c in finding.claims} == {"0.txt", "1.txt"}


@pytest.mark.parametrize("marks", ["。", "，", "；"])
def test_the_reading_of_others_takes_no_mark_that_still_stands(marks: str) -> None:
    text = (
        "全年开展技能培训若干场，群众反响良好，城镇新增就业{}2万人" + marks + "农村面貌逐步改善，群众满意度明显提高。"
    )
    (finding,) = found(*documents(text.format("\ufffd"), text.format("7.")))
    assert [value for value, _ in finding.sides] == ["\ufffd2万人", "7.2万人"]


def test_damage_that_stands_twice_has_two_fingerprints() -> None:
    text = "工作进度大缩短了工期。成效也大缩短了工期。"
    first, second = found(text)
    assert first.fingerprint != second.fingerprint
    assert found("前言。\n" + text)[0].fingerprint == first.fingerprint


# -- real documents -----------------------------------------------------------------------


@cache
def on_seeds(folder: Path) -> tuple[dict[str, str], list[Finding]]:
    """The reference documents, and what the rules about the text find among them."""
    with_texts = {p.name: p.read_bytes().decode() for p in sorted(folder.glob("*.txt"))}
    return with_texts, findings_of(case(*(Document(name, text) for name, text in with_texts.items())))


def touches(finding: Finding, texts: dict[str, str], entry: dict[str, list[str]]) -> bool:
    """Whether a finding lies over as many quotes of an entry of the gold as it must."""
    hit = 0
    for key, quote in zip(entry["docs"], entry["quotes"], strict=True):
        name = next(n for n in texts if n.startswith(key))
        starts = [i for i in range(len(texts[name])) if texts[name].startswith(quote, i)]
        hit += any(
            c.document == name and c.span.start < s + len(quote) and s < c.span.end
            for c in finding.claims
            for s in starts
        )
    return hit >= min(2, len(entry["quotes"]))


def reached(shared: Path, sorts: set[str]) -> tuple[int, int]:
    """How many firm conflicts of some sorts are found, of how many."""
    texts, told = on_seeds(shared / "seeds")
    rows = [json.loads(line) for line in (shared / "gold" / "seeds.dev.jsonl").read_text(encoding="utf-8").splitlines()]
    groups: dict[str, list[dict[str, list[str]]]] = {}
    for row in rows:
        if row["kind"] == "conflict":
            groups.setdefault(row.get("group", row["id"]), []).append(row)
    firm = [
        rows
        for rows in groups.values()
        if rows[0]["type"] in sorts  # type: ignore[comparison-overlap]
        and not all(r.get("optional") or r.get("confidence") in ("medium", "low") for r in rows)  # type: ignore
    ]
    return sum(any(touches(f, texts, row) for row in rows for f in told) for rows in firm), len(firm)


def test_every_loss_is_found(shared: Path) -> None:
    found, of = reached(shared, LOSSES)
    assert of > 5
    assert found == of


def test_most_damaged_text_is_found(shared: Path) -> None:
    found, of = reached(shared, {"damaged_text"})
    assert found >= 0.85 * of


def test_most_names_stages_and_scopes_are_found(shared: Path) -> None:
    found, of = reached(shared, {"name_variant", "status", "scope"})
    assert found >= 0.75 * of


def test_nine_in_ten_errors_and_warnings_are_right(shared: Path) -> None:
    """Judged by hand, each once: text_verdicts.jsonl. A finding without a verdict has to be judged."""
    texts, told = on_seeds(shared / "seeds")
    rows = [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines()]
    judged = {(r["rule"], r["document"], r["quote"]): r["verdict"] for r in rows}
    loud = [f for f in told if f.severity is not Severity.INFO]
    keys = [(f.rule, f.claims[0].document[:3], f.claims[0].span.of(texts[f.claims[0].document])[:20]) for f in loud]
    assert [key for key in keys if key not in judged] == []
    right = sum(judged[key] == "right" for key in keys)
    assert right >= 0.9 * len(keys)
    assert len(keys) > 40


def test_claims_on_real_documents_are_tight(shared: Path) -> None:
    texts, told = on_seeds(shared / "seeds")
    for finding in told:
        for claim in finding.claims:
            assert isinstance(claim, Passage)
            assert 0 < claim.span.end - claim.span.start <= 160
            assert claim.span.end <= len(texts[claim.document])


def test_rules_are_told_apart_by_their_kinds() -> None:
    assert rule("CC306").params["kinds"] == ["scale_lost"]
