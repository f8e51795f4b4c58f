"""JUnit: read back by a parser that is not ours, counted right, and well formed whatever the documents hold."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase

from consistency.model import Report, Severity
from consistency.report import junit
from tests.report.samples import (
    JOBS_DISAGREE,
    READINGS,
    UNREAD,
    hostile,
    known,
    report,
)


def read(of: Report, folder: Path, lang: str = "zh") -> JUnitXml:
    """The report as junitparser reads it, from a file as pipelines do."""
    path = folder / "junit.xml"
    path.write_text(junit.render(of, lang=lang), encoding="utf-8")
    return JUnitXml.fromfile(str(path))


def cases(found: JUnitXml) -> list[TestCase]:
    return [case for suite in found for case in suite]


def test_a_suite_for_each_document_and_a_case_for_each_finding(tmp_path: Path) -> None:
    found = read(report(), tmp_path)
    assert [suite.name for suite in found] == [reading.document.path for reading in READINGS]
    first, second, third, fourth = cases(found)
    assert (first.classname, first.name) == ("CC101", "6.5万人与超5.5万人不一致")
    (failure,) = first.result
    assert isinstance(failure, Failure)
    assert failure.type == "error"
    assert "统计公报.txt:3:3" in failure.text
    assert "全年城镇新增就业超5.5万人，登记失业率控制在较低水平。" in failure.text
    assert [type(result) for result in second.result] == [Failure]
    assert third.is_passed
    assert fourth.is_passed


def test_the_counts_are_those_of_the_cases(tmp_path: Path) -> None:
    findings = [
        JOBS_DISAGREE,
        replace(JOBS_DISAGREE, severity=Severity.WARNING),
        replace(JOBS_DISAGREE, severity=Severity.INFO),
        known(JOBS_DISAGREE, "unchanged"),
    ]
    found = read(report(findings, problems=[UNREAD]), tmp_path)
    told = (found.tests, found.failures, found.errors, found.skipped)
    found.update_statistics()
    assert told == (found.tests, found.failures, found.errors, found.skipped) == (7, 2, 1, 1)


def test_information_passes_and_what_was_accepted_is_skipped(tmp_path: Path) -> None:
    findings = [replace(JOBS_DISAGREE, severity=Severity.INFO), known(JOBS_DISAGREE, why="quick estimate")]
    info, accepted, *_ = cases(read(report(findings), tmp_path, "en"))
    assert info.is_passed
    assert "disagrees" in info.name
    assert "统计公报.txt:3:3" in info.system_out
    (skipped,) = accepted.result
    assert isinstance(skipped, Skipped)
    assert skipped.message == "accepted: quick estimate"


def test_what_could_not_be_read_is_an_error(tmp_path: Path) -> None:
    case = cases(read(report(problems=[UNREAD]), tmp_path, "en"))[-1]
    (error,) = case.result
    assert isinstance(error, Error)
    assert error.message == "no reader for .pdf"


@pytest.mark.parametrize("words", ["\"<&>'", "]]>", "\x00\x0b\x1b[2J\ufffe\uffff\udce5\u202e", "\r\n\t甲"])
def test_a_document_cannot_break_the_xml(words: str, tmp_path: Path) -> None:
    found = read(hostile(words), tmp_path)
    assert len(cases(found)) == 3
    raw = junit.render(hostile(words), lang="zh")
    assert not [c for c in raw if c != "\n" and not c.isprintable()]


@given(st.text(st.characters(), max_size=40))
def test_any_text_is_well_formed(words: str) -> None:
    (case,) = Xml.fromstring(junit.render(report([replace(JOBS_DISAGREE, message={"zh": words})]), lang="zh")).findall(
        ".//failure/.."
    )
    if words.isprintable() and words == words.strip() and "  " not in words:
        assert case.get("name") == words
