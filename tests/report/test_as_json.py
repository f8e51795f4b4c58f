"""The JSON report: described by its schema, exact, and the same whatever the language."""

import json
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from consistency.interval import Interval
from consistency.model import Bound, Claim, Document, Passage, Reading, Report, Severity, Verdict
from consistency.offsets import Span
from consistency.report import as_json, claims_json
from tests.report.samples import (
    FEWER_JOBS,
    JOBS_DISAGREE,
    JOBS_SET,
    MORE_JOBS,
    READINGS,
    UNREAD,
    WORDS_DISAGREE,
    WORK_REPORT,
    known,
    report,
)

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8"))
REPORT = Draft202012Validator(SCHEMA)
MENTIONS = Draft202012Validator({"$ref": "#/$defs/mentions", "$defs": SCHEMA["$defs"]})


def written(of: Report, lang: str = "zh") -> dict[str, Any]:
    """The report as JSON read back, after the schema has had its say."""
    read: dict[str, Any] = json.loads(as_json.render(of, lang))
    REPORT.validate(read)
    return read


def saying(bound: Bound, expected: Interval) -> Claim:
    """The claim of 6.5万人 with another bound."""
    mention = MORE_JOBS.mention
    return Claim(replace(mention, quantity=replace(mention.quantity, bound=bound, expected=expected)), MORE_JOBS.key)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("severity", Severity)
def test_findings_and_groups_of_every_verdict_and_severity_fit_the_schema(verdict: Verdict, severity: Severity) -> None:
    found = written(
        report([replace(JOBS_DISAGREE, verdict=verdict, severity=severity)], sets=[replace(JOBS_SET, verdict=verdict)])
    )
    assert found["findings"][0]["verdict"] == found["groups"][0]["verdict"] == verdict.value
    assert found["findings"][0]["severity"] == severity.value


def test_how_a_finding_stands_to_an_earlier_report() -> None:
    found = written(report([JOBS_DISAGREE, known(JOBS_DISAGREE), known(JOBS_DISAGREE, "new")]))
    assert [finding["baseline"] for finding in found["findings"]] == [None, "unchanged", "new"]


def test_an_empty_report_fits_the_schema() -> None:
    found = written(Report((), (), (), ()))
    assert found["coverage"] == {"quantities": 0, "claims": 0, "met": 0, "alone": []}


def test_a_claim_says_where_it_stands_and_what_it_says() -> None:
    first = written(report())["findings"][0]["claims"][1]
    assert first == {
        "path": "统计公报.txt",
        "start": 25,
        "end": 37,
        "line": 3,
        "column": 3,
        "quote": "城镇新增就业超5.5万人",
        "context": "全年城镇新增就业超5.5万人，登记失业率控制在较低水平。",
        "value": "5.5",
        "unit": "万人",
        "base_value": "55000",
        "base_unit": "人",
        "dimension": "count",
        "bound": "over",
        "low": "55000",
        "high": "60500",
        "entity": "青石区",
        "indicator": "城镇新增就业",
        "measure": "level",
        "period": "2023",
        "status": "actual",
        "scope": "",
        "whole": "",
        "basis": "",
    }


def test_the_primary_claim_comes_first() -> None:
    swapped = replace(JOBS_DISAGREE, claims=(FEWER_JOBS, MORE_JOBS))
    assert [c["path"] for c in written(report([swapped]))["findings"][0]["claims"]] == ["统计公报.txt", "工作报告.txt"]


def test_an_interval_without_an_end_is_null_there() -> None:
    claim = saying(Bound.AT_LEAST, Interval(Fraction(65000), None))
    found = written(report([replace(JOBS_DISAGREE, claims=(claim,))]))["findings"][0]["claims"][0]
    assert (found["low"], found["high"]) == ("65000", None)


def test_thirds_are_told_to_twelve_digits() -> None:
    claim = saying(Bound.ABOUT, Interval(Fraction(200, 3), Fraction(400, 3)))
    found = written(report([replace(JOBS_DISAGREE, claims=(claim,))]))["findings"][0]["claims"][0]
    assert (found["low"], found["high"]) == ("66.6666666667", "133.333333333")


def test_a_finding_about_words_has_places_and_no_values() -> None:
    (finding,) = written(report([WORDS_DISAGREE]))["findings"]
    assert finding["key"] is None
    assert [claim["quote"] for claim in finding["claims"]] == ["过去一年", "去年"]
    placed = ("path", "start", "end", "line", "column", "quote", "context")
    assert {value for claim in finding["claims"] for name, value in claim.items() if name not in placed} == {None}


def test_quotes_are_what_stands_in_the_document() -> None:
    texts = {reading.document.path: reading.document.text for reading in READINGS}
    found = written(report())
    claims = [claim for part in ("findings", "groups") for entry in found[part] for claim in entry["claims"]]
    assert len(claims) == 3 + 2 + 3 + 2
    for claim in claims:
        assert claim["quote"] == texts[claim["path"]][claim["start"] : claim["end"]]
        assert claim["quote"] in claim["context"]


def test_documents_and_coverage_are_counted() -> None:
    found = written(report())
    assert [(d["path"], d["quantities"], d["claims"]) for d in found["documents"]] == [
        ("工作报告.txt", 4, 2),
        ("统计公报.txt", 2, 2),
        ("转载/新闻摘编.txt", 1, 1),
    ]
    assert found["documents"][0]["characters"] == len(WORK_REPORT.text)
    assert found["coverage"] == {"quantities": 7, "claims": 5, "met": 5, "alone": []}


def test_what_could_not_be_read_is_listed() -> None:
    assert written(report(problems=[UNREAD]), "en")["errors"] == [{"path": "附件.pdf", "message": "no reader for .pdf"}]


def test_the_language_changes_messages_and_nothing_else() -> None:
    both = [written(report(problems=[UNREAD]), lang) for lang in ("zh", "en")]
    assert both[0]["findings"][0]["message"] == "6.5万人与超5.5万人不一致"
    assert both[1]["findings"][0]["message"] == "6.5万人 disagrees with 超5.5万人"
    for found in both:
        for entry in found["findings"]:
            del entry["message"], entry["suggestion"]
        del found["errors"]
    assert both[0] == both[1]


def test_the_keys_stand_in_the_order_of_the_schema() -> None:
    found, defs = written(report(problems=[UNREAD])), SCHEMA["$defs"]
    assert list(found) == list(SCHEMA["properties"])
    for part, name in (("documents", "document"), ("findings", "finding"), ("groups", "group"), ("errors", "error")):
        assert list(found[part][0]) == list(defs[name]["properties"])
    for finding in found["findings"]:
        assert list(finding["claims"][0]) == list(defs["claim_fields"]["properties"])
    assert list(found["findings"][0]["key"]) == list(defs["key"]["properties"])


def test_chinese_stays_readable_and_the_last_line_ends() -> None:
    text = as_json.render(report())
    assert "城镇新增就业" in text
    assert text.endswith("}\n")


def test_a_document_cannot_break_out_of_the_json() -> None:
    document = Document('坏"\udce5\n.txt', '收入\u202e\x1b[2J"80亿元"\u2028')
    reading = Reading(document, READINGS[0].context, ())
    finding = replace(WORDS_DISAGREE, claims=(Passage(document.path, Span(0, len(document.text))),))
    raw = as_json.render(report([finding], readings=[reading], sets=[])).encode()
    assert not [c for c in raw.decode() if c != "\n" and not c.isprintable()]
    (claim,) = json.loads(raw)["findings"][0]["claims"]
    assert (claim["path"], claim["quote"]) == (document.path, document.text)


def subschemas(node: object, where: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        for group in ("properties", "$defs"):
            for name, child in node.get(group, {}).items():
                yield f"{where}/{name}", child
                yield from subschemas(child, f"{where}/{name}")
        if "items" in node:
            yield from subschemas(node["items"], f"{where}/items")


def test_the_schema_describes_every_field() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert [where for where, child in subschemas(SCHEMA) if not child.get("description", "").endswith(".")] == []


def test_the_schema_allows_nothing_further() -> None:
    found = written(report(problems=[UNREAD]))
    places: list[dict[str, Any]] = [
        *(found, found["tool"], found["coverage"], found["documents"][0], found["errors"][0]),
        *(found["findings"][0], found["findings"][0]["key"], found["findings"][0]["claims"][0]),
        *(found["findings"][1]["claims"][0], found["groups"][0], found["groups"][0]["claims"][0]),
    ]
    for place in places:
        place["further"] = "x"
        with pytest.raises(ValidationError):
            REPORT.validate(found)
        del place["further"]
    REPORT.validate(found)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("base_value", 65000),
        ("base_value", "6.5e4"),
        ("bound", "roughly"),
        ("line", 0),
        ("value", None),
        ("entity", None),
    ],
)
def test_the_schema_refuses_a_claim_that_is_half_a_claim(field: str, value: object) -> None:
    found = written(report())
    found["findings"][0]["claims"][0][field] = value
    with pytest.raises(ValidationError):
        REPORT.validate(found)


@pytest.mark.parametrize("everything", [True, False])
def test_the_listing_of_mentions_fits_the_schema(everything: bool) -> None:
    found = json.loads(claims_json.render(READINGS, everything=everything))
    MENTIONS.validate(found)
    assert len(found["mentions"]) == (7 if everything else 5)
    assert [mention["reason"] for mention in found["mentions"] if mention["indicator"]] == [None] * 5
    assert list(found["mentions"][0]) == [
        *SCHEMA["$defs"]["claim_fields"]["properties"],
        *SCHEMA["$defs"]["mention"]["properties"],
    ]


def test_a_mention_that_is_no_claim_has_its_value_and_the_reason() -> None:
    mentions = json.loads(claims_json.render(READINGS, everything=True))["mentions"]
    (task,) = [mention for mention in mentions if mention["value"] == "128"]
    assert task["reason"] == "no indicator"
    assert (task["entity"], task["indicator"], task["status"]) == (None, None, None)
    assert WORK_REPORT.text[task["number"]["start"] : task["number"]["end"]] == "128"
    assert task["reading"] == ["figures", "exact", "sentence"]
