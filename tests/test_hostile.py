"""Nothing that stands in a document, its name, a rule, a setting or a decision acts on whoever is shown it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks.hostile import KINDS, tried
from consistency.cli import main
from consistency.report import INSPECTIONS, LISTINGS, RENDERERS
from tests.hostile import HOSTILE, PIECES, acting

pytestmark = pytest.mark.slow
RULE = """
[[rule]]
id = "XX1"
kind = "disagreement"
severity = "error"
name = {{ zh = {piece}, en = {piece} }}
why = {{ zh = {piece}, en = {piece} }}
message = {{ zh = {message}, en = {message} }}
params.verdicts = ["conflict"]
"""


def written(folder: Path) -> None:
    """Two documents for each sort of hostile text, which disagree, with it in title, clause and name."""
    for sort, pieces in HOSTILE.items():
        for number, figure in ((1, "80.3"), (2, "82.1")):
            text = "".join(
                f"{piece}\n2023年，全县{piece}一般公共预算收入{figure}亿元{piece}。{piece}城镇新增就业65{number}1人。\n"
                for piece in pieces
            )
            text = text.replace("\0", "")  # with which it would be no text
            title = f"青山县2023年国民经济和社会发展统计公报{pieces[0]}\n"
            (folder / f"{sort}{number}.txt").write_text(title + text, encoding="utf-8", newline="")
    for number, piece in enumerate(PIECES):
        name = piece.replace("/", "／").replace("\0", "")
        text = f"青山县2023年国民经济和社会发展统计公报\n2023年，全县一般公共预算收入8{number}.7亿元。\n"
        (folder / f"{name}{number}.txt").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all of it."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "documents").mkdir()
    written(folder / "documents")
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--lang", "zh"])


def seen(result: Result, code: tuple[int, ...]) -> list[str]:
    """What of a run's complaints would act, and what they should not be."""
    assert result.exit_code in code, result.output
    assert "Traceback" not in result.stderr
    return acting("text", result.stderr)


@pytest.mark.parametrize("piece", [piece for piece in PIECES if "\0" not in piece])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_command_line_out_of_order_is_told_of_inertly(piece: str, language: str) -> None:
    for words in (
        ["explain", "a", piece, piece, piece],
        ["check", f"--{piece}"],
        [piece],
        ["check", "a", "--lang", piece],
    ):
        done = CliRunner().invoke(main, ["--lang", language, "--", *words] if words == [piece] else words)
        assert done.exit_code == 2
        assert acting("text", done.stderr) == []


def test_reports_of_every_form_are_inert(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    files = [f"--also={form}={project / f'report.{form}'}" for form in RENDERERS]
    done = run("check", "documents", *files)
    assert seen(done, (1,)) == []
    assert acting("text", done.stdout) == []
    for form in RENDERERS:
        said = (project / f"report.{form}").read_bytes().decode()
        assert acting(form, said) == [], form
    found = json.loads((project / "report.json").read_text(encoding="utf-8"))
    assert any("\x1b[2J" in document["path"] for document in found["documents"])
    assert len(found["findings"]) > 0


def test_listings_and_inspections_of_every_form_are_inert(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    for command, forms in (("claims", LISTINGS), ("inspect", INSPECTIONS)):
        for form in forms:
            done = run(command, "documents", "--all", "--format", form)
            assert seen(done, (0,)) == []
            assert acting(form, done.stdout) == [], (command, form)


def test_decisions_are_inert(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    record = f"{project / 'baseline.json'}"
    done = run("baseline", "write", "documents", "--baseline", record)
    assert seen(done, (0,)) + acting("text", done.stdout) == []
    entries = json.loads(Path(record).read_text(encoding="utf-8"))["findings"]
    accepted = "".join(
        f"[[accepted]]\nfinding = {json.dumps(entry['fingerprint'])}\nwho = {json.dumps(piece)}\n"
        f"why = {json.dumps(piece + '。')}\n{lapsed}"
        for entry, piece, lapsed in zip(entries, PIECES, ["", "until = 2020-01-01\n"] * len(PIECES), strict=False)
        if piece.isprintable() or "\x1b" in piece
    ).replace("\\u007f", "\\u007F")
    (project / "accepted.toml").write_text(accepted, encoding="utf-8")
    (project / "own.toml").write_text('accepted = "accepted.toml"\n', encoding="utf-8")
    files = [f"--also={form}={project / f'accepted.{form}'}" for form in RENDERERS]
    done = run("check", "documents", "--config", "own.toml", *files)
    assert seen(done, (0, 1)) + acting("text", done.stdout) == []
    for form in RENDERERS:
        assert acting(form, (project / f"accepted.{form}").read_bytes().decode()) == [], form


def test_rules_and_what_is_wrong_with_them_are_inert(tmp_path: Path) -> None:
    for number, piece in enumerate(PIECES[::3]):  # a third of them, for time's sake
        quoted = json.dumps(piece.replace("\x7f", ""))
        rule = RULE.format(piece=quoted, message=json.dumps(piece.replace("{", "{{").replace("}", "}}")))
        (tmp_path / "checks-own.toml").write_text(rule.replace("XX1", f"XX{number}"), encoding="utf-8")
        (tmp_path / "consistency.toml").write_text(f"{quoted} = {quoted}\n", encoding="utf-8")
        if number % 4 == 0:
            shown = run("rules", "show", f"XX{number}", "--rules", str(tmp_path))
            assert seen(shown, (0, 2)) + acting("text", shown.stdout) == []
        refused = run("check", "none.txt", "--config", str(tmp_path / "consistency.toml"))
        assert seen(refused, (2,)) + acting("text", refused.output) == []
        assert refused.stderr.count("\n") == 1
        refused = run("check", piece.replace("\0", ""), "--select", piece.replace("\0", ""))
        assert seen(refused, (2,)) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "files of each format"])
def test_an_input_of_each_kind_fails_nothing_and_loses_nothing(kind: str) -> None:
    """A short round of what benchmarks/hostile.py does ten thousand times."""
    for number in range(1 if KINDS[kind][2] > 1 else 4):
        assert tried(kind, random.Random(f"{kind}:{number}")) == []
