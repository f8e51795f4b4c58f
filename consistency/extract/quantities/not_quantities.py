"""Figures that are no quantity: dates, numbers of documents, names, list marks, versions, codes."""

from __future__ import annotations

import re

from consistency.patterns import lazy

# Each alternative with an example; tried where figures begin. Runs are bounded, so that no text takes long.
FIGURES = lazy(
    r"""
      # 2023年、2021-2025年、2024年1月16日
      (?P<year>      (?:19|20)[0-9]{2}[ ]?(?:[-—~至到、和][ ]?(?:19|20)?[0-9]{2}[ ]?)?年(?:代|度)?
                     (?:[ ]?[0-9]{1,2}[ ]?月(?:[ ]?[0-9]{1,2}[ ]?[日号])?)?(?:底|末|初|来|内)?)
      # 2023届毕业生
    | (?P<class>     (?:19|20)[0-9]{2}[届级] )
      # 1905年
    | (?P<old>       1[0-8][0-9]{2}年(?!历史|前|以上|[多余]|左右) )
      # 23年同期
    | (?P<short>     (?:1[5-9]|2[0-9]|3[0-5])年(?=同期|度(?!假)|[底末初]) )
      # 3年行动计划
    | (?P<plan>      [0-9]{1,2}年(?=期?(?:专项|攻坚|提升|提质|发展|改造|整治|倍增|建设|振兴){0,2}
                     (?:行动|计划|规划|禁渔|攻坚|方案)) )
      # 5年平均增长
    | (?P<averaged>  [0-9]{1,2}年(?=年?均|年?平均|年?复合) )
      # 5‰人口变动抽样调查
    | (?P<sampled>   [0-9]{1,2}(?:\.[0-9])?[‰%](?=人口(?:变动)?(?:情况)?抽样) )
      # 2024-01-26、2024.1.26
    | (?P<day_date>  (?:19|20)[0-9]{2}(?P<sep>[-./])[0-9]{1,2}(?P=sep)[0-9]{1,2}(?![0-9]) )
      # 2024-01、2024.6, and never 2025.9万; what is alone in a cell of a table is a number, unless its column says else
    | (?P<month_date>(?:19|20)[0-9]{2}(?:[-/][0-9]{1,2}|(?<!\t[0-9]{4})\.(?:0[1-9]|1[0-2]|[1-9])(?![ ]?[|\t]))
                     (?![0-9.%]|[ ]?[一-龥]) )
      # 2018-2025
    | (?P<years>     (?:19|20)[0-9]{2}[ ]?[-—~][ ]?(?:19|20)[0-9]{2}(?![0-9.]|[ ]?[万亿元家个人户件吨亩%]) )
      # 1-11月、12月份、6月5日
    | (?P<month>     [0-9]{1,2}(?:[ ]?[-—~至、][ ]?[0-9]{1,2})?[ ]?月[份底末初]?(?:[ ]?[0-9]{1,2}[ ]?[日号])? )
      # 16日
    | (?P<day>       [0-9]{1,2}[ ]?日(?![均元圆]) )
      # 8点, 3点建议: an hour or a count of remarks, and not 289.6点 of an index
    | (?P<hour>      [0-9]{1,2}[ ]?点 )
      # 10:30
    | (?P<clock>     [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![:0-9.%]) )
      # 5号、10号线、1/2号线
    | (?P<serial>    [0-9]{1,8}(?:[/、][0-9]{1,2}){0,4}[ ]?号(?!召) )
      # 4/5G基站
    | (?P<generation>[2-6](?:[/、][2-6]){1,3}G(?![A-Za-z0-9]) )
      # 7+3、1+5+N
    | (?P<sum>       [0-9]{1,4}(?:[ ]?\+[ ]?(?:[0-9]{1,4}|[NXn])){1,9}(?![0-9]*[.%]) )
      # 7×24
    | (?P<product>   [0-9]{1,4}[ ]?[×xX*][ ]?[0-9]{1,4} )
      # 6·18
    | (?P<dotted>    [0-9]{1,2}·[0-9]{1,2} )
      # 5个全市第一
    | (?P<firsts>    [0-9]{1,3}[ ]?[个项](?![月季])(?=[^，、。”’\n]{0,10}第[一1]) )
      # 500强
    | (?P<strong>    [0-9]{1,4}[ ]?强(?!度) )
      # 2.0版
    | (?P<version>   [0-9]{1,3}\.[0-9]{1,3}[ ]?(?:版|时代|\.[0-9]) )
      # 023-67891234
    | (?P<phone>     (?:0[0-9]{2,3}[- ]?[0-9]{7,8}|1[3-9][0-9]{9}|[48]00-?[0-9]{3}-?[0-9]{4})
                     (?![0-9.]|[ ]?[元万亿吨人家个户%]) )
      # 附件1、图2:
    | (?P<annex>     (?<=附件|附表|专栏|图表)[ ]?[0-9]{1,3} | (?<=[附图表注])[0-9]{1,2}(?=[:.、\s)]) )
      # (1)、[2]
    | (?P<bracketed> (?<=[(\[])[0-9]{1,3}[)\]] )
      # 4.某某局、1. 2023年
    | (?P<mark>      [0-9]{1,2}[.．](?=[ ]?(?:[一-龥“《]|(?:19|20)[0-9]{2}年)) )
      # 第12届3次会议
    | (?P<session>   (?<=届)[0-9]{1,2}[ ]?次 )
      # 5A级
    | (?P<term>      [0-9]{1,4}[级型期版代](?![一-龥]) )
    """,
    re.VERBOSE,
)
# What follows figures that may be none of a quantity, or stands before them.
SUSPECT_NEXT = frozenset("‰年月日号点-—~至、和.:/+·强版时代级型期届×xX*)] ")
SUSPECT_BEFORE = frozenset("附图表注件栏届")
RANKED_FIRST = frozenset("个项")

# Stretches in which every figure belongs to a name. Example: 《民法典》、https://…、〔2023〕5号
NAMES = lazy(
    r"""[《hw/〔\[【(GDIYHJ%]  # what the stretches below begin with, for speed
    (?: (?<=《)[^》\n]{1,60}》
      | (?<=h)ttps?://[^\s，。；）)]+
      | (?<=w)ww\.[^\s，。；）)]+
      | (?<=%)(?=[0-9A-F%]{0,40}[A-F])[0-9A-F]{2}(?:%[0-9A-F]{2}){1,200}                     # %E5%8C%97
      | (?<![\w.]/)(?<=/)[\w./-]{4,80}\.s?html?
      | (?<=[〔\[【(])[ ]?(?:19|20)[0-9]{2}[ ]?[〕\]】)][ ]?[0-9]{1,5}[ ]?号
      | (?<=[GDIYHJ])(?:B|SO|EC|Y|J|T)[/A-Z]{0,8}[ ]?[0-9]{1,6}(?:[.—-][0-9]{1,6}){0,4}      # GB/T 33190
    )""",
    re.VERBOSE,
)

# A quoted name: short, without a sign or a percentage: “885”、“三个一批”、“入学一件事”
QUOTED = lazy(r"[“‘「『\"]([^“”‘’「」『』\"\n]{1,24})[”’」』\"]")
_A_FACT = lazy(r"[%‰+=]|[0-9][万亿]|元|[0-9]\.[0-9]|第[一二三1-9]$")

# List marks and numbers of sections at the head of a line or after a sentence: 1. 、(2)、①、3、2.2 本项目
LIST_MARK = lazy(
    r"(?m)^[ \t]{0,40}(?:[(][0-9]{1,3}[)]|[0-9]{1,3}[.、．](?![0-9])"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[ \t]{1,9}(?![万亿千百元吨公平个米%])[一-龥《“]))[ \t]{0,40}"
)

# Figures without a unit are a number where a value is due: 指数为105.6, 比2.23, 达92; after other words, a name.
VALUE_DUE = frozenset(
    "为达至到约是比率值数分额价重强长降升幅度均占在=:：≥≤><≈+-−|，、和及与(从由近超逾过破\t\n\r \u3000"
)
CODED = lazy(r"(?:电话|传真|邮编|邮政编码|编码|编号|证号|账号|帐号|代码|热线|微信|文号|案号)[:为 ]{0,2}$")
# 三年行动计划, 十年禁渔: a plan's name; 两年平均增长: what an average is over
PLANNED = lazy(
    r"年?(?:平?均|复合)|期?(?:专项|攻坚|提升|提质|发展|改造|整治|倍增|建设|振兴){0,2}(?:行动|计划|规划|禁渔|攻坚|方案)"
)


def no_quantity(text: str, start: int, end: int) -> int:
    """Where figures that stand from `start` to `end` and are no quantity come to an end; nought where they are one.

    >>> no_quantity("2023年实现", 0, 4), no_quantity("2023亿元", 0, 4)
    (5, 0)
    """
    following = text[end : end + 1]
    if not (
        following in SUSPECT_NEXT
        or end - start >= 7
        or (start and text[start - 1] in SUSPECT_BEFORE)
        or (following in RANKED_FIRST and text.find("第", end, end + 14) > 0)
    ):
        return 0
    found = FIGURES.match(text, start)
    return found.end() if found else 0


def is_no_quantity(text: str, start: int) -> bool:
    """Whether the figures that begin at `start` are a date or another thing that is no quantity."""
    return FIGURES.match(text, start) is not None


def value_due(text: str, start: int, end: int) -> bool:
    """Whether figures without a unit, from `start` to `end`, stand where a value does: 指数为105.6, 企业2⏎.

    >>> value_due("| 2019 |", 2, 6), value_due("性别比为104.25。", 4, 10), value_due("协同办公模块3.0，", 6, 9)
    (True, True, False)
    """
    figures = text[start:end]
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if CODED.search(text, max(0, start - 8), start):
        return False
    if len(figures) >= 7 and figures.isdigit() and not _a_cell(text, start, end):
        return False
    if figures.isdigit() and len(figures) == 4 and figures[:2] in ("19", "20"):
        return (before in "=:\t\n" and after in "\t\n") or _a_cell(text, start, end)
    if not before or before in VALUE_DUE:
        return True
    if figures.endswith(".0"):
        return False  # a version: 工业4.0
    return "." in figures or after in ("", "\n", "\r", "\t")


def _a_cell(text: str, start: int, end: int) -> bool:
    """Whether figures fill a cell between bars, tabs or wide gaps, so that their header may say what they count."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    return (before[-1:] in ("|", "\t") or before in ("| ", "\t ", "  ")) and (
        behind[:1] in ("", "|", "\t", "\n", "\r") or behind in (" |", "  ", " \t", " \n")
    )


def quoted_and_named(text: str) -> list[tuple[int, int]]:
    """The stretches of a text whose figures belong to names or list marks, joined, in order.

    >>> quoted_and_named("落实“885”机制，见《条例》")
    [(3, 6), (11, 15)]
    """
    spans = [m.span() for m in NAMES.finditer(text)]
    spans += [m.span(1) for m in QUOTED.finditer(text) if not _A_FACT.search(m[1])]
    spans += [m.span() for m in LIST_MARK.finditer(text)]
    spans.sort()
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
