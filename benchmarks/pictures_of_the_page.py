"""Takes the pictures that docs/ shows: `python benchmarks/pictures_of_the_page.py` (Chromium, LibreOffice, Poppler).

Of the page, of a terminal, and of a draft with highlights; the documents are those of the tutorial. What is on the
pictures is looked at by people. That the page works is held by tests/serve/test_in_a_browser.py, and that the pictures
are of what the program says today by tests/test_pictures.py: beside them stands their text, `pictures.json`.
"""

from __future__ import annotations

import contextlib
import fcntl
import io
import json
import os
import pty
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
TUTORIAL = ROOT / "docs" / "tutorial"
PICTURES = ROOT / "docs" / "pictures"
COLOURS = 48
SHOTS = {
    "page-light": ({"width": 1280, "height": 760}, "light", ["j", "f"]),
    "page-dark": ({"width": 1280, "height": 760}, "dark", ["j", "a"]),
    "page-phone": ({"width": 390, "height": 1400}, "light", []),
}


# A frame for what a terminal shows; wide characters take two cells, as in a terminal.
FRAME = """<style>
body {{ margin: 0; }}
pre {{ display: inline-block; width: 81ch; overflow: hidden; margin: 0; padding: 14px 18px; border-radius: 8px;
  background: {background}; color: {foreground};
  font: 15px/1.45 "WenQuanYi Zen Hei Mono", "Noto Sans Mono CJK SC", monospace; }}
</style><pre>{code}</pre>"""
CHECK = ["check", "稿件.docx", "--against", "已发布", "--lang", "zh"]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TERMINAL = (80, 44)  # columns and lines


def main() -> None:
    """Takes each picture, and writes down what is on those of the terminal and of the draft."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        shutil.copytree(TUTORIAL, folder, dirs_exist_ok=True)
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        terminal(browser, Path(folder))
        draft(Path(folder))
        page(browser, folder)
        browser.close()
    (PICTURES / "pictures.json").write_text(f"{json.dumps(told(), ensure_ascii=False, indent=1)}\n", encoding="utf-8")


def told() -> dict[str, list[str]]:
    """What a reader of the pictures finds on them today: the lines of the terminal, the comments of the draft."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(TUTORIAL, folder, dirs_exist_ok=True)
        return {"terminal": shown_by_a_terminal(folder).plain.splitlines(), "annotated": comments(folder)}


def shown_by_a_terminal(folder: Path) -> Text:
    """What a terminal with colours shows of the tutorial's first check."""
    columns, lines = TERMINAL
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
    surroundings.pop("NO_COLOR", None)
    asked = [sys.executable, "-m", "consistency", *CHECK]
    with subprocess.Popen(asked, cwd=folder, env=surroundings, stdout=theirs, stderr=subprocess.DEVNULL):
        os.close(theirs)
        found = b""
        with contextlib.suppress(OSError):  # the end of a terminal
            while piece := os.read(ours, 65536):
                found += piece
    os.close(ours)
    return Text.from_ansi(f"$ consistency {' '.join(CHECK[:-2])}\n" + found.decode().replace("\r", ""))


def terminal(browser: Browser, folder: Path) -> None:
    """The terminal, in its colours."""
    console = Console(record=True, width=TERMINAL[0], file=io.StringIO(), force_terminal=True)
    console.print(shown_by_a_terminal(folder), soft_wrap=True)
    source = console.export_html(inline_styles=True, theme=SVG_EXPORT_THEME, code_format=FRAME)
    tab = browser.new_page(viewport={"width": 820, "height": 400}, device_scale_factor=1)
    tab.set_content(source)
    saved(tab.locator("pre").screenshot(), "terminal")


def comments(folder: Path) -> list[str]:
    """What the comments in the copy of the tutorial's draft are about, in order."""
    made = annotated(folder, "稿件.批注.docx", "稿件.docx")
    with ZipFile(made) as package:
        root = etree.fromstring(package.read("word/comments.xml"))
    lines = ("".join(map(str, paragraph.itertext())) for paragraph in root.iter(f"{WORD}p"))
    return [line for line in lines if line.startswith("【")]


def annotated(folder: Path, copy: str, source: str) -> Path:
    """A copy of a draft with comments in it."""
    words = ["check", source, *CHECK[2:], "--annotate", copy, "--quiet"]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "consistency", *words]
    subprocess.run(command, cwd=folder, env=surroundings, check=False, capture_output=True)
    return folder / copy


def draft(folder: Path) -> None:
    """The draft as a PDF with its highlights; a comment of Word's is shown by nothing that draws pages by itself."""
    (folder / "稿件.pdf").write_bytes(converted(folder, accepted((folder / "稿件.docx").read_bytes())))
    annotated(folder, "稿件.批注.pdf", "稿件.pdf")
    subprocess.run(
        ["pdftoppm", "-r", "90", "-png", "-singlefile", "稿件.批注.pdf", "annotated"], cwd=folder, check=True
    )
    picture = Image.open(folder / "annotated.png")
    bottom = io.BytesIO()
    picture.crop((0, 0, picture.width, picture.height * 2 // 5)).save(bottom, "PNG")
    saved(bottom.getvalue(), "annotated")


def accepted(package: bytes) -> bytes:
    """A Word file with its tracked changes accepted: a PDF would show what was deleted as text."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(data)
                for deleted in list(root.iter(f"{WORD}del")):
                    if (parent := deleted.getparent()) is not None:
                        parent.remove(deleted)
                etree.strip_tags(root, f"{WORD}ins")
                data = etree.tostring(root)
            new.writestr(name, data)
    return made.getvalue()


def converted(folder: Path, package: bytes) -> bytes:
    """A Word file as the PDF that LibreOffice makes of it."""
    (folder / "copy.docx").write_bytes(package)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "copy.docx"]
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return (folder / "copy.pdf").read_bytes()


def saved(picture: bytes, name: str) -> None:
    """A picture in few colours, so that it is small."""
    found = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS)
    found.save(PICTURES / f"{name}.png", optimize=True)


def page(browser: Browser, folder: str) -> None:
    """The page of the tutorial's draft, in light, dark and on a phone."""
    asked = [sys.executable, "-m", "consistency", "serve", "稿件.docx", "--archive", "已发布", "--lang", "zh"]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [*asked, "--who", "王"], cwd=folder, env=surroundings, stdout=subprocess.PIPE, text=True
    ) as serving:
        assert serving.stdout is not None
        address = serving.stdout.readline().strip()
        try:
            for name, (window, scheme, keys) in SHOTS.items():
                tab = browser.new_page(viewport=window, color_scheme=scheme)  # type: ignore[arg-type]
                tab.goto(address)
                tab.wait_for_function("() => document.body.dataset.at === 'ready'")
                for key in keys:
                    tab.keyboard.press(key)
                    tab.wait_for_timeout(500)
                saved(tab.screenshot(), name)
        finally:
            serving.terminate()


if __name__ == "__main__":
    main()
