"""A label for the translation stands before it: `Translation:`, `English version:`, `Headline:`.

Why it happens: a language model names what it gives, as the prompt named it.

How it is found: at the head of the story, or in front of the headline, a word for a translation, output or version
and a colon, also as a heading or in brackets; `Title:` or `Headline:` there where `Body:`, `Content:` or `Article:`
follows, `Analysis:` or `Source:` where `Translation:` follows; anywhere a label that names the language too (`English
translation:`); the same in the commonest languages.

What it leaves alone: `Translation:` inside a story, where writers put a joke or a foreign phrase into plain words;
forms, questions and answers. It runs on every target language: the label is in that of the prompt.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._english import LANGUAGE, OF_TEXT, TEXT
from mtqa_rules.artefacts._lines import Line, lines
from mtqa_rules.artefacts._wording import wording

rule = Rule(
    category="accuracy/addition",
    severity="minor",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

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
    "Article 5: The bridge is closed to lorries.",
]

_TRANSLATION = (
    rf"(?:(?:final |revised |improved |literal |natural |your |the )?(?:{LANGUAGE}|translated|machine)? ?"
    rf"(?:translation|translated (?:{TEXT}|version)|version in {LANGUAGE})(?: result| output)?"
    r"|(?:translated|rewritten|revised|final|polished|proofread) (?:version|text|article|content|story"
    r"|output|translation|headline|title)"
    rf"|{LANGUAGE} (?:translation|version|text|output))"
)
_AIM = rf"(?: ?[(\[](?:to |into |in )?(?:{LANGUAGE}|[A-Z]{{2}})[)\]]| (?:to|into|in) {LANGUAGE})?"
#: At the head of the story.
_FIRST = re.compile(
    rf"[\[【(<]?(?:{_TRANSLATION}{_AIM}|(?:target|assistant|ai|model|chatgpt|claude|gemini|bot|output)(?:"
    r" (?:text|output|response|translation))?|(?<=\[)(?:completion|response|answer|result|input|prompt"
    r"|system|user|english)(?=\]))"
    rf"(?:{OF_TEXT})?(?:[\]】)>]\*{{0,2}}(?=\s)|[\]】)>]?\*{{0,2}}\s?(?:[:：]\*{{0,2}}(?=\s|$)|$))",
    re.IGNORECASE,
)
#: A language and a sentence: English: The bridge was closed.
_LANGUAGE = re.compile(
    rf"(?:{LANGUAGE}|ENGLISH|EN|ZH|EN-US|EN-GB|en"
    rf"|zh)\*{{0,2}}\s?[:：]\*{{0,2}}(?=\s{{0,3}}[“\"]?[A-Z][^\n]{{12,}}[.!?][”\"]?$|$)"
)
#: Anywhere: the language is named too, or the text is called translated.
_ANYWHERE = re.compile(
    rf"[\[【(]?(?:{LANGUAGE} translation|translated (?:{TEXT}|version)|translation ?[(\[](?:to |into |in"
    rf" )?{LANGUAGE}[)\]]|translation (?:to|into) {LANGUAGE})\*{{0,2}}[\]】)]?\s?[:：]\*{{0,2}}(?=\s|$)",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:translated )?(?:title|headline|heading)\*{0,2}\s?[:：]\*{0,2}(?=\s\S|$)", re.IGNORECASE)
_BODY = re.compile(
    r"(?:translated )?(?:body|content|article|text|main text|lead|summary|description"
    r"|subtitle)\*{0,2}\s?[:：]\*{0,2}(?=\s|$)",
    re.IGNORECASE,
)
#: What a model writes before it translates, where a label for the translation follows.
_WORK = re.compile(
    r"(?:analysis|source(?: text)?|original(?: text)?|reasoning|explanation|context"
    r"|(?:first )?draft)\*{0,2}\s?[:：]\*{0,2}(?=\s|$)",
    re.IGNORECASE,
)
#: Words that a headline may begin with too: what follows must be a sentence.
_WORDS = ("target", "output", "machine", "ai", "model", "chatgpt", "claude", "gemini", "bot", "assistant")
_ANSWER = re.compile(rf"(?:{_FIRST.pattern})|final\*{{0,2}}\s?[:：]", re.IGNORECASE)
#: Another label behind it: a report, subject by subject.
_OTHER = re.compile(rf"[.!?;] (?!{LANGUAGE}\b)[A-Z][a-z]{{2,20}}: ")
_COLONS = (":", "：", "]", "】", ")")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the label with its colon."""
    known = wording("label")
    title: tuple[Line, re.Match[str], re.Pattern[str]] | None = None
    for line in lines(document):
        if not (line.first or title or ":" in line.text[:60] or "：" in line.text[:60]):
            continue
        text = line.text
        if line.first:
            found = known.match(text) or _FIRST.match(text) or (not _OTHER.search(text) and _LANGUAGE.match(text))
            if found and not found.group().endswith(_COLONS) and line.bare and " " not in found.group().strip():
                found = None  # a heading of one word needs its signs: ## Translation
            if found and found.group().lower().startswith(_WORDS) and not text.endswith((*_COLONS, *'.!?”"*')):
                found = None
            if not found:
                part, follows = (_PART.match(text), _BODY)
                if not part:
                    part, follows = (_WORK.match(text), _ANSWER)
                if part:
                    title = (line, part, follows)
        elif title and (body := title[2].match(text)) and body.group().endswith((*_COLONS, "*")):
            yield _match(title[0].segment, title[0].start, title[1].group())
            title, found = None, body
        elif any(mark in text[:60] for mark in ":："):
            found = _ANYWHERE.match(text)
        else:
            found = None
        if found:
            yield _match(line.segment, line.start, found.group())


def _match(segment: int, start: int, label: str) -> Match:
    label = label.rstrip(" *")
    return Match(segment, start, start + len(label), f"The label “{label}” was left in the text.", ("",))
