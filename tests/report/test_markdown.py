"""Markdown: rendered by an independent parser, it says what the report says, and documents add no markup of theirs."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from consistency.model import Report
from consistency.report import markdown
from tests.report.samples import (
    JOBS_DISAGREE,
    UNREAD,
    hostile,
    known,
    report,
)

GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class Rendered(HTMLParser):
    """What a page made of the Markdown shows: its text, and the tags and attributes it is made of."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text, self.tags, self.attributes = "", [""], {""}
        self.feed(GFM.render(source))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attributes}

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(of: Report, lang: str = "zh") -> Rendered:
    return Rendered(markdown.render(of, lang=lang))


def test_findings_stand_side_by_side_with_their_places() -> None:
    found = shown(report())
    assert "CC101 数值不一致" in found.text
    assert "统计公报.txt:3:3" in found.text
    assert "超5.5万人 → 大于 55,000、不超过 60,500 人" in found.text
    assert "来源：超5.5万人：1 个独立来源（统计公报.txt）" in found.text
    assert found.tags.count("table") == 3
    assert found.tags.count("h3") == 2
    source = markdown.render(report(), lang="zh")
    assert "<b>6.5万人</b>，完成年度任务的128%。" in source


def test_the_summary_comes_first_and_the_coverage_last() -> None:
    lines = markdown.render(report(problems=[UNREAD]), lang="en").splitlines()
    assert lines[:3] == ["## Consistency of documents", "", "**Findings: 2 (error 1, warning 1, info 0).**"]
    assert "- `附件.pdf`: no reader for .pdf" in lines
    assert lines[-1] == "</details>"
    assert "| numbers | claims | met | document | place or body · period |" in lines
    assert "| 7 | 5 | 5 | total |  |" in lines


def test_findings_known_before_are_counted_and_not_listed() -> None:
    found = shown(report([known(JOBS_DISAGREE), replace(JOBS_DISAGREE, rule="CC199")]), "en")
    assert "CC199" in found.text
    assert "CC101" not in found.text
    assert "1 more were known or accepted before." in found.text


def test_a_comment_has_room_for_so_much_and_the_rest_is_counted() -> None:
    source = markdown.render(report([JOBS_DISAGREE] * 500), lang="en")
    assert len(source) < 65_536
    listed = source.count("### ")
    assert 50 < listed < 500
    assert f"**{500 - listed} more are not listed here.**" in source


OURS = {"", "h2", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "code", "b", "br", "ul", "li"}
OURS |= {"details", "summary"}
HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[甲](https://example.org) ![乙](x) <https://example.org>",
    "a|b\n\n# 甲\n\n| c | d |\n- e\n> f\n    g\n```\nh",
    "*甲* _乙_ ~~丙~~ `丁` **戊** \\*己\\*",
    "&lt;b&gt; &amp; &#60;",
    "1. 甲 2) 乙",
    "``` ` ``",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_documents_add_no_markup(words: str) -> None:
    found = shown(hostile(words))
    assert set(found.tags) <= OURS
    assert found.attributes <= {"", "style"}  # the alignment of our own tables
    assert found.tags.count("h3") == 2
    assert found.tags.count("table") == 3
    assert re.sub(r"\s+", " ", words.replace("\n", "↵")).strip("↵ ") in re.sub(r"\s+", " ", found.text)


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_plain_text_is_shown_as_it_is(words: str) -> None:
    for source in (markdown.plain(words), f"- {markdown.plain(words)}", f"| {markdown.plain(words)} |\n| --- |"):
        found = Rendered(source)
        assert set(found.tags) <= {"", "p", "ul", "li", "table", "thead", "tr", "th"}
        if words.isprintable():
            assert re.sub(r"\s+", "", found.text) == re.sub(r"\s+", "", words)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(str.strip))
def test_a_code_span_holds_anything_also_in_a_table(words: str) -> None:
    found = Rendered(f"| a |\n| --- |\n| {markdown.code(words)} |")
    assert found.tags.count("code") == 1
    assert found.tags.count("td") == 1
    if words.isprintable() and words.strip(" `") == words:
        assert re.sub(r"\s+", "", found.text) == "a" + re.sub(r"\s+", "", words)


@pytest.mark.parametrize("words", ["@somebody", "#123", "www.example.org", "https://example.org", ":smile:"])
def test_nobody_is_called_and_nothing_is_linked(words: str) -> None:
    """Forges find names and links in the rendered text, piece by piece: a comment within keeps the pieces apart."""
    assert "<!-- -->" in markdown.plain(words)
    assert Rendered(markdown.plain(words)).text.strip() == words


def test_lines_of_the_source_do_not_run_on() -> None:
    assert "\n\n\n" not in markdown.render(report([replace(JOBS_DISAGREE, sides=(), evidence={})]), lang="zh")
