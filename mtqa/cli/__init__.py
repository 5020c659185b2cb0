"""The command line: `mtqa COMMAND …`. Each command is a file of its own here and is imported when it is called."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NoReturn

import click

from mtqa import __version__
from mtqa.cli.messages import Fault, Stop, say
from mtqa.cli.signals import Terminated, ending_in_order
from mtqa.cycles import look_rarely

__all__ = ["app", "main"]

#: Command -> what `mtqa --help` says of it. Here, so that the help need not import the commands.
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "Check documents and report what is garbled, where and why.",
        "report": "Write tables: a row a document, a row a finding.",
        "spot": "Show a few stories as an editor reads them, faults marked.",
        "fix": "Put in the suggestions that are sure, or show what would change.",
        "review": "Serve the page of findings to editors, and keep their verdicts.",
        "verdicts": "What editors said of findings: precision of rules, what follows from it.",
        "lsp": "Check texts in an editor as they are written (a language server).",
        "diff": "Compare two reports: what is new, gone, kept.",
        "baseline": "Write down today's findings, so that check shows only new ones.",
        "config": "Show what counts for a file, and from where.",
        "rules": "List the rules, test them on their own examples, or begin one.",
        "cache": "Tell what is kept of earlier runs, or forget it.",
        "explain": "Print a rule's page: what it finds, how, and its examples.",
    }
)


class LazyGroup(click.Group):
    """The group of commands: imports a command when it is called, and turns every ending into an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name, or `None`."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"mtqa.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, but an unknown command names the nearest known one."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches  # costs start-up time

            near = get_close_matches(name, list(COMMANDS), 1, 0.4)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(COMMANDS)}"
            if os.path.exists(name):
                hint = f"to check the file, say `mtqa check {name}`"
            raise Fault(f"no command {name!r}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The table of commands, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what click would answer in its own way becomes ours."""
        try:
            status = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except Terminated as end:
            raise Stop(end.status, "terminated") from None
        except KeyboardInterrupt:
            raise Stop(130, "interrupted") from None
        except BrokenPipeError:
            _close_stdout()
            raise Stop(141) from None
        return status

    def main(  # type: ignore[override]  # never returns, in either mode
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run with these arguments and exit: see the exit statuses in the help."""
        _prepare_streams()
        # click opens a context of its own only to read the arguments: usage errors come out of here too
        extra["standalone_mode"] = False
        debug = bool(os.environ.get("MTQA_DEBUG"))
        bare = not (sys.argv[1:] if args is None else args)
        try:
            with ending_in_order():
                status = super().main(["--help"] if bare else args, prog_name or "mtqa", **extra)
            status = 2 if bare else status  # no text was found good
        except Stop as stop:
            if stop.message:
                say(stop.message)
            status = stop.status
        except click.UsageError as error:
            say(_usage(error))
            status = 2
        except click.ClickException as error:
            say(error.format_message())
            status = 2
        except Terminated as end:
            say("terminated")
            status = end.status
        except (click.Abort, KeyboardInterrupt):
            say("interrupted")
            status = 130
        except Exception as error:
            if debug:
                raise
            if isinstance(error, OSError) and error.strerror:
                say(f"{error.filename or 'output'}: {error.strerror}")
            else:
                what = f"{type(error).__name__}: {error}"
                say(f"internal error: {what}; please report it, with what MTQA_DEBUG=1 shows")
            status = 2
        sys.exit(status or 0)


def _usage(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "mtqa"
    return f"{error.format_message().rstrip('.')}; see `{command} --help`"


def _prepare_streams() -> None:
    """UTF-8 and `\\n` whatever the locale says: the same input gives the same bytes everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a lone surrogate (broken JSON input, odd file name) comes out as \udXXX instead of ending the run
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _close_stdout() -> None:
    """After a broken pipe: nothing more to say, not even when the interpreter flushes at its end."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=(
        "Exit status: 0 passed, 1 the gate failed, 2 nothing trustworthy came out (an input could not be read, "
        "the configuration is bad, a rule crashed, no document could be judged), 130 interrupted, 141 the reader of "
        "the output went away, 143 terminated."
    ),
)
@click.version_option(__version__, prog_name="mtqa", message="%(prog)s %(version)s")
def app() -> None:
    """Find what machine translation garbled: where it is, what is wrong, and how bad the text is."""


def main() -> NoReturn:
    """Entry point of the command `mtqa`."""
    look_rarely()
    app.main()
