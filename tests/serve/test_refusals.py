"""What the page refuses, over HTTP: other origins, wrong tokens and hosts, paths outside, what is too large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest

from consistency.limits import Limits
from consistency.serve.desk import NotTaken
from tests.serve.pages import TOKEN, Served, served, written


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One page for all: nothing here changes it."""
    folder = tmp_path_factory.mktemp("served")
    written(folder)
    with served(folder, paths=(str(folder / "新闻.txt"),)) as one:
        one.until(lambda found: one.session.state.at == "ready" and found["findings"])
        yield one


def there(page: Served) -> set[Path]:
    """All files in the folder that is served and beside it, but for the index."""
    return {path for path in page.session.desk.accepted.parent.rglob("*") if "index.sqlite" not in path.name}


EVERY = [
    ("", "GET"),
    ("data", "GET"),
    ("decisions", "GET"),
    ("events", "GET"),
    ("export/csv", "GET"),
    ("annotated?document=1", "GET"),
    ("decide", "POST"),
    ("drop?name=a.txt", "POST"),
    ("remove", "POST"),
]


@pytest.mark.parametrize(("path", "method"), EVERY)
def test_another_origin_a_wrong_host_and_a_wrong_token_are_refused(page: Served, path: str, method: str) -> None:
    port = page.port
    for headers in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://127.0.0.1:{port + 1}"},
        {"Origin": f"https://127.0.0.1:{port}"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ):
        assert page.ask(path, method, {}, **headers).status == 403, headers
    for host in (f"evil.example:{port}", "evil.example", "127.0.0.1", f"127.0.0.1.evil.example:{port}", ""):
        assert page.ask(path, method, {}, Host=host, Origin=f"http://{host}").status in (400, 421), host
    for token in ("", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "data", "..", "%00"):
        answer = page.ask(path, method, {}, token=token)
        assert answer.status == 403, token
        assert TOKEN.encode() not in answer.body


def test_a_browser_at_the_page_is_let_in(page: Served) -> None:
    answer = page.ask("", Sec_Fetch_Site="none")
    assert answer.status == 200
    assert page.ask("data", Host=f"localhost:{page.port}", Sec_Fetch_Site="same-origin").status == 200


def test_every_answer_forbids_what_is_not_needed(page: Served) -> None:
    for path in ("", "data", "export/csv", "nothing", "../../etc/passwd"):
        headers = page.ask(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers or "uvicorn" in headers["server"]


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "a/../../outside.txt",
        "/etc/outside.txt",
        "..",
        "",
        ".",
        ".hidden.txt",
        "a//b.txt",
        "C:\\outside.txt",
        "a\\..\\b.txt",
        "a\0.txt",
        "a\n.txt",
        "\u202etxt.exe.txt",
        "<script>alert(1)</script>.txt",
        "<img src=x onerror=alert(1)>.txt",
        '"onload="alert(1).txt',
        "x" * 300 + ".txt",
        "/".join("abcdefghi") + ".txt",
        "no-suffix",
        "program.exe",
    ],
)
def test_a_name_that_leads_elsewhere_or_is_markup_is_refused(page: Served, name: str) -> None:
    before = there(page)
    answer = page.ask(f"drop?name={quote(name)}", "POST", b"text", Content_Type="application/octet-stream")
    assert answer.status in (400, 415)
    assert page.ask("remove", "POST", {"name": name}).status in (400, 415)
    assert there(page) == before


@pytest.mark.parametrize(
    "path",
    ["../../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "export/../../x", "static/report.js", "export/../data"],
)
def test_no_path_leads_to_a_file(page: Served, path: str) -> None:
    assert page.ask(path).status in (403, 404)


@pytest.mark.parametrize("number", ["0", "99", "-1", "x", "", "../x", "²", "1e9"])
def test_only_documents_on_the_page_are_annotated(page: Served, number: str) -> None:
    assert page.ask(f"annotated?document={quote(number)}").status == 404


def test_three_hundred_megabytes_are_refused_before_they_are_sent(page: Served) -> None:
    line = HTTPConnection("127.0.0.1", page.port, timeout=30)
    line.putrequest("POST", f"/{TOKEN}/drop?name=a.txt")
    line.putheader("Origin", f"http://127.0.0.1:{page.port}")
    line.putheader("Content-Length", str(300 << 20))
    line.endheaders()
    assert line.getresponse().status == 413
    line.close()
    assert page.session.desk.documents() == []


def test_what_does_not_say_how_large_it_is_is_counted(folder: Path) -> None:
    with served(folder, limits=Limits(megabytes=1)) as page:
        pieces = [bytes(1 << 16)] * 20
        headers = {"Content_Type": "application/octet-stream", "Transfer_Encoding": "chunked"}
        line = HTTPConnection("127.0.0.1", page.port, timeout=30)
        line.request(
            "POST",
            f"/{TOKEN}/drop?name=a.txt",
            iter(pieces),
            {name.replace("_", "-"): value for name, value in headers.items()},
            encode_chunked=True,
        )
        assert line.getresponse().status == 413
        line.close()
        assert page.session.desk.documents() == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"finding": 1, "decision": None},
        {"finding": "no such", "decision": None},
        {"finding": "REAL", "decision": {"verdict": "true"}},
        {"finding": "REAL", "decision": {"verdict": "accept", "who": "王"}},
        {"finding": "REAL", "decision": {"verdict": "done", "who": " "}},
        {"finding": "REAL", "decision": {"verdict": "done", "who": "王", "until": "soon"}},
        {"finding": "REAL", "decision": {"verdict": "done", "who": "王", "note": ["x"]}},
        {"finding": "REAL", "decision": {"verdict": "done", "who": "王", "note": "x" * 20_000}},
        {"finding": "REAL", "decision": "done"},
        b"[" * 60_000,
        b"x" * 100_000,
    ],
)
def test_a_decision_that_is_none_writes_nothing(page: Served, body: object) -> None:
    if isinstance(body, dict) and body.get("finding") == "REAL":
        body = body | {"finding": page.data()["findings"][0]["id"]}
    assert page.ask("decide", "POST", body).status in (400, 413)
    assert not page.session.desk.accepted.exists()


def test_a_form_of_another_page_cannot_decide(page: Served) -> None:
    """A form can be sent anywhere, but not as JSON."""
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert page.ask("decide", "POST", b"{}", Content_Type=kind).status == 415


def test_a_name_that_is_a_folder_already_or_goes_on_behind_a_file_is_refused(page: Served, tmp_path: Path) -> None:
    desk = replace(page.session.desk, dropped=tmp_path)
    desk.take("a.txt", [b"one"])
    desk.take("b.txt/c.txt", [b"two"])
    for name in ("a.txt/c.txt", "a.txt/d/c.txt", "b.txt"):
        with pytest.raises(NotTaken, match="no such name"):
            desk.take(name, [b"three"])
        desk.remove(name)
    assert desk.documents() == ["a.txt", "b.txt/c.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"one"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "b.txt", "c.txt"]


def test_a_number_of_thousands_of_figures_is_none(page: Served) -> None:
    assert page.ask("annotated?document=" + "9" * 5000).status == 404
    assert page.ask("decide", "POST", b"{}", Content_Length="9" * 5000).status in (400, 413)
