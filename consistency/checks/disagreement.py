"""The kind `disagreement`: claims of one key whose numbers do not go together."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256

from consistency.checks.case import Case
from consistency.checks.causes import SCALES, Cause, slip, telling_slip
from consistency.checks.rule import Rule
from consistency.checks.verdict import power_of_ten, sides, verdict, worst
from consistency.extract.relations.terms import begins_with_minus
from consistency.link.comparisons import clauses_alike
from consistency.link.order import AMIDST, BETWEEN, IN_ONE_PASSAGE
from consistency.model import Claim, ClaimSet, Finding, Measure, Meeting, Mention, Quantity, Severity, Status, Verdict
from consistency.reprints import independent

CERTAIN = Fraction(90, 100)  # below this likeness a disagreement may be a meeting of two things: information only
WITHIN_ANOTHER = ("put before", "put within", "shortened")  # forms of names of which one has all words of the other
UNLIKE = tuple(f"{tenth}% alike" for tenth in (0, 10, 20, 30, 40))  # levels of names that share little
ONE_PASSAGE = 60  # the likeness of clauses, in hundredths, from which on they are one passage
ON_EITHER_HAND = (AMIDST, BETWEEN)  # orders that numbers on both sides tell
LOUDNESS = tuple(Severity)  # the gravest first
BEHIND = 12  # characters between a number and the one right behind it
TELLING = 3  # figures of a number that is not told twice by chance
TELLING_GROWTH = 2  # figures of the growth of one indicator
CLOSE = Fraction(2, 100)  # of an account: by no more accounts close otherwise than they were told to stand
FAR = Fraction(10, 100)  # of an account: nothing that closing it brings changes it by so much
APART = 10  # an unsure meeting of amounts more than so many times apart is one of two things
AMOUNTS = frozenset({Measure.LEVEL, Measure.COUNT})
# The parameters a rule of this kind may give, each a list, and what may stand in it.
PARAMS: Mapping[str, frozenset[str] | None] = {
    "measures": frozenset(Measure),
    "statuses": frozenset(Status),
    "verdicts": frozenset({"conflict", "tension"}),
    "places": None,  # powers of ten, as whole numbers
    "told": frozenset({"revised"}),  # of numbers of which one is told to have been revised, and the other is not
    "documents": frozenset({"one"}),  # of one document alone, where nothing shows that both numbers are of one thing
}
# What their messages may name.
WORDS = frozenset({"indicator", "period", "one", "other"})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A claim set that does not agree: its groups of claims, and the two claims that show it."""

    set: ClaimSet
    sides: tuple[tuple[Claim, ...], ...]
    one: Claim
    other: Claim
    verdict: Verdict
    places: int
    twins: bool = False

    @property
    def of_one_document(self) -> bool:
        """Whether one document alone tells all of it."""
        return len({c.document for c in self.set.claims}) == 1

    @property
    def revised(self) -> bool:
        """Whether one of the numbers is told to have been revised, and so differs from what was told before.

        So does what accounts closed with (决算数) from what they stood at (执行数), or where the two are near, and no
        slip makes one of the other.
        """
        traits = [claim.mention.traits for claim in (self.one, self.other)]
        if len({"revised" in of for of in traits}) == 2:
            return True
        if len({"closed" in of for of in traits}) == 1:
            return False
        return any("standing" in of for of in traits) or not (self._slipped or self._by_more_than(FAR))

    @property
    def _slipped(self) -> bool:
        """Whether a slip makes one number of the other, and no mere figure that differs in two that are close."""
        cause = slip(self.one.quantity, self.other.quantity)
        return cause is not None and (cause.name != "figure" or self._by_more_than(CLOSE))

    def _by_more_than(self, share: Fraction) -> bool:
        """Whether the numbers differ by more than that share of the larger one."""
        small, large = sorted((abs(self.one.quantity.base_value), abs(self.other.quantity.base_value)))
        return large - small > share * large

    @property
    def unexplained(self) -> bool:
        """Whether one document tells two values and nothing shows that both are of one thing.

        Two values of one key are first of all a number misread. What shows that they are of one thing: a slip of
        writing makes one of the other, or both stand right behind one and the same number (`twins`).
        """
        return self.of_one_document and not self.twins and slip(self.one.quantity, self.other.quantity) is None


def find(rules: Sequence[Rule], case: Case) -> list[Finding]:
    """The findings of all rules of this kind; a disagreement belongs to the first rule that takes it in."""
    found = []
    apart = disagreements(case.sets)
    told = _by_indicator(case, {disagreement.set.key.indicator for disagreement in apart})
    numbers = {r.document.path: r.mentions for r in case.readings}
    for disagreement in apart:
        if disagreement.of_one_document or disagreement.set.key.measure is Measure.GROWTH:
            one, other = disagreement.one, disagreement.other
            there, here = numbers.get(one.document, ()), numbers.get(other.document, ())
            disagreement = replace(disagreement, twins=twins(one, other, there, here))
        rule = next((r for r in rules if fits(r, disagreement)), None)
        if rule is not None:
            key = disagreement.set.key
            found.append(finding(rule, disagreement, case.family, told.get((key.indicator, key.measure), ())))
    return found


def twins(one: Claim, other: Claim, there: Sequence[Mention], here: Sequence[Mention]) -> bool:
    """Whether two numbers stand right beside one and the same number: 5825亿/+5.3%, 5825亿、增速6.5%.

    Behind it, or before a growth of their own indicator: 收入95.3亿元，增长8.7%, 收入97.2亿元，增长8.7%. `there` and
    `here` are the numbers of their documents.
    """
    before, behind = ([_beside(one, there, step), _beside(other, here, step)] for step in (-1, 1))
    alike = all(map(_grows, (one, other), behind)) and _one_number(behind, TELLING_GROWTH)
    return alike or _one_number(before, TELLING)


def _one_number(pair: Sequence[Mention | None], figures: int) -> bool:
    """Whether two mentions tell one number of so many figures."""
    first, second = pair
    if first is None or second is None:
        return False
    a, b = first.quantity, second.quantity
    telling = len(a.value.replace(".", "").strip("0")) >= figures
    return telling and a.base_value == b.base_value and a.dimension == b.dimension and a.step == b.step


def _grows(claim: Claim, mention: Mention | None) -> bool:
    """Whether a number tells how much that of a claim grew."""
    key = mention.key if mention is not None else None
    return key is not None and key.measure is Measure.GROWTH and key.indicator == claim.key.indicator


def _beside(claim: Claim, mentions: Sequence[Mention], step: int) -> Mention | None:
    """The number that stands right before that of a claim (step −1), or right behind it (1)."""
    at = bisect_left(mentions, claim.mention.number.start, key=lambda m: m.number.start) + step
    if not 0 <= at < len(mentions):
        return None
    first, second = sorted((claim.mention, mentions[at]), key=lambda m: m.number)
    return mentions[at] if second.number.start - first.quantity.span.end <= BEHIND else None


def _by_indicator(case: Case, wanted: Collection[str]) -> dict[tuple[str, Measure], list[Claim]]:
    """The claims of all documents of some indicators, by indicator and measure, whatever place, period and scope."""
    told: dict[tuple[str, Measure], list[Claim]] = defaultdict(list)
    for reading in case.readings:
        for claim in (claim for claim in reading.claims if claim.key.indicator in wanted):
            told[(claim.key.indicator, claim.key.measure)].append(claim)
    return told


def disagreements(sets: Iterable[ClaimSet]) -> list[Disagreement]:
    """The claim sets that do not agree, each with the two sides that differ most; no meeting of two things."""
    found = []
    for claim_set in sets:
        overall = worst(claim_set.claims)
        if overall is Verdict.AGREE:
            continue
        groups = sides(claim_set.claims)
        one, other = _shown(groups, overall)
        if not of_two_things(claim_set, one, other):
            places = power_of_ten(one.quantity, other.quantity)
            found.append(Disagreement(claim_set, groups, one, other, overall, places))
    return found


def of_two_things(claim_set: ClaimSet, one: Claim, other: Claim) -> bool:
    """Whether an unsure meeting joined amounts of quite different sizes, which no slip of writing explains."""
    if claim_set.score >= CERTAIN or claim_set.key.measure not in AMOUNTS:
        return False
    small, large = sorted((abs(one.quantity.base_value), abs(other.quantity.base_value)))
    return large > small * APART and not _scaled(one.quantity, other.quantity)


def _scaled(one: Quantity, other: Quantity) -> bool:
    """Whether a slip makes one number of the other, a scale word lost from a rounded one among them."""
    small, large = sorted((one, other), key=lambda q: abs(q.base_value))
    return slip(one, other) is not None or any(small.expected.scaled(10**n).meets(large.expected) for n in SCALES)


def _shown(groups: tuple[tuple[Claim, ...], ...], overall: Verdict) -> tuple[Claim, Claim]:
    """The two claims that show the verdict: the smaller side's first, then one of the largest."""
    for small in reversed(groups):
        for large in groups:
            for one in small:
                for other in large:
                    if one is not other and verdict(one.quantity, other.quantity) is overall:
                        return one, other
    raise AssertionError("a verdict without two claims that show it")


def fits(rule: Rule, found: Disagreement) -> bool:
    """Whether a rule's parameters take this disagreement in."""
    params, key = rule.params, found.set.key
    if ("one" in params.get("documents", ())) != found.unexplained:
        return False
    if ("revised" in params.get("told", ())) != found.revised:
        return False
    if str(key.measure) not in params.get("measures", [str(m) for m in Measure]):
        return False
    if str(key.status) not in params.get("statuses", [str(s) for s in Status]):
        return False
    if str(found.verdict) not in params.get("verdicts", ["conflict", "tension"]):
        return False
    return found.places in params["places"] if "places" in params else True


def finding(rule: Rule, found: Disagreement, family: Mapping[str, str], told: Sequence[Claim] = ()) -> Finding:
    """The finding of one disagreement, the side that stands more alone first; `told` is all told of its indicator."""
    stands = [(group, independent([c.document for c in group], family)) for group in found.sides]
    stands.sort(key=lambda s: (len(s[1]), s[0][0].document, s[0][0].span))
    primary = next(g for g, _ in stands if found.one in g or found.other in g)
    first = found.one if found.one in primary else found.other
    second = found.other if first is found.one else found.one
    claims = (first, second, *(c for g, _ in stands for c in g if c is not first and c is not second))
    key = found.set.key
    values = sorted({_value(c) for c in claims})
    mark = fingerprint(rule.id, key.entity, key.subject, key.measure, key.period, *values)
    words = {
        "indicator": key.subject,
        "period": key.period,
        "one": _written(first),
        "other": _written(second),
    }
    return Finding(
        rule=rule.id,
        name=dict(rule.name),
        severity=_severity(rule, found),
        verdict=found.verdict,
        key=key,
        claims=claims,
        message={language: text.format(**words) for language, text in rule.message.items()},
        evidence=_evidence(found) | _alone(stands),
        sides=tuple((_written(g[0]), paths) for g, paths in stands),
        suggestion=_suggestion(found, first, second, told),
        features=_features(found),
        meeting=found.set.meeting,
        fingerprint=fingerprint(mark, key.scope) if key.scope else mark,
        formerly=mark if key.scope else "",
    )


def _features(found: Disagreement) -> tuple[str, ...]:
    """What can be seen of how sure a disagreement is."""
    seen = ["slip"] if slip(found.one.quantity, found.other.quantity) is not None else []
    seen += ["twins"] if found.twins else []
    return tuple(seen)


def _severity(rule: Rule, found: Disagreement) -> Severity:
    """The rule's severity; lower where forecasts stand against outcomes, or the meeting is unsure.

    An unsure meeting is worth a warning where nothing else fits either of two telling names, or where the numbers
    themselves tell that they are of one thing: a slip makes one of the other, or each document tells the growth right
    behind the same amount (3768亿元，按年跌7.3%).
    """
    behind_one = found.twins and not found.of_one_document
    telling = behind_one or telling_slip(found.one.quantity, found.other.quantity)
    unsure = Severity.WARNING if telling else Severity.INFO
    if found.set.meeting is not None and _doubtful(found.set.meeting):
        return max(rule.severity, unsure, key=LOUDNESS.index)
    if found.set.score < CERTAIN:
        return max(rule.severity, Severity.WARNING if found.set.sole else unsure, key=LOUDNESS.index)
    if rule.severity is Severity.ERROR and Status.ESTIMATE in {found.one.key.status, found.other.key.status}:
        return Severity.WARNING
    return rule.severity


def _doubtful(meeting: Meeting) -> bool:
    """Whether one side counts what was added, or has a word more in its name (城市低保金, 低保金) elsewhere.

    Elsewhere is neither in one clause nor, by a name that tells, beside numbers that met. Two unlike names, each with
    words that the other side does not know, are not made one by what stands beside them; where only one has such
    words (升规企业新增, 小巨人企业新增), by numbers that met on either hand alone.
    """
    level = meeting.level
    more = level["forms"] in WITHIN_ANOTHER
    beside = (level["order"] in IN_ONE_PASSAGE, level["generality"], level["modifiers"]) == (True, "none", "equal")
    elsewhere = not beside and clauses_alike(level) < ONE_PASSAGE
    one_sided = level["strange words"] == "on one side" and level["forms"] not in WITHIN_ANOTHER
    strange = level["strange words"] == "on both sides" or (one_sided and level["order"] not in ON_EITHER_HAND)
    strangers = strange and level["names"] in UNLIKE
    return level["flow"] == "one" or (more and elsewhere) or strangers


def _evidence(found: Disagreement) -> dict[str, str]:
    shown = {"likeness": str(found.set.score)}
    if found.places:
        shown["factor"] = f"10^{found.places}"
    return shown


def _alone(stands: Sequence[tuple[tuple[Claim, ...], tuple[str, ...]]]) -> dict[str, str]:
    """Which source stands alone, and how many independent ones stand against it, where they are several."""
    if len(stands) != 2 or len(stands[0][1]) != 1 or len(stands[1][1]) < 2:
        return {}
    return {"stands alone": stands[0][1][0], "sources against it": str(len(stands[1][1]))}


def _suggestion(found: Disagreement, first: Claim, second: Claim, told: Sequence[Claim]) -> dict[str, str] | None:
    """What may have happened, where something fits: a proposal in words."""
    cause = cause_of(first, second, told)
    if cause is None:
        return None
    small = min(first, second, key=lambda c: abs(c.quantity.base_value))
    return cause.told(_written(small))


def cause_of(first: Claim, second: Claim, told: Sequence[Claim]) -> Cause | None:
    """The likeliest cause that two claims differ, the surest first; `told` is what else is told of their indicator."""
    slipped = slip(first.quantity, second.quantity)
    if slipped is not None and slipped.name in ("scale word lost", "decimal point", "sign", "unit"):
        return slipped
    other = _taken_from(first, second, told) or _taken_from(second, first, told)
    if other is not None:
        return other
    if Status.ESTIMATE in {first.key.status, second.key.status}:
        return Cause("estimate")
    return slipped


def _taken_from(odd: Claim, other: Claim, told: Sequence[Claim]) -> Cause | None:
    """Another period, or another scope, that is told to have just the number of the odd claim."""
    for claim in sorted(told, key=lambda c: (c.document, c.span)):
        same = claim.quantity.base_value == odd.quantity.base_value and claim.quantity.step == odd.quantity.step
        if not same or claim.key.entity != odd.key.entity or claim.quantity.dimension != odd.quantity.dimension:
            continue
        if claim.key.period != odd.key.period and claim.key.scope == odd.key.scope:
            return Cause("period", claim.key.period)
        if claim.key.scope != odd.key.scope and claim.key.period == odd.key.period:
            return Cause("scope", claim.key.scope or other.key.entity)
    return None


def _written(claim: Claim) -> str:
    """The number as its document writes it, with unit and bound, and the sign its words give: 超5.5万人, -1.5%."""
    words = claim.mention.words or f"{claim.quantity.value}{claim.quantity.unit}"
    return f"-{words}" if claim.quantity.base_value < 0 and not begins_with_minus(words) else words


def _value(claim: Claim) -> str:
    quantity = claim.quantity
    return f"{quantity.base_value}{quantity.base_unit}{quantity.bound}"


def fingerprint(*parts: object) -> str:
    """A short mark of what a finding is about, the same wherever its lines move."""
    return sha256("\x1f".join(str(p) for p in parts).encode()).hexdigest()[:16]
