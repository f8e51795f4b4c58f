"""Takes the pictures of the page that docs/ shows: `python benchmarks/pictures_of_the_page.py` (needs Chromium).

The documents are those of the tutorial. What is on the pictures is looked at by people; that it works is held by
tests/serve/test_in_a_browser.py.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TUTORIAL = ROOT / "docs" / "tutorial"
PICTURES = ROOT / "docs" / "pictures"
COLOURS = 48
SHOTS = {
    "page-light": ({"width": 1280, "height": 760}, "light", ["j", "f"]),
    "page-dark": ({"width": 1280, "height": 760}, "dark", ["j", "a"]),
    "page-phone": ({"width": 390, "height": 1400}, "light", []),
}


def main() -> None:
    """Serves the tutorial's draft and takes each picture."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(TUTORIAL, folder, dirs_exist_ok=True)
        asked = [sys.executable, "-m", "consistency", "serve", "稿件.docx", "--archive", "已发布", "--lang", "zh"]
        serving = subprocess.Popen([*asked, "--who", "王"], cwd=folder, stdout=subprocess.PIPE, text=True)
        assert serving.stdout is not None
        address = serving.stdout.readline().strip()
        try:
            with sync_playwright() as running:
                browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                for name, (window, scheme, keys) in SHOTS.items():
                    tab = browser.new_page(viewport=window, color_scheme=scheme)  # type: ignore[arg-type]
                    tab.goto(address)
                    tab.wait_for_function("() => document.body.dataset.at === 'ready'")
                    for key in keys:
                        tab.keyboard.press(key)
                        tab.wait_for_timeout(500)
                    file = PICTURES / f"{name}.png"
                    tab.screenshot(path=file)
                    Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)
                browser.close()
        finally:
            serving.terminate()
            serving.wait()


if __name__ == "__main__":
    main()
