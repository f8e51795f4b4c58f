"""The workers of a cluster do what one process does: the same comes of each thing, whatever becomes of the workers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from consistency.cluster import Cluster, NoCluster, cluster
from consistency.commands.engines import engine_of
from consistency.commands.output import Impossible
from consistency.pipeline import check
from consistency.report import renderer
from consistency.workers import Failure, Processes, Why
from tests.domain import bulletin, report, rules


def program() -> str:
    return "this one"


def another_every_time() -> int:
    return os.getpid()


def nothing() -> None:
    return None


def work(state: object, thing: str) -> str:
    """A thing as it was done; some fail, some take their worker along, the first time or every time."""
    sort, _, told = thing.partition(" ")
    if sort == "fails":
        raise ValueError(thing)
    if sort == "lasts":
        while True:
            pass
    if sort == "kills" and (told == "always" or not Path(told).exists()):
        Path(told).touch()
        os._exit(1)
    return f"{thing} done"


@pytest.fixture(scope="module")
def two_workers() -> Iterator[Cluster]:
    with cluster(None, 2, None, program) as found:
        yield found


def test_things_come_back_in_their_order_each_as_here(two_workers: Cluster) -> None:
    things = [f"thing {n}" for n in range(40)] + ["fails"]
    assert two_workers.each(work, nothing, things) == Processes().each(work, nothing, things)
    assert two_workers.each(work, nothing, []) == []


def test_a_thing_that_lasts_too_long_is_told_of(two_workers: Cluster) -> None:
    found = two_workers.each(work, nothing, ["a", "lasts", "b"], seconds=[5, 0.2, 5])
    assert found == ["a done", Failure(Why.TIME), "b done"]


def test_what_a_worker_had_in_hand_when_it_died_is_done_again(
    two_workers: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = two_workers.each(work, nothing, ["a", "kills once", "b", "kills always", "c"])
    assert found == ["a done", "kills once done", "b done", Failure(Why.KILLED), "c done"]


def test_a_report_is_the_same_bytes(two_workers: Cluster, tmp_path: Path) -> None:
    for number in range(6):
        write = bulletin if number % 2 else report
        (tmp_path / f"{number}.txt").write_text(write(f"粮食产量{38 + number}.2万吨，建成停车场57个。"))
    here, there = (
        renderer("json")(check([str(tmp_path)], rules(), workers=workers), lang="zh", rules=())
        for workers in (Processes(), two_workers)
    )
    assert here == there
    assert json.loads(here)["findings"]


def test_workers_of_another_program_are_refused() -> None:
    with pytest.raises(NoCluster, match="another program"), cluster(None, 1, None, another_every_time):
        pass


def test_a_scheduler_that_does_not_answer_is_one_line(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("青山县2023年粮食产量38.2万吨。")
    asked = ["check", str(draft), "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]
    done = subprocess.run([sys.executable, "-m", "consistency", *asked], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "tcp://127.0.0.1:9" in line


def test_without_dask_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "consistency.cluster", None)
    with pytest.raises(Impossible, match="pip install"), engine_of("dask", 1, None, None, rules().lexicon, "en"):
        pass
