"""Who may ask: a browser on this machine that knows the token, and no page of anybody else's.

A page elsewhere can send requests to any address, this one too, and a name of its own can be made to lead here. So the
host has to be the one we listen on, an origin has to be ours where it is told, and the address begins with a token.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from secrets import compare_digest
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

OURS = ("same-origin", "none")  # where a request may come from, as browsers tell it
HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
STRICT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


class Guard:
    """Lets through what is asked by whom we know, to an application that is told the rest of the address."""

    def __init__(self, app: App, token: str, port: int) -> None:
        self.app, self.token = app, token
        self.hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or has the application answer."""
        if scope["type"] != "http":
            return
        given = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]]
        headers = dict(given)
        hosts = [value for name, value in given if name == "host"]
        token, _, rest = scope["path"].removeprefix("/").partition("/")

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = {name.lower() for name, _ in message["headers"]}
                more = HEADERS if b"content-security-policy" in there else HEADERS | {"content-security-policy": STRICT}
                message["headers"] = [
                    *message["headers"],
                    *((name.encode(), value.encode()) for name, value in more.items() if name.encode() not in there),
                ]
            await send(message)

        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            await refuse(guarded, 421, "wrong host")
        elif not _of_ours(headers, f"http://{hosts[0]}"):
            await refuse(guarded, 403, "wrong origin")
        elif not compare_digest(token.encode(), self.token.encode()):
            await refuse(guarded, 403, "wrong token")
        else:
            await self.app({**scope, "path": f"/{rest}", "raw_path": f"/{rest}".encode()}, receive, guarded)


def _of_ours(headers: dict[str, str], origin: str) -> bool:
    """Whether a request comes from our page, or from nobody's, as far as the browser tells."""
    return headers.get("origin", origin) == origin and headers.get("sec-fetch-site", "none") in OURS


async def refuse(send: Send, status: int, why: str) -> None:
    """Answers with why not."""
    body = json.dumps({"error": why}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
