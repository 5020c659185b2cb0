"""Who may ask: at which address, under which name, and how they say who they are."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import ipaddress
import json
import os
import secrets
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from mtqa.review.said import clean_name
from mtqa.values import dataclass

Mode = Literal["local", "token", "proxy"]
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

#: Bytes of a file of tokens, letters of a token.
_TOKENS, _SHORTEST, _LONGEST = 64 * 1024, 16, 500
#: Seconds that a session lasts.
LASTS = 12 * 3600


class AccessError(ValueError):
    """A server that must not be started so; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who asks.

    Args:
        editor: their name.
        key: tells the session from others; what a request must know beside the cookie is made of it.
    """

    editor: str
    key: str


@dataclass(frozen=True)
class Access:
    """What is asked of those who ask.

    Args:
        mode: "local": nothing, on this machine alone; "token": a secret; "proxy": a server before this one knows them.
        hosts: names under which the server may be asked, with or without a port.
        secret: sessions are signed with it.
        editor: what somebody is called who has not said.
        tokens: digest of each token -> whose it is; "" for one that several share.
        header: in which the proxy says who it is.
        proxies: its addresses.
        cookie: name of the session's cookie; browsers do not part those of one machine by ports.
    """

    mode: Mode
    hosts: frozenset[str]
    secret: bytes = field(repr=False)
    editor: str = ""
    tokens: Mapping[bytes, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    header: str = ""
    proxies: tuple[Network, ...] = ()
    cookie: str = "mtqa_review"

    def knows_host(self, host: str) -> bool:
        """Whether the server may be asked under this name."""
        name = host.lower()
        bare = name if name.endswith("]") else name.rpartition(":")[0] or name
        return name in self.hosts or bare in self.hosts

    def trusts(self, client: str) -> bool:
        """Whether an address is the proxy's."""
        try:
            address = ipaddress.ip_address(client)
        except ValueError:
            return False
        return any(address in network for network in self.proxies)

    def owner(self, token: str) -> str | None:
        """Whose token it is, "" for a shared one; `None` for none."""
        given = _digest(token)
        found = None
        for known, owner in self.tokens.items():  # all of them: the time tells nothing
            if hmac.compare_digest(known, given):
                found = owner
        return found

    # Sessions: a name, a time and a random key in a cookie, signed; the server keeps none

    def begin(self, editor: str, now: float | None = None) -> tuple[Session, str]:
        """A new session and its cookie."""
        session = Session(editor, secrets.token_urlsafe(18))
        made = [editor, int(time.time() if now is None else now), session.key]
        body = base64.urlsafe_b64encode(json.dumps(made).encode()).decode().rstrip("=")
        return session, f"{body}.{self._sign('session', body)}"

    def session(self, cookie: str, now: float | None = None) -> Session | None:
        """The session of a cookie; `None` where it is none of ours, or has ended."""
        body, _, signature = cookie.partition(".")
        if not hmac.compare_digest(signature.encode(), self._sign("session", body).encode()):
            return None
        try:
            editor, began, key = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        except (ValueError, binascii.Error):
            return None
        if self.mode == "token" and not began <= (time.time() if now is None else now) <= began + LASTS:
            return None
        return Session(editor, key)

    def pass_word(self, session: Session) -> str:
        """What a request that changes something must bring beside the cookie; no other site can read it."""
        return self._sign("request", session.key)

    def _sign(self, purpose: str, text: str) -> str:
        # who is given other tokens, or another mode, begins anew
        key = hashlib.sha256(b"\0".join((self.secret, self.mode.encode(), *sorted(self.tokens)))).digest()
        return hmac.new(key, f"{purpose}\0{text}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def read_tokens(text: str, where: str) -> dict[bytes, str]:
    """Tokens by their digests: one alone that all share, or a line for each editor, `NAME TOKEN`.

    Raises:
        AccessError: what is none.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line and not line.startswith("#")]
    tokens: dict[bytes, str] = {}
    for number, line in lines:
        name, _, token = line.rpartition(" ")
        name = clean_name(name)
        if not name and len(lines) > 1:
            raise AccessError(f"{where}:{number}: has no name; write NAME TOKEN, or one token alone for all")
        if not (_SHORTEST <= len(token) <= _LONGEST and token.isascii() and token.isprintable()):
            raise AccessError(
                f"{where}:{number}: a token has {_SHORTEST} to {_LONGEST} ASCII characters; "
                "`python -c 'import secrets; print(secrets.token_urlsafe())'` makes one"
            )
        if _digest(token) in tokens:
            raise AccessError(f"{where}:{number}: this token stands twice; give each editor their own")
        tokens[_digest(token)] = name
    if not tokens:
        raise AccessError(f"{where}: holds no token")
    return tokens


def tokens_of(file: Path | None, variable: str | None) -> dict[bytes, str]:
    """The tokens of a file or of an environment variable; none where neither is named.

    Raises:
        AccessError: nothing there, or nothing that can be used.
    """
    if file is not None:
        try:
            with file.open("rb") as stream:
                content = stream.read(_TOKENS + 1)
            if len(content) > _TOKENS:
                raise AccessError(f"{file}: is larger than {_TOKENS // 1024} KiB")
            return read_tokens(content.decode("utf-8-sig"), str(file))
        except OSError as error:
            raise AccessError(f"{file}: cannot read the tokens: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise AccessError(f"{file}: is not UTF-8 text") from error
    if variable is not None:
        value = os.environ.get(variable)
        if not value:
            raise AccessError(f"--token-env: the environment has no {variable}")
        return read_tokens(value, variable)
    return {}


def is_loopback(host: str) -> bool:
    """Whether an address is of this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def networks(addresses: tuple[str, ...]) -> tuple[Network, ...]:
    """Addresses or networks. Raises AccessError: anything else."""
    made = []
    for one in addresses:
        try:
            made.append(ipaddress.ip_network(one))
        except ValueError:
            raise AccessError(f"--proxy-from: {one!r} is no address such as 10.0.0.5 or 10.0.0.0/24") from None
    return tuple(made)


def hosts_of(host: str, port: int, more: tuple[str, ...]) -> frozenset[str]:
    """The names under which a server at this address may be asked.

    Raises:
        AccessError: it listens at all addresses, and nobody says what it is called.
    """
    named = frozenset(name.lower() for name in more)
    if is_loopback(host):
        shown = f"[{host.strip('[]')}]" if ":" in host else host.lower()
        end = "" if port == 80 else f":{port}"  # browsers leave out the usual one
        return named | {f"{name}{end}" for name in ("localhost", "127.0.0.1", "[::1]", shown)}
    if host.strip("[]") in ("0.0.0.0", "::", ""):  # noqa: S104 - told apart, not bound
        if not named:
            raise AccessError(f"--host {host} listens everywhere: say with --allow-host NAME what it is called there")
        return named
    return named | {f"[{host.strip('[]')}]" if ":" in host else host.lower()}


class Buckets:
    """So many requests at once, and so many a second, of each who asks.

    Args:
        most: at once.
        rate: a second.
    """

    _KEPT = 10_000

    def __init__(self, most: int, rate: float) -> None:
        self.most, self.rate = most, rate
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, who: str, now: float) -> float:
        """Seconds to wait before the next request; 0 where it may come now."""
        left, then = self._left.pop(who, (float(self.most), now))
        left = min(float(self.most), left + (now - then) * self.rate)
        wait = 0.0 if left >= 1 else (1 - left) / self.rate
        self._left[who] = (left if wait else left - 1, now)
        if len(self._left) > self._KEPT:
            self._left.popitem(last=False)
        return wait
