"""The whole program on one page: paths in, report out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, Protocol

from consistency.checks.case import Case
from consistency.checks.collated import collation_of
from consistency.checks.ledger import ledger
from consistency.damage import examined
from consistency.engine import Rules, findings, judged
from consistency.extract.about.company import in_company
from consistency.extract.mentions import Extractor
from consistency.extract.relations import related
from consistency.extract.relations.sheet import sheets
from consistency.lexicon import Lexicon
from consistency.limits import LIMITS, Limits
from consistency.link import claim_sets
from consistency.model import ClaimSet, Context, Document, Finding, Problem, Reading, Report, Summary
from consistency.near import Brief, Company, Profile, near
from consistency.readers import find, read
from consistency.readers.refusals import Refusal
from consistency.readers.sidecar import sidecar
from consistency.reprints import families
from consistency.workers import HERE, Failure, TimeIsUp, Why, Workers, within

# The path of a document and what is told of it beside it.
Told = tuple[str, Context | None]
# The place that the document at a path speaks for, by what a project says of its folders; empty where it says nothing.
PlaceOf = Callable[[str], str]


class Compared(NamedTuple):
    """What the rules found, the gravest first, and the claim sets: each two claims or more, be it of one document."""

    findings: tuple[Finding, ...]
    sets: tuple[ClaimSet, ...]


def nowhere(path: str) -> str:
    """The place of a document of which nobody says anything."""
    return ""


class Kept(Protocol):
    """Readings of earlier runs, such as an index has, and their briefs and outlines, packed."""

    def briefs(self, told: Sequence[Told], largest: int) -> Mapping[str, bytes]:
        """The briefs by path of those documents, of at most so many bytes, whose content has been read before."""

    def outlines(self, told: Sequence[Told], largest: int) -> Mapping[str, bytes]:
        """The outlines by path of those documents, of at most so many bytes, whose content has been read before."""

    def readings(self, told: Sequence[Told], largest: int) -> Mapping[str, Reading]:
        """The readings by path of those documents, of at most so many bytes, whose content has been read before."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What all documents of a run are read with."""

    lexicon: Lexicon
    workers: Workers
    limits: Limits
    kept: Kept | None


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The documents that are compared, what could not be read, and the documents that need not be compared."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]
    company: Company | None = None
    others: tuple[Summary, ...] = ()


def check(
    paths: Sequence[str],
    rules: Rules,
    *,
    workers: Workers = HERE,
    place_of: PlaceOf = nowhere,
    limits: Limits = LIMITS,
    kept: Kept | None = None,
    drafts: Collection[str] = (),
) -> Report:
    """The report on the documents that `paths` name: read, linked, judged.

    The same documents give the same report whatever the order of the paths, the workers and what is `kept`.
    Where only what concerns some of the documents is asked for, the `drafts`, each of them is held against every other
    document, and the others are not held against one another: those that have no say in it are left out.
    """
    told, missing = asked(paths, place_of)
    run = _Run(rules.lexicon, workers, limits, kept)
    asked_about = frozenset(drafts)
    chosen = _near(told, asked_about, run) if asked_about else _Chosen(*_all(told, run))
    readings, company = chosen.readings, chosen.company
    problems = (*missing, *chosen.problems)
    late: list[Reading] = []
    while True:
        size = sum(len(reading.document.text.encode()) for reading in readings)
        try:
            with within(limits.seconds_of(size)):
                found, sets = compared(readings, rules, company, asked_about)
            break
        except TimeIsUp:
            late += _slow(readings, rules, limits)
            left_out = {reading.document.path for reading in late}
            readings = tuple(reading for reading in readings if reading.document.path not in left_out)
    problems += tuple(Refusal.COMPARING.of(r.document.path, seconds=limits.seconds_of(size)) for r in late)
    shared = tuple(s for s in sets if len({c.document for c in s.claims}) > 1)
    return Report(readings, found, shared, tuple(sorted(problems, key=lambda p: p.path)), others=chosen.others)


def compared(
    readings: Sequence[Reading], rules: Rules, company: Company | None = None, drafts: Collection[str] = ()
) -> Compared:
    """What the rules find in documents as understood, and which of their claims met: the middle of the program."""
    case = case_of(readings, rules, company, drafts)
    return Compared(findings(rules, case), case.sets)


def case_of(
    readings: Sequence[Reading], rules: Rules, company: Company | None = None, drafts: Collection[str] = ()
) -> Case:
    """What rules look at, of documents as understood.

    Claims are linked and their values judged, copies of one text are counted as one source, and the passages that
    documents share are collated; where there are `drafts`, only theirs. `company` knows what copies what, and which
    passages are shared, where that is known already.
    """
    claims = [claim for reading in readings for claim in reading.claims]
    sets = judged(claim_sets(claims, rules.lexicon, rules.linking, drafts))
    family = families({r.document.path: r.page.text for r in readings}) if company is None else company.family
    own = [reading for reading in readings if not drafts or reading.document.path in drafts]
    by_place = sheets(own)
    return Case(
        readings=tuple(readings),
        own=tuple(own),
        sets=sets,
        family=family,
        variants=collation_of(
            readings, family, rules.lexicon.collation, None if company is None else company.beside(drafts)
        ),
        sheets=by_place,
        ledgers=tuple(ledger(sheet, rules.identities) for sheet in by_place),
        identities=rules.identities,
        lexicon=rules.lexicon,
    )


def _slow(readings: Sequence[Reading], rules: Rules, limits: Limits) -> list[Reading]:
    """The documents for whose sake comparing takes too long: those that do by themselves, else that of most numbers."""
    slow = []
    for reading in readings:
        try:
            with within(limits.seconds_of(len(reading.document.text.encode()))):
                compared([reading], rules)
        except TimeIsUp:
            slow.append(reading)
    return slow or [max(readings, key=lambda r: (len(r.mentions), r.document.path))]


def read_all(
    paths: Sequence[str],
    lexicon: Lexicon,
    *,
    workers: Workers = HERE,
    place_of: PlaceOf = nowhere,
    limits: Limits = LIMITS,
    kept: Kept | None = None,
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Every document that `paths` name as understood, and what could not be read, both by path.

    What is told beside the documents is looked at first: a mistake in it ends a run before it has begun.
    """
    told, missing = asked(paths, place_of)
    readings, problems = _all(told, _Run(lexicon, workers, limits, kept))
    return readings, tuple(sorted((*missing, *problems), key=lambda p: p.path))


def asked(paths: Sequence[str], place_of: PlaceOf = nowhere) -> tuple[list[Told], tuple[Problem, ...]]:
    """The documents that `paths` name, each with what is told of it beside it, and what leads to none."""
    files, missing = find(paths)
    return [(path, _told(path, place_of(path))) for path in files], missing


def _all(told: Sequence[Told], run: _Run) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Every document as understood in the company of the others, and what could not be read."""
    first = _readings(told, run)
    readings = [result for result in first if isinstance(result, Reading)]
    lacking = _lacking({reading.document.path: reading.context for reading in readings})
    documents = {reading.document.path: reading.document for reading in readings}
    anew = dict(zip(lacking, _readings(list(lacking.items()), run, documents), strict=True))
    found = (anew.get(reading.document.path, reading) for reading in readings)
    return (
        tuple(new if isinstance(new, Reading) else old for new, old in zip(found, readings, strict=True)),
        tuple(result for result in first if isinstance(result, Problem)),
    )


def _lacking(contexts: Mapping[str, Context]) -> dict[str, Context | None]:
    """The documents that say nothing of their place or year, each with what the others make of it."""
    given = in_company(list(contexts.values()))
    return {path: new for (path, old), new in zip(contexts.items(), given, strict=True) if new != old}


def _near(told: Sequence[Told], drafts: frozenset[str], run: _Run) -> _Chosen:
    """The drafts and the documents near them as understood, the others by their briefs."""
    beside = dict(told)
    there = _briefs([one for one in told if one[0] not in drafts], run)
    first = _readings([one for one in told if one[0] not in there], run)
    problems = tuple(result for result in first if isinstance(result, Problem))
    read = {result.document.path: result for result in first if isinstance(result, Reading)}
    contexts = {
        path: read[path].context if path in read else there[path].summary.context
        for path in beside
        if path in read or path in there
    }
    lacking = _lacking(contexts)
    beside |= lacking
    anew = _briefs([one for one in lacking.items() if one[0] in there], run)
    there = {path: anew.get(path, brief) for path, brief in there.items() if path in anew or path not in lacking}
    documents = {path: reading.document for path, reading in read.items()}
    again = _readings([one for one in lacking.items() if one[0] not in there], run, documents)
    read |= {result.document.path: result for result in again if isinstance(result, Reading)}
    briefs = {path: Brief.of(read[path]) if path in read else there[path] for path in contexts}
    those = near([briefs[path] for path in drafts & briefs.keys()], briefs)
    not_read = [(path, beside[path]) for path in sorted(those) if path not in read]
    for result in _readings(not_read, run):
        if isinstance(result, Reading):
            read[result.document.path] = result
        else:  # what was kept of it is damaged, and its file is gone meanwhile
            problems += (result,)
            del briefs[result.path]
    those &= read.keys()
    outlines = run.kept.outlines(not_read, run.limits.bytes) if run.kept is not None else {}
    packed = {path: Profile.unpacked(outline) for path, outline in outlines.items()}
    company = Company.of({path: packed.get(path) or Profile.of(read[path]) for path in those})
    readings = tuple(read[path] for path in sorted(those))
    others = tuple(brief.at(at) for at, (path, brief) in enumerate(briefs.items()) if path not in those)
    return _Chosen(readings, problems, company, others)


def _briefs(told: Sequence[Told], run: _Run) -> dict[str, Brief]:
    """The briefs of those documents that are kept."""
    packed = run.kept.briefs(told, run.limits.bytes) if run.kept is not None else {}
    return {path: brief for path, found in packed.items() if (brief := Brief.unpacked(found, path)) is not None}


def _readings(
    told: Sequence[Told], run: _Run, documents: Mapping[str, Document] | None = None
) -> list[Reading | Problem]:
    """The readings of some documents in order, those that are not kept made anew; `documents` are read already."""
    limits = run.limits
    known = run.kept.readings(told, limits.bytes) if run.kept is not None else {}
    at_hand = documents or {}
    unread = [(path, context, at_hand.get(path)) for path, context in told if path not in known]
    seconds = [limits.seconds_for(path) for path, _, _ in unread]
    work, start = partial(_read, limits), partial(Extractor, run.lexicon)
    found = run.workers.each(work, start, unread, seconds=seconds)
    anew = {
        path: problem_of(path, result, time) if isinstance(result, Failure) else result
        for (path, _, _), result, time in zip(unread, found, seconds, strict=True)
    }
    return [known[path] if path in known else anew[path] for path, _ in told]


def understood(extractor: Extractor, document: Document, told: Context | None = None) -> Reading:
    """A document as understood: its page, context and numbers, those that damage may have changed, and relations."""
    return related(examined(extractor.read(document, told), extractor.lexicon.damage))


def _told(path: str, place: str) -> Context | None:
    """What is told of the document at a path: by the file beside it; its place by the project where that is silent."""
    beside = sidecar(path)
    if not place or (beside is not None and beside.entity):
        return beside
    return replace(beside or Context(), entity=place)


def _read(
    limits: Limits, extractor: Extractor, asked: tuple[str, Context | None, Document | None]
) -> Reading | Problem:
    """The document at a path as understood, or why it cannot be read; one that is at hand is not read again."""
    path, told, at_hand = asked
    document = at_hand or read(path, limits)
    return document if isinstance(document, Problem) else understood(extractor, document, told)


def problem_of(path: str, failure: Failure, seconds: float) -> Problem:
    """What is told of a document of which nothing came."""
    problem = Refusal[failure.why.name].of(path, seconds=seconds, where=failure.where)
    return replace(problem, fault=failure.trace) if failure.why is Why.FAULT else problem
