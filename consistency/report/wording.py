"""Every word the reports say of their own, in each language."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("zh", "en")

WORDS: dict[str, dict[str, str]] = {
    # severity, as it heads a finding and as it is counted
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "警告", "en": "warning"},
    "info": {"zh": "提示", "en": "info"},
    # verdict
    "agree": {"zh": "一致", "en": "agree"},
    "tension": {"zh": "有出入", "en": "in tension"},
    "conflict": {"zh": "不一致", "en": "disagree"},
    "not_comparable": {"zh": "不可比", "en": "not comparable"},
    # measure
    "level": {"zh": "总量", "en": "level"},
    "change": {"zh": "增减量", "en": "change"},
    "growth": {"zh": "增速", "en": "growth"},
    "share": {"zh": "占比", "en": "share"},
    "ratio": {"zh": "比率", "en": "ratio"},
    "rank": {"zh": "位次", "en": "rank"},
    "count": {"zh": "个数", "en": "count"},
    # status
    "actual": {"zh": "实际", "en": "actual"},
    "target": {"zh": "目标", "en": "target"},
    "plan": {"zh": "计划", "en": "plan"},
    "estimate": {"zh": "预计", "en": "estimate"},
    # a finding
    "place": {"zh": "第{place}位", "en": "no. {place}"},
    "between": {"zh": "：", "en": ": "},
    "sources": {"zh": "来源", "en": "sources"},
    "sources of": {"zh": "{value}：{count} 个独立来源（{paths}）", "en": "{value}: {count} independent ({paths})"},
    "list": {"zh": "、", "en": ", "},
    "clue": {"zh": "线索", "en": "clue"},
    "evidence": {"zh": "依据", "en": "evidence"},
    "likeness": {"zh": "两处所指相同的把握", "en": "likeness of what they speak of"},
    "factor": {"zh": "相差", "en": "apart by"},
    # the summary
    "found": {
        "zh": "共报告 {count} 处：错误 {error}，警告 {warning}，提示 {info}。",
        "en": "Findings: {count} (error {error}, warning {warning}, info {info}).",
    },
    "nothing found": {"zh": "未发现不一致之处。", "en": "Nothing was found to disagree."},
    "compared": {
        "zh": "读到 {quantities} 个数字，其中 {claims} 个认出所指的指标，{met} 个在其他文件中有对照；"
        "其余 {rest} 个未与其他文件比较。",
        "en": "Of {quantities} numbers read, {claims} could be tied to an indicator and {met} met a counterpart in "
        "another document; the other {rest} were not compared across documents.",
    },
    "groups": {
        "zh": "有对照的指标 {count} 项：一致 {agree}，有出入 {tension}，不一致 {conflict}，不可比 {not_comparable}。",
        "en": "Indicators with a counterpart: {count} (agree {agree}, in tension {tension}, disagree {conflict}, "
        "not comparable {not_comparable}).",
    },
    "nothing read": {
        "zh": "没有读到任何文件，什么也没有比较。",
        "en": "No document could be read: nothing was compared.",
    },
    "one document": {
        "zh": "只读到一份文件，没有其他文件可供比较。",
        "en": "Only one document was read: there was nothing to compare it with.",
    },
    "nothing met": {
        "zh": "文件之间没有可比之处：没有一个数字在其他文件中有对照。",
        "en": "Nothing could be compared: no number met a counterpart in another document.",
    },
    "numbers": {"zh": "数字", "en": "numbers"},
    "claims": {"zh": "认出指标", "en": "claims"},
    "met": {"zh": "有对照", "en": "met"},
    "document": {"zh": "文件", "en": "document"},
    "total": {"zh": "合计", "en": "total"},
    "not read": {"zh": "未能读取", "en": "Could not be read"},
    # the listing of claims
    "read": {
        "zh": "{path}：读到 {quantities} 个数字，认出指标的 {claims} 个",
        "en": "{path}: {quantities} numbers read, {claims} tied to an indicator",
    },
    "no claim": {"zh": "不作比较：{reason}", "en": "no claim: {reason}"},
    "how": {"zh": "读法", "en": "read as"},
    "unsaid": {"zh": "原因未说明", "en": "reason not given"},
    # why it is none, by the reason that a mention gives
    "no indicator": {"zh": "上下文没有说明指标", "en": "no indicator"},
    "no place": {"zh": "上下文没有说明地区或单位", "en": "no place"},
    "no period": {"zh": "上下文没有说明时间", "en": "no period"},
    "no unit": {"zh": "没有单位", "en": "no unit"},
    "qualifies a noun": {"zh": "只是名词的限定语", "en": "qualifies a noun"},
    # a rule's page
    "kind": {"zh": "类别", "en": "kind"},
    "severity": {"zh": "级别", "en": "severity"},
}


def say(lang: str, word: str, **values: object) -> str:
    """The words of `WORDS` in a language, with the values put in."""
    return WORDS[word][lang].format(**values)


def worded(lang: str, word: str) -> str:
    """A name that other stages give, in words where `WORDS` has any, else as it is."""
    return say(lang, word) if word in WORDS else word


def said(texts: Mapping[str, str], lang: str) -> str:
    """A text given by language, in this one; in whichever there is where this one is missing."""
    return texts.get(lang) or next((text for text in texts.values() if text), "")
