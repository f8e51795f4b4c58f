"""The words of a name that say no more than its frame does already.

name  := local? core total?
local := 我市|全省|…|地方 before 一般|政府|税收|非税     全市一般公共预算收入
total := 合计|总计|共计|预计|总数                        一般公共预算收入合计

part  := local? filler? core                             the core is what the part is told of
filler := 的|为|达|完成|实现|a quotation mark
"""

from __future__ import annotations

from consistency.patterns import lazy

TOTAL = lazy(r"(?:合计|总计|共计|预计|总数)$")
LOCAL = lazy(r"^(?:我[市省区县]|全[市省区县州]|地方(?=一般|政府|税收|非税))")
FILLER = lazy(r"的|“|”|\s|为|达到?|完成|实现|^全[市省区县]|^[，、]")
# What is a proportion of a hundred by its name: 三次产业结构
PROPORTION = lazy(r"结构|比重|占比|构成|贡献率")

MINUS = ("-", "−", "－", "﹣", "负", "負", "–")


def core(name: str) -> str:
    """A name without the words that say that it is a total, or that it is of the place.

    >>> core("全市一般公共预算收入合计"), core("合计")
    ('一般公共预算收入', '合计')
    """
    return TOTAL.sub("", LOCAL.sub("", name)) or name


def alike(one: str, other: str) -> bool:
    """Whether what is left of two parts speaks of the same thing: 零售额 and 零售额, 收入 and 地方收入.

    >>> alike("收入为", "地方收入"), alike("收入", "产量")
    (True, False)
    """
    one, other = FILLER.sub("", one), FILLER.sub("", other)
    if not one or not other or one in other or other in one:
        return True
    return one[:2] == other[:2] or one[-2:] == other[-2:]


def is_proportion(words: str) -> bool:
    """Whether some words speak of the parts of a hundred.

    >>> is_proportion("三次产业结构为"), is_proportion("场地比例尺")
    (True, False)
    """
    return PROPORTION.search(words) is not None


def begins_with_minus(words: str) -> bool:
    """Whether a number as written begins with a sign or a word of minus.

    >>> begins_with_minus("负1.5%"), begins_with_minus("1.5%")
    (True, False)
    """
    return words.startswith(MINUS)
