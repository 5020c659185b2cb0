"""The configuration of docs/editors.md in a Neovim, where there is one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "editors.md"
TRY = """
vim.wait(100000, function() return #vim.diagnostic.get(0) > 1 end, 100)
for _, one in ipairs(vim.diagnostic.get(0)) do
  print(one.lnum .. ":" .. one.col .. "-" .. one.end_col .. " " .. vim.diagnostic.severity[one.severity] .. "\\n")
end
vim.cmd("qa!")
"""


@pytest.mark.skipif(shutil.which("nvim") is None, reason="no Neovim here")
def test_neovim_shows_what_is_found(tmp_path: Path) -> None:
    older = re.findall(r"```lua\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1]
    command = f'"{sys.executable}", "-m", "mtqa", "lsp"'
    (tmp_path / "init.lua").write_text(older.replace('"mtqa", "lsp"', command) + 'vim.cmd("filetype plugin on")\n')
    (tmp_path / "try.lua").write_text(TRY)
    # columns in Neovim are bytes
    text = "It was cold \U0001f600 in the town , he said.\n\nU.S. Secretary of State Condoleezza Tillerson left.\n"
    (tmp_path / "story.txt").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["nvim", "--headless", "-u", "init.lua", "story.txt", "-c", "luafile try.lua"],
        cwd=tmp_path,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=True,
    )
    assert (done.stdout + done.stderr).decode().split()[:4] == ["0:28-30", "INFO", "2:24-45", "ERROR"]
