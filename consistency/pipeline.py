"""The whole program on one page: paths in, report out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from consistency.checks.case import Case
from consistency.damage import examined
from consistency.engine import Rules, findings, judged
from consistency.extract.mentions import Extractor
from consistency.lexicon import Lexicon
from consistency.limits import LIMITS, Limits
from consistency.link import claim_sets
from consistency.model import Context, Document, Problem, Reading, Report
from consistency.readers import find, read
from consistency.readers.refusals import Refusal
from consistency.readers.sidecar import sidecar
from consistency.reprints import families
from consistency.workers import Failure, Why, each

# The path of a document and what is told of it beside it.
Told = tuple[str, Context | None]
# The place that the document at a path speaks for, by what a project says of its folders; empty where it says nothing.
PlaceOf = Callable[[str], str]


def nowhere(path: str) -> str:
    """The place of a document of which nobody says anything."""
    return ""


def check(
    paths: Sequence[str], rules: Rules, *, jobs: int = 1, place_of: PlaceOf = nowhere, limits: Limits = LIMITS
) -> Report:
    """The report on the documents that `paths` name: read, linked, judged.

    The same documents give the same report whatever the order of the paths and the number of jobs.
    """
    readings, problems = read_all(paths, rules.lexicon, jobs=jobs, place_of=place_of, limits=limits)
    claims = [claim for reading in readings for claim in reading.claims]
    sets = judged(claim_sets(claims, rules.lexicon))
    family = families({r.document.path: r.document.text for r in readings})
    shared = tuple(s for s in sets if len({c.document for c in s.claims}) > 1)
    return Report(readings, findings(rules, Case(readings, sets, family, rules.lexicon)), shared, problems)


def read_all(
    paths: Sequence[str],
    lexicon: Lexicon,
    *,
    jobs: int = 1,
    place_of: PlaceOf = nowhere,
    limits: Limits = LIMITS,
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Every document that `paths` name as understood, and what could not be read, both by path.

    What is told beside the documents is looked at first: a mistake in it ends a run before it has begun.
    """
    files, missing = find(paths)
    told = [(path, _told(path, place_of(path))) for path in files]
    seconds = [limits.seconds_for(path) for path in files]
    found = each(partial(_read, limits.bytes), partial(Extractor, lexicon), told, jobs=jobs, seconds=seconds)
    results = [
        _problem(path, result, time) if isinstance(result, Failure) else result
        for path, result, time in zip(files, found, seconds, strict=True)
    ]
    problems = [*missing, *(result for result in results if isinstance(result, Problem))]
    readings = tuple(result for result in results if isinstance(result, Reading))
    return readings, tuple(sorted(problems, key=lambda p: p.path))


def understood(extractor: Extractor, document: Document, told: Context | None = None) -> Reading:
    """A document as understood: its numbers, its damage, and of the numbers those that the damage may have changed."""
    return examined(extractor.read(document, told))


def _told(path: str, place: str) -> Context | None:
    """What is told of the document at a path: by the file beside it; its place by the project where that is silent."""
    beside = sidecar(path)
    if not place or (beside is not None and beside.entity):
        return beside
    return replace(beside or Context(), entity=place)


def _read(largest: int, extractor: Extractor, told: Told) -> Reading | Problem:
    """The document at a path as understood, or why it cannot be read."""
    document = read(told[0], largest)
    return document if isinstance(document, Problem) else understood(extractor, document, told[1])


def _problem(path: str, failure: Failure, seconds: float) -> Problem:
    """What is told of a document of which nothing came."""
    problem = Refusal[failure.why.name].of(path, seconds=seconds, where=failure.where)
    return replace(problem, fault=failure.trace) if failure.why is Why.FAULT else problem
