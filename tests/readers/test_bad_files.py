"""Bad files, each refused in one line, in little time and memory, while the others are checked."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from consistency.readers import READERS
from tests.readers.drawn import drawn, text, wrapped
from tests.readers.test_word import LAUGHS, OLE, OUTSIDE, docx, p, with_part
from tests.readers.test_workbook import ROWS, saved, sheet_of, with_sheet

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 5, 500  # of the processor and of memory, the start of the program included
WORDS = "全年全市生产总值达到1744亿元，增长6.7%。"


def overlapping() -> bytes:
    """An archive whose directory names one part of 30 MB a thousand times."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (30 << 20))
        part = archive.filelist[0]
        archive.filelist += [part] * 1000
    return held.getvalue()


def deflated(size: int) -> bytes:
    """A PDF whose page is `size` bytes of blanks, packed."""
    content = zlib.compress(b" " * size, 9)
    return (
        (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n"
            b"4 0 obj<</Filter/FlateDecode/Length LENGTH>>stream\nCONTENT\nendstream endobj\n"
            b"trailer<</Root 1 0 R>>\n%%EOF"
        )
        .replace(b"LENGTH", str(len(content)).encode())
        .replace(b"CONTENT", content)
    )


def circular() -> bytes:
    """A PDF whose tree of pages leads back to itself."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


# Made when asked for: some are large before they are packed.
BAD: dict[str, Callable[[], bytes]] = {
    "encrypted.docx": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "encrypted.xlsx": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "encrypted.pdf": lambda: drawn(wrapped(WORDS), password="secret"),
    "truncated.docx": lambda: docx(p(WORDS))[:-200],
    "truncated.xlsx": lambda: saved(sheet_of(["甲", 1])[0])[:-300],
    "truncated.pdf": lambda: drawn(wrapped(WORDS))[:300],
    "bomb.docx": lambda: docx("<w:p>" + " " * (200 << 20) + "</w:p>"),
    "bomb.xlsx": lambda: with_sheet(ROWS.format(" " * (200 << 20))),
    "bomb-of-cells.xlsx": lambda: with_sheet(ROWS.format("<row><c><v>1</v></c></row>" * 3_000_000)),
    "bomb.pdf": lambda: deflated(600 << 20),
    "overlapping.docx": lambda: overlapping(),
    "laughs.docx": lambda: with_part(LAUGHS),
    "laughs.xlsx": lambda: with_sheet(LAUGHS),
    "outside.docx": lambda: with_part(OUTSIDE),
    "circle.pdf": lambda: circular(),
    "no-text.pdf": lambda: drawn(lambda canvas: canvas.rect(9, 9, 99, 99)),
    "tags.html": lambda: b"<p>1" * 2_000_000,
    "deep.docx": lambda: docx("<w:tbl><w:tr><w:tc>" * 100_000),
    "a-pdf.docx": lambda: drawn(wrapped(WORDS)),
    "a-docx.pdf": lambda: docx(p(WORDS)),
    "a-docx.xlsx": lambda: docx(p(WORDS)),
    "an-xlsx.csv": lambda: saved(sheet_of(["甲", 1])[0]),
    "words.docx": lambda: WORDS.encode(),
    "words.html": lambda: WORDS.encode(),
    **{f"empty{suffix}": bytes for suffix in READERS},
    **{f"noise{suffix}": lambda: bytes(range(256)) * 40 for suffix in READERS},
}
# Those made to cost much; the cheap ones are measured together.
COSTLY = [
    name for name in BAD if not name.startswith(("empty", "noise", "words", "a-", "an-", "truncated", "encrypted"))
]
GOOD: dict[str, bytes] = {
    "good.txt": WORDS.encode(),
    "good.docx": docx(p(WORDS)),
    "good.html": f"<p>{WORDS}</p>".encode(),
    "good.pdf": drawn(text((72, 700, WORDS))),
    "good.csv": "指标,2024年\n生产总值（亿元）,1744\n".encode(),
    "good.xlsx": saved(sheet_of(["指标", "2024年"], ["生产总值（亿元）", 1744])[0]),
    # Fetched by no one: an external entity, and styles and pictures from elsewhere.
    "outside.html": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><img src=http://0.0.0.0/><p>&x;'
    + WORDS.encode(),
}


def check(*paths: str, folder: Path) -> tuple[dict[str, object], int, float, int]:
    """The report on some files, the exit code, and the seconds and megabytes it took."""
    command = [sys.executable, "-m", "consistency", "check", "--format", "json", *paths]
    measured = (
        "import json, resource, subprocess, sys;"
        "done = subprocess.run(json.loads(sys.argv[1]), stdout=subprocess.PIPE);"
        "usage = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps([done.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, done.stdout.decode()]))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", measured, json.dumps(command)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    code, seconds, memory, output = json.loads(done.stdout)
    assert "Traceback" not in done.stderr
    return json.loads(output), code, seconds, memory >> 10


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured the way of Unix")
@pytest.mark.parametrize("name", COSTLY)
def test_a_bad_file_costs_little(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name]())
    report, code, seconds, megabytes = check(name, folder=tmp_path)
    assert code == 2
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    (error,) = report["errors"]  # type: ignore[misc, attr-defined]
    assert error["path"] == name
    assert len(error["message"].splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured the way of Unix")
def test_the_others_are_checked_all_the_same(tmp_path: Path) -> None:
    for name, made in BAD.items():
        (tmp_path / name).write_bytes(made())
    for name, content in GOOD.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "dangling.docx").symlink_to("gone.docx")
    (tmp_path / "x.docx").mkdir()
    with (tmp_path / "large.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200 << 20)  # a hole: takes no room on the disk
    report, code, seconds, megabytes = check(".", "x.docx", "gone.xlsx", folder=tmp_path)
    assert seconds < SECONDS * len(COSTLY)
    assert code == 2
    assert megabytes < MEGABYTES
    assert {each["path"] for each in report["documents"]} == set(GOOD)  # type: ignore[attr-defined]
    errors = {each["path"]: each["message"] for each in report["errors"]}  # type: ignore[attr-defined]
    assert set(errors) == set(BAD) | {"dangling.docx", "x.docx", "gone.xlsx", "large.pdf"}
    assert len(set(errors.values())) > 12
    assert "root:" not in json.dumps(report)


def test_a_text_loads_no_library_of_another_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    program = (
        "import sys; from consistency.readers import read; read('a.txt');"
        "print({'lxml', 'pypdfium2', 'zipfile', 'csv', 'openpyxl'} & {name.partition('.')[0] for name in sys.modules})"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
