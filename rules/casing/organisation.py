"""The name of an organisation or office is capitalised in its first half only.

Why it happens: the engine knows the head of the name (`Institute`, `Ministry`) as part of a name, and goes back
to ordinary words behind `of` or `for`.

How it is found: a capitalised head noun inside a sentence, followed by `of` or `for` and one to six words in lower
case that name a field of work (`China Institute of international studies`, `the Minister of transport`).

What it leaves alone: heads that open their sentence, names with a capital right behind `of` (`Bank of England`), and
whatever else follows `of` (`Committee of both houses`).
"""

from collections.abc import Iterator
from itertools import takewhile

from mtqa.analysis.names import opens_clause
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule
from mtqa_rules.data import wordlist, wordset

rule = Rule(
    category="fluency/casing",
    severity="minor",
    registers=("news",),
)

BAD = [
    "He works at the China Institute of [[international studies]], a think tank.",
    "Jiang is director of the Institute of [[world economics and development]] in Beijing.",
    "The Chinese Academy of [[social sciences]] published the report.",
    "A spokesman of the Japanese Ministry of [[foreign affairs]] declined to comment.",
    "She joined the Shanghai Municipal Bureau of [[statistics]] in 2010.",
    "Kenya's president and Minister of [[transport]] Ali Mwangi took part.",
    "The State Administration of [[foreign exchange]] said on Friday that reserves rose.",
]

GOOD = [
    "He works at the China Institute of International Studies, a think tank.",
    "The Bank of England kept its rate.",
    "The bill was sent to the Foreign Affairs Committee of both houses.",
    "The Court of appeal for the region was closed.",
    "The Institute of which he is a member was closed.",
    "The University of southern Denmark's biggest rival won.",
    "She left the Council of her own free will.",
    "The Party of ordinary people, as he calls it, lost.",
    "He asked the Office of the President for help.",
    "Members of the Association for years paid nothing.",
    "The School of thought that he founded is dead.",
    "Administration of justice is slow in the organisation of trade.",
    "The men of the University study law, he said.",
    "The Ministry of foreign Affairs agreed to it.",
    "They met at the Bank of China for talks.",
    "Minister of transport in those days was Smith; the minister of transport left.",
]

_HEADS = wordlist("casing/organisation", "heads")
#: What these bodies are of or for; a word outside is more likely the sentence going on.
_FIELDS = wordset("casing/organisation", "fields")


_LONGEST = 6  # words

rule.only_on(words=_HEADS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the lower-case half."""
    for sentence, i in document.analysis.find(*_HEADS):
        head, first = sentence.tokens[i], i + 2
        if not head.capitalised or opens_clause(sentence.tokens, i) or sentence.at(i + 1).text not in ("of", "for"):
            continue
        fields = list(takewhile(lambda token: token.text in _FIELDS, sentence.tokens[first : first + _LONGEST]))
        while fields and fields[-1].text == "and":
            fields.pop()
        if not fields or not english().usually(fields[-1].lower, "noun") or sentence.joined(first + len(fields) - 1):
            continue
        name = " ".join(token.text if token.text == "and" else token.text.capitalize() for token in fields)
        message = f"“{sentence.text(i, first + len(fields) - 1)}” is capitalised in its first half only."
        yield sentence.match(first, first + len(fields) - 1, message, name)
