"""`python -m consistency`, and the command of that name."""

from __future__ import annotations

import gc
import sys

# What is read is kept, and seldom in circles: to look for rubbish as often as Python does is a tenth of a run.
RUBBISH = 100_000


def run() -> None:
    """Runs the command line that the program was called with; an interrupt while it loads is one like any other."""
    gc.set_threshold(RUBBISH)
    try:
        from consistency.cli import main
    except KeyboardInterrupt:
        sys.exit(130)
    main(prog_name="consistency")


if __name__ == "__main__":
    run()
