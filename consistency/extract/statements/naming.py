"""What one number is about by the words around it: its name, whose it is, and whether it only says more of another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from consistency.extract.statements.accounts import ENDS_OF_ZONES, ZONE_ENDS
from consistency.extract.statements.clauses import CLAUSE, Clauses
from consistency.extract.statements.discourse import FISCAL
from consistency.extract.statements.keying import Surroundings
from consistency.extract.statements.names import AGAINST, CARRIED_OUT, Namer, Statement, as_growth
from consistency.extract.statements.subjects import Subject, told_of
from consistency.lexicon import COUNTS
from consistency.model import Bound, Measure, Quantity
from consistency.offsets import Span
from consistency.patterns import lazy

# 超额完成40所的年度目标任务, 高于5%的预期目标: the number is the target of what was said before
AIM = lazy(
    r"(?:的|(?=年度|全年|年初|既定|预期|省定|市定|控制))"
    r"(?:年度|全年|年初|既定|预期|计划|省定|市定|控制|考核){0,3}(?:目标任务|目标|任务|计划|指标)[数值]?",
    needs=("目标", "任务", "计划", "指标"),
)
AIMED = lazy(
    r"(?:完成|实现|达到?|超[过出额]|[高低快慢优好多少]于|控制在|逊于)了?(?:年初|年度|全年|预期|既定)?"
    r"(?:确定|提出|制定|安排|下达|设定)?的?(?:增长|下降|降低)?[约超近]?$"
)
# 超额完成年度计划5万亩, 占年度目标任务9亿元的107%: the target is named before its number
AIM_BEFORE = lazy(
    r"[，、(]?(?:[已均都也]|超额|提前|全面|圆满|如期|顺利|基本|[未没][能有]?|尚未){0,3}"
    r"(?:(?:完成|实现|达到?|超[过出]|[高低快慢优好多少]于|逊于)了?|(?:占|为|是|相当于)(?!.*计划))"
    r"(?:年度|全年|年初|既定|预期|计划|省定|市定|控制|考核|下达的?|确定的?|制定的?){0,3}"
    r"(?:目标任务|目标|任务|计划)[数值]?的?",
    needs=("目标", "任务", "计划"),
)
# 为年初预算8亿元的98%, 完成年度计划9亿元的102%: what was planned of the subject, and how far it was carried out
PLAN_BEFORE = lazy(
    r"""
    [，、(]? (?: [已仅只]? (?: 为 | 占 | 是 | 完成 | 达到? | 相当于 ) (?:了|全[市县区省州年])? (?P<stage>
      (?: 汇总 | 年初 | 调整后?的? | 变动 | 年度 | 全年 | 当年 )* )
      | (?: 汇总 | 年初 | 调整后?的? | 变动 | 年度 )+ )
    (?: 预算 | 计划 ) 数?
    """,
    re.VERBOSE,
    needs=("预算", "计划"),
)
# “三保”支出9亿元，预算执行率96%: how far the subject before was carried out
RATES_OF_A_PLAN = lazy(r"(?:预算)?执行(?:率|进度)|支出进度|(?:预算|目标|任务)?完成率")
# 高于全国0.6个百分点、全省0.3个百分点: what else it is held against
ANOTHER_PLACE = lazy(r"[、和及与]?(?P<place>全[国省市区县州](?:平均)?(?:水平)?)(?:分别)?")
# 五个园区实现增加值3亿元: what the things counted before have reached
REACHED_BY = lazy(r"\s*(?:共|累计|合计|已){0,2}(?:实现|完成|创造|贡献|达成|取得)")
# 比全省(7.7%)、全国平均水平(7.0%): in brackets, the value of what the subject is compared with
# 连续五年居全省第一: how long it has been so, and how it has been
RUNNING_ON = lazy(r"(?:连续|持续|连[升跌涨降增减])$")
# 不良贷款率五年均低于全省: and for how long
THROUGHOUT = lazy(r"(?:全部|均|都|一直|始终|持续|保持|稳居|位居|蝉联)(?!价|衡|匀|市)")
SO = lazy(r"[一-龥]{6,16}")
# 保持40%以上增长: a growth told from behind
GROWS_BY = lazy(r"的?(?:高速|较快|快速|中高速)?增长(?![率点极])")
# 突破千亿的城市, 超100万人的省份: what is of that size, or more
OF_ITS_SIZE = lazy(
    r"的(?:[一-龥]{0,4})(?:市|省份?|县|区|州|国家|企业|公司|项目|行业|产业|园区|单位|乡镇|村|城|机场|港口|银行|学校|医院|家庭)"
    r"(?=[，。;:、()“”\s\d]|[共达]?有|占|$)"
)
# 粮食、油料、蔬菜三项总量都是全省第一: how many those listed are
SUMMING_UP = lazy(
    r"(?:总量|产量|规模|指标|增速)?(?:都|均|皆)(?:是|为|居|位居|列|位列|排|保持)?(?:在?全[国省市区县]|第)"
)
# 15分钟便民生活圈, 240小时过境免签: a name that a time is part of
IN_THAT_TIME = lazy(r"(?:(?![以之]内|[左右])[一-龥]){0,10}(?:圈|免签|直播|值守|便利店|通勤)")
# 十年增加50万人, 三年累计投入9亿元: in how long something came about
SPANNED = lazy(r"(?:[累共合]计|[净新]增|增[加长收产]|减[少收产]|下降|上升|提[高升]|翻|多|少)")
# 道路、铁路、民航共发送旅客: what all of them did, and not the last of them
TOGETHER = lazy(r"^[^共]{1,6}(?:共|合计|累计)(?=.{3})", needs=("共", "合计", "累计"))
# 万亿级城市, 30万吨级码头
OF_A_SIZE = lazy(
    r"(?!的)[一-龥]{0,4}(?:城市|产业|集群|企业|园区|市场|平台|俱乐部|项目|县|区|镇|港|码头|泊位|航道|货轮|机组)"
)
COMPARED = lazy(
    r"(?:增速|增幅|涨幅|降幅)?(?:比|较|高于|低于|快于|慢于|和|与|及)?(?P<place>[^，。;]{2,12}?)(?:平均水平|平均|水平)?"
)
# 临江高新区地区生产总值: a zone whose figures are its own
ZONE = lazy(rf"(?![各全本该两])[一-龥]{{0,10}}?(?<![的和与及、各个等]){ZONE_ENDS}", needs=ENDS_OF_ZONES)
SAID_SO = lazy(r"(?:统计|获悉|显示|了解|介绍|表示|指出|报道|称|如下)$")  # 据统计:12亿元, no name of it
SHORT_NOUN = 3  # a noun counted that is no longer than this needs what is said of it: 企业、项目


@dataclass(frozen=True, slots=True)
class Naming:
    """What a number is about by the words around it, and the span of these words."""

    name: str
    also: tuple[str, ...]
    statement: Statement
    span: Span


@dataclass(frozen=True, slots=True)
class NamedBy:
    """What a number is told of: its name, empty for that of the subject before, and the place it names, if any.

    A target (`aim`), what was planned (`plan`), what came of a plan (`outcome`) or a value to compare with (`aside`)
    says more of the subject and is none itself. `by` are the words for the place.
    """

    name: str
    statement: Statement
    entity: str = ""
    by: str = ""
    aim: bool = False
    plan: bool = False
    outcome: bool = False
    aside: bool = False


# 女性145万人，多于男性的140万人: what is compared with has that number
MORE_THAN = lazy(r"(?:多于|少于|高于|低于|大于|小于).{2,}")
# 支出预算46亿元，实际支出51.9亿元: what came of it
SPENT = lazy(r"(?:全年|当年|年终|最终)?实际(?P<side>支出|收入)(?:完成|实现)?", needs=("实际",))
# 教育支出调整为3.2亿元，支出3.1亿元: and the side of the account alone, behind what was planned of the same side
SPENT_OF_IT = lazy(r"[，,]?(?P<side>支出|收入)(?:完成|实现)?")
PLANNED = lazy(r"(?:预算数?|调[整增减]后?)(?:[为是]|安排)?$", needs=("预算", "调整", "调增", "调减"))


def told(
    naming: Naming,
    words: str,
    bound: str,
    behind: str,
    last: str,
    subject: Subject | None,
    around: Surroundings,
    namer: Namer,
) -> NamedBy:
    """A name without the place before it, and whether it only says more of the subject.

    `words` stand before the number, `bound` are those of its bound (高于), `behind` those behind it, `last` those
    before the number before it.
    """
    name, statement = naming.name, naming.statement
    carried_out = CARRIED_OUT in (statement.attribute, name[-len(CARRIED_OUT) :])  # 完成年度目标的105.8%
    aimed = AIM_BEFORE.fullmatch(words) and not carried_out
    if subject is not None and (aimed or (AIM.match(behind) and AIMED.search(words + bound))):
        return NamedBy("", statement, aim=True)
    if subject is not None and not statement.attribute and PLAN_BEFORE.fullmatch(words):
        return NamedBy("", statement, plan=True)
    spent = SPENT.fullmatch(words) or (SPENT_OF_IT.fullmatch(words) if PLANNED.search(last) else None)
    if spent is not None and not statement.attribute and subject is not None and subject.name.endswith(spent["side"]):
        return NamedBy("", replace(statement, name=""), outcome=True)
    zone = ZONE.match(name) if around.whose.entity else None
    if zone is not None and namer.is_measured(own := namer.normal(name[zone.end() :])) and not FISCAL.search(own):
        return NamedBy(own, statement, around.whose.part(zone.group()), zone.group())
    compared = COMPARED.fullmatch(name) if not statement.name else None
    head = compared["place"] if compared else namer.led(words) if name or statement.attribute else ""
    place = around.whose.at(head)
    if place is None or (name.startswith(place.words) and namer.is_measured(name)):
        return NamedBy(name, statement)  # 全国重点文物保护单位 is a name
    whole = compared is not None and compared["place"] == place.words  # 全国(7.0%); not 香港旅客(12万人次)
    rest = "" if whole else namer.without_place(name, place.words)
    if not rest:
        statement = replace(statement, attribute="")  # 进出口增长3%，全国为4%: of the subject before
    return NamedBy(rest, statement, place.entity, place.words, aside=whole)


def counted_before(index: int, words: str, start: int, clauses: Clauses, namer: Namer) -> str:
    """The things counted right before, that reached what the words tell: 五个园区实现增加值3亿元; 十万人 of a rate."""
    if not index:
        return ""
    counter = clauses.quantities[index - 1]
    if counter.span.of(clauses.text).strip() in SO_MANY and counter.span.end == start and OF_SO_MANY.match(words):
        return SO_MANY[-1]
    if start != clauses.taken or not REACHED_BY.match(words):
        return ""
    noun = clauses.text[counter.span.end : start]
    return namer.normal(noun) if counter.dimension in COUNTS and noun.strip() else ""


def named(
    index: int, quantity: Quantity, start: int, words: str, behind: str, clauses: Clauses, namer: Namer
) -> Naming:
    """The name a number has from the words before it, the noun counted behind it, or both."""
    statement = _stated(index, quantity, words, behind, clauses, namer)
    if runs_on(quantity, words, behind):
        so = SO.match(behind)
        end = quantity.span.end + (so.end() if so is not None else 0)
        name = f"连续{namer.normal(so.group())}" if so is not None else ""
        return Naming(name, (), replace(statement, name=name, measure=Measure.LEVEL), Span(start, end))
    name, end = statement.name, quantity.span.end
    of_all = TOGETHER.match(name) if clauses.text[start - 1 : start] == "、" else None
    if of_all is not None and namer.has_verb(name[of_all.end() :]):
        name = name[of_all.end() :]
    if words.endswith("的") and MORE_THAN.match(name):
        name = name[2:]
    also: tuple[str, ...] = ()
    noun, length = _noun_behind(quantity, behind, namer)
    if quantity.form == "proportion" and quantity.unit:
        name = _proportioned(quantity, clauses.text, namer) or name
        statement = replace(statement, measure=Measure.SHARE, name=name)
    elif noun and _counts_noun_behind(index, start, words, statement, clauses):
        also = (name,) if len(name) >= 2 else ()
        end += length
        done = namer.normal(name + noun) if name else ""  # 改造52个老旧小区 is 老旧小区改造
        told = told_of(noun, behind[length:], words) if len(noun) <= SHORT_NOUN else noun
        name = done if namer.is_known(done) and done != noun and namer.is_done(name) else told
    elif noun and name:
        also = (noun,)
    elif not name and (_measures(quantity, statement) or quantity.unit.endswith("人次")):  # 有4450万人次旅客到访
        name, length = namer.counted(behind)
        end += length
    owner, reach = namer.counted(behind[1:]) if behind.startswith("的") else ("", 0)
    if owner and quantity.dimension not in COUNTS:
        name = owner if statement.measure is Measure.RANK else owner + (statement.name or statement.attribute)
        name = re.sub(r"^(?:佳绩|成绩)", "", name)
        end = quantity.span.end + 1 + reach
    if not name and clauses.text[start - 1 : start] in ("(", ":"):
        name = _before_mark(start - 1, clauses, namer)
    return Naming(name, also, statement, Span(start + statement.start, end))


def _stated(index: int, quantity: Quantity, words: str, behind: str, clauses: Clauses, namer: Namer) -> Statement:
    """What the words before a number say of it, a growth told behind it and the plan before it seen."""
    statement = namer.statement(words, quantity, clauses.text[quantity.number.start] in "+-")
    if _of_the_plan(index, words, clauses) or RATES_OF_A_PLAN.fullmatch(statement.name):
        return replace(statement, name="", measure=Measure.RATIO, attribute=CARRIED_OUT)
    if quantity.dimension == "point" and (likewise := _against_likewise(index, words, clauses)):
        return namer.statement(likewise, quantity)
    grows = quantity.dimension == "percent" and GROWS_BY.match(behind) is not None
    return as_growth(statement) if grows else statement


def _against_likewise(index: int, words: str, clauses: Clauses) -> str:
    """The words for a difference whose verb stands before the last number: 高于全国0.6个百分点、全省0.3个百分点."""
    other = ANOTHER_PLACE.fullmatch(words) if index else None
    if other is None or clauses.quantities[index - 1].dimension != "point":
        return ""
    before = clauses.quantities[index - 1].span.start
    against = AGAINST.search(clauses.text[clauses.start_of_clause(before) : before].rstrip())
    if against is None:
        return ""
    return f"比{other['place']}{against['verb']}" if against["verb"] else f"{against['verb2']}{other['place']}"


def _of_the_plan(index: int, words: str, clauses: Clauses) -> bool:
    """Whether a number is so much of the plan or target right before it: 为年初预算8亿元的98%, 占目标9亿元的107%."""
    if not index or words.strip() != "的" or clauses.quantities[index].dimension != "percent":
        return False
    planned = clauses.quantities[index - 1].span.start
    said = clauses.text, clauses.start_of_clause(planned), planned
    return PLAN_BEFORE.fullmatch(*said) is not None or AIM_BEFORE.fullmatch(*said) is not None


def runs_on(quantity: Quantity, words: str, behind: str) -> bool:
    """Whether a number between some words tells how long something has been so: 连续五年居第一位, 五年均低于全省."""
    if not quantity.dimension.startswith("duration"):
        return False
    return RUNNING_ON.search(words.rstrip()) is not None or THROUGHOUT.match(behind) is not None


YEARS_OF_AGE = ("岁", "周岁")
# 0至14岁人口31万人, 60周岁及以上的老年人; not 平均年龄38岁的职工
OF_THAT_AGE = lazy(r"(?:\([^()]{1,12}\))?(?:及?以[上下])?的?者?(?:常住|户籍)?[人老儿幼少青中长婴学孩居失就劳\d]")
# 就业人员10万人生产安全事故死亡人数: of how many so many died
SO_MANY = ("10万人", "十万人")
OF_SO_MANY = lazy(r"[^，。;\d]{0,12}(?:死亡|发病|发案)")
AGED = lazy(r"(?:年龄|寿命)[^，。;]{0,4}$")


def qualifies(quantity: Quantity, behind: str, text: str, namer: Namer) -> bool:
    """Whether a number only qualifies the noun behind it, or what came about: 人口超千万的城市, 十年增加50万人."""
    if quantity.dimension == "percent":
        return False
    if quantity.dimension.startswith("duration") and (IN_THAT_TIME.match(behind) or SPANNED.match(behind)):
        return True
    if quantity.dimension in COUNTS and SUMMING_UP.match(behind):
        return True
    if quantity.span.of(text).strip() in SO_MANY and OF_SO_MANY.match(behind):
        return True
    if quantity.unit in YEARS_OF_AGE and OF_THAT_AGE.match(text, quantity.span.end):
        return AGED.search(text, max(0, quantity.span.start - 8), quantity.span.start) is None
    if quantity.span.of(text).endswith("级") and quantity.form == "magnitude" and OF_A_SIZE.match(behind):
        return True
    if behind[:1] == "级" and quantity.unit and OF_A_SIZE.match(behind, 1):  # 50亿元级项目
        return True
    if quantity.bound is not Bound.EXACT and OF_ITS_SIZE.match(behind):
        return True
    if quantity.bound not in (Bound.AT_LEAST, Bound.AT_MOST):
        return False
    return quantity.span.of(text).endswith(("以上", "以下", "以内")) and bool(namer.counted(behind)[0])


def _measures(quantity: Quantity, statement: Statement) -> bool:
    """Whether a number may measure a thing named behind it: 3公里步道."""
    return not statement.attribute and quantity.dimension in ("area", "length", "volume", "mass")


def _noun_behind(quantity: Quantity, behind: str, namer: Namer) -> tuple[str, int]:
    """The noun right behind a counter, where one stands, and its length."""
    if quantity.dimension not in ("", *COUNTS) or quantity.form in ("rank", "composition"):
        return "", 0
    if not quantity.unit or quantity.unit.endswith(("人次", "次")):
        return "", 0
    return namer.counted(behind)


def _counts_noun_behind(index: int, start: int, words: str, statement: Statement, clauses: Clauses) -> bool:
    """Whether the noun counted stands behind the number.

    Not so in a list whose nouns go before their numbers: 加氢站4座、充电桩60个企业… is damage, not a new noun.
    """
    if not statement.name or words.rstrip().endswith(("等", "个", "的")):
        return True
    listed = words.startswith("、") or clauses.text[start - 1 : start] == "、"
    if index and listed:
        before = clauses.quantities[index - 1]
        return clauses.text[before.span.end : before.span.end + 1] != "、"
    return True


def _proportioned(quantity: Quantity, text: str, namer: Namer) -> str:
    """The thing counted inside a proportion: 汽车 of 每3辆汽车就有2辆."""
    found = re.search(rf"[{re.escape(quantity.unit)}]([^\d，。;]{{2,16}}?)(?:就|便|中|里|,)?有", quantity.span.of(text))
    return namer.normal(found[1]) if found else ""


def _before_mark(at: int, clauses: Clauses, namer: Namer) -> str:
    """The name right before a bracket that holds only numbers, or a colon: 房地产投资(-13.6%), 财政收入:22亿元."""
    if clauses.text[at] == ":" and SAID_SO.search(clauses.text, 0, at):
        return ""
    start = max(clauses.start_of_clause(at), clauses.taken)
    for mark in CLAUSE.finditer(clauses.text, start, at):
        start = mark.end()
    return namer.clean(clauses.text[start:at])
