"""Readers: files of many formats made documents."""

from __future__ import annotations

from mtqa.readers.base import ReadOptions
from mtqa.readers.one import FORMATS
from mtqa.readers.paths import read_paths

__all__ = ["FORMATS", "ReadOptions", "read_paths"]
