"""Documents that share passages, and what collation makes of them: what the tests of collation share."""

from __future__ import annotations

from consistency.collate.collation import variants
from consistency.collate.variant import Variant
from consistency.damage import damages, masked
from consistency.model import Document
from consistency.reprints import families
from tests.domain import extractor

# What all documents of a test tell alike, so that they are siblings: numbers above all.
SHARED = (
    "2023年，全县建成停车场57个，新建公厕12座，修复桥梁35座，惠及居民3200户。",
    "粮食产量38.2万吨，改造老旧小区37个，新增公共停车位2418个。",
)


def collated(*texts: str, alone: bool = False) -> tuple[Variant, ...]:
    """The variants of documents; each gets the shared statements unless it is to stand alone."""
    whole = [text if alone else "\n".join((SHARED[0], text, SHARED[1], "")) for text in texts]
    titles = (
        "青山县2023年工作总结",
        "青山县人民政府2023年政府工作报告完成情况",
        "青山县2023年重点工作盘点",
        "青山县年度回眸",
    )
    documents = [
        Document(f"{n}.txt", f"{title}\n{text}") for n, (title, text) in enumerate(zip(titles, whole, strict=False))
    ]
    readings = [extractor().read(document) for document in documents]
    family = families({r.document.path: r.page.text for r in readings})
    return variants(readings, family, {d.path: masked(damages(d)) for d in documents})


def kinds(*texts: str) -> list[str]:
    """The kinds of the variants."""
    return [variant.kind for variant in collated(*texts)]


def the_variant(*texts: str) -> Variant:
    """The one variant of documents."""
    found = collated(*texts)
    assert len(found) == 1, [(v.kind, v.form, v.other) for v in found]
    return found[0]
