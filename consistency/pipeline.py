"""The whole program on one page: paths in, report out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from consistency.checks.case import Case
from consistency.damage import examined
from consistency.engine import Rules, findings, judged
from consistency.extract.about.company import in_company
from consistency.extract.mentions import Extractor
from consistency.extract.relations import related
from consistency.lexicon import Lexicon
from consistency.limits import LIMITS, Limits
from consistency.link import claim_sets
from consistency.model import ClaimSet, Context, Document, Finding, Problem, Reading, Report
from consistency.readers import find, read
from consistency.readers.refusals import Refusal
from consistency.readers.sidecar import sidecar
from consistency.reprints import families
from consistency.workers import Failure, TimeIsUp, Why, each, within

# The path of a document and what is told of it beside it.
Told = tuple[str, Context | None]
# The place that the document at a path speaks for, by what a project says of its folders; empty where it says nothing.
PlaceOf = Callable[[str], str]


def nowhere(path: str) -> str:
    """The place of a document of which nobody says anything."""
    return ""


class Kept(Protocol):
    """Readings of earlier runs, such as an index has."""

    def readings(self, told: Sequence[Told], largest: int) -> Mapping[str, Reading]:
        """The readings by path of those documents, of at most so many bytes, whose content has been read before."""


def check(
    paths: Sequence[str],
    rules: Rules,
    *,
    jobs: int = 1,
    place_of: PlaceOf = nowhere,
    limits: Limits = LIMITS,
    kept: Kept | None = None,
) -> Report:
    """The report on the documents that `paths` name: read, linked, judged.

    The same documents give the same report whatever the order of the paths, the number of jobs and what is `kept`.
    """
    readings, problems = read_all(paths, rules.lexicon, jobs=jobs, place_of=place_of, limits=limits, kept=kept)
    late: list[Reading] = []
    while True:
        size = sum(len(reading.document.text.encode()) for reading in readings)
        try:
            with within(limits.seconds_of(size)):
                found, sets = _compared(readings, rules)
            break
        except TimeIsUp:
            late += _slow(readings, rules, limits)
            left_out = {reading.document.path for reading in late}
            readings = tuple(reading for reading in readings if reading.document.path not in left_out)
    problems += tuple(Refusal.COMPARING.of(r.document.path, seconds=limits.seconds_of(size)) for r in late)
    shared = tuple(s for s in sets if len({c.document for c in s.claims}) > 1)
    return Report(readings, found, shared, tuple(sorted(problems, key=lambda p: p.path)))


def _compared(readings: Sequence[Reading], rules: Rules) -> tuple[tuple[Finding, ...], tuple[ClaimSet, ...]]:
    """What is found in some documents as read, and what of their claims met."""
    claims = [claim for reading in readings for claim in reading.claims]
    sets = judged(claim_sets(claims, rules.lexicon, rules.linking))
    family = families({r.document.path: r.page.text for r in readings})
    return findings(rules, Case(tuple(readings), sets, family, rules.lexicon)), sets


def _slow(readings: Sequence[Reading], rules: Rules, limits: Limits) -> list[Reading]:
    """The documents for whose sake comparing takes too long: those that do by themselves, else that of most numbers."""
    slow = []
    for reading in readings:
        try:
            with within(limits.seconds_of(len(reading.document.text.encode()))):
                _compared([reading], rules)
        except TimeIsUp:
            slow.append(reading)
    return slow or [max(readings, key=lambda r: (len(r.mentions), r.document.path))]


def read_all(
    paths: Sequence[str],
    lexicon: Lexicon,
    *,
    jobs: int = 1,
    place_of: PlaceOf = nowhere,
    limits: Limits = LIMITS,
    kept: Kept | None = None,
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Every document that `paths` name as understood, and what could not be read, both by path.

    What is told beside the documents is looked at first: a mistake in it ends a run before it has begun.
    """
    told, missing = asked(paths, place_of)
    first = _readings(told, lexicon, jobs, limits, kept)
    problems = [*missing, *(result for result in first if isinstance(result, Problem))]
    readings = [result for result in first if isinstance(result, Reading)]
    given = in_company([reading.context for reading in readings])
    lacking = [at for at, reading in enumerate(readings) if given[at] != reading.context]
    again = [(readings[at].document.path, given[at]) for at in lacking]
    for at, result in zip(lacking, _readings(again, lexicon, jobs, limits, kept), strict=True):
        readings[at] = result if isinstance(result, Reading) else readings[at]
    return tuple(readings), tuple(sorted(problems, key=lambda p: p.path))


def asked(paths: Sequence[str], place_of: PlaceOf = nowhere) -> tuple[list[Told], tuple[Problem, ...]]:
    """The documents that `paths` name, each with what is told of it beside it, and what leads to none."""
    files, missing = find(paths)
    return [(path, _told(path, place_of(path))) for path in files], missing


def _readings(
    told: Sequence[Told], lexicon: Lexicon, jobs: int, limits: Limits, kept: Kept | None
) -> list[Reading | Problem]:
    """The readings of some documents in their order, those that are not kept made anew."""
    known = kept.readings(told, limits.bytes) if kept is not None else {}
    unread = [one for one in told if one[0] not in known]
    seconds = [limits.seconds_for(path) for path, _ in unread]
    found = each(partial(_read, limits.bytes), partial(Extractor, lexicon), unread, jobs=jobs, seconds=seconds)
    anew = {
        path: problem_of(path, result, time) if isinstance(result, Failure) else result
        for (path, _), result, time in zip(unread, found, seconds, strict=True)
    }
    return [known[path] if path in known else anew[path] for path, _ in told]


def understood(extractor: Extractor, document: Document, told: Context | None = None) -> Reading:
    """A document as understood: its numbers, those that damage may have changed, and the relations between them."""
    return related(examined(extractor.read(document, told)))


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


def problem_of(path: str, failure: Failure, seconds: float) -> Problem:
    """What is told of a document of which nothing came."""
    problem = Refusal[failure.why.name].of(path, seconds=seconds, where=failure.where)
    return replace(problem, fault=failure.trace) if failure.why is Why.FAULT else problem
