"""What a file says of its document beside the text is evidence of its title, place, year and date, no more."""

import io
from collections.abc import Callable

import docx
import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

from consistency.model import Context, Document, Problem
from consistency.readers import READERS
from consistency.readers.properties import context
from tests.domain import extractor
from tests.readers.drawn import FONT, SIZE
from tests.readers.test_workbook import changed

TITLE, MADE = "青石县2023年国民经济和社会发展统计公报", "2024-03-08"
WORDS = "全县林地面积97万亩，增长1.2%。"


def word(title: str, *lines: str) -> bytes:
    """A Word file with this title among its properties."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.core_properties.title = title
    held = io.BytesIO()
    document.save(held)
    return changed(held.getvalue(), "docProps/core.xml", "2013-12-23T", f"{MADE}T")


def book(title: str, *lines: str) -> bytes:
    """A workbook with this title among its properties."""
    made = openpyxl.Workbook()
    assert made.active is not None
    for line in lines:
        made.active.append([line])
    made.properties.title = title
    held = io.BytesIO()
    made.save(held)
    year = str(made.properties.created)[:10]
    return changed(held.getvalue(), "docProps/core.xml", f"{year}T", f"{MADE}T")


def pdf(title: str, *lines: str) -> bytes:
    """A PDF with this title among its properties."""
    held = io.BytesIO()
    canvas = Canvas(held, pageCompression=0)
    canvas.setTitle(title)
    canvas.setFont(FONT, SIZE)
    for n, line in enumerate(lines):
        canvas.drawString(72, 700 - 40 * n, line)
    canvas.save()
    return held.getvalue()


def told(suffix: str, data: bytes) -> Context:
    """The context of a file as understood."""
    found = READERS[suffix](f"a{suffix}", data)
    assert isinstance(found, Document), found
    return extractor().read(found).context


WRITERS = [pytest.param(s, w, id=s) for s, w in ((".docx", word), (".xlsx", book), (".pdf", pdf))]


@pytest.mark.parametrize(("suffix", "write"), WRITERS)
def test_a_title_among_the_properties_tells_what_the_text_does_not(suffix: str, write: Callable[..., bytes]) -> None:
    found = told(suffix, write(TITLE, WORDS))
    assert (found.title, found.entity, found.period, found.kind) == (TITLE, "青石县", "2023", "bulletin")
    assert told(suffix, write("", WORDS)).entity == ""


@pytest.mark.parametrize(("suffix", "write"), WRITERS)
def test_a_text_that_has_a_title_keeps_it(suffix: str, write: Callable[..., bytes]) -> None:
    own = "临江县2022年国民经济和社会发展统计公报"
    found = told(suffix, write(TITLE, own, WORDS))
    assert (found.title, found.entity, found.period) == (own, "临江县", "2022")


@pytest.mark.parametrize(
    "line", ["2021年，全县粮食丰收。", "临江县丰收在望。临江县林地面积97万亩。"], ids=["another year", "another place"]
)
def test_a_title_that_the_text_contradicts_is_left_over_from_elsewhere(line: str) -> None:
    found = told(".docx", word(TITLE, line))
    assert found.title != TITLE
    assert found.entity != "青石县"
    assert found.period != "2023"


@pytest.mark.parametrize("title", ["Word Document", "文档1", "untitled", "PowerPoint 演示文稿", "首页", ""])
def test_a_title_that_tells_nothing_is_not_used(title: str) -> None:
    assert told(".docx", word(title, "林业生产情况说明", WORDS)).title == "林业生产情况说明"


def test_the_date_of_the_file_counts_where_it_fits_the_year_told_of() -> None:
    assert told(".docx", word("", TITLE, WORDS)).date == MADE
    assert told(".docx", word("", TITLE.replace("2023", "2019"), WORDS)).date == ""
    assert told(".docx", word("", TITLE, "（2024年2月1日）", WORDS)).date == "2024-02-01"


@pytest.mark.parametrize(
    ("company", "publisher"), [("青石县统计局", "青石县统计局"), ("临江县统计局", ""), ("某某软件公司", "")]
)
def test_a_company_is_a_publisher_where_it_is_an_office_of_the_place(company: str, publisher: str) -> None:
    found = extractor().read(Document("a.docx", f"{TITLE}\n青石县{WORDS}\n", properties=Context(publisher=company)))
    assert found.context.publisher == publisher


@pytest.mark.parametrize("made", ["", "D:", "2024-13-45T", "20240230", "1524-01-01", "٢٠٢٤-٠١-٠١", "9" * 400])
def test_a_date_that_is_none_is_no_date(made: str) -> None:
    assert context("", "", made).date == ""


@pytest.mark.parametrize("part", ["docProps/core.xml", "docProps/app.xml"])
def test_properties_that_cannot_be_read_spoil_no_text(part: str) -> None:
    data = changed(word(TITLE, WORDS), part, "</", "<")
    assert not isinstance(READERS[".docx"]("a.docx", data), Problem)


def test_the_name_of_a_sheet_tells_the_year_of_its_table() -> None:
    made = openpyxl.Workbook()
    made.properties.title = "青石县林业"
    for year in ("2021", "2022"):
        sheet = made.create_sheet(f"{year}年林业")
        for row in (["指标", "数值"], ["林地面积（万亩）", 97], ["造林面积（万亩）", 3]):
            sheet.append(row)
    held = io.BytesIO()
    made.save(held)
    found = READERS[".xlsx"]("a.xlsx", held.getvalue())
    assert isinstance(found, Document)
    assert {claim.key.period for claim in extractor().read(found).claims} == {"2021", "2022"}
