"""An abbreviation is written with full stops in one place and without in another.

Why it happens: engines are trained on papers of many house styles and follow none: `U.S.` and `US` in one story.

How it is found: both forms of `US`, `UK`, `UN`, `EU`, `UAE` in running text. One finding, at the rarer form; at the
later one where they tie.

What it leaves alone: quotations, which keep the style of their source; headlines (papers that write `U.S.` in the text
write `US` in the headline), names (`US Open`, `U.S. Steel`), money (`US$5`), compounds (`US-led`), and `us` the
pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import is_title
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import party
from mtqa.rule import Example, Rule
from mtqa_rules.consistency._places import Place, in_order, odd_one, unquoted

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
    registers=("news",),
)

BAD = [
    "The U.S. said so. The U.S. president agreed. The [[US]] military did not.",
    "The UK left. The UK then joined the [[U.K.]] plan.",
    "The UN voted. The [[U.N.]] envoy left.",
    "The US and Japan met. US troops stayed. The [[U.S.]] economy grew.",
    "The U.N. met in Geneva.\n\nThe U.N. then asked the [[UN]] envoy to leave.",
]
GOOD = [
    "The U.S. said so. The U.S. president agreed.",
    "She won the US Open, the U.S. champion said. The U.S. cheered.",
    "It cost US$5 million, the U.S. company said.",
    "US-led forces left, the U.S. said.",
    "The United Nations (UN) met, and the U.N. voted.",
    "He works for NBC US, as the U.S. arm is called.",
    Example("The U.S. said it would leave, and it did leave.", title="US to leave pact"),
    "He told us that the U.S. had left.",
    "U.S. Steel fell; the US said nothing.",
    'The US left. The US army stayed. "We know it. The U.S. is strong," the old general wrote. The US said nothing.',
]

_PAIRS = (("US", "U.S."), ("UK", "U.K."), ("UN", "U.N."), ("EU", "E.U."), ("UAE", "U.A.E."))
_JOINED = frozenset("$/)")


@rule.check
def check(document: Document) -> Iterator[Match]:
    index = document.analysis.index
    for plain, dotted in _PAIRS:
        if plain.lower() not in index or dotted.lower() not in index:
            continue
        without = _places(document, plain)
        with_dots = _places(document, dotted)
        if not without or not with_dots:
            continue
        (sentence, i), is_plain = odd_one(without, with_dots)
        token = sentence.tokens[i]
        other = dotted if is_plain else plain
        message = f"“{token.text}” here, but “{other}” elsewhere in the story."
        yield Match(sentence.segment, token.start, token.end, message, suggestions=(other,))


def _places(document: Document, form: str) -> list[Place]:
    places = document.analysis.index[form.lower()]
    exact = [(sentence, i) for sentence, i in places if sentence.tokens[i].text == form]
    heads = document.analysis.speech.headlines
    places = [(s, i) for s, i in exact[:200] if s.segment not in heads and not _in_name(s, i)]
    return in_order(unquoted(document.analysis, places))


def _in_name(sentence: Sentence, i: int) -> bool:
    """Whether the form belongs to a longer name: `US Open`, `Team UK`, `NBC U.S.`; titles after it do not count."""
    tokens = sentence.tokens
    if i + 1 < len(tokens):
        behind = tokens[i + 1]
        if behind.kind == "word" and behind.capitalised and not is_title(behind):
            return True
        if behind.text in _JOINED or (behind.kind == "number" and behind.space):
            return True
    before = tokens[i - 1] if i else None
    if before is None:
        return False
    return before.text in ("(", "/") or (
        i > 1 and before.kind == "word" and before.capitalised and party(before.text) is None
    )
