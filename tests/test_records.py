"""Classes of data are those of `dataclasses` in all but what they cost."""

import dataclasses
import pickle

import pytest

from consistency.records import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Town:
    name: str
    people: int = 0
    districts: list[str] = dataclasses.field(default_factory=list, hash=False)
    nickname: str = dataclasses.field(default="", compare=False, repr=False)
    kept: str | None = dataclasses.field(default=None, init=False, compare=False, repr=False)
    above: str = dataclasses.field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Capital(Town):
    of: str = "云河省"


@dataclass(slots=True)
class Count:
    number: int = 0


def test_fields_are_told_by_place_by_name_or_not_at_all() -> None:
    town = Town("青山县", districts=["东区"], above="云河市")
    assert (town.name, town.people, town.districts, town.kept, town.above) == ("青山县", 0, ["东区"], None, "云河市")
    assert Town("甲").districts is not Town("甲").districts
    with pytest.raises(TypeError, match="name"):
        Town()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="mayor"):
        Town("青山县", mayor="")  # type: ignore[call-arg]


def test_two_of_one_class_with_the_same_fields_are_equal() -> None:
    town = Town("青山县", 3, nickname="青城")
    assert town == Town("青山县", 3)
    assert town != Town("青山县", 4)
    assert Capital("青山县", 3) != town
    assert len({town, Town("青山县", 3)}) == 1


def test_they_have_an_order_where_one_is_asked_for() -> None:
    small, large = Town("青山县", 3), Town("青山县", 4)
    assert small < large
    assert small <= large
    assert large > small
    assert large >= small
    with pytest.raises(TypeError):
        assert Count(1) < Count(2)  # type: ignore[operator]


def test_what_is_frozen_cannot_be_changed() -> None:
    town = Town("青山县")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'people'"):
        town.people = 3  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'people'"):
        del town.people
    count = Count()
    count.number += 1
    assert count == Count(1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(count)


def test_a_class_may_go_on_from_another() -> None:
    assert repr(Capital("青山县", above="云河市")) == (
        "Capital(name='青山县', people=0, districts=[], above='云河市', of='云河省')"
    )


def test_they_are_known_as_data_classes_and_go_to_another_process() -> None:
    town = Town("青山县", 3, ["东区"], "青城")
    assert dataclasses.asdict(town)["districts"] == ["东区"]
    assert pickle.loads(pickle.dumps(town)) == town
    assert pickle.loads(pickle.dumps(town)).nickname == "青城"


def test_a_changed_one_is_a_new_one() -> None:
    town = Town("青山县", 3, above="云河市")
    assert replace(town, people=4) == Town("青山县", 4, above="云河市")
    assert town.people == 3
    assert replace(Capital("青山县"), of="云海省") == Capital("青山县", of="云海省")
    with pytest.raises(TypeError, match="mayor"):
        replace(town, mayor="")  # type: ignore[call-arg]
