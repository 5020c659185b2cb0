"""`mtqa lsp`: the language server that editors start."""

from __future__ import annotations

from pathlib import Path

import click

from mtqa.cli.messages import Fault
from mtqa.extras import Extra

EXTRA = Extra("mtqa[lsp]", (("pygls", "pygls"), ("lsprotocol", "lsprotocol")))


@click.command("lsp", short_help="Check texts in an editor as they are written (a language server).")
@click.option("--stdio", is_flag=True, help="Talk on standard input and output, as it does anyhow.")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Configuration to use instead of the one found from the folder that is open.",
)
@click.option("--isolated", is_flag=True, help="Use no configuration file, whatever lies about.")
@click.option(
    "--trust-config", is_flag=True, help="Run the Python rules of a configuration in the folder that is open."
)
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Leave out findings that `mtqa baseline` wrote."
)
def command(
    stdio: bool,  # noqa: ARG001 - editors give it
    config: Path | None,
    isolated: bool,
    trust_config: bool,
    baseline: Path | None,
) -> int:
    """A language server, which an editor starts and talks to: findings as diagnostics, the page of a rule on hover,
    suggestions and suppressions as quick fixes, in plain text, Markdown, HTML, XLIFF, TMX, PO and subtitles.

    docs/editors.md has the configuration of VS Code, Neovim and Helix.
    """
    if EXTRA.missing is not None:
        raise Fault(f"the language server {EXTRA.missing}")
    if config is not None and isolated:
        raise Fault("--config and --isolated exclude each other; give one of them")
    from mtqa.editor.checking import Asked
    from mtqa.editor.server import make

    make(Asked(config, isolated, trust_config, baseline)).start_io()
    return 0
