"""The page: whole in itself, its data once, its labels in place, and no document's markup in it."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from consistency.model import Report
from consistency.report import html, page_data
from consistency.report.wording import LANGUAGES
from tests.report.samples import (
    BULLETIN,
    JOBS_DISAGREE,
    READINGS,
    RULES,
    UNREAD,
    WORDS_DISAGREE,
    hostile,
    known,
    many,
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


def data(of: Report | None = None, lang: str = "zh") -> dict[str, Any]:
    """The data that the page holds, findings field by field."""
    found: dict[str, Any] = json.loads(page(of, lang).text["script"][0])["data"]
    findings = [dict(zip(found["fields"], finding, strict=False)) for finding in found["findings"]]
    return found | {"findings": findings}


def quoted(found: dict[str, Any], quote: list[Any]) -> str:
    """The words that a quote cuts out of its document, those in question in brackets."""
    document, line, start, low, high, end, *_ = quote
    words = next(text for number, text, *_ in found["documents"][document - 1]["lines"] if number == line)
    return f"{words[start:low]}[{words[low:high]}]{words[high:end]}"


def test_nothing_is_loaded_from_outside_and_nothing_sent() -> None:
    source = html.render(report(), lang="zh")
    found = Page(source)
    loading = {"src", "srcset", "action", "data", "poster", "background", "ping", "style", "formaction"}
    assert not {name for _, attributes in found.elements for name in attributes} & loading
    assert {a["href"][:1] for a in found.all("a")} == {"#"}
    assert not {"link", "img", "iframe", "object", "embed", "base", "video", "audio"} & {n for n, _ in found.elements}
    assert not re.search(r"url\(|@import|https?:", (html.PAGE / "report.css").read_text(encoding="utf-8"))
    (script,) = [text for text in found.text["script"] if "strict" in text]
    script = script.replace('"http://www.w3.org/2000/svg"', "")  # a name, which leads nowhere
    assert not re.search(r"fetch|XMLHttp|EventSource|import\(|eval|innerHTML|https?:", script)


@pytest.mark.parametrize("live", [False, True])
def test_the_policy_lets_our_own_script_and_style_run_and_nothing_else(live: bool) -> None:
    found = Page(html.page(None if live else {}, lang="zh"))
    (policy,) = [m["content"] for m in found.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert allowed["default-src"] == "'none'"
    assert allowed.get("connect-src") == ("'self'" if live else None)
    for tag in ("script", "style"):
        content = found.text[tag][-1]  # the first script is data
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert allowed[f"{tag}-src"] == f"'sha256-{digest}'"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_screen_reader_finds_its_way(lang: str) -> None:
    found = page(lang=lang)
    assert found.all("html")[0]["lang"] == {"zh": "zh-CN", "en": "en-GB"}[lang]
    names = [name for name, _ in found.elements]
    assert [names.count(tag) for tag in ("h1", "main", "header", "footer", "nav", "title")] == [1] * 6
    for tag in ("section", "article", "nav", "form"):
        own = [a for a in found.all(tag) if a.get("method") != "dialog"]
        assert all({"aria-label", "aria-labelledby"} & set(attributes) for attributes in own), tag
    assert found.all("a")[0] == {"class": "skip", "href": "#list"}
    source = html.render(report(), lang=lang)
    labels = "".join(re.findall(r"<label.*?</label>", source, flags=re.DOTALL))
    fields = sum(len(found.all(tag)) for tag in ("input", "select", "textarea"))
    assert sum(labels.count(f"<{tag}") for tag in ("input", "select", "textarea")) == fields
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_a_finding_has_both_sides_with_what_differs_told_apart() -> None:
    found = data()
    first = found["findings"][0]
    (((one, (quote,)),), ((other, told),)) = first["sides"]
    assert (one, other) == ("6.5万人 → 65,000 人", "超5.5万人 → 大于 55,000、不超过 60,500 人")
    assert quoted(found, quote) == "城镇新增就业[6.5万人]，完成年度任务的128%。"
    assert quote[7] == [-1, 4]  # the first figure differs, and four characters do not
    assert [quoted(found, q) for q in told] == [
        "全年城镇新增就业[超5.5万人]，登记失业率控制在较低水平。",
        "去年，全年城镇新增就业[超5.5万人]，登记失业率控制在较低水平。",
    ]
    assert [found["texts"][n] for n in first["behind"]] == ["线索", "两数只差一位数字", "差额", "4,500 人"]
    assert found["rules"]["CC101"] == ["数值不一致", "一个指标一个数。"]


def test_the_scale_tells_in_words_whether_they_meet() -> None:
    found = data(report([JOBS_DISAGREE, WORDS_DISAGREE]))
    assert "通常理解的范围没有交集" in found["texts"][found["findings"][0]["scale"][0]]
    assert found["findings"][1].get("scale", 0) == 0


def test_an_indicator_has_what_each_document_says_of_it() -> None:
    found = data()
    jobs, revenue = found["rows"]
    assert [found["texts"][cell[1]] for cell in jobs[3]] == ["tension"] * 3
    assert [cell[4] for cell in jobs[3]] == [1, 1, 1]  # they lead to the finding
    assert [cell[2] for cell in revenue[3]] == ["803000万元", "80.3亿元"]
    document, (line, low, high) = revenue[3][0][0], revenue[3][0][4]
    assert quoted(found, [document, line, low, low, high, high]) == "[803000万元]"


def test_each_document_can_be_read_with_its_findings_marked() -> None:
    document = data()["documents"][0]
    (_, text, *marks) = document["lines"][2]
    assert {text[low:high]: link for low, high, link in marks} == {"6.5万人": 1, "803000万元": -2, "过去一年": 2}
    assert "覆盖69家重点企业" in text  # read, and compared with nothing


def test_of_very_long_documents_the_lines_around_marks_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_data, "MOST", 10)
    documents = data()["documents"]
    assert [document["whole"] for document in documents] == [False] * 3
    assert [number for number, *_ in documents[0]["lines"]] == [2, 3]


def test_findings_known_before_are_told_of_and_problems_listed() -> None:
    found = data(report([known(JOBS_DISAGREE, why="a < b")], problems=[UNREAD]), lang="en")
    assert found["findings"][0]["known"] == "accepted: a < b"
    assert found["problems"] == [["附件.pdf", "no reader for .pdf"]]


def test_characters_beyond_the_basic_plane_count_as_two() -> None:
    text = BULLETIN.text.replace("全年城镇", "𠮷𠮷城镇")
    shifted = replace(READINGS[1], document=replace(BULLETIN, text=text))
    found = data(report(readings=[READINGS[0], shifted, READINGS[2]]))
    (_, quotes) = found["findings"][0]["sides"][1][0]
    quote = next(q for q in quotes if found["documents"][q[0] - 1]["path"] == "统计公报.txt")
    words = next(words for number, words, *_ in found["documents"][quote[0] - 1]["lines"] if number == quote[1])
    assert words.encode("utf-16-le")[2 * quote[3] : 2 * quote[4]].decode("utf-16-le") == "超5.5万人"


def test_five_thousand_findings_are_no_more_than_five_megabytes() -> None:
    source = html.render(many(5000), lang="zh")
    assert len(source.encode()) < 5_000_000


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
    for tag in ("script", "style", "meta", "section", "article", "a", "option"):
        assert [set(attributes) for attributes in found.all(tag)] == [
            set(attributes) for attributes in harmless.all(tag)
        ]
    assert {n for _, a in found.elements for n in a} == {n for _, a in harmless.elements for n in a}
    assert {a["href"][:1] for a in found.all("a")} == {"#"}
    source = html.render(hostile(words), lang="zh")
    assert not [c for c in source if c != "\n" and not c.isprintable()]
    if words.isprintable():
        assert words in data(hostile(words))["findings"][0]["message"]


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
