"""Measure the reading of sentences against treebanks with hand-made trees (Universal Dependencies, English).

    python tools/measure_reading.py en_pud-ud-test.conllu.gz en_ewt-ud-dev.conllu.gz
    python tools/measure_reading.py --show subjects --count 40 en_pud-ud-test.conllu.gz
    python tools/measure_reading.py --spacy en_core_web_sm en_pud-ud-test.conllu.gz

Neither file may be what the tagger was trained on. What counts as right:

word class    of every word token that covers one word of the tree, or a verb with n't: noun (common and proper are
              one), full verb, auxiliary (all of `be`), modal, adjective, adverb, personal pronoun, possessive,
              determiner, preposition, conjunction that opens a finite clause, and the other Penn classes as they
              stand. An -ing form that the tree opens with SCONJ (`by buying`) has a preposition before it.
noun phrase   a noun, name, pronoun or sign ($, %) with its left dependents (determiner, adjectives, numbers,
              compounds, the possessor with all that is his) as far as they stand in a row with it, and on its right
              the rest of its name and a number. Adverbs of the whole phrase (`only the man`) and marks at its edges
              stand outside; possessors and parts of compounds are no phrases of their own. Numbers and adjectives by
              themselves are none, but for one, some, many and the like before `of` or as subject.
finite verb   a word with VerbForm=Fin, or a modal; imperatives and subjunctives (VB) aside.
subject       the head word of an nsubj, of a name any of its words, and the finite verb: the verb itself, its first
              auxiliary or the copula. `There is a man`: the man. An `it` or `there` that the tree calls expletive is
              neither right nor wrong.
object        the head word of an obj or iobj, of a name any of its words, and its full verb, where one of its group
              is finite; what become, call and name say of something is wrong here, though it is read on purpose.
main          the finite verb of a clause that is the root of the tree, or joined to it; in sentences without quotation
              marks.
governor      the finite verb of a subordinate clause (a relative clause too) and that of the clause it hangs on.
clause        the first word of a subordinate clause (advcl, ccomp, acl:relcl, csubj with a finite verb), marks aside.
              Precision: of the clauses read with a conjunction or relative word, any clause that begins there;
              recall: of the subordinate clauses of the tree.

"where it speaks": words whose class is not doubtful; phrases none of whose tokens is dim. `spoken` is their share.
`whole`: share of sentences read from end to end. Speed in tokens a second of processor time, every word looked up in
the lexicon before: of the first half of the file, when the process has read nothing yet, and of the second.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from treebank import Row, Tree, tag_of, trees

from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.wordclasses import model
from mtqa.knowledge.lexicon import english

Span = tuple[int, int]

_LEFT = frozenset(
    "det det:predet amod nummod compound nmod:poss nmod:desc nmod:unmarked nmod flat cc:preconj obl:unmarked advmod "
    "goeswith appos obl:npmod".split()
)
_SHARE = frozenset("one some many most several few all both each none much half".split())
_COUNTED = ("phrases", "groups", "subjects", "objects", "finite", "borders", "mains", "hangs")
_SUBORDINATE = ("advcl", "ccomp", "acl:relcl", "csubj")


class Gold(NamedTuple):
    """What the tree says, in indices of mtqa's tokens."""

    phrases: set[Span]
    finite: set[int]
    subjects: set[Span]
    same: dict[Span, Span]  # a pair that means another: the last word of a name
    neither: set[Span]
    borders: set[int]
    begins: set[int]
    objects: set[Span]
    mains: set[int]
    hangs: set[Span]


def coarse(tag: str) -> str:
    """The class of a tag."""
    tag = tag.partition("+")[0]
    if tag.endswith("-A"):
        return "aux"
    for start, name in (("NN", "noun"), ("VB", "verb"), ("JJ", "JJ"), ("RB", "RB")):
        if tag.startswith(start):
            return name
    return tag


def finite(row: Row) -> bool:
    """Whether a word bears tense."""
    return ("VerbForm=Fin" in row.feats or row.xpos == "MD") and row.xpos != "VB"


def gold(tree: Tree) -> Gold:
    """What the tree says of phrases, subjects and clauses."""
    rows = {row.number: row for row in tree.rows}
    children: dict[int, list[Row]] = defaultdict(list)
    for row in tree.rows:
        children[row.head].append(row)
    token: dict[int, int] = {}
    for index, covered in enumerate(tree.covers):
        for row in covered:
            token.setdefault(row.number, index)
    bearing = {token[row.number] for row in tree.rows if finite(row) and row.number in token}
    made = Gold(set(), bearing, set(), {}, set(), set(), set(), set(), set(), set())

    def below(number: int) -> set[int]:
        found: set[int] = set()
        stack = [number]
        while stack:
            number = stack.pop()
            found.add(number)
            stack += [child.number for child in children[number]]
        return found

    for row in tree.rows:
        if row.number not in token:
            continue
        span = phrase(row, rows, children, below)
        if span is not None and span[0] in token and span[1] in token:
            made.phrases.add((token[span[0]], token[span[1]]))
        governor = rows.get(row.head)
        if governor is not None and (row.relation.startswith("nsubj") or row.relation == "expl"):
            subject(row, governor, children, token, made)
        if (
            governor is not None and governor.number in token and row.relation in ("obj", "iobj")
            and any(map(finite, [governor, *helpers(governor, children)]))
        ):  # fmt: skip
            pair = token[governor.number], token[row.number]
            made.objects.add(pair)
            for child in children[row.number]:
                if child.relation.startswith("flat") and child.number in token:
                    made.same[pair[0], token[child.number]] = pair
        bears = sorted(filter(finite, [row, *helpers(row, children)]))
        if bears:
            hanging(row, bears[-1] if bears[0].number not in token else bears[0], rows, children, token, made)
            words = [n for n in below(row.number) if n in token and rows[n].upos not in ("PUNCT", "CCONJ")]
            made.begins.add(token[min(words)])
            if row.relation in _SUBORDINATE:
                made.borders.add(token[min(words)])
            if row.relation == "acl:relcl" and governor is not None and governor.xpos in ("WP", "WRB", "WDT"):
                made.begins.add(token[governor.number])  # what remained, headed by `what`
    return made


def hanging(
    row: Row, verb: Row, rows: dict[int, Row], children: dict[int, list[Row]], token: dict[int, int], made: Gold
) -> None:
    """Enter whether the clause that a word heads stands by itself, and on which it hangs."""
    if verb.number not in token:
        return
    top: Row | None = row
    while top is not None and top.relation.partition(":")[0] in ("conj", "parataxis", "list"):
        top = rows.get(top.head)
    if top is not None and top.relation == "root":
        made.mains.add(token[verb.number])
    if row.relation not in (*_SUBORDINATE, "acl"):
        return
    above = rows.get(row.head)
    while above is not None:
        bears = sorted(filter(finite, [above, *helpers(above, children)]))
        if bears and bears[0].number in token:
            made.hangs.add((token[verb.number], token[bears[0].number]))
            return
        above = rows.get(above.head)


def helpers(row: Row, children: dict[int, list[Row]]) -> list[Row]:
    """Auxiliaries and copula of a verb."""
    return [child for child in children[row.number] if child.relation in ("aux", "aux:pass", "cop")]


def phrase(row: Row, rows: dict[int, Row], children: dict[int, list[Row]], below: Any) -> Span | None:
    """First and last word of the phrase that a word heads."""
    relation = row.relation.partition(":")[0]
    following = rows.get(row.number + 1)
    if (
        row.upos in ("DET", "ADJ", "NUM", "PRON") and row.form.lower() in _SHARE and following is not None
        and (following.form == "of" or relation == "nsubj")
        and relation not in ("det", "amod", "nummod", "fixed", "advmod")
    ):  # fmt: skip
        return row.number, row.number
    noun = row.upos in ("NOUN", "PROPN", "PRON") or (row.upos == "SYM" and row.form in "$£€%")
    if not noun or relation in ("compound", "flat", "fixed", "det", "goeswith") or row.xpos in ("PRP$", "WP$"):
        return None
    if row.relation in ("nmod:poss", "nmod:desc"):
        return None
    inside = {row.number}
    for child in children[row.number]:
        if (child.number < row.number and child.relation in _LEFT) or (
            child.number > row.number
            and (
                child.relation.startswith("flat")
                or (child.relation in ("nummod", "compound", "nmod:desc") and child.upos in ("NUM", "PROPN", "NOUN"))
            )
        ):
            inside |= below(child.number)
    first = last = row.number
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < row.number and (
        rows[first].upos == "PUNCT"
        or (rows[first].head == row.number and rows[first].relation in ("advmod", "cc:preconj"))
    ):
        first += 1
    while last > row.number and rows[last].upos == "PUNCT":
        last -= 1
    if last == row.number and row.upos == "PROPN" and last + 1 in rows and rows[last + 1].upos == "NUM":
        last += 1
    return first, last


def subject(row: Row, governor: Row, children: dict[int, list[Row]], token: dict[int, int], made: Gold) -> None:
    """Enter a subject and its finite verb."""
    helping = helpers(governor, children)
    outer = any(child.relation == "nsubj:outer" for child in children[governor.number])
    if row.relation == "nsubj:outer":
        verbs = [verb for verb in helping if verb.relation == "cop" and finite(verb)]
    else:
        verbs = sorted(filter(finite, [governor, *(one for one in helping if not outer or one.relation != "cop")]))
    if not verbs or verbs[0].number not in token:
        return
    verb = token[verbs[0].number]
    pair = token[row.number], verb
    if row.relation == "expl":
        made.neither.add(pair)
        if row.form.lower() == "there" and governor.number in token and governor.lemma != "be":
            made.subjects.add((token[governor.number], verb))  # there will be no rise, headed by the rise
        return
    made.subjects.add(pair)
    for child in children[row.number]:
        if child.relation.startswith("flat") and child.number in token:
            made.same[token[child.number], verb] = pair


class Tally:
    """Right, wrong and missed, with the places of the last two."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = self.dim = 0
        self.places: list[str] = []

    def add(self, found: set[Any], true: set[Any], tree: Tree, dim: set[Any] = frozenset()) -> None:  # type: ignore[assignment]
        """Count one sentence; what is dim is missed without blame."""
        self.right += len(found & true)
        self.wrong += len(found - true)
        self.missed += len(true - found - dim)
        self.dim += len((true - found) & dim)
        for sign, places in (("wrong ", found - true), ("missed", true - found - dim)):
            self.places += [f"{sign} {shown(place, tree)}" for place in sorted(places)]

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        middle = 2 * precision * recall / max(1e-9, precision + recall)
        spoken = 1 - self.dim / max(1, self.right + self.missed + self.dim)
        return f"P {precision:.3f}  R {recall:.3f}  F {middle:.3f}  spoken {spoken:.3f}"


def shown(place: Any, tree: Tree) -> str:
    """A place with the words around it."""
    marked = {place} if isinstance(place, int) else set(place)
    first, last = min(marked), max(marked)
    words = [
        f"[{token.text}]" if token.index in marked else token.text
        for token in tree.tokens[max(0, first - 5) : last + 5]
    ]
    return " ".join(words)


def measure(path: Path, show: str, count: int) -> None:
    """Print the figures of one treebank."""
    sample = list(trees(path))
    model()
    for tree in sample:
        for token in tree.tokens:
            english().tags(token.lower)
    readings = [Reading(Sentence(0, tree.tokens, True)) for tree in sample]
    gc.freeze()  # the trees are no part of what is timed
    speeds = []
    for part in (readings[: len(readings) // 2], readings[len(readings) // 2 :]):
        begin = time.process_time()
        for reading in part:
            _ = reading.clauses
        speeds.append(sum(len(reading.tokens) for reading in part) / (time.process_time() - begin))
    words = right = sure = right_sure = 0
    tallies = {name: Tally() for name in _COUNTED}
    for tree, reading in zip(sample, readings, strict=True):
        for token, rows, found in zip(tree.tokens, tree.covers, reading.tagged.tags, strict=True):
            if token.kind != "word" or not rows or (len(rows) > 1 and any(row.upos == "PUNCT" for row in rows)):
                continue
            true = coarse(tag_of(rows) or "")
            words += 1
            right += coarse(found) == true
            if reading.tag(token.index) is not None:
                sure += 1
                right_sure += coarse(found) == true
        tell(tree, reading, tallies)
    total = sum(len(tree.tokens) for tree in sample)
    print(f"{path.name}: {len(sample)} sentences, {total} tokens")
    print(f"  word class          {right / words:.4f}; where it speaks {right_sure / sure:.4f} of {sure / words:.3f}")
    for name, title in (
        ("phrases", "noun phrases"), ("subjects", "subject of finite verb"), ("objects", "its objects"),
        ("finite", "finite verbs"),
        ("groups", "verb groups"), ("borders", "subordinate clauses begin"),
        ("mains", "main clauses"), ("hangs", "clause hangs on"),
    ):  # fmt: skip
        print(f"  {title:<26} {tallies[name]}")
    print(f"  read whole          {sum(reading.whole for reading in readings) / len(readings):.3f}")
    print("  speed               " + ", then ".join(f"{speed:,.0f}" for speed in speeds) + " tokens/s")
    if show:
        places = tallies[show].places
        for place in places[:: max(1, len(places) // count)]:
            print("   ", place)


def tell(tree: Tree, reading: Reading, tallies: dict[str, Tally]) -> None:
    """Count what is read in one sentence."""
    true = gold(tree)
    phrases = {(noun.first, noun.last) for noun in reading.noun_phrases}
    dim = {span for span in true.phrases if any(reading.dim(i) for i in range(span[0], span[1] + 1))}
    tallies["phrases"].add(phrases, true.phrases, tree, dim)
    pairs = {
        (clause.subject.head, clause.verb.finite)
        for clause in reading.clauses
        if clause.subject and clause.verb.finite is not None
    }
    pairs = {true.same.get(pair, pair) for pair in pairs} - true.neither
    tallies["subjects"].add(pairs, true.subjects, tree)
    held = set()
    for clause in reading.clauses:
        if not clause.verb.copula and not clause.existential:
            held |= {(clause.verb.head, noun.head) for noun in clause.objects}
    tallies["objects"].add({true.same.get(pair, pair) for pair in held}, true.objects, tree)
    tallies["finite"].add({clause.verb.finite for clause in reading.clauses}, true.finite, tree)
    tallies["groups"].add(
        {(group.finite, group.head) for group in reading.verb_groups if group.finite is not None}, groups(tree), tree
    )
    if '"' not in reading.tagged.signs:
        tallies["mains"].add({clause.verb.finite for clause in reading.clauses if clause.main}, true.mains, tree)
    tallies["hangs"].add(
        {(clause.verb.finite, clause.governor.verb.finite) for clause in reading.clauses if clause.governor},
        true.hangs,
        tree,
    )
    openers = {
        clause.first for clause in reading.clauses
        if clause.first is not None and clause.opener is not None and reading.tagged.signs[clause.opener] != "&"
    }  # fmt: skip
    tallies["borders"].add(openers, true.borders | (true.begins & openers), tree)


def groups(tree: Tree) -> set[Span]:
    """Finite verb and head verb, or copula, of every finite verb group."""
    children: dict[int, list[Row]] = defaultdict(list)
    token: dict[int, int] = {}
    for index, covered in enumerate(tree.covers):
        for row in covered:
            token.setdefault(row.number, index)
            children[row.head].append(row)
    found: set[Span] = set()
    for row in tree.rows:
        verbs = helpers(row, children)
        copula = [verb for verb in verbs if verb.relation == "cop"]
        if row.upos in ("VERB", "AUX") and not copula and row.relation not in ("aux", "aux:pass", "cop"):
            verbs = [*verbs, row]
        elif not copula:
            continue
        bearing = [verb for verb in sorted(verbs) if finite(verb)][:1]
        head = copula[0] if copula else row
        if bearing and bearing[0].number in token and head.number in token:
            found.add((token[bearing[0].number], token[head.number]))
    return found


def compare(path: Path, name: str) -> None:
    """Print the figures of a spaCy model on the same trees, by the same gold."""
    import spacy  # only here: no dependency of mtqa

    nlp = spacy.load(name)
    words = right = tokens = 0
    tallies = {title: Tally() for title in ("phrases", "subjects", "finite")}
    spent = 0.0
    for tree in trees(path):
        begin = time.process_time()
        doc = nlp(tree.text)
        spent += time.process_time() - begin
        tokens += len(tree.tokens)
        true = gold(tree)
        at = {}
        for token in tree.tokens:
            at.update(dict.fromkeys(range(token.start, token.end), token.index))
        mine = {word.i: at.get(word.idx, -1) for word in doc}
        covered: dict[int, list[Any]] = defaultdict(list)
        for word in doc:
            covered[mine[word.i]].append(word)
        for token, rows in zip(tree.tokens, tree.covers, strict=True):
            if token.kind != "word" or not rows or (len(rows) > 1 and any(row.upos == "PUNCT" for row in rows)):
                continue
            words += 1
            right += bool(covered[token.index]) and same(covered[token.index][0], coarse(tag_of(rows) or ""))
        tallies["phrases"].add(
            {(mine[chunk.start], mine[chunk.end - 1]) for chunk in doc.noun_chunks}, true.phrases, tree
        )
        bears = {word.i for word in doc if word.tag_ in ("MD", "VBZ", "VBP", "VBD")}
        tallies["finite"].add({mine[i] for i in bears}, true.finite, tree)
        pairs = set()
        for word in doc:
            if word.dep_ in ("nsubj", "nsubjpass") or (
                word.dep_ == "attr" and any(c.dep_ == "expl" for c in word.head.children)
            ):
                helped = [c.i for c in word.head.children if c.dep_ in ("aux", "auxpass") and c.i in bears]
                verb = min(helped) if helped else word.head.i
                if verb in bears:
                    pairs.add((mine[word.i], mine[verb]))
        pairs = {true.same.get(pair, pair) for pair in pairs} - true.neither
        tallies["subjects"].add(pairs, true.subjects, tree)
    print(f"{path.name}, spaCy {name}")
    print(f"  word class          {right / words:.4f}")
    for title, tally in tallies.items():
        print(f"  {title:<19} {tally}")
    print(f"  speed               {tokens / spent:,.0f} tokens/s")


def same(word: Any, true: str) -> bool:
    """Whether spaCy's class is the tree's: its Penn tags know no auxiliaries, and one class of preposition."""
    mine = coarse(word.tag_)
    if true == "aux" or (mine == "verb" and word.pos_ == "AUX"):
        return (word.pos_ == "AUX" and true == "aux") or (word.lemma_ == "be" and true == "aux")
    if true in ("IN", "IN-S", "TO") and word.pos_ in ("ADP", "SCONJ", "PART"):
        return (true == "IN-S") == (word.pos_ == "SCONJ") if mine == "IN" else True
    return mine == true


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure the reading of sentences against treebanks.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="TREEBANK")
    parser.add_argument("--show", choices=_COUNTED, default="")
    parser.add_argument("--count", type=int, default=40, help="places to show")
    parser.add_argument("--spacy", metavar="MODEL", help="measure this spaCy model instead")
    options = parser.parse_args()
    for path in options.paths:
        if options.spacy:
            compare(path, options.spacy)
        else:
            measure(path, options.show, options.count)


if __name__ == "__main__":
    sys.exit(main())
