"""The gates for others' repositories: the action's script as a runner runs it, and the hook as pre-commit runs it."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from consistency.cli import main

yaml = pytest.importorskip("yaml", reason="PyYAML, which pre-commit brings along, is not installed")

ROOT = Path(__file__).resolve().parents[2]
PAPER = "{title}\n2023年，全县一般公共预算收入{revenue}亿元。\n"
BULLETIN = PAPER.format(title="青山县2023年国民经济和社会发展统计公报", revenue="80.3")
AGREES = PAPER.format(title="青山县人民政府2023年政府工作报告完成情况", revenue="80.3")
DISAGREES = PAPER.format(title="青山县2023年经济社会发展成绩单", revenue="82.1")


@pytest.fixture
def action() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seeds with one document, and the command `consistency` on a path of its own."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "公报.txt").write_text(BULLETIN, encoding="utf-8")
    program = tmp_path / "bin" / "consistency"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m consistency "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    return tmp_path


def checked(action: dict[str, Any], folder: Path, **inputs: str) -> "subprocess.CompletedProcess[str]":
    """The step `check` of the action, run by bash as a runner does, with these inputs and the rest as they default."""
    (step,) = [step for step in action["runs"]["steps"] if step.get("id") == "check"]
    given = {name: value.get("default", "") for name, value in action["inputs"].items()} | inputs
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], text)
        for name, text in step["env"].items()
    }
    runner = {name: str(folder / name.lower()) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "RUNNER_TEMP": str(folder), **runner, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_inputs_reach_the_script_as_variables_only(action: dict[str, Any]) -> None:
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    assert action["runs"]["using"] == "composite"
    assert all(step.get("shell") == "bash" for step in action["runs"]["steps"] if "run" in step)
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(action["runs"])))
    assert used == set(action["inputs"])


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_the_action_annotates_and_keeps_the_other_forms(action: dict[str, Any], folder: Path) -> None:
    (folder / "seeds" / "新 闻.txt").write_text(DISAGREES, encoding="utf-8")
    done = checked(action, folder, paths="seeds/新 闻.txt\n", against="seeds", sarif="found.sarif", html="found.html")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=seeds/")
    assert len(json.loads((folder / "found.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 1
    assert (folder / "found.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "82.1亿元" in (folder / "github_step_summary").read_text(encoding="utf-8")
    assert (folder / "github_output").read_text(encoding="utf-8") == "exit-code=1\n"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_the_action_passes_where_nothing_disagrees(action: dict[str, Any], folder: Path) -> None:
    (folder / "seeds" / "报告.txt").write_text(AGREES, encoding="utf-8")
    done = checked(action, folder, paths="seeds", lang="en")
    assert (done.returncode, done.stdout) == (0, "Nothing was found to disagree.\n")
    assert checked(action, folder, paths="$(touch taken); `touch taken`").returncode == 2
    assert checked(action, folder, paths="seeds", args="--select CC9*").returncode == 2
    assert not (folder / "taken").exists()


def git(folder: Path, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    who = {f"GIT_{role}_{what}": "a@b" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={**os.environ, **who, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_hook_takes_documents_and_no_files_about_them() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    def taken(path: str) -> bool:
        return bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)

    assert all(map(taken, ("seeds/公报.txt", "a.docx", "seeds/2023/a.html", "readings.txt", "seeds/a.md")))
    assert not any(
        map(taken, ("README.md", "seeds/README.md", "a.py", "seeds/LICENSE", "docs/licence.txt", "a.txt.toml"))
    )


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_a_seed_that_disagrees_is_not_committed_and_one_that_agrees_is(folder: Path) -> None:
    """With the hook of this checkout, but for its environment: that is the one the tests run in."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = hook | {"language": "system", "entry": f"{folder / 'bin' / hook['entry']}"}
    local.pop("minimum_pre_commit_version")
    project = folder / "project"
    shutil.move(folder / "seeds", project / "seeds")
    settings = yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}, allow_unicode=True)
    (project / ".pre-commit-config.yaml").write_text(settings, encoding="utf-8")
    home = {"PRE_COMMIT_HOME": str(folder / "home"), "LANG": "en_GB.UTF-8", "LC_ALL": "C.UTF-8"}
    git(project, "init", "--quiet")
    git(project, "add", ".")
    assert git(project, "commit", "--quiet", "-m", "begin").returncode == 0
    install = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(install, cwd=project, env={**os.environ, **home}, check=True, capture_output=True)

    (project / "seeds" / "新闻.txt").write_text(DISAGREES, encoding="utf-8")
    git(project, "add", ".")
    refused = git(project, "commit", "-m", "bad", **home)
    assert refused.returncode == 1
    assert "82.1亿元" in refused.stderr + refused.stdout

    (project / "seeds" / "新闻.txt").write_text(AGREES, encoding="utf-8")
    (project / "seeds" / "README.md").write_text("about", encoding="utf-8")
    git(project, "add", ".")
    accepted = git(project, "commit", "-m", "good", **home)
    assert accepted.returncode == 0, accepted.stderr + accepted.stdout
    assert "Passed" in accepted.stderr + accepted.stdout


def readme_blocks(language: str) -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def test_the_hook_of_the_readme_is_there_and_its_arguments_are_understood() -> None:
    settings, _ = map(yaml.safe_load, readme_blocks("yaml"))
    (hook,) = settings["repos"][0]["hooks"]
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == offered["id"]
    assert re.search(hook["files"], "seeds/new.txt")
    assert not re.search(hook["files"], "seeds/README.md")
    parsed(["check", *hook["args"], "seeds/new.txt"])
    parsed([*offered["entry"].split()[1:], *offered["args"], "seeds/new.txt"])


def test_the_workflow_of_the_readme_gives_inputs_that_there_are(action: dict[str, Any]) -> None:
    _, workflow = map(yaml.safe_load, readme_blocks("yaml"))
    steps = workflow["jobs"]["consistency"]["steps"]
    given = set(steps[-1]["with"])
    assert given <= set(action["inputs"])
    assert {name for name, value in action["inputs"].items() if value.get("required")} <= given


COMMANDS = [line for block in readme_blocks("sh") for line in block.splitlines() if line.startswith("consistency ")]


@pytest.mark.parametrize("line", COMMANDS)
def test_the_commands_of_the_readme_are_understood(line: str) -> None:
    parsed(shlex.split(line, comments=True)[1:])


def parsed(words: list[str]) -> None:
    """Has the command line take these words, without doing anything."""
    command: click.Command = main
    while isinstance(command, click.Group):
        command = command.commands[words[0]]
        words = words[1:]
    command.make_context("consistency", list(words), resilient_parsing=False)


def test_the_readme_has_commands() -> None:
    assert len(COMMANDS) >= 4


def test_what_was_hardly_compared_is_told_of_by_a_quiet_gate_and_refused_where_that_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two places have bulletins, and nothing tells of which of them the draft is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    facts = "全年城镇新增就业{}人。粮食总产量{}万吨。社会消费品零售总额{}亿元。户籍人口{}万人。年末耕地{}万亩。\n"
    for place, numbers in (("青山县", (5200, 26.8, 98.7, 41.3, 12.1)), ("白水县", (3100, 11.2, 45.1, 20.4, 8.3))):
        title = f"{place}2023年国民经济和社会发展统计公报\n"
        (tmp_path / "seeds" / f"{place}.txt").write_text(title + facts.format(*numbers), encoding="utf-8")
    (tmp_path / "稿件.txt").write_text("工作情况\n" + facts.format(5700, 28.6, 89.7, 41.3, 12.1), encoding="utf-8")
    gate = [*shlex.split(hook()["entry"])[1:], *hook()["args"], "--lang", "zh", "稿件.txt"]
    done = CliRunner().invoke(main, gate)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "稿件.txt：没有认出它说的是哪个地区" in done.stderr
    assert hook()["verbose"]  # pre-commit shows nothing of what passes otherwise
    refused = CliRunner().invoke(main, [*gate, "--require-met", "30%"])
    assert refused.exit_code == 1
    assert "低于 --require-met 要求的 30%" in refused.stderr


def hook() -> dict[str, Any]:
    """The hook that this repository offers."""
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    one: dict[str, Any] = found
    return one
