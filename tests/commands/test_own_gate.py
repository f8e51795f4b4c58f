"""The gate this repository sets up for its own documents: what `.ci/run` says of `seeds/`, and of one document more."""

import shlex
import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consistency.api import check
from consistency.cli import main
from consistency.model import Severity
from consistency.offsets import Span

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The documents and the record of this repository, in a folder of their own."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "consistency-baseline.json", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def gate() -> Result:
    """What the command of `.ci/run` that knows of the record makes of the documents."""
    (line,) = [line for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines() if "--baseline" in line]
    _, _, arguments = line.partition(" consistency ")
    return CliRunner().invoke(main, [*shlex.split(arguments), "--lang", "en"], catch_exceptions=False)


def write(folder: Path, statement: str) -> None:
    """One document more, about the place and year that most of the documents are about."""
    told = Counter((r.context.entity, r.context.period) for r in check("seeds").readings)
    (entity, year), _ = told.most_common(1)[0]
    (folder / "seeds" / "new.txt").write_text(f"{entity}{year}年大事记\n{year}年，{statement}。\n", encoding="utf-8")


def sentence(text: str, span: Span) -> str:
    """The sentence around a place, as a document may repeat it."""
    start = max(text.rfind(mark, 0, span.start) for mark in "。；;\n") + 1
    ends = [at for mark in "。；;\n" if (at := text.find(mark, span.end)) >= 0]
    return text[start : min(ends, default=len(text))].strip()


def test_the_record_is_that_of_today(copy: Path) -> None:
    done = gate()
    assert done.exit_code == 0, done.stdout
    assert "match no finding any longer" not in done.stderr


def test_a_document_that_repeats_what_one_source_says_alone_is_refused(copy: Path) -> None:
    odd = next(f for f in check("seeds").findings if "stands alone" in f.evidence and f.severity is not Severity.INFO)
    source = odd.evidence["stands alone"]
    (place,) = [claim.span for claim in odd.claims if claim.document == source]
    told = sentence(Path(source).read_text(encoding="utf-8"), place)
    write(copy, told)
    done = gate()
    assert done.exit_code == 1, done.stdout
    assert "on record, but without these documents: seeds/new.txt" in " ".join(done.stdout.split())


def test_a_document_with_a_number_of_its_own_is_refused(copy: Path) -> None:
    write(copy, "全区地区生产总值9988亿元")
    done = gate()
    assert done.exit_code == 1
    assert "seeds/new.txt" in done.stdout


def test_a_document_that_agrees_passes(copy: Path) -> None:
    groups = [g for g in check("seeds").sets if g.verdict == "agree" and g.key.indicator == "地区生产总值"]
    claims = [claim for group in groups for claim in group.claims if claim.key.measure == "level"]
    text = Path(claims[0].document).read_text(encoding="utf-8")
    write(copy, f"全区{claims[0].span.of(text)}")
    done = gate()
    assert done.exit_code == 0, done.stdout
    assert "seeds/new.txt" in done.stdout
