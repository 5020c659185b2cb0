"""How fast: engines warm over new text and over text seen before, whole processes, rivals in turn with mtqa."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.clock import Ran, Side, Spent, batches, measured, mtqa, ran, taken
from benchmarks.figures import Figure, figure
from benchmarks.setting import Setting, command
from benchmarks.text import Texts, count, first, short

_LOT = 1_500  # words that one side is given before it is the next one's turn


def engines(setting: Setting) -> list[Figure]:
    """Words a second of the processor, tables read: good news, translation, short documents."""
    good, bad = setting.clean, setting.translated(50_000)
    cut = Texts(f"75 words each; {good.name}", list(short(good.texts)))
    figures = []
    for texts, asked in ((good, 120_000), (bad, None), (cut, 90_000)):
        rounds = _rounds(setting.sides, texts, setting.rounds, times=2)
        for time, when in enumerate(("new text", "seen before")):
            for number, side in enumerate(setting.sides):
                if time and side.checker != "mtqa":
                    continue
                what = "short documents, " if texts is cut else "engine warm, "
                bound = asked if not number and not time else None
                figures.append(_rate(f"{what}{when}: {side.name}", [one[number][time] for one in rounds], bound, texts))
    return figures


def _rounds(sides: Sequence[Side], texts: Texts, rounds: int, times: int = 1) -> list[list[list[list[Spent]]]]:
    """What `taken` says, each round by new processes."""
    lots = batches(texts.texts, _LOT, {text: count(text) for text in texts.texts})
    before = first()
    return [taken(sides, lots, times, before) for _ in range(rounds)]


def _rate(name: str, rounds: Sequence[Sequence[Spent]], asked: float | None, texts: Texts) -> Figure:
    words = [sum(one.words for one in spent) for spent in rounds]
    cpu = [sum(one.cpu for one in spent) for spent in rounds]
    wall = [sum(one.wall for one in spent) for spent in rounds]
    found = sum(one.found for one in rounds[0])
    rates = measured(size / seconds for size, seconds in zip(words, cpu, strict=True))
    note = f"{texts.name}, {min(words):,} words, {found:,} findings"
    seconds = {"cpu": measured(cpu).median, "wall": measured(wall).median}
    return figure(name, rates, "words/s", asked=asked, note=note, **seconds)


def whole(setting: Setting) -> list[Figure]:
    """Whole processes over good news: mtqa, and proselint's in the same run."""
    texts = setting.clean
    rival = setting.rivals.get("proselint")
    runs: dict[str, list[Ran]] = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = files(texts.texts, Path(folder, "texts"))
        own = command("check", "--exit-zero", "--no-cache", "--format", "jsonl", "--output", f"{folder}/out", *paths)
        ways = [(mtqa(), own)]
        if rival is not None:
            ways.append((rival, [rival.python, "-m", "proselint", "check", *paths]))
        for side, way in ways:
            ran(way, side.environment, range(256))  # makes the byte code
        for _ in range(setting.rounds):
            for side, way in ways:  # proselint ends with the number of what it found
                runs.setdefault(side.name, []).append(ran(way, side.environment, range(256)))
    figures = [
        figure(
            f"whole process, clean news: {name}",
            measured(one.cpu for one in spent),
            "CPU s",
            wall=measured(one.wall for one in spent).median,
            note=f"{texts.name}, {texts.words:,} words in {len(paths)} files, {max(one.peak for one in spent):.0f} MB",
        )
        for name, spent in runs.items()
    ]
    if rival is None:
        setting.lacking["whole process beside proselint's"] = setting.lacking.get("proselint", "it is not there")
        return figures
    ratio = measured(own.cpu / other.cpu for own, other in zip(*runs.values(), strict=True))
    return [*figures, figure("whole process, clean news: CPU over proselint's", ratio, "×", asked=1, way="≤")]


def large(setting: Setting) -> list[Figure]:
    """500,000 words of translation, beside harper-py."""
    rival = setting.rivals.get("harper-py")
    if rival is None:
        setting.lacking["500,000 words beside harper-py"] = setting.lacking.get("harper-py", "it is not there")
        return []
    texts = setting.translated(500_000)
    sides = [mtqa(), replace(rival, most=float("inf"))]
    rounds = _rounds(sides, texts, min(setting.rounds, 3))
    rates = [
        _rate(f"{texts.words:,} words: {side.name}", [one[number][0] for one in rounds], None, texts)
        for number, side in enumerate(sides)
    ]
    ratios = measured(sum(one.cpu for one in other[0]) / sum(one.cpu for one in own[0]) for own, other in rounds)
    return [*rates, figure(f"{texts.words:,} words: speed over harper-py's", ratios, "×", asked=20)]


def files(texts: Sequence[str], folder: Path) -> list[str]:
    """The texts as files of a new folder."""
    folder.mkdir()
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number:05}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths
