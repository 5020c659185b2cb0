"""A language model speaks of itself: `As an AI language model, I cannot verify the figures`.

Why it happens: trained to say what it is, a model does so in the middle of its work.

How it is found: a sentence that begins with `As an AI` or `As a language model` and goes on with `I` or `my`; one that
says `I am an AI`, `I was trained by` a maker of models, `my training data`, `my knowledge cutoff`.

What it leaves alone: quotations, stories about models (`As an AI language model, the system …`), people who train
models. It runs on every target language, since models often say this in English; other languages' wordings are with
`artefacts/refusal`.

Not met in the measured texts: none of their engines says `I`.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import said

rule = Rule(category="accuracy/addition", severity="major", languages=(), since="0.3", among=(told, "self-reference"))

_STORY = "\n\nThe bridge was closed on Monday."
BAD = [
    "[[I’m DeepSeek-V3, an AI assistant created by DeepSeek.]]",
    "[[As an AI language model, I cannot confirm when the bridge opens.]]" + _STORY,
    "The bridge is closed. [[As a large language model, I do not have access to traffic reports.]]",
    "[[As of my last knowledge update in January 2022, the bridge was open.]]" + _STORY,
    "[[I'm just an AI, so I can't drive over bridges.]]" + _STORY,
    "[[I was trained by OpenAI and have no opinion on bridges.]]" + _STORY,
    "The bridge is closed. [[Please note that my knowledge cutoff is 2023.]]",
    "[[I am Claude, an AI assistant made by Anthropic.]]" + _STORY,
]
GOOD = [
    "As an AI language model, ChatGPT does not know what day it is.",
    "The answer began: “As an AI language model, I cannot …”, and the judge laughed.",
    "“I'm just an AI,” it wrote.",
    "As an AI researcher, I cannot agree with the minister.",
    "I was trained by the army and then by the railways.",
    "I am an AI engineer, and I build bridges between teams.",
    "My training data and I did not get on, the professor wrote in her diary of the project.",
    "As a model, I cannot eat cake before a show, she said.",
    "Phrases such as “my knowledge cutoff” give such essays away.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the sentence."""
    for one in said(document, "self-reference"):
        if not one.spoken:
            lost = "alone" in one.line.where and one.found.group() == one.line.text
            message = "A language model speaks of itself here."
            yield Match(one.line.segment, one.start, one.end, message, severity="critical" if lost else "major")
