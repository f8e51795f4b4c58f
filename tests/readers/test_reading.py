"""A file is read exactly as it is, or refused in one line that names what is wrong and what to do."""

import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from consistency import readers
from consistency.limits import Limits
from consistency.model import Document, Problem
from consistency.readers import READERS, read
from consistency.readers.refusals import Refusal

TEXT = "全年新建学校三所，粮食产量12.6万吨。"


def written(folder: Path, content: bytes, name: str = "report.txt") -> str:
    """The path of a file with this content."""
    path = folder / name
    path.write_bytes(content)
    return path.as_posix()


def refusal(path: str) -> Refusal:
    """The reason for which a path is refused, known by how its line begins."""
    problem = read(path)
    assert isinstance(problem, Problem), problem
    assert problem.path == path
    return reason(problem)


def reason(problem: Problem) -> Refusal:
    """The reason behind a problem; in both languages the same."""
    assert set(problem.message) == {"zh", "en"}
    for line in problem.message.values():
        assert line.splitlines() == [line.strip()]
        assert "{" not in line
    found = [
        each
        for each in Refusal
        if all(
            problem.message[lang].startswith(line.split("{")[0])
            for lang, line in zip(("zh", "en"), each.value, strict=True)
        )
    ]
    return max(found, key=lambda each: len(each.value[0].split("{")[0]))


@pytest.mark.parametrize("name", ["report.txt", "report.TXT", "report.md", ".report.txt", "README.md", "年报 2024.txt"])
def test_a_document_has_the_path_the_text_and_the_encoding(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, TEXT.encode("gb18030"), name)
    assert read(path) == Document(path, TEXT, "gb18030")


def test_the_path_is_written_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, TEXT.encode())
    assert read(".//report.txt") == Document("report.txt", TEXT, "utf-8")


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r", "\n\r\n", "\u2028", "\x0c"])
@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_line_ends_stay_as_they_are(tmp_path: Path, ends: str, name: str) -> None:
    text = f"{ends}{TEXT}{ends}{ends}  {TEXT}{ends}"
    document = read(written(tmp_path, text.encode(name)))
    assert isinstance(document, Document)
    assert document.text == text
    assert document.encoding == name


def test_positions_are_counted_behind_the_mark(tmp_path: Path) -> None:
    document = read(written(tmp_path, TEXT.encode("utf-8-sig")))
    assert isinstance(document, Document)
    assert document.text.index("学校") == 4


def test_a_link_is_read_under_its_own_name(tmp_path: Path) -> None:
    written(tmp_path, TEXT.encode())
    link = tmp_path / "link.txt"
    link.symlink_to("report.txt")
    assert read(link.as_posix()) == Document(link.as_posix(), TEXT)


@pytest.mark.parametrize("path", ["", "no/such.txt", "no.pdf", "a\0b.txt", "x" * 300 + ".txt"])
def test_what_is_not_there_is_missing(path: str) -> None:
    assert refusal(path) in {Refusal.MISSING, Refusal.UNREADABLE}  # too long a name is the system's to refuse


def test_a_file_within_a_file_is_missing(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, TEXT.encode()) + "/more.txt") is Refusal.MISSING


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "x.txt"
    folder.mkdir()
    assert refusal(folder.as_posix()) is Refusal.FOLDER


def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "lost.txt").symlink_to("gone.txt")
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert refusal((tmp_path / "lost.txt").as_posix()) is Refusal.DANGLING
    assert refusal((tmp_path / "a.txt").as_posix()) is Refusal.LOOP


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal((tmp_path / "pipe.txt").as_posix()) is Refusal.NOT_A_FILE


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (PermissionError(13, "Permission denied"), Refusal.FORBIDDEN),
        (FileNotFoundError(2, "No such file or directory"), Refusal.MISSING),  # gone since it was found
        (OSError(5, "Input/output error"), Refusal.UNREADABLE),
    ],
)
def test_what_the_system_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, expected: Refusal
) -> None:
    def refuse(*_: object) -> None:
        raise error

    path = written(tmp_path, TEXT.encode())
    monkeypatch.setattr(readers, "open", refuse, raising=False)
    assert refusal(path) is expected


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_without_permission_is_forbidden(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT.encode())
    os.chmod(path, 0)
    assert refusal(path) is Refusal.FORBIDDEN


@pytest.mark.parametrize("name", ["table.xyz", "report", ".txt", "report.txt.bak"])
def test_a_suffix_without_a_reader_is_named_with_those_that_have_one(tmp_path: Path, name: str) -> None:
    problem = read(written(tmp_path, TEXT.encode(), name))
    assert isinstance(problem, Problem)
    assert reason(problem) is Refusal.SUFFIX
    for line in problem.message.values():
        assert (Path(name).suffix or name) in line
        assert all(suffix in line for suffix in READERS)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Refusal.EMPTY),
        (b" \r\n\t\n", Refusal.BLANK),
        ("　　\n".encode("gb18030"), Refusal.BLANK),
        ("\u200b\n".encode(), Refusal.BLANK),
        (b"\xef\xbb\xbf", Refusal.BLANK),
        (b"\xff\xfe", Refusal.BLANK),
        (b"\0" * 500, Refusal.BINARY),
        ("总值\0".encode(), Refusal.BINARY),
        ((TEXT + "\0").encode("utf-16"), Refusal.BINARY),
        (bytes(range(1, 32)) * 20, Refusal.BINARY),
        (TEXT.encode()[:-1], Refusal.CUT),
        ((TEXT + "计").encode("gb18030")[:-1], Refusal.CUT),
        (TEXT.encode("utf-16")[:-1], Refusal.CUT),
        (TEXT.encode("utf-8-sig")[:-2], Refusal.CUT),
        (TEXT.encode("gb18030") + b"\xff" + TEXT.encode("gb18030"), Refusal.DAMAGED),
        (TEXT.encode() + b"\xff" + TEXT.encode(), Refusal.DAMAGED),
        ("Le budget a augmenté à Genève, été compris".encode("latin-1"), Refusal.ENCODING),
        (b"\xff" * 50, Refusal.ENCODING),
    ],
)
def test_content_that_is_no_text_is_refused_for_what_it_is(tmp_path: Path, content: bytes, expected: Refusal) -> None:
    assert refusal(written(tmp_path, content)) is expected


def test_damage_is_told_by_the_byte_counted_from_one(tmp_path: Path) -> None:
    problem = read(written(tmp_path, "粮食产量增长".encode("gb18030") + b"\xff" + TEXT.encode("gb18030")))
    assert isinstance(problem, Problem)
    assert "gb18030" in problem.message["en"]
    assert "byte 13" in problem.message["en"]
    assert "第 13 字节" in problem.message["zh"]


def test_a_few_control_characters_are_no_reason_to_refuse(tmp_path: Path) -> None:
    text = f"项目\x07金额\x07{TEXT}\x1a"
    assert read(written(tmp_path, text.encode("gb18030"))) == Document(
        f"{tmp_path.as_posix()}/report.txt", text, "gb18030"
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"{\\rtf1\\ansi 2024}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "DOC"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"\x1f\x8b\x08\0\0\0", "GZIP"),
    ],
)
def test_another_format_named_as_text_is_told(tmp_path: Path, content: bytes, kind: str) -> None:
    problem = read(written(tmp_path, content))
    assert isinstance(problem, Problem)
    assert reason(problem) is Refusal.OTHER_FORMAT
    assert all(kind in line and ".txt" in line for line in problem.message.values())


@pytest.mark.parametrize(
    ("part", "kind"), [("word/document.xml", "DOCX"), ("xl/workbook.xml", "XLSX"), ("OFD.xml", "OFD"), ("a.txt", "ZIP")]
)
def test_an_archive_is_told_by_what_is_in_it(tmp_path: Path, part: str, kind: str) -> None:
    path = tmp_path / "report.txt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, TEXT)
    problem = read(path.as_posix())
    assert isinstance(problem, Problem)
    assert f"this is {kind} in truth" in problem.message["en"]
    assert f"其实是 {kind}，" in problem.message["zh"]


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_read(
    tmp_path: Path,
) -> None:
    for over, read_it in ((0, Document), (1, Problem)):
        path = written(tmp_path, TEXT.encode().ljust((1 << 20) + over))
        assert isinstance(read(path, Limits(megabytes=1)), read_it)


def test_a_text_of_too_many_numbers_sentences_lines_and_cells_is_refused_for_what_is_in_it(tmp_path: Path) -> None:
    path = written(tmp_path, "粮食产量12.3万吨，增长3.1%。\n|甲|三|\n".encode())
    assert isinstance(read(path, Limits(elements=9)), Document)
    problem = read(path, Limits(elements=8))
    assert isinstance(problem, Problem)
    assert "9 numbers, sentences, lines and cells, the limit is 8" in problem.message["en"]


def test_the_limit_is_told_in_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    with path.open("wb") as file:
        file.truncate((64 << 20) + 1)  # a hole: takes no room on the disk
    problem = read(path.as_posix())
    assert isinstance(problem, Problem)
    assert "65 MB" in problem.message["en"]
    assert "64 MB" in problem.message["en"]


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="names are Unicode on this system")
def test_a_name_that_no_report_can_write_is_a_problem(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/" + "公报.txt".encode("gb18030"))
    Path(path).write_text(TEXT, encoding="utf-8")
    problem = read(path)
    assert isinstance(problem, Problem)
    assert reason(problem) is Refusal.NAME
    assert problem.path == f"{tmp_path.as_posix()}/\\xb9\\xab\\xb1\\xa8.txt"


@pytest.mark.parametrize("each", Refusal, ids=lambda each: each.name)
def test_every_refusal_names_the_remedy_in_both_languages(each: Refusal) -> None:
    chinese, english = each.value
    assert "；" in chinese
    assert "; " in english
    assert any("一" <= char <= "鿿" for char in chinese)
    assert not any("一" <= char <= "鿿" for char in english)


def test_the_table_of_characters_is_not_loaded_for_utf_8(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT.encode())
    program = (
        "import sys; from consistency.readers import read; "
        f"assert read({path!r}).text; print('consistency.readers.frequent_characters' in sys.modules)"
    )
    root = Path(readers.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_document_tells_the_digest_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("青山县2023年公报\n".encode("gb18030"))
    found = read(str(tmp_path / "a.txt"))
    assert isinstance(found, Document)
    assert found.digest == sha256("青山县2023年公报\n".encode("gb18030")).hexdigest()
