"""The program as a library: what `import consistency` offers. docs/api.md describes it with examples."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from consistency.configuration import Configuration, configured_rules
from consistency.model import Problem, Reading, Report
from consistency.pipeline import check as checked
from consistency.pipeline import read_all
from consistency.readers import find
from consistency.report import RENDERERS, renderer
from consistency.report.focus import concerning
from consistency.selection import led_to
from consistency.standard_input import kept, renamed
from consistency.toml_tables import nearest
from consistency.workers import Processes

TEXT = "text.txt"  # what a text is called while it is read
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def check(
    paths: Paths = (),
    *,
    texts: Mapping[str, str] | None = None,
    against: Paths = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: Paths = (),
    jobs: int = 1,
) -> Report:
    """Compares documents: files, and the documents of folders.

    `texts` are documents that are in no file, by the names they are to have. With `against`, these too are compared,
    and the report is on what concerns those of `paths` and `texts`. `select` and `ignore` are ids of rules or their
    beginnings; `rules` are folders with rules beside those that come along. What cannot be read is among the report's
    `problems`. Raises `ConfigurationError` for a rule that is not there or a broken file.
    """
    known = configured_rules(Configuration(), tuple(map(Path, _listed(rules))))
    drafts, others, named = _listed(paths), _listed(against), texts or {}
    with ExitStack() as held:
        files = {name: held.enter_context(kept(text.encode(), TEXT)) for name, text in named.items()}
        own = (*drafts, *files.values())
        chosen = known.chosen(tuple(select), tuple(ignore))
        asked = led_to(find((*own, *others))[0], own) if others else ()
        report = checked((*own, *others), chosen, workers=Processes(jobs), drafts=asked)
    for name, file in files.items():
        report = renamed(report, file, name)
    if not others:
        return report
    return concerning(report, led_to((reading.document.path for reading in report.readings), drafts) | named.keys())


def read(path: str | os.PathLike[str]) -> Reading | Problem:
    """Reads one document: its text, what it says of itself, and every number in it; or why it cannot be read."""
    readings, problems = read_all(_listed(path), configured_rules(Configuration()).lexicon)
    return problems[0] if problems else readings[0]


def render(report: Report, form: str = "text", *, lang: str = "zh") -> str:
    """The report in one of the forms that `consistency check --format` knows, in Chinese (zh) or English (en)."""
    if form not in RENDERERS:
        raise ValueError(f"no form {form!r}{nearest(form, RENDERERS)}; forms are {', '.join(RENDERERS)}")
    return renderer(form)(report, lang=lang)


def _listed(paths: Paths) -> tuple[str, ...]:
    """The paths as text; one alone is a list of one, and not of its letters."""
    several = (paths,) if isinstance(paths, str | os.PathLike) else paths
    return tuple(os.fspath(path) for path in several)
