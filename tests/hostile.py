"""Texts that would act where they are shown: in documents and their names, in rule files, settings and decisions."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from xml.etree import ElementTree

from lxml import html

# What a reader of reports obeys or does not show, by sort.
HOSTILE: dict[str, tuple[str, ...]] = {
    "terminal": (
        "\x1b[2J\x1b[31m",
        "\x1b]0;title\x07",
        "\x1b]8;;http://a.example\x1b\\",
        "\x9b31m",
        "\x08\x08\x7f",
        "\x00",
    ),
    "direction": ("\u202e", "\u2066\u2067", "\u200f\u061c", "\u202a\u202c"),
    "unseen": ("\u200b\u200d\ufeff", "\u00ad", "\u2028\u2029", "\U000e0041\U000e0042", "\x85\x0b\x0c"),
    "markup": ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg/onload=alert(1)>', "</td></table>"),
    "entities": ("&lt;b&gt;&#0;&amp;", "]]><x/>", "<!--", "{{ 7*7 }}{% raw %}", "${7*7}"),
    "markdown": ("[x](javascript:alert(1))", "![x](http://a.example/x)", "|||", "```\n# x", "<a href=javascript:x>"),
    "workflow": (
        "\n::error::x",
        "\n::set-output name=x::y",
        "%0A::stop-commands::x",
        "\n##[group]x",
        "::add-mask::收入",
    ),
    "formula": ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://a.example")'),
    "path": ("../../etc/passwd", "C:\\con\\nul", "file:///etc/passwd", "%2e%2e%2f", "~root", "$(id)`id`;id"),
    "format": ("{0}{name}{message}", "%s%n%(x)s", "{stated.__class__}"),
}
PIECES = [piece for pieces in HOSTILE.values() for piece in pieces]
NEVER = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})
OURS = re.compile(r"::(?:error|warning|notice) |::group::|::endgroup::")


def acting(form: str, said: str) -> list[str]:
    """What of an output in some form would act on its reader: nothing, it is hoped."""
    if form == "csv":
        said = said.removeprefix("\ufeff").replace("\r\n", "\n")  # the mark and the line ends of the form itself
    found = [f"U+{ord(c):04X}" for c in said if c != "\n" and unicodedata.category(c) in NEVER]
    return found + (FORMS[form](said) if form in FORMS else [])


def _page(said: str) -> list[str]:
    found = []
    for element in html.document_fromstring(said).iter("*"):
        tag, attributes = str(element.tag), {str(name): str(value) for name, value in element.attrib.items()}
        found += [f"{tag} {name}" for name in attributes if name.lower().startswith("on")]
        found += [v for n, v in attributes.items() if n in ("href", "src") and re.match(r"\s*(?!#)\S*:", v)]
        found += [tag] if tag in ("img", "iframe", "object", "embed", "base", "link") else []
    for script in html.document_fromstring(said).iter("script"):
        text = script.text or ""
        if script.get("type") == "application/json":
            json.loads(text)
            found += [text] if "<" in text else []
        elif "alert(1)" in text:
            found.append(text)
    return found


def _markdown(said: str) -> list[str]:
    shown = re.sub(r"\\.|(`+)(?!`)[^\n]*?(?<!`)\1(?!`)", "", said.replace("<!-- -->", ""))  # what is escaped, and code
    tags = re.findall(r"<(?!/?(?:b|br|details|summary)>)\S*", shown)
    return tags + re.findall(r"\]\([^)]*\)|^#+ x|```", shown, re.M)


def _cells(said: str) -> list[str]:
    cells = [cell for row in csv.reader(io.StringIO(said)) for cell in row]
    return [c for c in cells if re.match(r"[=+\-@\t\r＝＋－＠]", c) and not re.fullmatch(r"[+-]?\d+(\.\d+)?", c)]


def _workflow(said: str) -> list[str]:
    return [line for line in said.splitlines() if re.match(r"\s*(?:::|##\[)", line) and not OURS.match(line)]


def _json(said: str) -> list[str]:
    json.loads(said)
    return []


def _sarif(said: str) -> list[str]:
    return [uri for uri in re.findall(r'"uri": "([^"]*)"', said) if re.search(r"[\s<>\"\\]|^file:|^javascript:", uri)]


def _junit(said: str) -> list[str]:
    return [str(e.tag) for e in ElementTree.fromstring(said).iter() if e.tag in ("script", "img", "x", "svg")]


FORMS = {
    "html": _page,
    "markdown": _markdown,
    "csv": _cells,
    "github": _workflow,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
}
