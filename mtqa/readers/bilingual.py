"""Entries that hold the original beside the translation, as programs that translate feeds write them.

Title: `translation || original`. Text: both, with a line of dashes between them; or paragraph by paragraph; or in turns
inside a paragraph, with a line break between. Which is which is told by script, or else by language.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence

from mtqa.analysis.language import script
from mtqa.analysis.text import Analysis
from mtqa.document import Segment
from mtqa.knowledge.languages import primary
from mtqa.lazy import regex
from mtqa.values import NamedTuple

_BETWEEN = regex(r"[-—–_=*·]{8,200}")
_TITLES = " || "
#: Scripts of target languages that are not written in Latin letters.
_SCRIPTS = {
    "Chinese": "zh", "Japanese": "ja", "Korean": "ko", "Cyrillic": "ru uk be bg sr mk kk ky mn tg",
    "Arabic": "ar fa ur ps ug", "Hebrew": "he yi", "Greek": "el", "Thai": "th", "Devanagari": "hi mr ne",
    "Bengali": "bn", "Tamil": "ta", "Telugu": "te", "Georgian": "ka", "Armenian": "hy", "Ethiopic": "am",
    "Khmer": "km", "Lao": "lo", "Burmese": "my",
}  # fmt: skip
#: Languages that alone are written in a script.
_ONE = {name: codes for name, codes in _SCRIPTS.items() if " " not in codes}
#: Letters of Latin script that one of another becomes, roughly.
_WORTH = {"Chinese": 3.6, "Japanese": 2.0, "Korean": 2.5}
#: A pair of paragraphs is as long as this many times what is expected at most, or as little.
_RATIO = 2.5
_LOOKED_AT = 400
_PAIRS = 3  # paragraphs in turns, at least; two where the title is of both languages as well


class Parted(NamedTuple):
    """An entry without its original.

    Attributes:
        segments: of the translation, with their sources.
        source_language: ISO 639-1, where the script tells it.
    """

    segments: list[Segment]
    source_language: str | None


def parted(segments: Sequence[Segment], language: str) -> Parted | None:
    """The translation of an entry with its original as the source; `None` for an entry of one language.

    Args:
        segments: of the entry, in order.
        language: BCP 47 tag of the translation.
    """
    titles = [one for one in segments if one.kind == "headline" and one.element == "title"]
    body = [one for one in segments if one not in titles]
    if not any(_TITLES in one.target for one in titles) and not _mixed(segments):
        return None
    ours = next((name for name, codes in _SCRIPTS.items() if primary(language) in codes.split()), "")
    heading = [_title(one, language, ours) for one in titles]
    two = any(one.source for one in heading)
    rows = _divided(body, language, ours) or _in_turns(_lines(body), ours, 2 if two else _PAIRS)
    if rows is None:
        if not two or any(_side(one.target, ours) != "ours" for one in body if one.target.strip()):
            return None
        rows = body
    made = [*heading, *rows]
    other = Counter(_script(one.source) for one in made if one.source).most_common(1)
    return Parted(made, _ONE.get(other[0][0]) if other else None)


def _mixed(segments: Sequence[Segment]) -> bool:
    """Whether there are texts of more than one script, or a line between two parts: cheap."""
    if any(_BETWEEN.fullmatch(one.target.strip()) for one in segments):
        return True
    return len({_script(one.target) for one in segments if any(map(str.isalpha, one.target[:_LOOKED_AT]))}) > 1 or any(
        "\n" in one.target and not one.target.isascii() for one in segments
    )


def _script(text: str | None) -> str:
    """The script that prevails; "" for Latin letters."""
    letters = [script(char) or "" for char in (text or "")[:_LOOKED_AT] if char.isalpha()]
    counts = Counter(letters)
    for name in counts:  # a word of Latin letters is as long as one sign of the others
        counts[name] *= 3 if name in _WORTH else 1
    if counts["Japanese"]:
        return "Japanese"
    return counts.most_common(1)[0][0] if counts else ""


def _side(text: str, ours: str) -> str:
    """Whether a text is in the script of the translation: "ours", "theirs", or "" for one without letters."""
    if not any(map(str.isalpha, text[:_LOOKED_AT])):
        return ""
    found = _script(text)
    return "ours" if found == ours or (ours == "Japanese" and found == "Chinese") else "theirs"


def _title(segment: Segment, language: str, ours: str) -> Segment:
    left, between, right = segment.target.partition(_TITLES)
    if not between or not left.strip() or not right.strip() or _TITLES in right:
        return segment
    sides = _side(left, ours), _side(right, ours)
    if sides == ("ours", "theirs") or (sides[0] == sides[1] and _is(left, language) > _is(right, language)):
        return dataclasses.replace(segment, target=left.strip(), source=right.strip())
    if sides == ("theirs", "ours") or (sides[0] == sides[1] and _is(right, language) > _is(left, language)):
        return dataclasses.replace(segment, target=right.strip(), source=left.strip())
    return segment


def _is(text: str, language: str) -> int:
    """Whether a text is in a language: 1 if so, -1 if it is in another, 0 if nobody can tell."""
    found = Analysis([Segment(text)]).language
    return 0 if found is None else 1 if found == primary(language) else -1


def _divided(body: Sequence[Segment], language: str, ours: str) -> list[Segment] | None:
    """A text and its original with a line between them."""
    places = [number for number, one in enumerate(body) if _BETWEEN.fullmatch(one.target.strip())]
    if len(places) != 1:
        return None
    parts = list(body[: places[0]]), list(body[places[0] + 1 :])
    texts = ["\n".join(one.target for one in part) for part in parts]
    if not all(texts):
        return None
    sides = [_side(text, ours) for text in texts]
    if sides[0] == sides[1]:
        ranks = [_is(text, language) for text in texts]
        if ranks[0] == ranks[1]:
            return None
        sides = ["ours", "theirs"] if ranks[0] > ranks[1] else ["theirs", "ours"]
    elif "" in sides:
        return None
    target, source = parts if sides[0] == "ours" else parts[::-1]
    if len(target) != len(source):
        return target
    return [dataclasses.replace(one, source=other.target) for one, other in zip(target, source, strict=True)]


def _lines(body: Sequence[Segment]) -> list[Segment]:
    """Paragraphs of two lines cut at the break."""
    rows: list[Segment] = []
    for one in body:
        parts = one.target.split("\n")
        if len(parts) == 2 and not one.code and all(map(str.strip, parts)) and _script(parts[0]) != _script(parts[1]):
            rows += [dataclasses.replace(one, target=part.strip()) for part in parts]
        else:
            rows.append(one)
    return rows


def _in_turns(rows: Sequence[Segment], ours: str, least: int) -> list[Segment] | None:
    """Paragraphs of a text that stand beside those of its original, all of them; or before or behind all of them."""
    sides = [_side(one.target, ours) for one in rows]
    half = len(rows) // 2
    if len(rows) % 2 or half < least or sides.count("ours") != half or sides.count("theirs") != half:
        return None
    if len({*sides[::2]}) == 1 and len({*sides[1::2]}) == 1:
        pairs = list(zip(rows[::2], rows[1::2], strict=True))
    elif len({*sides[:half]}) == 1:
        pairs = list(zip(rows[:half], rows[half:], strict=True))
    else:
        return None
    if _side(pairs[0][0].target, ours) != "ours":
        pairs = [(second, first) for first, second in pairs]
    # a translation that skipped every other paragraph is none of these
    fitting = sum(_fits(one.target, other.target) for one, other in pairs)
    if fitting < 0.8 * len(pairs):
        return None
    return [dataclasses.replace(one, source=other.target) for one, other in pairs]


def _fits(target: str, source: str) -> bool:
    """Whether a text is about as long as the translation of another, and has a figure of it if both have figures."""
    ratio = _size(target) / (_size(source) or 1)
    figures = set(re.findall(r"\d{2,9}", target)), set(re.findall(r"\d{2,9}", source))
    return 1 / _RATIO <= ratio <= _RATIO and not (all(figures) and not figures[0] & figures[1])


def _size(text: str) -> float:
    return sum(_WORTH.get(script(char) or "", 1.0) for char in text if char.isalnum())
