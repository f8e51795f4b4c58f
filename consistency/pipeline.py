"""The whole program on one page: paths in, report out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

from consistency.checks.case import Case
from consistency.damage import examined
from consistency.engine import Rules, findings, judged
from consistency.extract.about.company import in_company
from consistency.extract.mentions import Extractor
from consistency.extract.relations import related
from consistency.lexicon import Lexicon
from consistency.link import claim_sets
from consistency.model import Context, Document, Problem, Reading, Report
from consistency.readers import find, read
from consistency.readers.sidecar import sidecar
from consistency.reprints import families

# A document and what is told of it beside it.
Told = tuple[Document, Context | None]
# The place that the document at a path speaks for, by what a project says of its folders; empty where it says nothing.
PlaceOf = Callable[[str], str]


def nowhere(path: str) -> str:
    """The place of a document of which nobody says anything."""
    return ""


def check(paths: Sequence[str], rules: Rules, *, jobs: int = 1, place_of: PlaceOf = nowhere) -> Report:
    """The report on the documents that `paths` name: read, linked, judged.

    The same documents give the same report whatever the order of the paths and the number of jobs.
    """
    readings, problems = read_all(paths, rules.lexicon, jobs=jobs, place_of=place_of)
    claims = [claim for reading in readings for claim in reading.claims]
    sets = judged(claim_sets(claims, rules.lexicon))
    family = families({r.document.path: r.page.text for r in readings})
    shared = tuple(s for s in sets if len({c.document for c in s.claims}) > 1)
    return Report(readings, findings(rules, Case(readings, sets, family, rules.lexicon)), shared, problems)


def read_all(
    paths: Sequence[str], lexicon: Lexicon, *, jobs: int = 1, place_of: PlaceOf = nowhere
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Every document that `paths` name as understood, and what could not be read, both by path."""
    files, missing = find(paths)
    problems, documents = list(missing), []
    for path in files:
        document = read(path)
        if isinstance(document, Problem):
            problems.append(document)
        else:
            documents.append((document, _told(path, place_of(path))))
    readings = _in_company(_all(documents, lexicon, jobs), lexicon, jobs)
    return tuple(readings), tuple(sorted(problems, key=lambda p: p.path))


def _all(documents: Sequence[Told], lexicon: Lexicon, jobs: int) -> list[Reading]:
    return _in_pool(documents, lexicon, jobs) if jobs > 1 and len(documents) > 1 else _here(documents, lexicon)


def _in_company(readings: Sequence[Reading], lexicon: Lexicon, jobs: int) -> list[Reading]:
    """The readings, those anew that tell of no place or no year and are given those of the others."""
    given = in_company([reading.context for reading in readings])
    lacking = [at for at, reading in enumerate(readings) if given[at] != reading.context]
    anew = dict(zip(lacking, _all([(readings[at].document, given[at]) for at in lacking], lexicon, jobs), strict=True))
    return [anew.get(at, reading) for at, reading in enumerate(readings)]


def understood(extractor: Extractor, document: Document, told: Context | None = None) -> Reading:
    """A document as understood: its numbers, those that damage may have changed, and the relations between them."""
    return related(examined(extractor.read(document, told)))


def _told(path: str, place: str) -> Context | None:
    """What is told of the document at a path: by the file beside it; its place by the project where that is silent."""
    beside = sidecar(path)
    if not place or (beside is not None and beside.entity):
        return beside
    return replace(beside or Context(), entity=place)


def _here(documents: Sequence[Told], lexicon: Lexicon) -> list[Reading]:
    extractor = Extractor(lexicon)
    return [understood(extractor, document, told) for document, told in documents]


_worker: Extractor | None = None


def _start_worker(lexicon: Lexicon) -> None:
    global _worker
    _worker = Extractor(lexicon)


def _work(told: Told) -> Reading:
    assert _worker is not None  # set when the worker process starts
    return understood(_worker, *told)


def _in_pool(documents: Sequence[Told], lexicon: Lexicon, jobs: int) -> list[Reading]:
    with ProcessPoolExecutor(min(jobs, len(documents)), initializer=_start_worker, initargs=(lexicon,)) as pool:
        return list(pool.map(_work, documents))
