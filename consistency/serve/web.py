"""The page over HTTP: what a browser may ask of a session, and what it gets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from consistency.report import html
from consistency.report.wording import say
from consistency.serve.desk import NotTaken
from consistency.serve.exports import EXPORTS, Missing, annotated_copy, export
from consistency.serve.session import Session, told
from consistency.toml_tables import ConfigurationError

SMALL = 64 << 10  # bytes of a decision
LONGEST_NUMBER = 20  # figures of a length or of a place: Python makes no number of thousands
LOOK = 0.2  # seconds from one look at the state to the next
SIGN = 15.0  # seconds after which a silent line says that it is there


def application(session: Session) -> Starlette:
    """What answers the page of a session."""
    answers = _Answers(session)
    return Starlette(
        routes=[
            Route("/", answers.page),
            Route("/data", answers.data),
            Route("/decisions", answers.decisions),
            Route("/events", answers.events),
            Route("/decide", answers.decide, methods=["POST"]),
            Route("/drop", answers.drop, methods=["POST"]),
            Route("/remove", answers.remove, methods=["POST"]),
            Route("/export/{form}", answers.exported),
            Route("/annotated", answers.annotated),
        ],
        exception_handlers={HTTPException: _refused},
    )


class _Answers:
    """What a session answers to each request."""

    def __init__(self, session: Session) -> None:
        self._session, self._desk = session, session.desk
        self._page = html.page(None, lang=session.desk.lang, forms=tuple(EXPORTS))
        self._policy = html.policy(live=True) + "; frame-ancestors 'none'"
        self._one_by_one = asyncio.Lock()  # documents that are sent at once are not all in memory at once

    # -- what is there --------------------------------------------------------------------

    def page(self, request: Request) -> Response:
        """The page itself, which asks for the rest."""
        return Response(self._page, media_type="text/html", headers={"content-security-policy": self._policy})

    def decisions(self, request: Request) -> Response:
        """What was decided, by finding."""
        return JSONResponse(self._decided())

    def data(self, request: Request) -> Response:
        """The report as the page shows it, with what was decided and by whom."""
        beside = {"decisions": self._decided(), "who": self._desk.who, "file": str(self._desk.accepted)}
        body = b'{"data":' + self._session.data + b"," + json.dumps(beside, ensure_ascii=False).encode()[1:]
        return Response(body, media_type="application/json")

    async def events(self, request: Request) -> Response:
        """How far the work is, each time that changes."""
        return StreamingResponse(_events(self._session, request), media_type="text/event-stream")

    # -- what is asked to be done -----------------------------------------------------------

    async def decide(self, request: Request) -> Response:
        """A decision is written down, or taken back."""
        asked = await _json(request)
        finding, decision = asked.get("finding"), asked.get("decision")
        if not isinstance(finding, str) or not (decision is None or isinstance(decision, dict)):
            raise HTTPException(400, "no decision")
        try:
            await run_in_threadpool(self._session.decide, finding, decision)
        except ConfigurationError as error:
            raise HTTPException(409, str(error)) from None
        except ValueError as error:
            raise HTTPException(400, str(error)) from None
        return JSONResponse({})

    async def drop(self, request: Request) -> Response:
        """A document is laid on the desk."""
        name = request.query_params.get("name", "")
        with self._taken():
            self._desk.place_of(name)
            async with self._one_by_one:
                pieces = await _body(request, self._desk.configuration.limits.bytes)
                await run_in_threadpool(self._desk.take, name, pieces)
        self._session.wake()
        return JSONResponse({})

    async def remove(self, request: Request) -> Response:
        """A document is taken off the desk."""
        name = (await _json(request)).get("name")
        with self._taken():
            self._desk.remove(name if isinstance(name, str) else "")
        self._session.wake()
        return JSONResponse({})

    # -- what is taken away -----------------------------------------------------------------

    def exported(self, request: Request) -> Response:
        """The report in one of its forms."""
        form = request.path_params["form"]
        if form not in EXPORTS:
            raise HTTPException(404, "no such form")
        try:
            session = self._session
            made = export(form, session.decided_report(), self._desk, session.made(), self._decided())
        except Missing as error:
            raise HTTPException(501, str(error)) from None
        return _download(made, f"findings.{EXPORTS[form].suffix}", EXPORTS[form].media)

    def annotated(self, request: Request) -> Response:
        """A draft with its findings as comments in it."""
        said = request.query_params.get("document", "")
        number = int(said) if said.isascii() and said.isdigit() and len(said) <= LONGEST_NUMBER else 0
        try:
            name, made = annotated_copy(self._session.decided_report(), number, self._desk)
        except Missing as error:
            raise HTTPException(404, str(error)) from None
        return _download(made, name, "application/octet-stream")

    def _decided(self) -> dict[str, dict[str, str]]:
        try:
            return self._session.decisions()
        except ConfigurationError as error:
            raise HTTPException(409, str(error)) from None

    @contextmanager
    def _taken(self) -> Iterator[None]:
        """Work on the desk; what it does not take is told in its words."""
        try:
            yield
        except NotTaken as why:
            raise HTTPException(why.status, say(self._desk.lang, why.word)) from None


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, status_code=error.status_code)


def _download(data: bytes, name: str, media: str) -> Response:
    disposition = f"attachment; filename*=UTF-8''{quote(PurePath(name).name)}"
    return Response(data, media_type=media, headers={"content-disposition": disposition})


async def _json(request: Request) -> dict[str, Any]:
    """The table that a request carries; a page of another's cannot send this type without asking first."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise HTTPException(415, "no JSON")
    try:
        asked = json.loads(b"".join(await _body(request, SMALL)))
    except NotTaken as why:
        raise HTTPException(why.status, "too large") from None
    except (ValueError, RecursionError):
        raise HTTPException(400, "no JSON") from None
    if not isinstance(asked, dict):
        raise HTTPException(400, "no JSON")
    return asked


async def _body(request: Request, most: int) -> list[bytes]:
    """The body of a request in pieces; one that is too large is refused before it has been sent, if it says so."""
    length = request.headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or len(length) > LONGEST_NUMBER or int(length) > most:
        raise NotTaken("too large", 413)
    pieces, left = [], most
    async for piece in request.stream():
        left -= len(piece)
        if left < 0:
            raise NotTaken("too large", 413)
        pieces.append(piece)
    return pieces


async def _events(session: Session, request: Request) -> AsyncIterator[str]:
    """The state of the work, each time it changes, as server-sent events."""
    said, silent = None, 0.0
    while not session.ended and not await request.is_disconnected():
        if (state := session.state) is not said:
            said, silent = state, 0.0
            yield f"data: {json.dumps(told(state, session.desk))}\n\n"
        elif silent >= SIGN:
            silent = 0.0
            yield ": still here\n\n"
        silent += LOOK
        await asyncio.sleep(LOOK)
