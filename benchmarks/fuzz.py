"""Anything at all, given to everything that reads: a result or one line that says why not, soon, and never a fault.

    python benchmarks/fuzz.py [--minutes 10] [--only TARGET] [--seed 1]

Each target has an equal share of the time. What is made up is made by hypothesis, which makes a fault as small as it
can before it is shown; with a seed the same is tried again. A fault is an exception that is none of the program's own
refusals, or more than 20 seconds of the processor for one example. Ends with 1 where there are any.
Real files made worse are tried by `benchmarks/fuzz_readers.py`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from click.testing import CliRunner  # noqa: E402

from consistency.acceptance.accepted import read_accepted  # noqa: E402
from consistency.acceptance.baseline import read_baseline, written  # noqa: E402
from consistency.cli import main as program  # noqa: E402
from consistency.configuration import load_configuration  # noqa: E402
from consistency.extract.quantities.scanner import QuantityReader  # noqa: E402
from consistency.model import Document, Problem  # noqa: E402
from consistency.normalise import fold  # noqa: E402
from consistency.readers import READERS  # noqa: E402
from consistency.readers.sidecar import sidecar  # noqa: E402
from consistency.selection import excluded_by  # noqa: E402
from consistency.toml_tables import ConfigurationError  # noqa: E402
from consistency.workers import TimeIsUp, within  # noqa: E402
from tests.domain import bulletin, found, read  # noqa: E402
from tests.domain import rules as rules_that_ship  # noqa: E402
from tests.hostile import FORMS, PIECES, acting  # noqa: E402

SECONDS = 20
A_ROUND = 50  # examples between two looks at the clock

# What texts about the economy are made of, and what has puzzled readers of them.
VOCABULARY = (
    *("粮食产量", "地区生产总值", "其中", "比上年增长", "下降", "占", "分别", "合计", "由", "提高到", "同比"),
    *("万吨", "亿元", "%", "个", "家", "倍", "成", "个百分点", "万", "亿", "等三大", "加上", "减去", "为预算的"),
    *("居全省第", "全市", "青山县", "2023年", "上半年", "1—6月", "翻一番", "三分之一"),
    *("近", "超", "余", "左右", "以上", "半", "第", "每"),
    *"，。、；：\n（）“”《|\t -—~/",
    *("一、", "（一）", "1.", "|---|\n", "\ufffd", "?", "烫烫", "(shè)", "①", "⼀", "𝟙", "\x1b[2J", "\u202e", "\r\n"),
)
WORDS = st.sampled_from(VOCABULARY)
FIGURES = st.one_of(
    st.integers(0, 10**12).map(str),
    st.decimals(0, 10**6, places=2).map(str),
    st.integers(1000, 10**9).map(lambda n: f"{n:,}"),
    st.text("一二三四五六七八九十百千万亿零两点", min_size=1, max_size=9),
    st.text("0123456789.,", min_size=1, max_size=60),
)
PARTS = st.one_of(WORDS, FIGURES, st.sampled_from(PIECES), st.text(max_size=5))
TEXTS = st.builds(
    lambda parts, times: "".join(parts) * times, st.lists(PARTS, max_size=40), st.sampled_from((1, 1, 1, 9, 90))
)
ROWS = st.lists(st.lists(PARTS, min_size=1, max_size=6), min_size=1, max_size=12)
BYTES = st.one_of(
    st.binary(max_size=300),
    TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    TEXTS.map(lambda text: text.encode("gb18030", "replace")),
    TEXTS.map(lambda text: text.encode("utf-16", "replace")),
)
TAGS = st.sampled_from(
    (
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td colspan=9 rowspan=0>",
        "</table>",
        "<div class=nav>",
        "<title>",
        "<!--",
        "<a>",
    )
)
PAGES = st.lists(st.one_of(TAGS, PARTS), max_size=60).map(
    lambda parts: ("<html>" + "".join(parts)).encode("utf-8", "replace")
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(PIECES)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(("schema", "findings", "fingerprint", "rule", "message", "sources", "majority")),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=20,
)
KEYS = (
    "select",
    "exclude",
    "places",
    "severity",
    "aliases",
    "limits",
    "seconds",
    "accepted",
    "finding",
    "who",
    "why",
    "until",
    "period",
)
TOML = st.lists(
    st.one_of(
        st.builds(lambda key, value: f"{key} = {json.dumps(value)}", st.sampled_from(KEYS), JSON),
        st.builds(lambda key: f"[{key}]", st.sampled_from(KEYS)),
        st.builds(lambda key: f"[[{key}]]", st.sampled_from(KEYS)),
        st.text(max_size=20),
        st.integers(1, 3000).map(lambda depth: "who = " + "[" * depth),
    ),
    max_size=6,
).map("\n".join)
GLOBS = st.lists(
    st.sampled_from(("*", "**", "/", "a", "b", "?", "[ab]", "[!a]", "[", "!", "\\", "**/")), max_size=40
).map("".join)


@cache
def reader() -> QuantityReader:
    """One reader of quantities for all examples."""
    return QuantityReader(rules_that_ship().lexicon)


def quantities(text: str) -> None:
    """Every number of a text lies in it."""
    folded = fold(text).text
    for quantity in reader().read(folded):
        assert 0 <= quantity.span.start < quantity.span.end <= len(folded)


def texts(text: str) -> None:
    """A text is understood, and what is told of it lies in it."""
    for mention in read(bulletin(text)).mentions:
        assert mention.number.of(bulletin(text))


def tables(rows: list[list[str]]) -> None:
    """A table is understood, whatever parts its cells."""
    for between in ("\t", "|", "  ", ","):
        read(bulletin(*(between + between.join(row) + between for row in rows)))


def rules(one: str, other: str) -> None:
    """Two texts are compared by every rule."""
    found(bulletin(one), bulletin(other), select=("CC",))


def readers(suffix: str, data: bytes) -> None:
    """The bytes of a file are a document, or one line says why not."""
    result = READERS[suffix](f"a{suffix}", data) if data else None
    if isinstance(result, Problem):
        assert all(len(line.splitlines()) == 1 for line in result.message.values())
    elif isinstance(result, Document):
        result.text.encode()


def settings_and_decisions(toml: str, content: object) -> None:
    """A file that a project wrote is used, or one line says what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt.toml")
        path.write_text(toml, encoding="utf-8", errors="replace")
        for use in (load_configuration, read_accepted, lambda file: sidecar(str(file).removesuffix(".toml"))):
            with contextlib.suppress(ConfigurationError):
                use(path)
        path.write_text(json.dumps(content), encoding="utf-8")
        with contextlib.suppress(ConfigurationError):
            written(read_baseline(path)).encode()


def patterns(globs: list[str], path: str) -> None:
    """A path is excluded or not, soon."""
    with contextlib.suppress(ConfigurationError):
        excluded_by(globs)(path)


def commands(text: str, name: str) -> None:
    """What is shown of a document, in every form, is inert."""
    with tempfile.TemporaryDirectory() as folder:
        for number, figure in enumerate(("80.3", "82.1")):
            body = bulletin(f"{text}\n2023年，全县一般公共预算收入{figure}亿元{text[:40]}。")
            name_ = "".join(c for c in name if c not in "/\0")[:20].encode("utf-8", "replace").decode()
            Path(folder, f"{number}{name_}.txt").write_bytes(body.encode("utf-8", "replace"))
        files = {form: f"{folder}/report.{form}" for form in FORMS if form != "csv"}
        done = CliRunner().invoke(program, ["check", folder, *(f"--also={f}={file}" for f, file in files.items())])
        assert done.exit_code in (0, 1, 2), done.stderr
        assert acting("text", done.stderr) == []
        for form, file in files.items():
            assert acting(form, Path(file).read_bytes().decode()) == [], form


TARGETS: dict[str, tuple[Callable[..., None], tuple[st.SearchStrategy[object], ...]]] = {
    "quantities": (quantities, (TEXTS,)),
    "texts": (texts, (TEXTS,)),
    "tables": (tables, (ROWS,)),
    "rules": (rules, (TEXTS, TEXTS)),
    "pages": (readers, (st.just(".html"), PAGES)),
    "files": (readers, (st.sampled_from(sorted(set(READERS) - {".pdf"})), BYTES)),
    "settings and decisions": (settings_and_decisions, (TOML, JSON)),
    "patterns": (patterns, (st.lists(GLOBS, max_size=3), st.text("ab/c", max_size=400))),
    "commands": (commands, (TEXTS, st.sampled_from(PIECES))),
}


def tried(name: str, seconds: float, seed: int) -> tuple[int, str]:
    """How many examples of a target were tried in so many seconds, and the fault found, if one was."""
    target, strategies = TARGETS[name]
    until, count = time.monotonic() + seconds, 0

    def example(values: tuple[object, ...]) -> None:
        nonlocal count
        count += 1
        try:
            with within(SECONDS):
                target(*values)
        except TimeIsUp:
            raise AssertionError(f"more than {SECONDS} seconds") from None

    while time.monotonic() < until:
        seed += 1
        run = settings(
            max_examples=A_ROUND,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )(seeded(seed)(given(st.tuples(*strategies))(example)))
        try:
            run()
        except Exception as error:  # every one is a fault here
            notes = " ".join(getattr(error, "__notes__", ()))
            return count, f"{name}: seed {seed}: {type(error).__name__}: {error} {notes}"
    return count, ""


def main() -> int:
    """Try each target for its share of the time; print how many examples, and each fault."""
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--only", choices=TARGETS)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    names = [chosen.only] if chosen.only else list(TARGETS)
    faults = []
    for name in names:
        count, fault = tried(name, 60 * chosen.minutes / len(names), chosen.seed)
        print(f"{name:24} {count:>8,} examples{': ' + fault if fault else ''}", flush=True)
        faults += [fault] if fault else []
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
