"""What all tests share: the reference documents, a browser, how hypothesis searches, and marks that follow from it."""

import os
import shutil
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import hypothesis
import pytest

from tests.measured import begun

MEASURED = begun()  # before anything of the program is loaded

from consistency import toml_tables  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

# In CI the same examples every time: a change is judged by what it changes, not by luck. They are fewer, for whoever
# works on the program tries others with every run.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True, max_examples=40)
# Elsewhere new examples every time; the first example of a test may have dictionaries to load, so no deadline.
hypothesis.settings.register_profile("dev", deadline=None)
hypothesis.settings.load_profile("ci" if IN_CI else "dev")


def pytest_configure(config: pytest.Config) -> None:
    """Has the tests followed, where that is asked for."""
    if MEASURED is not None:
        config.pluginmanager.register(MEASURED)


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses by the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks each test by what it asks for, so that nobody has to think of it; `slow` alone is set by hand."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "shared" in asked:
            item.add_marker("gold")
        if "chromium" in asked:
            item.add_marker("browser")
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("property")


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """A text in TOML is parsed once in a session: hundreds of runs of the program load the rules that ship with it."""
    with mock.patch.object(toml_tables, "tomllib", SimpleNamespace(loads=lru_cache(maxsize=256)(tomllib.loads))):
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference documents beside this checkout: skips where there are none, fails in CI."""
    if not SHARED.is_dir():
        reason = "the reference documents (../shared) are not beside this checkout"
        if IN_CI:
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser: skips where there is none."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("there is no Chromium (on Debian: apt-get install chromium fonts-wqy-zenhei)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        # Quiet, and able to run as root in a container.
        switches = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
        browser = running.chromium.launch(executable_path=found, args=switches)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    """A fresh tab of the browser, in which no script fails."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(30_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []
