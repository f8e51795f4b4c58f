"""The page over HTTP: what a browser may ask of a session, and what it gets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
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
LOOK = 0.2  # seconds from one look at the state to the next
SIGN = 15.0  # seconds after which a silent line says that it is there


def application(session: Session) -> Starlette:
    """What answers the page of a session."""
    desk = session.desk
    source = html.page(None, lang=desk.lang, forms=tuple(EXPORTS))
    one_by_one = asyncio.Lock()  # documents that are sent at once are not all in memory at once
    policy = html.policy(live=True) + "; frame-ancestors 'none'"

    def page(request: Request) -> Response:
        return Response(source, media_type="text/html", headers={"content-security-policy": policy})

    def decided() -> dict[str, dict[str, str]]:
        try:
            return session.decisions()
        except ConfigurationError as error:
            raise HTTPException(409, str(error)) from None

    def decisions(request: Request) -> Response:
        return JSONResponse(decided())

    def data(request: Request) -> Response:
        beside = {"decisions": decided(), "who": desk.who, "file": str(desk.accepted)}
        body = b'{"data":' + session.data + b"," + json.dumps(beside, ensure_ascii=False).encode()[1:]
        return Response(body, media_type="application/json")

    async def events(request: Request) -> Response:
        return StreamingResponse(_events(session, request), media_type="text/event-stream")

    async def decide(request: Request) -> Response:
        asked = await _json(request)
        finding, decision = asked.get("finding"), asked.get("decision")
        if not isinstance(finding, str) or not (decision is None or isinstance(decision, dict)):
            raise HTTPException(400, "no decision")
        try:
            await run_in_threadpool(session.decide, finding, decision)
        except ConfigurationError as error:
            raise HTTPException(409, str(error)) from None
        except ValueError as error:
            raise HTTPException(400, str(error)) from None
        return JSONResponse({})

    async def drop(request: Request) -> Response:
        name = request.query_params.get("name", "")
        try:
            desk.place_of(name)
            async with one_by_one:
                pieces = await _body(request, desk.configuration.limits.bytes)
                await run_in_threadpool(desk.take, name, pieces)
        except NotTaken as why:
            raise HTTPException(why.status, say(desk.lang, why.word)) from None
        session.wake()
        return JSONResponse({})

    async def remove(request: Request) -> Response:
        name = (await _json(request)).get("name")
        try:
            desk.remove(name if isinstance(name, str) else "")
        except NotTaken as why:
            raise HTTPException(why.status, say(desk.lang, why.word)) from None
        session.wake()
        return JSONResponse({})

    def exported(request: Request) -> Response:
        form = request.path_params["form"]
        if form not in EXPORTS:
            raise HTTPException(404, "no such form")
        try:
            made = export(form, session.decided_report(), desk, session.made())
        except Missing as error:
            raise HTTPException(501, str(error)) from None
        return _download(made, f"findings.{EXPORTS[form].suffix}", EXPORTS[form].media)

    def annotated(request: Request) -> Response:
        number = request.query_params.get("document", "")
        try:
            name, made = annotated_copy(
                session.decided_report(), int(number) if number.isascii() and number.isdigit() else 0, desk
            )
        except Missing as error:
            raise HTTPException(404, str(error)) from None
        return _download(made, name, "application/octet-stream")

    return Starlette(
        routes=[
            Route("/", page),
            Route("/data", data),
            Route("/decisions", decisions),
            Route("/events", events),
            Route("/decide", decide, methods=["POST"]),
            Route("/drop", drop, methods=["POST"]),
            Route("/remove", remove, methods=["POST"]),
            Route("/export/{form}", exported),
            Route("/annotated", annotated),
        ],
        exception_handlers={HTTPException: _refused},
    )


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
    if not length.isascii() or not length.isdigit() or int(length) > most:
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
