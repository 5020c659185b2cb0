"""Placeholders and tags that stand in a text letter for letter: what programs put values in the place of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from mtqa.lazy import regex
from mtqa.values import NamedTuple

Kind = Literal["printf", "named", "tag", "entity"]

#: Without one of these no text has any.
_SIGN = regex(r"[%{$<&]")
#: Elements that hold nothing.
VOID = frozenset("area br col embed hr img input link meta param source track wbr".split())
_TAGS = VOID | frozenset(
    "a abbr article aside b bdi bdo big blockquote body button center cite code dd del details dfn div dl "
    "dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header html i iframe ins kbd label "
    "li main mark nav ol option p pre q s samp section select small span strike strong style sub summary "
    "sup svg table tbody td textarea th thead title tr tt u ul var video x g bx ex ph".split()
)
#: What a number is called in a message.
_COUNTS = frozenset("amount cnt count counter i items n nr num number quantity sel selected total value".split())

_FORM = r"""
      (?P<printf>BEFORE%(?P<place>\d{1,2}\$)?[-+0\#]{0,3}(?:\d{1,3})?(?:\.\d{1,2})?(?:hh|h|ll|l|q|j|z|t)?
        (?P<type>[diouxXsSfgeEcp@])BEHIND)
    | (?P<named>
        %\(\w[\w .:-]{0,60}\)[-+0\#]{0,2}\d{0,3}(?:\.\d{1,2})?[sdifrxgeuc]
      | \{\{\s{0,3}[^{}\n]{1,80}?\s{0,3}\}\}
      | [$%\#]\{[^{}\n]{1,80}\}
      | \{(?:\d{1,3}|[A-Za-z_][\w.-]{0,40})?(?:![rsa])?(?::[^{}\s]{0,20}|,\s?(?:number|date|time)(?:,[^{}\n]{0,40})?)?\}
      | \{\s?[A-Za-z_]\w{0,40}\s?,\s?(?:plural|selectordinal|select)\s?,
      | (?<![\w$])\$[A-Z][A-Z0-9_]{3,30}\$?(?!\w)
      | (?<![\w%])%[A-Z][A-Z0-9_]{2,30}%(?!\w)
      | (?<![\w%])%[a-z_][\w.]{1,30}%(?![\w%])
      )
    | (?P<tag></?(?P<name>[A-Za-z][\w:-]{0,30})(?:\s[^<>]{0,1000})?/?>)
    | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});)
    """
#: What does not stand behind a value in a text that may be prose: `20 %des`, `5 %d'entre`.
_BEHIND = r"(?!(?!x%|px\b|[KMG]B\b|ms\b|s\b)[A-Za-z]|['’][a-z]|%(?!\d|[a-z(]|%))"
_PLACEHOLDER = regex(_FORM.replace("BEFORE", r"(?<![%\d])(?<!\d\s)").replace("BEHIND", _BEHIND), re.VERBOSE)
_IN_FORMAT = regex(_FORM.replace("BEFORE", "(?<!%)").replace("BEHIND", ""), re.VERBOSE)
_ICU = regex(r"\{\s?[A-Za-z_]\w{0,40}\s?,\s?(?:plural|selectordinal|select)\s?,")
_LONGEST = 20_000


class Placeholder(NamedTuple):
    """A placeholder, tag or entity.

    Attributes:
        start, end: code points.
        kind: "printf" of the form `%s`, which is told by its place; "named" of all others; "tag"; "entity".
        key: what it is known by in another text: `%2d` for the second value, a whole number; `{name}`; `<b>`.
        text: as it stands.
    """

    start: int
    end: int
    kind: Kind
    key: str
    text: str

    @property
    def counts(self) -> bool:
        """Whether a number comes in its place, as it seems."""
        if self.kind == "printf":
            return self.key[-1] in "df" or not self.key[1:-1]
        words = re.findall(r"[a-z]+", self.text.lower())
        return self.text.endswith(")d") or not _COUNTS.isdisjoint(words) or self.text in ("{}", "{0}")


def find(text: str, in_format: bool = False) -> tuple[Placeholder, ...]:
    """The placeholders of a text, in order; none of a text so long that no program fills it in (20,000 characters).

    Args:
        in_format: whether the text is known to hold values of printf, so that one may have letters behind it: `%sn`.
    """
    return _find(text, in_format) if len(text) <= _LONGEST and _SIGN.search(text) else ()


@lru_cache(maxsize=512)
def _find(text: str, in_format: bool) -> tuple[Placeholder, ...]:
    found: list[Placeholder] = []
    values = 0
    for match in (_IN_FORMAT if in_format else _PLACEHOLDER).finditer(text):
        written = match.group()
        kind: Kind = match.lastgroup if match.lastgroup in ("named", "entity") else "tag"  # type: ignore[assignment]
        key = written
        if match["printf"]:
            kind = "printf"
            values += 1
            place = int(match["place"][:-1]) if match["place"] else values
            key = f"%{place}{_TYPES.get(match['type'], match['type'])}"
        elif match["tag"]:
            kind, name = "tag", match["name"].lower()
            odd = written.startswith("</") or written.endswith("/>") or "=" in written or any(map(str.isdigit, name))
            if name not in _TAGS and not (odd or f"</{match['name']}>" in text):
                continue
            key = f"<{'/' if written[1] == '/' else ''}{name}>"
        elif match["named"]:
            kind = "named"
            key = re.sub(r"\s+", "", written)
        found.append(Placeholder(match.start(), match.end(), kind, key, written))
    return tuple(found)


#: Letters of conversions that take the same values.
_TYPES = {"i": "d", "u": "d", "o": "d", "x": "d", "X": "d", "e": "f", "E": "f", "g": "f", "S": "s"}


def has_sign(text: str) -> bool:
    """Whether a text may have any: quick, and true of many that have none."""
    return _SIGN.search(text) is not None


def has_forms(text: str) -> bool:
    """Whether a message holds its own forms, as ICU has them: then how often a placeholder stands says nothing."""
    return "{" in text and _ICU.search(text) is not None


def masked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The text, of the same length, with spaces for what stands in the ranges, which are in order."""
    pieces, last = [], 0
    for start, end in ranges:
        if end > last:
            start = max(start, last)
            pieces += [text[last:start], " " * (end - start)]
            last = end
    return "".join([*pieces, text[last:]])
