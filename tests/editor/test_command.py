"""`mtqa lsp` where it cannot run."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mtqa.cli import app, lsp
from mtqa.extras import Extra


def test_without_its_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lsp, "EXTRA", Extra("mtqa[lsp]", (("no_such_module", "x"),)))
    done = CliRunner().invoke(app, ["lsp", "--stdio"])
    assert done.exit_code == 2
    assert done.stderr == "mtqa: error: the language server needs the extra mtqa[lsp]: pip install 'mtqa[lsp]'\n"


def test_options_that_exclude_each_other() -> None:
    done = CliRunner().invoke(app, ["lsp", "--isolated", "--config", "x.toml"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "exclude each other" in done.stderr
