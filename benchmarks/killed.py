"""Runs killed at any moment: afterwards every file is whole, no process is left, and the next run is right.

    python benchmarks/killed.py [KILLS]

A folder of small documents is checked by two workers with a report to a file, its baseline written and pruned, a
finding accepted beside one that was before, and an index of half of it brought up to date. Each run is killed
(SIGKILL, and every fourth by SIGTERM) at a moment of its life drawn by lot, until so many were killed (60 unless told)
and then run again undisturbed. Printed is what was found; ends with 1 where a file was not whole, a decision was lost,
a byte of another file changed, a process lived on, or the next run did not leave what it leaves undisturbed.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from consistency.index.store import Store, Unusable  # noqa: E402
from tests.domain import bulletin, report  # noqa: E402

PROGRAM = [sys.executable, "-m", "consistency"]
RUNS = {
    "check --jobs 2": ["check", "documents", "--jobs", "2", "--format", "json", "--output", "report.json"],
    "baseline write": ["baseline", "write", "documents", "--baseline", "baseline.json"],
    "baseline prune": ["baseline", "prune", "documents", "--baseline", "baseline.json"],
    "accept": ["accept", "--why", "口径不同。", "--who", "甲", "--report", "findings.json", "--file", "accepted.toml"],
    "index update": ["index", "update", "documents", "--jobs", "2"],
}
INDEX = ".consistency/index.sqlite"
BEFORE = "0000000000000000"  # a finding that somebody has decided about


def started(arguments: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """A run in a group of its own, so that its children can be counted."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=folder,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def alive(group: int) -> bool:
    """Whether anything of a group is still there ten seconds after its leader went."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.02)
    return True


def whole(file: Path) -> bool:
    """Whether a file, if it is there, holds all of a report, a baseline, decisions or an index."""
    if not file.exists():
        return True
    try:
        if file.suffix == ".sqlite":
            with Store.opened(file) as store:
                store.sound()
        elif file.suffix == ".toml":
            return BEFORE in [entry["finding"] for entry in tomllib.loads(file.read_text(encoding="utf-8"))["accepted"]]
        else:
            json.loads(file.read_bytes())
    except (ValueError, Unusable):
        return False
    return True


def left(folder: Path, name: str) -> object:
    """What a run leaves behind: the bytes of the file it writes; of an index, the keys of what it holds."""
    if name == "index update":
        with Store.opened(folder / INDEX) as store:
            return store.documents(), store.keys()
    file = {"check --jobs 2": "report.json", "accept": "accepted.toml"}.get(name, "baseline.json")
    return (folder / file).read_bytes()


def prepared(folder: Path) -> None:
    """Small documents that disagree, a report on them, a decision of before, and an index of half of them."""
    (folder / "documents").mkdir()
    for number in range(8):
        written = bulletin if number % 2 else report
        text = written(f"全县城镇新增就业{6500 + number}人。", f"粮食产量{10 + number}.3万吨。")
        (folder / "documents" / f"{number}.txt").write_text(text, encoding="utf-8")
    started([*RUNS["check --jobs 2"][:-1], "findings.json"], folder).wait()
    finding = json.loads((folder / "findings.json").read_text(encoding="utf-8"))["findings"][0]["fingerprint"]
    RUNS["accept"].insert(1, finding)
    started(["index", "build", *(f"documents/{number}.txt" for number in range(4))], folder).wait()


def reset(folder: Path, name: str, half: bytes) -> None:
    """What a run meets: the decision of before alone, the index of half of the documents."""
    if name == "accept":
        decided = f'[[accepted]]\nfinding = "{BEFORE}"\nwho = "乙"\nwhy = "以后再看。"\n'
        (folder / "accepted.toml").write_text(decided, encoding="utf-8")
    if name == "index update":
        (folder / INDEX).write_bytes(half)


def main() -> int:
    """Kill, look, run again; print the counts."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    chance = random.Random(kills)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        prepared(folder)
        half = (folder / INDEX).read_bytes()
        kept = {path: path.read_bytes() for path in [*(folder / "documents").iterdir(), folder / "findings.json"]}
        right, long = {}, {}
        for name, arguments in RUNS.items():
            reset(folder, name, half)
            begun = time.monotonic()
            started(arguments, folder).wait()
            long[name] = time.monotonic() - begun
            right[name] = left(folder, name)
        while counts["killed"] < kills:
            name = chance.choice(list(RUNS))
            reset(folder, name, half)
            process = started(RUNS[name], folder)
            time.sleep(chance.random() * long[name] * 1.1)
            process.send_signal(signal.SIGTERM if counts["killed"] % 4 == 0 else signal.SIGKILL)
            process.wait()
            killed = process.returncode < 0 or process.returncode > 2
            counts["killed"] += killed
            counts[f"killed: {name}"] += killed
            counts["ended before"] += not killed
            counts["lived on"] += alive(process.pid)
            files = [*folder.glob("*.json"), folder / "accepted.toml", folder / INDEX]
            counts["not whole"] += not all(whole(file) for file in files)
            counts["left beside"] += len([*folder.glob(".consistency-*")])
            for beside in folder.glob(".consistency-*"):
                beside.unlink()
            counts["other files changed"] += {path: path.read_bytes() for path in kept} != kept
            started(RUNS[name], folder).wait()
            counts["next run wrong"] += left(folder, name) != right[name]
    print(json.dumps(counts, ensure_ascii=False, indent=1))
    return int(any(counts[wrong] for wrong in ("lived on", "not whole", "other files changed", "next run wrong")))


if __name__ == "__main__":
    raise SystemExit(main())
