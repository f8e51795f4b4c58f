"""Ten thousand hostile inputs, each given to the commands that would meet it: nothing fails, lasts, acts or is lost.

    python benchmarks/hostile.py [--inputs 10000] [--first 0] [--seed 1] [--only KIND]

An input is a document of any format, a name, a rule file, a file of words, settings, a record of decisions, an index
or a command line, made from its number and the seed alone: `--first NUMBER --inputs 1` makes one of them again; there
are ten documents in a folder. Counted by kind are tracebacks, inputs past their budget of time, outputs in which
something of the input acts on who is shown it, and files changed or made that no command was asked to write. Ends with
1 where one of these is not nought. The rules that ship are loaded once for all inputs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from click.testing import CliRunner  # noqa: E402

from benchmarks.fuzz import VOCABULARY  # noqa: E402
from benchmarks.fuzz_readers import made_here  # noqa: E402
from benchmarks.mutations import in_bytes, in_numbers, worse  # noqa: E402
from consistency import configuration  # noqa: E402
from consistency.cli import main as program  # noqa: E402
from consistency.engine import load_rules  # noqa: E402
from consistency.report import INSPECTIONS, LISTINGS, RENDERERS  # noqa: E402
from tests.domain import bulletin, report  # noqa: E402
from tests.domain import rules as rules_that_ship  # noqa: E402
from tests.hostile import PIECES, acting  # noqa: E402
from tests.readers.test_bad_files import BAD, LARGE  # noqa: E402
from tests.readers.test_ofd import line as ofd_line  # noqa: E402
from tests.readers.test_ofd import ofd  # noqa: E402

TOGETHER = 10  # documents in a folder
SECONDS = 20  # of the processor for one command
LONGEST = 1500  # characters of what is put into a text; for long ones see benchmarks/long_texts.py
MEMORY = 4 << 30  # bytes of address space for all of it
REVENUE = "2023年，全县一般公共预算收入{}亿元，城镇新增就业65{}1人。"


@dataclass
class Input:
    """One input: the command lines that meet it, what they read from the standard input, and the files they may write.

    `outputs` are in the form told, or in none that is shown to anybody. `kept` are those of them that stay as they are
    where a command says that it could do nothing (exit code 2).
    """

    commands: list[list[str]]
    stdin: bytes = b""
    outputs: dict[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()


# ---- what inputs are made of


def figure(chance: random.Random) -> str:
    """A number as nobody expects it."""
    match chance.randrange(8):
        case 0:
            return str(chance.randrange(10**12))
        case 1:
            return f"{chance.randrange(10**9):,}"
        case 2:
            return "".join(chance.choice("一二三四五六七八九十百千万亿零两点") for _ in range(chance.randrange(1, 12)))
        case 3:
            return "".join(chance.choice("0123456789.,") for _ in range(chance.choice((3, 40, 41, 400, 5000))))
        case 4:
            return chance.choice(("1e400", "-0", "٣٤", "½", "①②", "0x1F", "1_000", "∞", "NaN", "9" * 60 + "万亿"))
        case _:
            return f"{chance.randrange(10**6) / 100:.2f}"


def text(chance: random.Random, parts: int = 40) -> str:
    """Words of the field, figures and hostile pieces in any order, now and then many times over."""
    made = []
    for _ in range(chance.randrange(parts)):
        match chance.randrange(8):
            case 0 | 1:
                made.append(figure(chance))
            case 2:
                made.append(chance.choice(PIECES))
            case 3:
                begins = chance.choice((0x20, 0x3000, 0x4E00, 0x300, 0xE000, 0x1F600))
                made.append("".join(chr(begins + step) for step in range(3)))
            case _:
                made.append(chance.choice(VOCABULARY))
    return ("".join(made) * chance.choice((1, 1, 1, 1, 9, 60)))[:LONGEST]


def table(chance: random.Random) -> str:
    """Rows of such cells."""
    between = chance.choice(("\t", "|", "  ", ","))
    rows = [[text(chance, 4)[:60] for _ in range(chance.randrange(1, 7))] for _ in range(chance.randrange(1, 14))]
    return "\n".join(between + between.join(row) + between for row in rows)


def nested(chance: random.Random) -> str:
    """What opens and never closes, or closes late."""
    opened, closed = chance.choice(
        (("（", "）"), ("《", "》"), ("“", "”"), ("[", "]"), ("<p>", "</p>"), ("其中", "。"))
    )
    depth = chance.choice((50, 3000))
    return opened * depth + "7亿元" + closed * chance.choice((0, depth))


def hostile_text(chance: random.Random) -> str:
    """A document about a county, with something hostile in its midst."""
    body = chance.choice((text, text, table, nested))(chance)
    told = REVENUE.format(chance.choice(("80.3", "82.1", figure(chance))), chance.randrange(10))
    return chance.choice((bulletin, report))(f"{body}\n{told}{body[:40]}。")


def data_of(chance: random.Random, said: str) -> bytes:
    """A text as bytes of some encoding, now and then with a few of them wrong."""
    encoding = chance.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"))
    data = said.encode(encoding, "replace")
    return in_bytes(data, chance) if chance.random() < 0.2 else data


def name(chance: random.Random) -> str:
    """What a file may be called, if anybody wishes."""
    match chance.randrange(6):
        case 0:
            said = os.fsdecode(bytes(chance.randrange(1, 256) for _ in range(chance.randrange(1, 20))))
        case 1:
            said = chance.choice(("-rf", "--output=x", "-", "~", "*", "$(touch x)", ".hidden", "CON", "a" * 240, "..."))
        case _:
            said = "".join(chance.choice(PIECES) for _ in range(chance.choice((1, 1, 3))))
    said = said.replace("/", "／").replace("\0", "")
    while len(os.fsencode(said)) > 200:
        said = said[:-1]
    return said or "x"


def value(chance: random.Random) -> str:
    """A value of a settings file: of another type, too large, too deep, or hostile."""
    plain = ("true", "-1", "0", "9" * 400, "1e400", "nan", "[]", "{}", '""', "1979-05-27", "[[1]]", "{zh = 1}")
    match chance.randrange(5):
        case 0:
            return "[" * chance.choice((20, 2000)) + "]" * chance.choice((0, 20, 2000))
        case 1:
            return json.dumps(chance.choice(PIECES))
        case 2:
            return json.dumps([chance.choice(PIECES), "(", "(a+)+$", "*" * 30])
        case _:
            return chance.choice(plain)


def toml(chance: random.Random, sound: str) -> bytes:
    """A sound TOML file made worse: in its values, its keys, its bytes or its length."""
    lines = sound.splitlines()
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(lines) + 1)
        match chance.randrange(7):
            case 0 | 1 | 2:
                places = [number for number, line in enumerate(lines) if " = " in line]
                if places:
                    place = chance.choice(places)
                    lines[place] = f"{lines[place].split(' = ')[0]} = {value(chance)}"
            case 3:
                key = chance.choice(("select", "limits", "who", "params", "message", json.dumps(chance.choice(PIECES))))
                lines.insert(at, f"{key} = {value(chance)}")
            case 4:
                lines.insert(at, chance.choice(("[limits]", "[[rule]]", "[places]", "[a.b]", "\0", *PIECES[:4])))
            case 5 if lines:
                del lines[chance.randrange(len(lines))]
            case _:
                lines[at:at] = lines[:30]
    data = "\n".join(lines).encode("utf-8", "replace")
    return in_bytes(data, chance) if chance.random() < 0.3 else data


# ---- inputs by kind


def texts(chance: random.Random, folder: Path) -> Input:
    """Plain texts."""
    for number in range(TOGETHER):
        (folder / f"documents/{number}.txt").write_bytes(data_of(chance, hostile_text(chance)))
    return shown(chance, "documents", "documents/0.txt")


def names(chance: random.Random, folder: Path) -> Input:
    """Documents with names, links and things that are no files."""
    last = "documents/0.txt"
    for number in range(TOGETHER - 1):
        said = f"documents/{name(chance)}{number}{chance.choice(('.txt', '.txt', '.md', '.csv', '.html'))}"
        (folder / said).write_text(bulletin(REVENUE.format(80 + number % 2, number)), encoding="utf-8")
        last = said
    link = folder / f"documents/{chance.randrange(2, 99)}.txt"
    link.unlink(missing_ok=True)
    match chance.randrange(8):
        case 0:
            link.symlink_to("../beside/other.txt")
        case 1:
            link.symlink_to(link.name)
        case 2:
            link.symlink_to("/dev/zero")
        case 3:
            os.mkfifo(link)
        case 4:
            link.mkdir()
        case 5:
            link.symlink_to("..")
    return shown(chance, chance.choice(("documents", "documents", last)), last)


def formats(chance: random.Random, folder: Path) -> Input:
    """Files of any format, made worse, among sound ones."""
    file = ""
    for number in range(TOGETHER):
        suffix, data = bad_file(chance)
        file = f"documents/{number}{suffix}"
        (folder / file).write_bytes(data)
    (folder / "documents/b.txt").write_text(bulletin(REVENUE.format("82.1", 3)), encoding="utf-8")
    return shown(chance, "documents", file)


def bad_file(chance: random.Random) -> tuple[str, bytes]:
    """A file of some format that somebody cut, changed, took for another, or made to cost much."""
    suffix, data = chance.choice(sound_files())
    match chance.randrange(30):
        case 0 if chance.random() < 0.3:
            bad, make = chance.choice(sorted({**BAD, **LARGE}.items()))
            return Path(bad).suffix, _made(bad, make)
        case 1 | 2:
            return suffix, bytes(chance.randrange(256) for _ in range(chance.choice((1, 100, 5000))))
        case 3:
            return suffix, data[: chance.randrange(len(data) + 1)]
        case 4:
            return chance.choice(sorted({suffix for suffix, _ in sound_files()})), data * 3
    if suffix == ".pdf" and chance.random() < 0.8:  # each is read by a process of its own: fewer of them
        return ".html", b"<html>" + hostile_text(chance).encode("utf-8", "replace")
    return suffix, worse(data, suffix, chance)


def rule_files(chance: random.Random, folder: Path) -> Input:
    """A file of rules of one's own."""
    (folder / "own").mkdir()
    blocks = chance.choice(sorted((ROOT / "rules").glob("checks-*.toml"))).read_text("utf-8").split("\n[[rule]]\n")[1:]
    own = "\n".join("[[rule]]\n" + chance.choice(blocks).replace('"CC', '"XX') for _ in range(chance.choice((1, 1, 2))))
    (folder / "own/checks-own.toml").write_bytes(toml(chance, own))
    commands = [
        ["rules", chance.choice(("list", "show", "test")), "--rules", "own"],
        ["check", "documents", "--rules", "own"],
    ]
    return Input(commands[chance.randrange(2) :][:1])


def words(chance: random.Random, folder: Path) -> Input:
    """A file of words of one's own: indicators, units, bounds, places, wording, identities."""
    (folder / "own").mkdir()
    file = chance.choice([path for path in sorted((ROOT / "rules").iterdir()) if not path.name.startswith("checks-")])
    lines = file.read_text("utf-8").splitlines()
    at = chance.randrange(max(1, len(lines) - 40))
    (folder / f"own/{file.name}").write_bytes(toml(chance, "\n".join(lines[at : at + chance.choice((5, 40))])))
    return Input([["check", "documents", "--rules", "own"]])


def settings(chance: random.Random, folder: Path) -> Input:
    """Settings of a project, or a file beside a document."""
    sound = (
        'select = ["CC1"]\nignore = ["CC4"]\nexclude = ["*.tmp"]\nbaseline = "beside/baseline.json"\n'
        'accepted = "beside/accepted.toml"\nrules = ["own"]\n[limits]\nmegabytes = 1\nseconds = 9\n'
        '[places]\n"documents/*" = "青山县"\n[severity]\nCC101 = "warning"\n[aliases]\n"粮食" = "粮食产量"\n'
    )
    beside = 'entity = "青山县"\nperiod = "2023年"\ntitle = "公报"\n'
    if chance.random() < 0.5:
        (folder / "consistency.toml").write_bytes(toml(chance, sound))
    else:
        (folder / "documents/0.txt.toml").write_bytes(toml(chance, beside))
    return Input([["check", "documents"], ["inspect", "documents/0.txt"]][: chance.choice((1, 1, 2))])


def records(chance: random.Random, folder: Path) -> Input:
    """A baseline, accepted findings or a report that somebody else wrote."""
    sound = sound_records()
    which = chance.choice(("baseline.json", "accepted.toml", "report.json"))
    data = sound[which].encode()
    match chance.randrange(6):
        case 0:
            data = in_bytes(data, chance)
        case 1:
            data = in_numbers(data, chance)
        case 2:
            data = toml(chance, sound[which])
        case 3:
            data = b'{"schema": 1, "findings": ' + b"[" * chance.choice((100, 200_000)) + b"]" * chance.choice((0, 100))
        case 4:
            said = json.loads(sound["baseline.json"])
            for entry in said["findings"]:
                entry[chance.choice(list(entry))] = chance.choice((None, 7, [], {}, "x" * 100_000, PIECES[:3]))
            data = json.dumps(said).encode()
        case _:
            data = data[: chance.randrange(len(data) + 1)]
    (folder / which).write_bytes(data)
    if which == "baseline.json":
        own = [["check", "documents", "--baseline", which], ["baseline", "prune", "documents", "--baseline", which]]
    elif which == "accepted.toml":
        (folder / "consistency.toml").write_text('accepted = "accepted.toml"\n', encoding="utf-8")
        finding = chance.choice(sound["fingerprints"].split())
        decided = ["accept", finding, "--why", chance.choice(PIECES).replace("\0", ""), "--who", "x"]
        own = [["check", "documents"], [*decided, "--documents", "documents"]]
    else:
        finding = chance.choice(sound["fingerprints"].split())
        who = chance.choice(PIECES).replace("\0", "")
        own = [["accept", finding, "--why", "口径不同。", "--who", who, "--report", which]]
    written = {} if which == "report.json" else {which: ""}
    return Input([chance.choice(own)], outputs={**written, "accepted.toml": ""}, kept=frozenset({which}))


def indexes(chance: random.Random, folder: Path) -> Input:
    """An index that somebody damaged, or another file in its place."""
    data = sound_index()
    match chance.randrange(5):
        case 0:
            data = data[: chance.randrange(len(data) + 1)]
        case 1:
            data = b"SQLite format 3\0" + bytes(chance.randrange(256) for _ in range(4000))
        case 2:
            at = 4096 * chance.randrange(len(data) // 4096)
            data = data[:at] + bytes(chance.randrange(256) for _ in range(4096)) + data[at + 4096 :]
        case _:
            data = in_bytes(data, chance)
    (folder / ".consistency").mkdir()
    (folder / ".consistency/index.sqlite").write_bytes(data)
    commands = [["check", "documents"], ["check", "documents/0.txt", "--against", "documents"], ["index", "status"]]
    commands += [["index", "update", "documents"], ["index", "build", "documents"]]
    files = (".consistency/index.sqlite", ".consistency/index.sqlite-journal", ".consistency/.gitignore")
    return Input([chance.choice(commands)], outputs=dict.fromkeys(files, ""))


def command_lines(chance: random.Random, folder: Path) -> Input:
    """Options and arguments in any order, with values that nobody reckons with; a standard input of anything."""
    options: tuple[str, ...] = (
        "--format",
        "--select",
        "--ignore",
        "--fail-on",
        "--require-met",
        "--exclude",
        "--stdin-name",
        "--config",
    )
    options += (
        "--against",
        "--baseline",
        "--at",
        "--lang",
        "--rules",
        "--all",
        "--details",
        "--changed-since",
        "--jobs",
    )
    values = ("documents", "-", "", "0", "-1", "1e9", "1:1", "csv", "json", "../beside", "none.txt", "30%", "9" * 20)
    spots = ("documents/0.txt:2:9", "documents/1.txt:2", "documents/0.txt:999999:1", ":", "::", "documents/0.txt:-1")
    commands = ("check", "check", "claims", "inspect", "explain", "rules show", "lexicon suggest", "accept", "x")
    given = chance.choice(commands).split()
    for _ in range(chance.randrange(5)):
        pick = chance.choice((values, values, spots, PIECES))
        given += [chance.choice(options)] if chance.random() < 0.4 else []
        given.append(chance.choice(pick).replace("\0", ""))
    if chance.random() < 0.5:
        given.append("documents")
    return Input([given], stdin=data_of(chance, hostile_text(chance)))


# What makes an input, how many of a thousand inputs are of its kind, and how many it makes at once.
KINDS: dict[str, tuple[Callable[[random.Random, Path], Input], int, int]] = {
    "texts": (texts, 200, TOGETHER),
    "names": (names, 100, TOGETHER),
    "files of each format": (formats, 200, TOGETHER),
    "rule files": (rule_files, 120, 1),
    "words": (words, 100, 1),
    "settings": (settings, 100, 1),
    "records": (records, 100, 1),
    "index files": (indexes, 30, 1),
    "command lines": (command_lines, 50, 1),
}


def turns() -> Iterator[tuple[int, str]]:
    """The number and kind of each input that is made, of a thousand; of those made at once, the first."""
    number = 0
    for kind, (_, share, together) in KINDS.items():
        for _ in range(share // together):
            yield number, kind
            number += together


def shown(chance: random.Random, folder: str, file: str) -> Input:
    """The commands that show documents, in forms drawn by lot."""
    forms = chance.sample(sorted(RENDERERS), 3)
    outputs = {f"out/report.{form}": form for form in forms}
    commands = [["check", folder, *(f"--also={form}=out/report.{form}" for form in forms)]]
    match chance.randrange(6):
        case 0:
            commands = [["claims", "--all", "--format", chance.choice(list(LISTINGS)), folder]]
        case 1:
            commands = [["inspect", "--all", "--format", chance.choice(list(INSPECTIONS)), "--", file]]
        case 2:
            outputs |= {"out/baseline.json": ""}
            commands += [["baseline", "write", folder, "--baseline", "out/baseline.json"]]
    return Input(commands, outputs=outputs)


# ---- sound files


@cache
def sound_files() -> list[tuple[str, bytes]]:
    """Small sound files of every format that is read without another program."""
    page = ofd_line(20, 20, "全年粮食产量12.3万吨。")
    return [*made_here(), (".ofd", ofd(page)), (".md", bulletin("全年粮食产量12.3万吨。").encode())]


@cache
def _made(bad: str, make: Callable[[], bytes]) -> bytes:
    return make()


@cache
def sound_records() -> dict[str, str]:
    """A baseline, accepted findings and a report of the documents that every input has, and their findings' ids."""
    with tempfile.TemporaryDirectory() as place:
        _prepared(Path(place))
        run(["baseline", "write", "documents", "--baseline", "baseline.json"], Path(place))
        said = run(["check", "documents", "--format", "json"], Path(place)).stdout
        ids = [finding["fingerprint"] for finding in json.loads(said)["findings"]]
        assert ids
        decided = 'who = "甲"\nwhy = "口径不同。"\nuntil = 2030-01-01\n'
        accepted = "".join(f'[[accepted]]\nfinding = "{one}"\n{decided}' for one in ids)
        baseline = Path(place, "baseline.json").read_text("utf-8")
    return {"baseline.json": baseline, "accepted.toml": accepted, "report.json": said, "fingerprints": " ".join(ids)}


@cache
def sound_index() -> bytes:
    """An index of the documents that every input has."""
    with tempfile.TemporaryDirectory() as place:
        _prepared(Path(place))
        run(["index", "build", "documents"], Path(place))
        return Path(place, ".consistency/index.sqlite").read_bytes()


def _prepared(folder: Path) -> None:
    """A project: two documents that disagree, and files of others beside them."""
    for part in ("documents", "beside", "out"):
        (folder / part).mkdir()
    for number, revenue in enumerate(("80.3", "82.1")):
        said = bulletin(REVENUE.format(revenue, number))
        (folder / f"documents/{number}.txt").write_text(said, encoding="utf-8")
    (folder / "beside/baseline.json").write_text('{"schema": 1, "findings": []}', encoding="utf-8")
    (folder / "beside/accepted.toml").write_text("# nothing yet\n", encoding="utf-8")
    (folder / "beside/other.txt").write_text("somebody else's\n", encoding="utf-8")


# ---- what came of it


@dataclass(frozen=True)
class Said:
    """What a command said."""

    code: int
    stdout: str
    stderr: str
    fault: str


def run(arguments: list[str], folder: Path, stdin: bytes = b"") -> Said:
    """One command in a project, in this process."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        done = CliRunner().invoke(program, arguments, input=stdin)
    finally:
        os.chdir(before)
    broken = done.exception is not None and not isinstance(done.exception, SystemExit)
    trace = "".join(traceback.format_exception(*done.exc_info)) if broken and done.exc_info else ""
    stdout, stderr = (data.decode("utf-8", "surrogateescape") for data in (done.stdout_bytes, done.stderr_bytes))
    faulty = done.exit_code not in (0, 1, 2) or "Traceback" in stderr
    return Said(done.exit_code, stdout, stderr, trace or (stderr if faulty else ""))


def there(folder: Path) -> dict[str, bytes]:
    """The bytes of every regular file of a folder, by path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def spent() -> float:
    """Seconds of the processor so far, those of processes begun here included."""
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def form_of(arguments: list[str]) -> str:
    """The form of what a command writes to the standard output."""
    asked = dict(pairwise(arguments)).get("--format", "text")
    return asked if arguments[0] in ("claims", "inspect", "check") else "text"


def tried(kind: str, chance: random.Random) -> list[tuple[str, str]]:
    """What was wrong with the commands that met one input of a kind, by sort; nothing, it is hoped."""
    wrong: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _prepared(folder)
        made = KINDS[kind][0](chance, folder)
        for arguments in made.commands:
            before, begun = there(folder), spent()
            said = run(arguments, folder, made.stdin)
            lasted, after = spent() - begun, there(folder)
            told = " ".join(arguments)
            wrong += [("tracebacks", f"{told}: {said.fault[-1500:]}")] if said.fault else []
            wrong += [("past budget", f"{told}: {lasted:.0f} s")] if lasted > SECONDS else []
            shown_to = [("text", said.stderr), (form_of(arguments) if said.code in (0, 1) else "text", said.stdout)]
            shown_to += [(form, after[f].decode()) for f, form in made.outputs.items() if form and f in after]
            for form, output in shown_to:
                found = _acting(form, output) if output else []
                wrong += [("escapes", f"{told}: {form}: {found[:3]}")] if found else []
            may = made.outputs.keys() - (made.kept if said.code == 2 else frozenset())
            changed = [f for f in before.keys() | after.keys() if before.get(f) != after.get(f) and f not in may]
            wrong += [("other files changed", f"{told}: {changed}")] if changed else []
    return wrong


def _acting(form: str, output: str) -> list[str]:
    """What of an output acts; one that is not of its form does as well."""
    try:
        return acting(form, output)
    except Exception as error:
        return [f"not {form}: {error}"]


def main() -> int:
    """Try the inputs; print the counts by kind, and what was wrong."""
    warnings.filterwarnings("ignore", "Duplicate name")  # which are meant
    options = argparse.ArgumentParser()
    options.add_argument("--inputs", type=int, default=10_000)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", choices=KINDS)
    chosen = options.parse_args()
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    vars(configuration)["load_rules"] = lambda folders=(): load_rules(folders) if folders else rules_that_ship()
    sound_files(), sound_records(), sound_index()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    begun = spent()
    seconds: dict[str, float] = dict.fromkeys(KINDS, 0.0)
    for number, kind in ((base + at, kind) for base in range(0, 10**6, 1000) for at, kind in turns()):
        if number >= chosen.first + chosen.inputs:
            break
        if number < chosen.first or chosen.only not in (None, kind):
            continue
        at = spent()
        wrong = tried(kind, random.Random(f"{chosen.seed}:{number}"))
        seconds[kind] += spent() - at
        counts[kind].update({"inputs": KINDS[kind][2], **dict.fromkeys({sort for sort, _ in wrong}, 1)})
        for sort, told in wrong:
            print(f"{number} {kind}: {sort}: {told!r}", flush=True)
        if number % 1000 > 990:
            print(f"… {number + 1 - chosen.first} in {spent() - begun:.0f} s of the processor", flush=True)
    sorts = ("inputs", "tracebacks", "past budget", "escapes", "other files changed")
    print(f"{'':22}" + "".join(f"{sort:>22}" for sort in (*sorts, "seconds for each")))
    for kind, of in counts.items():
        mean = seconds[kind] / max(1, of["inputs"])
        print(f"{kind:22}" + "".join(f"{of[sort]:>22,}" for sort in sorts) + f"{mean:>22.2f}")
    return int(any(of[sort] for of in counts.values() for sort in sorts[1:]))


if __name__ == "__main__":
    raise SystemExit(main())
