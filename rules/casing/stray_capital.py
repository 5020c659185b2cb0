"""A capital stands inside a sentence where none belongs.

Why it happens: the engine begins a new clause as if it were a sentence, or keeps the capital a word had at the
start of a line in its training text; often the full stop before it is what is missing.

How it is found: a function word (`The`, `In`, `From`, `However`) with a capital inside running text, with a
word in lower case before it and another behind it; also behind a comma or semicolon.

What it leaves alone: headlines, titles of works and names that hold such words (`The Hague`, `Into the Woods`),
words after a quotation mark, colon, dash, bracket, bullet or number, quotations inside the sentence, thoughts and
sayings given behind a comma without marks (`She thought, There goes the neighbourhood`), and all
nouns and adjectives: whether `the Government` has a capital is a matter of house style.
"""

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordlist, wordset

rule = Rule(
    category="fluency/casing",
    severity="minor",
    registers=("news",),
)

BAD = [
    "It uses cold press molding and filigree inlay, [[The]] production of enamel is done by hand.",
    "The well was dug on the coast [[In]] the end, it was 800 metres deep.",
    "The situation of passenger safety is grim, [[It]] is getting worse.",
    "He left the city and [[However]] he came back a year later.",
    "They said [[That]] the talks would go on in May.",
    "The minister went home, [[But]] the delegation stayed in Moscow.",
    "It raised the level of information [[To]] improve the service; [[In]] addition, fares fell.",
]

GOOD = [
    "The court sits in The Hague and hears cases from all over the world.",
    "He said: The talks will go on.",
    "She reads The Economist and The Times every week.",
    "He played in From Here to Eternity and in It by King.",
    "They said “The talks will go on” and left.",
    "The film, And Then There Were None, was shown.",
    "A fan of The Who since 1970, he has seen all their shows.",
    "The WHO said that In Touch magazine had asked it.",
    "Question No. 5 - What is to be done?",
    "As he put it, No means no.",
    "She thought, There goes the neighbourhood. As they say, When it rains, it pours down here.",
    "The rule, If in doubt leave it out, is good. As the poet wrote, They also serve who only stand and wait.",
    "She was asked what it is, and answered in one word, It is murder, and so it was.",
    "The bands were Them, Yes and The The.",
    "And he answered and said unto them, It is one of the twelve. Verily I say unto thee, That thou art loved.",
    Example("a young lady of Slough\nWho went for a ride on a cough,\nWhen she started to run she was thrown"),
    "What does the For You page of the app show to its users?",
]

_WORDS = wordlist("casing/stray-capital", "words")
#: What a thought or saying hangs on.
_SAID = wordset("casing/stray-capital", "said")
_FINAL = wordset("casing/stray-capital", "final")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag capitalised function words inside running text."""
    for sentence, i in document.analysis.find(*_WORDS):
        tokens = sentence.tokens
        token = tokens[i]
        if not token.text[0].isupper() or (len(token.text) > 1 and token.text[1].isupper()):
            continue
        if i < 2 or i + 4 >= len(tokens) or not document.analysis.paragraphs[sentence.segment].running:
            continue
        if "\n" in document.segments[sentence.segment].target[tokens[i - 1].end : token.start]:
            continue  # a line of verse
        if not _plain(tokens[i - 1], tokens[i - 2]) or not _small(tokens[i + 1]):
            continue
        if document.analysis.archaic or _capitals_near(tokens, i) or _quoted(tokens, i) or _saying(tokens, i):
            continue
        message = f"“{token.text}” has a capital inside the sentence"
        if token.lower in _FINAL:
            message += ", or a full stop is missing before it"
        yield Match(sentence.segment, token.start, token.end, message + ".", (token.lower,))


def _small(token: Token) -> bool:
    return token.kind == "word" and token.text[0].islower()


def _plain(before: Token, second: Token) -> bool:
    """A word in lower case, or a comma or semicolon behind one."""
    return _small(before) or (before.text in (",", ";") and _small(second))


def _saying(tokens: list[Token], i: int) -> bool:
    """Whether a thought or saying begins: `she thought, There goes …`, `the adage If it ain't broke …`."""
    near = tokens[i - 3 : i - 1] if tokens[i - 1].text == "," else tokens[i - 1 : i]
    barred = _SAID if tokens[i - 1].text == "," else _SAID - {"say", "says", "think", "thinks"}
    return any(token.lower in barred for token in near)


def _capitals_near(tokens: list[Token], i: int) -> bool:
    """Whether another capital within four tokens suggests a title of a work."""
    near = tokens[max(1, i - 3) : i] + tokens[i + 1 : i + 5]
    return any(token.kind == "word" and token.text[0].isupper() and token.text != "I" for token in near)


def _quoted(tokens: list[Token], i: int) -> bool:
    """Whether a quotation opens within the twelve tokens before and is not closed yet."""
    marks = [token for token in tokens[max(0, i - 12) : i] if token.text in '"“”']
    return bool(marks) and (marks[-1].text == "“" or (marks[-1].text == '"' and marks[-1].space))
