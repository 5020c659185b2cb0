"""The project of the commands' tests, and packages that are too large to be there always."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

import pytest

from ..cli.conftest import mtqa, project

__all__ = ["mtqa", "needs", "project"]


def needs(module: str) -> ModuleType:
    """A package of the extra `analyst`; a test is skipped without it, but fails where the extra must be there."""
    if find_spec(module.partition(".")[0]) is not None:
        return import_module(module)
    if os.environ.get("MTQA_ANALYST"):
        pytest.fail(f"{module} is missing: pip install 'mtqa[analyst]'")
    pytest.skip(f"needs {module}: pip install 'mtqa[analyst]'")
