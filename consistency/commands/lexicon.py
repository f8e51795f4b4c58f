"""`consistency lexicon`: words that the lexicon may learn."""

from __future__ import annotations

from pathlib import Path

import click

from consistency.commands import options
from consistency.commands.output import at_work, check_outputs, complain_of, configured, incomplete, write
from consistency.commands.sources import note_what_was_left_out, sources
from consistency.commands.spoken import Command, Group
from consistency.report.wording import say

EPILOG = """\b
Examples:
  consistency lexicon suggest documents/
  consistency lexicon suggest --output our-rules/indicators.toml documents/
\b
Exit codes: 0, or 2 for wrong usage and where a document could not be read."""


@click.group(cls=Group)
def lexicon() -> None:
    """Words that the lexicon may learn."""


@lexicon.command(cls=Command, epilog=EPILOG)
@options.PATHS
@options.OUTPUT
@options.EXCLUDE
@options.CONFIG
@options.QUIET
@options.LANG
@click.pass_context
def suggest(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    exclude: tuple[str, ...],
    config: Path | None,
    quiet: bool,
    lang: str,
) -> None:
    """List names that met under another name, for an editor to confirm.

    As entries of an indicators.toml: keep those that are of one thing, in a folder that --rules names, and the two
    names are one from then on. The most frequent come first, each with where it was met and how sure that is.
    """
    with configured():
        settings = options.configuration_of(config)
        outputs = [output] if output is not None else []
        check_outputs(outputs, [settings.file] if settings.file is not None else [])
        rules = options.rules_of(settings)
        with sources(paths, exclude, settings, None, outputs) as found:
            from consistency.link import claim_sets
            from consistency.link.suggestions import suggestions
            from consistency.pipeline import read_all
            from consistency.report.suggested import suggested

            if not quiet:
                note_what_was_left_out(found.selection, lang)
            with at_work(say(lang, "at work"), quiet):
                readings, problems = found.named(read_all(found.paths, rules.lexicon, **found.told))
                claims = [claim for reading in readings for claim in reading.claims]
                sets = claim_sets(claims, rules.lexicon, rules.linking)
    problems = found.problems(problems)
    complain_of(problems, lang)
    write(suggested(suggestions(sets, rules.lexicon), readings, lang), output)
    ctx.exit(incomplete(problems) if problems else 0)
