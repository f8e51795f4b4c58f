"""How a number was read, told in the language of the listing: “figures: 1744” as “数字：1744”."""

from __future__ import annotations

from consistency.patterns import lazy
from consistency.report.wording import WORDS, say

# A note is a name with what it was read from, and perhaps a remark: “scale: 亿 (times 100000000)”.
_NOTE = lazy(r"(?P<name>[a-z][a-z ,]*): ?(?P<words>.*?)(?: \((?P<remark>[a-z][a-z_]*(?: [a-z0-9]+)*)\))?")
_TIMES = lazy(r"times (\d+)")

_ZH = {
    # names of notes
    "figures": "数字",
    "numeral in words": "汉字数字",
    "unit in front": "前置单位",
    "sign": "正负号",
    "scale": "数量级",
    "unit": "单位",
    "and a half": "又半",
    "a rise of so many times": "增长若干倍",
    "bound": "界限",
    "order of magnitude": "概数",
    "one or the other": "两数取一",
    "a range": "区间",
    "a range, unit and scale shared": "区间，单位共用",
    "from a lower to an upper bound": "上下限",
    "one against the other": "比例",
    "a part of a whole": "几分之几",
    "part": "其中",
    "in words": "文字所述",
    "so many of every so many": "每若干中有若干",
    "units added": "几个单位相加",
    "growth by its digits": "几位数增长",
    "doubled so many times": "翻番",
    "no growth": "没有增减",
    "the next smaller unit left out": "省去了下一级单位",
    "a place among others": "位次",
    "subject": "所指",
    "measure": "性质",
    "of": "占",
    "row": "行",
    "column": "列",
    "unit from the row or header": "行名或表头中的单位",
    # remarks
    "taken over": "承上文",
    "growth in per cent": "按百分数计的增速",
    # bounds
    "over": "超过",
    "at_least": "不低于",
    "near": "接近",
    "at_most": "不超过",
    "about": "大约",
    "remainder": "有余",
}


def trace(note: str, lang: str) -> str:
    """A note on how a number was read, in words of the language; as it is where there are none.

    >>> trace("scale: 亿 (times 100000000)", "zh"), trace("bound: 近 (near)", "zh"), trace("unit: 元 (money)", "zh")
    ('数量级：亿（×100000000）', '界限：近（接近）', '单位：元')
    """
    found = _NOTE.fullmatch(note)
    if lang == "en" or found is None or found["name"] not in _ZH:
        return note
    # A unit shows itself whether it is one of money or of area: what rules call that is no word for readers.
    remark = "" if found["name"] == "unit" else _word(found["remark"] or "", lang)
    words = _word(found["words"], lang)
    return f"{_ZH[found['name']]}{say(lang, 'between')}{words}" + (f"（{remark}）" if remark else "")


def _word(words: str, lang: str) -> str:
    if times := _TIMES.fullmatch(words):
        return f"×{times[1]}"
    return _ZH.get(words) or (say(lang, words) if words in WORDS else words)
