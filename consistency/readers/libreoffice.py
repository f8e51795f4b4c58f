"""Whether LibreOffice is installed, and which formats are read by its help."""

from __future__ import annotations

import shutil
from functools import cache

SUFFIXES = (".doc", ".odt", ".rtf", ".wps")
_PROGRAMS = ("soffice", "libreoffice")
_USUAL = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")


@cache
def office() -> str:
    """The program of LibreOffice; empty where it is not installed."""
    found = (shutil.which(name) for name in (*_PROGRAMS, *_USUAL))
    return next((path for path in found if path), "")
