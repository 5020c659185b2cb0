"""Measure rules on good text of many languages, and on the same text damaged on purpose.

    python tools/measure_languages.py texts.jsonl                        findings in 1000 words, by language and rule
    python tools/measure_languages.py --show 20 --language fr texts.jsonl
    python tools/measure_languages.py --damage texts.jsonl               of the defects put in, how many are found
    python tools/measure_languages.py --widen punctuation,casing texts.jsonl      as if rules for English were for all

The files hold one document a line: {"id", "language", "segments": [{"target", "source"?}]}. What is damaged, and how,
is drawn by a seed from the id: the same text, the same damage.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine

#: A damage: (text, random numbers) -> damaged text, or `None` where it cannot be put in.
Damage = Callable[[str, random.Random], str | None]

_ENGLISH = (
    "The council said on Tuesday that the work on the bridge will begin in March and last until the autumn.",
    "It was not clear how many of the people who live in the valley would be able to go back to their homes.",
    "He told reporters that the two sides had agreed to meet again, but he did not say when they would do so.",
)
_LEFT = ("<|im_end|>", "&nbsp;", "</span>", "{{name}}", "__TERM_1__", "%1$s")
_OTHER_LETTERS = str.maketrans(
    "aeopcxyаеорсху", "аеорсхуaeopcxy"
)  # Latin letters that look like Cyrillic ones, and the other way about
_PAIRS = {"“": "”", "«": "»", "„": "“", "「": "」", "(": ")", "（": "）", "『": "』", "《": "》"}


def _words(text: str) -> list[str]:
    return text.split(" ")


def _loop(text: str, rng: random.Random) -> str | None:
    if " " in text:
        words = _words(text)
        if len(words) < 8:
            return None
        at = rng.randrange(1, len(words) - 5)
        return " ".join([*words[: at + 3], *words[at : at + 3] * 5, *words[at + 3 :]])
    if len(text) < 30:
        return None
    at = rng.randrange(1, len(text) - 12)
    part = text[at : at + 6]
    return text[: at + 6] + part * 5 + text[at + 6 :] if part.isalpha() else None


def _sentence_loop(text: str, _: random.Random) -> str | None:
    return " ".join([text] * 4) if len(text) > 40 and text.rstrip()[-1:] in ".。!?।" else None


def _mojibake(text: str, _: random.Random) -> str | None:
    damaged = text.encode("utf-8").decode("cp1252", "replace")
    return damaged if damaged != text else None


def _unpaired(text: str, rng: random.Random) -> str | None:
    for opens, closes in _PAIRS.items():
        if text.count(opens) == 1 and text.count(closes) == 1 and text.index(opens) + 2 < text.index(closes):
            return text.replace(rng.choice((opens, closes)), "")
    return None


def _doubled(text: str, _: random.Random) -> str | None:
    for mark in (", ", "، ", "，", "、"):
        if mark in text[10:-10]:
            return text.replace(mark, mark.strip() + mark, 1)
    return None


def _english(text: str, rng: random.Random) -> str | None:
    return f"{text} {rng.choice(_ENGLISH)}"


def _letter(text: str, rng: random.Random) -> str | None:
    words = _words(text)
    places = [
        i for i, word in enumerate(words) if len(word) > 5 and word.isalpha() and word.translate(_OTHER_LETTERS) != word
    ]
    if not places:
        return None
    at = rng.choice(places)
    letters = [i for i, letter in enumerate(words[at]) if letter.translate(_OTHER_LETTERS) != letter]
    one = rng.choice(letters)
    words[at] = words[at][:one] + words[at][one].translate(_OTHER_LETTERS) + words[at][one + 1 :]
    return " ".join(words)


def _engine(text: str, rng: random.Random) -> str | None:
    return f"{text} {rng.choice(_LEFT)}"


def _chinese(text: str, rng: random.Random) -> str | None:
    words = _words(text)
    if len(words) < 6:
        return None
    at = rng.randrange(1, len(words) - 1)
    return " ".join([*words[:at], "人民代表大会", *words[at:]])


def _small(text: str, _: random.Random) -> str | None:
    first = text[:1]
    small = first.isupper() and text[1:2].islower() and len(text) > 40
    return first.lower() + text[1:] if small and first.lower() != first else None


def _small_within(text: str, rng: random.Random) -> str | None:
    places = [
        found.start(1) for found in re.finditer(r"[^\W\d_]{6}\. ([^\W\d_])", text) if found[1] != found[1].lower()
    ]
    at = rng.choice(places) if places else 0
    return text[:at] + text[at].lower() + text[at + 1 :] if places else None


def _decimal(text: str, _: random.Random) -> str | None:
    for mark, other in (",.", ".,"):
        found = re.search(rf"(?<![\w.,])\d{{1,3}}[{mark}]\d{{1,2}}\s?%", text)
        if found:
            return text[: found.start()] + found.group().replace(mark, other) + text[found.end() :]
    return None


DAMAGES: dict[str, Damage] = {
    "loop of words": _loop,
    "loop of sentences": _sentence_loop,
    "mojibake": _mojibake,
    "unpaired mark": _unpaired,
    "doubled mark": _doubled,
    "English sentence left": _english,
    "letter of another script": _letter,
    "left by a tool": _engine,
    "Chinese word left": _chinese,
    "small letter at the start": _small,
    "small letter within": _small_within,
    "decimal mark": _decimal,
}


def read(paths: list[str], only: str | None) -> Iterator[dict[str, Any]]:
    """Documents of the files, of one language or of all."""
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                if only is None or item["language"] == only:
                    yield item


def document(item: dict[str, Any], texts: list[str] | None = None) -> Document:
    """A document of a line, its targets exchanged for others if there are any."""
    targets = texts or [one["target"] for one in item["segments"]]
    segments = [Segment(target, one.get("source")) for target, one in zip(targets, item["segments"], strict=True)]
    return Document(item["id"], segments, language=item["language"])


def engine(select: str, widen: str) -> Engine:
    """The engine; rules of the families or ids in `widen` run on every language."""
    for rule in Engine(Config(select=("all",))).rule_set.rules:
        if any(rule.id == one or rule.id.startswith(one + "/") for one in filter(None, widen.split(","))):
            rule.languages = ()
    return Engine(Config(select=tuple(select.split(","))))


def quiet(made: Engine, items: list[dict[str, Any]], show: int, seed: int) -> None:
    """Print what is found in good text."""
    words: Counter[str] = Counter()
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    critical: Counter[str] = Counter()
    shown = []
    for item in items:
        report = made.check(document(item))
        language = item["language"]
        words[language] += report.words
        verdicts[language][report.verdict] += 1
        for failure in report.failures:
            print("CRASHED", failure.rule, failure.error, item["id"])
        for one in report.findings:
            found[language][one.rule] += 1
            critical[language] += one.severity == "critical"
            text = item["segments"][one.segment]["target"]
            context = f"{text[max(0, one.start - 60) : one.start]}[[{one.text[:80]}]]{text[one.end : one.end + 40]}"
            shown.append((language, one.rule, context.replace("\n", "⏎"), one.message))
    for language in sorted(words):
        total = found[language].total()
        rate = total * 1000 / max(1, words[language])
        print(
            f"{language}: {words[language]:>7} words  {total:>4} findings  {rate:5.2f} in 1000  "
            f"{critical[language]} critical  {dict(verdicts[language].most_common())}"
        )
        for rule, number in found[language].most_common():
            print(f"      {rule:<40}{number:>5}")
    for row in random.Random(seed).sample(shown, min(show, len(shown))):
        print("  " + " | ".join(row))


def caught(made: Engine, items: list[dict[str, Any]], most: int, show: int) -> None:
    """Print how many of the defects put in are found: the damaged segment has a finding that the whole one has not."""
    put: dict[str, Counter[str]] = defaultdict(Counter)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    by: dict[str, Counter[str]] = defaultdict(Counter)
    missed = defaultdict(list)
    for item in items:
        targets = [one["target"] for one in item["segments"]]
        before: Counter[tuple[int, str]] | None = None
        for name, damage in DAMAGES.items():
            if put[name][item["language"]] >= most:
                continue
            rng = random.Random(f"{name}:{item['id']}")
            places = list(range(len(targets)))
            rng.shuffle(places)
            for at in places[:12]:
                damaged = damage(targets[at], rng)
                if damaged is None:
                    continue
                if before is None:
                    before = Counter((one.segment, one.rule) for one in made.check(document(item)).findings)
                after = made.check(document(item, [*targets[:at], damaged, *targets[at + 1 :]])).findings
                rules = Counter((one.segment, one.rule) for one in after) - before
                hit = [rule for segment, rule in rules if segment == at or name in ("loop of sentences",)]
                put[name][item["language"]] += 1
                seen[name][item["language"]] += bool(hit)
                by[name].update(hit[:1])
                if not hit:
                    missed[name].append((item["language"], damaged[:160]))
                break
    for name in DAMAGES:
        share = seen[name].total() / max(1, put[name].total())
        print(
            f"{name:<26}{seen[name].total():>5} of {put[name].total():<5}{share:6.1%}  "
            + " ".join(f"{code}:{seen[name][code]}/{put[name][code]}" for code in sorted(put[name]))
        )
        print("      " + ", ".join(f"{rule} {number}" for rule, number in by[name].most_common(5)))
        for row in missed[name][:show]:
            print("        missed: " + " | ".join(row).replace("\n", "⏎"))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--select", default="default")
    parser.add_argument("--widen", default="", metavar="RULES", help="run these on every language")
    parser.add_argument("--language")
    parser.add_argument("--damage", action="store_true")
    parser.add_argument("--most", type=int, default=20, help="damages of a kind in a language")
    parser.add_argument("--words", type=int, default=40_000, help="about so many characters / 5 of a language are read")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    items, size = [], Counter[str]()
    for item in read(options.files, options.language):
        if size[item["language"]] < options.words * 5:
            size[item["language"]] += sum(len(one["target"]) for one in item["segments"])
            items.append(item)
    made = engine(options.select, options.widen)
    if options.damage:
        caught(made, items, options.most, options.show)
    else:
        quiet(made, items, options.show, options.seed)


if __name__ == "__main__":
    main()
