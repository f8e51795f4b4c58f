"""Other formats of word processors (.doc, .wps, .odt, .rtf), made into .docx by LibreOffice where it is installed.

One conversion at a time, with a limit of time, in a profile of its own that is thrown away: no macros, no links.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path, PurePath

from consistency.files import held
from consistency.model import Document, Problem
from consistency.readers.libreoffice import office
from consistency.readers.refusals import Refusal
from consistency.readers.signatures import format_of
from consistency.readers.word import read_word

SECONDS = 90.0  # a cold start takes five, a long report ten
# What is in a file decides how it is called while it is converted: .wps of WPS is .doc, .doc often something else.
_CALLED = {"DOC/XLS/PPT/WPS": ".doc", "RTF": ".rtf"}
_READ = (*_CALLED, "ZIP")  # an .odt is a ZIP
_MARKUP = (b"<html", b"<!doctype", b"mime-version")  # pages that Word saves as .doc
# What LibreOffice may do with a file: nothing but set it out.
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
)
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{0}"><prop oor:name="{1}" oor:op="fuse"><value>{2}</value></prop></item>'
)
_REGISTRY = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{0}</oor:items>'


def read_converted(path: str, data: bytes) -> Document | Problem:
    """The text as it is read from the .docx that LibreOffice makes of the file."""
    kind = format_of(data)
    if kind == "DOCX":  # called .doc by mistake
        return read_word(path, data)
    suffix = PurePath(path).suffix.lower()
    if kind not in _READ and not data.lstrip()[:12].lower().startswith(_MARKUP):
        name = suffix.lstrip(".").upper()
        return (Refusal.OTHER_FORMAT if kind else Refusal.BROKEN).of(path, kind=kind or name, suffix=suffix)
    if not office():
        return Refusal.OFFICE.of(path, suffix=suffix)
    made = _docx(data, _CALLED.get(kind or "", suffix))
    return Refusal.NOT_CONVERTED.of(path, seconds=SECONDS) if made is None else read_word(path, made)


def _docx(data: bytes, suffix: str) -> bytes | None:
    """The file as .docx, or nothing where that cannot be made of it in time."""
    own = Path(tempfile.gettempdir()) / f"consistency-office-{os.getuid() if hasattr(os, 'getuid') else 0}"
    with suppress(OSError):
        own.mkdir(mode=0o700, exist_ok=True)
    with held(own / "one-at-a-time", lambda: None), tempfile.TemporaryDirectory(prefix="consistency-") as folder:
        home = Path(folder)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        (home / f"document{suffix}").write_bytes(data)
        _convert(home, f"document{suffix}")
        with suppress(OSError):
            return (home / "document.docx").read_bytes()
    return None


def _settings() -> str:
    """The settings of the profile, as LibreOffice keeps them."""
    return _REGISTRY.format("".join(_ITEM.format(*setting) for setting in _SETTINGS))


def _convert(home: Path, name: str) -> None:
    """Have LibreOffice write document.docx beside a file; what it starts ends with it, and when the time is up."""
    command = [
        office(),
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(home), str(home / name)),
    ]
    surroundings = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP")}
    process = subprocess.Popen(
        command,
        cwd=home,
        env={**surroundings, "HOME": str(home), "SAL_USE_VCLPLUGIN": "svp"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        with suppress(OSError, AttributeError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
