"""Subtitles (SRT, WebVTT): cues joined to sentences, since most sentences run over several.

Who speaks, positions and tags are left out. A sentence ends where a cue ends with a final mark, where somebody else
speaks, or where nothing is said for a while.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document, Problem, Segment
from mtqa.lazy import regex
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.input import Input
from mtqa.segment import Unit
from mtqa.unicode import has_text
from mtqa.values import NamedTuple

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})"
_TIMES = regex(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t].*)?$")
_ARROW = regex(r"[ \t]*[\d:,. ]{1,20}-->")
_TAG = regex(
    r"</?(?:[biu]|v|c|ruby|rt|lang|font)(?=[\s.>/])[^<>]{0,200}>|<\d{2}:[\d:.]{5,12}>|\{\\[^{}]{1,100}\}", re.I
)
_SPEAKER = regex(r"<v(?:\.[^\s>]{0,40})?\s[^<>]{0,100}>", re.IGNORECASE)
_DASH = regex(r"\s*[-–—]\s?(?=\S)")
_FINAL = regex(r"[.!?…。！？؟।♪\])）]['\"”’»」]?\s*$")
#: Seconds of silence that end a sentence, and cues it may run over.
_SILENCE, _CUES = 3.0, 12
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\xa0", "&lrm;": "", "&rlm;": ""}
_ENTITY = regex("|".join(_ENTITIES))
_GIVE_UP = 10


class _Cue(NamedTuple):
    """A cue: its seconds, its text, the line of that, and whether another speaker begins."""

    start: float
    end: float
    text: str
    line: int
    speaker: bool


def read_subtitles(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """The one document of a file of subtitles: its sentences, each with its time as the id of a unit."""
    cues: list[_Cue] = []
    broken = 0
    for item in _cues(file.text()):
        if isinstance(item, ReadError):
            broken += 1
            if broken == _GIVE_UP and not cues:
                raise ReadError(f"gave up: none of the first {broken} blocks is a cue; are these subtitles?")
            yield item.problem(file.path)
        else:
            cues.append(item)
    if broken and not cues:
        return
    segments = [_segment(group) for group in _sentences(cues)]
    yield Document(
        file.path,
        tuple(segment for segment in segments if has_text(segment.target)),
        path=file.path,
        language=options.language,
        source_language=options.source_language,
    )


def _cues(text: str) -> Iterator[_Cue | ReadError]:
    lines = text.removeprefix("\ufeff").split("\n")
    number = 0
    while number < len(lines):
        start = number
        while number < len(lines) and lines[number].strip():
            number += 1
        block = lines[start:number]
        number += 1
        if not block:
            continue
        if block[0].startswith(("WEBVTT", "NOTE", "STYLE", "REGION", "X-TIMESTAMP")):
            continue
        place = next((i for i, line in enumerate(block[:2]) if "-->" in line), None)
        if place is None:
            yield ReadError(f"broken cue: found {block[0][:30]!r}, no times; passed over", start + 1)
            continue
        times = _TIMES.match(block[place])
        if times is None:
            yield ReadError(
                f"broken cue: times that cannot be read ({block[place].strip()[:40]!r}); passed over", start + place + 1
            )
            continue
        # a cue whose empty line was lost holds the number and times of the next
        rest, first = block[place + 1 :], start + place + 2
        while again := next((i for i, line in enumerate(rest) if _TIMES.match(line)), None):
            cut = again - (again > 0 and rest[again - 1].strip().isdigit())
            yield _cue(times, rest[:cut], first)
            times = _TIMES.match(rest[again])
            assert times is not None
            rest, first = rest[again + 1 :], first + again + 1
        yield _cue(times, rest, first)


def _cue(times: re.Match[str], lines: list[str], line: int) -> _Cue:
    values = times.groups()
    raw = " ".join(part.strip() for part in lines)
    text = _TAG.sub("", raw)
    text = _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)
    speaker = bool(_SPEAKER.match(raw) or _DASH.match(text))
    return _Cue(_seconds(values[:4]), _seconds(values[4:]), " ".join(text.split()), line, speaker)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = parts
    return (
        int(hours or 0) * 3600
        + int(minutes or 0) * 60
        + int(seconds or 0)
        + int((thousandths or "0").ljust(3, "0")) / 1000
    )


def _sentences(cues: list[_Cue]) -> Iterator[list[_Cue]]:
    group: list[_Cue] = []
    for cue in cues:
        if not cue.text:
            continue
        if group and (
            _FINAL.search(group[-1].text) or cue.speaker or cue.start - group[-1].end > _SILENCE or len(group) >= _CUES
        ):
            yield group
            group = []
        group.append(cue)
    if group:
        yield group


def _segment(group: list[_Cue]) -> Segment:
    unit = Unit(f"{_clock(group[0].start)} --> {_clock(max(cue.end for cue in group))}")
    return Segment(" ".join(cue.text for cue in group), line=group[0].line, element="cue", unit=unit)


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def joined(targets: list[Segment], sources: list[Segment]) -> list[Segment]:
    """Sentences of the target with what is said in the source meanwhile.

    Sentences that end elsewhere in the two are joined until both end; one has no source where nothing is said in it.
    """
    ours, theirs = [_span(one) for one in targets], [_span(one) for one in sources]
    made: list[Segment] = []
    i = j = 0
    while i < len(targets):
        while j < len(theirs) and _before(theirs[j], ours[i]):
            j += 1
        first, begin, end = i, j, ours[i][1]
        i += 1
        while True:
            if j < len(theirs) and not _after(theirs[j], end):
                end = max(end, theirs[j][1])
                j += 1
            elif i < len(ours) and not _after(ours[i], end):
                end = max(end, ours[i][1])
                i += 1
            else:
                break
        words = [segment.target for segment in targets[first:i]]
        said = " ".join(segment.target for segment in sources[begin:j])
        unit = Unit(f"{_clock(ours[first][0])} --> {_clock(max(span[1] for span in ours[first:i]))}")
        made.append(Segment(" ".join(words), said or None, line=targets[first].line, element="cue", unit=unit))
    return made


def _span(segment: Segment) -> tuple[float, float]:
    assert segment.unit is not None
    times = re.findall(_CLOCK, segment.unit.id or "")
    return _seconds(times[0]), _seconds(times[1])


def _before(span: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether most of a span is over before the other begins."""
    return (span[0] + span[1]) / 2 <= other[0]


def _after(span: tuple[float, float], end: float) -> bool:
    """Whether most of a span comes behind an end."""
    return (span[0] + span[1]) / 2 >= end
