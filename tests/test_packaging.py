"""The project as others get it: from a wheel, installed editable, and by the two commands of the README."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement

from consistency.rule_folder import rule_folder
from consistency.toml_tables import ConfigurationError

ROOT = Path(__file__).resolve().parent.parent
WHERE = "import consistency, consistency.rule_folder as r; print(consistency.__file__); print(r.rule_folder())"


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    """What a command prints; a command that fails fails the test with all it said."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))} exited {done.returncode}:\n{done.stdout}"
    return done.stdout


def load_script() -> ModuleType:
    """The set-up script as a module of its own for each call."""
    spec = importlib.util.spec_from_file_location("with_environment", ROOT / ".ci" / "with_environment.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


@pytest.fixture(autouse=True)
def unlocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of what CI asks for is asked for here."""
    monkeypatch.delenv("LOCKED", raising=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose name has a space, away from the checkout."""
    return tmp_path_factory.mktemp("a folder", numbered=True)


@pytest.fixture(scope="module")
def built(folder: Path) -> Path:
    """The source archive, and the wheel built from that archive and not from the checkout."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", ROOT, cwd=folder)
    return folder / "dist"


@pytest.fixture(scope="module")
def from_wheel(built: Path, folder: Path) -> tuple[Path, Path, dict[str, str]]:
    """The wheel installed: where the package should be, and the Python and its settings that see it."""
    (wheel,) = built.glob("*.whl")
    target = folder / "from wheel"
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", target, wheel, cwd=folder)
    return target, Path(sys.executable), {"PYTHONPATH": str(target)}


@pytest.fixture(scope="module")
def editable(built: Path, folder: Path) -> tuple[Path, Path, dict[str, str]]:
    """The unpacked source archive installed editable into an environment that borrows the dependencies of this one."""
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        # Python before 3.11.4 knows no filters; the archive is our own.
        safely: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        packed.extractall(folder / "source", **safely)
    (source,) = (folder / "source").iterdir()
    environment = folder / "environment"
    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(environment)
    python = load_script().interpreter(environment)
    paths = {"base": str(environment), "platbase": str(environment)}
    # Last in the alphabet, for the project's own line has to come before whatever is installed here.
    borrowed = Path(sysconfig.get_path("purelib", vars=paths)) / "zz_borrowed.pth"
    borrowed.write_text("\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}), encoding="utf-8")
    pip = (python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation")
    run(*pip, "--editable", ".", cwd=source)
    return source, python, {"PYTHONPATH": ""}


@pytest.mark.slow
@pytest.mark.parametrize("way", ["from_wheel", "editable"])
def test_the_rules_come_along(way: str, folder: Path, request: pytest.FixtureRequest) -> None:
    place, python, variables = request.getfixturevalue(way)
    package, rules = map(Path, run(python, "-c", WHERE, cwd=folder, **variables).splitlines())
    assert package.resolve().is_relative_to(place.resolve())
    assert rules.resolve().is_relative_to(place.resolve())
    assert {path.name for path in rules.glob("*.toml")} == {path.name for path in (ROOT / "rules").glob("*.toml")}


@pytest.mark.slow
@pytest.mark.parametrize("way", ["from_wheel", "editable"])
def test_the_command_starts(way: str, folder: Path, request: pytest.FixtureRequest) -> None:
    _, python, variables = request.getfixturevalue(way)
    assert "check" in run(python, "-m", "consistency", "--help", cwd=folder, **variables)


@pytest.mark.slow
def test_the_wheel_says_that_it_is_typed(from_wheel: tuple[Path, Path, dict[str, str]]) -> None:
    assert (from_wheel[0] / "consistency" / "py.typed").is_file()


def test_rules_inside_the_package_come_before_those_beside_it(tmp_path: Path) -> None:
    package = tmp_path / "consistency"
    for place in (package / "rules", tmp_path / "rules"):
        place.mkdir(parents=True)
        (place / "units.toml").touch()
    assert rule_folder(package) == package / "rules"
    (package / "rules" / "units.toml").unlink()
    assert rule_folder(package) == tmp_path / "rules"


def test_missing_rules_are_an_error_that_says_where_they_were_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no rule files") as error:
        rule_folder(tmp_path / "consistency")
    assert str(tmp_path / "consistency" / "rules") in str(error.value)


@pytest.fixture
def with_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The set-up script, for a project in a temporary folder, with a pip that only takes notes."""
    script = load_script()
    project = tmp_path / "a project"
    project.mkdir()
    shutil.copy(ROOT / "pyproject.toml", project)
    installs: list[Path] = []

    def create(self: venv.EnvBuilder, environment: Path) -> None:
        python = script.interpreter(Path(environment))
        python.parent.mkdir(exist_ok=True)
        python.touch()

    monkeypatch.setattr(script, "ROOT", project)
    monkeypatch.setattr(script, "run", lambda command, environment: 7)
    monkeypatch.setattr(script, "install", lambda project, environment: installs.append(environment))
    monkeypatch.setattr(script.venv.EnvBuilder, "create", create)
    monkeypatch.setattr(script, "installs", installs, raising=False)
    return script


def test_the_environment_is_set_up_once(with_environment: ModuleType) -> None:
    assert [with_environment.main(["pytest"]), with_environment.main(["pytest"])] == [7, 7]
    assert len(with_environment.installs) == 1


@pytest.mark.parametrize(
    ("before", "after", "installs"),
    [
        ('"click>=', '"click!=1,>=', 2),
        ('"pytest>=', '"pytest!=1,>=', 2),
        ("line-length = 120", "line-length = 100", 1),
    ],
    ids=["dependency", "dependency of the tests", "linter setting"],
)
def test_the_environment_follows_its_dependencies(
    with_environment: ModuleType, before: str, after: str, installs: int
) -> None:
    with_environment.main(["pytest"])
    settings = with_environment.ROOT / "pyproject.toml"
    changed = settings.read_text("utf-8").replace(before, after)
    assert changed != settings.read_text("utf-8")
    settings.write_text(changed, "utf-8")
    with_environment.main(["pytest"])
    assert len(with_environment.installs) == installs


def test_the_environment_has_what_the_groups_of_the_project_name() -> None:
    script = load_script()
    groups = script.settings_of(ROOT)["dependency-groups"]
    needed = script.group("dev", groups)
    assert sorted(needed) == sorted(one for members in groups.values() for one in members if isinstance(one, str))
    assert script.group("all", {"all": [{"include-group": "a"}, "ruff"], "a": ["pytest>=8"]}) == ["pytest>=8", "ruff"]


def test_the_lock_holds_what_the_project_needs() -> None:
    script = load_script()
    settings = script.settings_of(ROOT)
    held = dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / script.LOCK).read_text(encoding="utf-8"), flags=re.M))
    project = settings["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["serve"]]
    wanted += [*script.group("dev", settings["dependency-groups"]), *settings["build-system"]["requires"]]
    needed = [*map(Requirement, wanted)]
    behind = [str(r) for r in needed if r.name not in held or not r.specifier.contains(held[r.name])]
    assert behind == [], f"renew {script.LOCK}"


def test_with_the_lock_only_what_it_holds_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    script, newest = load_script(), load_script().mark(ROOT)
    monkeypatch.setenv("LOCKED", "1")
    (dependencies, own) = script.installs(ROOT)
    assert dependencies == ["--require-hashes", "-r", str(script.LOCK)]
    assert "--no-deps" in own
    assert script.mark(ROOT) != newest


def test_an_interrupted_set_up_starts_again(with_environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(project: Path, environment: Path) -> None:
        (environment / "half.txt").touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(with_environment, "install", interrupted)
        assert with_environment.main(["pytest"]) == 130
    assert with_environment.main(["pytest"]) == 7
    assert len(with_environment.installs) == 1
    assert not (with_environment.ROOT / ".venv" / "half.txt").exists()


def test_another_ones_environment_is_left_alone(
    with_environment: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = with_environment.ROOT / ".venv" / "pyvenv.cfg"
    theirs.parent.mkdir()
    theirs.touch()
    assert with_environment.main(["pytest"]) == 2
    assert "Move it away" in capsys.readouterr().err
    assert theirs.exists()


def test_a_python_without_ensurepip_gets_told(
    with_environment: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(with_environment.importlib.util, "find_spec", lambda name: None)
    assert with_environment.main(["pytest"]) == 2
    assert "ensurepip" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="the program in the environment is a shell script")
def test_the_environment_comes_first_on_the_path_and_the_exit_code_is_passed_on(tmp_path: Path) -> None:
    """With the script as it is, an environment that counts as finished, and a program in it that exits 3."""
    project = tmp_path / "a project"
    (project / ".ci").mkdir(parents=True)
    for file in ("pyproject.toml", ".ci/with_environment.py"):
        shutil.copy(ROOT / file, project / file)
    script, environment = load_script(), project / ".venv"
    exit_3 = script.programs(environment) / "pytest"
    exit_3.parent.mkdir(parents=True)
    script.interpreter(environment).touch()
    (environment / script.STAMP).write_text(script.mark(project), encoding="utf-8")
    exit_3.write_text('#!/bin/sh\necho "$VIRTUAL_ENV" "$PWD" "$@"\nexit 3\n', encoding="utf-8")
    exit_3.chmod(0o755)
    done = subprocess.run(
        [sys.executable, str(project / ".ci" / "with_environment.py"), "pytest", "a b"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (3, "")
    assert done.stdout == f"{environment} {tmp_path} a b\n"
