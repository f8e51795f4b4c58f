"""Real files made worse at random, and what readers say of them: a document or one clear line, soon, and no more.

    python benchmarks/fuzz_readers.py [--minutes 10] [--seed 1] [--keep FOLDER] [FILE ...]

Each file is read in a process of its own, within the bounds that a reader promises. A fault is an exception, the death
of that process (a PDF's may die: it is one of its own in the program too), more than 5 seconds or 500 MB, a text that
cannot be written down, or places out of order. Files with faults are kept in FOLDER. Ends with 1 where there are any.
FILEs are read as further samples; the originals in ../shared are among the samples where they are there.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.mutations import worse  # noqa: E402
from consistency.extract.mentions import Extractor  # noqa: E402
from consistency.lexicon import load_lexicon  # noqa: E402
from consistency.model import Document, Problem  # noqa: E402
from consistency.readers import READERS  # noqa: E402
from consistency.readers.pdf_process import answer  # noqa: E402
from consistency.rule_folder import rule_folder  # noqa: E402
from tests.readers.drawn import both, drawn, table, wrapped  # noqa: E402
from tests.readers.test_pdf_aligned import in_columns  # noqa: E402
from tests.readers.test_word import BOX, DELETED, docx, p, part, t, tbl, tc, twice  # noqa: E402
from tests.readers.test_workbook import saved, sheet_of  # noqa: E402
from tests.readers.written import CHROMIUM, as_docx, as_html, as_xlsx, printed_by_chromium, shape  # noqa: E402

SECONDS, MEGABYTES = 5, 500
MOST_READ_ON = 20_000  # characters of a text that is understood too, not only read


def samples(files: list[str]) -> list[tuple[str, bytes]]:
    """Sound files of every format, by suffix: those made here, those named and those at hand."""
    found = [Path(file) for file in files] + sorted((ROOT.parent / "shared" / "corpora").glob("*/orig/*"))
    return made_here() + [(path.suffix, path.read_bytes()) for path in found if path.suffix in READERS]


def made_here() -> list[tuple[str, bytes]]:
    """Small sound files of every format, by suffix."""
    text = min((ROOT / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    written = shape(text)
    short = [*written[:12], *[piece for piece in written if not isinstance(piece, str)][:2], "脚注① 10⁴", "⾸⻚"]
    grid = table(
        (60, 200, 330), (700, 670, 640, 610), {(0, 0): "指标", (0, 1): "2024年", (1, 0): "总值", (1, 1): "17.4"}
    )
    return [
        (".txt", text.encode()),
        (".txt", text.encode("gb18030")),
        (".txt", text[:300].encode("utf-16")),
        (".html", as_html(short)),
        (".html", as_html(short).decode().replace("utf-8", "gb2312").encode("gb18030")),
        (".docx", as_docx(short)),
        (".xlsx", as_xlsx(short)),
        (".csv", "指标,2024年,增长%\n总值,17.4,6.1\n投资,9.3,-2.0\n".encode()),
        (".pdf", drawn(*[wrapped(piece) for piece in short if isinstance(piece, str)][:3])),
        (".pdf", drawn(both(grid, wrapped("全年完成投资九亿三千万元，下降2.0%。" * 4, y=560)))),
        *_further(),
    ]


def _further() -> list[tuple[str, bytes]]:
    """Samples with what the formats have beside text."""
    link = f'<w:hyperlink w:anchor="_Toc1">{t("目录 3")}</w:hyperlink>'
    power = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    inner = tbl(
        tc("指标") + tc("数"), tc("总值", '<w:vMerge w:val="restart"/>') + tc("17.4", '<w:gridSpan w:val="2"/>')
    )
    word = docx(
        p(t("全年完成") + DELETED + t("17.4亿元") + f"<w:r>{power}<w:t>4</w:t></w:r>" + twice(BOX))
        + p(link)
        + tbl(tc("甲") + tc("乙"), tc("丙") + f"<w:tc>{inner}{p('丁')}</w:tc>", tc("戊", "<w:vMerge/>") + tc("9%")),
        footnotes=part(f'<w:footnote w:id="1">{p("不含市外。")}</w:footnote>', "footnotes"),
        header=part(p("内部资料"), "hdr"),
    )
    book, sheet = sheet_of(
        ["指标", "2024年", None, "日期"], ["总值", 1744.04, 0.067, 45000], ["投资", -9.3, 0.5, 45001]
    )
    sheet["B2"].number_format, sheet["C2"].number_format = '#,##0.0"亿元"', "0.00%;[Red]-0.00%"
    sheet["D2"].number_format = sheet["D3"].number_format = 'yyyy"年"m"月"d"日"'
    sheet.merge_cells("B1:C1")
    sheet.row_dimensions[3].hidden = True
    heading = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>农业</w:t></w:r></w:p>'
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    list_ = f'<w:abstractNum w:abstractNumId="3">{level}</w:abstractNum>'
    used = '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>'
    listed = docx(heading * 3 + p("林地97万亩。"), numbering=part(list_ + used, "numbering"))
    rows = [["指标", "2022年"], ["牧业总产值（亿\n元）", "8.3"], ["林地", "97"], ["水产品\n产量", "6.4"]]
    further = [(".docx", word), (".docx", listed), (".xlsx", saved(book)), (".pdf", drawn(in_columns(rows, (72, 200))))]
    if CHROMIUM:
        with tempfile.TemporaryDirectory() as folder:
            page = as_html(["一、总体情况", "全年完成投资九亿三千万元，下降2.0%。", [["指标", "数"], ["总值", "17.4"]]])
            further.append((".pdf", printed_by_chromium(page, Path(folder))))
    return further


def fault(suffix: str, data: bytes, extractor: Extractor) -> str:
    """What is wrong with how a file is read; empty where nothing is."""
    if suffix == ".pdf":
        with open(os.devnull, "wb") as nowhere:
            said = answer(data, nowhere)
        if "refusal" in said:
            return ""
        found: Document | Problem = Document("a.pdf", said["text"], "utf-8", tuple(said["landmarks"]))
    else:
        found = READERS[suffix](f"a{suffix}", data)
    if isinstance(found, Problem):
        return "" if all(len(line.splitlines()) == 1 for line in found.message.values()) else "a message of many lines"
    starts = [start for start, _ in found.landmarks]
    if starts != sorted(starts) or any(not 0 <= start <= len(found.text) for start in starts):
        return "landmarks out of order"
    found.text.encode()
    "".join(label for _, label in found.landmarks).encode()
    if len(found.text) <= MOST_READ_ON:
        for mention in extractor.read(found).mentions:
            if not 0 <= mention.span.start <= mention.span.end <= len(found.text):
                return "a mention outside of its text"
    return ""


def tried(suffix: str, data: bytes, extractor: Extractor) -> str:
    """The fault of one file, read in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            bound = (MEGABYTES << 20) + _size()
            resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
            said = fault(suffix, data, extractor)
        except BaseException:  # every exception is a fault here
            said = traceback.format_exc()
        try:
            os.write(writing, said.encode("utf-8", "backslashreplace")[-60_000:])
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if suffix == ".pdf":  # PDFium's: the reader lives on
            return ""
        return f"killed by {signal.Signals(number).name}"
    return said


def _size() -> int:
    """The bytes of address space in use already."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def main() -> int:
    """Try files until the time is over; print how many, and each fault."""
    warnings.filterwarnings("ignore", "Duplicate name")  # which are meant
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, default=Path("faults"))
    options.add_argument("files", nargs="*")
    chosen = options.parse_args()
    extractor = Extractor(load_lexicon(rule_folder()))
    known = samples(chosen.files)
    for suffix, data in known:  # all modules are loaded before the first file is tried
        said = fault(suffix, data, extractor) if suffix != ".pdf" else tried(suffix, data, extractor)
        assert not said, (suffix, said)
    suffixes = sorted({suffix for suffix, _ in known})
    until = time.monotonic() + 60 * chosen.minutes
    counts: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    number = 0
    while time.monotonic() < until:
        number += 1
        chance = random.Random(f"{chosen.seed}:{number}")
        suffix = chance.choice(suffixes)
        data = chance.choice([sample for of, sample in known if of == suffix])
        data = worse(data, suffix, chance)
        counts[suffix] += 1
        if said := tried(suffix, data, extractor):
            kind = f"{suffix} {said.strip().splitlines()[-1][:100]} {_place(said)}"
            faults[kind] += 1
            if faults[kind] <= 3:
                chosen.keep.mkdir(parents=True, exist_ok=True)
                (chosen.keep / f"{chosen.seed}-{number}{suffix}").write_bytes(data)
                print(f"{chosen.seed}-{number}{suffix}: {said}", flush=True)
        if number % 1000 == 0:
            print(json.dumps({"tried": number, **counts, "faults": faults.total()}), flush=True)
    print(json.dumps({"tried": number, **counts, "faults": faults}, ensure_ascii=False, indent=1))
    return 1 if faults else 0


def _place(said: str) -> str:
    """The innermost place of our own in a traceback."""
    own = [line.strip() for line in said.splitlines() if "consistency/" in line and line.lstrip().startswith("File")]
    return own[-1].rpartition("consistency/")[2] if own else ""


if __name__ == "__main__":
    raise SystemExit(main())
