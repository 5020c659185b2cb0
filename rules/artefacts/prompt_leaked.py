"""The prompt stands in the text: `Translate the following text into English. Only output the translation`.

Why it happens: a language model repeats what it was told, or the service stored its input with its output.

How it is found: among the first or last lines an order to translate *the text* or *the following*, a role (`You are a
professional translator`), a condition of the order (`Only output the translation`, `Do not add explanations`), a
field of a prompt's form (`### Instruction`, `Text to translate:`); conditions so plain that nobody else gives them
are found anywhere; the same in the commonest languages by their fixed wordings.

What it leaves alone: quoted prompts, exercises with a numbered list, stories about translators. It runs on every
target language: the prompt is in that of whoever wrote it.

Not met in the measured texts: none of their engines was prompted with words.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._lines import lines
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import lines_said

rule = Rule(category="accuracy/addition", severity="major", languages=(), since="0.3", among=(told, "prompt-leaked"))

_STORY = "\n\nThe bridge was closed on Monday. It opens in May.\n\nThe council is sorry."
BAD = [
    "[[Please translate this article into English.]]" + _STORY,
    "[[You are an expert translator who works for a newspaper.]]" + _STORY,
    "The bridge was closed on Monday.\n\nIt opens in May.\n\nThey are sorry.\n\n[[Do not include any"
    " explanations or notes.]]",
    "[[Translate from Chinese to English:]]" + _STORY,
    "[[Your task is to translate the text below while keeping its tags.]]" + _STORY,
    "### [[Instruction:]]" + _STORY,
    "[[Translate this into English and keep the tags: The bridge was closed.]]" + _STORY,
    "[[Please translate the text between the quotation marks.]]" + _STORY,
    "[[Return the result as a JSON array.]]" + _STORY,
    "[[Please translate: The bridge was closed on Monday.]]",
    "[[Just the translation, no explanations.]]" + _STORY,
    "[[Do not translate text inside curly braces.]]" + _STORY,
    "[[Target language: English]]" + _STORY,
    "[[Text to translate:]] The bridge was closed on Monday.",
    "[[Rewrite the following article in simple English.]]" + _STORY,
    "A bridge was closed on Monday. [[Return only the translated text.]]",
    "[[请将以下文本翻译成英文。]]" + _STORY,
    Example("[[Übersetze den folgenden Text ins Deutsche:]]\n\nDie Brücke wurde am Montag gesperrt.", language="de"),
]
GOOD = [
    "“Translate the following text into English,” he typed." + _STORY,
    "Translate the following sentences into French:\n\n1. The bridge is closed.\n\n2. It opens in May.",
    "You are a professional translator, so you know how hard it is to make a living." + _STORY,
    "Translate this into jobs and you see why the bridge matters." + _STORY,
    "Do not add salt to the water before it boils." + _STORY,
    "The council's task is to translate the plan into action." + _STORY,
    "She was asked to translate the following letter." + _STORY,
    "Instructions: read the text and answer the questions." + _STORY,
    "Rewrite the rules of the game, and the game goes on." + _STORY,
    "Please keep the gate shut." + _STORY,
]

_LISTED = regex(r"\(?(?:1|a)[.)]\s", re.IGNORECASE)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the order, as far as the line goes."""
    all_lines = lines(document)
    for said in lines_said(document, "prompt-leaked"):
        line = said.line
        if said.kind == "field":
            end = line.start + line.text.index(":") + 1
            yield Match(line.segment, line.start, end, "A field of the prompt was left in the text.", ("",))
        elif _LISTED.match(all_lines[min(said.number + 1, len(all_lines) - 1)].text):
            continue  # an exercise
        elif not said.spoken:
            yield said.match("This is what a model was told, not part of the story.")
