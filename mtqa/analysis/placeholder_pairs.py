"""Placeholders and tags of a segment's source against those of its target."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache

from mtqa.analysis.placeholders import VOID, Placeholder, find, has_forms, has_sign
from mtqa.lazy import regex
from mtqa.segment import Inline, Segment
from mtqa.values import NamedTuple

_TYPOGRAPHIC = frozenset("bdi bdo q rp rt ruby sub sup wbr".split())
#: Tags and placeholders of a side beyond which nobody wrote them, and changed ones that are told apart.
_MOST, _MOST_CHANGED = 1000, 20
#: Characters of source and target whose difference is kept for the next rule.
_LONGEST = 40_000
#: How near two placeholders are written of which one is the other gone wrong.
_NEAR = 0.5


class Place(NamedTuple):
    """A placeholder or tag of a segment.

    Attributes:
        start, end: code points; the same for a tag that the format keeps apart.
        text: as people see it.
        key: what it is known by on the other side.
        kind: "open", "close" or "alone".
        many: whether each of them is one more: of the others a translator may write one twice.
        counts: whether a number comes in its place.
    """

    start: int
    end: int
    text: str
    key: str
    kind: str
    many: bool
    counts: bool = False


class Difference(NamedTuple):
    """What source and target do not share.

    Attributes:
        lost: placeholders of the source.
        added: of the target.
        changed: of the target, each with the one of the source that it should be.
        moved: values of the target that take the place of others, each with what it should be.
        lost_tags, added_tags: the same as of placeholders.
        unpaired: tags of the target that open nothing or close nothing, where those of the source are in pairs.
    """

    lost: tuple[Place, ...] = ()
    added: tuple[Place, ...] = ()
    changed: tuple[tuple[Place, Place], ...] = ()
    moved: tuple[tuple[Place, Place], ...] = ()
    lost_tags: tuple[Place, ...] = ()
    added_tags: tuple[Place, ...] = ()
    unpaired: tuple[Place, ...] = ()


#: Of segments without any, and of those that have the same.
NONE = Difference()


def kept(segment: Segment) -> list[tuple[int, int]]:
    """Ranges of the target that stand for values or are markup, and agree with the source: no words to any rule."""
    if not segment.tags and (not segment.source or not has_sign(segment.target)):
        return []
    known = [(tag.start, tag.end) for tag in segment.tags if tag.start < tag.end]
    if segment.source and _is_date(segment.source):
        known = [(0, len(segment.target))]
    elif segment.source:
        ours, theirs = _both(segment.source, segment.target)
        keys = {one.key if one.kind != "printf" else one.key[-1] for one in ours}
        known += [(one.start, one.end) for one in theirs if (one.key if one.kind != "printf" else one.key[-1]) in keys]
        found = difference(segment)
        wrong = [*found.added, *found.added_tags, *found.unpaired, *(new for new, _ in (*found.changed, *found.moved))]
        bad = {(place.start, place.end) for place in wrong}
        known = [one for one in known if one not in bad]
    ranges: list[tuple[int, int]] = []
    code = sorted(segment.code)
    for start, end in sorted(known):
        if not _covers(code, start) and not _covers(code, end - 1) and not (ranges and start < ranges[-1][1]):
            ranges.append((start, end))
    return ranges


def in_source(segment: Segment) -> list[tuple[int, int]]:
    """Ranges of the source that are no words: what the format keeps apart, and placeholders in the text."""
    if not segment.source or not (segment.source_code or segment.source_tags or has_sign(segment.source)):
        return []
    tags = ((tag.start, tag.end) for tag in segment.source_tags if tag.start < tag.end)
    return sorted({*segment.source_code, *tags, *((one.start, one.end) for one in find(segment.source))})


def difference(segment: Segment) -> Difference:
    """What source and target of a segment do not share; `NONE` where nothing, or where one of them is not there."""
    if not segment.source or not segment.target or segment.source == segment.target:
        return NONE
    if _is_date(segment.source):
        return NONE
    tags = len(segment.tags) + len(segment.source_tags)
    if tags > _MOST or not (tags or has_sign(segment.source) or has_sign(segment.target)):
        return NONE
    if len(segment.source) + len(segment.target) > _LONGEST:  # none to keep
        return _difference.__wrapped__(segment)
    return _difference(segment)


#: A pattern of date and time (`%a %b %e %H:%M`), which each language has in its own order and with other parts.
_DATE = regex(r"(?=.*%[-_0EO]?[HMYybBApTIjmF])(?:%[-_0^#EO]?[a-zA-Z]|[^%\w]|\bT\b){2,40}")


def _is_date(source: str) -> bool:
    return "%" in source and _DATE.fullmatch(source) is not None


@lru_cache(maxsize=256)
def _difference(segment: Segment) -> Difference:
    assert segment.source is not None
    formats = segment.unit.formats if segment.unit else ()
    plain = any(one.startswith("no-") for one in formats)
    in_source, in_target = _both(segment.source, segment.target)
    source = _literal(in_source, segment.source_tags, plain)
    target = _literal(in_target, segment.tags, plain)
    ours, theirs = _places(source, segment.source_tags), _places(target, segment.tags)
    if not (ours or theirs) or max(len(ours), len(theirs)) > _MOST:
        return NONE
    lost_tags, added_tags = _missing(_tags(ours), _tags(theirs))
    unpaired: tuple[Place, ...] = ()
    if not _unpaired(_tags(ours)) and (unpaired := _unpaired(_tags(theirs))):
        lost_tags, added_tags = (), ()
    plural = segment.unit.plural if segment.unit else None
    loose = has_forms(segment.source) or has_forms(segment.target)
    lost, added = _missing(_values(ours), _values(theirs), loose=loose)
    if plural is not None:
        also = {_bare(place) for place in _places(find(plural), ())}
        lost = tuple(place for place in lost if not place.counts) if len(lost) > 1 else ()
        added = tuple(place for place in added if _bare(place) not in also)
    changed = _changed(lost, added)
    wrong = {new for new, _ in changed}
    right = {old for _, old in changed}
    made = Difference(
        tuple(place for place in lost if place not in right),
        tuple(place for place in added if place not in wrong),
        changed,
        () if lost or added else _moved(source, target),
        _not_typographic(lost_tags),
        _not_typographic(added_tags),
        unpaired,
    )
    return NONE if made == NONE else made


def _both(source: str, target: str) -> tuple[tuple[Placeholder, ...], tuple[Placeholder, ...]]:
    """The placeholders of source and target; where one has values of printf, both are read as formats."""
    ours, theirs = find(source), find(target)
    if any(one.kind == "printf" for one in (*ours, *theirs)):
        return find(source, True), find(target, True)
    return ours, theirs


def _not_typographic(tags: Sequence[Place]) -> tuple[Place, ...]:
    """Tags without those that one language needs and another does not: `1<sup>er</sup>`, `<q>`."""
    return tuple(tag for tag in tags if tag.key.strip("</>") not in _TYPOGRAPHIC)


def _literal(found: Sequence[Placeholder], tags: Sequence[Inline], plain: bool) -> list[Placeholder]:
    """Placeholders in the text that the format does not keep apart itself."""
    shown = [(tag.start, tag.end) for tag in tags if tag.start < tag.end]
    return [
        one
        for one in found
        if one.kind != "entity" and not (plain and one.kind == "printf") and not _covers(shown, one.start)
    ]


def _covers(ranges: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether one of some ranges, in order, holds a place."""
    number = bisect_right(ranges, (place, sys.maxsize)) - 1
    return number >= 0 and place < ranges[number][1]


def _places(found: Sequence[Placeholder], tags: Sequence[Inline]) -> list[Place]:
    places = [Place(one.start, one.end, one.label, one.key, one.kind, True) for one in tags]
    for one in found:
        kind = "alone"
        if one.kind == "tag":
            name = one.key.strip("</>")
            kind = "close" if one.key[1] == "/" else "alone" if name in VOID or one.text.endswith("/>") else "open"
        key = one.key if one.kind != "printf" else f"%{one.key[-1]}"
        many = one.kind in ("printf", "tag") or one.key == "{}"
        places.append(
            Place(one.start, one.end, one.text, key, kind if one.kind == "tag" else "value", many, one.counts)
        )
    return sorted(places)


def _is_tag(place: Place) -> bool:
    return place.kind in ("open", "close") or (place.kind == "alone" and place.text.startswith("<"))


def _tags(places: Sequence[Place]) -> list[Place]:
    return [place for place in places if _is_tag(place)]


def _values(places: Sequence[Place]) -> list[Place]:
    return [place for place in places if not _is_tag(place)]


def _bare(place: Place) -> tuple[str, str]:
    return place.kind, place.key


def _missing(
    ours: Sequence[Place], theirs: Sequence[Place], *, loose: bool = False
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """What is on one side alone: first told by the key, then, where tools number anew, by what people see."""
    lost, added = _without(ours, theirs, _bare, loose), _without(theirs, ours, _bare, loose)

    def seen(place: Place) -> tuple[str, str]:
        return place.kind, place.text

    return _without(lost, added, seen, loose), _without(added, lost, seen, loose)


def _without(
    places: Sequence[Place], others: Sequence[Place], name: Callable[[Place], Hashable], loose: bool
) -> tuple[Place, ...]:
    there = Counter(map(name, others))
    left = []
    for place in places:
        key = name(place)
        if not there[key]:
            left.append(place)
        elif place.many and not loose:
            there[key] -= 1
    return tuple(left)


def _changed(lost: Sequence[Place], added: Sequence[Place]) -> tuple[tuple[Place, Place], ...]:
    """Pairs of which the one of the target is that of the source, written wrong."""
    import difflib  # costs start-up time

    pairs = []
    left = list(lost)
    for place in added[:_MOST_CHANGED]:
        scores = [difflib.SequenceMatcher(None, place.text, one.text, autojunk=False).ratio() for one in left[:20]]
        if scores and (max(scores) >= _NEAR or len(lost) == len(added) == 1):
            pairs.append((place, left.pop(scores.index(max(scores)))))
    return tuple(pairs)


def _moved(source: Sequence[Placeholder], target: Sequence[Placeholder]) -> tuple[tuple[Place, Place], ...]:
    """Values told by their place alone that another kind of value is put into."""
    due = {re.sub(r"\D", "", one.key): one for one in source if one.kind == "printf"}
    found = []
    for one in target:
        if one.kind == "printf":
            right = due.get(re.sub(r"\D", "", one.key))
            if right is not None and right.key != one.key:
                found.append((_places([one], ())[0], _places([right], ())[0]))
    return tuple(found)


def _unpaired(tags: Sequence[Place]) -> tuple[Place, ...]:
    """Tags that close what is not open, or open what is not closed."""
    waiting: dict[str, list[Place]] = defaultdict(list)
    wrong: list[Place] = []
    for place in tags:
        if place.kind == "open":
            waiting[_name(place)].append(place)
        elif place.kind == "close":
            if waiting[_name(place)]:
                waiting[_name(place)].pop()
            else:
                wrong.append(place)
    return tuple(sorted([*wrong, *(place for places in waiting.values() for place in places)]))


def _name(place: Place) -> str:
    """What an opening and a closing tag share."""
    if place.start == place.end:  # kept apart by the format, which numbers its pairs
        return place.key.removeprefix("START_").removeprefix("CLOSE_")
    return place.key.strip("</>")
