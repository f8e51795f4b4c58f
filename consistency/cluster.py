"""Work carried out by the workers of a Dask cluster: processes of this machine, or of many that share a folder.

Documents go to the workers by name, some at a time, and what comes back of each is what one process here would have
made of it. A worker that dies costs nothing but time: its documents are done again by another, and where that one dies
as well, each of them by itself.
"""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import dask
from distributed import CancelledError, Client, Future, LocalCluster, WorkerPlugin, get_worker, wait

from consistency.workers import PATIENCE, Failure, Result, State, Thing, Why, attempt

SHARD = 16  # things that go to a worker at a time, at most: what is done again where it dies
SILENT = logging.CRITICAL + 1
LOOK = 30  # seconds between two looks at whether there is any worker left
# Of workers of this machine: what one died of is tried once more, and each comes back however long that takes.
SETTINGS = {"distributed.scheduler.allowed-failures": 1, "distributed.deploy.lost-worker-timeout": "1 hour"}
FOR_EACH = 4  # shards for each worker, at least, where there are things enough: none waits long for the last one


class NoCluster(Exception):
    """Why a cluster cannot be used; the words are keys of messages: `out of reach`, `another program`."""


class Cluster:
    """The workers of a cluster, which do what the processes of this machine do otherwise."""

    def __init__(self, client: Client, at_once: int) -> None:
        self._client, self.at_once = client, at_once

    def each(
        self,
        work: Callable[[State, Thing], Result],
        start: Callable[[], State],
        things: Sequence[Thing],
        *,
        seconds: Sequence[float] = (),
    ) -> list[Result | Failure]:
        """What came of each thing, in their order, as `workers.each` has it."""
        if not things:
            return []
        bounds = seconds or [0.0] * len(things)
        size = max(1, min(SHARD, len(things) // (FOR_EACH * self.at_once)))
        shards = [range(at, min(at + size, len(things))) for at in range(0, len(things), size)]
        self._client.register_plugin(_Bench(pickle.dumps((work, start))), name=_Bench.name)
        found, lost = self._done(things, bounds, shards)
        for number in sorted(lost):  # one after the other: what kills a worker takes what waits behind it along
            alone, again = self._done(things, bounds, [range(number, number + 1)])
            found |= alone | {number: Failure(why) for number, why in again.items()}
        return [found[number] for number in range(len(things))]

    def _done(
        self, things: Sequence[object], seconds: Sequence[float], shards: Sequence[range]
    ) -> tuple[dict[int, Any], dict[int, Why]]:
        """What came of the things of some shards by their numbers, and how those were lost of which nothing came."""
        folder = os.getcwd()
        asked: dict[Future[Any], range] = {}
        for shard in shards:
            chosen = [things[number] for number in shard], [seconds[number] for number in shard]
            asked[self._client.submit(_shard, folder, *chosen, pure=False)] = shard
        longest = max(sum(seconds[number] for number in shard) for shard in shards)
        bounded = all(seconds[number] > 0 for shard in shards for number in shard)
        silent, before = 0, True  # looks without an answer, and whether there was a worker at the last one
        found: dict[int, Any] = {}
        lost: dict[int, Why] = {}
        while asked:
            try:
                wait(list(asked), LOOK, "FIRST_COMPLETED")
                silent = 0
            except CancelledError:  # of those whose worker is gone for good; they are among the done
                pass
            except TimeoutError:
                silent += 1
                there = bool(self._client.scheduler_info()["workers"])
                if not there and not before:
                    raise NoCluster("out of reach") from None
                before = there
                if bounded and silent * LOOK > PATIENCE * longest:  # all are silent for longer than a shard may take
                    self._client.cancel(list(asked))
                    lost |= {number: Why.HUNG for shard in asked.values() for number in shard}
                    break
            for future in [one for one in asked if one.status != "pending"]:
                shard = asked.pop(future)
                if future.status == "finished":
                    found |= zip(shard, self._client.gather(future, direct=True), strict=True)
                else:
                    lost |= dict.fromkeys(shard, Why.KILLED)
        return found, lost


@contextmanager
def cluster(
    scheduler: str | None, workers: int, scratch: Path | None, program: Callable[[], object]
) -> Iterator[Cluster]:
    """A cluster to work with: the one at the address of its scheduler, else so many processes of this machine.

    What `program` tells must be the same here and for every worker: two versions of the program would read one
    document in two ways. NoCluster is raised where it is not, and where nobody answers.
    """
    logging.getLogger("distributed").setLevel(SILENT)  # what becomes of a document is told by its report
    with ExitStack() as open_:
        open_.enter_context(dask.config.set(SETTINGS))
        try:
            client = Client(scheduler or open_.enter_context(_of_this_machine(workers, scratch)), timeout=10)
            open_.callback(client.close)
        except (OSError, TimeoutError, ValueError):
            raise NoCluster("out of reach") from None
        told = client.run(program)
        if not told:
            raise NoCluster("out of reach")
        if set(told.values()) != {program()}:
            raise NoCluster("another program")
        yield Cluster(client, len(told))


@contextmanager
def _of_this_machine(workers: int, scratch: Path | None) -> Iterator[LocalCluster]:
    """A cluster of processes of this machine, which ends with what it is made for."""
    local = LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        dashboard_address="127.0.0.1:0",
        local_directory=str(scratch) if scratch else None,
        silence_logs=SILENT,
    )
    try:
        yield local
    finally:
        local.close()


class _Bench(WorkerPlugin):
    """What is to be done, as each worker has it from when it begins, and so one that takes the place of another."""

    name = "consistency"

    def __init__(self, packed: bytes) -> None:
        self.packed = packed


def _shard(folder: str, things: Sequence[Any], seconds: Sequence[float]) -> list[object]:
    """What came of some things; run by a worker, in the folder that relative paths are meant from."""
    if os.getcwd() != folder:
        os.chdir(folder)
    work, state = _made(cast(_Bench, get_worker().plugins[_Bench.name]).packed)
    return [attempt(work, state, thing, bound) for thing, bound in zip(things, seconds, strict=True)]


@lru_cache(maxsize=1)
def _made(packed: bytes) -> tuple[Callable[[Any, Any], object], object]:
    """The work, and what it needs, made once in each worker."""
    work, start = pickle.loads(packed)
    return work, start()
