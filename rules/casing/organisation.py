"""The name of an organisation is capitalised in its first half only.

Why it happens: the engine knows the head of the name (`Institute`, `Ministry`) as part of a name, and goes back
to ordinary words behind `of` or `for`.

How it is found: a capitalised head noun inside a sentence, with a capitalised modifier or `the` and further
capitals of the same name before it, followed by `of` or `for` and one to six words in lower case that end the
name (`China Institute of international studies`).

What it leaves alone: heads without a name before them that may be plain words (`the Bank of the future`), names
with a capital right behind `of` (`Bank of England`), a determiner or number behind `of` (`Committee of both houses`),
verbs and -ing forms, and headlines.
"""

from collections.abc import Iterator

from mtqa.analysis.names import opens_clause
from mtqa.analysis.tokens import Token
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
    "They met at the Bank of China for talks.",
]

_HEADS = wordlist("casing/organisation", "heads")
#: What these bodies are of or for; a word outside is more likely the sentence going on.
_FIELDS = wordset("casing/organisation", "fields")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the lower-case half."""
    for sentence, i in document.analysis.find(*_HEADS):
        tokens = sentence.tokens
        head = tokens[i]
        if not head.text[0].isupper() or i + 2 >= len(tokens) or tokens[i + 1].text not in ("of", "for"):
            continue
        if not document.analysis.paragraphs[sentence.segment].running or not _inside_name(tokens, i):
            continue
        end = i + 2
        while end < len(tokens) and end - i <= 7 and tokens[end].text in _FIELDS:
            end += 1
        while end > i + 2 and tokens[end - 1].text == "and":
            end -= 1
        if end == i + 2 or not _ends_name(tokens, end) or not english().usually(tokens[end - 1].lower, "noun"):
            continue
        first, last = tokens[i + 2], tokens[end - 1]
        name = " ".join(t.text if t.text == "and" else t.text.capitalize() for t in tokens[i + 2 : end])
        yield Match(
            sentence.segment,
            first.start,
            last.end,
            f"The name of the {head.text.lower()} is capitalised in its first half only.",
            (name,),
        )


def _inside_name(tokens: list[Token], i: int) -> bool:
    """Whether the head is a name already: a capital before it, or `the` in front of it inside a sentence."""
    if not i or opens_clause(tokens, i):
        return False
    before = tokens[i - 1]
    return before.text == "the" or (before.kind == "word" and before.text[0].isupper()) or before.kind == "clitic"


def _ends_name(tokens: list[Token], end: int) -> bool:
    """Whether the name can end here: not with a hyphen or possessive behind it."""
    if end == len(tokens):
        return True
    following = tokens[end]
    if following.kind == "punct":
        return following.text not in ("-", "–", "'", "’", "/")
    return following.kind == "word"
