"""How many faults put into a module by a machine its tests see.

    python benchmarks/mutants.py MODULE [--sample 60] [--seed 1] --tests TEST ...

A mutant is the module with one thing changed: a comparison, and for or, plus for minus, a number by one, a word, a
condition turned round, a value left out. Each is tried in a process of its own by the tests told, in their order, until
one fails. Printed are the survivors and the score: the share that a test sees; going on for too long counts as seen.
Those of which a reader found that they change nothing are in `benchmarks/mutants.toml`, and are not counted.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import resource
import sys
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from types import FunctionType, ModuleType
from typing import cast

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.domain import rules  # noqa: E402

SECONDS = 300  # of the processor for the tests of one mutant
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
}


def places(tree: ast.stmt) -> Iterator[ast.AST]:
    """What of a statement runs: all but its docstrings, annotations, imports and decorators."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop(0)
        yield node
        for name, held in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_params") or isinstance(node, ast.Import):
                continue
            for inner in held if isinstance(held, list) else [held]:
                docstring = isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Constant)
                if isinstance(inner, ast.AST) and not docstring:
                    waiting.append(inner)


def changes(node: ast.AST) -> list[ast.AST]:
    """A node changed in each of the ways there are."""
    match node:
        case ast.Compare(ops=ops):
            return [_with(node, ops=[*ops[:at], COMPARISONS[type(op)](), *ops[at + 1 :]]) for at, op in enumerate(ops)]
        case ast.BoolOp(op=op):
            return [_with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())]
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            return [copy.deepcopy(operand)]
        case ast.BinOp(op=op) if type(op) in SIGNS:
            return [_with(node, op=SIGNS[type(op)]())]
        case ast.Constant(value=value):
            return [ast.Constant(other) for other in _other(value)]
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            return [_with(node, test=ast.UnaryOp(ast.Not(), test))]
        case ast.Return(value=ast.expr()) | ast.Assign(value=ast.expr()) | ast.Yield(value=ast.expr()):
            return [_with(node, value=ast.Constant(None))]
        case ast.Continue():
            return [ast.Break()]
    return []


def _with(node: ast.AST, **parts: object) -> ast.AST:
    """The node with other parts."""
    other = copy.deepcopy(node)
    for name, part in parts.items():
        setattr(other, name, copy.deepcopy(part))
    return other


def _other(value: object) -> list[bool | int | str]:
    """What may stand in the place of a value."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1]
    return [f"XX{value}"] if isinstance(value, str) else []


@dataclass(frozen=True)
class Mutant:
    """A statement of a module with one thing changed: which statement, its line, and what stands there now."""

    statement: int
    line: int
    now: str
    changed: ast.stmt


def mutants(source: str) -> list[Mutant]:
    """Every mutant of a source."""
    found = []
    for statement, sound in enumerate(ast.parse(source).body):
        if isinstance(sound, ast.Import | ast.ImportFrom | ast.Expr):
            continue
        for number, node in enumerate(places(sound)):
            for way, changed in enumerate(changes(node)):
                whole = copy.deepcopy(sound)
                place = next(one for at, one in enumerate(places(whole)) if at == number)
                holder = place
                if place is whole:
                    whole = ast.copy_location(cast(ast.stmt, changed), sound)
                else:
                    holder = _replace(whole, place, changes(place)[way])
                shown = holder if isinstance(node, ast.Constant) and isinstance(holder, ast.expr) else changed
                now = " ".join(ast.unparse(ast.fix_missing_locations(shown)).split())
                if ast.unparse(changed) != ast.unparse(node):  # return None is one already
                    found.append(Mutant(statement, getattr(node, "lineno", sound.lineno), now[:150], whole))
    return found


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> ast.AST:
    """Puts another node in the place of one below the top; gives back what holds it."""
    for node in ast.walk(tree):
        for name, held in ast.iter_fields(node):
            if held is old:
                setattr(node, name, new)
            elif isinstance(held, list) and any(one is old for one in held):
                held[:] = [new if one is old else one for one in held]
            else:
                continue
            ast.fix_missing_locations(tree)
            return node
    raise ValueError("it is not in this tree")


def put_in(module: ModuleType, source: str, mutant: Mutant) -> None:
    """Changes a module that is loaded, wherever its functions and values are known already."""
    known = dict(vars(module))
    constant = isinstance(mutant.changed, ast.Assign | ast.AnnAssign)
    later = ast.parse(source).body[mutant.statement + 1 :]
    derived = [one for one in later if constant and isinstance(one, ast.Assign | ast.AnnAssign)]
    for statement in (mutant.changed, *derived):
        exec(compile(ast.Module([statement], []), str(module.__file__), "exec"), known)
    for name, new in known.items():
        old = vars(module).get(name)
        if new is old:
            continue
        if isinstance(old, type) and not constant:
            for inner, made in vars(new).items():
                _retold(vars(old).get(inner), made)
        elif not _retold(old, new):
            for other in [one for one in [*sys.modules.values()] if _knows(one, module)]:
                for alias in [alias for alias, value in vars(other).items() if value is old]:
                    if alias == name or not isinstance(old, int | str | None):  # 3 is one thing everywhere
                        setattr(other, alias, new)


def _knows(other: ModuleType, module: ModuleType) -> bool:
    """Whether a module is this one, or of ours and takes something from it."""
    if other is module or not other.__name__.startswith(("consistency", "tests")):
        return other is module
    return other.__file__ is not None and f"from {module.__name__} import" in Path(other.__file__).read_text("utf-8")


def _retold(old: object, new: object) -> bool:
    """Gives a function what another of its form does; whether it is one."""
    for inside in ("__wrapped__", "__func__", "fget", "func"):
        if hasattr(old, inside) and hasattr(new, inside):
            return _retold(getattr(old, inside), getattr(new, inside))
    if isinstance(old, FunctionType) and isinstance(new, FunctionType):
        old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__
        return True
    return False


class Trials:
    """A plugin of pytest: all tests are collected once, and run for each mutant."""

    def __init__(self, module: str, source: str, tried: list[Mutant]) -> None:
        self._module, self._source, self._tried = module, source, tried
        self.survived: list[Mutant] = []

    def pytest_collection(self) -> None:
        """Has examples tried alone: that one fails is enough, and none is made small."""
        import hypothesis  # here, for pytest is to rewrite it first

        few = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile("mutants", deadline=None, phases=few)
        hypothesis.settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tries the module as it is, and each mutant."""
        rules()
        if self._seen(session, None):
            raise SystemExit("the tests fail without any change")
        for mutant in self._tried:
            if not self._seen(session, mutant):
                self.survived.append(mutant)
        return True

    def _seen(self, session: pytest.Session, mutant: Mutant | None) -> bool:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
                if mutant is not None:
                    put_in(import_module(self._module), self._source, mutant)
                for item, following in zip_longest(session.items, session.items[1:]):
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                    if session.testsfailed:
                        break
                code = int(bool(session.testsfailed))
            finally:
                os._exit(code)
        return os.waitpid(child, 0)[1] != 0


def main() -> int:
    """Try a sample of the mutants; print the survivors and the score."""
    options = argparse.ArgumentParser()
    options.add_argument("module", help="consistency.interval, say")
    options.add_argument("--sample", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--tests", nargs="+", required=True)
    chosen = options.parse_args()
    os.chdir(ROOT)
    path = Path(str(import_module(chosen.module).__file__)).relative_to(ROOT)
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    same = tomllib.loads((ROOT / "benchmarks/mutants.toml").read_text("utf-8")).get(chosen.module, {})
    every = [one for one in mutants(source) if one.now not in same.get(lines[one.line - 1].strip(), ())]
    tried = random.Random(chosen.seed).sample(every, min(chosen.sample, len(every)))
    trials = Trials(chosen.module, source, sorted(tried, key=lambda one: one.line))
    with redirect_stdout(StringIO()):
        pytest.main(["-q", "-p", "no:cacheprovider", "--no-header", "-s", *chosen.tests], plugins=[trials])
    for one in trials.survived:
        print(f"{path}:{one.line}: {lines[one.line - 1].strip()[:110]}  →  {one.now}")
    seen = len(tried) - len(trials.survived)
    print(
        f"{chosen.module}: {len(tried)} of {len(every)} mutants tried, {seen} seen: {seen / len(tried):.3f}", flush=True
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
