"""An office file with some of its parts written anew and all others as they were."""

from __future__ import annotations

import copy
import io
import shutil
import zipfile
from collections.abc import Mapping

from lxml import etree

from consistency.readers.packages import Unreadable
from consistency.readers.refusals import Refusal

MOST = 1 << 30  # bytes of all parts unpacked


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with the content of some parts replaced, and those added at its end that it did not have."""
    left = {name.lower(): (name, content) for name, content in parts.items()}
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        if sum(info.file_size for info in old.infolist()) > MOST:
            raise Unreadable(Refusal.EXPANDS, limit=MOST >> 20)
        for info in old.infolist():
            made = copy.copy(info)
            _, content = left.pop(info.filename.replace("\\", "/").lstrip("/").lower(), ("", None))
            if content is not None:
                new.writestr(made, content)
            else:
                with old.open(info) as source, new.open(made, "w") as target:
                    shutil.copyfileobj(source, target)
        for name, content in left.values():
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def written(root: etree._Element) -> bytes:
    """A part from its tree, as Office declares it."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
