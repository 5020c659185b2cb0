"""Packages that are too large to be there always."""

from __future__ import annotations

import os
import shutil
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

import pytest


def needs(module: str, extra: str) -> ModuleType:
    """A package of an extra; a test is skipped without it, but fails where `MTQA_BATCH` says that it must be there."""
    if find_spec(module.partition(".")[0]) is None:
        lacks(f"{module} is missing: pip install 'mtqa[{extra}]'", extra)
    if module == "pyspark" and shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        lacks("Spark needs Java: apt-get install default-jre-headless", extra)
    return import_module(module)


@pytest.fixture(autouse=True)
def arrow() -> None:
    """All of them stand on pyarrow."""
    needs("pyarrow", "parquet")


def lacks(why: str, extra: str) -> None:
    """Skips the test, or fails it where nothing may be missing."""
    if extra in os.environ.get("MTQA_BATCH", "").split(","):
        pytest.fail(why)
    pytest.skip(why)
