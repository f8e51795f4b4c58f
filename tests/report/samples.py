"""Hand-made documents, claims and reports: two districts' papers about one year, in our own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from consistency.interval import Interval
from consistency.model import (
    Bound,
    Claim,
    ClaimSet,
    Context,
    Document,
    Finding,
    Key,
    Measure,
    Mention,
    Passage,
    Problem,
    Quantity,
    Reading,
    Report,
    Severity,
    Status,
    Verdict,
)
from consistency.offsets import Span
from consistency.report.standing import marked

JOBS = Key("青石区", "城镇新增就业", Measure.LEVEL, "2023", Status.ACTUAL)
REVENUE = Key("青石区", "一般公共预算收入", Measure.LEVEL, "2023", Status.ACTUAL)

WORK_REPORT = Document(
    "工作报告.txt",
    "青石区2024年政府工作报告\n各位代表：\r\n"
    "　　过去一年，我们千方百计稳就业。城镇新增就业6.5万人，完成年度任务的128%。"
    "一般公共预算收入达到803000万元，同比增长4.2%。企业服务专员覆盖69家重点企业。\n",
)
BULLETIN = Document(
    "统计公报.txt",
    "青石区2023年国民经济和社会发展统计公报\n\n全年城镇新增就业超5.5万人，登记失业率控制在较低水平。"
    "一般公共预算收入80.3亿元，增长4.2%。\n",
)
DIGEST = Document("转载/新闻摘编.txt", "去年，全年城镇新增就业超5.5万人，登记失业率控制在较低水平。\n")


def span_of(document: Document, words: str) -> Span:
    """Where the words stand in the document; they stand there once."""
    assert document.text.count(words) == 1, words
    start = document.text.index(words)
    return Span(start, start + len(words))


def quantity(
    document: Document,
    words: str,
    figures: str,
    unit: str,
    value: Fraction | int,
    base_unit: str,
    *,
    dimension: str = "count",
    bound: Bound = Bound.EXACT,
    expected: Interval | None = None,
    stated: Interval | None = None,
    form: str = "number",
) -> Quantity:
    """The quantity written as `words`, with its figures among them."""
    span = span_of(document, words)
    at = span.start + words.index(figures)
    expected = expected or Interval.point(value)
    return Quantity(
        span=span,
        number=Span(at, at + len(figures)),
        value=figures,
        unit=unit,
        base_value=Fraction(value),
        base_unit=base_unit,
        dimension=dimension,
        bound=bound,
        step=Fraction(0),
        stated=stated or expected,
        expected=expected,
        form=form,
        reading=("figures", bound.value),
    )


def mention(document: Document, words: str, of: Quantity, key: Key | None, reason: str = "") -> Mention:
    """The mention whose statement is `words`."""
    return Mention(document.path, span_of(document, words), of.number, of, key, reason, reading=("sentence",))


def claim(document: Document, words: str, of: Quantity, key: Key) -> Claim:
    """The claim whose statement is `words`."""
    return Claim(mention(document, words, of, key), key)


OVER_55_STATED = Interval(Fraction(55000), None, low_open=True)
OVER_55 = Interval(Fraction(55000), Fraction(60500), low_open=True)
MORE_JOBS = claim(
    WORK_REPORT, "城镇新增就业6.5万人", quantity(WORK_REPORT, "6.5万人", "6.5", "万人", 65000, "人"), JOBS
)
FEWER_JOBS, REPRINTED_JOBS = (
    claim(
        document,
        "城镇新增就业超5.5万人",
        quantity(
            document, "超5.5万人", "5.5", "万人", 55000, "人", bound=Bound.OVER, expected=OVER_55, stated=OVER_55_STATED
        ),
        JOBS,
    )
    for document in (BULLETIN, DIGEST)
)
REVENUE_IN_WAN = claim(
    WORK_REPORT,
    "一般公共预算收入达到803000万元",
    quantity(WORK_REPORT, "803000万元", "803000", "万元", 8030000000, "元", dimension="money"),
    REVENUE,
)
REVENUE_IN_YI = claim(
    BULLETIN,
    "一般公共预算收入80.3亿元",
    quantity(BULLETIN, "80.3亿元", "80.3", "亿元", 8030000000, "元", dimension="money"),
    REVENUE,
)
TASK = mention(
    WORK_REPORT,
    "完成年度任务的128%",
    quantity(WORK_REPORT, "128%", "128", "%", 128, "%", dimension="percent", form="percent"),
    None,
    "no indicator",
)
SERVED = mention(
    WORK_REPORT, "覆盖69家重点企业", quantity(WORK_REPORT, "69家", "69", "家", 69, "家"), None, "no indicator"
)

READINGS = (
    Reading(
        WORK_REPORT,
        Context("青石区2024年政府工作报告", "青石区", "2023"),
        (MORE_JOBS.mention, TASK, REVENUE_IN_WAN.mention, SERVED),
    ),
    Reading(
        BULLETIN,
        Context("青石区2023年国民经济和社会发展统计公报", "青石区", "2023"),
        (FEWER_JOBS.mention, REVENUE_IN_YI.mention),
    ),
    Reading(DIGEST, Context(), (REPRINTED_JOBS.mention,)),
)
JOBS_SET = ClaimSet(JOBS, (MORE_JOBS, FEWER_JOBS, REPRINTED_JOBS), Verdict.TENSION)
REVENUE_SET = ClaimSet(REVENUE, (REVENUE_IN_WAN, REVENUE_IN_YI), Verdict.AGREE)

JOBS_DISAGREE = Finding(
    rule="CC101",
    name={"zh": "数值不一致", "en": "values differ"},
    severity=Severity.ERROR,
    verdict=Verdict.TENSION,
    key=JOBS,
    claims=(MORE_JOBS, FEWER_JOBS, REPRINTED_JOBS),
    message={"zh": "6.5万人与超5.5万人不一致", "en": "6.5万人 disagrees with 超5.5万人"},
    evidence={"差额": "4,500 人"},
    sides=(("6.5万人", ("工作报告.txt",)), ("超5.5万人", ("统计公报.txt",))),
    suggestion={"zh": "两数只差一位数字", "en": "the two differ in one digit"},
    fingerprint="a1b2c3",
)
WORDS_DISAGREE = Finding(
    rule="CC401",
    name={"zh": "用词不同", "en": "words differ"},
    severity=Severity.WARNING,
    verdict=Verdict.NOT_COMPARABLE,
    key=None,
    claims=(
        Passage("工作报告.txt", span_of(WORK_REPORT, "过去一年")),
        Passage("转载/新闻摘编.txt", span_of(DIGEST, "去年")),
    ),
    message={"zh": "“过去一年”与“去年”用词不同", "en": "“过去一年” and “去年” differ"},
)
UNREAD = Problem("附件.pdf", {"zh": "不支持的格式：.pdf", "en": "no reader for .pdf"})


def report(
    findings: Sequence[Finding] = (JOBS_DISAGREE, WORDS_DISAGREE),
    problems: Sequence[Problem] = (),
    sets: Sequence[ClaimSet] = (JOBS_SET, REVENUE_SET),
    readings: Sequence[Reading] = READINGS,
) -> Report:
    """A report on the three documents, or what is left of them."""
    return Report(tuple(readings), tuple(findings), tuple(sets), tuple(problems))


def hostile(words: str) -> Report:
    """A report in which these words stand wherever words of others can: path, text, key, message, evidence, problem."""
    document = Document(f"{words}.txt", f"{words}90.7亿元{words}\n{words}\n")
    key = Key(words, words, Measure.LEVEL, words, Status.ACTUAL, words)
    base = quantity(document, "90.7亿元", "90.7", "亿元", 907 * 10**7, words)
    first = Claim(Mention(document.path, Span(0, len(words) + 6), base.number, base, key), key)
    other = replace(base, base_value=Fraction(1), expected=Interval.point(1), stated=Interval.point(1))
    second = Claim(replace(first.mention, quantity=other), replace(key, period="2023"))
    finding = Finding(
        rule="CC101",
        name={"zh": words, "en": words},
        severity=Severity.ERROR,
        verdict=Verdict.CONFLICT,
        key=key,
        claims=(first, second),
        message={"zh": words, "en": words},
        evidence={words: words},
        sides=((words, (words,)), (words, (words,))),
        suggestion={"zh": words, "en": words},
        fingerprint="f",
    )
    in_words = replace(finding, claims=(Passage(document.path, Span(0, len(words))), first), key=None)
    reading = Reading(document, Context(words, words), (first.mention,))
    group = ClaimSet(key, (first, second), Verdict.CONFLICT)
    return Report((reading,), (finding, in_words), (group,), (Problem(words, {"zh": words, "en": words}),))


def many(count: int) -> Report:
    """A report with so many findings: of 25 places two documents each, which differ in every sentence."""
    places = 25
    readings: list[Reading] = []
    claims: dict[Key, list[Claim]] = {}
    for place in range(places):
        for title, more in (("工作报告", 0), ("统计公报", 1)):
            text, found = f"第{place}区2023年{title}\n", list[Mention]()
            path = f"{place:02}区{title}.txt"
            for number in range(place, count, places):
                key = Key(f"第{place}区", f"第{number}类企业营业收入", Measure.LEVEL, "2023", Status.ACTUAL)
                figures = f"{number + more}.5"
                words = f"{key.indicator}达到{figures}亿元"
                start = len(text)
                text += f"{words}，同比增长4.2%。\n"
                at = start + words.index(figures)
                value = Interval.point(Fraction(number + more) + Fraction(1, 2))
                amount = Quantity(
                    span=Span(at, at + len(figures) + 2),
                    number=Span(at, at + len(figures)),
                    value=figures,
                    unit="亿元",
                    base_value=Fraction(number + more) + Fraction(1, 2),
                    base_unit="元",
                    dimension="money",
                    bound=Bound.EXACT,
                    step=Fraction(0),
                    stated=value,
                    expected=value,
                )
                one = Mention(path, Span(start, start + len(words)), amount.number, amount, key, heading="一、工业")
                found.append(one)
                claims.setdefault(key, []).append(Claim(one, key))
            readings.append(
                Reading(Document(path, text), Context(text.partition("\n")[0], f"第{place}区", "2023"), tuple(found))
            )
    findings = [
        replace(
            JOBS_DISAGREE,
            key=key,
            claims=tuple(pair),
            message={
                "zh": f"{key.indicator}（2023）：{pair[0].quantity.value}亿元 与 {pair[1].quantity.value}亿元 不一致"
            },
            sides=tuple((f"{claim.quantity.value}亿元", (claim.document,)) for claim in pair),
            severity=list(Severity)[number % 3],
            fingerprint=f"{number:016x}",
        )
        for number, (key, pair) in enumerate(claims.items())
    ]
    sets = [ClaimSet(key, tuple(pair), Verdict.CONFLICT) for key, pair in claims.items()]
    return report(findings, sets=sets, readings=sorted(readings, key=lambda reading: reading.document.path))


def known(finding: Finding, standing: str = "unchanged", why: str = "") -> Finding:
    """The finding as it stands to an earlier report."""
    accepted = {finding.fingerprint: why} if why else {}
    return marked(report([finding]), {finding.fingerprint: standing}, accepted).findings[0]


@dataclass(frozen=True)
class Rule:
    """A rule with what reports tell of it."""

    id: str
    name: dict[str, str]
    severity: Severity
    kind: str = "disagreement"
    why: dict[str, str] = field(default_factory=dict)


RULES: list[Any] = [
    Rule("CC101", {"zh": "数值不一致", "en": "values differ"}, Severity.ERROR, why={"zh": "一个指标一个数。"}),
    Rule("CC401", {"zh": "用词不同", "en": "words differ"}, Severity.WARNING, why={"zh": "名称应当一致。"}),
]
