"""The program behind the command line, with the stages that do the work replaced by notes of what they were asked."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from consistency.cli import main
from consistency.limits import Limits
from consistency.model import Problem, Reading, Report, Severity
from consistency.toml_tables import ConfigurationError
from consistency.workers import Workers
from tests.report.samples import READINGS
from tests.report.samples import report as sample


@dataclass(frozen=True)
class Rule:
    """A rule with what the command line shows of it."""

    id: str
    name: dict[str, str]
    kind: str
    severity: Severity
    why: dict[str, str]
    message: dict[str, str] = field(default_factory=dict)
    examples: tuple[object, ...] = ()
    source: str = "rules/checks-values.toml"


RULES = (
    Rule("CC201", {"zh": "分项之和", "en": "sum of parts"}, "sum", Severity.ERROR, {"zh": "分项合成总数。"}),
    Rule("CC101", {"zh": "数值不一致", "en": "values disagree"}, "values", Severity.ERROR, {"zh": "一个指标一个数。"}),
    Rule("CC102", {"zh": "数值有出入", "en": "values in tension"}, "values", Severity.WARNING, {"zh": "措辞有出入。"}),
)


@dataclass
class Stages:
    """What the stages answer, and what they were asked."""

    report: Report = field(default_factory=sample)
    readings: tuple[Reading, ...] = READINGS
    problems: tuple[Problem, ...] = ()
    failure: BaseException | None = None
    asked: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Rules:
    """Rules that can be chosen from; remembers how."""

    stages: Stages
    rules: tuple[Rule, ...] = RULES
    lexicon: object = None

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(rule.id for rule in self.rules)

    def rule(self, id_: str) -> Rule:
        return next(rule for rule in self.rules if rule.id == id_)

    def chosen(self, select: tuple[str, ...], ignore: tuple[str, ...]) -> "Rules":
        self.stages.asked |= {"select": select, "ignore": ignore}
        for id_ in (*select, *ignore):
            if not any(rule.id.startswith(id_) for rule in self.rules):
                raise ConfigurationError(f"no rule {id_}; the nearest are CC101, CC102")
        kept = [rule for rule in self.rules if not select or rule.id.startswith(select)]
        return Rules(self.stages, tuple(rule for rule in kept if not ignore or not rule.id.startswith(ignore)))


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> Stages:
    """The stages the command line calls."""
    answers = Stages()
    configuration, pipeline = ModuleType("consistency.configuration"), ModuleType("consistency.pipeline")

    def settings(place: Path) -> SimpleNamespace:
        answers.asked["settings"] = place
        return SimpleNamespace(folder=Path(), file=None, exclude=(), baseline=None, accepted=None, limits=Limits())

    def configured_rules(_settings: object, folders: Sequence[Path] = ()) -> Rules:
        answers.asked["folders"] = tuple(folders)
        return Rules(answers)

    def check(
        paths: Sequence[str],
        rules: Rules,
        *,
        workers: Workers,
        place_of: Callable[[str], str],
        limits: Limits,
        kept: object = None,
        drafts: object = (),
    ) -> Report:
        answers.asked |= {"paths": tuple(paths), "rules": rules.ids, "workers": workers}
        if answers.failure:
            raise answers.failure
        return answers.report

    def read_all(
        paths: Sequence[str], lexicon: object, *, place_of: Callable[[str], str], limits: Limits
    ) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
        answers.asked["paths"] = tuple(paths)
        return answers.readings, answers.problems

    configuration.find_configuration = configuration.load_configuration = settings  # type: ignore[attr-defined]
    configuration.configured_rules = configured_rules  # type: ignore[attr-defined]
    pipeline.check = check  # type: ignore[attr-defined]
    pipeline.read_all = read_all  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "consistency.configuration", configuration)
    monkeypatch.setitem(sys.modules, "consistency.pipeline", pipeline)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return answers


@pytest.fixture
def run(stages: Stages) -> Callable[..., Result]:
    """Runs the program with these arguments."""

    def invoke(*arguments: str, **variables: str) -> Result:
        return CliRunner().invoke(main, arguments, env=variables)

    return invoke
