"""`mtqa review`: the page of findings, served to several editors, their verdicts kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.cli.messages import Fault, say
from mtqa.cli.options import Request, request_options
from mtqa.cli.output import Reads, opened
from mtqa.document import Problem
from mtqa.reporters.lines import count
from mtqa.review import EXTRA

if TYPE_CHECKING:
    from mtqa.report import DocumentReport
    from mtqa.review.access import Access
    from mtqa.review.store import Review

_DATABASE, _PORT = "mtqa-review.sqlite", 8642


@click.command("review", short_help="Serve the page of findings to editors, and keep their verdicts.")
@request_options(gate=False, required=False)
@click.option(
    "--db",
    metavar="FILE|URL",
    help=f"Where findings and verdicts are kept: a file of SQLite [{_DATABASE}], or postgresql+psycopg://…",
)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="Port; 0 for a free one.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A name under which the server may be asked.")
@click.option("--editor", metavar="NAME", help="Who you are, where nobody logs in. [the name of your account]")
@click.option(
    "--token-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Ask for a token: a line NAME TOKEN for each editor, or one token for all.",
)
@click.option("--token-env", metavar="VARIABLE", help="The same out of an environment variable.")
@click.option("--proxy-header", metavar="HEADER", help="Header in which a proxy says who it is, as X-Forwarded-User.")
@click.option("--proxy-from", multiple=True, metavar="ADDRESS", help="Address or network of that proxy.")
@click.option(
    "--import",
    "imports",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Bring verdicts in and end: verdict CSV (.csv), MQM ratings (.tsv), tasks of Label Studio (.json).",
)
@click.option("--export", "exports", multiple=True, metavar="FILE", help="Write them so, and end.")
@click.option("--no-serve", is_flag=True, help="Write the findings down, and end.")
def command(
    request: Request,
    db: str | None,
    host: str,
    port: int,
    allow_host: tuple[str, ...],
    editor: str | None,
    token_file: Path | None,
    token_env: str | None,
    proxy_header: str | None,
    proxy_from: tuple[str, ...],
    imports: tuple[Path, ...],
    exports: tuple[str, ...],
    no_serve: bool,
) -> int:
    """Check PATHS and serve the page of what was found: editors accept and dismiss findings, mark what was missed, and
    see each other's verdicts. In place of PATHS a database of an earlier review may stand.

    On this machine alone (127.0.0.1) nobody logs in. On any other address it needs --token-file or --token-env, or a
    proxy that says who it is (--proxy-header and --proxy-from). Exit status 0, or 2 if an input could not be read.
    """
    if EXTRA.missing:
        raise Fault(f"mtqa review {EXTRA.missing}")
    from mtqa.review.database import Database, DatabaseError, is_database
    from mtqa.review.store import Review

    paths = request.paths
    if len(paths) == 1 and is_database(paths[0]):
        if db is not None:
            raise Fault(f"{paths[0]} is a database, and --db names another; give one of them")
        db, paths = paths[0], ()
    elif not paths and db is None:
        raise Fault("nothing to review; name files, or a database with --db")
    db = db or _DATABASE
    if "://" not in db and (role := Reads(paths, request.reads().files).role(os.path.realpath(db))):
        raise Fault(f"{db}: is also {role}; name another file with --db")
    serves = not (no_serve or imports or exports)
    make_access = _access(host, port, allow_host, editor, token_file, token_env, proxy_header, proxy_from)
    try:
        database = Database(db)
    except DatabaseError as error:
        raise Fault(str(error)) from error
    with closing(database):
        review = Review(database)
        broken = _load(request, review) if paths else False
        for file in imports:
            _bring(review, file, editor or _account())
        for name in exports:
            _export(review, name)
        if serves:
            if not any(review.counts()):
                raise Fault(f"{database.name}: holds no documents; name files to check")
            _serve(review, database.name, host, port, make_access)
    return 2 if broken else 0


def _account() -> str:
    """The name of the user's account, or a word for them."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "editor"


def _access(
    host: str,
    port: int,
    allow_host: tuple[str, ...],
    editor: str | None,
    token_file: Path | None,
    token_env: str | None,
    proxy_header: str | None,
    proxy_from: tuple[str, ...],
) -> Callable[[int, bytes], Access]:
    """What makes the rules of access, once port and secret are known; what is wrong with them is said at once."""
    from mtqa.review.access import Access, AccessError, Mode, hosts_of, is_loopback, networks, tokens_of
    from mtqa.review.said import clean_name

    try:
        tokens = tokens_of(token_file, token_env)
        proxies = networks(proxy_from)
        hosts_of(host, port, allow_host)
    except AccessError as error:
        raise Fault(str(error)) from error
    if bool(proxy_header) != bool(proxies):
        raise Fault("--proxy-header and --proxy-from need each other: who is believed, and where it says it")
    if token_file is not None and token_env is not None:
        raise Fault("--token-file and --token-env exclude each other; give one of them")
    if tokens and proxies:
        raise Fault("editors come with tokens or by a proxy; give one of them")
    if not tokens and not proxies and not is_loopback(host):
        raise Fault(
            f"--host {host} can be reached from elsewhere: give --token-file or --token-env, "
            "or --proxy-header and --proxy-from"
        )
    mode: Mode = "token" if tokens else "proxy" if proxies else "local"
    name = clean_name(editor or "") or _account()

    def make(port: int, secret: bytes) -> Access:
        return Access(
            mode=mode,
            hosts=hosts_of(host, port, allow_host),
            secret=secret,
            editor=name,
            tokens=tokens,
            header=(proxy_header or "").lower(),
            proxies=proxies,
            cookie=f"mtqa_review_{port}",
        )

    return make


def _load(request: Request, review: Review) -> bool:
    """Check what is to be reviewed and write it down; whether anything could not be read."""
    import json

    from mtqa.cli.run import Run  # not for a database alone: it costs start-up time
    from mtqa.reporters.page import document_values, json_block, rule_values

    run = Run(request)
    seen: set[str] = set()

    def pages() -> Iterator[tuple[DocumentReport, str]]:
        for item in run.reports(progress=True):
            if not isinstance(item, Problem):
                seen.update(finding.rule for finding in item.findings)
                yield item, json_block(document_values(item))

    number = review.load(pages())
    rules = json.loads(review.kept("rules") or "{}")
    rules |= {rule.id: rule_values(rule) for rule in run.engine.rules if rule.id in seen}
    review.keep("rules", json.dumps(dict(sorted(rules.items()))))
    review.keep("signature", run.engine.signature)
    if not request.quiet:
        say(f"{count(number, 'document')} checked and written down", "review")
    return run.broken


def _bring(review: Review, file: Path, editor: str) -> None:
    from mtqa.review.exchange import ENDINGS, IMPORTS, format_of
    from mtqa.verdicts import MOST_BYTES, VerdictError

    kind = format_of(file)
    if kind is None:
        raise Fault(f"{file}: cannot be brought in; its name must end with {', '.join(ENDINGS)}")
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
        brought = IMPORTS[kind](review, editor, content, str(file))
    except OSError as error:
        raise Fault(f"{file}: cannot read the verdicts: {error.strerror}") from error
    except VerdictError as error:
        raise Fault(str(error)) from error
    said = f"{file}: {count(brought.kept, 'verdict')} brought in, {brought.known} known or overtaken"
    if brought.strange:
        said += f", {brought.strange} of places or kinds that are not in this review left out"
    say(said, "review")


def _export(review: Review, name: str) -> None:
    from mtqa.review.exchange import ENDINGS, EXPORTS, format_of

    kind = format_of(Path(name))
    if kind is None:
        raise Fault(f"{name}: cannot be written; its name must end with {', '.join(ENDINGS)}")
    with opened(name) as stream:
        next(one for file, one in EXPORTS.items() if format_of(Path(file)) == kind).write(review, stream)


def _serve(review: Review, name: str, host: str, port: int, make: Callable[[int, bytes], Access]) -> None:
    from mtqa.review.app import make_app
    from mtqa.review.serve import listening, serve

    try:
        at = listening(host, port)
    except OSError as error:
        raise Fault(f"cannot listen at {host}:{port}: {error.strerror or error}; see --host and --port") from error
    with closing(at):
        real = at.getsockname()[1]
        access = make(real, review.secret())
        shown = f"[{host.strip('[]')}]" if ":" in host else host
        line = f"http://{shown}:{real}/ (verdicts in {name}); Ctrl-C ends it"
        try:
            serve(make_app(review, access), at, lambda: say(line, "review"))
        except KeyboardInterrupt:  # the way to end it
            return
