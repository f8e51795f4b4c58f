"""A check as several commands run it: documents found, read, compared; what was left out said meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.commands.output import at_work, complain
from consistency.commands.sources import note_what_was_left_out, sources
from consistency.index import FOLDER

if TYPE_CHECKING:
    from consistency.configuration import Configuration
    from consistency.engine import Rules
    from consistency.index.known import Known
    from consistency.model import Report
    from consistency.workers import Workers


def checked(
    paths: Sequence[str],
    rules: Rules,
    configuration: Configuration,
    *,
    exclude: Sequence[str] = (),
    stdin_name: str | None = None,
    outputs: Sequence[str] = (),
    workers: Workers | None = None,
    indexed: bool = True,
    drafts: Sequence[str] = (),
    quiet: bool,
    lang: str,
) -> Report:
    """The report on the documents that paths lead to, none of which `outputs` may write over.

    Where the project has an index, it is used, unless that is not wanted. Where only what concerns `drafts` is asked
    for, the documents that have no say in it are then not read.
    """
    from consistency.pipeline import check
    from consistency.report.wording import say
    from consistency.workers import HERE

    with sources(paths, exclude, configuration, stdin_name, outputs) as found:
        if not quiet:
            note_what_was_left_out(found.selection, lang)
        with at_work(say(lang, "at work"), quiet), index_of(configuration, rules, lang, indexed) as kept:
            chosen = found.led_to(drafts)
            done_by = workers or HERE
            report = found.named(check(found.paths, rules, workers=done_by, kept=kept, drafts=chosen, **found.told))
            return replace(report, problems=found.problems(report.problems))


@contextmanager
def index_of(configuration: Configuration, rules: Rules, lang: str, wanted: bool = True) -> Iterator[Known | None]:
    """What the index of the project knows, where it has one and it is wanted; one that cannot be used is told of."""
    if not wanted or not (folder := configuration.folder / FOLDER).is_dir():
        yield None
        return
    from consistency.index.known import Known
    from consistency.index.store import FILE, Store, Unusable
    from consistency.index.version import version
    from consistency.report.wording import say

    known = None
    with ExitStack() as open_:
        if (folder / FILE).is_file():
            try:
                known = Known(
                    open_.enter_context(Store.opened(folder / FILE)), version(rules.lexicon, configuration.limits)
                )
            except Unusable as why:
                complain(say(lang, "index unusable", file=folder / FILE, why=say(lang, f"index {why}")))
        yield known
