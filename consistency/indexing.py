"""Makes and renews an index: what its documents say is read once, and again only where something has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from consistency.extract.about.company import in_company
from consistency.extract.mentions import Extractor
from consistency.index.contents import Content, digest, stamp, untouched
from consistency.index.packing import pack
from consistency.index.store import Entered, KeptReading, Store, Unusable, key_of
from consistency.index.version import version
from consistency.lexicon import Lexicon
from consistency.limits import LIMITS, Limits
from consistency.model import Context, Problem
from consistency.near import Brief, Profile
from consistency.pipeline import PlaceOf, Told, asked, nowhere, problem_of, understood
from consistency.readers import content, document_of
from consistency.workers import HERE, Failure, Workers

BATCH = 32  # documents for each process or worker between two moments at which what was done is on the disk


@dataclass(frozen=True, slots=True)
class Renewed:
    """How many documents an index has now, how many of them were read, how many readings were dropped; what failed."""

    documents: int
    read: int
    dropped: int
    problems: tuple[Problem, ...]


def renewed(
    store: Store,
    paths: Sequence[str],
    lexicon: Lexicon,
    *,
    workers: Workers = HERE,
    place_of: PlaceOf = nowhere,
    limits: Limits = LIMITS,
    done: Callable[[int, int], None] = lambda documents, of: None,
) -> Renewed:
    """Takes the documents that `paths` name into an index; those that are gone are dropped, others stay as they were.

    `done` is called with how many of how many documents are done.
    """
    told, missing = asked(paths, place_of)
    work = _Work(store, version(lexicon, limits), lexicon, workers, limits, store.documents(), set(store.keys()))
    keys: dict[str, bytes] = {}
    problems = list(missing)
    for batch in work.batches(told):
        found, failed = work.on(batch)
        keys |= found
        problems += failed
        done(len(keys) + len(problems) - len(missing), len(told))
    # Those that say nothing of their place or year are read once more, as what the others make of them.
    contexts = {path: context for path, _ in told if path in keys and (context := _context(store, keys[path], path))}
    given = zip(contexts.items(), in_company(list(contexts.values())), strict=True)
    again = [(path, context) for (path, before), context in given if context != before]
    more = {key for batch in work.batches(again) for key in work.on(batch, of_others=True)[0].values()}
    failed_now = {os.path.abspath(path) for path, _ in told if path not in keys}
    there_now = {path: found.key for path, found in store.documents().items() if os.path.exists(path)}
    kept = {path: key for path, key in there_now.items() if path not in failed_now}
    dropped = store.forget_all_but(kept.keys(), {*kept.values(), *more})
    return Renewed(len(kept), work.read, dropped, tuple(sorted(problems, key=lambda p: p.path)))


def _context(store: Store, key: bytes, path: str) -> Context | None:
    """What a document is about, by its brief."""
    brief = Brief.unpacked(store.brief(key) or b"", path)
    return None if brief is None else brief.summary.context


def borrowed(file: Path, ours: Path) -> Path:
    """Where an index is that nobody else has: at first a copy of the project's own, which itself is never changed."""
    if not file.exists() and ours.exists():
        try:
            with Store.opened(ours):
                file.write_bytes(ours.read_bytes())
        except (Unusable, OSError):
            file.unlink(missing_ok=True)
    return file


@dataclass(slots=True)
class _Work:
    """An index, and what is needed to read documents into it."""

    store: Store
    version: bytes
    lexicon: Lexicon
    workers: Workers
    limits: Limits
    before: Mapping[str, Entered]
    known: set[bytes]
    read: int = 0

    def batches(self, told: Sequence[Told]) -> Iterator[Sequence[Told]]:
        """The documents in their order, so many at a time as are on the disk or lost together."""
        size = BATCH * self.workers.at_once
        return (told[at : at + size] for at in range(0, len(told), size))

    def on(self, told: Sequence[Told], of_others: bool = False) -> tuple[dict[str, bytes], list[Problem]]:
        """Takes some documents in: the keys of their readings by path, and what could not be read."""
        keys = {path: key for path, beside in told if (key := self._untouched(path, beside))}
        touched = [one for one in told if one[0] not in keys]
        seconds = [self.limits.seconds_for(path) for path, _ in touched]
        work = partial(_entry, self.version, frozenset(self.known) if touched else frozenset(), self.limits)
        found = self.workers.each(work, partial(Extractor, self.lexicon), touched, seconds=seconds)
        entries: list[KeptReading] = []
        entered: dict[str, Entered] = {}
        problems: list[Problem] = []
        for (path, _), result, time in zip(touched, found, seconds, strict=True):
            if isinstance(result, Failure):
                problems.append(problem_of(path, result, time))
            elif isinstance(result, Problem):
                problems.append(result)
            else:
                entries += [] if result.anew is None else [result.anew]
                entered[os.path.abspath(path)] = result.entered
                keys[path] = result.entered.key
        self.store.keep(entries, {} if of_others else entered)
        self.known.update(entry.key for entry in entries)
        self.read += len(entries)
        return keys, problems

    def _untouched(self, path: str, beside: Context | None) -> bytes | None:
        """The key of the reading of a document whose file was not touched, where there is such a reading."""
        before = self.before.get(os.path.abspath(path))
        if before is None or not untouched(path, before.content, self.limits.bytes):
            return None
        key = key_of(self.version, path, before.content.digest, beside)
        return key if key in self.known else None


@dataclass(frozen=True, slots=True)
class _Taken:
    """A document as it enters an index, and its reading where there was none."""

    entered: Entered
    anew: KeptReading | None = None


def _entry(
    made_by: bytes, known: Collection[bytes], limits: Limits, extractor: Extractor, told: Told
) -> _Taken | Problem:
    """A document as it is kept, or why it cannot be read."""
    path, beside = told
    before = stamp(path)
    data = content(path, limits.bytes)
    if isinstance(data, Problem):
        return data
    found = Content(digest(data), before)
    key = key_of(made_by, path, found.digest, beside)
    if key in known:
        return _Taken(Entered(key, found))
    document = document_of(path, data, limits.elements)
    if isinstance(document, Problem):
        return document
    reading = understood(extractor, document, beside)
    outline = Profile.of(reading).packed()
    return _Taken(Entered(key, found), KeptReading(key, pack(reading), Brief.of(reading).packed(), outline))
