"""What every request passes before it is answered, and what every answer carries."""

from __future__ import annotations

import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from mtqa.review.access import Access, Buckets, Session
from mtqa.review.said import clean_name

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUEST = "x-mtqa-request"
LOGIN = "/login"

#: Requests at once, and a second, of each editor, whose page saves what they do in a hurry and asks what is new; and of
#: tries to log in from an address.
RATE, LOGINS = (300, 30.0), (10, 0.1)

#: Bytes of a request's body: of a verdict, and of a file that is brought in.
SMALL, LARGE = 64 * 1024, 32 * 2**20

#: What no page of ours needs.
_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",  # with none at all, forms would not say where they come from
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cache-control": "no-store",
    }
)
#: Cookies do not come along when a link on another site is followed: the page asks once more, by itself.
_AGAIN = '<!doctype html><title>mtqa review</title><meta http-equiv="refresh" content="0">'
#: Of an answer that is no page.
_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Guard:
    """Stands before the application: name of the server, rate, who it is, where the request comes from, its size.

    Args:
        app: what answers.
        access: what is asked of those who ask.
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access
        self._requests = Buckets(*RATE)
        self._logins = Buckets(*LOGINS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", _NOTHING)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, answer)
            return
        await self._app(scope, _limited(receive, _most(scope)), answer)

    def _refusal(self, scope: Scope) -> Response | None:
        """Why the request is not answered; `None` where it is, and `scope` then says by whom it is made."""
        headers, access = Headers(scope=scope), self._access
        client = (scope.get("client") or ("",))[0]
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not access.knows_host(hosts[0]):
            return _no(421, "this server is not asked under this name; see --allow-host")
        if access.mode == "proxy" and not access.trusts(client):
            return _no(403, "only the proxy may ask; see --proxy-from")
        changing = scope["method"] not in ("GET", "HEAD")
        if changing and not self._same_origin(headers, hosts[0]):
            return _no(403, "the request comes from another site")
        session, bearer = self._who(headers)
        login = scope["path"] == LOGIN and access.mode == "token"
        asking = f"address {client}"
        if session is not None:  # on this machine anybody may call themselves what they like
            asking = f"session {session.key}" if access.mode == "local" else f"editor {session.editor}"
        wait = self._requests.take(asking, time.monotonic())
        if login and changing:
            wait = max(wait, self._logins.take(client, time.monotonic()))
        if wait:
            refusal = _no(429, "too many requests; wait a little")
            refusal.headers["retry-after"] = str(int(wait) + 1)
            return refusal
        try:
            length = int(headers.get("content-length", "0"))
        except ValueError:
            return _no(400, "content-length is no number")
        if length > _most(scope):
            return _no(413, f"the request is larger than {_most(scope):,} bytes")
        scope["mtqa.session"] = session
        if login:
            return None
        if session is None:
            if scope["path"] == "/" and not changing:
                if headers.get("sec-fetch-site", "none") in ("cross-site", "same-site"):
                    return HTMLResponse(_AGAIN)
                return RedirectResponse(LOGIN, 303) if access.mode == "token" else None
            return _no(401, "who is asking? load the page anew")
        if changing and not bearer and not _equal(headers.get(REQUEST, ""), access.pass_word(session)):
            return _no(403, f"the request has not the right {REQUEST}; load the page anew")
        return None

    def _same_origin(self, headers: Headers, host: str) -> bool:
        """Whether a request comes from a page of this server, or from no page at all."""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = headers.get("origin")
        if origin is None:
            return True  # no browser: those name it where something is changed
        try:
            place = urlsplit(origin)
        except ValueError:
            return False
        return place.scheme in ("http", "https") and _same_host(place.netloc.lower(), host.lower(), place.scheme)

    def _who(self, headers: Headers) -> tuple[Session | None, bool]:
        """Who asks, and whether they say so by a token of their own in this very request."""
        access = self._access
        cookies = [cookie_parser(value).get(access.cookie) for value in headers.getlist("cookie")]
        session = next((found for one in cookies if one and (found := access.session(one)) is not None), None)
        if access.mode == "proxy":
            name = proxied_name(headers, access)
            if not name:
                return None, False
            return (session if session is not None and session.editor == name else None), False
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if access.mode == "token" and scheme.lower() == "bearer":
            owner = access.owner(token.strip())
            return (None, False) if owner is None else (Session(owner or access.editor, "bearer"), True)
        return session, False


def _equal(given: str, wanted: str) -> bool:
    import hmac

    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode())


def _same_host(origin: str, host: str, scheme: str) -> bool:
    """Whether both name one server; the usual port of a scheme may be left out, also by a proxy before us."""
    usual = ":443" if scheme == "https" else ":80"
    return origin.removesuffix(usual) == host.removesuffix(usual)


def _most(scope: Scope) -> int:
    return LARGE if scope["path"] == "/api/import" else SMALL


def _limited(receive: Receive, most: int) -> Receive:
    """What a request sends, up to a limit."""
    read = 0

    async def limited() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > most:
            raise HTTPException(413, f"the request is larger than {most:,} bytes")
        return message

    return limited


def _no(status: int, message: str) -> JSONResponse:
    return JSONResponse({"error": message}, status)


def proxied_name(headers: Headers, access: Access) -> str:
    """The name that the proxy gives; empty for none, or where somebody else has put in another one."""
    names = headers.getlist(access.header)
    return clean_name(names[0]) if len(names) == 1 else ""


def session_of(scope: Any) -> Session:
    """Who makes a request that came through."""
    session: Session | None = scope["mtqa.session"]
    assert session is not None
    return session
