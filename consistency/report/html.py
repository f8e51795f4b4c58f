"""The report as one HTML file, for people with a browser: nothing is loaded from anywhere, and nothing is sent.

The file holds its data once, as JSON, and a script of ours that shows them; `consistency serve` shows the same page.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from consistency import __version__
from consistency.model import Report
from consistency.report.page_data import Data, page_data, script_json
from consistency.report.page_words import PAGE_WORDS, WORDS_OF_REPORTS
from consistency.report.wording import WORDS, say

if TYPE_CHECKING:
    from consistency.checks.rule import Rule
    from consistency.report import Made

PAGE = Path(__file__).parent / "page"
LANGUAGE = {"zh": "zh-CN", "en": "en-GB"}


def render(
    report: Report, *, lang: str, rules: Sequence[Rule] = (), made: Made | None = None, **_terminal: object
) -> str:
    """The page: what was found, who says what, the documents with their findings marked, how much was compared."""
    return page(page_data(report, lang=lang, rules=rules, made=made), lang=lang)


def page(data: Data | None, *, lang: str, forms: Sequence[str] = ()) -> str:
    """The page with its data; without any it asks a server of ours for them, and for exports in some `forms`."""
    style, script = _parts(live=data is None)
    words = {word: WORDS[word][lang] for word in (*PAGE_WORDS, *WORDS_OF_REPORTS)}
    told = {"lang": lang, "words": words, "data": data}
    return (
        _template()
        .render(
            language=LANGUAGE[lang],
            say=partial(say, lang),
            version=__version__,
            style=style,
            script=script,
            policy=policy(live=data is None),
            live=data is None,
            forms=forms,
            data=Markup(script_json(told)),
        )
        .rstrip("\n")
        + "\n"
    )


def policy(*, live: bool) -> str:
    """What a browser may do with the page: run our script, use our style, and ask none but a server of ours."""
    style, script = _parts(live=live)
    asks = "connect-src 'self'; " if live else ""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; {asks}"
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(PAGE, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.jinja")


def _parts(*, live: bool) -> tuple[Markup, Markup]:
    """The style and the script of the page."""
    return _own("report.css"), _own("report.js") + (_own("live.js") if live else "")


def _own(name: str) -> Markup:
    """A file of ours that goes into the page as it is."""
    return Markup((PAGE / name).read_text(encoding="utf-8"))


def _hash(source: str) -> str:
    """By what a browser knows a style or a script as ours, and runs no other."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
