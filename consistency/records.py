"""Classes of data as those of `dataclasses`, made in a fraction of the time, and their values too.

`dataclasses` writes and compiles six functions for every class when it is loaded; two hundred classes were half of the
start of the program. Here all classes share what they can, and what makes a value is compiled for the first one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter, ge, gt, le, lt
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "once", "replace"]

LATER = object()  # what stands for a default that is made anew for each value


def _dataclass(
    *, frozen: bool = False, slots: bool = False, order: bool = False, repr: bool = True
) -> Callable[[type[Any]], type[Any]]:
    """What makes a class one of data, as `dataclasses.dataclass` does.

    >>> @_dataclass(frozen=True, slots=True, order=True)
    ... class Place:
    ...     name: str
    ...     people: int = 0
    >>> Place("青山县", people=3), Place("青山县") == Place("青山县", 0), Place("云河市") < Place("青山县")
    (Place(name='青山县', people=3), True, True)
    >>> Place("青山县").people = 3
    Traceback (most recent call last):
    dataclasses.FrozenInstanceError: cannot assign to field 'people'
    """

    def made(told: type[Any]) -> type[Any]:
        cls: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(told)
        compared = [f.name for f in dataclasses.fields(cls) if f.compare]
        hashed = [f.name for f in dataclasses.fields(cls) if (f.compare if f.hash is None else f.hash)]
        methods: dict[str, Any] = {"__init__": _first(cls, frozen, slots), "__eq__": _equal(_all_of(compared))}
        if repr:
            methods["__repr__"] = _shown
        if frozen:
            methods |= {"__hash__": _hash(_all_of(hashed)), "__setattr__": _not_set, "__delattr__": _not_deleted}
        if frozen and slots:
            methods |= {"__getstate__": _state, "__setstate__": _restored}
        if order:
            methods |= {f"__{ask.__name__}__": _ordered(ask, _all_of(compared)) for ask in (lt, le, gt, ge)}
        for name, method in methods.items():
            if name not in told.__dict__:
                setattr(cls, name, method)
        if not frozen and "__hash__" not in told.__dict__:
            cls.__hash__ = None
        kind: type[Any] = cls
        return kind

    return made


def _replace(one: Any, /, **changes: Any) -> Any:
    """The same with some fields changed, as `dataclasses.replace` gives it."""
    cls = one.__class__
    names = _GIVEN.get(cls)
    if names is None:
        names = _GIVEN[cls] = tuple(f.name for f in dataclasses.fields(cls) if f.init)
    for name in names:
        if name not in changes:
            changes[name] = getattr(one, name)
    return cls(**changes)


_GIVEN: dict[type[Any], tuple[str, ...]] = {}  # the fields of a class that are told when one is made


class _Once:
    """A property that is worked out when it is first asked for, and kept.

    As `functools.cached_property`, without the lock that it takes before Python 3.12: two threads that ask at once may
    both work it out, and come to the same.
    """

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self.make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    def __get__(self, one: Any, owner: type[Any] | None = None) -> Any:
        if one is None:
            return self
        found = one.__dict__[self.name] = self.make(one)
        return found


if TYPE_CHECKING:
    from dataclasses import dataclass, replace
    from functools import cached_property as once
else:
    dataclass, once, replace = _dataclass, _Once, _replace


def _first(cls: type[Any], frozen: bool, slots: bool) -> Callable[..., None]:
    """What makes the first value of a class: it is compiled then, and takes its own place."""

    def __init__(self: Any, *told: Any, **named: Any) -> None:
        compiled = _init(cls, frozen, slots)
        if cls.__dict__.get("__init__") is __init__:
            cls.__init__ = compiled
        compiled(self, *told, **named)

    return __init__


def _init(cls: type[Any], frozen: bool, slots: bool) -> Callable[..., None]:
    """What sets the fields of a new value; those of a frozen one at their places in it, as none may be set later."""
    known: dict[str, Any] = {"LATER": LATER}
    told, named, lines = ["self"], ["*"], [" pass"]
    for f in dataclasses.fields(cls):
        value, default = f.name, ""
        if f.default_factory is not dataclasses.MISSING:
            known[f"_make_{f.name}"], default = f.default_factory, "=LATER"
            value = f"_make_{f.name}() if {f.name} is LATER else {f.name}" if f.init else f"_make_{f.name}()"
        elif f.default is not dataclasses.MISSING:
            known[f"_default_{f.name}"], default = f.default, f"=_default_{f.name}"
            value = f.name if f.init else f"_default_{f.name}"
        elif not f.init:
            continue
        if f.init:
            (named if f.kw_only else told).append(f.name + default)
        if frozen and slots:
            known[f"_set_{f.name}"] = getattr(cls, f.name).__set__
            lines.append(f" _set_{f.name}(self, {value})")
        else:
            lines.append(f" self.__dict__[{f.name!r}] = {value}" if frozen else f" self.{f.name} = {value}")
    parameters = ", ".join(told + (named if len(named) > 1 else []))
    exec("\n".join([f"def __init__({parameters}):", *lines]), known)
    compiled: Callable[..., None] = known["__init__"]
    compiled.__qualname__ = f"{cls.__qualname__}.__init__"
    return compiled


def _all_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives some fields of a value as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _equal(fields: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, Any], bool]:
    def __eq__(self: Any, other: Any) -> bool:
        return fields(self) == fields(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _ordered(ask: Callable[[Any, Any], bool], fields: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, Any], bool]:
    def compared(self: Any, other: Any) -> bool:
        return ask(fields(self), fields(other)) if other.__class__ is self.__class__ else NotImplemented

    return compared


def _hash(fields: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:
        return hash(fields(self))

    return __hash__


@recursive_repr()
def _shown(self: Any) -> str:
    """The name of the class with its fields, as one would write it."""
    shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{self.__class__.__qualname__}({shown})"


def _not_set(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _not_deleted(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """What another process is told of a value."""
    return [getattr(self, f.name) for f in dataclasses.fields(self)]


def _restored(self: Any, state: list[Any]) -> None:
    for f, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)
