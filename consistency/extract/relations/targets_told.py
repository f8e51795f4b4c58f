"""What a text says of targets: which were missed, that all were met, and of one outcome that it met or missed its own.

told    := sentence (its list behind it)?               the list follows where the next sentence begins 其中|具体…
missed  := 未(能)(完成|达到)(预期|目标|…) | (低于|不及)(预期|目标) | 与预期…有…差距      2项指标低于预期
met     := 指标…(全部|均|…)(完成|达到)…(目标|预期) | (全面|全部|圆满)完成…指标              各项指标均完成目标
open    := a clause before the words that ends in 等, where no list is told in full (其中|分别)
counted := figure (项|个) …指标 before 低于
but_for := 除…外
verdict := outcome ，? (met | missed | held | above | below) (aim number | own target) end of clause
met     := (已|均|超额|提前|全面|…)(完成|实现|达到)         1150个，超额完成年度任务 where 1200 were meant
missed  := (未|没有|尚未)(完成|实现|达到)                   1.26万人，未完成1.2万人的年度目标
held    := 控制在                                            2.4%，控制在2%的预期目标以内
above   := 高于|超过|超出|快于; below := 低于|少于|不及|慢于   增长4.1%，高于5%的预期目标
own     := (年度|全年|年初|预期|既定)(目标|任务|计划)        not what others have set: 省定目标, 上级下达任务
pending := a cell in the place of an outcome with 未|暂|待|无数据|缺                        暂未反馈
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from consistency.extract.relations.sheet import Fact, Sheet
from consistency.extract.relations.spelling import canonical, unmarked
from consistency.lexicon import Lexicon
from consistency.model import Status
from consistency.offsets import Span
from consistency.patterns import lazy

MISSED = lazy(
    r"未(?:能)?(?:完成|达到|实现|达)(?:预期|目标|年度|全年|年初)|(?:低于|不及|没有达到|逊于)(?:预期|目标|年度目标|年初目标)"
    r"|[与较](?:预期|目标)(?:目标)?(?:还)?(?:有|存在)(?:一定|较大)?的?差距"
)
MET = lazy(
    r"指标[^，。;]{0,12}(?:全部|均|全面|圆满|如期|顺利|都)(?:已)?(?:完成|达到|实现|达成)[^，。;]{0,6}(?:目标|预期|任务)"
    r"|(?:全面|全部|圆满)(?:完成|实现)[^，。;]{0,10}指标",
    needs=("指标",),
)
OPEN = lazy(r"等(?:[^，。;、]{0,6}指标)?[^，。;、]{0,8}$")
COUNTED = lazy(r"(?:\d+|[一二两三四五六七八九十]+)[项个](?:主要|约束性|预期性|核心)?(?:指标|目标)?[^，。;]{0,6}$")
EXCEPT = lazy(r"除[^。;]{0,60}外")
IN_FULL = lazy(r"其中|分别")
LIST_BEHIND = lazy(r"[^\S\n]*(?:其中|主要是|分别是|具体)[^。!?\n]*[。!?\n]?")
PART = lazy(r"[^;，]+(?:，[^;，]+)*")
# What a table has in the place of an outcome: 市级暂未反馈、待核定
NO_OUTCOME = lazy(r"[\s|]*(?P<words>[^\n\t|\d]{0,8}(?:未|暂|待|无数据|缺)[^\n\t|\d]{0,8})")
VERDICT = lazy(
    r"""
    [，、,]? (?: 较好 | 实际 )?
    (?: (?P<missed> (?:尚|仍|还)? (?: 未能? | 没有? ) (?:完成|实现|达到) )
      | (?: [已均都也] | 超额 | 提前 | 全面 | 圆满 | 如期 | 顺利 )* (?P<met> (?:完成|实现|达到) )
      | (?P<held> 控制在 )
      | (?P<above> 高于 | 超过 | 超出 | 快于 )
      | (?P<below> 低于 | 少于 | 不及 | 慢于 ) )
    了?
    """,
    re.VERBOSE,
)
OWN = lazy(r"(?:全市|全县|全区|我[市县区])?(?:年度|全年|年初|预期|既定)+(?:目标任务|目标|任务|计划)(?=[，。;)]|$)")
# Between the words and the aim: 实现年初确定的6%; an aim by bracket or of another time is none
TO_AIM = lazy(
    r"(?:年度|全年|年初|既定|预期)*(?:确定|提出|制定|安排|设定)?的?(?:目标任务|目标|任务|计划)?[数值]?的?(?:增长|下降|降低)?"
)
Saying = Literal["missed", "met", "held", "above", "below"]
SAYINGS: tuple[Saying, ...] = ("missed", "met", "held", "above", "below")
# …年度任务5万亩的52%: a rate of the aim, which was not met yet
RATED = lazy(r"的?(?:约|近|超)?\d[\d.]*%")
LONGEST = 150  # characters of a sentence that a finding quotes


@dataclass(frozen=True, slots=True)
class TargetsTold:
    """A sentence that tells of targets missed or met: where, in which words, and whether its list leaves more open.

    `words` are those of the sentence and of the list behind it, every known name in its canonical form.
    """

    sheet: Sheet
    place: Span
    words: str
    open: bool

    @property
    def said(self) -> str:
        """The words that say it, without the marks around them."""
        return self.place.of(self.sheet.text).strip("，。 ")

    @property
    def but_for(self) -> bool:
        """Whether it makes exceptions: 除…外, 各项指标均完成目标."""
        return EXCEPT.search(self.words) is not None

    @property
    def counts(self) -> bool:
        """Whether it says how many indicators there are: 3项指标低于预期."""
        return COUNTED.search(self.place.of(self.sheet.text).split("低于")[0]) is not None

    def names(self, name: str, lexicon: Lexicon) -> bool:
        """Whether the sentence, or the list behind it, names an indicator."""
        return canonical(unmarked(name), lexicon) in self.words

    def part_naming(self, name: str, lexicon: Lexicon) -> Span | None:
        """The part of the sentence, between semicolons, that names an indicator."""
        sentence = self.sheet.sentence(self.place.start)
        wanted = canonical(unmarked(name), lexicon)
        for part in PART.finditer(sentence.of(self.sheet.text)):
            if wanted in canonical(unmarked(part.group()), lexicon):
                start = sentence.start + part.start()
                return Span(start, min(sentence.start + part.end(), start + LONGEST))
        return None


def targets_told(sheet: Sheet, outcome: Literal["missed", "met"], lexicon: Lexicon) -> Iterator[TargetsTold]:
    """The sentences of a document that tell of targets missed, or of targets met, in order."""
    pattern = MISSED if outcome == "missed" else MET
    done = -1
    for found in pattern.finditer(sheet.text):
        if found.start() < done:
            continue  # the sentence is read already
        sentence = sheet.sentence(found.start())
        done = sentence.end
        words = sentence.of(sheet.text)
        follows = LIST_BEHIND.match(sheet.text, sentence.end)
        words += follows.group() if follows else ""
        clause = re.split(r"[，。;:]", sheet.text[sentence.start : found.start()])[-1]
        open_ = OPEN.search(clause) is not None and IN_FULL.search(words) is None
        start = max(sentence.start, found.start() - len(clause))
        yield TargetsTold(
            sheet, Span(start, min(found.end(), start + LONGEST)), canonical(unmarked(words), lexicon), open_
        )


@dataclass(frozen=True, slots=True)
class OnTarget:
    """What the words behind an outcome say of it and its target, and that target where its number stands among them."""

    said: Saying
    place: Span
    aim: Fact | None


def words_on_target(sheet: Sheet, outcome: Fact, following: Fact | None) -> OnTarget | None:
    """What the words right behind an outcome say of its target, where they speak of its own; `following` is next."""
    told = VERDICT.match(sheet.text, outcome.end)
    if told is None:
        return None
    said = next(name for name in SAYINGS if told[name])
    own = OWN.match(sheet.text, told.end())
    if own is not None:
        return OnTarget(said, Span(told.start(), own.end()), None)
    if following is None or following.key is None or following.key.status is not Status.TARGET:
        return None
    # 高于 may be read as the bound of the aim itself
    between = sheet.text[told.end() : max(told.end(), following.mention.number.start)]
    if TO_AIM.fullmatch(between) is None or RATED.match(sheet.text, following.end):
        return None
    return OnTarget(said, Span(told.start(), following.end), following)


def no_outcome(sheet: Sheet, target: Fact) -> str:
    """What a table says in the place of the outcome of a target, where it has none: 暂未反馈; else nothing."""
    cell = NO_OUTCOME.match(sheet.text, target.end)
    return cell["words"].strip() if cell else ""
