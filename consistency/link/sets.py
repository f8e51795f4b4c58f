"""Claim sets: facts of one document first, then the best partner in each other document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from consistency.lexicon import Lexicon, WordList
from consistency.link.features import Features, Weights, alike, block_of, cosine, features
from consistency.link.gates import barred, omitted, reckoned_apart, strange, substituted
from consistency.model import Bound, Claim, ClaimSet, Measure, Verdict

SAME_WORDS = 0.9  # the likeness of clauses that are the same passage
NEAR = 40  # two numbers this close in one sentence, or one table, are never one fact told twice
COMMON = 60  # a pair of characters in more claims of a block than this finds no candidates
CANDIDATES = 96  # candidates of a fact, at most
RESTATED = 32  # facts of one name, and times one was told, that a claim or a fact is held against, at most
WITNESSES = 8  # members of a cluster that a new one is held against, at most


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How alike claims must be: chosen on the gold sets, see docs/linking.md.

    `accept` is the least score of two claims that meet, `margin` by how much a partner must beat
    the next one, `restated` the least score of two facts of one document that say the same again.
    """

    accept: float = 0.4
    margin: float = 0.07
    restated: float = 0.7


THRESHOLDS = Thresholds()


@dataclass(slots=True)
class _Fact:
    """What one document says of one thing, once or several times."""

    index: int
    document: str
    claims: list[int] = field(default_factory=list)


def claim_sets(claims: Sequence[Claim], lexicon: Lexicon, thresholds: Thresholds = THRESHOLDS) -> tuple[ClaimSet, ...]:
    """The claims that meet, as sets in a fixed order; each claim is in one set at most."""
    restrictive = WordList.starting({w: w for w in lexicon.words("restrictive")})
    weights = Weights(claims)
    known = [features(c, weights, lexicon, restrictive) for c in claims]
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        blocks[block_of(claim)].append(index)
    found: list[ClaimSet] = []
    for block in sorted(blocks):
        if len(blocks[block]) > 1:
            found += _Block(claims, known, blocks[block], thresholds).sets()
    return tuple(sorted(found, key=lambda s: (s.claims[0].document, s.claims[0].span)))


class _Block:
    """The claims of one block."""

    def __init__(
        self,
        claims: Sequence[Claim],
        known: Sequence[Features],
        members: Sequence[int],
        thresholds: Thresholds = THRESHOLDS,
    ) -> None:
        self.claims, self.known, self.members, self.thresholds = claims, known, members, thresholds
        self.facts = self._facts()
        self._likes: dict[tuple[str, str], list[int]] = defaultdict(list)  # facts of one name in one document
        for fact in self.facts:
            self._likes[fact.document, self._name(fact.index)].append(fact.index)
        self._scores: dict[tuple[int, int], float] = {}

    def sets(self) -> list[ClaimSet]:
        """The claim sets of the block."""
        edges = self._edges()
        cluster = {f.index: {f.index} for f in self.facts}
        best: dict[int, float] = {}
        for score, one, other in sorted(edges, key=lambda e: (-e[0], e[1], e[2])):
            if cluster[one] is cluster[other]:
                continue
            if self._fit(cluster[one], cluster[other]):
                joined = cluster[one] | cluster[other]
                for member in joined:
                    cluster[member] = joined
                    best[member] = max(best.get(member, 0.0), score)
        out, done = [], set()
        for fact in self.facts:
            group = cluster[fact.index]
            if id(group) in done:
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
        return ClaimSet(first.key, claims, Verdict.NOT_COMPARABLE, self._likeness(members))

    def _likeness(self, members: list[int]) -> Decimal:
        """How sure the meeting is: the best link between claims of different value, else the weakest to its nearest.

        That two claims of one value are alike says nothing of a third that tells another.
        """
        first = {(c := self.claims[i]).mention.name + c.mention.context + str(c.quantity): i for i in reversed(members)}
        apart = sorted(first.values())[: WITNESSES + 1]
        told = {i: self.claims[i].quantity.base_value for i in apart}
        links = [self._pair(i, j) for place, i in enumerate(apart) for j in apart[:place] if told[i] != told[j]]
        if not links:
            links = [min(max(self._pair(i, j) for j in members[: WITNESSES + 1] if j != i) for i in members)]
        return Decimal(min(max(links), 1.0)).quantize(Decimal("0.01"))

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

    def _edges(self) -> list[tuple[float, int, int]]:
        """Pairs of facts, each the other's best in its document and clearly so."""
        ranked: dict[int, dict[str, list[tuple[float, int]]]] = defaultdict(lambda: defaultdict(list))
        for one, other in sorted(self._candidates()):
            score = self._score(one, other)
            if score >= self.thresholds.accept:
                ranked[one][self.facts[other].document].append((score, other))
                ranked[other][self.facts[one].document].append((score, one))
        chosen = {
            (one, document): {other: score for score, other in self._choice(one, offers)}
            for one, there in ranked.items()
            for document, offers in there.items()
        }
        edges = []
        for one, document in sorted(chosen):
            for other, score in chosen[one, document].items():
                if other > one and one in chosen[other, self.facts[one].document]:
                    edges.append((score, one, other))
        return edges

    def _choice(self, one: int, offers: list[tuple[float, int]]) -> list[tuple[float, int]]:
        """The best offer of one document, and those that say the same again.

        Where several differ and are as good, the one in the same place among its likes; none
        where even their order does not tell them apart.
        """
        offers = sorted(offers, key=lambda o: (-o[0], o[1]))
        best = [o for o in offers if offers[0][0] - o[0] < self.thresholds.margin]
        if len(best) == 1 or all(self._restated(best[0][1], o[1]) for o in best[1:]):
            return best
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
        """Whether two facts of one document say the same again: known indicators, or the same growth or share."""
        first, second = self.facts[one].claims[0], self.facts[other].claims[0]
        told = self.claims[first].key.measure not in (Measure.LEVEL, Measure.COUNT)
        a, b = self.claims[first], self.claims[second]
        if a.mention.name != b.mention.name or reckoned_apart(a, b):
            return False
        if not (told or self.known[first].known):
            return False
        told_first, told_second = self.facts[one].claims[:RESTATED], self.facts[other].claims[:RESTATED]
        near = any(self._neighbours(a, b) for a in told_first for b in told_second)
        flow = {"flow" in self.claims[a].mention.traits for f in (one, other) for a in self.facts[f].claims}
        return not near and len(flow) == 1 and self._score(one, other) >= self.thresholds.restated

    def _candidates(self) -> set[tuple[int, int]]:
        """Pairs of facts of different documents to be compared: few for each fact, however many there are.

        Facts of one name are paired with the first and the next of that name; others with
        those that share the most telling pairs of characters.
        """
        pairs: set[tuple[int, int]] = set()
        named: dict[str, list[int]] = defaultdict(list)
        postings: dict[str, list[int]] = defaultdict(list)
        for fact in self.facts:
            named[self._name(fact.index)].append(fact.index)
            grams = {g for i in fact.claims for v in self.known[i].grams for g in v}
            grams |= {"+" + g for i in fact.claims for g in self._rarest(i)}
            for gram in grams:
                postings[gram].append(fact.index)
        for same in named.values():
            pairs.update((one, other) for place, other in enumerate(same[1:]) for one in (same[0], same[place]))
        shared: dict[int, Counter[int]] = defaultdict(Counter)
        for holders in postings.values():
            if 1 < len(holders) <= COMMON:
                for place, one in enumerate(holders):
                    shared[one].update(holders[place + 1 :])
        for one, others in shared.items():
            pairs.update((one, other) for other in sorted(others, key=lambda o: (-others[o], o))[:CANDIDATES])
        return {(a, b) for a, b in pairs if self.facts[a].document != self.facts[b].document}

    def _rarest(self, index: int) -> list[str]:
        """The rarest pairs of characters of the clause, for claims whose names share nothing."""
        context = self.known[index].context
        return sorted(context, key=lambda g: (-context[g], g))[:6]

    def _fit(self, one: set[int], other: set[int]) -> bool:
        """Whether two clusters may become one: a document twice only where it restates itself, all pairs alike."""
        for a in sorted(one)[:WITNESSES]:
            for b in sorted(other)[:WITNESSES]:
                if self.facts[a].document == self.facts[b].document:
                    if not self._restated(a, b):
                        return False
                elif self._score(a, b) < self.thresholds.accept * 0.8:
                    return False
        return True

    def _score(self, one: int, other: int) -> float:
        key = (min(one, other), max(one, other))
        if key not in self._scores:
            first, second = self.facts[one].claims[:RESTATED], self.facts[other].claims[:RESTATED]
            self._scores[key] = max(self._pair(a, b) for a in first for b in second)
        return self._scores[key]

    def _pair(self, a: int, b: int) -> float:
        """How likely two claims speak of the same thing, from 0 to 1."""
        if barred(self.claims[a], self.claims[b]):
            return 0.0
        x, y = self.known[a], self.known[b]
        near = cosine(x.context, y.context)
        if x.known and y.known and x.names[0] != y.names[0]:
            return 0.0  # two indicators that the lexicon tells apart
        if substituted(x, y) and near < 0.85:
            return 0.0
        name = alike(x, y)
        score = 0.68 * name + 0.32 * near
        if x.names[0] == y.names[0]:
            if not x.generic:
                score = max(score, 0.9)
            else:
                score = max(0.2 + 0.75 * near, 0.6 if self._only(a) and self._only(b) else 0.0)
        elif x.generic or y.generic:
            score -= 0.15 * (1 - near)
        score -= 0.06 * omitted(x, y)
        if ("flow" in self.claims[a].mention.traits) != ("flow" in self.claims[b].mention.traits):
            score -= 0.05
        score -= 0.12 * (min(strange(x.names[0], y.names[0], y.text), strange(y.names[0], x.names[0], x.text)) >= 2)
        if self.claims[a].quantity.unit == self.claims[b].quantity.unit:
            score += 0.02
        score += 0.15 * (near >= SAME_WORDS)
        score -= 0.15 * reckoned_apart(self.claims[a], self.claims[b])
        return max(score, 0.0)
