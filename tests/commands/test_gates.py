"""The commands on real documents: a draft against what is published, changed files, the standard input, excludes."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from consistency.cli import main
from tests.domain import document


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two published documents that disagree about jobs, and a draft that disagrees with both about revenue."""
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "公报.txt").write_text(document("公报.txt", "80.3", "6521"), encoding="utf-8")
    (tmp_path / "published" / "报告.txt").write_text(document("报告.txt", "80.3", "6125"), encoding="utf-8")
    (tmp_path / "新闻.txt").write_text(document("新闻.txt", "82.1", "6521"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, [*arguments, "--lang", "en"], input=given, catch_exceptions=False)


def reported(*arguments: str, given: str | None = None) -> dict[str, Any]:
    done = run(*arguments, "--format", "json", given=given)
    assert done.exit_code in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def told(found: dict[str, Any]) -> set[str]:
    """The indicators that findings are about."""
    return {finding["key"]["indicator"] for finding in found["findings"]}


def documents(found: dict[str, Any]) -> list[str]:
    return [document["path"] for document in found["documents"]]


def test_all_that_disagrees_is_reported(folder: Path) -> None:
    assert told(reported("check", ".")) == {"一般公共预算收入", "城镇新增就业"}


def test_of_a_draft_only_what_concerns_it(folder: Path) -> None:
    found = reported("check", "新闻.txt", "--against", "published")
    assert "一般公共预算收入" in told(found)
    assert documents(found) == ["published/公报.txt", "published/报告.txt", "新闻.txt"]
    for finding in found["findings"]:
        assert "新闻.txt" in {claim["path"] for claim in finding["claims"]}
    assert found["coverage"]["quantities"] == 2


def test_a_draft_that_agrees_passes_whatever_the_published_say_among_themselves(folder: Path) -> None:
    (folder / "新闻.txt").write_text(
        "青山县2023年经济社会发展成绩单\n全县一般公共预算收入80.3亿元。\n", encoding="utf-8"
    )
    done = run("check", "新闻.txt", "--against", "published")
    assert done.exit_code == 0, done.stdout
    assert "Only what concerns 新闻.txt." in done.stdout
    assert run("check", "新闻.txt", "published").exit_code == 1


def test_what_others_say_alone_is_one_line_and_no_exit_code(folder: Path) -> None:
    """The draft says what most say; the plan says otherwise, and that is no matter of the draft's."""
    (folder / "published" / "计划.txt").write_text(
        "青山县人民政府2023年计划执行情况报告\n2023年，全县一般公共预算收入79.1亿元。\n", encoding="utf-8"
    )
    (folder / "新闻.txt").write_text(
        "青山县2023年经济社会发展成绩单\n2023年，全县一般公共预算收入80.3亿元。\n", encoding="utf-8"
    )
    done = run("check", "新闻.txt", "--against", "published", "--fail-on", "warning")
    assert done.exit_code == 0, done.stdout
    assert "In 1 more another document is at fault" in done.stdout
    assert "CC101" not in done.stdout


def test_a_gate_refuses_what_was_hardly_compared(folder: Path) -> None:
    (folder / "新闻.txt").write_text("新城简讯\n全年引进项目12个，新增企业35家，植树8.2万株。\n", encoding="utf-8")
    draft = ("check", "新闻.txt", "--against", "published")
    assert run(*draft).exit_code == 0
    done = run(*draft, "--require-met", "30%", "--format", "concise")
    assert done.exit_code == 1
    assert "新闻.txt: 0 of 3 numbers met another (0%), fewer than --require-met asks for (30%)" in done.stderr
    assert run("check", "published", "--require-met", "0.5", "--fail-on", "never").exit_code == 0


@pytest.mark.parametrize("share", ["130%", "1.5", "half", "-1", ""])
def test_a_share_that_is_none_is_refused(folder: Path, share: str) -> None:
    done = run("check", "published", "--require-met", share)
    assert done.exit_code == 2
    assert "--require-met" in done.stderr


def test_a_draft_may_lie_among_those_it_is_compared_with(folder: Path) -> None:
    shutil.move(folder / "新闻.txt", folder / "published")
    found = reported("check", "published/新闻.txt", "--against", "published")
    assert documents(found) == ["published/公报.txt", "published/报告.txt", "published/新闻.txt"]
    assert "一般公共预算收入" in told(found)


def test_drafts_may_be_a_folder(folder: Path) -> None:
    (folder / "drafts").mkdir()
    shutil.move(folder / "新闻.txt", folder / "drafts")
    assert "一般公共预算收入" in told(reported("check", "drafts/", "--against", "published"))


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_only_what_concerns_changed_files(folder: Path) -> None:
    who = {f"GIT_{role}_{what}": "a@b" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for arguments in (["init", "--quiet"], ["add", "published"], ["commit", "--quiet", "-m", "1"]):
        subprocess.run(["git", *arguments], check=True, env={**os.environ, **who})
    assert "一般公共预算收入" in told(reported("check", ".", "--changed-since", "HEAD"))
    (folder / "新闻.txt").unlink()
    found = run("check", ".", "--changed-since", "HEAD")
    assert (found.exit_code, found.stdout.splitlines()[:2]) == (
        0,
        ["Nothing was found to disagree.", "Only what concerns no document."],
    )
    done = run("check", ".", "--changed-since", "no-such-branch")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "consistency: --changed-since: no revision 'no-such-branch'\n"


def test_the_standard_input_is_a_document(folder: Path) -> None:
    draft = (folder / "新闻.txt").read_text(encoding="utf-8")
    found = reported("check", "-", "--against", "published", given=draft)
    assert documents(found) == ["-", "published/公报.txt", "published/报告.txt"]
    assert "一般公共预算收入" in told(found)
    (claim, *_) = [c for f in found["findings"] for c in f["claims"] if c["path"] == "-"]
    assert claim["quote"] == draft[claim["start"] : claim["end"]]


def test_an_unsaved_text_is_read_instead_of_the_file(folder: Path) -> None:
    agreed = document("公报.txt", "80.3", "6125")
    found = reported("check", "-", "--stdin-name", "published/公报.txt", "--against", "published", given=agreed)
    assert documents(found) == ["published/公报.txt", "published/报告.txt"]
    assert told(found) == set()


def test_claims_of_the_standard_input(folder: Path) -> None:
    done = run("claims", "-", given=(folder / "新闻.txt").read_text(encoding="utf-8"))
    assert done.exit_code == 0
    assert "-:2:" in done.stdout
    assert "82.1亿元" in done.stdout


def test_an_input_that_cannot_be_read_is_called_by_its_name(folder: Path) -> None:
    done = run("check", "-", "--stdin-name", "稿.txt", "published", given="")
    assert done.exit_code == 2
    assert done.stderr.startswith("稿.txt: ")


def test_what_is_left_out_of_a_folder_is_said_unless_quiet(folder: Path) -> None:
    (folder / "published" / "README.md").write_text("about", encoding="utf-8")
    done = run("check", "published", "--exclude", "报告.*")
    assert done.stderr.splitlines() == [
        "published: 1 excluded as told (报告.txt)",
        "published: 1 not read as documents (README.md)",
    ]
    assert done.exit_code == 0
    assert run("check", "published", "--exclude", "报告.*", "--quiet").output == ""


def test_where_all_is_excluded_there_is_nothing_to_be_checked(folder: Path) -> None:
    done = run("check", "published", "--exclude", "*")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nothing is left to be checked" in done.stderr


def test_quiet_leaves_the_findings(folder: Path) -> None:
    full, brief = run("check", "."), run("check", ".", "--quiet")
    assert brief.exit_code == full.exit_code == 1
    assert brief.stdout in full.stdout
    assert "Findings:" not in brief.stdout
    assert brief.stdout.count("CC1") == full.stdout.count("CC1") > 0
    assert run("check", "no such file", "--quiet").stderr != ""


@pytest.mark.parametrize("form", ["markdown", "html", "concise", "sarif", "github", "junit"])
def test_every_form_can_be_asked_for(folder: Path, form: str) -> None:
    done = run("check", ".", "--format", form, "--output", "out")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "82.1" in (folder / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "sarif", "github", "junit"])
def test_the_order_of_the_paths_changes_nothing(folder: Path, form: str) -> None:
    paths = ["published/公报.txt", "published/报告.txt", "新闻.txt"]
    one, other = (run("check", *order, "--format", form).stdout for order in (paths, reversed(paths)))
    assert one == other


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_a_script(shell: str) -> None:
    done = CliRunner().invoke(main, ["completion", shell])
    assert done.exit_code == 0
    assert "_CONSISTENCY_COMPLETE" in done.stdout
    program = shutil.which(shell)
    if program:
        subprocess.run([program, "-n"], input=done.stdout.encode(), check=True)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("consistency ch", "check"),
        ("consistency check --form", "--format"),
        ("consistency check --format sa", "sarif"),
        ("consistency check --select CC10", "CC101"),
        ("consistency check --select CC101,CC10", "CC101,CC104"),
        ("consistency rules show CC10", "CC101"),
    ],
)
def test_words_are_completed(words: str, offered: str) -> None:
    asked = {"_CONSISTENCY_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    code = "from consistency.cli import main; main(prog_name='consistency')"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(root), **asked},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert offered in {line.partition(",")[2] for line in done.stdout.splitlines()}


SLOW = """
import pathlib, sys, time, types
from tests.report.samples import report
rules = types.SimpleNamespace(chosen=lambda select, ignore: rules, ids=(), lexicon=None)
configuration, pipeline = types.ModuleType("consistency.configuration"), types.ModuleType("consistency.pipeline")
absent = dict.fromkeys(("file", "baseline", "accepted", "limits"))
settings = types.SimpleNamespace(folder=pathlib.Path(), exclude=(), **absent)
configuration.find_configuration = configuration.load_configuration = lambda place: settings
configuration.configured_rules = lambda settings, folders: rules
pipeline.check = lambda paths, rules, **how: (time.sleep(1.6), report())[1]
sys.modules |= {"consistency.configuration": configuration, "consistency.pipeline": pipeline}
from consistency.cli import main
main(["check", "a.txt", "--lang", "en", *sys.argv[1:]])
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("quiet", [False, True])
def test_long_work_shows_on_a_terminal_that_it_goes_on_and_nothing_stays_of_it(quiet: bool) -> None:
    import pty

    root = Path(__file__).resolve().parents[2]
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(root), "TERM": "xterm", "COLUMNS": "80"}
    command = [sys.executable, "-c", SLOW, *(["--quiet"] if quiet else [])]
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        seen = b""
        # On Linux a pseudo-terminal says by an error that nobody is at its other end.
        with suppress(OSError):
            while piece := os.read(ours, 4096):
                seen += piece
        os.close(ours)
        assert process.stdout is not None
        report = process.stdout.read().decode()
    assert process.returncode == 1
    assert report.startswith("error CC101")
    assert ("━".encode() in seen) != quiet
    assert not quiet or seen == b""
    assert quiet or seen.rstrip().endswith(b"\x1b[2K")  # the line is wiped


def test_long_work_shows_nothing_where_stderr_is_no_terminal() -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", SLOW],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_recorded_findings_are_passed_over_until_a_value_changes(folder: Path) -> None:
    done = run("baseline", "write", ".")
    assert (done.exit_code, done.stdout) == (0, "consistency-baseline.json: 2 findings recorded\n")
    known = run("check", ".", "--baseline", "consistency-baseline.json")
    assert known.exit_code == 0
    assert "2 more were known or accepted before." in known.stdout
    assert known.stdout.startswith("Findings: 0 ")
    (folder / "新闻.txt").write_text("\n\n" + document("新闻.txt", "82.1", "6521"), encoding="utf-8")
    assert run("check", ".", "--baseline", "consistency-baseline.json").exit_code == 0  # lines move, values do not
    (folder / "新闻.txt").write_text(document("新闻.txt", "83.1", "6521"), encoding="utf-8")
    changed = run("check", ".", "--baseline", "consistency-baseline.json")
    assert changed.exit_code == 1
    assert "83.1" in changed.stdout.splitlines()[0]
    assert "1 entries match no finding any longer" in changed.stderr
    assert run("baseline", "prune", ".").stdout == "consistency-baseline.json: 1 entries dropped\n"
    assert "no finding any longer" not in run("check", ".", "--baseline", "consistency-baseline.json").stderr


def test_a_baseline_is_not_made_of_half_of_the_documents(folder: Path) -> None:
    assert run("baseline", "write", ".").exit_code == 0
    before = (folder / "consistency-baseline.json").read_bytes()
    (folder / "leer.txt").touch()
    done = run("baseline", "prune", ".")
    assert done.exit_code == 2
    assert done.stderr.endswith("the baseline stays as it is, for not all documents could be read\n")
    assert (folder / "consistency-baseline.json").read_bytes() == before


def test_accepted_findings_are_told_with_who_and_why(folder: Path) -> None:
    finding = next(f for f in reported("check", ".")["findings"] if f["key"]["indicator"] == "城镇新增就业")
    entry = f'[[accepted]]\nfinding = "{finding["fingerprint"]}"\nwho = "王"\nwhy = "快报数"\n'
    (folder / "accepted.toml").write_text(entry, encoding="utf-8")
    (folder / "consistency.toml").write_text('accepted = "accepted.toml"\n', encoding="utf-8")
    standing = {f["key"]["indicator"]: f["baseline"] for f in reported("check", ".")["findings"]}
    assert standing == {"城镇新增就业": "unchanged", "一般公共预算收入": "new"}
    assert "accepted: 王: 快报数" in run("check", ".", "--format", "html").stdout


def test_what_the_project_excludes_is_left_out(folder: Path) -> None:
    (folder / "consistency.toml").write_text('exclude = ["/published/报告.txt"]\n', encoding="utf-8")
    assert "published/报告.txt" not in documents(reported("check", "published"))
    assert "published/报告.txt" not in documents(reported("check", "."))
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "settings.toml").write_text('ignore = ["CC1"]\n', encoding="utf-8")
    assert reported("check", ".", "--config", "elsewhere/settings.toml")["findings"] == []


def test_the_examples_of_rules_are_tried(folder: Path) -> None:
    done = run("rules", "test", "CC104")
    assert (done.exit_code, done.stdout) == (0, "1 rules tried, 0 examples failed\n")


def test_a_new_document_that_repeats_a_recorded_value_is_refused_and_named(folder: Path) -> None:
    assert run("baseline", "write", ".").exit_code == 0
    (folder / "published" / "年鉴.txt").write_text(
        "青山县2023年统计年鉴\n2023年，全县一般公共预算收入82.1亿元。\n", encoding="utf-8"
    )
    done = run("check", ".", "--baseline", "consistency-baseline.json")
    assert done.exit_code == 1
    assert "on record, but without these documents: published/年鉴.txt" in done.stdout
    found = reported("check", ".", "--baseline", "consistency-baseline.json")
    standing = {f["key"]["indicator"]: f["baseline"] for f in found["findings"]}
    assert standing == {"城镇新增就业": "unchanged", "一般公共预算收入": "new"}


def test_a_new_document_that_sides_with_the_majority_on_record_passes(folder: Path) -> None:
    assert run("baseline", "write", ".").exit_code == 0
    (folder / "published" / "年鉴.txt").write_text(
        "青山县2023年统计年鉴\n2023年，全县一般公共预算收入80.3亿元。\n", encoding="utf-8"
    )
    done = run("check", ".", "--baseline", "consistency-baseline.json")
    assert done.exit_code == 0, done.stdout


def test_documents_on_record_are_known_from_every_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("baseline", "write", ".").exit_code == 0
    monkeypatch.chdir(folder / "published")
    done = run("check", "..", "--baseline", "../consistency-baseline.json")
    assert done.exit_code == 0, done.stdout
    assert run("check", str(folder), "--baseline", str(folder / "consistency-baseline.json")).exit_code == 0


def test_what_was_accepted_for_some_documents_is_not_for_another(folder: Path) -> None:
    finding = next(f for f in reported("check", ".")["findings"] if f["key"]["indicator"] == "城镇新增就业")
    entry = f'[[accepted]]\nfinding = "{finding["fingerprint"]}"\nwho = "王"\nwhy = "快报数"\n'
    (folder / "consistency.toml").write_text('accepted = "accepted.toml"\n', encoding="utf-8")
    for sources, standing in (
        (["published/公报.txt"], "new"),
        (["新闻.txt", "published/公报.txt", "published/报告.txt"], "unchanged"),
    ):
        (folder / "accepted.toml").write_text(entry + f"sources = {json.dumps(sources)}\n", encoding="utf-8")
        found = reported("check", ".")["findings"]
        assert {f["baseline"] for f in found if f["fingerprint"] == finding["fingerprint"]} == {standing}


@pytest.mark.parametrize("command", ["check", "claims"])
def test_a_folder_without_documents_is_told_as_one(folder: Path, command: str) -> None:
    (folder / "empty").mkdir()
    done = run(command, "empty")
    assert done.exit_code == 2
    assert "empty: " in done.stderr
    assert "excluded" not in done.stderr
    assert run(command, "empty", "published").exit_code == 2


NAMELESS = "2023年工作总结\n2023年，全县一般公共预算收入{revenue}亿元。\n"


@pytest.fixture
def north(folder: Path) -> Path:
    """A folder of which the settings say whose it is, with a text that does not say so itself."""
    (folder / "north").mkdir()
    (folder / "north" / "总结.txt").write_text(NAMELESS.format(revenue="81.5"), encoding="utf-8")
    (folder / "consistency.toml").write_text('[places]\n"north/" = "青山县"\n', encoding="utf-8")
    return folder / "north"


def place_of(found: dict[str, Any], path: str) -> str:
    (entity,) = [document["entity"] for document in found["documents"] if document["path"] == path]
    return str(entity)


def told_of_revenue(found: dict[str, Any]) -> set[str]:
    """The documents that a disagreement about revenue is about."""
    return {c["path"] for f in found["findings"] if f["key"]["indicator"] == "一般公共预算收入" for c in f["claims"]}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_documents_of_a_folder_speak_for_the_place_that_the_settings_say(north: Path, jobs: str) -> None:
    found = reported("check", ".", "--jobs", jobs)
    assert place_of(found, "north/总结.txt") == "青山县"
    assert "north/总结.txt" in told_of_revenue(found)


def test_without_settings_they_are_taken_for_the_one_place_of_the_others_and_it_is_said_how_sure(north: Path) -> None:
    (north.parent / "consistency.toml").unlink()
    found = reported("check", ".")
    assert place_of(found, "north/总结.txt") == "青山县"
    (sure,) = [d["entity_sure"] for d in found["documents"] if d["path"] == "north/总结.txt"]
    assert sure < 50
    assert "north/总结.txt" in told_of_revenue(found)


def test_another_place_is_not_compared(north: Path) -> None:
    (north.parent / "consistency.toml").write_text('[places]\n"north/" = "白水县"\n', encoding="utf-8")
    assert "north/总结.txt" not in told_of_revenue(reported("check", "."))


def test_what_a_file_beside_the_document_says_goes_before_the_settings(north: Path) -> None:
    (north / "总结.toml").write_text('place = "白水县"\n', encoding="utf-8")
    assert place_of(reported("check", "."), "north/总结.txt") == "白水县"
    (north / "总结.toml").write_text('publisher = "统计局"\n', encoding="utf-8")
    assert place_of(reported("check", "."), "north/总结.txt") == "青山县"


def test_the_standard_input_speaks_for_the_place_of_its_name(north: Path) -> None:
    found = reported("check", "-", "published", "--stdin-name", "north/草稿.txt", given=NAMELESS.format(revenue="82.5"))
    assert place_of(found, "north/草稿.txt") == "青山县"
    assert "青山县" in run("inspect", "north/总结.txt").stdout
    assert "青山县" in run("claims", "north/总结.txt", "--format", "json").stdout
