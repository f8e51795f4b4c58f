#!/usr/bin/env python3
"""Run a command in this project's own environment, made first where it is missing or out of date.

    python3 .ci/with_environment.py consistency check seeds
    python3 .ci/with_environment.py pytest

The environment is `.venv` in the project's folder. Only the standard library is needed here, so this runs on a machine
with nothing but Python. With LOCKED=1 exactly the versions of `.ci/requirements.txt` are installed, each with the hash
that stands there; otherwise the newest that pyproject.toml allows. The command runs in the folder it was called from,
and paths are relative to that folder: from elsewhere, name what to test, `pytest PATH-OF-THE-PROJECT`. The exit code is
the command's own, or 2 where the set-up failed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
# Written before the first file of the environment and after the last: anything but the mark due means “do it again”.
STAMP = "consistency.stamp"
UNFINISHED = "unfinished"
LOCK = Path(".ci", "requirements.txt")


class SetUpError(Exception):
    """The environment cannot be made; the message says what would mend it."""


def programs(environment: Path) -> Path:
    """Where an environment keeps its programs."""
    return environment / ("Scripts" if os.name == "nt" else "bin")


def interpreter(environment: Path) -> Path:
    """The Python of an environment."""
    return programs(environment) / ("python.exe" if os.name == "nt" else "python")


def settings_of(project: Path) -> dict[str, Any]:
    """What stands in pyproject.toml."""
    import tomllib  # from 3.11 on; an older Python should get as far as our own message

    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))


def group(name: str, groups: dict[str, list[Any]]) -> list[str]:
    """The requirements of a dependency group with those of the groups it includes.

    The pip that comes with Python 3.11 knows nothing of groups yet.
    """
    parts = [[one] if isinstance(one, str) else group(one["include-group"], groups) for one in groups[name]]
    return [requirement for part in parts for requirement in part]


def locked() -> bool:
    """Whether the versions of the lock are asked for."""
    return os.environ.get("LOCKED", "") == "1"


def mark(project: Path) -> str:
    """What the environment was made from; a change in any of it asks for a new one.

    Settings of linters and tests in pyproject.toml do not count. The place does, for an environment cannot be moved.
    """
    settings = settings_of(project)
    tables = [settings["project"], settings["dependency-groups"], settings["build-system"], settings["tool"]["hatch"]]
    lock = (project / LOCK).read_text(encoding="utf-8") if locked() else ""
    made_from = json.dumps([tables, lock, str(project), sys.version_info[:2]], sort_keys=True)
    return hashlib.sha256(made_from.encode()).hexdigest()


def ready(environment: Path, due: str) -> bool:
    """Whether the environment was finished, from what is due, and its Python is still there."""
    stamp = environment / STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == due and interpreter(environment).exists()


def foreign(environment: Path) -> bool:
    """Whether something stands in the environment's place that this script did not put there."""
    if (environment / STAMP).is_file() or not environment.exists():
        return False
    return not environment.is_dir() or any(environment.iterdir())


def clear(environment: Path) -> None:
    """Remove all but the stamp, by which the next run knows the rest as ours should this one be interrupted."""
    for entry in environment.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != STAMP:
            entry.unlink()


def set_up(project: Path, environment: Path, due: str) -> None:
    """Make the environment from scratch and install the project into it, editable, with what its tests need."""
    if foreign(environment):
        raise SetUpError(f"{environment} was not made by this script. Move it away, then try again.")
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise SetUpError(
            "this Python has no ensurepip, so it cannot make an environment. "
            f"Install it (on Debian and Ubuntu: apt install python{version}-venv), then try again."
        )
    print(f"setting up {environment} (once, about half a minute) ...", file=sys.stderr, flush=True)
    environment.mkdir(exist_ok=True)
    (environment / STAMP).write_text(UNFINISHED, encoding="utf-8")
    try:
        clear(environment)
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(environment)
    except (subprocess.CalledProcessError, OSError) as error:
        raise SetUpError(f"Python could not make {environment}: {error}") from error
    install(project, environment)
    (environment / STAMP).write_text(due, encoding="utf-8")


def installs(project: Path) -> list[list[str]]:
    """What pip is asked to install, one call after the other."""
    # A relative requirement: pip would read a comma or a bracket in the folder's name as a list of extras.
    if locked():  # the project itself has no hash
        return [["--require-hashes", "-r", str(LOCK)], ["--no-deps", "--no-build-isolation", "--editable", "."]]
    return [["--editable", ".[serve]", *group("dev", settings_of(project)["dependency-groups"])]]


def install(project: Path, environment: Path) -> None:
    """Install the project; pip's own words are shown only when it fails."""
    pip = [str(interpreter(environment)), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    for wanted in installs(project):
        done = subprocess.run(
            [*pip, "install", *wanted],
            cwd=project,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            sys.stderr.write(done.stdout.decode(errors="replace"))
            raise SetUpError("pip could not install the project (see above). Is the package index within reach?")


def run(command: list[str], environment: Path) -> int:
    """Run the command with the environment's programs first on the path."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    variables["VIRTUAL_ENV"] = str(environment)
    variables["PATH"] = os.pathsep.join([str(programs(environment)), os.environ.get("PATH", os.defpath)])
    program = shutil.which(command[0], path=variables["PATH"])
    if program is None:
        print(f"with_environment: there is no command {command[0]}", file=sys.stderr)
        return 127
    if os.name == "nt":  # where exec would leave the caller waiting for nobody
        return subprocess.call([program, *command[1:]], env=variables)
    os.execve(program, [program, *command[1:]], variables)


def main(arguments: list[str]) -> int:
    """Set up where needed, then run."""
    if sys.version_info < OLDEST:
        here = ".".join(map(str, sys.version_info[:2]))
        print(f"with_environment: Python 3.11 or newer is needed, and this is {here}", file=sys.stderr)
        return 2
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(__doc__, file=sys.stdout if arguments else sys.stderr)
        return 0 if arguments else 2
    environment = ROOT / ".venv"
    try:
        due = mark(ROOT)
        if not ready(environment, due):
            set_up(ROOT, environment, due)
    except SetUpError as error:
        print(f"with_environment: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("with_environment: interrupted; the next run starts the set-up again", file=sys.stderr)
        return 130
    return run(arguments, environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
