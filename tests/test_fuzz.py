"""A short run of the fuzzer; the long one is a command: see tools/fuzz.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FUZZER = Path(__file__).parent.parent / "tools" / "fuzz.py"


def test_random_and_mutated_inputs_raise_nothing() -> None:
    done = subprocess.run(
        [sys.executable, str(FUZZER), "--runs", "1500", "--seed", "2018"], capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(": 0 failed\n")
