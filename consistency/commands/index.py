"""`consistency index`: what was read of documents, kept so that only what has changed is read again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.commands import options
from consistency.commands.engines import engine_of
from consistency.commands.output import Impossible, complain, complain_of, configured, counting, incomplete, write
from consistency.commands.spoken import Group
from consistency.index import FOLDER

if TYPE_CHECKING:
    from consistency.configuration import Configuration

EPILOG = """\b
Examples:
  consistency index build published/
  consistency check draft.txt --against published/
  consistency index update published/
  consistency index status"""


@click.group(cls=Group, epilog=EPILOG)
def index() -> None:
    """Keep what was read of documents.

    The index is one file of the project, .consistency/index.sqlite beside its settings. Where it is there, `check`
    reads only documents that are new or have changed; reports are the same with it and without. It holds nothing that
    the documents do not: it may be thrown away at any time.
    """


def on_documents(command: options.Command) -> options.Command:
    """The command with what both need to read documents."""
    for option in (
        options.LANG,
        options.QUIET,
        options.engine,
        options.jobs(1),
        options.CONFIG,
        options.RULES,
        options.EXCLUDE,
        options.PATHS,
    ):
        command = option(command)
    return command


@index.command()
@on_documents
@click.pass_context
def build(ctx: click.Context, /, **asked: Any) -> None:
    """Make the index anew, of the documents of PATHS."""
    ctx.exit(_renewed(anew=True, **asked))


@index.command()
@on_documents
@click.pass_context
def update(ctx: click.Context, /, **asked: Any) -> None:
    """Read what is new or has changed among PATHS, and drop what is gone."""
    ctx.exit(_renewed(anew=False, **asked))


@index.command()
@options.CONFIG
@options.LANG
def status(config: Path | None, lang: str) -> None:
    """Tell what the index holds."""
    from consistency.index.store import Store, Unusable
    from consistency.report.wording import say

    with configured():
        file = _file(options.configuration_of(config))
    try:
        with Store.opened(file) as store:
            held = store.held()
    except Unusable as why:
        raise Impossible(f"{file}: {say(lang, f'index {why}')}") from None
    words = say(lang, "index holds", documents=held.documents, readings=held.readings, kilobytes=held.bytes >> 10)
    write(f"{file}: {words}\n")


def _renewed(
    *,
    anew: bool,
    paths: tuple[str, ...],
    exclude: tuple[str, ...],
    folders: tuple[Path, ...],
    config: Path | None,
    jobs: int,
    engine: str,
    scheduler: str | None,
    scratch: Path | None,
    quiet: bool,
    lang: str,
) -> int:
    """Makes the index of a project, anew or from what it has; the exit code."""
    from consistency.commands.sources import note_what_was_left_out, sources
    from consistency.files import held
    from consistency.index.store import Store
    from consistency.indexing import renewed
    from consistency.report.wording import say

    with configured():
        settings = options.configuration_of(config)
        rules = options.rules_of(settings, folders)
        file = _file(settings)
        with sources(paths, exclude, settings) as found, _refused(file, lang):
            if not quiet:
                note_what_was_left_out(found.selection, lang)
            file.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError), open(file.parent / ".gitignore", "x", encoding="utf-8") as ignored:
                ignored.write("*\n")
            with held(file, lambda: complain(say(lang, "waiting", file=file))):
                if anew or not _usable(file, lang):
                    _removed(file)
                with (
                    engine_of(engine, jobs, scheduler, scratch, rules.lexicon, lang) as reading,
                    Store.opened(file, new=True) as store,
                    counting(say(lang, "at work"), quiet) as done,
                ):
                    result = renewed(store, found.paths, rules.lexicon, workers=reading, done=done, **found.told)
            problems = found.problems(result.problems)
    complain_of(problems, lang)
    told = say(lang, "index renewed", documents=result.documents, read=result.read, dropped=result.dropped)
    write(f"{file}: {told}\n")
    return incomplete(problems) if problems else 0


def _file(settings: Configuration) -> Path:
    from consistency.index.store import FILE

    return settings.folder / FOLDER / FILE


def _usable(file: Path, lang: str) -> bool:
    """Whether an index can be gone on with; one that cannot is made anew, and that is told."""
    from consistency.index.store import Store, Unusable
    from consistency.report.wording import say

    if not file.exists():
        return True
    try:
        with Store.opened(file) as store:
            store.sound()
    except Unusable as why:
        complain(say(lang, "index made anew", file=file, why=say(lang, f"index {why}")))
        return False
    return True


def _removed(file: Path) -> None:
    """Takes an index away, and what a run that was killed has left beside it."""
    for path in (file, file.with_name(file.name + "-journal")):
        with suppress(FileNotFoundError):
            path.unlink()


@contextmanager
def _refused(file: Path, lang: str) -> Iterator[None]:
    """Turns what the system does not allow into one line; what was there before stays as it was."""
    from consistency.index.store import Unusable
    from consistency.report.wording import say

    try:
        yield
    except Unusable as why:
        raise Impossible(f"{file}: {say(lang, f'index {why}')}") from None
    except OSError as error:
        raise Impossible(f"{file}: cannot be written: {error.strerror}") from None
