"""The page in a real browser: filters, links into folded parts, thousands of findings, and no script but ours.

Skips where there is no Chromium (on Debian: apt-get install chromium fonts-noto-cjk).
"""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from consistency.model import Report, Severity
from consistency.report import html
from tests.report.samples import JOBS_DISAGREE, WORDS_DISAGREE, hostile, report

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium (apt-get install chromium)")

# Quiet, alone, and able to run as root in a container.
SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--hide-scrollbars"),
)
Browse = Callable[..., str]


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Opens a page in a fresh Chromium and gives what it printed."""

    def opened(source: str, *switches: str, fragment: str = "") -> str:
        page = tmp_path / "report.html"
        page.write_text(source, encoding="utf-8")
        done = subprocess.run(
            [str(CHROMIUM), *SWITCHES, f"--user-data-dir={tmp_path / 'profile'}", *switches, page.as_uri() + fragment],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return opened


def tried(browse: Browse, of: Report, steps: str, fragment: str = "") -> Any:
    """What these steps (JavaScript that returns a value) find on the page, once its own script has run."""
    source = html.render(of, lang="en")
    # The policy of the page would not let our steps run.
    source = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", source)
    script = (
        "<script>addEventListener('load', () => setTimeout(async () => {"
        "const pause = (time) => new Promise((done) => setTimeout(done, time));"
        f"const found = await (async () => {{ {steps} }})();"
        "document.title = JSON.stringify(found); }, 50));</script></body>"
    )
    dom = browse(source.replace("</body>", script), "--dump-dom", "--virtual-time-budget=20000", fragment=fragment)
    title = re.search(r"<title>(.*?)</title>", dom, flags=re.DOTALL)
    assert title
    return json.loads(unescape(title[1]))


MIXED = report(
    [
        JOBS_DISAGREE,
        WORDS_DISAGREE,
        replace(JOBS_DISAGREE, rule="CC102", severity=Severity.INFO, claims=JOBS_DISAGREE.claims[:2]),
    ]
)
SHOWN = "[...document.querySelectorAll('article:not([hidden])')].map((article) => article.id)"
RESET = "document.querySelector('[type=reset]').click(); await pause(300);"


def set_(name: str, value: str) -> str:
    """Steps that give a field of the filters a value."""
    return (
        f"{{ const field = document.querySelector('[name={name}]'); field.value = {json.dumps(value)};"
        "field.dispatchEvent(new Event('input', {bubbles: true})); await pause(300); }"
    )


def test_findings_are_filtered_by_severity_rule_document_and_words(browse: Browse) -> None:
    error = "document.querySelector('[value=error]').click(); await pause(300);"
    cases = [
        ("", ["f1", "f2", "f3"]),
        (error, ["f2", "f3"]),
        (set_("rule", "CC102"), ["f3"]),
        (set_("document", "3"), ["f1", "f2"]),
        (set_("words", "去年"), ["f1", "f2"]),
        (set_("words", "In One Digit"), ["f1", "f3"]),
        (set_("rule", "CC101") + set_("words", "去年"), ["f1"]),
        (set_("words", "no such words"), []),
    ]
    told = f"seen.push([{SHOWN}, document.getElementById('shown').textContent]);"
    steps = "const seen = [];" + "".join(f"{steps} {told} {RESET}" for steps, _ in cases) + "return seen;"
    assert tried(browse, MIXED, steps) == [[shown, f"{len(shown)} of 3 shown"] for _, shown in cases]


def test_all_can_be_folded_and_unfolded(browse: Browse) -> None:
    steps = """
      const open = () => document.querySelectorAll('article details[open]').length, before = open();
      document.getElementById('fold').click();
      const folded = open();
      document.getElementById('unfold').click();
      return [before, folded, open()];
    """
    assert tried(browse, MIXED, steps) == [3, 0, 3]


def test_a_link_opens_the_document_it_leads_into(browse: Browse) -> None:
    steps = """
      const link = document.querySelector('#f1 figcaption a');
      const target = document.querySelector(link.hash);
      const before = target.closest('details').open;
      link.click();
      await pause(200);
      const box = target.getBoundingClientRect();
      return [before, target.closest('details').open, target.textContent, 0 < box.top && box.top < innerHeight];
    """
    assert tried(browse, MIXED, steps) == [False, True, "6.5万人", True]


def test_a_link_from_outside_opens_what_it_leads_to(browse: Browse) -> None:
    steps = "return document.querySelector('#d2 details, #d2').open;"
    assert tried(browse, MIXED, steps, fragment="#d2") is True


def test_a_link_to_a_finding_that_is_filtered_out_shows_it(browse: Browse) -> None:
    steps = set_("rule", "CC102") + "location.hash = '#f2'; await pause(200);" + f"return {SHOWN};"
    assert tried(browse, MIXED, steps) == ["f2", "f3"]


def test_the_page_is_not_wider_than_the_window(browse: Browse) -> None:
    page = json.dumps(html.render(MIXED, lang="zh")).replace("</", "<\\/")
    # Windows are not narrower than 500 pixels, but frames are.
    steps = f"""
      const page = {page}, beyond = [];
      for (const width of [320, 768, 1280]) {{
        const frame = document.createElement('iframe');
        frame.style.width = `${{width}}px`;
        frame.srcdoc = page;
        document.body.replaceChildren(frame);
        await new Promise((done) => (frame.onload = done));
        const inner = frame.contentDocument.documentElement;
        beyond.push(inner.scrollWidth - inner.clientWidth);
      }}
      return beyond;
    """
    assert tried(browse, MIXED, steps) == [0, 0, 0]


def test_no_script_of_a_document_runs(browse: Browse) -> None:
    attack = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    dom = browse(html.render(hostile(attack), lang="en"), "--dump-dom", "--virtual-time-budget=3000")
    assert "<title>Consistency of documents</title>" in dom
    forged = html.render(report(), lang="en").replace("</body>", "<script>document.title='taken'</script></body>")
    dom = browse(forged, "--dump-dom", "--virtual-time-budget=3000")
    assert "<title>Consistency of documents</title>" in dom  # the policy holds even where escaping would not
    assert "2 of 2 shown" in dom  # and our own script runs under it


def test_everything_can_be_seen_without_script(browse: Browse) -> None:
    source = html.render(MIXED, lang="en")
    source = re.sub(r"<script>.*?</script>", "", source, flags=re.DOTALL)
    dom = browse(source, "--dump-dom")
    assert re.search(r'<form id="filters"[^>]* hidden', dom)
    assert dom.count("<article") == 3
    assert not re.search(r"<article[^>]* hidden", dom)


def test_thousands_of_findings_stay_usable(browse: Browse) -> None:
    """Five thousand findings: the page answers a filter, and only the first findings are laid out open."""
    many = report([replace(JOBS_DISAGREE, rule=f"CC{100 + n % 7}", fingerprint=str(n)) for n in range(5000)])
    steps = set_("rule", "CC103") + (
        "return [document.querySelectorAll('article:not([hidden])').length,"
        "document.querySelectorAll('article details[open]').length];"
    )
    assert tried(browse, many, steps) == [714, html.OPEN]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_drawn(browse: Browse, tmp_path: Path, scheme: str) -> None:
    picture = tmp_path / "picture.png"
    dark = ("--blink-settings=preferredColorScheme=0",) if scheme == "dark" else ()
    browse(html.render(MIXED, lang="zh"), f"--screenshot={picture}", "--window-size=1280,1600", *dark)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 50_000  # a blank page has a few thousand bytes


def test_the_page_can_be_printed(browse: Browse, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    browse(html.render(MIXED, lang="zh"), f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    assert paper.read_bytes().startswith(b"%PDF")
    assert paper.stat().st_size > 20_000
