"""What a dependency parser finds of who does what to whom, beside the light extractor.

    python tools/compare_parsers.py --model en_core_web_sm --show 50 story.txt roles newstest2020.jsonl.gz

Needs spaCy and one of its English models; mtqa itself does not. Both read the same relation words between the same
states (`mtqa.analysis.relations`), so that what differs is the reading of the sentence. Files are plain text or packed
lines {"segments": [{"target"}]}; `roles` stands for the examples of the roles rules. With `--any` the parser also takes
other proper nouns for parties. For each file: the relations of either and of both, those between a party and itself
(what roles/same-party looks at), those told the other way round elsewhere in the document (roles/swapped), and speed.
"""

import argparse
import gzip
import importlib
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mtqa.analysis.relations import NOUNS, STATE_HEADS, VERBS
from mtqa.document import Document, Segment
from mtqa.knowledge.places import kind, party
from mtqa.registry import load_rules

#: Relations without a doer: their parties are compared without order.
MUTUAL = frozenset("ties talks dispute trade border treaty war".split())


class Triple(NamedTuple):
    """Who does what to whom, and in which segment."""

    segment: int
    predicate: str
    agent: str
    patient: str


def documents(path: Path) -> Iterator[Document]:
    """Documents of a file; human translations and segments put together from several raters' copies left out."""
    if str(path) == "roles":
        for rule in load_rules().rules:
            if rule.family == "roles":
                yield from (example.document()[0] for example in (*rule.bad, *rule.good))
    elif path.suffix != ".gz":
        yield Document(id="text", segments=[Segment(text) for text in path.read_text("utf-8").split("\n") if text])
    else:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, item in enumerate(map(json.loads, lines)):
                if not str(item.get("system", "")).startswith("Human"):
                    targets = [s["target"] for s in item["segments"] if s.get("text") != "reconstructed"]
                    yield Document(id=str(number), segments=[Segment(target) for target in targets])


def light(document: Document) -> Iterator[Triple]:
    """What mtqa's own extractor reads."""
    for found in document.analysis.relations:
        if found.predicate:
            yield _triple(found.sentence.segment, found.predicate, found.agent.code, found.patient.code)


class Parser:
    """The same relations read from a parser's trees."""

    def __init__(self, nlp: Any, any_name: bool) -> None:
        self.nlp, self.any_name = nlp, any_name

    def triples(self, texts: list[str]) -> Iterator[Triple]:
        """The relations of a document."""
        for segment, parse in enumerate(self.nlp.pipe(texts)):
            for token in parse:
                table = {"NOUN": NOUNS, "VERB": VERBS}.get(token.pos_, {})
                if token.lower_ in table:
                    predicate, prepositions = table[token.lower_]
                    read = self._nominal if table is NOUNS else self._verbal
                    for agents, patients in read(token, prepositions):
                        yield from (_triple(segment, predicate, a, b) for a in agents for b in patients)

    def _verbal(self, verb: Any, prepositions: frozenset[str]) -> Iterator[tuple[list[str], list[str]]]:
        doers = self._parties(verb, "nsubj")
        if prepositions:
            bearers = [verb, *(child for child in verb.children if child.dep_ == "dobj")]
            yield doers, [code for bearer in bearers for code in self._behind(bearer, prepositions)]
        else:
            yield doers, self._parties(verb, "dobj")
            yield self._behind(verb, {"by"}), self._parties(verb, "nsubjpass")

    def _nominal(self, noun: Any, prepositions: frozenset[str]) -> Iterator[tuple[list[str], list[str]]]:
        doers = self._parties(noun, "poss", "compound", "amod", "nmod") or self._behind(noun, {"by"})
        if "of" not in prepositions:
            doers = doers or self._behind(noun, {"of"})
        yield doers, self._behind(noun, prepositions)
        both = self._behind(noun, {"between"})
        yield both[:1], both[1:]
        yield self._behind(noun, {"from"}), self._behind(noun, {"to"})

    def _behind(self, token: Any, words: set[str] | frozenset[str]) -> list[str]:
        """Parties behind prepositions that hang on a word."""
        found = [child for child in token.children if child.dep_ in ("prep", "agent") and child.lower_ in words]
        return [code for word in found for code in self._parties(word, "pobj")]

    def _parties(self, token: Any, *relations: str) -> list[str]:
        """Parties that hang on a word by one of these relations, those joined by `and` included."""
        heads = [head for child in token.children if child.dep_ in relations for head in (child, *child.conjuncts)]
        return [code for code in map(self._party, heads) if code]

    def _party(self, head: Any) -> str | None:
        """What a noun phrase stands for: by its own words, `the Japanese side`, `the government of Japan`."""
        words = [word.text for word in head.lefts if word.dep_ in ("compound", "amod", "nmod", "poss")]
        if head.lower_ in STATE_HEADS:
            return party(" ".join(words)) or next(iter(self._behind(head, {"of"})), None)
        text = " ".join([*words, head.text])
        if kind(text) in ("name", "capital", "adjective"):
            return party(text)
        return text if self.any_name and head.pos_ == "PROPN" else None


def _triple(segment: int, predicate: str, agent: str, patient: str) -> Triple:
    one, other = sorted((agent, patient)) if predicate in MUTUAL else (agent, patient)
    return Triple(segment, predicate, one, other)


def swapped(triples: set[Triple]) -> set[Triple]:
    """Relations that stand elsewhere in the document with the parties exchanged."""
    told = {triple[1:] for triple in triples if triple.predicate not in MUTUAL and triple.agent != triple.patient}
    return {t for t in triples if (t.predicate, t.patient, t.agent) in told}


def compare(parser: Parser, path: Path, show: int) -> None:
    """Print what both extractors find in one file."""
    lines: dict[str, list[str]] = {}
    spent, words = [0.0, 0.0], 0
    for document in documents(path):
        texts = [segment.target for segment in document.segments]
        words += sum(len(text.split()) for text in texts)
        times = [time.perf_counter()]
        ours = set(light(document))
        times.append(time.perf_counter())
        theirs = set(parser.triples(texts))
        spent = [spent[0] + times[1] - times[0], spent[1] + time.perf_counter() - times[1]]
        groups = {"both": ours & theirs, "light alone": ours - theirs, "parser alone": theirs - ours}
        for name, triples in (("light", ours), ("parser", theirs)):
            groups[f"{name}, same party"] = {triple for triple in triples if triple.agent == triple.patient}
            groups[f"{name}, swapped"] = swapped(triples)
        for name, triples in groups.items():
            shown = (f"{document.id}.{t.segment} {t[1:]} {texts[t.segment]}" for t in sorted(triples))
            lines.setdefault(name, []).extend(shown)
    print(f"{path}: {words} words; a second: light {words / spent[0]:.0f}, parser {words / spent[1]:.0f}")
    for name, found in lines.items():
        print(f"  {name}: {len(found)}")
        for line in random.Random(7).sample(found, min(show, len(found))):
            print("     ", line)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--model", default="en_core_web_sm")
    arguments.add_argument("--any", action="store_true", help="other proper nouns are parties too")
    arguments.add_argument("--show", type=int, default=0, help="relations of each kind to print, drawn by chance")
    args = arguments.parse_args()
    began = time.perf_counter()
    trees = Parser(importlib.import_module(args.model).load(exclude=["ner", "lemmatizer"]), args.any)
    print(f"loaded in {time.perf_counter() - began:.1f} s")
    for file in args.files:
        compare(trees, file, args.show)
