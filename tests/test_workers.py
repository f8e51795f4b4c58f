"""A process that dies, hangs, fails or takes too long costs the thing it had in hand, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest

from consistency.workers import Failure, Processes, TimeIsUp, Why, within

pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="processes the way of Unix"),
    pytest.mark.slow,  # it waits for processes that hang
]


Result = TypeVar("Result")


def nothing() -> None:
    """What the work needs to begin with."""


def work(state: None, thing: str) -> str:
    """Does what the thing says."""
    if thing == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if thing == "hang":
        os.kill(os.getpid(), signal.SIGSTOP)
    if thing == "out of memory":
        raise MemoryError
    if thing == "fail":
        raise KeyError("收入")
    while thing == "go on for ever":
        pass
    if thing.startswith("/") and not Path(thing).exists():  # dies at the first attempt only
        Path(thing).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{thing} done"


def test_each_thing_comes_back_in_its_place_whatever_becomes_of_the_others(tmp_path: Path) -> None:
    once = str(tmp_path / "once")
    things = ["a", "die", "b", "fail", "out of memory", once, "c", "go on for ever", "hang", "d"]
    found = Processes(2).each(work, nothing, things, seconds=[0.4] * len(things))
    told = [result.why if isinstance(result, Failure) else result for result in found]
    assert told[:7] == ["a done", Why.KILLED, "b done", Why.FAULT, Why.MEMORY, f"{once} done", "c done"]
    assert told[7] in (Why.TIME, Why.HUNG)  # a busy machine may give it less than its time while it is waited for
    assert told[8:] == [Why.HUNG, "d done"]


def test_in_one_process_too_a_thing_has_its_time_and_its_faults_for_itself() -> None:
    found = Processes().each(work, nothing, ["a", "go on for ever", "fail", "b"], seconds=[0.2] * 4)
    assert [f.why if isinstance(f, Failure) else f for f in found] == ["a done", Why.TIME, Why.FAULT, "b done"]


def test_of_a_fault_its_sort_is_told_and_no_word_of_the_document() -> None:
    (failure,) = Processes().each(work, nothing, ["fail"])
    assert isinstance(failure, Failure)
    assert failure.where == "KeyError"
    assert "收入" in failure.trace


def deaf() -> None:
    """Goes on whatever exception comes up."""
    while True:
        try:
            int("1")
        except Exception:
            continue


def test_time_is_up_even_where_every_exception_is_caught() -> None:
    with pytest.raises(TimeIsUp), within(0.1):
        deaf()


def test_time_given_back_is_not_missed() -> None:
    with within(0.1):
        pass
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass


def in_a_thread(do: Callable[[], Result]) -> Result:
    """What comes of something done in another thread than the main one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(do).result()


def test_in_another_thread_too_a_thing_has_its_time() -> None:
    found = in_a_thread(
        lambda: Processes().each(work, nothing, ["a", "go on for ever", "fail", "b"], seconds=[0.2] * 4)
    )
    assert [f.why if isinstance(f, Failure) else f for f in found] == ["a done", Why.TIME, Why.FAULT, "b done"]


def test_the_time_of_a_thread_is_its_own() -> None:
    def rest() -> str:
        with within(0.1):
            time.sleep(0.4)
        return "done"

    with ThreadPoolExecutor(1) as pool:
        resting = pool.submit(rest)
        while not resting.done():  # this thread is busy, that one is not
            pass
        assert resting.result() == "done"


def test_time_given_back_in_a_thread_is_not_missed() -> None:
    def often() -> int:
        for _ in range(50):
            with suppress(TimeIsUp), within(0.001):
                sum(range(50_000))  # about as long
        return sum(1 for _ in range(1_000_000))

    before = threading.active_count()
    assert in_a_thread(often) == 1_000_000
    assert threading.active_count() == before  # nobody looks at the clock of a thread that is gone


def test_time_that_is_up_before_anybody_looks_at_it_leaves_nobody_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(threading.Thread):
        """One that has begun to run, and the time is up before `start` returns."""

        def start(self) -> None:
            super().start()
            raise TimeIsUp

    def bounded() -> None:
        with monkeypatch.context() as late:
            late.setattr(threading, "Thread", Late)
            with pytest.raises(TimeIsUp), within(20):
                pass

    before = threading.active_count()
    in_a_thread(bounded)
    assert threading.active_count() == before


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_outlives_the_one_that_began_it(number: int) -> None:
    program = (
        "import os, time\nfrom consistency.workers import Processes\n"
        "def work(state, thing):\n    os.write(1, b'%d\\n' % os.getpid())\n    time.sleep(60)\n"
        "Processes(2).each(work, int, [1, 2])"
    )
    root = Path(__file__).resolve().parents[1]
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as process:
        assert process.stdout is not None
        children = [int(process.stdout.readline()) for _ in range(2)]
        process.send_signal(number)
        process.stdout.read()  # until nobody has it open any longer
    assert not any(lives(child) for child in children)


def lives(process: int) -> bool:
    """Whether a process is still there after five seconds."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


def test_what_was_bounded_in_a_thread_leaves_a_traced_program_running() -> None:
    program = (
        "import sys, threading\n"
        "from consistency.workers import TimeIsUp, within\n"
        "def bounded(seconds):\n"
        "    try:\n"
        "        with within(seconds):\n"
        "            sum(range(1000)) if seconds > 1 else [0 for _ in iter(int, 1)]\n"
        "    except TimeIsUp:\n"
        "        pass\n"
        "for seconds in (20, 0.05):\n"
        "    thread = threading.Thread(target=bounded, args=(seconds,))\n"
        "    thread.start()\n"
        "    thread.join()\n"
        "sys.settrace(lambda *told: None)\n"
        "bounded(20)\n"
        "print('goes on')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[1], capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "goes on\n", done.stderr
