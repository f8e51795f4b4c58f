"""The shape of the project: nothing undocumented, nothing untested, one place for each thing."""

import ast
import fnmatch
import importlib
import importlib.util
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest

import consistency

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "consistency"
TESTS = ROOT / "tests"
ARCHITECTURE = ROOT / "docs" / "architecture.md"

MODULES = sorted(PACKAGE.rglob("*.py"))
# A folder that holds nothing to import yet is none.
SUBPACKAGES = sorted(path.parent for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]

# Names that say nothing of what is inside, so that anything goes in.
EMPTY_NAMES = {"base", "common", "helpers", "manager", "managers", "misc", "util", "utils"}
AMERICAN = {
    r"analyz\w+": "analys…",
    r"behaviors?": "behaviour",
    r"cent(?:er|ers|ered)": "centre",
    r"color(?:s|ed|ing)?": "colour",
    r"favor\w*": "favour",
    r"labeled|labeling": "labelled, labelling",
    r"(?:de)?normaliz\w+": "normalis…",
    r"(?:organ|recogn|summar|serial|token|optim|harmon|standard|emphas|priorit|categor)iz\w+": "-is…",
}


def name(path: Path) -> str:
    """A path as a test's id."""
    return path.relative_to(ROOT).as_posix()


def syntax(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def prose(markdown: str) -> str:
    """A page without code blocks, code words, links and quoted names, lines kept in their places."""
    without_blocks = re.sub(r"^ *```.*?^ *```", lambda m: "\n" * m[0].count("\n"), markdown, flags=re.M | re.S)
    return re.sub(r"`[^`\n]*`|\]\([^)\n]*\)|https?://\S+", "", without_blocks)


def table_rows(heading: str) -> list[str]:
    """The first cells of the table under a heading of the architecture page, each a word of code."""
    page = ARCHITECTURE.read_text(encoding="utf-8")
    section = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", page, flags=re.M | re.S)
    assert section, f"docs/architecture.md has no section “{heading}”"
    cells = [re.findall(r"`([^`]+)`", line.split("|")[1]) for line in section[1].splitlines() if line.startswith("|")]
    return [word for words in cells for word in words]


def readme_commands() -> list[str]:
    """The lines of the first block of commands in the README."""
    block = re.search(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.S)
    assert block, "README.md has no code block"
    return block[1].strip().splitlines()


def test_the_code_under_test_is_this_checkout() -> None:
    assert Path(consistency.__file__).resolve().parent == PACKAGE


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(syntax(path)), "give the module a docstring"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_what_a_module_offers_is_documented(path: Path) -> None:
    offered = [
        node
        for node in syntax(path).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in offered if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_named_after_its_subject(path: Path) -> None:
    assert not {path.stem, path.parent.name} & EMPTY_NAMES, "name it after what is in it"


@pytest.mark.parametrize("folder", SUBPACKAGES, ids=name)
def test_what_a_package_defines_has_no_module_of_its_name(folder: Path) -> None:
    """Importing the module later would put it in the place of the function."""
    defined = {node.name for node in syntax(folder / "__init__.py").body if isinstance(node, ast.FunctionDef)}
    assert defined & {path.stem for path in folder.iterdir()} == set()


@pytest.mark.parametrize("folder", SUBPACKAGES, ids=name)
def test_a_package_has_tests_of_its_name(folder: Path) -> None:
    places = [*(TESTS / folder.relative_to(PACKAGE)).glob("test_*.py"), *TESTS.glob(f"test_{folder.name}*.py")]
    assert places, f"add tests/test_{folder.name}.py or tests/{folder.name}/"


def imports(path: Path) -> set[str]:
    """The modules of the package that a module imports as it is loaded."""
    package = path.parent.relative_to(ROOT).parts
    found = set()
    for node in syntax(path).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("consistency"):
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {one if one in DOTTED else node.module for one in inner}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("consistency")}
    return found - {".".join(package)}


def dotted(path: Path) -> str:
    """The name under which a module is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


DOTTED = {dotted(path) for path in MODULES}


def test_no_imports_go_round_in_a_circle() -> None:
    TopologicalSorter({dotted(path): imports(path) for path in MODULES}).prepare()


def test_a_module_gives_a_name_to_one_thing() -> None:
    again = []
    for path in MODULES:
        named = set[str]()
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = statement.targets if isinstance(statement, ast.Assign) else ()
            for name in [target.id for target in targets if isinstance(target, ast.Name)]:
                if name in named:
                    again.append(f"{path.relative_to(ROOT)}:{statement.lineno} {name}")
                named.add(name)
    assert not again


def test_a_name_is_of_one_type() -> None:
    """A reader who meets a type knows which it is: no two public classes of the program bear one name."""
    classes = [
        (node.name, name(path))
        for path in MODULES
        for node in syntax(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    at = {word: [path for called, path in classes if called == word] for word, _ in classes}
    assert {word: paths for word, paths in at.items() if len(paths) > 1} == {}


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines stand in a function below its docstring."""
    told = ast.get_docstring(function) is not None and len(function.body) > 1
    return (function.end_lineno or 0) - function.body[1 if told else 0].lineno + 1


def test_a_function_is_seldom_longer_than_a_glance() -> None:
    """Past forty lines are lists of cases and steps in order that parting would hide: four in a thousand at most."""
    functions = [
        (lines_of(node), f"{name(path)}: {node.name}")
        for path in MODULES
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = sorted(one for one in functions if one[0] > 40)
    assert len(long) <= 0.004 * len(functions), long
    assert not [one for one in long if one[0] > 100]


@pytest.mark.parametrize(
    ("heading", "module", "table"),
    [
        ("Formats read", "consistency.readers", "READERS"),
        ("Report formats", "consistency.report", "RENDERERS"),
    ],
)
def test_the_tables_of_the_code_stand_in_the_architecture(heading: str, module: str, table: str) -> None:
    found = importlib.util.find_spec(module)
    if found is None or found.origin is None:  # an empty folder has a name but no origin
        pytest.skip(f"{module} is not written yet")
    known, told = set(getattr(importlib.import_module(module), table)), set(table_rows(heading))
    assert known <= told, f"docs/architecture.md, “{heading}”: add a row for each entry of {table}"
    assert told <= known, f"docs/architecture.md, “{heading}”: take out what is not in {table}"


# The rooms of extraction whose modules are steps; `about` and `relations` have tables of their own.
STEPS_BY_ROOM = ("quantities", "statements", "tables", "relations")


def test_the_steps_of_extraction_stand_in_the_architecture() -> None:
    rooms = [PACKAGE / "text", PACKAGE / "extract", *(PACKAGE / "extract" / room for room in STEPS_BY_ROOM)]
    steps = {path.stem for room in rooms for path in room.glob("*.py")} - {"__init__"}
    section = (
        ARCHITECTURE.read_text(encoding="utf-8").partition("### The steps of extraction\n")[2].partition("\n### ")[0]
    )
    named = re.findall(r"`(\w+)`", "".join(line.split("|")[1] for line in section.splitlines() if line.startswith("|")))
    assert sorted(named) == sorted(steps)


@pytest.mark.parametrize("path", sorted((ROOT / "rules").rglob("*.toml")), ids=name)
def test_a_rule_file_is_documented(path: Path) -> None:
    words = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    patterns = re.findall(r"rules/[\w*./-]+\.toml", words)
    assert any(fnmatch.fnmatchcase(name(path), pattern) for pattern in patterns), "mention it in docs/architecture.md"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_files_that_the_pages_name_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []
    paths = re.findall(r"`((?:benchmarks|consistency|docs|rules|seeds|tests)/[\w*./-]*)`", text)
    missing = [path for path in paths if not any(ROOT.glob(f"{path}*" if path.endswith("/") else path))]
    assert sorted(set(missing)) == []


@pytest.fixture(scope="module")
def thresholds() -> Any:
    """The script that lists the numbers that decide something."""
    found = importlib.util.spec_from_file_location("thresholds", ROOT / ".ci" / "thresholds.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules["thresholds"] = module
    found.loader.exec_module(module)
    return module


def test_a_number_that_decides_says_what_it_is_of(thresholds: Any) -> None:
    assert [f"{t.module}: {t.name}" for t in thresholds.thresholds() if not t.says] == []


def test_the_page_of_thresholds_is_that_of_the_code(thresholds: Any) -> None:
    page = (ROOT / "docs" / "thresholds.md").read_text(encoding="utf-8")
    assert page == thresholds.page(), "python .ci/thresholds.py > docs/thresholds.md"


def test_ci_runs_the_commands_of_the_readme() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    check, tests = readme_commands()
    assert any(line == check or line.startswith(f"{check} ||") for line in lines), "the first command of README.md"
    assert tests in lines, "the second command of README.md, to the letter"


def test_the_versions_of_python_that_are_promised_are_tried() -> None:
    promised = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (matrix,) = re.findall(r"^ +python: \[(.*)\]$", (ROOT / ".github/workflows/ci.yml").read_text("utf-8"), flags=re.M)
    assert re.findall(r"3\.\d+", matrix) == promised


def test_the_changelog_takes_notes() -> None:
    assert re.search(r"^## \[?Unreleased\]?$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.M)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_pages_are_in_british_spelling(page: Path) -> None:
    text = prose(page.read_text(encoding="utf-8"))
    found = [
        f"{text[: match.start()].count(chr(10)) + 1}: {match[0]} → {british}"
        for american, british in AMERICAN.items()
        for match in re.finditer(rf"\b(?:{american})\b", text, flags=re.I)
    ]
    assert found == []


def test_american_spelling_would_be_seen() -> None:
    said = "The color `color` of a colour, normalized in the center.\n```\nbehavior\n```\nlabeled"
    hits = [m[0] for word in AMERICAN for m in re.finditer(rf"\b(?:{word})\b", prose(said), flags=re.I)]
    assert sorted(hits) == ["center", "color", "labeled", "normalized"]


HAN = re.compile(r"[一-鿿]")
# A word of the language that identities.toml writes its formulas in, and no word of a text: 债务余额[上年]
OF_FORMULAS = "上年"
MATCHERS = {"compile", "search", "match", "fullmatch", "split", "sub", "findall", "finditer", "startswith", "endswith"}


def patterns_over_text(code: str) -> list[str]:
    """The Chinese words of a module that are looked for in texts, messages by language left out.

    They are the arguments of `re.compile` and its like, both sides of `in` and of `==`, and the members of module-level
    tuples, lists and sets, or a plain word that a module-level constant holds.
    """
    tree = ast.parse(code)
    by_language = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict) and {k.value for k in node.keys if isinstance(k, ast.Constant)} == {"zh", "en"}
    ]
    messages = {id(inner) for node in by_language for inner in ast.walk(node)}
    looked_for: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MATCHERS:
            looked_for += [node.func.value, *node.args]
        elif isinstance(node, ast.Compare):
            looked_for += [node.left, *node.comparators]
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node in tree.body and node.value is not None:
            looked_for += [n for n in ast.walk(node.value) if isinstance(n, ast.Tuple | ast.List | ast.Set)]
            looked_for += [node.value] if isinstance(node.value, ast.Constant) else []
    words = {
        (inner.lineno, inner.value)
        for node in looked_for
        for inner in ast.walk(node)
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and id(inner) not in messages
    }
    return [f"{line}: {word}" for line, word in sorted(words) if HAN.search(word.replace(OF_FORMULAS, ""))]


@pytest.mark.parametrize("path", sorted((PACKAGE / "checks").glob("*.py")), ids=name)
def test_checks_read_no_chinese(path: Path) -> None:
    assert patterns_over_text(path.read_text(encoding="utf-8")) == [], "move it to extract/relations or to rules/"


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('TOTAL = re.compile(r"合计$")', 1),
        ('ELSEWHERE = frozenset({"全国", "全省"})', 2),
        ('def f(words):\n    return "其中" in words', 1),
        ('def f(words):\n    return words.startswith(("约", "近")) or re.split("[，、]", words)', 2),
        ('def f():\n    """合计 is a total."""\n    return {"zh": "合计不符", "en": "no total"}', 0),
        ('SCALES = {4: "万"}', 0),
        ('TOTAL = "合计|总计"', 1),
        ('BEFORE = re.compile(r"\\[上年\\]")', 0),
    ],
)
def test_a_chinese_pattern_would_be_seen(code: str, count: int) -> None:
    assert len(patterns_over_text(code)) == count
