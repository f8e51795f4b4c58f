"""How much of the documents could be compared, and which of them stand alone among their likes."""

from dataclasses import replace
from fractions import Fraction

from consistency.model import Context, Report
from consistency.report import coverage
from consistency.report.coverage import alone, by_document, short_of, subject, unmet, unplaced
from consistency.report.summary import compared
from tests.domain import bulletin, linked, read

CROPS = "稻谷小麦玉米大豆花生油菜甘薯土豆芝麻棉花茶叶蚕茧蔬菜西瓜苹果柑橘雪梨葡萄红枣核桃板栗"
NAMES = [CROPS[at : at + 2] for at in range(0, 2 * coverage.MANY, 2)]


def told(year: int = 2023, place: str = "青山县", amount: int = 1) -> str:
    """A bulletin with many numbers."""
    return bulletin(*(f"{name}产量{amount}.{at}万吨。" for at, name in enumerate(NAMES, 1)), place=place, year=year)


def report(*texts: str) -> Report:
    """The documents as read, without any that meet."""
    return Report(tuple(read(text, f"{at}.txt") for at, text in enumerate(texts)), (), (), ())


def test_a_document_whose_numbers_meet_nothing_among_its_likes_is_told_of() -> None:
    found = report(told(), told())
    assert [part.path for part in alone(found)] == ["0.txt", "1.txt"]
    assert sum("0.txt" in line for line in compared(found, "en")) == 1


def test_nobody_is_missed_where_others_are_of_another_place_or_year() -> None:
    assert alone(report(told(), told(year=2019), told(place="白水县"))) == ()


def test_documents_that_meet_do_not_stand_alone() -> None:
    found = report(told(), told())
    sets = linked(told(), told(), names=("0.txt", "1.txt"))
    assert alone(Report(found.readings, (), sets, ())) == ()


def test_doubt_about_a_place_is_told_beside_it() -> None:
    reading = read(told())
    unsure = Context(entity="青山县", entity_sure=40, period="2023")
    (part,) = by_document(Report((type(reading)(reading.document, unsure, ()),), (), (), ()))
    assert subject(part, "zh") == "青山县（把握 40%） · 2023"


def test_a_document_whose_place_is_not_understood_is_told_of_where_others_were_read() -> None:
    lost = replace(read(told(), "0.txt"), context=Context(period="2023"))
    found = Report((lost, read(told(), "1.txt")), (), (), ())
    assert [part.path for part in unplaced(found)] == ["0.txt"]
    assert any(line.startswith("0.txt：没有认出它说的是哪个地区，") for line in compared(found, "zh"))
    assert unplaced(report(told(), told())) == ()
    assert unplaced(Report((lost,), (), (), ())) == ()


def test_documents_of_whose_numbers_too_few_met_another() -> None:
    apart, sets = report(told(), told()), linked(told(), told(), names=("0.txt", "1.txt"))
    assert [part.path for part in short_of(apart, Fraction(1, 2))] == ["0.txt", "1.txt"]
    assert short_of(Report(apart.readings, (), sets, ()), Fraction(1, 2)) == ()
    assert short_of(apart, Fraction(0)) == ()
    assert short_of(report("青山县2023年工作\n全县上下一心。\n"), Fraction(1)) == ()


def test_a_document_that_met_nothing_is_told_of_where_others_did() -> None:
    apart = read(told(place="白水县"), "2.txt")
    sets = linked(told(), told(), names=("0.txt", "1.txt"))
    found = Report((*report(told(), told()).readings, apart), (), sets, ())
    assert [part.path for part in unmet(found)] == ["2.txt"]
    assert any("2.txt" in line and "没有比较过" in line for line in compared(found, "zh"))
    assert unmet(Report(found.readings, (), (), ())) == ()  # that nothing met is told as a whole
    assert unmet(Report(found.readings[:2], (), sets, ())) == ()
