"""Accounts: what is added and taken away up to a total, over the ends of sentences.

    account  := base (mark sign? item)* mark total        收入100亿元加上补助30亿元，减去上解4亿元，财力共计126亿元
              | item (mark item)+ mark total              甲项3亿元，乙项2亿元，合计5亿元
              | item (mark item)+ mark summed             甲项3亿元，增长2%；乙项2亿元。以上两项合计5亿元
    sign     := 加|加上 | 减|减去|扣除                    holds for the items behind it until the next sign
    item     := an amount that is an operand; one that is taken apart behind 其中 counts, and not its parts
    total    := an amount whose lead ends in 总计|合计|财力…; behind 减, what is left at last: 年末余额, 滚存结余
    summed   := 以上|上述|这 numeral 项… total             of so many items of its line, over ends of sentences
    base     := the first operand before the first sign in its sentence, or in the one before where the sign opens one
    changed  := plan amount, (调增|调减|执行中增加) amount, (调整后|调整预算数) amount
    balance  := 收入… amount, 支出… amount, (收支相抵…结余|当年结余) amount

What qualifies a number (how much it rose, what was planned, what stands in a bracket) is no item. An item without a
number (加上结算补助、调入资金等) stays unread, and is told as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consistency.extract.relations.announced import NUMERALS
from consistency.extract.relations.passage import REACH, Amount, Role, Told, amounts, lead_of
from consistency.extract.relations.sheet import Sheet
from consistency.model import Relation, Term
from consistency.offsets import Span
from consistency.patterns import lazy

SIGN = lazy(
    r"(?:^|[，。;、:\s]|后|并|再|另外?)(?:再|并|另外?)?(?P<sign>加上?|减去?|扣除|减除)(?!快|强|大|速|税(?!收返还)|负|排|少|轻|压|征|免|收|支|上年同期)",
    needs=("加", "减", "扣除"),
)
# What an account with signs may end in beside a total: …减去调出资金0.8亿元，支出安排10.2亿元
SPENT = lazy(r"(?:支出安排|可安排[^，。;]{0,8})[^，。;\d]{0,4}$", needs=("安排",))
# What takes an item apart: its parts are no items of the account. 主要收入项目是：, 其中：, 包括
APART = lazy(r"其中|主要[^，。;\d]{0,8}(?:是|为|有|包括)|包括|具体为|[(分按][^，。;\d]{1,10}[分看][，:]")
TOTALLED = lazy(r"(?:总计|合计|共计)(?:为|达到?)?$")
# 以上五项合计: how many of what was told before make the total
SUMMED = lazy(
    r"(?:以上|上述|这)(?P<items>[两二三四五六七八九十]|\d{1,2})(?:大?类|项|个|方面|部分)[^，。;\d]{0,8}(?:总计|合计|共计)[^，。;\d]{0,2}$",
    needs=("以上", "上述", "这"),
)
BRACKETED = lazy(r"\([^()]*\)|^[^()]*\)|\([^()]*$")  # brackets, and those that a number in them cuts in two
FILLER = lazy(
    r"(?:全[市省县区州]|其中|并|再|后|[一二三]是|主要是|相应|预计|当年|因此|以上|上述|[一-龥]{0,6}(?:收支|平衡)[一-龥]{0,8})"
)
CHANGE = lazy(r"(?:调增|追加|调减|核减|执行中[^，。;\d]{0,6}(?:增加|减少|新增))[^，。;\d]{0,14}$")
CHANGED = lazy(r"(?:调整后|调整为|变更为|变动后|调整预算数)[^，。;\d]{0,14}$")
BUDGET = lazy(r"预算")
# 收支相抵，年终结余; 当年收支结余
BALANCED = lazy(
    r"""
    (?: 收支(?:总量)?相抵[^。;\d]{0,10} | (?:^|[，;]) (?:其中:?)? (?P<year>[当本]年) (?:度|收支|预算)* )
    (?P<left>结余|结转|盈余|赤字) [^，。;\d]{0,8}$
    """,
    re.VERBOSE,
    needs=("结余", "结转", "盈余", "赤字"),
)
SIDES = (lazy(r"收入"), lazy(r"支出"))
CLOSED = lazy(r"总计|合计|总量|共计")
# 上级补助收入3亿元…，收入合计9亿元: of an account, and what was collected or spent itself is told in a line before
TRANSFERRED = lazy(r"补助|结[余转]|转贷|调[入出]|转移支付|返还|上解|债务|债券|还本|动用|调节基金")
# What is left at the end of an account that takes something away: 减当年支出28亿元，年末滚存结余12亿元
LEFT = lazy(
    r"^(?:年末|年终|期末|月末|累计|滚存)[^，。;、\d]{0,8}(?:结余|余额|结存|存量)(?:为|达到?)?$",
    needs=("结余", "余额", "结存", "存量"),
)
LEAST = 2  # terms of an account
BACK = 8  # sentences in which the base of an account is looked for
LINES = 3  # lines in which revenue, spending and what is left of it stand


def accounts(told: Told) -> Iterator[Relation]:
    """The accounts of one line, in order of their totals."""
    sheet, all_ = told.sheet, told.amounts
    apart = _apart(all_)
    begin = 0
    for at, total in enumerate(all_):
        changed = _changed(told, at)
        if changed is not None:
            yield changed
        spent = total.role is Role.NAMED and (SPENT.search(total.lead) is not None or _is_left(told, at))
        if total.aside or not (total.role is Role.TOTAL or spent) or at in apart:
            continue
        if spent and not any(_sign(a) for a in told.within(sheet.sentence(total.fact.start).start, total.fact.start)):
            continue
        found = _signed(told, begin, at, apart) or _listed(told, begin, at, apart)
        if found is not None:
            yield found
        begin = at + 1


def _is_left(told: Told, at: int) -> bool:
    """Whether an amount is what an account with 减 leaves at the end of its sentence."""
    left = told.amounts[at]
    if not LEFT.search(left.lead) or not left.gap.startswith(("，", ";")):
        return False
    sentence = told.sheet.sentence(left.fact.start)
    signs = [s["sign"][0] for a in told.within(sentence.start, left.fact.start) if (s := _sign(a)) is not None]
    behind = told.within(left.fact.end, sentence.end)
    return bool(signs) and signs[-1] in "减扣" and not any(a.role is Role.TOTAL or _sign(a) for a in behind)


def balances(told: Told) -> Iterator[Relation]:
    """What spending leaves of revenue, where a line says so: 收支相抵，结余5亿元."""
    sheet, line = told.sheet, told.line
    for left in told.amounts:
        words = sheet.text[max(line.start, left.fact.start - 40) : left.fact.start]
        balanced = BALANCED.search(words)
        if balanced is None or left.aside:
            continue
        earlier = told.before(left.fact.start)
        if len(earlier) < REACH:
            earlier = (*_lines_before(sheet, line), *earlier)
        before = [a for a in earlier if a.fact.like(left.fact)]
        sides = [[a for a in before if side.search(a.lead) and a.is_operand] for side in SIDES]
        sentence = sheet.sentence(left.fact.start)
        beside = [[a for a in some if a.fact.start >= sentence.start] for some in sides]
        if balanced["year"]:  # what was brought forward is in totals, and not in what one year leaves
            beside = [[a for a in some if not CLOSED.search(a.lead)] for some in beside]
            if not all(beside):
                continue
        sides = beside if all(beside) else sides
        closed = [[a for a in some if CLOSED.search(a.lead)] for some in sides]
        chosen = closed if all(closed) else sides
        of_the_year = balanced["year"] and [len(side) for side in chosen] == [1, 1]
        if not all(chosen) or (
            chosen is sides and not of_the_year and not _leaves_something(chosen[0], chosen[1], balanced["left"])
        ):
            continue
        sign = -1 if balanced["left"] == "赤字" else 1
        terms = (_term(chosen[0][-1], sign), _term(chosen[1][-1], -sign))
        yield _relation("balance", terms, left, balanced.group(), [a for some in sides for a in some])


def _lines_before(sheet: Sheet, line: Span) -> tuple[Amount, ...]:
    """The last amounts of the two lines before one."""
    start = line.start
    for _ in range(LINES - 1):
        start = sheet.page.line(max(0, start - 1)).start
    facts = sheet.within(start, line.start)[-REACH:]
    return amounts(sheet, Span(max(start, sheet.sentence(facts[0].start).start), line.start)) if facts else ()


def _leaves_something(revenue: Sequence[Amount], spending: Sequence[Amount], left: str) -> bool:
    """Whether revenue and spending, each told once, can leave what is said to be left."""
    if len(revenue) != 1 or len(spending) != 1:
        return False
    more = revenue[0].fact.quantity.base_value - spending[0].fact.quantity.base_value
    return more <= 0 if left == "赤字" else more >= 0


def _apart(all_: Sequence[Amount]) -> frozenset[int]:
    """The amounts that only take another apart: from 其中 on, up to a sign, a total or the end of the sentence."""
    inside, found = False, []
    for at, amount in enumerate(all_):
        plain = BRACKETED.sub("", amount.gap)
        if "。" in plain or SIGN.search(plain) or amount.role is Role.TOTAL:
            inside = False
        if opened := APART.search(plain):
            inside = "。" not in plain[opened.end() :]
        if inside:
            found.append(at)
    return frozenset(found)


def _signed(told: Told, begin: int, end: int, apart: frozenset[int]) -> Relation | None:
    """The account that goes on from a base with 加 or 减 up to the total at `end`."""
    sheet, all_ = told.sheet, told.amounts
    total = all_[end]
    signs = {at: found["sign"] for at in range(begin, end + 1) if (found := _sign(all_[at])) is not None}
    signed = [at for at in signs if at < end]
    if not signed:
        return None
    first = _opening(sheet, all_, signed, end)
    base = _base(sheet, all_, begin, first, apart)
    if base is None or not all_[base].fact.like(total.fact):
        return None
    terms, sign = [_term(all_[base])], 1
    unread: list[str] = []
    for at in range(first, end + 1):
        amount = all_[at]
        sign = sign if at not in signs else -1 if signs[at][0] in "减扣" else 1
        if at not in apart and not amount.aside:
            unread += _unread(amount.gap)
        if at < end and at not in apart and amount.is_operand and amount.role is not Role.TOTAL:
            if not amount.fact.like(total.fact):
                return None
            terms.append(_term(amount, sign))
    if len(terms) < LEAST:
        return None
    around = told.around([all_[base].fact, total.fact])
    return _relation("chain", terms, total, f"{signs[first]}…{total.lead}", around, unread)


def _sign(amount: Amount) -> re.Match[str] | None:
    """The last sign in the words before an amount, brackets left out."""
    signs = list(SIGN.finditer(BRACKETED.sub("", amount.gap)))
    return signs[-1] if signs else None


def _opening(sheet: Sheet, all_: Sequence[Amount], signed: Sequence[int], end: int) -> int:
    """The first sign of the run that leads to the total: no more than a sentence lies between one and the next."""
    first = signed[-1]
    for at in reversed(signed[:-1]):
        between = sheet.text[all_[at].fact.end : all_[first].fact.start]
        if between.count("。") > 1:
            break
        first = at
    return first


def _base(sheet: Sheet, all_: Sequence[Amount], begin: int, first: int, apart: frozenset[int]) -> int | None:
    """What the first sign adds to: the first operand of its sentence, or of the one before where it opens one.

    A sentence that only takes the one before it apart is passed over.
    """
    span: Span | None = sheet.sentence(all_[first].fact.start)
    for _ in range(BACK):
        if span is None:
            return None
        inside = [at for at in range(begin, first) if span.start <= all_[at].fact.start < span.end]
        for roles in ((Role.NAMED, Role.TOTAL), (Role.PLAN,)):
            found = [at for at in inside if at not in apart and all_[at].role in roles and not all_[at].aside]
            if found:
                return found[0]
        if inside and not apart.issuperset(inside):
            return None
        span = sheet.before(span)
    return None


def _listed(told: Told, begin: int, end: int, apart: frozenset[int]) -> Relation | None:
    """Amounts of one sentence and their total at its end."""
    sheet, all_ = told.sheet, told.amounts
    total = all_[end]
    sentence = sheet.sentence(total.fact.start)
    if (summed := SUMMED.search(sheet.text[sentence.start : total.fact.start])) is not None:
        return _summed(told, begin, end, apart, NUMERALS.get(summed["items"]) or int(summed["items"]))
    if not TOTALLED.search(total.lead):
        return None
    items = [
        all_[at]
        for at in range(begin, end)
        if at not in apart and all_[at].is_operand and all_[at].fact.start >= sentence.start
    ]
    items = [a for a in items if a.fact.is_amount]
    if len(items) < LEAST or not all(a.fact.like(total.fact) for a in items) or any(_sign(a) for a in items):
        return None  # what a sign adds to is told elsewhere
    unread = [u for a in (*items[1:], total) for u in _unread(a.gap)]
    around = told.around([items[0].fact, total.fact])
    if items[0] is all_[0] and TRANSFERRED.search(items[0].lead):
        earlier = _lines_before(sheet, told.line)
        around = (*earlier, *around)
        items = [*_collected(sheet, earlier, total), *items]
    return _relation("totalled", [_term(a) for a in items], total, total.lead, around, unread)


def _collected(sheet: Sheet, earlier: Sequence[Amount], total: Amount) -> list[Amount]:
    """What was collected, or spent, itself: the first amount of the last line that tells of this side."""
    side = next((side for side in SIDES if side.search(total.lead)), None)
    own = [
        a
        for a in earlier
        if side is not None and side.search(a.lead) and a.is_operand and a.fact.is_amount and a.fact.like(total.fact)
    ]
    line = sheet.page.line(own[-1].fact.start) if own else Span(0, 0)
    return [a for a in own if line.start <= a.fact.start and not TRANSFERRED.search(a.lead)][:1]


def _summed(told: Told, begin: int, end: int, apart: frozenset[int], items: int) -> Relation | None:
    """So many amounts of a line and their total: 教育支出3亿元，增长2%；科技支出2亿元。以上两项合计5亿元."""
    all_ = told.amounts
    total = all_[end]
    before = [all_[at] for at in range(begin, end) if at not in apart and all_[at].is_operand]
    summed = [a for a in before if a.fact.is_amount and a.fact.like(total.fact)][-items:]
    if not LEAST <= len(summed) == items:
        return None
    around = told.around([summed[0].fact, total.fact])
    return _relation("totalled", [_term(a) for a in summed], total, total.lead, around)


def _changed(told: Told, at: int) -> Relation | None:
    """A budget as first told, by how much it was changed, and what it became."""
    sheet, all_ = told.sheet, told.amounts
    if at < 2 or not CHANGED.search(all_[at].lead):
        return None
    first, change, last = all_[at - 2 : at + 1]
    changed = CHANGE.search(change.lead)
    words = lead_of(sheet.text, max(0, first.fact.start - 40), first.fact.start)
    if changed is None or not BUDGET.search(words) or "。" in change.gap + last.gap:
        return None
    if not (first.fact.like(change.fact) and first.fact.like(last.fact)):
        return None
    terms = (_term(first), _term(change, -1 if "减" in changed.group() else 1))
    return _relation("changed", terms, last, f"{changed.group()}…{last.lead}", told.around([first.fact, last.fact]))


def _unread(gap: str) -> Iterator[str]:
    """The items between two amounts that tell no number: 结算补助、调入资金等."""
    plain = BRACKETED.sub("", gap)
    pieces = re.split(r"[，。;、:]", plain)
    for piece in pieces[1:-1]:
        words = piece.strip()
        if len(words) > 1 and not re.search(r"\d", words) and not FILLER.fullmatch(words):
            yield words
    if re.search(r"等[，。;、]", plain):
        yield "等"


def _term(amount: Amount, sign: int = 1) -> Term:
    return Term(amount.fact.mention, sign, amount.lead)


def _relation(
    kind: str, terms: Sequence[Term], total: Amount, words: str, others: Sequence[Amount], unread: Sequence[str] = ()
) -> Relation:
    """The account of some terms and their total."""
    alike = (a.fact.mention for a in others if a.fact.like(total.fact))
    return Relation.between(kind, _term(total), terms, words, alike, unread)
