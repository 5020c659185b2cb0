"""What the command line says on standard error, and how a run ends early."""

from __future__ import annotations

import re

import click

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Fault(click.ClickException):
    """Ends the run with one line and exit status 2."""

    exit_code = 2


class Stop(Exception):
    """Ends the run with a given exit status.

    Args:
        status: exit status of the process.
        message: one line to say, or nothing.
    """

    def __init__(self, status: int, message: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def one_line(text: str) -> str:
    """`text` on one line and safe for a terminal: control characters come out as `\\x1b`."""
    return _CONTROL.sub(_escape, text.replace("\r\n", " ").replace("\n", " "))


def _escape(match: re.Match[str]) -> str:
    return repr(match.group())[1:-1]


def say(message: str, kind: str = "error") -> None:
    """One line on standard error: `mtqa: error: …`."""
    click.echo(f"mtqa: {kind}: {one_line(message)}", err=True)
