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
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from consistency.readers import READERS
from consistency.readers.libreoffice import SUFFIXES, office
from tests.readers.drawn import FONT, drawn, text, wrapped
from tests.readers.test_word import LAUGHS, OLE, OUTSIDE, docx, p, part, tbl, tc, with_part
from tests.readers.test_workbook import ROWS, saved, sheet_of, with_sheet

pytestmark = pytest.mark.slow
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


def of_pages(*objects: bytes) -> bytes:
    """A PDF of these objects, whose second is the root of the tree of pages."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        + b"".join(b"%d 0 obj<<%b>>endobj\n" % (number, each) for number, each in enumerate(objects, 2))
        + b"trailer<</Root 1 0 R>>\n%%EOF"
    )


def endless() -> bytes:
    """A PDF whose tree of pages is a chain that leads to no page."""
    return of_pages(*[b"/Type/Pages/Count 1/Kids[%d 0 R]" % number for number in range(3, 60_000)])


def repeated() -> bytes:
    """A PDF that has one page 100,000 times."""
    tree = b"/Type/Pages/Count 100000/Kids[" + b"3 0 R " * 100_000 + b"]"
    return of_pages(tree, b"/Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]")


def nested(depth: int) -> bytes:
    """A Word file with tables in tables."""
    inside = p(WORDS)
    for _ in range(depth):
        inside = tbl(f"<w:tc>{inside}</w:tc>" + tc("乙"))
    return docx(inside)


def columns_of_figures(canvas: Canvas) -> None:
    """800 lines of eight figures on one page, which are a table."""
    canvas.setFont(FONT, 1)
    for row in range(800):
        for column in range(8):
            canvas.drawString(40 + 60 * column, 800 - row * 0.5, f"{row}.{column}")


def numbered(paragraphs: int) -> bytes:
    """A Word file of empty paragraphs in a list of nine levels, each of which shows all of them."""
    shown = "".join(f"%{level}" for level in range(1, 10))
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="{shown}"/></w:lvl>' for n in range(9)
    )
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    lists = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    used = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    return docx(item * paragraphs + p(WORDS), numbering=part(lists + used, "numbering"))


def mostly_empty(rows: int) -> bytes:
    """A sheet whose rows have a height each and nothing in them, but for the last."""
    empty = "".join(f'<row r="{row}" ht="14"/>' for row in range(1, rows))
    return with_sheet(ROWS.format(empty + f'<row r="{rows}"><c><v>1</v></c></row>'))


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
    "endless.pdf": lambda: endless(),
    "repeated.pdf": lambda: repeated(),
    "no-text.pdf": lambda: drawn(lambda canvas: canvas.rect(9, 9, 99, 99)),
    "tags.html": lambda: b"<p>1" * 2_000_000,
    "deep.docx": lambda: docx("<w:tbl><w:tr><w:tc>" * 100_000),
    "nested.docx": lambda: nested(200),
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
# Sound files that would cost much if all of it were looked at.
LARGE: dict[str, Callable[[], bytes]] = {
    "dense.pdf": lambda: drawn(columns_of_figures),
    "numbered.docx": lambda: numbered(200_000),
    "mostly-empty.xlsx": lambda: mostly_empty(1_000_000),
    "merged.xlsx": lambda: with_sheet(
        ROWS.format('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
            "</worksheet>", "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 50_000 + "</mergeCells></worksheet>"
        )
    ),
    "nested.docx": lambda: nested(60),
}
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


def check(*paths: str, folder: Path) -> tuple[dict[str, Any], int, float, int]:
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
    (error,) = report["errors"]
    assert error["path"] == name
    assert len(error["message"].splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured the way of Unix")
@pytest.mark.parametrize("name", LARGE)
def test_a_sound_file_made_to_cost_much_is_read_all_the_same(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(LARGE[name]())
    report, code, seconds, megabytes = check(name, folder=tmp_path)
    assert code != 2, report["errors"]
    assert seconds < 2 * SECONDS
    assert megabytes < MEGABYTES


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured the way of Unix")
def test_the_others_are_checked_all_the_same(tmp_path: Path) -> None:
    bad = {name: made for name, made in BAD.items() if office() or not name.endswith(SUFFIXES)}
    for name, made in bad.items():
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
    assert {each["path"] for each in report["documents"]} == set(GOOD)
    errors = {each["path"]: each["message"] for each in report["errors"]}
    assert set(errors) == set(bad) | {"dangling.docx", "x.docx", "gone.xlsx", "large.pdf"}
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
