"""Claim sets: facts of one document first, then the best partner in each other document, by a margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from consistency.lexicon import Lexicon
from consistency.link.bars import barred, reckoned_apart, substituted, told_apart
from consistency.link.blocking import Found, block_of, candidates
from consistency.link.comparisons import Pair, clauses_alike, vector
from consistency.link.features import Features, Vocabulary, alike, contained, shortened
from consistency.link.order import IN_ONE_PASSAGE, NONE, Order
from consistency.link.weights import Linking, probability
from consistency.model import Bound, Claim, ClaimSet, Measure, Meeting, Quantity, Verdict
from consistency.patterns import lazy

NEAR = 40  # two numbers this close in one sentence, or one table, are never one fact told twice
BESIDE = 60  # characters between a number and those next to it, at most
ONE_PASSAGE = 0.85  # the likeness of clauses in which one writer put a restricting word for another's
SHORTER = ("put before", "put behind", "put within", "shortened")  # the forms of names of which one has the other
PASSAGE = 30  # the likeness of clauses, in hundredths, from which on they are of one passage
SURE = 0  # the sum of two claims that met from which on they tell of those beside them: as likely as not
LIKELY = 58  # the sum, three to two, from which on a sole partner is likely the right one
MUCH_ALIKE = ("70% alike", "80% alike", "90% alike", "95% alike")  # the levels of names of mostly the same words
FIGURE = lazy(r"\d")
_PART_TOLD, _PART_ENDS = lazy(r"\s*其中"), lazy(r"其中[，:]\s*$")
SHARED = 0.1  # the likeness of clauses below which they share nothing
LITTLE_ALIKE = 0.5  # the likeness of names below which they share little
NEVER = -1_000_000  # the sum of two claims that may not meet, in hundredths of a bit
ALIKE_IN_ONE = 0.5  # the likeness of two names of one fact in one document
RESTATED = 32  # facts of one name, and times one was told, that a claim or a fact is held against, at most
WITNESSES = 8  # members of a cluster that a new one is held against, at most


@dataclass(slots=True)
class _Fact:
    """What one document says of one thing, once or several times."""

    index: int
    document: str
    claims: list[int] = field(default_factory=list)


def claim_sets(
    claims: Sequence[Claim], lexicon: Lexicon, linking: Linking, drafts: Collection[str] = ()
) -> tuple[ClaimSet, ...]:
    """The claims that meet, as sets in a fixed order; each claim is in one set at most.

    Where there are `drafts`, only the claims of these are held against the others, and every set has one of theirs.
    """
    claims = in_order(claims)
    return linked(claims, all_features(claims, lexicon, linking), linking, drafts)


def in_order(claims: Sequence[Claim]) -> list[Claim]:
    """Claims by document and place, whatever the order in which their documents come."""
    return sorted(claims, key=lambda c: (c.document, c.span, c.mention.number))


def linked(
    claims: Sequence[Claim], known: Sequence[Features], linking: Linking, drafts: Collection[str] = ()
) -> tuple[ClaimSet, ...]:
    """The claim sets of claims in their order, with their features."""
    found = (one for block in blocks(claims, known, linking, drafts).values() for one in block.sets())
    return tuple(sorted(found, key=lambda s: (s.claims[0].document, s.claims[0].span)))


def blocks(
    claims: Sequence[Claim], known: Sequence[Features], linking: Linking, drafts: Collection[str] = ()
) -> dict[tuple[str, ...], Block]:
    """The blocks of several claims, linked twice: what met at first tells the order in which the rest is told."""
    members: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        members[block_of(claim)].append(index)
    asked = {block_of(claim) for claim in claims if claim.document in drafts} if drafts else members
    several = (key for key in sorted(asked) if len(members[key]) > 1)
    made = {key: Block(claims, known, members[key], linking, drafts) for key in several}
    order = Order(claims, (pair for block in made.values() for pair in block.met()))
    beside: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for a, b in order.pairs():
        if (key := block_of(claims[a])) == block_of(claims[b]):
            beside[key].append((a, b))
    for key, pairs in beside.items():
        made[key].again(order, pairs)
    return made


def all_features(claims: Sequence[Claim], lexicon: Lexicon, linking: Linking) -> list[Features]:
    """The features of every claim, those next to it in its document among them."""
    vocabulary = Vocabulary(linking.frequencies, lexicon)
    beside: dict[int, list[Claim]] = defaultdict(list)
    order = sorted(range(len(claims)), key=lambda i: (claims[i].document, claims[i].mention.number))
    for one, other in pairwise(order):
        first, second = claims[one].mention, claims[other].mention
        if first.document == second.document and second.number.start - first.number.end <= BESIDE:
            beside[one].append(claims[other])
            beside[other].append(claims[one])
    return [Features(claim, vocabulary, beside[index]) for index, claim in enumerate(claims)]


class Block:
    """The claims of one block; where there are drafts, only their facts are held against the others."""

    def __init__(
        self,
        claims: Sequence[Claim],
        known: Sequence[Features],
        members: Sequence[int],
        linking: Linking,
        drafts: Collection[str] = (),
    ) -> None:
        self.claims, self.known, self.members, self.linking, self.drafts = claims, known, members, linking, drafts
        self.facts = self._facts()
        self._likes: dict[tuple[str, str], list[int]] = defaultdict(list)  # facts of one name in one document
        for fact in self.facts:
            self._likes[fact.document, self._name(fact.index)].append(fact.index)
        self._fact_of = {claim: fact.index for fact in self.facts for claim in fact.claims}
        self._order = Order(claims[:0])
        self._sums: dict[tuple[int, int], int] = {}
        self._scores: dict[tuple[int, int], int] = {}
        self.candidates = self._candidates()
        self._offers = self._weighed()

    def met(self) -> Iterator[tuple[int, int]]:
        """The pairs of claims of different documents of which each is the other's best, and likely the right one."""
        for score, one, other in self._edges():
            if score >= SURE:
                yield from product(self.facts[one].claims[:WITNESSES], self.facts[other].claims[:WITNESSES])

    def again(self, order: Order, pairs: Iterable[tuple[int, int]]) -> None:
        """Weighs anew with the order in which claims that met are told, and some pairs of claims beside them."""
        self._order = order
        beside = {tuple(sorted((self._fact_of[a], self._fact_of[b]))) for a, b in pairs}
        self.candidates |= {(one, other) for one, other in beside if one != other}
        self._scores = {}
        self._offers = self._weighed()

    def sets(self) -> list[ClaimSet]:
        """The claim sets of the block."""
        edges = self._edges()
        cluster = {f.index: {f.index} for f in self.facts}
        for _, one, other in sorted(edges, key=lambda e: (-e[0], e[1], e[2])):
            if cluster[one] is cluster[other]:
                continue
            if self._fit(cluster[one], cluster[other]):
                joined = cluster[one] | cluster[other]
                for member in joined:
                    cluster[member] = joined
        out, done = [], set()
        for fact in self.facts:
            group = cluster[fact.index]
            if id(group) in done or not any(self._asked(f) for f in group):
                continue
            done.add(id(group))
            members = sorted(
                (i for f in group for i in self.facts[f].claims),
                key=lambda i: (self.claims[i].document, self.claims[i].span),
            )
            if len(members) > 1:
                out.append(self._set(members))
        return out

    def _set(self, members: list[int]) -> ClaimSet:
        claims = tuple(self.claims[i] for i in members)
        names = [c.mention.name for c in claims]
        name = max(
            sorted(set(names)), key=lambda n: (names.count(n), self.known[members[names.index(n)]].known, len(n))
        )
        first = next(c for c in claims if c.mention.name == name)
        meeting = self.meeting(*self._decisive(members), met=True)
        return ClaimSet(
            first.key,
            claims,
            Verdict.NOT_COMPARABLE,
            probability(meeting.sum),
            meeting,
            _sole(meeting),
        )

    def _decisive(self, members: list[int]) -> tuple[int, int]:
        """The two claims that tell how sure a meeting is.

        Those of the best link between claims of different value, else of the weakest to its nearest: that two claims of
        one value are alike says nothing of a third that tells another.
        """
        first = {((c := self.claims[i]).mention.name, c.mention.context, c.quantity): i for i in reversed(members)}
        apart = sorted(first.values())[: WITNESSES + 1]
        told = {i: self.claims[i].quantity.base_value for i in apart}
        links = [(j, i) for place, i in enumerate(apart) for j in apart[:place] if told[i] != told[j]]
        if links:
            return max(links, key=lambda link: self._pair(*link))
        others = members[: WITNESSES + 1]
        nearest = [(i, max((j for j in others if j != i), key=lambda j: self._pair(i, j))) for i in members]
        return min(nearest, key=lambda link: self._pair(*link))

    def meeting(self, a: int, b: int, met: bool) -> Meeting:
        """Why two claims of the block meet, or do not."""
        pair = self.pair(a, b)
        return Meeting(
            pair.one,
            pair.other,
            met,
            self.linking.prior,
            tuple((*level, self.linking.weights[level]) for level in vector(pair)),
            bars(pair),
            tuple(self._rivals(a, b)),
        )

    def _rivals(self, a: int, b: int) -> list[tuple[Claim, int]]:
        """The best other partner of either of two claims in the other's document, with its sum."""
        found = []
        for one, other in ((a, b), (b, a)):
            fact, partner = self._fact_of[one], self._fact_of[other]
            offers = self._offers.get((fact, self.facts[partner].document), [])
            others = [(worth, o) for worth, o in offers if o != partner and not self._restated(partner, o)]
            if others and self.claims[a].document != self.claims[b].document:
                worth, best = max(others, key=lambda o: (o[0], -o[1]))
                found.append((self.claims[self.facts[best].claims[0]], worth))
        return found

    # -- facts --------------------------------------------------------------------------

    def _facts(self) -> list[_Fact]:
        """Restatements inside a document: a known indicator told again speaks of the same thing."""
        facts: list[_Fact] = []
        by_name: dict[tuple[str, str, str], list[_Fact]] = defaultdict(list)
        for index in self.members:
            claim = self.claims[index]
            key = (claim.document, claim.mention.name, claim.key.scope)
            if "again" in claim.mention.traits and by_name[key]:  # 636千公顷(955万亩)
                by_name[key][-1].claims.append(index)
                continue
            for fact in by_name[key][-RESTATED:] if self.known[index].known else ():
                if all(self._same_fact(index, other) for other in fact.claims[-RESTATED:]):
                    fact.claims.append(index)
                    break
            else:
                fact = _Fact(len(facts), claim.document, [index])
                facts.append(fact)
                by_name[key].append(fact)
        return facts

    def _same_fact(self, a: int, b: int) -> bool:
        """Whether two claims of one document that name one known indicator restate each other: not side by side."""
        one, other = self.claims[a].quantity.bound, self.claims[b].quantity.bound
        told_twice = (one is Bound.EXACT) != (other is Bound.EXACT)  # 首次突破3万元，达30115元
        beside = self._neighbours(a, b) and not told_twice
        return not (beside or any(apart(self.claims[a], self.claims[b]) for apart in (barred, reckoned_apart)))

    def _neighbours(self, a: int, b: int) -> bool:
        """Whether two numbers are told side by side; a headline and the lead below it are not."""
        one, other = self.claims[a], self.claims[b]
        near = one.span.start < other.span.end + NEAR and other.span.start < one.span.end + NEAR
        return near and one.mention.sentence == other.mention.sentence

    def _only(self, a: int) -> bool:
        """Whether a general name, no mere noun, stands for one fact only in its document."""
        mention = self.claims[a].mention
        likes = self._likes[mention.document, mention.name]
        return len(mention.name) >= 3 and len(likes) == 1 and not self.known[a].bare

    # -- pairs --------------------------------------------------------------------------

    def _weighed(self) -> dict[tuple[int, str], list[tuple[int, int]]]:
        """For each fact and other document the partners there that are good enough, each with its sum."""
        offers: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
        for one, other in sorted(self.candidates):
            score = self._score(one, other)
            if score >= self.linking.decision.accept:
                offers[one, self.facts[other].document].append((score, other))
                offers[other, self.facts[one].document].append((score, one))
        return offers

    def _edges(self) -> list[tuple[int, int, int]]:
        """Pairs of facts, each the other's best in its document and clearly so."""
        chosen = {
            (one, document): {other: score for score, other in self._choice(one, offers)}
            for (one, document), offers in self._offers.items()
        }
        edges = []
        for one, document in sorted(chosen):
            for other, score in chosen[one, document].items():
                if other > one and one in chosen[other, self.facts[one].document]:
                    edges.append((score, one, other))
        return edges

    def _choice(self, one: int, offers: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The best offer of one document, and those that say the same again.

        Where several differ and are as good, the one in the same place among its likes; none
        where even their order does not tell them apart.
        """
        offers = sorted(offers, key=lambda o: (-o[0], o[1]))
        again = [o for o in offers[1:] if self._restated(offers[0][1], o[1])]
        best = [o for o in offers if offers[0][0] - o[0] < self.linking.decision.margin]
        if all(o in again for o in best[1:]):
            return [offers[0], *again]
        heading = self._heading(one)
        under = [o for o in best if heading and self._heading(o[1]) == heading]
        if len(under) == 1:
            return under
        likes = self._likes[self.facts[one].document, self._name(one)]
        if len(likes) != len(best) or len({self._name(o[1]) for o in best}) > 1:
            return []
        return [sorted(best, key=lambda o: self._position(o[1]))[sorted(likes, key=self._position).index(one)]]

    def _name(self, fact: int) -> str:
        return self.claims[self.facts[fact].claims[0]].mention.name

    def _heading(self, fact: int) -> str:
        return self.claims[self.facts[fact].claims[0]].mention.heading

    def _position(self, fact: int) -> int:
        return self.claims[self.facts[fact].claims[0]].span.start

    def _restated(self, one: int, other: int) -> bool:
        """Whether two facts of one document say the same again: what is known, a growth or share, or one number."""
        first, second = self.facts[one].claims[0], self.facts[other].claims[0]
        told = self.claims[first].key.measure not in (Measure.LEVEL, Measure.COUNT)
        a, b = self.claims[first], self.claims[second]
        if reckoned_apart(a, b):
            return False
        if self._rounded(first, second):
            return True
        if a.mention.name != b.mention.name:
            return False
        again = a.quantity.base_value == b.quantity.base_value and not self.known[first].generic
        if not (told or self.known[first].known or again):
            return False
        told_first, told_second = self.facts[one].claims[:RESTATED], self.facts[other].claims[:RESTATED]
        near = any(self._neighbours(a, b) for a in told_first for b in told_second)
        flow = {"flow" in self.claims[a].mention.traits for f in (one, other) for a in self.facts[f].claims}
        return not near and len(flow) == 1 and self._score(one, other) >= self.linking.decision.restated

    def _rounded(self, a: int, b: int) -> bool:
        """Whether one claim tells another of its document roughly, as a headline does: 受理案件6.8万余件, 68342件."""
        one, other = self.claims[a].quantity, self.claims[b].quantity
        rough = one.bound is not other.bound or _figures(one) != _figures(other)
        bare = "" in (one.dimension, other.dimension)
        if not rough or not (bare or one.dimension == other.dimension) or not one.expected.meets(other.expected):
            return False
        named = alike(self.known[a], self.known[b]) >= ALIKE_IN_ONE and not bars(self.pair(a, b))
        return named and not self._neighbours(a, b)

    def _candidates(self) -> set[tuple[int, int]]:
        """Pairs of facts of different documents to be compared."""
        if len({fact.document for fact in self.facts}) < 2:
            return set()
        return candidates([self._found(fact) for fact in self.facts], self.drafts)

    def _found(self, fact: _Fact) -> Found:
        """By what a fact is found: the pairs of characters of its names, and the rarest of its clause."""
        grams = {g for i in fact.claims for v in self.known[i].grams for g in v}
        grams |= {"+" + g for i in fact.claims for g in self._rarest(i)}
        return Found(fact.document, self._name(fact.index), sorted(grams))

    def _rarest(self, index: int) -> list[str]:
        """The rarest pairs of characters of the clause, for claims whose names share nothing."""
        context = self.known[index].context
        return sorted(context, key=lambda g: (-context[g], g))[:6]

    def _asked(self, fact: int) -> bool:
        """Whether a fact is of a draft, or there is none."""
        return not self.drafts or self.facts[fact].document in self.drafts

    def _fit(self, one: set[int], other: set[int]) -> bool:
        """Whether two clusters may become one: a document twice only where it restates itself, all pairs alike."""
        for a in sorted(one)[:WITNESSES]:
            for b in sorted(other)[:WITNESSES]:
                if self.facts[a].document == self.facts[b].document:
                    if not self._restated(a, b):
                        return False
                elif (self._asked(a) or self._asked(b)) and self._score(a, b) < self.linking.decision.together:
                    return False
        return True

    def _score(self, one: int, other: int) -> int:
        key = (min(one, other), max(one, other))
        if key not in self._scores:
            first, second = self.facts[one].claims[:RESTATED], self.facts[other].claims[:RESTATED]
            self._scores[key] = max(self._pair(a, b) for a in first for b in second)
        return self._scores[key]

    def _pair(self, a: int, b: int) -> int:
        """How much says that two claims speak of one thing, in hundredths of a bit; `NEVER` where something bars it."""
        key = (min(a, b), max(a, b))
        if key not in self._sums:
            self._sums[key] = self._compared(a, b)
        weights = self.linking.weights
        return self._sums[key] + weights["order", self._order.level(a, b)] - weights["order", NONE]

    def _compared(self, a: int, b: int) -> int:
        """The same, whatever their order."""
        pair = self.pair(a, b, NONE)
        return NEVER if bars(pair) else self.linking.sum(vector(pair))

    def pair(self, a: int, b: int, order: str = "") -> Pair:
        """Two claims of the block with all that is compared."""
        alone = self._only(a) and self._only(b)
        told = order or self._order.level(a, b)
        return Pair(self.claims[a], self.claims[b], self.known[a], self.known[b], alone, told)


def _figures(quantity: Quantity) -> int:
    """How many figures a number is told with, the noughts that only fill it up left out: two of 790, one of 800."""
    told = quantity.value
    return len(FIGURE.findall(told if "." in told else told.rstrip("0")))


def bars(pair: Pair) -> tuple[tuple[str, str], ...]:
    """What forbids two claims of one block to meet, however alike they are: the aspect, and how they stand in it."""
    why = barred(pair.one, pair.other)
    if why:
        return ((why, ""),)
    if told_apart(pair.features, pair.others):
        return (("two indicators", " / ".join(pair.names)),)
    replaced = substituted(pair.features, pair.others)
    if replaced and pair.clause < ONE_PASSAGE:
        return (("modifiers", replaced),)
    if _part_against_whole(pair):
        return (("part against whole", ""),)
    return (("general names", ""),) if _nothing_shared(pair) else ()


def _nothing_shared(pair: Pair) -> bool:
    """Whether two general names (投资金额, 投资) stand in clauses that share nothing: they say too little to meet."""
    general = pair.features.generic and pair.others.generic and not pair.of_one_name
    return general and pair.clause < SHARED and pair.own < SHARED


def _part_against_whole(pair: Pair) -> bool:
    """Whether one is told as a part of what stands before it, and the other, by an unlike name, by itself.

    其中本科院校48所 is not 高等院校112所; 其中税收收入 may be 税收.
    """
    parts = [_told_as_part(claim) for claim in (pair.one, pair.other)]
    if parts[0] == parts[1] or pair.of_one_name or alike(pair.features, pair.others) >= LITTLE_ALIKE:
        return False
    short, long = sorted(pair.names, key=len)
    return not (contained(short, long) or shortened(short, long))


def _told_as_part(claim: Claim) -> bool:
    """Whether 其中 stands before the words of a number: 其中税收52亿元, 其中，税收52亿元."""
    clause = claim.mention.clause
    at = claim.mention.context.find(clause) if clause else 0
    return _PART_TOLD.match(clause) is not None or _PART_ENDS.search(claim.mention.context, 0, max(at, 0)) is not None


def _sole(meeting: Meeting) -> bool:
    """Whether two claims have no other partner, and their names or their order tell: likely one thing.

    A shortened name (社零, 房地产) is taken where unit, restricting words and passage fit, and one of the same words
    in another order (家庭医生签约, 签约家庭医生) where unit and restricting words do.
    """
    level = meeting.level
    if level["units"] == "left out" or any(worth >= SURE for _, worth in meeting.rivals):
        return False
    if level["order"] in IN_ONE_PASSAGE and meeting.sum >= LIKELY:
        return True
    if level["modifiers"] not in ("equal", "told around"):
        return False
    if level["names"] == "general" or level["generality"] != "none":
        return False
    shortened = level["forms"] in SHORTER and clauses_alike(level) >= PASSAGE
    reordered = level["names"] in MUCH_ALIKE and level["strange words"] != "on both sides"
    return shortened or reordered or meeting.sum >= LIKELY
