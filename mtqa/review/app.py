"""What the server answers: the page, what it asks for, and files to take away or bring in."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import anyio
from anyio import to_thread
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from mtqa.review.access import LASTS, Access, Session
from mtqa.review.exchange import EXPORTS, IMPORTS
from mtqa.review.guard import LOGIN, Guard, proxied_name, session_of
from mtqa.review.said import RequestError, Said, clean_name
from mtqa.review.served import page
from mtqa.review.store import Review
from mtqa.verdicts import VerdictError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp

#: Seconds that a body may take to come.
_PATIENCE = 30
_ORDERS = ("run", "uncertainty", "chance")
_MOST_SEED = 2**31

_LOGIN = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>mtqa review</title>
<meta name="viewport" content="width=device-width"><h1>mtqa review</h1>{said}
<form method="post" action="/login">
<p><label>Token <input type="password" name="token" required autofocus></label></p>{name}
<p><button>Begin</button></p></form></html>
"""
_NAME = '<p><label>Your name <input name="name" maxlength="100" required></label></p>'
_LOGIN_POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


def make_app(review: Review, access: Access) -> ASGIApp:
    """The application, its guard before it.

    Args:
        review: what is served.
        access: to whom.
    """
    answers = _Answers(review, access)
    app = Starlette(
        routes=[
            Route("/", answers.page),
            Route(LOGIN, answers.login, methods=["GET", "POST"]),
            Route("/api/editor", answers.editor, methods=["POST"]),
            Route("/api/verdicts", answers.verdicts),
            Route("/api/verdicts", answers.put, methods=["POST"]),
            Route("/api/undo", answers.undo, methods=["POST"]),
            Route("/api/progress", answers.progress),
            Route("/api/agreement", answers.agreement),
            Route("/api/history", answers.history),
            Route("/api/queue", answers.queue),
            Route("/api/import", answers.bring, methods=["POST"]),
            Route("/export/{name}", answers.export),
        ],
        exception_handlers={
            HTTPException: _refused,
            RequestError: _refused,
            VerdictError: _refused,
            SQLAlchemyError: _no_database,
        },
    )
    return Guard(app, access)


async def _refused(_: Request, error: Exception) -> Response:
    """What was wrong with a request, as JSON."""
    if isinstance(error, HTTPException):
        return JSONResponse({"error": error.detail}, error.status_code, error.headers)
    return JSONResponse({"error": str(error)}, getattr(error, "status", 422))


async def _no_database(_: Request, __: Exception) -> Response:
    """Nothing was written down; whoever asked may ask again."""
    return JSONResponse({"error": "the database does not answer; nothing was written, try again"}, 503)


class _Answers:
    """The answers, each for one address.

    Args:
        review: what is asked about.
        access: what is asked of those who ask.
    """

    def __init__(self, review: Review, access: Access) -> None:
        self._review = review
        self._access = access

    async def page(self, request: Request) -> Response:
        """The page, its documents in the order that is asked for; begins a session where there is none."""
        order = _one_of(request, "order", _ORDERS)
        seed = _number(request, "seed", _MOST_SEED) or 0
        session, cookie = request.scope["mtqa.session"], None
        if session is None:
            name = proxied_name(request.headers, self._access) if self._access.mode == "proxy" else self._access.editor
            if not name:
                raise HTTPException(401, "the proxy names nobody")
            session, cookie = self._access.begin(name)
        known = {
            "editor": session.editor,
            "pass": self._access.pass_word(session),
            "order": order,
            "seed": seed,
            "rename": self._access.mode == "local",
        }
        made = await _in_thread(page, self._review, session.editor, order, seed, known)
        response = StreamingResponse(_encoded(made.chunks), media_type="text/html; charset=utf-8")
        response.headers["content-security-policy"] = made.policy
        if cookie is not None:
            self._give(response, request, cookie)
        return response

    async def login(self, request: Request) -> Response:
        """The form of the token, and what comes of it."""
        if self._access.mode != "token":
            raise HTTPException(404, "there is nothing to log in to")
        shared = "" in self._access.tokens.values()
        said = ""
        if request.method == "POST":
            fields = parse_qs((await _body(request)).decode("utf-8", "replace"), max_num_fields=10)
            owner = self._access.owner(fields.get("token", [""])[0].strip())
            name = owner or clean_name(fields.get("name", [""])[0])
            if owner is not None and name:
                response: Response = RedirectResponse("/", 303)
                self._give(response, request, self._access.begin(name)[1])
                return response
            said = "<p>This is no token.</p>" if owner is None else "<p>Say your name.</p>"
        text = _LOGIN.format(said=said, name=_NAME if shared else "")
        return HTMLResponse(text, 403 if said else 200, {"content-security-policy": _LOGIN_POLICY})

    async def editor(self, request: Request) -> Response:
        """Another name, where nobody asks for proof."""
        if self._access.mode != "local":
            raise HTTPException(403, "the name comes with the login")
        name = clean_name(_text(await _json(request), "name"))
        if not name:
            raise HTTPException(422, "the name is empty")
        session, cookie = self._access.begin(name)
        response = JSONResponse({"editor": name, "pass": self._access.pass_word(session)})
        self._give(response, request, cookie)
        return response

    def _give(self, response: Response, request: Request, cookie: str) -> None:
        secure = request.url.scheme == "https" or (
            self._access.mode == "proxy" and request.headers.get("x-forwarded-proto", "").lower() == "https"
        )
        lasts = LASTS if self._access.mode == "token" else None
        response.set_cookie(self._access.cookie, cookie, max_age=lasts, httponly=True, samesite="strict", secure=secure)

    async def verdicts(self, request: Request) -> Response:
        """What counts now, or what changed since an event."""
        editor = session_of(request.scope).editor
        since = _number(request, "since")
        present = await _in_thread(self._review.present, editor, since)
        return JSONResponse({"last": present.last, "verdicts": present.verdicts})

    async def put(self, request: Request) -> Response:
        """Write down what an editor says of a place."""
        values = await _json(request)
        said = Said(
            document=_text(values, "document"),
            path=_text(values, "path", ""),
            segment=_whole(values, "segment"),
            start=_whole(values, "start"),
            end=_whole(values, "end"),
            rule=_text(values, "rule"),
            verdict=_text(values, "verdict"),
            category=_text(values, "category", ""),
            severity=_text(values, "severity", ""),
            comment=_text(values, "comment", ""),
            expires=_text(values, "expires", ""),
        )
        editor = session_of(request.scope).editor
        return JSONResponse(await _in_thread(self._review.put, editor, _text(values, "id"), said))

    async def undo(self, request: Request) -> Response:
        """Take back what an editor said last."""
        client = _text(await _json(request), "id")
        return JSONResponse(await _in_thread(self._review.undo, session_of(request.scope).editor, client))

    async def progress(self, _: Request) -> Response:
        """How far the review is."""
        return JSONResponse(await _in_thread(self._review.progress))

    async def agreement(self, request: Request) -> Response:
        """How far two editors agree; of the one who asks and each other one where none is named."""
        one = request.query_params.get("one") or session_of(request.scope).editor
        named = request.query_params.get("other")
        others = [named] if named else [name for name in await _in_thread(self._review.editors) if name != one]
        made = {}
        for other in others:
            found = await _in_thread(self._review.agreement, one, other)
            made[other] = {
                name: {"both": part.both, "same": part.same, "share": part.share, "kappa": part.kappa}
                for name, part in found.items()
            }
        return JSONResponse({"one": one, "others": made})

    async def history(self, request: Request) -> Response:
        """What was said and taken back."""
        document, before = request.query_params.get("document"), _number(request, "before")
        most = min(_number(request, "most") or 100, 1000)
        return JSONResponse(await _in_thread(self._review.history, document, before, most))

    async def queue(self, request: Request) -> Response:
        """Ids of the documents in the order in which they should be looked at."""
        order, seed = _one_of(request, "order", _ORDERS), _number(request, "seed", _MOST_SEED) or 0
        return JSONResponse(await _in_thread(self._review.queue_names, session_of(request.scope).editor, order, seed))

    async def bring(self, request: Request) -> Response:
        """Verdicts out of a file."""
        read = IMPORTS[_one_of(request, "format", tuple(IMPORTS))]
        content = await _body(request)
        session: Session = session_of(request.scope)
        return JSONResponse((await _in_thread(read, self._review, session.editor, content, "the file"))._asdict())

    async def export(self, request: Request) -> Response:
        """Everything that counts now, as a file."""
        name = request.path_params["name"]
        if name not in EXPORTS:
            raise HTTPException(404, f"there is no such file; there are {', '.join(EXPORTS)}")
        stream = io.StringIO()
        await _in_thread(EXPORTS[name].write, self._review, stream)
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        content = stream.getvalue().encode("utf-8", "replace")
        return Response(content, media_type=EXPORTS[name].media, headers=headers)


async def _in_thread(function: Callable[..., Any], *arguments: Any) -> Any:
    return await to_thread.run_sync(partial(function, *arguments))


def _encoded(chunks: Iterator[str]) -> Iterator[bytes]:
    for chunk in chunks:
        yield chunk.encode("utf-8", "replace")


async def _body(request: Request) -> bytes:
    try:
        with anyio.fail_after(_PATIENCE):
            return await request.body()
    except TimeoutError:
        raise HTTPException(408, "the request did not come in time") from None


async def _json(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "the request must be application/json")
    try:
        made = json.loads(await _body(request))
    except (ValueError, RecursionError):
        raise HTTPException(400, "the request is not valid JSON") from None
    if not isinstance(made, dict):
        raise HTTPException(400, "the request must be a JSON object")
    return made


def _text(values: dict[str, Any], name: str, default: str | None = None) -> str:
    value = values.get(name, default)
    if not isinstance(value, str):
        raise HTTPException(422, f"{name} must be a text")
    return value


def _whole(values: dict[str, Any], name: str) -> int:
    value = values.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise HTTPException(422, f"{name} must be a whole number")
    return value


def _number(request: Request, name: str, most: int = 2**53) -> int | None:
    value = request.query_params.get(name)
    if value is None:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) < 17 and int(value) <= most):
        raise HTTPException(422, f"{name} must be a whole number, 0 or more")
    return int(value)


def _one_of(request: Request, name: str, allowed: tuple[str, ...]) -> str:
    value = request.query_params.get(name, allowed[0])
    if value not in allowed:
        raise HTTPException(422, f"{name} must be one of {', '.join(allowed)}, not {value[:40]!r}")
    return value
