"""What all tests share: the reference documents, and how hypothesis searches."""

import os
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

# In CI the same examples every time: a change is judged by what it changes, not by luck.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
# Elsewhere new examples every time; the first example of a test may have dictionaries to load, so no deadline.
hypothesis.settings.register_profile("dev", deadline=None)
hypothesis.settings.load_profile("ci" if IN_CI else "dev")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference documents beside this checkout: skips where there are none, fails in CI."""
    if not SHARED.is_dir():
        reason = "the reference documents (../shared) are not beside this checkout"
        if IN_CI:
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED
