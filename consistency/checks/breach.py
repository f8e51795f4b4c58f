"""A sum, share or comparison that does not come out, and the finding made of it: what all kinds of arithmetic share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from consistency.checks.causes import slip_between
from consistency.checks.confidence import FEW, LOUDNESS, MANY
from consistency.checks.disagreement import fingerprint
from consistency.checks.rule import Rule
from consistency.damage import hurt
from consistency.extract.relations.sheet import Fact
from consistency.model import (
    Bound,
    Claim,
    Finding,
    Key,
    Mention,
    Passage,
    Quantity,
    Reading,
    Severity,
    Status,
    Verdict,
)
from consistency.offsets import Span

# What the message of a rule of arithmetic may name.
WORDS = frozenset({"indicator", "period", "stated", "derived", "how"})
SHOWN_PLACES = 4  # decimal places of a value worked out, at most


@dataclass(frozen=True, slots=True)
class Breach:
    """Numbers that cannot all be right: what is stated, what follows from the others, and how.

    `case` tells the sort, by which a rule takes it; `places` the primary first. `doubt` is by how many steps the
    severity is lowered, `tried` how many other readings of the passage were tried.
    """

    case: str
    key: Key | None
    places: tuple[Claim | Passage, ...]
    stated: str
    derived: str
    how: str
    indicator: str = ""
    period: str = ""
    doubt: int = 0
    tried: int = 0
    evidence: Mapping[str, str] = field(default_factory=dict)
    suggestion: Mapping[str, str] | None = None


def of_quotient(
    case: str, rate: Mention, part: Mention, whole: Mention, *, indicator: str = "", doubt: int = 0, tried: int = 0
) -> Breach:
    """The breach of a rate in hundredths that is not its part by its whole."""
    exact = part.quantity.base_value / whole.quantity.base_value * 100
    return Breach(
        case=case,
        key=rate.key,
        indicator=indicator,
        places=(rate.place, part.place, whole.place),
        stated=written(rate),
        derived=shown(exact, rate.quantity),
        how=f"{written(part)} ÷ {written(whole)}",
        doubt=doubt,
        tried=tried,
    )


def finding(rule: Rule, breach: Breach) -> Finding:
    """The finding that a rule makes of a breach."""
    words = {
        "indicator": breach.indicator or (breach.key.subject if breach.key else ""),
        "period": breach.period or (breach.key.period if breach.key else ""),
        "stated": breach.stated,
        "derived": breach.derived,
        "how": breach.how,
    }
    key = breach.key
    about = (key.entity, key.subject, key.measure, key.period, key.status, key.scope) if key else (breach.indicator,)
    return Finding(
        rule=rule.id,
        name=dict(rule.name),
        severity=lowered(rule.severity, breach.doubt),
        verdict=Verdict.CONFLICT,
        key=key,
        claims=tuple(dict.fromkeys(breach.places)),
        message={language: text.format(**words) for language, text in rule.message.items()},
        evidence=dict(breach.evidence),
        suggestion=dict(breach.suggestion) if breach.suggestion else None,
        fingerprint=fingerprint(rule.id, *about, breach.stated, breach.derived, breach.how),
        features=_features(breach),
    )


def _features(breach: Breach) -> tuple[str, ...]:
    """What can be seen of how sure a breach is: how much was tried, and whether one slip explains it."""
    tried = breach.tried
    seen = [
        "tried none" if not tried else "tried few" if tried <= FEW else "tried some" if tried <= MANY else "tried many"
    ]
    seen += ["slip"] if breach.suggestion else []
    seen += ["doubt"] if breach.doubt else []
    return tuple(seen)


def findings(rules: Sequence[Rule], breaches: Iterable[Breach]) -> list[Finding]:
    """The findings of some breaches, each by the first rule that takes its case."""
    by_case = {case: rule for rule in reversed(rules) for case in rule.params.get("cases", ())}
    return merged(finding(by_case[b.case], b) for b in breaches if b.case in by_case)


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with those that tell the same again, as copies of a document do, made one with all their places."""
    found: dict[str, Finding] = {}
    for made in findings:
        earlier = found.get(made.fingerprint)
        places = made.claims if earlier is None else (*earlier.claims, *made.claims)
        found[made.fingerprint] = replace(earlier or made, claims=tuple(dict.fromkeys(places)))
    return list(found.values())


def sound(findings: Sequence[Finding], readings: Sequence[Reading]) -> list[Finding]:
    """The findings without those over a number that damage may have changed: the damage is told by itself.

    A list whose parts are added up cannot do without such a number, and cannot be judged with it.
    """
    damaged = {r.document.path: [mention.quantity.span for mention in hurt(r)] for r in readings}
    return [f for f in findings if not any(s.overlaps(_told(c)) for c in f.claims for s in damaged[c.document])]


def _told(place: Claim | Passage) -> Span:
    return place.quantity.span if isinstance(place, Claim) else place.span


def lowered(severity: Severity, steps: int) -> Severity:
    """A severity so many steps less loud.

    >>> lowered(Severity.ERROR, 1).value
    'warning'
    """
    return LOUDNESS[min(LOUDNESS.index(severity) + steps, len(LOUDNESS) - 1)]


def written(number: Fact | Mention) -> str:
    """A number as its document writes it: 超5.5万人."""
    mention = number.mention if isinstance(number, Fact) else number
    return mention.words or f"{mention.quantity.value}{mention.quantity.unit}"


def one_slip(wholes: Sequence[Mention], parts: Sequence[Mention]) -> dict[str, str] | None:
    """What one slip of writing would explain of a sum, told only of the one number that it fits.

    `wholes` and `parts` stand on the two sides of the sum.
    """
    gap = sum((m.quantity.base_value for m in parts), Fraction(0)) - sum(
        (m.quantity.base_value for m in wholes), Fraction(0)
    )
    fits = []
    for mention, side in (*((m, 1) for m in wholes), *((m, -1) for m in parts)):
        wanted = mention.quantity.base_value + side * gap
        cause = slip_between(mention.quantity.base_value, wanted) if wanted > 0 else None
        if cause is not None:
            fits.append((mention, wanted, cause))
    if len(fits) != 1:
        return None
    mention, wanted, cause = fits[0]
    told = cause.told(written(mention))
    needed = shown(wanted, mention.quantity)
    return {
        "zh": f"“{written(mention)}”若为{needed}则相符；{told['zh']}",
        "en": f"with {needed} for “{written(mention)}” all would come out; {told['en']}",
    }


def shown(value: Fraction, like: Quantity) -> str:
    """A number worked out, in the unit that another is written in, to one place more than that one where it has no end.

    A number of 345 人 beside one of 1.2万人 reads 0.0345万人.
    """
    factor = unit_size(like)
    return f"{figures(value / factor, like.step / factor)}{like.unit}"


def unit_size(like: Quantity) -> Fraction:
    """How many base units make one of the unit as written: 100000000 for 亿元."""
    try:
        figures_written = Fraction(like.value.replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return Fraction(1)
    return like.base_value / figures_written if figures_written and like.base_value else Fraction(1)


def figures(value: Fraction, step: Fraction = Fraction(0)) -> str:
    """A number in figures: exact where it ends soon, else to a place below `step`.

    >>> figures(Fraction(1208)), figures(Fraction(-2, 3), Fraction(1, 10)), figures(Fraction(5, 4))
    ('1208', '-0.67', '1.25')
    """
    places = 0
    while places < SHOWN_PLACES and (value * 10**places).denominator != 1:
        places += 1
    if (value * 10**places).denominator != 1 and step:
        places = 1
        while places < SHOWN_PLACES and step * 10 ** (places - 1) < 1:
            places += 1
    scaled = round(abs(value) * 10**places)
    whole, rest = divmod(scaled, 10**places)
    text = f"{whole}.{rest:0{places}d}" if places else str(whole)
    text = text.rstrip("0").rstrip(".") if places else text
    return f"-{text}" if value < 0 and scaled else text


def outcome(key: Key) -> bool:
    """Whether a key tells what happened, a first estimate of it taken in."""
    return key.status in (Status.ACTUAL, Status.ESTIMATE)


def exact(fact: Fact) -> bool:
    """Whether a number is told without a word that opens it to one side."""
    return fact.quantity.bound is Bound.EXACT


def loose(fact: Fact) -> bool:
    """Whether a number is told so loosely that nothing follows from it: 约5亿元."""
    return fact.quantity.bound is Bound.ABOUT
