"""A model's thinking stands in the text: `<think>`, or `Okay, the user wants me to translate this`.

Why it happens: a reasoning model writes down its thoughts before it answers; whoever took the answer over did not cut
them off.

How it is found: a tag round thoughts (`<think>`, `<reasoning>`, `[THINK]`); a heading for them (`Thinking process:`);
a line that begins as such thoughts do and speaks of the user, the prompt, or of translating *this sentence* or *the
text*.

What it leaves alone: texts about markup and models that name the tags, users of products (`The user wants a longer
battery`), quotations, columnists who translate (`Let me translate: no.`). It runs on every target language: models
think in English or Chinese whatever they translate into.

Not met in the measured texts: none of their engines thinks before it answers.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import lines_said

rule = Rule(category="accuracy/addition", severity="major", languages=(), since="0.3", among=(told, "reasoning"))

_STORY = "\n\nThe bridge was closed on Monday."
BAD = [
    "[[<think>]]The text is about a bridge.[[</think>]]The bridge was closed on Monday.",
    "The bridge was closed on Monday.[[</reasoning>]]",
    "[[Okay, the user wants me to translate a news report into English.]]" + _STORY,
    "[[Hmm, the original text uses a pun here, so I need to find an English one.]]" + _STORY,
    "[[First, I need to understand the Chinese sentence.]]" + _STORY,
    "[[Let me translate this paragraph step by step.]]" + _STORY,
    "[[Thinking Process:]]" + _STORY,
    "[[Wait, the user asked for a literal translation.]]" + _STORY,
    "[[I should make sure the translation sounds natural.]]" + _STORY,
    "[[嗯，用户让我把这段话翻译成英文。]]" + _STORY,
    "[[The user has provided a Chinese article about a bridge.]]" + _STORY,
    "[[Let me think about how to render this headline.]]" + _STORY,
    "[[We are given a Spanish text and translate it into English.]]" + _STORY,
    "[[Okay, so I have this sentence in German that I need to translate.]]" + _STORY,
    "[[Let me double-check the translation of the second sentence.]]" + _STORY,
    "[[The Chinese phrase “春旱” means spring drought. I should keep it simple.]]" + _STORY,
    "[[Hmm, the original says “puente”, which is a bridge.]]" + _STORY,
    "[[I need to identify the subject of the sentence first.]]" + _STORY,
]
GOOD = [
    "The Chinese word “dim sum” means touch the heart. I should like to try it all.",
    "The French term “terroir” is hard to translate, and I will not try.",
    "The model puts its thoughts between the tags <think> and </think>.",
    "The user wants a phone that lasts a day and fits a pocket.",
    "Okay, the bridge is old, but it holds.",
    "Let me translate: there is no money.",
    "“Let me translate this sentence,” she said.",
    "First, I need to understand the problem, the mayor said.",
    "I need to translate for my mother at the doctor's.",
    "Hmm, that is odd.",
    "I think the translation of the novel is good.",
    "Wait, the bridge is closed.",
    "The user asked the court to order the firm to delete her posts.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every tag, every line of thought."""
    for mark in marks(document, "reasoning"):
        yield mark.match("“{}” marks a model's thinking.", "design/markup")
    for said in lines_said(document, "reasoning"):
        yield said.match("A model thinks aloud here; it is no part of the story.")
