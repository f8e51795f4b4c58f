"""Which documents take part in a finding: what a record of it keeps, so that one more is not passed over.

A fingerprint tells of values and not of documents. A document that repeats a value in dispute has the fingerprint that
is on record, and yet nobody has looked at it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import PurePath

from consistency.checks import verdict
from consistency.model import Claim, Finding


def named(path: str, folder: str | os.PathLike[str]) -> str:
    """A document as a record names it: its path from the folder of the record, wherever the program is run.

    >>> named("reports/2023.txt", "."), named("-", "records")
    ('reports/2023.txt', '-')
    """
    if path == "-":
        return path
    real = os.path.realpath(path)
    try:
        return PurePath(os.path.relpath(real, os.path.realpath(folder))).as_posix()
    except ValueError:  # another drive
        return PurePath(real).as_posix()


def participants(finding: Finding) -> frozenset[str]:
    """The paths of the documents that take part in a finding."""
    return frozenset(claim.document for claim in finding.claims)


def named_participants(finding: Finding, folder: str | os.PathLike[str]) -> tuple[str, ...]:
    """The documents that take part in a finding, by the names that a record in a folder has for them, in order."""
    return tuple(sorted(named(path, folder) for path in participants(finding)))


def majority(finding: Finding) -> frozenset[str]:
    """The documents of the side that more independent sources stand behind than behind any other; none on a tie."""
    ranked = sorted(_sides(finding), key=lambda side: -side[0])
    if len(ranked) < 2 or ranked[0][0] == ranked[1][0]:
        return frozenset()
    elsewhere = frozenset[str]().union(*(documents for _, documents in ranked[1:]))
    return ranked[0][1] - elsewhere


def newcomers(
    finding: Finding, recorded: Collection[str], backed: Collection[str], folder: str | os.PathLike[str]
) -> tuple[str, ...]:
    """The documents of a finding, by name, that are not on record; `backed` are those of the majority on record.

    A document that sides with that majority is none of them: what is in dispute is said by the others, now as then.
    """
    names = {path: named(path, folder) for path in participants(finding)}
    beside, against = set[str](), set[str]()
    for _, documents in _sides(finding):
        (against if {names[d] for d in documents}.isdisjoint(backed) else beside).update(documents)
    return tuple(sorted(n for path, n in names.items() if n not in recorded and path not in beside - against))


def _sides(finding: Finding) -> Iterator[tuple[int, frozenset[str]]]:
    """The sides of a finding: of each the number of independent sources, and the documents with the reprints."""
    told = [frozenset(paths) & participants(finding) for _, paths in finding.sides]
    numbers = [claim for claim in finding.claims if isinstance(claim, Claim)]
    if len(numbers) > 1 and len({claim.quantity.dimension for claim in numbers}) == 1:
        for group in verdict.sides(numbers):
            documents = frozenset(claim.document for claim in group)
            yield max((len(paths) for paths in told if paths <= documents), default=0), documents
    else:
        yield from ((len(paths), paths) for paths in told)
