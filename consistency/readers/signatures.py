"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"PK\x05\x06", "ZIP"),  # an empty archive
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC/XLS/PPT/WPS"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b\x08", "GZIP"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"SQLite format 3\x00", "SQLite"),
)
# Office formats are ZIP archives; their parts' names stand uncompressed in the archive.
PARTS = (
    (b"word/document.xml", "DOCX"),
    (b"xl/workbook.xml", "XLSX"),
    (b"ppt/presentation.xml", "PPTX"),
    (b"OFD.xml", "OFD"),
)


def format_of(data: bytes) -> str | None:
    """The format the first bytes tell of; None for text and what is not known.

    >>> format_of(b"%PDF-1.7 ..."), format_of("全市".encode())
    ('PDF', None)
    """
    if data.startswith(b"PK\x03\x04"):
        return next((name for part, name in PARTS if part in data), "ZIP")
    return next((name for start, name in SIGNATURES if data.startswith(start)), None)
