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
    "He knew that I saw [[The]] other one of the two men.",
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
    "The The are signed to a label of their own.",
    "2pm There’s a boat to the other side every 20 minutes.",
    "They saw the play about him, The “old one”, on the eve of the war.",
    "He called it “a deal, The best of its kind, and a great one”.",
    Example("The trains run again, it said.", title="Fares fall as trains run To the north of the land"),
    "What does the For You page of the app show to its users?",
]

_WORDS = wordlist("casing/stray-capital", "words")
#: What a thought or saying hangs on.
_SAID = wordset("casing/stray-capital", "said")
_SPOKEN = _SAID - {"say", "says", "think", "thinks"}
_FINAL = wordset("casing/stray-capital", "final")

rule.only_on(words=_WORDS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag capitalised function words inside running text."""
    analysis = document.analysis
    for sentence, i in analysis.find(*_WORDS):
        tokens, token = sentence.tokens, sentence.tokens[i]
        if not token.text.istitle() or i + 4 >= len(tokens):
            continue
        before = sentence.at(i - 1)
        comma = before.text in (",", ";")
        lead = sentence.at(i - 1 - comma)
        if not lead.is_word or not lead.text.islower() or not sentence.at(i + 1).text.islower():
            continue
        text = analysis.paragraphs[sentence.segment].text
        if "\n" in text[before.end : token.start]:
            continue  # a line of verse
        if not analysis.paragraphs[sentence.segment].running or analysis.archaic:
            continue
        titled = any(one.capitalised and one.text != "I" for one in tokens[max(1, i - 3) : i] + tokens[i + 1 : i + 5])
        said = _SAID if before.text == "," else _SPOKEN
        saying = any(one.lower in said for one in tokens[max(0, i - 1 - 2 * comma) : i])
        if titled or saying or analysis.speech.maybe_quoted(sentence, i):
            continue
        missing = ", or a full stop is missing before it" if token.lower in _FINAL else ""
        yield sentence.match(i, i, f"“{token.text}” has a capital inside the sentence{missing}.", token.lower)
