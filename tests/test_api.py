"""The program as a library: the page about it holds, and its names are all it offers."""

import doctest
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

import consistency
from consistency import Report
from consistency.report.focus import Focused

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "api.md"
FOLLOWED = ROOT / "docs" / "follow-one-number.md"


@pytest.fixture
def documents(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "公报.txt", tmp_path / "新闻.txt"
    one.write_text("青山县2023年国民经济和社会发展统计公报\n全年一般公共预算收入80.3亿元。\n", encoding="utf-8")
    other.write_text("青山县2023年经济社会发展成绩单\n全县一般公共预算收入82.1亿元。\n", encoding="utf-8")
    return one, other


@pytest.mark.parametrize("page", [PAGE, FOLLOWED], ids=lambda page: page.stem)
def test_the_examples_of_the_page_hold(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # A fence would be read as part of what an example prints.
    text = re.sub(r"^```\w*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL)
    runner.run(test, out=told.append)
    assert len(test.examples) > 15
    assert "".join(told) == ""


def test_every_name_is_there_and_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name in consistency.__all__:
        assert getattr(consistency, name) is not None
        if name not in {"Context", "Document", "Mention", "Severity", "Verdict"}:
            assert re.search(rf"\b{name}\b", page), name
    assert set(consistency.__all__) <= set(dir(consistency))
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = consistency.chek


def test_the_fields_on_the_page_are_there() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    rows = [(name, fields) for name, fields in rows if name[0].isupper()]
    assert len(rows) == 9
    for name, fields in rows:
        offered = set(dir(getattr(consistency, name))) | set(getattr(consistency, name).__slots__)
        assert set(re.findall(r"`(\w+)`", fields)) <= offered, name


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, consistency; print([m for m in sys.modules if m.startswith('consistency.')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


def test_a_path_alone_is_one_path(documents: tuple[Path, Path]) -> None:
    folder = documents[0].parent
    assert consistency.check(str(folder)) == consistency.check(folder) == consistency.check(map(str, documents))


def test_a_draft_against_others(documents: tuple[Path, Path]) -> None:
    one, other = documents
    report = consistency.check(other, against=[one])
    assert isinstance(report, Focused)
    assert report.drafts == {other.as_posix()}
    assert len(report.findings) == 1
    assert consistency.check(other, against=[one], select=["CC2"]).findings == ()


def test_a_report_can_be_sent_to_another_process(documents: tuple[Path, Path]) -> None:
    report = consistency.check(documents)
    again = pickle.loads(pickle.dumps(report))
    assert isinstance(again, Report)
    assert again == report


def test_a_form_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="did you mean 'html'"):
        consistency.render(Report((), (), (), ()), "htm")


def test_a_text_is_checked_under_its_name(documents: tuple[Path, Path]) -> None:
    draft = "青山县2023年工作情况\n全县一般公共预算收入82.1亿元。\n"
    report = consistency.check(texts={"草稿": draft, "another": "无关文字。"}, against=documents[0])
    assert isinstance(report, Focused)
    assert report.drafts == {"草稿", "another"}
    (finding,) = report.findings
    assert [claim.document for claim in finding.claims] == ["草稿", str(documents[0])]
    assert "草稿:2:1" in consistency.render(report)


def test_what_a_terminal_shows_of_a_report_is_short(documents: tuple[Path, Path]) -> None:
    report = consistency.check(documents)
    assert repr(report) == "<Report: 2 documents, 1 findings (error 1), 0 problems>"
    assert repr(report.readings[0]) == f"<Reading of {documents[0]}: 1 numbers, 1 claims>"


def test_records_are_flat_and_all_alike(documents: tuple[Path, Path]) -> None:
    records = consistency.check(documents).to_records()
    assert [(record["side"], record["line"], record["value"]) for record in records] == [
        ("A", 2, "80.3亿元"),
        ("B", 2, "82.1亿元"),
    ]
    assert len({tuple(record) for record in records}) == 1
    assert all(isinstance(value, str | int | None) for record in records for value in record.values())


def test_a_notebook_shows_a_table_in_which_nothing_is_markup(tmp_path: Path) -> None:
    for name, amount in (("<b>.txt", "80.3"), ("c.txt", "82.1")):
        text = f"青山县2023年国民经济和社会发展统计公报\n全年一般公共预算收入{amount}亿元。\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    shown = consistency.check(tmp_path)._repr_html_()
    assert shown.startswith("<table>")
    assert "&lt;b&gt;.txt:2:3" in shown
    assert "<b>" not in shown
    assert "共报告 1 处" in shown
