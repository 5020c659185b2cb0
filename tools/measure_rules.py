"""Measure rules on human-marked and on clean text, and read what they find.

    python tools/measure_rules.py --select punctuation newstest2020.jsonl.gz clean.jsonl.gz
    python tools/measure_rules.py --select names/chimera --show 50 newstest2020.jsonl.gz
    python tools/measure_rules.py --table DATA          writes rules/figures.csv from all files of a folder, and, where
                                                        all rules are measured, docs/rules/languages.md

The files hold one document a line, {"doc", "system", "segments": [{"target", "source", "errors": [{"start", "end",
"category", "severity"}]}]}, or pairs, {"good", "bad"}; packed or not. A rule in preview is named by its id.

For every rule: its findings; how many different texts and stories they come from; the share that meets a mark a person
made (not neutral), and `chance`, the share of all places of the same length in the same segment that would: the
expectation, where measure.py draws one place. `lift` is met / chance.

The table has four sets. `translations`: the machine translations of all files, with their sources; `references`: their
human translations; `clean`: the files `clean*`; `newstest2020`: the file with marks. A text that stands twice counts
once.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mtqa
from mtqa.document import Document, Segment
from mtqa.figures import Figures, write
from mtqa.finding import Finding
from mtqa.knowledge.languages import language_name
from mtqa.report import DocumentReport

RULES = Path(__file__).parents[1] / "rules"
LANGUAGES = Path(__file__).parents[1] / "docs" / "rules" / "languages.md"
#: Words of translations from a language below which its rates are left out.
_ENOUGH = 20_000
#: The set whose errors were marked by people.
MARKED = "newstest2020"


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Documents of a file; of a pair both sides."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            item = json.loads(line)
            if "segments" in item:
                yield item
                continue
            for side in ("good", "bad"):
                texts = item[side] if isinstance(item[side], list) else [item[side]]
                yield {"doc": str(number), "system": side, "segments": [{"target": texts[0]}]}


def marked(segment: dict[str, Any]) -> list[int]:
    """How many characters before each place of the target bear a mark."""
    target = segment["target"]
    flags = bytearray(len(target))
    for error in segment.get("errors") or []:
        start, end = error["start"], error["end"]
        if end > start >= 0 and error["severity"] != "neutral":
            flags[start:end] = b"\1" * (min(end, len(target)) - start)
    sums = [0]
    for flag in flags:
        sums.append(sums[-1] + flag)
    return sums


def chance(sums: list[int], size: int) -> float:
    """The share of places of `size` characters that meet a mark."""
    length = len(sums) - 1
    places = max(length - size, 0) + 1
    return sum(sums[min(at + size, length)] > sums[at] for at in range(places)) / places


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--select", default="default", help="rules or families, parted by commas")
    parser.add_argument("--source", action="store_true", help="show the rules the sources too")
    parser.add_argument("--human", action="store_true", help="also documents of human translators")
    parser.add_argument("--only-human", action="store_true")
    parser.add_argument("--rules", default="", help="folders with further rules, parted by commas")
    parser.add_argument("--limit", type=int, default=0, help="documents a file at most (0: all)")
    parser.add_argument("--show", type=int, default=0, help="findings of every rule to print, drawn by chance")
    parser.add_argument("--table", type=Path, metavar="DATA", help="write the figures of all rules, or of --select")
    args = parser.parse_args()
    from mtqa.config import Config

    if args.table:
        table(args.table, ("all",) if args.select == "default" else tuple(args.select.split(",")))
        return
    rules = tuple(filter(None, args.rules.split(",")))
    config = Config(select=tuple(args.select.split(",")), rules=rules)
    for path in args.files:
        measure(path, config, args)


def table(folder: Path, select: tuple[str, ...]) -> None:
    """Write the figures of rules in all texts of a folder; those of rules that are not selected stay."""
    from mtqa.config import Config
    from mtqa.registry import load_rules

    config = Config(select=select)
    known = load_rules()
    #: One that needs what is not installed keeps its figures.
    selected = {rule.id for rule in known.select(select, ()) if rule.extra is None or rule.extra.missing is None}
    preview = {rule.id for rule in known.rules if rule.status == "preview"}
    figures = {rule.id: [] if rule.id in selected else list(rule.figures) for rule in known.rules}
    by_language = {name: ByLanguage() for name in ("translations", "references")}
    for name, items in _sets(folder).items():
        tallies: dict[str, Tally] = defaultdict(Tally)
        words = 0
        documents = (_document(item, texts, source=name != "clean") for item, texts in items)
        for (item, _), report in zip(items, mtqa.check_documents(documents, config=config, jobs=2), strict=True):
            assert not isinstance(report, mtqa.Problem)
            assert not report.failures, report.failures
            words += report.words
            for finding in report.findings:
                tallies[finding.rule].add(item, finding, name == MARKED)
            if name in by_language:
                by_language[name].add(item["pair"].partition("-")[0], report, preview)
        for rule in selected:
            if rule in tallies or not figures[rule]:
                figures[rule].append(tallies[rule].figures(name, words))
        print(f"{name}: {len(items)} documents, {words} words")
    write(RULES, figures)
    if "all" in select:
        LANGUAGES.write_text(_page(*by_language.values()), encoding="utf-8")


class ByLanguage:
    """How often the families speak, by the language of the source."""

    def __init__(self) -> None:
        self.words: Counter[str] = Counter()
        self.found: Counter[tuple[str, str]] = Counter()

    def add(self, language: str, report: DocumentReport, left_out: Set[str]) -> None:
        """Count the findings of a document, those of some rules left out."""
        self.words[language] += report.words
        self.found.update((language, one.rule.partition("/")[0]) for one in report.findings if one.rule not in left_out)

    def rate(self, language: str, family: str) -> str:
        """Findings of a family on a hundred thousand words; for less than one a decimal."""
        rate = self.found[language, family] / self.words[language] * 100_000
        return f"{rate:.0f}" if rate >= 1 or not rate else f"{rate:.1f}"


def _page(translations: ByLanguage, references: ByLanguage) -> str:
    """A table of the rates, a row a language and a column a family."""
    families = sorted({family for _, family in translations.found})
    lines = [
        "# What the families find, by source language",
        "",
        "Findings on 100,000 words of machine translation from a language into English, with the source at hand,",
        "and behind the stroke the same on human translations of the same sets (where there are 5,000 words of",
        "them); rules in preview left out. The engines differ from language to language (2009 to 2023, see",
        "[README](README.md)): a high rate is a weak engine more often than a language that is well known.",
        "Written by `python tools/measure_rules.py --table FOLDER`.",
        "",
        f"| source | words | {' | '.join(families)} |",
        f"|---|---:|{'---:|' * len(families)}",
    ]
    for language in sorted(translations.words):
        words = translations.words[language]
        if words < _ENOUGH:
            continue
        human = references.words[language] >= _ENOUGH // 4
        cells = [
            f"{translations.rate(language, family)} / {references.rate(language, family) if human else '–'}"
            for family in families
        ]
        lines.append(f"| {language_name(language)} | {words // 1000} k | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


@dataclass
class Tally:
    """What a rule found in a set."""

    found: int = 0
    unread: int = 0
    met: float = 0.0
    chance: float = 0.0
    marked: int = 0
    texts: set[tuple[str, str]] = field(default_factory=set)

    def add(self, item: dict[str, Any], finding: Finding, marks: bool) -> None:
        """Count a finding."""
        self.found += 1
        self.unread += int(hashlib.sha256(str(item["doc"]).encode()).hexdigest(), 16) % 2
        self.texts.add((str(item["doc"]), finding.text.lower()))
        segment = item["segments"][finding.segment]
        if marks and segment.get("text") != "reconstructed":
            sums = marked(segment)
            self.marked += 1
            self.met += sums[finding.end] > sums[finding.start]
            self.chance += chance(sums, finding.end - finding.start)

    def figures(self, name: str, words: int) -> Figures:
        """The row of the table."""
        shares = (
            (round(self.met / self.marked, 3), round(self.chance / self.marked, 3)) if self.marked else (None, None)
        )
        return Figures(name, words, self.found, len(self.texts), self.unread, *shares)


def _sets(folder: Path) -> dict[str, list[tuple[dict[str, Any], list[str]]]]:
    """Documents and the texts that are looked at, by set."""
    sets: dict[str, list[tuple[dict[str, Any], list[str]]]] = {"translations": [], "references": [], "clean": []}
    sets[MARKED] = []
    seen = set()
    for path in sorted(folder.glob("*.jsonl.gz")):
        for item in read(path):
            if "doc" not in item or ("pair" not in item and not path.name.startswith("clean")):
                continue
            human = str(item.get("system", "")).lower().startswith(("human", "ref"))
            for side in ("target", "reference"):
                texts = [segment.get(side) for segment in item["segments"]]
                if not all(texts) or (path.name, side, item["doc"], tuple(texts)) in seen:
                    continue
                seen.add((path.name, side, item["doc"], tuple(texts)))
                if path.name.startswith("clean"):
                    sets["clean"].append((item, texts))
                else:
                    sets["references" if human or side == "reference" else "translations"].append((item, texts))
                if path.name.startswith("mqm-newstest2020") and side == "target" and not human:
                    sets[MARKED].append((item, texts))
    return sets


def _document(item: dict[str, Any], texts: list[str], source: bool) -> Document:
    sources = [segment.get("source") if source else None for segment in item["segments"]]
    language = (item.get("pair") or "").partition("-")[0] or None if source else None
    return Document("d", [Segment(*pair) for pair in zip(texts, sources, strict=True)], source_language=language)


def measure(path: Path, config: Any, args: argparse.Namespace) -> None:
    """Print the table of one file."""
    items = []
    for item in read(path):
        human = str(item.get("system", "")).lower().startswith(("human", "ref"))
        if (human and not (args.human or args.only_human)) or (args.only_human and not human):
            continue
        items.append(item)
        if args.limit and len(items) == args.limit:
            break
    documents = [
        Document(
            id=str(number),
            segments=[Segment(s["target"], s.get("source") if args.source else None) for s in item["segments"]],
            source_language=(item.get("pair") or "").partition("-")[0] or None if args.source else None,
        )
        for number, item in enumerate(items)
    ]
    rows: dict[str, list[tuple[bool, float, str, str, str]]] = defaultdict(list)
    words = 0
    began = time.process_time()
    reports = list(mtqa.check_documents(documents, config=config))
    seconds = time.process_time() - began
    for item, report in zip(items, reports, strict=True):
        assert not isinstance(report, mtqa.Problem)
        for failure in report.failures:
            print("CRASHED", failure.rule, failure.document, failure.error)
        words += report.words
        sums: dict[int, list[int]] = {}
        for finding in report.findings:
            segment = item["segments"][finding.segment]
            if segment.get("text") == "reconstructed":
                continue
            if finding.segment not in sums:
                sums[finding.segment] = marked(segment)
            here = sums[finding.segment]
            target, start, end = segment["target"], finding.start, finding.end
            shown = f"{target[max(0, start - 60) : start]}[[{target[start:end]}]]{target[end : end + 50]}"
            rows[finding.rule].append((here[end] > here[start], chance(here, end - start), finding.text, shown,
                                       f"{item.get('doc')} {item.get('system')}"))  # fmt: skip
    every = [row for found in rows.values() for row in found]
    total = len(every)
    share = total / max(words, 1) * 1000
    met, expected = (sum(row[place] for row in every) / max(total, 1) for place in (0, 1))
    print(f"{path.name}: {len(items)} documents, {words} words, {total} findings, {share:.3f} per 1000 words,")
    print(f"  met {met:.3f}, chance {expected:.3f};")
    print(f"  {words / max(seconds, 1e-9):,.0f} words a second of processor time")
    for rule, found in sorted(rows.items(), key=lambda row: (-len(row[1]), row[0])):
        met = sum(row[0] for row in found) / len(found)
        expected = sum(row[1] for row in found) / len(found)
        lift = f"{met / expected:.2f}" if expected else "–"
        texts, stories = len({row[2].lower() for row in found}), len({row[4].split()[0] for row in found})
        print(
            f"{rule:<44} {len(found):>5} texts {texts:>4} stories {stories:>3} "
            f"met {met:.2f} chance {expected:.2f} lift {lift}"
        )
        for row in random.Random(7).sample(found, min(args.show, len(found))):
            print(f"    {'x' if row[0] else ' '} {row[3]!r}  {row[4]}")


if __name__ == "__main__":
    main()
