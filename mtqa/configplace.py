"""Where something stands in a configuration file, for the messages that complain of it."""

from __future__ import annotations

import re
from pathlib import Path


def place(path: str | Path, word: str, number: int = 1) -> str:
    """`FILE:LINE` of a key, of the header of a table, or of a string; `FILE` alone where it is not found.

    Args:
        path: of the file.
        word: the key (of a table: its last part) or the whole string.
        number: of the table, from 1, where several bear the name.
    """
    name = re.escape(word)
    found = re.compile(rf"""\s*\[\[?\s*(?:tool\.mtqa\.)?{name}\s*\]|\s*["']?{name}["']?\s*=|.*["']{name}["']""")
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return str(path)
    table = next((i for i, line in enumerate(lines) if line.lstrip().startswith("[tool.mtqa")), 0)
    places = [i for i, line in enumerate(lines[table:], table + 1) if found.match(line)]
    headers = [i for i in places if lines[i - 1].lstrip().startswith("[")]
    chosen = headers if len(headers) >= number > 1 else places[:1]
    return f"{path}:{chosen[min(number, len(chosen)) - 1]}" if chosen else str(path)
