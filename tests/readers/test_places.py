"""Where the ids of a file first stood: as a dict would tell it, in a sixth of its memory."""

from __future__ import annotations

import random
import tracemalloc

from mtqa.readers.places import Places


def test_it_tells_what_a_dict_tells() -> None:
    pick = random.Random(0)
    places, lines = Places(), dict[tuple[str, tuple[()]], int]()
    for line in range(1, 5_000):
        name = (f"id-{pick.randrange(4_000)}", ())
        assert places.add(name, line) == (name not in lines)
        lines.setdefault(name, line)
    assert all(places.line(name) == line for name, line in lines.items())


def test_a_line_may_be_unknown() -> None:
    places = Places()
    assert places.add(("a", (("engine", "\udc80"),)), None)
    assert places.line(("a", (("engine", "\udc80"),))) is None
    assert not places.add(("a", (("engine", "\udc80"),)), 3)
    assert places.add(("a", ()), 3)


def test_an_id_costs_few_bytes() -> None:
    number = 50_000
    tracemalloc.start()
    places = Places()
    for line in range(number):
        places.add((f"document-{line}", ()), line)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 50 * number
    assert peak < 75 * number
