"""How often Python looks for objects that only hold one another: tables and tokens do not."""

import atexit
import gc
from functools import cache

__all__ = ["look_rarely"]


@cache
def look_rarely() -> None:
    """For processes that only check: by default it takes a tenth of their time, and a quarter of a short run."""
    gc.set_threshold(50_000, 20, 20)
    atexit.register(gc.freeze)  # at the end all tables would be gone through, three times
