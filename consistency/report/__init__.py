"""Reports in every form they can take, by the name of the form; a form's module is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # the command line's help needs the names of the forms and nothing more
    from consistency.checks.rule import Rule
    from consistency.model import Reading, Report
    from consistency.report.inspection_text import Inspected

RENDERERS = {
    "text": "consistency.report.text",
    "concise": "consistency.report.concise",
    "markdown": "consistency.report.markdown",
    "html": "consistency.report.html",
    "csv": "consistency.report.findings_csv",
    "json": "consistency.report.as_json",
    "sarif": "consistency.report.sarif",
    "github": "consistency.report.github",
    "junit": "consistency.report.junit",
}
LISTINGS = {
    "text": "consistency.report.claims_text",
    "json": "consistency.report.claims_json",
    "csv": "consistency.report.claims_csv",
}
INSPECTIONS = {
    "text": "consistency.report.inspection_text",
    "json": "consistency.report.inspection_json",
}


@dataclass(frozen=True, slots=True)
class Made:
    """How a report was made: by which command, and when; no time where the report is to be the same every time."""

    command: str
    time: str = ""

    @classmethod
    def now(cls, command: str) -> Made:
        """Made at this moment, by the clock here."""
        return cls(command, f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}")


class Renderer(Protocol):
    """Gives a report as text, and asks for no more of this than its form needs.

    `rules` are those in force, for what they say of themselves. `width` and `colour` are the terminal's; a `brief`
    report leaves out what is not a finding. A terminal is shown a list where there is much, unless it is to have all
    `details`. The page says how it was `made`.
    """

    def __call__(
        self,
        report: Report,
        *,
        lang: str,
        width: int | None = None,
        colour: bool = False,
        rules: Sequence[Rule] = (),
        brief: bool = False,
        details: bool = False,
        made: Made | None = None,
    ) -> str: ...


class Listing(Protocol):
    """Gives what was read from documents as text: the claims, or `everything`."""

    def __call__(
        self, readings: Sequence[Reading], *, everything: bool, lang: str, width: int | None, colour: bool
    ) -> str: ...


class Inspection(Protocol):
    """Gives documents as they were understood as text: long parts cut short, or `everything`."""

    def __call__(
        self, inspected: Sequence[Inspected], *, everything: bool, lang: str, width: int | None, colour: bool
    ) -> str: ...


def renderer(form: str) -> Renderer:
    """The function that gives a report in this form."""
    return cast(Renderer, import_module(RENDERERS[form]).render)


def listing(form: str) -> Listing:
    """The function that gives what was read in this form."""
    return cast(Listing, import_module(LISTINGS[form]).render)


def inspection(form: str) -> Inspection:
    """The function that gives documents as they were understood in this form."""
    return cast(Inspection, import_module(INSPECTIONS[form]).render)
