"""The language server as an editor speaks with it: a process, messages over its stdin and stdout, nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from consistency.acceptance.accepted import Decided, read_accepted
from tests.conftest import ROOT
from tests.domain import bulletin

pytest.importorskip("pygls")
PATIENCE = 60.0
DRAFT = bulletin("𠮷祥如意。城镇新增就业5700人。")


class Editor:
    """An editor: what it asks and what it is told, message by message."""

    def __init__(self, folder: Path, *words: str) -> None:
        asked = [sys.executable, "-m", "consistency", "lsp", "--against", "published", "--lang", "zh", *words]
        surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(asked, cwd=folder, env=surroundings, stdin=pipe, stdout=pipe)
        self.uri = (folder / "draft.txt").as_uri()
        self._told: Queue[Any] = Queue()
        self._asked = 0
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        line = self.process.stdout
        assert line is not None
        while head := line.readline():
            size = int(head.split(b":")[1]) if head.lower().startswith(b"content-length") else 0
            while head.strip():
                head = line.readline()
                size = int(head.split(b":")[1]) if head.lower().startswith(b"content-length") else size
            self._told.put(json.loads(line.read(size)))

    def say(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, **params: Any) -> None:
        self.say(method=method, params=params)

    def until(self, holds: Callable[[Any], bool]) -> Any:
        while True:
            if holds(message := self._told.get(timeout=PATIENCE)):
                return message

    def ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self.say(id=self._asked, method=method, params=params)
        answer = self.until(lambda told: told.get("id") == self._asked and "method" not in told)
        assert "error" not in answer, answer
        return answer["result"]

    def findings(self) -> Any:
        """What the open text is told to have, the next time that it is told."""
        return self.until(lambda told: told.get("method") == "textDocument/publishDiagnostics")["params"]["diagnostics"]

    def write(self, text: str, version: int) -> None:
        document = {"uri": self.uri, "version": version}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def actions(self, found: Any) -> Any:
        return self.ask(
            "textDocument/codeAction",
            textDocument={"uri": self.uri},
            range=found["range"],
            context={"diagnostics": [found]},
        )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "公报.txt").write_text(bulletin("城镇新增就业5200人。"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def editor(folder: Path) -> Iterator[Editor]:
    """An editor in which a draft is open."""
    one = Editor(folder, "--who", "王")
    with one.process:
        yield from _opened(one, folder)


def _opened(one: Editor, folder: Path) -> Iterator[Editor]:
    window = {"showDocument": {"support": True}}
    one.ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities={"window": window})
    one.tell("initialized")
    document = {"uri": one.uri, "languageId": "plaintext", "version": 1, "text": DRAFT}
    one.tell("textDocument/didOpen", textDocument=document)
    yield one
    one.ask("shutdown")
    one.tell("exit")
    assert one.process.wait(PATIENCE) == 0


def test_from_a_finding_to_a_decision(editor: Editor, folder: Path) -> None:
    (found,) = editor.findings()
    assert found["message"].splitlines()[0] == "城镇新增就业（2023）：5700人 与 5200人 不一致"
    assert (found["code"], found["severity"], found["source"]) == ("CC101", 1, "consistency")
    number, line = DRAFT.splitlines().index("𠮷祥如意。城镇新增就业5700人。"), "𠮷祥如意。城镇新增就业"
    start = {"line": number, "character": len(line) + 1}  # 𠮷 is two for an editor
    assert found["range"] == {"start": start, "end": {"line": number, "character": start["character"] + 5}}
    (other,) = found["relatedInformation"]
    assert other["location"]["uri"] == (folder / "published" / "公报.txt").as_uri()
    assert "⟦5200人⟧" in other["message"]

    places = editor.ask("textDocument/definition", textDocument={"uri": editor.uri}, position=start)
    assert [place["uri"] for place in places] == [other["location"]["uri"]]

    open_it, accept, false_alarm = editor.actions(found)
    assert open_it["title"] == "打开对方：公报.txt"
    command = open_it["command"]
    editor.say(
        id="open",
        method="workspace/executeCommand",
        params={"command": command["command"], "arguments": command["arguments"]},
    )
    shown = editor.until(lambda told: told.get("method") == "window/showDocument")
    assert shown["params"]["uri"] == other["location"]["uri"]
    assert shown["params"]["selection"] == other["location"]["range"]
    editor.say(id=shown["id"], result={"success": True})

    assert accept["title"].startswith("接受：")
    editor.ask("workspace/executeCommand", **{k: false_alarm["command"][k] for k in ("command", "arguments")})
    assert editor.findings() == []
    (entry,) = read_accepted(folder / "accepted.toml")
    assert (entry.verdict, entry.who, entry.rule) == (Decided.FALSE_ALARM, "王", "CC101")
    assert set(entry.sources) == {"draft.txt", "published/公报.txt"}


def test_the_text_as_it_is_written_counts_and_not_its_file(editor: Editor, folder: Path) -> None:
    (folder / "draft.txt").write_text("别的内容。\n", encoding="utf-8")
    assert len(editor.findings()) == 1
    editor.write(DRAFT.replace("5700", "5200"), 2)
    assert editor.findings() == []
    editor.write(DRAFT, 3)
    assert len(editor.findings()) == 1
    editor.tell("textDocument/didClose", textDocument={"uri": editor.uri})
    assert editor.findings() == []


@pytest.mark.parametrize("body", [b"{}", b"[]", b"null", b"no JSON", b'{"jsonrpc":"2.0","id":1,"method":"none"}'])
def test_a_message_out_of_order_is_told_in_a_line_or_two_and_no_traceback(folder: Path, body: bytes) -> None:
    said = b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    asked = [sys.executable, "-m", "consistency", "lsp", "--against", "published"]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(asked, cwd=folder, env=surroundings, input=said, capture_output=True, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") <= 2
