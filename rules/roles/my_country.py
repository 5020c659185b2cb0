"""The paper speaks of “my country” in its own voice.

Why it happens: Chinese, Japanese and Korean papers call their own state “our country” (我国, わが国, 우리나라); put
into English word for word, the reader no longer knows which country is meant, or who is speaking.

How it is found: `my country` in running text outside quotation marks, in a sentence where no `I`, `me` or
other `my` speaks.

What it leaves alone: quotations, letters and columns in the first person, verse (`my country, right or wrong`),
and `our country`, which an editorial may well say.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="minor",
)

BAD = [
    "Beijing has become [[my country]]'s second city with two airports in service.",
    "The plan promotes the optimization of [[my country]]'s energy supply.",
    "In recent years [[my country]] has built many railways, the ministry said.",
    "[[My country]]'s exports rose by 5 percent in August.",
    'The "five-year plan" says that [[my country]] will grow.',
]

GOOD = [
    "“I love my country,” the senator said.",
    'He said: "My country needs peace."',
    "I left my country in 1990 and never went back.",
    "My parents went on a tour of my country last summer.",
    "It was all for my country, said the man who lost me the house.",
    "“The war destroyed my country. Nobody came to help us,” the witness told the court.",
    "We sang My Country, ’Tis of Thee at school.",
    "Our country needs a new constitution, the editorial argued.",
    "He wrote “for my country” on the wall.",
    "They asked whether the love of country matters.",
]

_FIRST_PERSON = frozenset("i me my myself we us i'm i’m i've i’ve i'd i’d i'll i’ll".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag `my country` in the paper's own voice."""
    for sentence, i in document.analysis.find("my"):
        spoken = any(token.lower in _FIRST_PERSON and token.index != i for token in sentence.tokens)
        if (
            sentence.at(i + 1).text == "country"
            and not spoken
            and not document.analysis.speech.maybe_quoted(sentence, i)
        ):
            yield sentence.match(i, i + 1, "The paper says “my country” in its own voice; name the country.")
