"""Rules as people read them: an overview, a page for each, and everything there is to know of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from consistency.patterns import lazy
from consistency.report.escaping import flowing
from consistency.report.lines import ShownLine, shown
from consistency.report.text import WIDTH
from consistency.report.wording import WORDS, said, say

if TYPE_CHECKING:
    from consistency.checks.measured import Measured
    from consistency.checks.rule import Example, Rule

LABELS: Mapping[str, Mapping[str, str]] = {
    "message": {"zh": "提示形式", "en": "says"},
    "fires": {"zh": "会报告", "en": "reported"},
    "quiet": {"zh": "不会报告", "en": "not reported"},
    "measured": {"zh": "实测", "en": "measured"},
    "file": {"zh": "所在文件", "en": "stands in"},
    "accept": {"zh": "如何认可", "en": "to accept one"},
}
MEASURED = {
    "zh": "标注文件中报告正确 {true} 处、误报 {false} 处、遗漏 {missed} 处；"
    "逐个改动数字查实 {traced} 处、指错 {astray} 处；专门植入的差错查出 {caught} 处、漏过 {slipped} 处",
    "en": "on marked documents {true} true, {false} false, {missed} missed; "
    "of figures changed {traced} traced, {astray} astray; of faults of its own sort {caught} caught, {slipped} slipped",
}
ACCEPT = {
    "zh": "把指纹写入 accepted.toml，并注明谁、为何、到何时；或用 baseline write 把现有问题全部记下",
    "en": "put its fingerprint into accepted.toml, with who, why and until when; or record all with baseline write",
}


FILLED = {
    **{"indicator": "〔指标〕", "period": "〔时期〕", "one": "〔甲数〕", "other": "〔乙数〕", "count": "〔数目〕"},
    **{"stated": "〔所写的数〕", "derived": "〔算得的数〕", "how": "〔关系〕"},
}
_FILLED = lazy(r"\{(\w+)\}")


def kind_words(rule: Rule, lang: str) -> str:
    """The kind of a rule in words; as rule files have it where there are none."""
    told = f"kind {rule.kind}"
    return say(lang, told) if told in WORDS else rule.kind


def overview(rules: Sequence[Rule], lang: str) -> str:
    """A line a rule: id, severity, kind, name."""
    rows = [
        (rule.id, say(lang, rule.severity.value), kind_words(rule, lang), flowing(said(rule.name, lang)))
        for rule in rules
    ]
    widths = [max((cell_len(row[column]) for row in rows), default=0) for column in range(3)]
    return "".join(
        "  ".join([*(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)), row[3]])
        + "\n"
        for row in rows
    )


def pages(rules: Sequence[Rule], lang: str, width: int | None) -> str:
    """A page for each rule: what it is called, how loud it is, why it is there."""
    return "\n".join(shown(_page(rule, lang), width or WIDTH, colour=False) for rule in rules)


def manual(rules: Sequence[Rule], measured: Mapping[str, Measured], lang: str, width: int | None) -> str:
    """Everything about each rule: its page, what it says, examples, how it did where it was measured, how to accept."""
    return "\n".join(
        shown([*_page(rule, lang), *_more(rule, measured.get(rule.id), lang)], width or WIDTH, colour=False)
        for rule in rules
    )


def _more(rule: Rule, measured: Measured | None, lang: str) -> Iterator[ShownLine]:
    yield _labelled("message", _template(said(rule.message, lang), lang), lang)
    for fires, label in ((True, "fires"), (False, "quiet")):
        for example in (e for e in rule.examples if e.fires is fires):
            yield _labelled(label, "", lang)
            yield from _example(example)
    if measured is not None:
        yield _labelled("measured", MEASURED[lang].format(**asdict(measured)), lang)
    yield _labelled("accept", ACCEPT[lang], lang)
    yield replace(_labelled("file", rule.source, lang), whole=True)


def _template(message: str, lang: str) -> str:
    """What a rule says, with the names of what it fills in as its readers say them.

    >>> _template("{indicator}（{period}）：{one} 与 {other} 不一致", "zh")
    '〔指标〕（〔时期〕）：〔甲数〕 与 〔乙数〕 不一致'
    """
    return _FILLED.sub(lambda found: FILLED.get(found[1], found[0]), message) if lang == "zh" else message


def _labelled(label: str, words: str, lang: str) -> ShownLine:
    return ShownLine(Text(f"{LABELS[label][lang]}{say(lang, 'between')}{flowing(words)}"), indent=2, hang=2)


def _example(example: Example) -> Iterator[ShownLine]:
    """The texts of an example, a dash before each document."""
    for text in example.texts:
        first, *others = (flowing(line) for line in text.splitlines() if line.strip())
        yield ShownLine(Text(f"- {first}"), indent=4, hang=2)
        for line in others:
            yield ShownLine(Text(line), indent=6)


def _page(rule: Rule, lang: str) -> Iterator[ShownLine]:
    yield ShownLine(Text(f"{rule.id} {flowing(said(rule.name, lang))}"), hang=2)
    for label, words in (("severity", say(lang, rule.severity.value)), ("kind", kind_words(rule, lang))):
        yield ShownLine(Text(f"{say(lang, label)}{say(lang, 'between')}{flowing(words)}"), indent=2)
    yield ShownLine(Text(flowing(said(rule.why, lang))), indent=2)
