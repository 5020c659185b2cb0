"""`mtqa cache`: what is kept of earlier runs."""

from __future__ import annotations

import click

from mtqa import resultcache
from mtqa.cli.messages import Fault

_MEGABYTE = 1_000_000


@click.command("cache", short_help="Tell what is kept of earlier runs, or forget it.")
@click.argument("action", type=click.Choice(("stats", "clear")))
def command(action: str) -> int:
    """Tell what is kept of earlier runs (stats), or forget it (clear).

    A document that has not changed is not checked again by a later run with the same rules and the same
    configuration: its findings are those of the last time. `--no-cache` checks all anew; where MTQA_CACHE is "off" in
    the environment, nothing is kept. Never needed: after `clear` the same is found again.
    """
    if resultcache.place() is None:
        raise Fault("nothing is kept: MTQA_CACHE is off, or there is no folder for it")
    if action == "clear":
        resultcache.clear()
        click.echo("forgotten")
        return 0
    found = resultcache.stats()
    if found is None:
        click.echo(f"{resultcache.place()}: nothing kept yet")
        return 0
    reports = f"{found.reports:,} document{'' if found.reports == 1 else 's'}"
    click.echo(
        f"{found.path}: {reports}, {found.bytes / _MEGABYTE:.1f} of at most {resultcache.LIMIT / _MEGABYTE:.0f} MB"
    )
    return 0
