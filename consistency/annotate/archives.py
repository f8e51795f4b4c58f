"""An office file with some of its parts written anew and all others as they were."""

from __future__ import annotations

import copy
import io
import posixpath
import re
import shutil
import zipfile
from collections.abc import Mapping

from lxml import etree

from consistency.readers.packages import Package, Unreadable, parsed
from consistency.readers.refusals import Refusal

MOST = 1 << 30  # bytes of all parts unpacked
CONTENT_TYPES = "[Content_Types].xml"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


class Rewritten:
    """The parts of a package that are changed or added; a part asked for twice is the same tree."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._trees: dict[str, etree._Element] = {}
        self._raw: dict[str, bytes] = {}

    def tree(self, name: str) -> etree._Element:
        """The root of a part, to be changed in place."""
        if name not in self._trees:
            self._trees[name] = self._package.tree(name)
        return self._trees[name]

    def put(self, name: str, content: etree._Element | bytes) -> None:
        """Give a part this content."""
        if isinstance(content, bytes):
            self._raw[name] = content
        else:
            self._trees[name] = content

    def unused(self, pattern: str) -> str:
        """A name for a new part, the pattern with the first number that makes it one, or with none."""
        names = (pattern.format(number or "") for number in range(10_000))
        return next(n for n in names if not (self._package.has(n) or n in self._trees or n in self._raw))

    def tell(self, owner: str, kind: str, name: str, content_type: str) -> tuple[str, str]:
        """Enter a new part in the lists of the package: the namespace by which its owner refers to it, and its id."""
        folder, _, last = owner.rpartition("/")
        rels = f"{folder}/_rels/{last}.rels"
        if rels not in self._trees and not self._package.has(rels):
            self._trees[rels] = parsed(_NO_RELATIONS)
        relations = self.tree(rels)
        numbers = [int(found[1]) for each in relations if (found := re.fullmatch(r"rId(\d{1,9})", each.get("Id", "")))]
        told = [*relations, *(self._package.tree("_rels/.rels") if self._package.has("_rels/.rels") else ())]
        kinds = [each.get("Type", "").rpartition("/")[0] for each in told]
        office = next((each for each in kinds if each.endswith("officeDocument/relationships")), _TRANSITIONAL)
        id_ = f"rId{max(numbers, default=0) + 1}"
        target = posixpath.relpath(name, folder)
        etree.SubElement(relations, like(relations, "Relationship"), Id=id_, Type=f"{office}/{kind}", Target=target)
        types = self.tree(CONTENT_TYPES)
        etree.SubElement(types, like(types, "Override"), PartName=f"/{name}", ContentType=content_type)
        return office, id_

    def parts(self) -> dict[str, bytes]:
        """What is to be written, by the names of the parts."""
        return {name: written(root) for name, root in self._trees.items()} | self._raw


def like(parent: etree._Element, name: str) -> str:
    """A name in the namespace of an element."""
    space = etree.QName(parent).namespace
    return f"{{{space}}}{name}" if space else name


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
