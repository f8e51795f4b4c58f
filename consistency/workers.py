"""Work on many things within a time for each, in processes of their own where there are several.

What goes wrong with one thing costs this one and not the run: a process that dies, hangs or runs out of memory is
replaced, and the thing it had in hand is tried once more by itself.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

State = TypeVar("State")
Thing = TypeVar("Thing")
Result = TypeVar("Result")

PACKAGE = Path(__file__).resolve().parent
# How many times the processor's time a process may let pass without an answer, before it is taken to hang.
PATIENCE = 5
AGAIN = 1.0  # seconds until an exception is raised once more: some are lost on their way
LAST = 100  # frames of a traceback that are looked at


class Why(Enum):
    """Why nothing came of a thing."""

    TIME = "time"  # its time was over
    MEMORY = "memory"
    KILLED = "killed"  # its process died, twice
    HUNG = "hung"  # its process fell silent, twice
    FAULT = "fault"  # an exception, which is a fault of ours


@dataclass(frozen=True, slots=True)
class Failure:
    """That nothing came of a thing; `where` and `trace` tell of a fault."""

    why: Why
    where: str = ""
    trace: str = ""


class TimeIsUp(BaseException):
    """Raised in the midst of work that takes too long; no `except Exception` on the way stops it."""


def within(seconds: float) -> AbstractContextManager[None]:
    """Raises `TimeIsUp` once what is done inside has used the processor for so many seconds.

    Without a bound for 0, and where the system has no such clock.
    """
    if seconds <= 0:
        return nullcontext()
    if threading.current_thread() is threading.main_thread():
        return _told_by_a_signal(seconds) if hasattr(signal, "setitimer") else nullcontext()
    return _watched(seconds) if hasattr(time, "pthread_getcpuclockid") else nullcontext()


@contextmanager
def _told_by_a_signal(seconds: float) -> Iterator[None]:
    """Bounds what the main thread does: the only one that signals reach, and they stop a long search as well."""

    def up(number: int, frame: object) -> None:
        raise TimeIsUp

    before = signal.signal(signal.SIGVTALRM, up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """Bounds what any other thread does: one more looks at its clock, and has the exception come up between two steps.

    What such a step spends outside of Python, in one long search, it does not cut short.
    """
    bounded, over = threading.current_thread(), threading.Event()
    thread = threading.get_ident()
    clock = time.pthread_getcpuclockid(thread)
    end = time.clock_gettime(clock) + seconds

    def watch() -> None:
        rest = seconds
        while not over.wait(rest) and bounded.is_alive():
            rest = end - time.clock_gettime(clock)
            if rest <= 0:
                _raise_in(thread, TimeIsUp)
                rest = AGAIN

    watcher = threading.Thread(target=watch, daemon=True)
    try:
        watcher.start()  # the time may be up before it returns
        yield
    finally:
        # An exception on its way comes up where a call ends: the first of these calls stands in a `try` already.
        try:
            over.set()
            watcher.join()
        except TimeIsUp:
            over.set()
            watcher.join()


def _raise_in(thread: int, exception: type[BaseException]) -> None:
    """Has an exception come up in a thread.

    None is ever taken back: after that, Python 3.11 goes on looking for one, and a thread that is traced stands still.
    """
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(exception))


class Workers(Protocol):
    """What carries out work on many things, wherever that is."""

    @property
    def at_once(self) -> int:
        """How many things are worked on at a time."""

    def each(
        self,
        work: Callable[[State, Thing], Result],
        start: Callable[[], State],
        things: Sequence[Thing],
        *,
        seconds: Sequence[float] = (),
    ) -> list[Result | Failure]:
        """What came of each thing, in their order; `start` makes what the work needs, once in each process.

        `seconds` of the processor are what the work on each may take, 0 for any.
        """


@dataclass(frozen=True, slots=True)
class Processes:
    """Processes of this machine; of one, all is done in this process itself."""

    at_once: int = 1

    def each(
        self,
        work: Callable[[State, Thing], Result],
        start: Callable[[], State],
        things: Sequence[Thing],
        *,
        seconds: Sequence[float] = (),
    ) -> list[Result | Failure]:
        """What came of each thing, in their order.

        >>> Processes().each(lambda state, thing: state // thing, lambda: 12, [3, 4])
        [4, 3]
        >>> Processes().each(lambda state, thing: state // thing, lambda: 12, [0, 4])[0].where
        'ZeroDivisionError'
        """
        if not things:
            return []
        bounds = seconds or [0.0] * len(things)
        if self.at_once > 1:
            return _Pool(work, start, things, self.at_once, bounds).results()
        state = start()
        return [attempt(work, state, thing, bound) for thing, bound in zip(things, bounds, strict=True)]


HERE = Processes()  # all is done in this process


def where(error: BaseException) -> str:
    """What sort of exception it is and where in the program it came up: nothing that a document may have said.

    >>> where(KeyError("收入"))
    'KeyError'
    """
    own = [
        f"{Path(frame.filename).relative_to(PACKAGE).as_posix()}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)[-LAST:]
        if Path(frame.filename).is_relative_to(PACKAGE) and Path(frame.filename) != Path(__file__)
    ]
    return " in ".join([type(error).__name__, *own[-1:]])


def attempt(work: Callable[[State, Thing], Result], state: State, thing: Thing, seconds: float) -> Result | Failure:
    """What comes of one thing within so many seconds of the processor."""
    try:
        with within(seconds):
            return work(state, thing)
    except TimeIsUp:
        return Failure(Why.TIME)
    except MemoryError:
        return Failure(Why.MEMORY)
    except Exception as error:
        return Failure(Why.FAULT, where(error), "".join(traceback.format_exception(error, limit=-LAST)))


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, the number of the thing it has in hand, and until when it may be silent."""

    process: BaseProcess
    line: Connection
    thing: int | None = None
    until: float = float("inf")


class _Pool(Generic[State, Thing, Result]):
    """Some processes and what is to be done by them."""

    def __init__(
        self,
        work: Callable[[State, Thing], Result],
        start: Callable[[], State],
        things: Sequence[Thing],
        jobs: int,
        seconds: Sequence[float],
    ) -> None:
        self._work, self._start, self._things = work, start, things
        self._jobs = min(jobs, len(things))
        self._seconds = seconds
        self._found: dict[int, Result | Failure] = {}
        self._lost: dict[int, Why] = {}  # what a process was lost with, and how
        self._workers: list[_Worker] = []

    def results(self) -> list[Result | Failure]:
        """What came of each thing; no process is left behind, however this ends."""
        try:
            self._carry_out(deque(range(len(self._things))), self._jobs)
            for number in sorted(self._lost):
                del self._lost[number]
                self._carry_out(deque([number]), 1)
                if number in self._lost:
                    self._found[number] = Failure(self._lost[number])
        finally:
            for worker in [*self._workers]:
                self._end(worker)
        return [self._found[number] for number in range(len(self._things))]

    def _carry_out(self, waiting: deque[int], jobs: int) -> None:
        """Has all that waits done, or lost, by so many processes at once."""
        from multiprocessing.connection import wait

        while True:
            idle = [worker for worker in self._workers if worker.thing is None]
            while waiting and len(self._workers) - len(idle) < jobs:
                self._give(idle.pop() if idle else self._begin(), waiting.popleft())
            busy = [worker for worker in self._workers if worker.thing is not None]
            if not busy:
                return
            patience = max(0.0, min(worker.until for worker in busy) - time.monotonic())
            ready = wait([worker.line for worker in busy], None if patience == float("inf") else patience)
            for worker in busy:
                if worker.line in ready:
                    self._take(worker)
                elif worker.until <= time.monotonic():
                    self._lose(worker, Why.HUNG)

    def _begin(self) -> _Worker:
        from multiprocessing import Pipe, get_context

        # A fork has all that this process has: nothing is packed for it. Python 3.14 no longer forks by itself.
        context = get_context("fork") if sys.platform == "linux" else get_context()
        here, there = Pipe()
        asked = (there, self._work, self._start, self._things, self._seconds)
        process = context.Process(target=_serve, args=asked, daemon=True)
        process.start()
        there.close()
        worker = _Worker(process, here)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker, number: int) -> None:
        worker.thing = number
        if self._seconds[number] > 0:
            worker.until = time.monotonic() + PATIENCE * self._seconds[number]
        with suppress(OSError):  # it is dead already, as reading from it will tell
            worker.line.send(number)

    def _take(self, worker: _Worker) -> None:
        assert worker.thing is not None
        try:
            self._found[worker.thing] = worker.line.recv()
        except (EOFError, OSError):
            self._lose(worker, Why.KILLED)
            return
        worker.thing, worker.until = None, float("inf")

    def _lose(self, worker: _Worker, why: Why) -> None:
        assert worker.thing is not None
        self._lost[worker.thing] = why
        self._end(worker)

    def _end(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.line.close()


def _serve(
    line: Connection,
    work: Callable[[State, Thing], Result],
    start: Callable[[], State],
    things: Sequence[Thing],
    seconds: Sequence[float],
) -> None:
    """Do what is asked for by number until nobody asks any more; the life of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began this one ends it
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    state = start()
    with suppress(EOFError, OSError):
        while True:
            number: int = line.recv()
            found = attempt(work, state, things[number], seconds[number])
            try:
                line.send(found)
            except (MemoryError, RecursionError):  # too large, or too deep, to be handed over
                line.send(Failure(Why.MEMORY))


def _end_with_the_parent() -> None:
    """Ends this process as soon as the one that began it is gone: nobody waits for its answers any longer."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
