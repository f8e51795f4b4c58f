"""The language server: an open text is checked as it is written, and decided on where it is written."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from consistency import __version__
from consistency.acceptance.accepted import Decided
from consistency.lsp.bench import Bench
from consistency.lsp.places import Shown, shown
from consistency.report.wording import say
from consistency.workers import where

NAME = "consistency"
READ = frozenset({".txt", ".md", ""})  # texts that an editor shows as they are read
PAUSE = 0.4  # seconds without a key, after which a text is checked
OPEN, SETTLE = "consistency.open", "consistency.settle"


def server_of(bench: Bench) -> LanguageServer:
    """The server of a bench, ready to be started."""
    texts = _OpenTexts(bench)
    server = LanguageServer(NAME, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(told: types.DidOpenTextDocumentParams) -> None:
        texts.due(server, told.text_document.uri, at_once=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(told: types.DidChangeTextDocumentParams) -> None:
        texts.due(server, told.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(told: types.DidSaveTextDocumentParams) -> None:
        texts.due(server, told.text_document.uri, at_once=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(told: types.DidCloseTextDocumentParams) -> None:
        texts.leave(server, told.text_document.uri)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def actions(told: types.CodeActionParams) -> list[types.CodeAction]:
        uri = told.text_document.uri
        return [action for one in texts.at(uri, told.range) for action in texts.actions(uri, one)]

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(told: types.DefinitionParams) -> list[types.Location]:
        asked = types.Range(told.position, told.position)
        return [other for one in texts.at(told.text_document.uri, asked) for other in one.others]

    @server.command(OPEN)
    async def open_other(uri: str, selection: types.Range) -> None:
        await texts.open(server, uri, selection)

    @server.command(SETTLE)
    async def settle(uri: str, fingerprint: str, verdict: str) -> None:
        await texts.settle(server, uri, fingerprint, verdict)

    return server


class _OpenTexts:
    """The texts that are open, with what was found in each, and the checks that are due."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.shown: dict[str, list[Shown]] = {}
        self._due: dict[str, asyncio.Task[None]] = {}
        self._one_by_one = asyncio.Lock()

    def due(self, server: LanguageServer, uri: str, at_once: bool = False) -> None:
        """Has a text checked, once nobody has written in it for a while."""
        if _suffix(uri) not in READ:
            return
        if earlier := self._due.get(uri):
            earlier.cancel()
        self._due[uri] = asyncio.get_running_loop().create_task(self._check(server, uri, 0 if at_once else PAUSE))

    def leave(self, server: LanguageServer, uri: str) -> None:
        """Forgets a text that is closed."""
        if earlier := self._due.pop(uri, None):
            earlier.cancel()
        if self.shown.pop(uri, None) is not None:
            server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def at(self, uri: str, asked: types.Range) -> list[Shown]:
        """What was found at a place of a text."""
        return [one for one in self.shown.get(uri, ()) if one.touches(asked)]

    def actions(self, uri: str, one: Shown) -> list[types.CodeAction]:
        """What can be done about a finding: read the other side, accept it, mark it a false alarm."""
        lang = self.bench.lang
        made = []
        for other in one.others[:1]:
            title = say(lang, "open the other side", file=Path(uris.to_fs_path(other.uri) or other.uri).name)
            made.append(_action(title, one, OPEN, [other.uri, other.range]))
        for verdict, word in ((Decided.ACCEPT, "accept it"), (Decided.FALSE_ALARM, "false alarm")):
            title = f"{say(lang, word)}{say(lang, 'between')}{one.diagnostic.message.splitlines()[0]}"
            made.append(_action(title, one, SETTLE, [uri, one.finding.fingerprint, verdict.value]))
        return made

    async def open(self, server: LanguageServer, uri: str, selection: types.Range) -> None:
        """Shows another document at a place; where the editor cannot, says which one."""
        if _can_show(server):
            elsewhere = _suffix(uri) not in READ  # Word shows what is Word's
            asked = types.ShowDocumentParams(uri, elsewhere, True, None if elsewhere else selection)
            await server.window_show_document_async(asked)
        else:
            message = uris.to_fs_path(uri) or uri
            server.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))

    async def settle(self, server: LanguageServer, uri: str, fingerprint: str, verdict: str) -> None:
        """Writes a decision down and says where, so that the reason can be written; what is left is shown."""
        lang, file = self.bench.lang, self.bench.accepted
        one = next((one for one in self.shown.get(uri, ()) if one.finding.fingerprint == fingerprint), None)
        if one is None:
            return
        try:
            why = say(lang, "in the editor") if verdict == Decided.ACCEPT.value else ""
            await asyncio.to_thread(self.bench.settle, one.finding, Decided(verdict), why)
        except Exception as error:  # a file out of order, a disk that is full
            server.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
            return
        said = types.ShowMessageParams(types.MessageType.Info, say(lang, "write why", file=str(file)))
        server.window_show_message(said)
        self.due(server, uri, at_once=True)

    async def _check(self, server: LanguageServer, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        async with self._one_by_one:
            document = server.workspace.get_text_document(uri)
            path, version = _named(uri), document.version
            try:
                report = await asyncio.to_thread(self.bench.check, path, document.source)
            except Exception as error:  # the server goes on, whatever a document does
                message = types.LogMessageParams(types.MessageType.Error, f"{path}: {error or where(error)}")
                server.window_log_message(message)
                return
            self.shown[uri] = shown(report, path, self.bench.lang, server.workspace.position_codec, _uri)
            diagnostics = [one.diagnostic for one in self.shown[uri]]
            server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))


def _action(title: str, one: Shown, command: str, arguments: list[Any]) -> types.CodeAction:
    told = types.Command(title, command, arguments=arguments)
    return types.CodeAction(title, types.CodeActionKind.QuickFix, [one.diagnostic], command=told)


def _can_show(server: LanguageServer) -> bool:
    window = server.client_capabilities.window
    return bool(window and window.show_document and window.show_document.support)


def _suffix(uri: str) -> str:
    return Path(uris.to_fs_path(uri) or uri).suffix.lower()


def _named(uri: str) -> str:
    """A document as reports name it: by its path from this folder, where it lies in it."""
    file = uris.to_fs_path(uri)
    if file is None:
        return uri
    path = Path(file)
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else path.as_posix()


def _uri(path: str) -> str:
    return uris.from_fs_path(str(Path(path).resolve())) or path
