"""Every number of a document as a mention: whose, of what, when, in which standing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from consistency.extract.about import about
from consistency.extract.about.kind import ON_A_COMPANY
from consistency.extract.quantities.scanner import QuantityReader
from consistency.extract.quantities.shared_units import in_dollars_of
from consistency.extract.statements.discourse import Discourse
from consistency.extract.statements.entity import Whose, issuer_in
from consistency.extract.statements.keying import OF_WHICH, Surroundings
from consistency.extract.statements.names import Namer
from consistency.extract.statements.sentence import sentence_mentions
from consistency.extract.tables.cells import RowWords, TableReader, over_pages
from consistency.extract.tables.heads import HeadReader
from consistency.lexicon import Lexicon
from consistency.model import Context, Document, Grid, Key, Mention, Quantity, Reading
from consistency.normalise import Folded
from consistency.offsets import Span
from consistency.patterns import lazy
from consistency.text.blocks import Block, Heading, blocks
from consistency.text.page import page_of
from consistency.text.tables import TableBlock

# 其中，…; 分产业看，…: the parts of what the sentence before told, and of its place
PARTS = lazy(
    r"\s*(?:其中|[分按][^，。;]{1,8}[看分划]?，|[比较](?:上年|去年)(?:度|同期|末)?(?:净?[增减升降多少]|提高|回落)|同比[增减升降提回])"
)
# A heading sums up or announces what the text below tells; held against it, it would be told twice.
IN_A_HEADING = "in a heading"


class Extractor:
    """Reads documents with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._quantities = QuantityReader(lexicon)
        self._namer = Namer(lexicon)
        self._heads, self._rows = HeadReader(lexicon), RowWords(lexicon)

    def read(self, document: Document, told: Context | None = None) -> Reading:
        """The document as understood: its context and every mention, in order of place.

        What is `told` of the document goes before what its text says of itself.
        """
        page = page_of(document.text)
        folded = page.folded
        shape = blocks(folded.text, [table.on(page) for table in document.tables])
        context = overridden(about(document, page, told.period if told else "", self.lexicon.about).context, told)
        discourse = Discourse(context, self.lexicon)
        issuer = issuer_in(context.title) if context.kind == ON_A_COMPANY else ""
        namer, whose = self._namer.of(context.entity), Whose(context.entity, context.period, issuer=issuer)
        found: list[Mention] = []
        grids: list[Grid] = []

        def of_a_cell(cell: Span, numbers: Sequence[Quantity], row: Key) -> list[Mention]:
            around = Surroundings(document.path, whose, folded.text, cell, row if row.indicator else None)
            return sentence_mentions(around, cell.start, numbers, discourse, namer)

        tables = TableReader(document.path, context, namer, whose, self.lexicon, self._heads, self._rows, of_a_cell)
        units = self.lexicon.units
        quantities = in_dollars_of(context.entity, self._quantities.read(folded.text), folded.text, units)
        for block, own in _shared_out(shape, quantities):
            if isinstance(block, Heading):
                discourse.heading(block)
                found += [Mention(document.path, q.span, q.number, q, None, IN_A_HEADING) for q in own]
            elif isinstance(block, TableBlock):
                reader = _of_place(tables, whose.titled(block.caption) or issuer)
                told_in_cells, side_by_side = reader.read(block, own, discourse.frame, len(found))
                found += told_in_cells
                grids += side_by_side
            else:
                discourse.paragraph(block.span.of(folded.text), block.span.start)
                whole: Mention | None = None
                for sentence, inside in _inside(block.sentences, own):
                    if inside:
                        part = PARTS.match(sentence.of(folded.text)) is not None
                        around = Surroundings(document.path, whose, folded.text, sentence)
                        if part and whole is not None:
                            around = replace(around, whole=whole.key, told=whole.evidence)
                        spoken = sentence_mentions(around, block.span.start, inside, discourse, namer)
                        found += spoken
                        if not part:
                            whole = _told_whole(spoken, sentence, folded.text)
        told_apart = over_pages(found, grids)
        return Reading(document, context, tuple(_back(m, folded) for m in told_apart), grids=tuple(grids), _page=page)


def _told_whole(spoken: Sequence[Mention], sentence: Span, text: str) -> Mention | None:
    """What a sentence tells last before it tells parts of it: the parts of the next one are of the same.

    Nothing where it tells of parts alone: those that the next sentence tells are not of them.
    """
    parts = OF_WHICH.search(text, sentence.start, sentence.end)
    whole = (m for m in reversed(spoken) if m.key and (parts is None or m.number.start < parts.start()))
    return next(whole, None)


def _of_place(tables: TableReader, entity: str) -> TableReader:
    """The reader of the tables of one place, that of their caption where it names one."""
    if not entity:
        return tables
    context = replace(tables.context, entity=entity)
    return replace(tables, context=context, whose=Whose(entity, context.period))


def overridden(context: Context, told: Context | None) -> Context:
    """The context with every field that is told in place of the one read, as sure as it is told."""
    if told is None:
        return context
    given: dict[str, Any] = {
        f.name: said for f in fields(Context) if isinstance(said := getattr(told, f.name), str) and said
    }
    if told.period and context.period.startswith(told.period) and not context.period_sure:
        del given["period"]  # the part of the year told
    context = replace(context, **given)
    if told.entity:
        context = replace(context, entity_sure=told.entity_sure)
    return replace(context, period_sure=told.period_sure) if told.period else context


def _shared_out(shape: Sequence[Block], quantities: Sequence[Quantity]) -> Iterator[tuple[Block, tuple[Quantity, ...]]]:
    """Each block with the quantities inside it."""
    for block, (_, own) in zip(shape, _inside([block.span for block in shape], quantities), strict=True):
        yield block, own


def _inside(spans: Sequence[Span], quantities: Sequence[Quantity]) -> Iterator[tuple[Span, tuple[Quantity, ...]]]:
    """Each span with the quantities whose figures begin inside it; both in order of place."""
    starts = [quantity.number.start for quantity in quantities]
    for span in spans:
        yield span, tuple(quantities[bisect_left(starts, span.start) : bisect_left(starts, span.end)])


def _back(mention: Mention, folded: Folded) -> Mention:
    """The mention with its spans in the text as read."""
    if not folded.offsets.cuts:
        return mention
    quantity = replace(
        mention.quantity, span=folded.back(mention.quantity.span), number=folded.back(mention.quantity.number)
    )
    evidence = tuple(replace(e, span=folded.back(e.span)) if e.span is not None else e for e in mention.evidence)
    return replace(
        mention,
        span=folded.back(mention.span),
        number=folded.back(mention.number),
        over=tuple(map(folded.back, mention.over)),
        quantity=quantity,
        evidence=evidence,
    )
