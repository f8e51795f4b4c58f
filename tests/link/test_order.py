"""The order of what met: a fact between two that met meets the one between their partners, whatever it is called."""

from consistency.link.order import Order
from tests.domain import NAMES, bulletin, meet, meetings, read, report

CASES = "全县法院受理案件6842件，审结6519件，结案率95.3%，执行到位金额2.1亿元。"
RETOLD = "全县法院受理各类案件6842件，办结6519件，结案率达95.3%，执行到位金额2.1亿元。"


def test_what_stands_between_two_that_met_meets_under_another_name() -> None:
    assert meet(bulletin(CASES), report(RETOLD), "6519件", "6519件")


def test_another_value_there_meets_too() -> None:
    assert meet(bulletin(CASES), report(RETOLD.replace("6519", "6159")), "6519件", "6159件")


def test_another_unit_there_does_not() -> None:
    other = RETOLD.replace("办结6519件", "表彰干警65人")
    assert not any("6519件" in numbers and "65人" in numbers for numbers in meetings(bulletin(CASES), report(other)))


def test_a_claim_is_beside_what_met_up_to_the_next_that_met() -> None:
    claims = [*read(bulletin(CASES), NAMES[0]).claims, *read(report(RETOLD), NAMES[1]).claims]
    assert len(claims) == 8, "four in either"
    order = Order(claims, [(0, 4), (2, 6)])
    assert order.level(1, 5) == "right between two that met"
    assert order.level(3, 7) == "next to one that met"
    assert order.level(1, 7) == "none", "one that met another stands between"
    assert Order(claims).level(1, 5) == "none"
