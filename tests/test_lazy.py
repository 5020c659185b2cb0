"""Regular expressions that are compiled at their first use are right all the same."""

import gc
import importlib
import pkgutil
import re

import mtqa
import mtqa_rules
from mtqa.lazy import regex


def _modules():
    for package in (mtqa, mtqa_rules):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name not in ("mtqa.__main__", "mtqa.polars") and ".migrations" not in module.name:
                yield module.name


def test_every_pattern_compiles():
    for name in _modules():
        importlib.import_module(name)
    patterns = [one for one in gc.get_objects() if type(one) is regex]
    assert len(patterns) > 300
    for one in patterns:
        assert isinstance(one.compiled, re.Pattern)


def test_it_is_the_pattern():
    digits = regex(r"(?P<first>\d)\d*", re.ASCII)
    assert digits.search("a 12").group("first") == "1"
    assert digits.sub("#", "1 22") == "# #"
    assert digits.groupindex == {"first": 1}
    assert digits.pattern == r"(?P<first>\d)\d*"
