"""How much of the program the quick tests go through, by branches: measured where `COVERAGE=1`, as in a job of CI.

Measuring begins before anything of the program is loaded. Tests that are slow, drive a browser, read the reference
documents or try many examples are left out: to be followed takes a test twice its time, and what nobody but they sees
is what an edit-test loop misses. Each process writes its own `.coverage.…`; `coverage combine` makes one of them.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import coverage
import pytest

LEFT_OUT = ("slow", "browser", "gold", "property")


class Measured:
    """Follows the tests of one process, but for those that are left out."""

    def __init__(self) -> None:
        self._coverage = coverage.Coverage(data_suffix=True)
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """One test with all that it sets up."""
        if not any(item.get_closest_marker(mark) for mark in LEFT_OUT):
            return (yield)
        self._coverage.stop()
        try:
            return (yield)
        finally:
            self._coverage.start()

    def pytest_sessionfinish(self) -> None:
        """Writes what was seen."""
        self._coverage.stop()
        self._coverage.save()


def begun() -> Measured | None:
    """What follows the tests, where it is asked for."""
    return Measured() if os.environ.get("COVERAGE") == "1" else None
