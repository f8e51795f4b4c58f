"""A page served for a test, and what is asked of it over HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from time import monotonic, sleep
from typing import Any

import uvicorn

from consistency.configuration import Configuration
from consistency.limits import Limits
from consistency.serve.desk import Desk
from consistency.serve.guard import Guard
from consistency.serve.session import Session
from consistency.serve.web import application
from tests.domain import document, rules

TOKEN = "a-token-that-nobody-guesses"


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Served:
    """A page that is served, and how to ask it."""

    session: Session
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/{TOKEN}/"

    def ask(self, path: str, method: str = "GET", body: Any = None, token: str = TOKEN, **headers: str) -> Answer:
        """An answer to a request; `headers` are those that differ from a browser's own."""
        asked = {"Host": f"127.0.0.1:{self.port}"}
        if method == "POST":
            asked |= {"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{self.port}"}
        asked |= {name.replace("_", "-"): value for name, value in headers.items()}
        data = (
            body if body is None or isinstance(body, bytes) or not isinstance(body, dict | list) else json.dumps(body)
        )
        line = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(method, f"/{token}/{path}", data, asked)
            answer = line.getresponse()
            return Answer(answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read())
        finally:
            line.close()

    def data(self) -> Any:
        """What the page is shown, findings field by field."""
        found = self.ask("data").json
        shown = found["data"]
        findings = [dict(zip(shown["fields"], finding, strict=False)) for finding in shown["findings"]]
        return found | {"findings": findings, "documents": [each["path"] for each in shown["documents"]]}

    def until(self, holds: Callable[[Any], bool]) -> Any:
        """What the page is shown once that holds."""
        end = monotonic() + 60
        while True:
            found = self.data()
            if holds(found):
                return found
            assert monotonic() < end, (self.session.state, found)
            sleep(0.1)


def written(folder: Path) -> None:
    """Two published documents that disagree about jobs, and a draft that disagrees with both about revenue."""
    (folder / "published").mkdir()
    (folder / "published" / "公报.txt").write_text(document("公报.txt", "80.3", "6521"), encoding="utf-8")
    (folder / "published" / "报告.txt").write_text(document("报告.txt", "80.3", "6125"), encoding="utf-8")
    (folder / "新闻.txt").write_text(document("新闻.txt", "82.1", "6521"), encoding="utf-8")


@contextmanager
def served(folder: Path, *, limits: Limits | None = None, paths: tuple[str, ...] = (), **told: Any) -> Iterator[Served]:
    """A page on what lies in `folder`/published, with drafts at `paths`."""
    settings = Configuration(folder=folder, limits=limits or Limits())
    dropped = folder / "tmp" / "dropped"
    dropped.mkdir(parents=True)
    archive = told.pop("archive", (str(folder / "published"),))
    desk = Desk(paths, archive, (), settings, rules(), folder / "accepted.toml", "王", "zh", 1, dropped)
    session = Session(desk)
    line = socket()
    line.bind(("127.0.0.1", 0))
    port = line.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(
            Guard(application(session), TOKEN, port), lifespan="off", log_level="error", timeout_graceful_shutdown=1
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [line]}, daemon=True)
    session.start()
    thread.start()
    try:
        while not server.started:
            sleep(0.01)
        yield Served(session, port)
    finally:
        session.end()
        server.should_exit = True
        thread.join(30)
        line.close()
