"""Grammar that an optional engine, LingoTweaker, finds wrong: agreement, verb forms, articles, comparison.

Why it happens: weak systems drop the endings that English still has (`this cars`, `is generate`, `should
taking`), and no list of patterns holds all the words they do it to. LingoTweaker, a port of LanguageTool's rules
to Rust, tags and chunks every sentence and knows their forms.

How it is found: the engine reads the running text sentence by sentence, headlines left out. Only rules of its
that were read finding by finding and found precise are listened to (the table in this file), each with our own
message; everything else it says (spelling, style, casing, commas, hyphens) is dropped.

What it leaves alone: a finding beside a name, an unknown word or a capital inside the sentence, by our own
names and lexicon: there the engine guesses the part of speech. Sentences of more than 1,000 characters, and what
stands after the first 100,000 characters of a document: the engine reads some thousand words a second.

Without the extra (`pip install 'mtqa[grammar]'`) the rule is skipped, with a line in the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from mtqa.analysis.names import opens_clause
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.extras import Extra
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import kind
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/grammar",
    severity="minor",
    extra=Extra("mtqa[grammar]", (("lt_py", "lingotweaker"), ("lingotweaker_data_en", "lingotweaker-data-en"))),
)

BAD = [
    "The mayor said that [[this]] reporters had been invited by mistake.",
    "😀 The gas is [[generate]] by several natural processes.",
    "He said the party should [[taking]] part in the talks.",
    "The team could win the title if it [[win]] the next match.",
    "She gave [[a]] interview to the paper on Tuesday.",
    "There were 😀 and ﬁne words, but [[many company]] failed in that year.",
    "The new engine is [[more stronger]] than the old one.",
]
GOOD = [
    "These reporters had been invited by mistake.",
    "The house was built by the firm in two years.",
    "If Derry travel to Athlone, the fans will follow.",
    "The Sketches of Mazu is a series of murals.",
    "The union insisted that he take part in the talks.",
    "My Moments was full of pictures of a bright moon.",
    "The company bought A shares worth two billion.",
    "An hour later a European envoy gave a one-off interview.",
    "Xing'an League and reporter An Lumeng are names.",
    "Wang Yi and Xi Jinping have build teams in Chang An Street.",
    "They can hardly act without Congress, namely those affecting trade.",
    "It took two and a half years, and many a driver gave up.",
    "The staff are on strike, and the government have no plan.",
    Example("Many company failed in that year", kind="headline"),
]
LEAVE = [
    ("[[ these|those|many <any> ]] <tag:NS>", "These electron microscope images-this is an orchid-show it."),
]

_DETERMINER = "“{text}” mixes singular and plural: the word before the noun and the noun do not agree."
_VERB = "The verb “{text}” does not agree with its subject{expected}."
_FORM = "“{text}” is not the form of the verb that belongs here{expected}."
_ARTICLE = "“{text}” is the wrong article before “{next}”{expected}."
_DOUBLE = "“{text}” marks the comparison twice{expected}."
_WORD = "“{text}” is not how English forms this{expected}."

#: The engine's rules that are listened to; docs/rules/engine.md has the figures of each.
_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("THIS_NNS", "THIS_TOOLS", "A_NNS", "MANY_NN", "THERE_RE_MANY"), _DETERMINER),
    **dict.fromkeys(("LOTS_OF_NN", "A_LOT_OF_NN", "EVERY_EACH_SINGULAR", "ONE_PLURAL"), _DETERMINER),
    **dict.fromkeys(("AGREEMENT_SENT_START", "AGREEMENT_SENT_START_2", "SINGULAR_AGREEMENT_SENT_START"), _VERB),
    **dict.fromkeys(("HE_VERB_AGR", "IT_VBZ", "HE_NEED", "NON3PRS_VERB", "PERS_PRONOUN_AGREEMENT"), _VERB),
    **dict.fromkeys(("PEOPLE_VBZ", "RELATIVE_CLAUSE_AGREEMENT", "NNS_THAT_AGREEMENT"), _VERB),
    **dict.fromkeys(("BEEN_PART_AGREEMENT", "HAVE_PART_AGREEMENT", "PRP_HAVE_VB", "BE_INTEREST_IN"), _FORM),
    **dict.fromkeys(("MD_BASEFORM", "MD_BE_NON_VBP", "MD_ABLE"), _FORM),
    **dict.fromkeys(("MISSING_TO_BEFORE_A_VERB", "ABOUT_TO_VBD", "GOING_BE", "IS_RB_BE", "TO_RB_TO_VB"), _FORM),
    "EN_A_VS_AN": _ARTICLE,
    **dict.fromkeys(("MOST_COMPARATIVE", "MOST_SUPERLATIVE"), _DOUBLE),
    **dict.fromkeys(("AIRCRAFTS", "HARDWARES", "CASTED", "CHOOSED", "DESPITE_OF"), _WORD),
}

#: No sentence of prose is longer; and as much of a document as is read in some ten seconds.
_LONGEST, _MOST = 1_000, 100_000


@cache
def _engine() -> Any:
    # two seconds: once a process, and only where the rule runs; by name, so that types are the same without it
    return import_module("lt_py").Engine("en-US", disabled_rules=["MORFOLOGIK_RULE_EN_US"])


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag what the engine finds among words that it can know."""
    left = _MOST
    for paragraph in document.analysis.paragraphs:
        if not paragraph.running:
            continue
        for sentence in paragraph.sentences:
            text = paragraph.text[sentence.start : sentence.end]
            if not 10 <= len(text) <= _LONGEST:
                continue
            left -= len(text)
            if left < 0:  # cheap
                return
            found = list(_found(text))
            noun = any(_KINDS[engine_rule] is _DETERMINER for engine_rule, *_ in found)
            for engine_rule, start, end, suggestions in found:
                told = noun and _KINDS[engine_rule] is _VERB  # `these problem are`: one defect, told by its noun
                tokens = [token for token in sentence.tokens if sentence.start + start < token.end]
                tokens = [token for token in tokens if token.start < sentence.start + end]
                if tokens and not told and _trusted(document, sentence, tokens[0].index - 3, tokens[-1].index + 1):
                    yield _match(sentence, tokens[0].index, tokens[-1].index, engine_rule, suggestions)


def _found(text: str) -> Iterator[tuple[str, int, int, tuple[str, ...]]]:
    """Findings of the listed rules: id, start and end in code points, suggestions."""
    data = text.encode("utf-8", "replace")  # half a surrogate pair becomes one byte, like the `?` it is read as
    try:
        found = _engine().check(data.decode())
    except Exception:
        raise
    except BaseException as error:  # a panic in Rust is no Exception: the other rules' findings must stand
        if type(error).__name__ != "PanicException":
            raise
        raise RuntimeError(f"the grammar engine failed: {error}") from error
    for item in found:
        if item["rule_id"] in _KINDS:
            start = len(data[: item["offset"]].decode("utf-8", "ignore"))
            end = len(data[: item["offset"] + item["length"]].decode("utf-8", "ignore"))
            yield item["rule_id"], start, end, tuple(item["suggestions"][:3])


def _match(sentence: Sentence, first: int, last: int, engine_rule: str, suggestions: tuple[str, ...]) -> Match:
    message = _KINDS[engine_rule].format(
        text=sentence.text(first, last),
        next=sentence.at(last + 1).text,
        expected=f"; “{suggestions[0]}” is expected" if suggestions else "",
    )
    evidence = {"engine": "LingoTweaker", "engine_rule": engine_rule}
    return sentence.match(first, last, message, *suggestions, evidence=evidence)


def _trusted(document: Document, sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words from one to another are common ones, none in a name: there the engine guesses."""
    opening = sentence.words[0].index
    for token in sentence.tokens[max(0, first) : last + 1]:
        if token.kind != "word" or token.text == "I" or kind(token.text) == "adjective":
            continue
        if token.capitalised and token.index != opening and not opens_clause(sentence.tokens, token.index):
            return False
        if not token.text.isascii() or not all(english().known(part) for part in token.text.split("-") if part):
            return False
    names = (name for name in document.analysis.names if name.opens and name.sentence is sentence)
    return not any(name.first <= last and name.last > first for name in names)
