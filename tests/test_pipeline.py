"""The whole program on real files: paths in, report out, the same bytes whatever the order and the workers."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from consistency.cli import main
from consistency.model import Bound, Problem, Report, Status
from consistency.pipeline import check, read_all
from consistency.places import place_tail
from consistency.report import renderer
from tests.domain import COMPANY, bulletin, report, rules
from tests.rewriting import with_residue

OWN = Path(__file__).resolve().parent.parent / "seeds"


def run(*arguments: object) -> Result:
    """The program with these arguments, in English."""
    result = CliRunner().invoke(main, [*map(str, arguments), "--lang", "en"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def checked(*paths: object) -> dict[str, Any]:
    """The JSON report on these paths."""
    report: dict[str, Any] = json.loads(run("check", *paths, "--format", "json").stdout)
    return report


@cache
def understood(folder: Path) -> Report:
    """The report on a folder that no test changes, as a program gets it."""
    return check([str(folder)], rules())


@cache
def reported(folder: Path) -> dict[str, Any]:
    """The JSON report on a folder that no test changes."""
    return checked(folder)


@cache
def listed(path: Path) -> list[dict[str, Any]]:
    """Every number of a file that no test changes."""
    found: list[dict[str, Any]] = json.loads(run("claims", "--all", path, "--format", "json").stdout)["mentions"]
    return found


def written(folder: Path, **texts: str) -> list[Path]:
    """Files with these texts, by their names."""
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_bytes(text.encode())
    return paths


@pytest.fixture
def agreeing(tmp_path: Path) -> list[Path]:
    """Two documents that agree."""
    return written(tmp_path, one=bulletin(*COMPANY), other=report(*reversed(COMPANY)))


@pytest.fixture
def disagreeing(tmp_path: Path) -> list[Path]:
    """Two documents that do not."""
    return written(tmp_path, one=bulletin("粮食产量12.3万吨。", *COMPANY), other=report("粮食产量13.2万吨。", *COMPANY))


@pytest.fixture(scope="module", params=[pytest.param("own", marks=pytest.mark.slow), "shared"])
def folder(request: pytest.FixtureRequest) -> Path:
    """A folder of documents: our own editions, and the reference documents."""
    if request.param == "own":
        return OWN
    shared: Path = request.getfixturevalue("shared")
    return shared / "seeds"


# -- what a report says of its documents --------------------------------------------------


def every_claim(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Every claim that a report quotes."""
    return [c for part in ("findings", "groups") for entry in report[part] for c in entry["claims"]]


def test_every_quote_stands_in_its_file_where_the_report_says(folder: Path) -> None:
    report = reported(folder)
    texts = {str(p): p.read_bytes().decode() for p in folder.glob("*.txt")}
    claims = every_claim(report)
    assert len(claims) > 300
    for claim in claims:
        (text,) = (t for p, t in texts.items() if p.endswith(Path(claim["path"]).name))
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        assert 0 < claim["end"] - claim["start"] <= 160
        line = text[: claim["start"]].count("\n") + 1
        assert claim["line"] == line


def test_every_number_listed_stands_in_its_file_where_the_listing_says(folder: Path) -> None:
    for path in folder.glob("*.txt"):
        text = path.read_bytes().decode()
        assert listed(path)
        for mention in listed(path):
            assert text[mention["start"] : mention["end"]] == mention["quote"]
            number = text[mention["number"]["start"] : mention["number"]["end"]]
            assert number
            assert mention["start"] <= mention["number"]["start"] <= mention["number"]["end"] <= mention["end"]


def test_a_copy_full_of_residue_is_quoted_as_it_stands(tmp_path: Path) -> None:
    text = bulletin("地区生产总值320.5亿元，规模以上工业企业达到45家。", "产业投资增长6.2%。", place="临江区")
    paths = written(tmp_path, plain=text, residue=with_residue(text))
    report = checked(*paths, "--ignore", "CC313")
    quotes = {c["quote"] for c in every_claim(report) if c["path"].endswith("residue.txt")}
    assert quotes == {
        "地區(qū)生產(chǎn)總值320.5億元",
        "規模以上工業(yè)企業(yè)達到45家",
        "產(chǎn)業(yè)投資增長(zhǎng)6.2%",
    }


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_positions_count_line_ends_as_they_are(tmp_path: Path, end: str) -> None:
    texts = {"one": bulletin(*COMPANY).replace("\n", end), "other": report(*COMPANY)}
    paths = written(tmp_path, **texts)
    for claim in every_claim(checked(*paths)):
        text = texts[Path(claim["path"]).stem]
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_a_mark_at_the_head_of_the_file_is_no_part_of_the_text(tmp_path: Path) -> None:
    text = bulletin(*COMPANY)
    paths = written(tmp_path, one="\ufeff" + text, other=report(*COMPANY))
    for claim in every_claim(checked(*paths)):
        if claim["path"].endswith("one.txt"):
            assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_the_coverage_counts_what_the_listing_holds(folder: Path) -> None:
    report = reported(folder)
    numbers = claims = 0
    for path in folder.glob("*.txt"):
        if path.name.startswith("README"):
            continue
        numbers += len(listed(path))
        claims += sum(m["reason"] is None for m in listed(path))
    assert report["coverage"]["claims"] == claims
    assert report["coverage"]["quantities"] <= numbers
    grouped = [c for g in report["groups"] for c in g["claims"]]
    assert report["coverage"]["met"] == len(grouped)
    assert sum(d["claims"] for d in report["documents"]) == claims


# -- what is never compared ---------------------------------------------------------------


def test_nothing_between_two_places_two_years_or_a_target_and_an_outcome(folder: Path) -> None:
    report = understood(folder)
    assert len({place_tail(r.context.entity) for r in report.readings}) == 2, "two districts are there"
    assert len({r.context.period for r in report.readings}) == 2, "of two years"
    assert len(report.sets) > 100
    for claim_set in report.sets:
        keys = [c.key for c in claim_set.claims]
        assert len({place_tail(k.entity) for k in keys}) == 1
        assert len({k.period for k in keys}) == 1
        assert len({k.status is Status.TARGET for k in keys}) == 1


def test_one_district_against_the_other_gives_nothing(shared: Path) -> None:
    seeds = shared / "seeds"
    (elsewhere,) = seeds.glob("001*")
    for other in seeds.glob("00[0234]*"):
        found = checked(elsewhere, other)
        assert found["groups"] == []
        across = [f for f in found["findings"] if len({c["path"] for c in f["claims"]}) > 1]
        assert across == []


def test_two_numbers_of_one_sentence_are_never_taken_for_one_fact(folder: Path) -> None:
    report = understood(folder)
    texts = {r.document.path: r.document.text for r in report.readings}
    for claim_set in report.sets:
        for one, other in combinations(claim_set.claims, 2):
            if one.document != other.document or one.mention.number == other.mention.number:
                continue
            first, second = sorted((one.mention.number, other.mention.number))
            between = texts[one.document][first.end : second.start]
            bound = Bound.EXACT not in (one.quantity.bound, other.quantity.bound)
            assert bound or any(stop in between for stop in "。\n;；"), (one.span, other.span, claim_set.key)


# -- the same bytes -----------------------------------------------------------------------


def test_the_order_of_the_arguments_has_no_say(folder: Path) -> None:
    paths = sorted(folder.glob("*.txt"))
    reports = [
        check([str(p) for p in order], rules()) for order in (paths, paths[::-1], [paths[3], *paths[:3], folder])
    ]
    assert reports[0] == reports[1] == reports[2]
    for form in ("json", "text"):
        first, *others = (renderer(form)(r, lang="en", width=None, colour=False) for r in reports)
        assert all(other == first for other in others)
        assert len(first) > 1000


@pytest.mark.slow
def test_the_number_of_workers_has_no_say() -> None:
    one, three = (run("check", OWN, "--format", "json", "--jobs", jobs) for jobs in (1, 3))
    assert one.stdout_bytes == three.stdout_bytes


@pytest.mark.slow
def test_the_seed_of_hashes_has_no_say() -> None:
    command = [sys.executable, "-m", "consistency", "check", str(OWN), "--format", "json"]
    out = [
        subprocess.run(
            command, capture_output=True, env={**os.environ, "PYTHONPATH": str(OWN.parent), "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    ]
    assert out[0] == out[1]
    assert out[0]


def test_a_program_that_embeds_this_one_gets_the_same_report_in_whatever_order(tmp_path: Path) -> None:
    paths = written(tmp_path, a=bulletin(*COMPANY), b=report(*COMPANY), c=report(*reversed(COMPANY)))
    reports = [check([str(p) for p in order], rules()) for order in permutations(paths)]
    assert all(r == reports[0] for r in reports)
    assert reports[0].met == sum(len(s.claims) for s in reports[0].sets) > 0


# -- exit codes and bad input -------------------------------------------------------------


def test_documents_that_agree_are_0(agreeing: list[Path]) -> None:
    result = run("check", *agreeing)
    assert (result.exit_code, result.stderr) == (0, "")
    assert checked(*agreeing)["findings"] == []
    assert len(checked(*agreeing)["groups"]) >= len(COMPANY)


def test_documents_that_disagree_are_1(disagreeing: list[Path]) -> None:
    result = run("check", *disagreeing)
    assert result.exit_code == 1
    assert "12.3万吨" in result.stdout
    assert "13.2万吨" in result.stdout


def test_how_grave_a_finding_must_be_is_for_the_user(tmp_path: Path, disagreeing: list[Path]) -> None:
    strained = written(tmp_path, c=bulletin("城镇新增就业6.5万人。"), d=report("城镇新增就业超5.5万人。"))
    assert run("check", *disagreeing, "--fail-on", "never").exit_code == 0
    assert run("check", *strained).exit_code == 0
    assert run("check", *strained, "--fail-on", "warning").exit_code == 1
    assert run("check", *disagreeing, "--ignore", "CC1").exit_code == 0
    assert run("check", *disagreeing, "--select", "CC101").exit_code == 1


def test_what_cannot_be_read_is_2_one_line_each_and_the_rest_is_checked(
    tmp_path: Path, disagreeing: list[Path]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    missing = tmp_path / "missing.txt"
    result = run("check", *disagreeing, missing, tmp_path / "empty.txt", tmp_path / "binary.txt", "--format", "json")
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    for name in ("missing.txt", "empty.txt", "binary.txt"):
        assert sum(name in line for line in lines) == 1
    found = json.loads(result.stdout)
    assert [f["rule"] for f in found["findings"]] == ["CC101"]
    assert sorted(Path(e["path"]).name for e in found["errors"]) == ["binary.txt", "empty.txt", "missing.txt"]
    assert "Traceback" not in result.output


def test_a_folder_without_documents_is_2(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    result = run("check", tmp_path / "nothing")
    assert result.exit_code == 2
    assert "nothing" in result.stderr


@pytest.mark.parametrize(
    "arguments", [("--select", "CC999"), ("--ignore", "XY1"), ("--fromat", "json"), ("--jobs", "0")]
)
def test_a_slip_on_the_command_line_is_2_and_named(agreeing: list[Path], arguments: tuple[str, str]) -> None:
    result = run("check", *agreeing, *arguments)
    assert result.exit_code == 2
    assert any(word in result.stderr for word in arguments)
    assert "Traceback" not in result.output


def test_a_broken_rule_file_is_2_and_names_file_and_key(tmp_path: Path, agreeing: list[Path]) -> None:
    rules_folder = tmp_path / "rules"
    rules_folder.mkdir()
    (rules_folder / "checks-own.toml").write_text('[[rule]]\nid = "CC901"\nkind = "disagrement"\nseverity = "error"\n')
    result = run("check", *agreeing, "--rules", rules_folder)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert "checks-own.toml" in line
    assert "rule[1].kind" in line


def test_a_text_without_place_or_numbers_is_read_and_claims_nothing(tmp_path: Path) -> None:
    paths = written(tmp_path, poem="床前明月光，疑是地上霜。\n", loose="增长6.2%，达到320.5亿元。\n")
    result = run("check", *paths, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["coverage"]["claims"] == 0


def test_problems_come_by_path_and_readings_too(tmp_path: Path) -> None:
    paths = written(tmp_path, b=bulletin(*COMPANY), a=report(*COMPANY), d="", c="")
    readings, problems = read_all([str(p) for p in paths], rules().lexicon)
    assert [Path(r.document.path).stem for r in readings] == ["a", "b"]
    assert [Path(p.path).stem for p in problems] == ["c", "d"]
    assert all(isinstance(p, Problem) for p in problems)


# -- the findings that must be seen -------------------------------------------------------


def test_the_conflicts_of_the_reference_documents_are_found(shared: Path) -> None:
    found = reported(shared / "seeds")["findings"]
    quoted = [[c["quote"] for c in f["claims"]] for f in found]
    assert any(any("新能源汽车" in q and "1辆" in q for q in qs) and any("2辆" in q for q in qs) for qs in quoted)
    assert any(any("63家" in q for q in qs) and any("6个" in q for q in qs) for qs in quoted)
    assert any(any("5.5万" in q for q in qs) and any("6.5万" in q for q in qs) for qs in quoted)
    lost = [f for f in found if f["rule"] == "CC104"]
    assert len(lost) >= 4, "units lost in the scraped page"
    assert all(any(Path(c["path"]).name.startswith("000") for c in f["claims"]) for f in lost)


def test_copies_of_one_document_do_not_disagree(tmp_path: Path, folder: Path) -> None:
    for path in sorted(folder.glob("*.txt")):
        again = tmp_path / path.name
        shutil.copy(path, again)
        assert checked(path, again, "--select", "CC1")["findings"] == []
