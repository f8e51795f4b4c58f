"""What carries out the reading of documents: processes of this machine, or the workers of a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.commands.output import Impossible

if TYPE_CHECKING:
    from consistency.lexicon import Lexicon
    from consistency.workers import Workers

ENGINES = ("processes", "dask")


@contextmanager
def engine_of(
    name: str, jobs: int, scheduler: str | None, scratch: Path | None, lexicon: Lexicon, lang: str
) -> Iterator[Workers]:
    """The engine of that name, ready to work; a cluster that cannot be used is refused in one line."""
    if name == "processes":
        from consistency.workers import Processes

        if scheduler is not None or scratch is not None:
            from click import UsageError

            raise UsageError("--scheduler and --scratch are for --engine dask.")
        yield Processes(jobs)
        return
    from functools import partial

    from consistency.index.version import version
    from consistency.report.wording import say

    try:
        from consistency.cluster import NoCluster, cluster
    except ImportError:
        raise Impossible(say(lang, "no dask")) from None
    try:
        with cluster(scheduler, jobs, scratch, partial(version, lexicon)) as found:
            yield found
    except NoCluster as why:
        raise Impossible(say(lang, str(why), scheduler=scheduler or "dask")) from None
