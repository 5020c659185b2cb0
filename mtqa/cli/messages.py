"""What the command line says on standard error, and how a run ends early."""

from __future__ import annotations

import click


class Fault(click.ClickException):
    """Ends the run with one line and exit status 2."""

    exit_code = 2


class Stop(Exception):  # noqa: N818 - an ending, not always an error
    """Ends the run with a given exit status.

    Args:
        status: exit status of the process.
        message: one line to say, or nothing.
    """

    def __init__(self, status: int, message: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.message = message


#: Columns of a message; what was named may be endless.
LONGEST = 2000


def say(message: str, kind: str = "error") -> None:
    """One line on standard error: `mtqa: error: …`."""
    from mtqa.reporters.visible import clip  # costs start-up time: not for `mtqa --help`

    click.echo(f"mtqa: {kind}: {clip(message, LONGEST)}", err=True)
