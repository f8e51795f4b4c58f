"""`python -m consistency`, and the command of that name."""

from __future__ import annotations

import sys


def run() -> None:
    """Runs the command line that the program was called with; an interrupt while it loads is one like any other."""
    try:
        from consistency.cli import main
    except KeyboardInterrupt:
        sys.exit(130)
    main(prog_name="consistency")


if __name__ == "__main__":
    run()
