"""Runs killed at any moment: afterwards every file is whole, no process is left, and the next run is right.

    python benchmarks/killed.py [TIMES]

A folder of small documents is checked by two workers with a report to a file, its baseline written, and pruned; each
run is killed (SIGKILL, and every fourth by SIGTERM) at a moment of its life drawn by lot, TIMES times (60 unless told)
for all of them together. Printed is what was found; ends with 1 where a file was not whole, a byte of another file
changed, a process lived on, or the run after it did not say what it says undisturbed.
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
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.domain import bulletin, report  # noqa: E402

PROGRAM = [sys.executable, "-m", "consistency"]
RUNS = {
    "check --jobs 2": ["check", "documents", "--jobs", "2", "--format", "json", "--output", "report.json"],
    "baseline write": ["baseline", "write", "documents", "--baseline", "baseline.json"],
    "baseline prune": ["baseline", "prune", "documents", "--baseline", "baseline.json"],
}


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
    """Whether a file, if it is there, holds all of a report or a baseline."""
    try:
        json.loads(file.read_bytes())
    except FileNotFoundError:
        return True
    except ValueError:
        return False
    return True


def main() -> int:
    """Kill, look, run again; print the counts."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    chance = random.Random(times)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "documents").mkdir()
        for number in range(8):
            written = bulletin if number % 2 else report
            text = written(f"全县城镇新增就业{6500 + number}人。", f"粮食产量{10 + number}.3万吨。")
            (folder / "documents" / f"{number}.txt").write_text(text, encoding="utf-8")
        kept = {path: path.read_bytes() for path in (folder / "documents").iterdir()}
        right, long = {}, {}
        for name, arguments in RUNS.items():
            begun = time.monotonic()
            started(arguments, folder).wait()
            long[name] = time.monotonic() - begun
            right[name] = {file.name: file.read_bytes() for file in folder.glob("*.json")}
        for number in range(times):
            name = chance.choice(list(RUNS))
            process = started(RUNS[name], folder)
            time.sleep(chance.random() * long[name] * 1.1)
            process.send_signal(signal.SIGTERM if number % 4 == 0 else signal.SIGKILL)
            process.wait()
            counts["killed"] += process.returncode < 0 or process.returncode > 2
            counts["ended before"] += 0 <= process.returncode <= 2
            counts["lived on"] += alive(process.pid)
            counts["not whole"] += not all(whole(file) for file in folder.glob("*.json"))
            counts["left beside"] += len([*folder.glob(".consistency-*")])
            for left in folder.glob(".consistency-*"):
                left.unlink()
            counts["documents changed"] += {p: p.read_bytes() for p in (folder / "documents").iterdir()} != kept
            if number % 5 == 0:
                started(RUNS[name], folder).wait()
                after = {file.name: file.read_bytes() for file in folder.glob("*.json")}
                counts["next run wrong"] += any(after[file] != data for file, data in right[name].items())
    print(json.dumps(counts))
    return int(any(counts[wrong] for wrong in ("lived on", "not whole", "documents changed", "next run wrong")))


if __name__ == "__main__":
    raise SystemExit(main())
