"""Readers: files of many formats made documents."""

from __future__ import annotations

from mtqa.readers.base import ReadOptions
from mtqa.readers.paths import FORMATS, read_paths

__all__ = ["FORMATS", "ReadOptions", "read_paths"]
