"""The page: whole in itself, its links leading somewhere, its labels in place, and no document's markup in it."""

import re
from base64 import b64encode
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from consistency.model import Report
from consistency.report import html
from consistency.report.wording import LANGUAGES
from tests.report.samples import (
    JOBS_DISAGREE,
    READINGS,
    RULES,
    UNREAD,
    WORDS_DISAGREE,
    hostile,
    known,
    report,
)

VOID = {"meta", "input", "rect", "line", "circle", "br", "link", "img"}


class Page(HTMLParser):
    """What a browser makes of the page: elements with their attributes and their text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text: dict[str, list[str]] = {}
        self.feed(source)
        assert self.open == [], "an element that is never closed"

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        assert len(attributes) == len(dict(attributes)), f"an attribute given twice: {tag} {attributes}"
        self.elements.append((tag, {name: value or "" for name, value in attributes}))
        self.text.setdefault(tag, []).append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attributes}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.text[tag][-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(of: Report | None = None, lang: str = "zh") -> Page:
    return Page(html.render(of or report(), lang=lang, rules=RULES))


def test_nothing_is_loaded_from_outside() -> None:
    source = html.render(report(), lang="zh")
    found = Page(source)
    loading = {"src", "srcset", "action", "data", "poster", "background", "ping", "style", "formaction"}
    assert not {name for _, attributes in found.elements for name in attributes} & loading
    assert {a["href"][:1] for a in found.all("a")} == {"#"}
    assert not {"link", "img", "iframe", "object", "embed", "base", "video", "audio"} & {n for n, _ in found.elements}
    assert not re.search(r"url\(|@import|https?:", (html.PAGE / "report.css").read_text(encoding="utf-8"))
    assert not re.search(r"fetch|XMLHttp|import\(|eval|innerHTML|https?:", (html.PAGE / "report.js").read_text("utf-8"))


def test_the_policy_lets_our_own_script_and_style_run_and_nothing_else() -> None:
    found = page()
    (policy,) = [m["content"] for m in found.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert allowed["default-src"] == "'none'"
    for tag in ("script", "style"):
        (content,) = found.text[tag]
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert allowed[f"{tag}-src"] == f"'sha256-{digest}'"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("of", [report(), report(problems=[UNREAD]), Report((), (), (), ()), hostile("甲")])
def test_every_link_leads_somewhere_and_every_name_is_given_once(of: Report, lang: str) -> None:
    found = page(of, lang)
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = [a["href"][1:] for a in found.all("a")]
    targets += [value for _, attributes in found.elements for name, value in attributes.items() if name == "list"]
    targets += [value for _, attributes in found.elements for n, value in attributes.items() if n == "aria-labelledby"]
    assert sorted(set(targets) - set(ids)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_screen_reader_finds_its_way(lang: str) -> None:
    found = page(lang=lang)
    assert found.all("html")[0]["lang"] == {"zh": "zh-CN", "en": "en-GB"}[lang]
    names = [name for name, _ in found.elements]
    assert [names.count(tag) for tag in ("h1", "main", "header", "footer", "nav", "title")] == [1] * 6
    levels = [int(name[1]) for name in names if re.fullmatch(r"h\d", name)]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    for tag in ("section", "article", "nav", "form"):
        assert all({"aria-label", "aria-labelledby"} & set(attributes) for attributes in found.all(tag)), tag
    headings = dict(re.findall(r'<h2 id="([^"]+)">(.*?)</h2>', html.render(report(), lang=lang)))
    regions = [a for name, a in found.elements if name == "section" or a.get("role") == "region"]
    names_of = [a.get("aria-label") or headings[str(a["aria-labelledby"])] for a in regions]
    assert len(set(names_of)) == len(names_of)  # landmarks that cannot be told apart lead nowhere
    assert all(svg.get("aria-hidden") == "true" for svg in found.all("svg"))  # its words stand beside it
    assert all("scope" in th for th in found.all("th"))
    assert found.all("a")[0] == {"class": "skip", "href": "#findings"}
    labels = "".join(re.findall(r"<label.*?</label>", html.render(report(), lang=lang), flags=re.DOTALL))
    assert labels.count("<input") + labels.count("<select") == len(found.all("input")) + len(found.all("select"))
    wide = [div for div in found.all("div") if div.get("class") == "wide"]
    assert all((div["role"], div["tabindex"]) == ("region", "0") for div in wide)  # can be scrolled by keyboard


def test_both_sides_stand_beside_each_other_with_what_differs_marked() -> None:
    source = html.render(report(), lang="zh")
    card = source[source.index('id="f1"') : source.index('id="f2"')]
    sides = re.findall(r'<div class="side s(\w)" role="group"', card)
    assert sides == ["a", "b"]
    assert "<mark><b>6</b>.5万人</mark>，完成年度任务的128%。" in card
    assert "<mark><b>超5</b>.5万人</mark>，登记失业率" in card
    assert card.count("<blockquote") == 3
    assert 'title="统计公报.txt"' in card
    assert "2 个独立来源" not in card
    assert "一个指标一个数。" in html.render(report(), lang="zh", rules=RULES)


def test_the_scale_tells_in_words_whether_they_meet() -> None:
    assert "通常理解的范围没有交集" in html.render(report([JOBS_DISAGREE]), lang="zh")
    assert '<figure class="scale">' not in html.render(report([WORDS_DISAGREE]), lang="zh")


def test_the_table_of_indicators_has_a_column_for_each_document() -> None:
    found = page()
    heads = [th for th in found.all("th") if th["scope"] == "col"]
    assert len(heads) == 2 * (1 + len(READINGS)) + 6  # what disagrees, what agrees, the coverage
    source = html.render(report(), lang="zh")
    row = source[source.index('id="s1"') : source.index('id="s2"')]
    assert re.findall(r'<td class="(\w+)">', row) == ["tension"] * 3
    assert "80.3亿元" in source[source.index('id="s2"') :]


def test_a_long_table_of_indicators_stands_folded_a_short_one_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def before_the_table() -> str:
        source = html.render(report(), lang="zh")
        return source[source.index('id="indicators"') : source.index('<table class="matrix">')]

    assert "<details" not in before_the_table()
    monkeypatch.setattr(html, "ROWS", 0)
    assert "<details><summary>说法不一的指标（1 项）" in before_the_table()


def test_of_many_documents_only_those_that_speak_are_listed() -> None:
    silent = replace(READINGS[0], mentions=())
    many = [replace(silent, document=replace(silent.document, path=f"{n}.txt")) for n in range(20)]
    source = html.render(report(readings=[*READINGS, *many]), lang="zh")
    row = source[source.index('id="s1"') : source.index('id="s2"')]
    assert "<ul" in row
    assert row.count("<li") == 3


def test_each_document_can_be_read_with_its_findings_marked() -> None:
    source = html.render(report(), lang="zh")
    text = source[source.index('id="d1"') : source.index('id="d2"')]
    assert re.search(r'<a id="d1c\d+" class="error" href="#f1"[^>]*>6\.5万人</a>', text)
    assert re.search(r'<a id="d1c\d+" class="agree" href="#s2"[^>]*>803000万元</a>', text)
    assert "覆盖69家重点企业" in text  # read, and compared with nothing


def test_findings_known_before_are_marked_and_folded_and_problems_listed() -> None:
    source = html.render(report([known(JOBS_DISAGREE, why="a < b")], problems=[UNREAD]), lang="en")
    assert 'class="finding error known"' in source
    assert "accepted: a &lt; b" in source
    assert "<details><summary>What each side says" in source
    assert "no reader for .pdf" in source


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></script><!-- -->",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "\u202e\x1b[2J\u200b",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_document_adds_no_markup(words: str) -> None:
    harmless, found = page(hostile("甲" * len(words))), page(hostile(words))
    assert {name for name, _ in found.elements} == {name for name, _ in harmless.elements}
    for tag in ("script", "style", "meta", "section", "article", "a"):
        assert [set(attributes) for attributes in found.all(tag)] == [
            set(attributes) for attributes in harmless.all(tag)
        ]
    assert {n for _, a in found.elements for n in a} == {n for _, a in harmless.elements for n in a}
    assert {a["href"][:1] for a in found.all("a")} == {"#"}
    source = html.render(hostile(words), lang="zh")
    assert not [c for c in source if c != "\n" and not c.isprintable()]
    if words.isprintable():
        assert any(words in text for text in found.text["h3"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_report_gives_the_same_page(lang: str) -> None:
    assert html.render(report(), lang=lang) == html.render(report(), lang=lang)


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})(?=;)", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_can_be_told_from_its_ground(scheme: int) -> None:
    """At least 4.5 to 1, as WCAG asks of text."""
    style = (html.PAGE / "report.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, flags=re.DOTALL)
    found = colours(blocks[scheme])
    pairs = [(text, ground) for text in ("ink", "soft", "link") for ground in ("ground", "sheet", "well")]
    grounds = ("error-bg", "warning-bg", "info-bg", "agree-bg", "mark", "differs", "line")
    pairs += [("ink", ground) for ground in grounds]
    # A finding that was known before stands on the ground of the page.
    pairs += [(severity, on) for severity in ("error", "warning", "info") for on in ("sheet", "ground")]
    pairs += [("sheet", side) for side in "abcde"]  # letters
    pairs += [("error", "error-bg"), ("warning", "warning-bg"), ("agree", "agree-bg")]
    assert "opacity" not in "".join(re.findall(r"\.(?:tiles|finding)[^{]*\{[^}]*\}", style))  # it would thin the text
    seen = {pair: contrast(found[pair[0]], found[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in seen.items() if ratio < 4.5} == {}


def test_shares_are_written_as_style_writes_them() -> None:
    assert html.percent(Fraction(0)) == "0%"
    assert html.share(1, 3) == "33.33%"
    assert html.share(0, 0) == "0%"
