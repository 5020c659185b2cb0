"""A label for the translation stands before it: `Translation:`, `English version:`, `Headline:`.

Why it happens: a language model names what it gives, as the prompt named it.

How it is found: at the head of the story, or in front of the headline, a word for a translation, output or version
and a colon, also as a heading or in brackets; `Title:` or `Headline:` there where `Body:`, `Content:` or `Article:`
follows, `Analysis:` or `Source:` where `Translation:` follows; anywhere a label that names the language too (`English
translation:`); the same in the commonest languages.

What it leaves alone: `Translation:` inside a story, where writers put a joke or a foreign phrase into plain words;
forms, questions and answers. It runs on every target language: the label is in that of the prompt.

Not met in the measured texts: none of their engines was prompted with words.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import Said, lines_said

rule = Rule(category="accuracy/addition", severity="minor", languages=(), since="0.3", among=(told, "label"))

_STORY = "\n\nThe bridge was closed on Monday."
BAD = [
    "[[Translation:]] The bridge was closed on Monday.",
    "**[[Translated text:]]**" + _STORY,
    "[[English translation:]]" + _STORY,
    "## [[Translation]]" + _STORY,
    "[[Headline:]] Bridge closed for a month\n\n[[Body:]] The bridge was closed on Monday.",
    "The bridge was closed on Monday.\n\n[[Translation (English):]] It opens in May.",
    "[[Output:]]" + _STORY,
    "[[【Translation】]]" + _STORY,
    "[[译文：]]The bridge was closed on Monday.",
    "[[Traducción:]] The bridge was closed on Monday.",
    "[[Assistant:]] The bridge was closed on Monday.",
    "[[Corrected version:]] The bridge was closed on Monday.",
    "[[Option 1 (more formal):]] The bridge was closed on Monday.",
    "[[Analysis:]] The source is in the passive.\n\n[[Translation:]] The bridge was closed on Monday.",
    "[[Final translation]]" + _STORY,
    "[[(Translation)]] The bridge was closed on Monday.",
    "[[ENGLISH:]]" + _STORY,
    "[[Translation (EN):]] The bridge was closed on Monday.",
    "[[Englisch:]] The bridge was closed on Monday.",
    "[[Translation of the text:]] The bridge was closed on Monday.",
    "[[Draft:]] The bridge is shut.\n\n[[Final:]] The bridge was closed on Monday.",
]
GOOD = [
    "The office spoke of a challenging period. Translation: it has run out of money.",
    "The bridge was closed on Monday.\n\nTranslation: nobody knows when it opens.",
    "Translation is an art, and few master it.",
    "Title: Head of Roads\n\nName: Anna Reed\n\nPlace: Leeds",
    "Question: Is the bridge open?\n\nAnswer: It is not.",
    "Output rose by a tenth in May, and prices fell.",
    "English: how a language of farmers became that of trade" + _STORY,
    "English: Reads widely and writes well. Maths: Does what is asked of her. Sport: Walks.",
    "The result: a bridge that nobody uses." + _STORY,
    "Target: Lower the debt by 2030" + _STORY,
    "ChatGPT: how pupils use it" + _STORY,
    "Machine translation: a short history" + _STORY,
    "Analysis: Why the council closed the bridge" + _STORY,
    "Final translation is no art, the critic says" + _STORY,
    "Response: The council answers its critics" + _STORY,
    "Summary: The bridge is closed to lorries." + _STORY,
    "Article 5: The bridge is closed to lorries.",
]

#: Labels that count only behind another: `Body:` behind `Title:`, `Translation:` behind `Analysis:`.
_BEHIND = {"body": "part", "answer": "work", "final": "work"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the label with its colon."""
    before: dict[str, Said] = {}
    for one in lines_said(document, "label"):
        if one.kind in _BEHIND.values():
            before[one.kind] = one
            continue
        other = before.pop(_BEHIND.get(one.kind, ""), None)
        if other or one.kind not in _BEHIND or (one.kind == "answer" and "first" in one.line.where):
            for label in (other, one) if other else (one,):
                yield _match(label)


def _match(one: Said) -> Match:
    label = one.found.group().rstrip(" *")
    message = f"The label “{label}” was left in the text."
    return Match(one.line.segment, one.start, one.start + len(label), message, ("",))
