"""The same text written in every format that is read: paragraphs and tables, as an editor would have them."""

from __future__ import annotations

import html
import io
import os
import shutil
import subprocess
from pathlib import Path

from consistency.normalise import fold
from consistency.text.blocks import blocks
from consistency.text.tables import TableBlock

Written = list[str | list[list[str]]]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
STYLE = """<style>@page { size: A4; margin: 25mm } body { font: 16px/1.7 serif } p { margin: 0; text-indent: 2em }
table { border-collapse: collapse; width: 100% } td, th { border: 1px solid black; padding: 2px 6px }</style>"""
BARE = """<style>@page { size: A4; margin: 25mm } body { font: 16px/1.7 serif } p { margin: 0; text-indent: 2em }
table { border-collapse: collapse; width: 60%; margin: auto; text-align: center } td { padding: 4px 8px }</style>"""


def shape(text: str) -> Written:
    """A plain text as paragraphs and tables; a table set a cell a line becomes one."""
    folded = fold(text)
    out: Written = []
    at = 0
    for block in blocks(folded.text):
        if isinstance(block, TableBlock):
            whole = folded.back(block.span)
            out += _paragraphs(text[at : whole.start])
            rows = (block.header, *block.rows)
            out.append([[folded.back(cell.span).of(text) for cell in row] for row in rows])
            at = whole.end
    return out + _paragraphs(text[at:])


def _paragraphs(text: str) -> list[str | list[list[str]]]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def as_html(written: Written, style: str = STYLE) -> bytes:
    """A page of the text in a style: with `BARE`, tables have no rules and are so narrow that cells are wrapped."""
    parts = ["<!DOCTYPE html><html><head><meta charset=utf-8>", style, "</head><body>"]
    for piece in written:
        if isinstance(piece, str):
            parts.append(f"<p>{html.escape(piece)}</p>")
            continue
        rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in piece)
        parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return "".join([*parts, "</body></html>"]).encode()


def as_docx(written: Written) -> bytes:
    """A Word file, each paragraph in several runs as Word leaves it."""
    import docx

    document = docx.Document()
    for piece in written:
        if isinstance(piece, str):
            paragraph = document.add_paragraph()
            for at in range(0, len(piece), 7):
                paragraph.add_run(piece[at : at + 7])
            continue
        table = document.add_table(len(piece), max(map(len, piece)), "Table Grid")
        for cells, row in zip(table.rows, piece, strict=True):
            for cell, words in zip(cells.cells, row, strict=False):
                cell.text = words
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def as_xlsx(written: Written) -> bytes:
    """A workbook with a line a row; numbers of tables are numbers."""
    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for piece in written:
        if isinstance(piece, str):
            sheet.append([piece])
            continue
        sheet.append([])
        for row in piece:
            sheet.append([float(cell) if cell.lstrip("-").replace(".", "", 1).isdecimal() else cell for cell in row])
            for cell, words in zip(sheet[sheet.max_row], row, strict=False):
                cell.number_format = "0." + "0" * len(words.partition(".")[2]) if "." in words else "General"
        sheet.append([])
    held = io.BytesIO()
    workbook.save(held)
    return held.getvalue()


def printed_by_chromium(page: bytes, folder: Path) -> bytes:
    """The page as Chromium prints it."""
    assert CHROMIUM is not None
    (folder / "page.html").write_bytes(page)
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'page.pdf'}", "page.html"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / "page.pdf").read_bytes()


def printed_by_office(document: bytes, folder: Path) -> bytes:
    """The Word file as LibreOffice prints it."""
    assert OFFICE is not None
    (folder / "text.docx").write_bytes(document)
    profile = (folder / "office").as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "text.docx"]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=240, env=environment)
    return (folder / "text.pdf").read_bytes()
