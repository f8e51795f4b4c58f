"""Indicators by documents: who says what, who stands with whom."""

from dataclasses import replace
from fractions import Fraction

from consistency.interval import Interval
from consistency.model import Bound, Claim, ClaimSet, Quantity, Verdict
from consistency.report.matrix import MatrixRow, leads, matrix
from consistency.report.places import pages
from tests.report.samples import (
    BULLETIN,
    DIGEST,
    FEWER_JOBS,
    JOBS,
    JOBS_DISAGREE,
    JOBS_SET,
    MORE_JOBS,
    READINGS,
    REPRINTED_JOBS,
    REVENUE_SET,
    WORDS_DISAGREE,
    WORK_REPORT,
    report,
)

HERE, THERE, AGAIN = WORK_REPORT.path, BULLETIN.path, DIGEST.path


def rows(*sets: ClaimSet, findings: tuple[object, ...] = ()) -> tuple[MatrixRow, ...]:
    of = report(findings, sets=sets)  # type: ignore[arg-type]
    return matrix(of, pages(READINGS), leads(of.findings))


def test_what_disagrees_comes_first() -> None:
    assert [row.verdict for row in rows(REVENUE_SET, JOBS_SET)] == [Verdict.TENSION, Verdict.AGREE]


def test_a_cell_has_the_words_of_its_document_and_an_empty_one_is_missing() -> None:
    row = rows(REVENUE_SET)[0]
    assert {path: cell.words for path, cell in row.cells.items()} == {HERE: ("803000万元",), THERE: ("80.3亿元",)}
    assert {cell.verdict for cell in row.cells.values()} == {Verdict.AGREE}
    assert {cell.side for cell in row.cells.values()} == {""}


def test_those_who_agree_bear_one_letter() -> None:
    cells = rows(JOBS_SET)[0].cells
    assert cells[THERE].side == cells[AGAIN].side != cells[HERE].side
    assert all(cell.verdict is not Verdict.AGREE for cell in cells.values())


def test_the_letters_are_those_of_the_finding() -> None:
    cells = rows(JOBS_SET, findings=(JOBS_DISAGREE,))[0].cells
    assert (cells[HERE].side, cells[THERE].side) == ("A", "B")
    turned = replace(JOBS_DISAGREE, claims=(FEWER_JOBS, MORE_JOBS, REPRINTED_JOBS))
    cells = rows(JOBS_SET, findings=(turned,))[0].cells
    assert (cells[HERE].side, cells[THERE].side) == ("B", "A")


def exactly(claim: Claim, value: int) -> Claim:
    quantity: Quantity = replace(
        claim.quantity,
        base_value=Fraction(value),
        expected=Interval.point(value),
        stated=Interval.point(value),
        bound=Bound.EXACT,
    )
    return replace(claim, mention=replace(claim.mention, quantity=quantity))


def test_a_cell_is_as_grave_as_its_worst_claim() -> None:
    """Two agree with each other and not with the third: each disagrees with somebody."""
    one, other, third = exactly(MORE_JOBS, 1), exactly(FEWER_JOBS, 1), exactly(REPRINTED_JOBS, 2)
    cells = rows(ClaimSet(JOBS, (one, other, third), Verdict.CONFLICT))[0].cells
    assert [cells[path].verdict for path in (HERE, THERE, AGAIN)] == [Verdict.CONFLICT] * 3
    assert cells[HERE].side == cells[THERE].side != cells[AGAIN].side


def test_a_place_leads_to_the_first_finding_that_points_at_it() -> None:
    lead = leads([JOBS_DISAGREE, WORDS_DISAGREE, JOBS_DISAGREE])
    assert lead[MORE_JOBS] == 1
    assert lead[WORDS_DISAGREE.claims[0]] == 2
