"""The prompt stands in the text: `Translate the following text into English. Only output the translation`.

Why it happens: a language model repeats what it was told, or the service stored its input with its output.

How it is found: among the first or last lines an order to translate *the text* or *the following*, a role (`You are a
professional translator`), a condition of the order (`Only output the translation`, `Do not add explanations`), a
field of a prompt's form (`### Instruction`, `Text to translate:`); conditions so plain that nobody else gives them
are found anywhere; the same in the commonest languages by their fixed wordings.

What it leaves alone: quoted prompts, exercises with a numbered list, stories about translators. It runs on every
target language: the prompt is in that of whoever wrote it.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._english import LANGUAGE, TEXT
from mtqa_rules.artefacts._lines import beginning, lines, words
from mtqa_rules.artefacts._wording import heads, wording

rule = Rule(
    category="accuracy/addition",
    severity="major",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

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

_GIVEN = (
    r"(?:(?:the|this|that|these|each|all|my|any)(?: (?:following|above|below|given|provided|attached"
    rf"|{LANGUAGE}|news|input|entire|whole)){{0,3}} {TEXT}|(?:the )?(?:following|above|below)(?: \w+)?(?="
    rf" (?:from|in(?:to)?|to)\b|:)|it|this(?= (?:in)?to {LANGUAGE}\b))"
)
_ORDER = re.compile(
    r"(?:(?:please |now,? |your task is to |your job is to |i want you to |i need you to |i would like you"
    r" to |can you (?:please )?|could you (?:please )?|help me (?:to )?|task: ?|instructions?: ?|system: ?"
    rf"|user: ?|human: ?|prompt: ?){{0,4}})"
    rf"(?:(?:translate|localize|localise|render|convert) (?:{_GIVEN}\b(?:[^\n.:]{{0,60}}?\b(?:in)?to (?:\w+"
    rf" )?{LANGUAGE}\b|\s?:|[^\n.]{{0,40}}\.? (?:only|do not|don['’]t|keep|preserve|return|output|without"
    rf"|while))|from {LANGUAGE} (?:in)?to {LANGUAGE}|(?:in)?to {LANGUAGE}\s?[:.])"
    rf"|(?:rewrite|paraphrase|summari[sz]e|proofread|post-?edit|polish|rephrase) {_GIVEN}\b)[^\n]{{0,300}}",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:you are|you['’]re|act as|imagine you are|assume the role of|pretend (?:to be|you are)) (?:a|an"
    r"|the) (?:[\w-]+,? ){0,5}?(?:translator|interpreter|translation (?:engine|assistant|expert|system"
    r"|machine|model)|ai assistant|helpful assistant|language model|ai language model|linguist"
    r"|localization (?:expert|specialist))\b"
    r"(?!,? so\b)[^\n]{0,300}",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:\d{1,2}[.)] |- |important: ?|note: ?|rules?: ?)?(?:"
    r"(?:only (?:output|return|respond with|reply with|provide|give)|(?:output|return|respond with|reply"
    r" with|provide|give)(?: me)? only|(?:respond|reply|answer) only with|just (?:output|return|give"
    rf"|provide)(?: me)?) (?:the )?(?:\w+ )?(?:translation|translated|{TEXT}|result|output|json)\b"
    r"|(?:do not|don['’]t|never|no) (?:add|include|provide|output|write|give|return|translate|change|alter"
    rf"|omit|skip|repeat)?\s?(?:any |the |your |extra |additional ){{0,3}}(?:explanations?|commentary|notes"
    rf" or|notes?,|comments?,|comments? or|preamble|introductory|translation notes?|original {TEXT}|source"
    rf" {TEXT}|html tags|placeholders|proper (?:nouns|names)|code blocks?|quotation marks around|quotes"
    r" around|markdown|tags or)\b"
    r"|(?:keep|preserve|maintain|retain) (?:all |the |any )*(?:original |same )?(?:formatting|html tags"
    r"|tags|placeholders|markdown|line breaks|paragraph structure|tone and style|meaning and tone|html"
    r"|variables)\b"
    r"|(?:the|your) (?:translation|output|response) (?:must|should|has to) (?:be|sound|read|not|only"
    r"|contain|use|preserve|keep|follow|start)\b"
    rf"|(?:make sure|ensure)(?: that)? (?:the|your) translation\b"
    rf"|without (?:any )?(?:additional |extra )?(?:explanations?|comments|commentary)[.!]?$"
    r"|ignore (?:all )?(?:previous|prior|the above) instructions"
    r"|below is an instruction that describes a task"
    r"|write a response that appropriately completes the request"
    rf")[^\n]{{0,300}}",
    re.IGNORECASE,
)
_FIELD = re.compile(
    rf"(?:(?:text|content|{TEXT}) to (?:be )?translated?|source (?:text|language)|original (?:text|source)"
    r"|target (?:language|text)|input text|user (?:input|prompt|message)|system (?:prompt|message)|prompt"
    rf"|glossary|style guide)\*{{0,2}}\s?:\*{{0,2}}(?=\s|$)[^\n]{{0,20}}",
    re.IGNORECASE,
)
_HASHED = re.compile(
    r"#{2,4} ?(?:instructions?|input|response|task|context|prompt|user|system|assistant|human)\b\s?:?\s{0,3}$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\(?(?:1|a)[.)]\s", re.IGNORECASE)
_HEADS = words(
    "please now your i can could help task instruction system user human prompt translate localize localise "
    "render convert rewrite paraphrase summari proofread post-edit polish rephrase you act imagine assume "
    "pretend only output return respond reply provide give answer just do don never no keep preserve maintain "
    "retain the make ensure without ignore below write text content source original target input glossary "
    "style important note rule 1 2 3 4 5 6"
)
_STARTS = re.compile(r"(?<=[.!?:]\s)(?=[A-Z])")
#: So many lines at either end of the story are where a prompt stands.
_EDGE = 3


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the order, as far as the line goes."""
    all_lines = lines(document)
    known = wording("prompt")
    edges = {*range(min(_EDGE, len(all_lines))), *range(max(0, len(all_lines) - _EDGE), len(all_lines))}
    looked_at = dict(beginning(document, heads("prompt", _HEADS))) | {number: all_lines[number] for number in edges}
    for number, line in sorted(looked_at.items()):
        text = line.text
        edge = number in edges
        start = -1
        if (edge and known.match(text.lstrip("("))) or (
            not line.bare and _is_field(document, line.segment, line.start, text)
        ):
            start = 0
        else:
            if _CONDITION.match(text) or (edge and _ROLE.match(text)):
                start = 0
            elif edge and _ORDER.match(text):
                listed = number + 1 < len(all_lines) and _LISTED.match(all_lines[number + 1].text)
                start = -1 if listed else 0
            elif line.first and _FIELD.match(text):
                end = line.start + text.index(":") + 1
                yield Match(line.segment, line.start, end, "A field of the prompt was left in the text.", ("",))
                continue
        if start < 0 and edge and ("utput " in text or "eturn " in text or "Do not " in text or "espond " in text):
            start = next((i.end() for i in _STARTS.finditer(text) if _CONDITION.match(text, i.end())), -1)
        if start >= 0 and not _told(text, start):
            message = "This is what a model was told, not part of the story."
            begin = line.start + start
            yield Match(line.segment, begin, line.end, message, ("",))


def _is_field(document: Document, segment: int, start: int, text: str) -> bool:
    target = document.segments[segment].target
    signs = target[target.rfind("\n", 0, start) + 1 : start]
    return bool(_HASHED.match(signs.strip() + " " + text))


def _told(text: str, start: int) -> bool:
    """Whether the order is somebody's speech: a quotation mark closes behind it."""
    return any(mark in text[start:] for mark in "”»") or (text.count('"', start) % 2 == 1)
