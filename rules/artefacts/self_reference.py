"""A language model speaks of itself: `As an AI language model, I cannot verify the figures`.

Why it happens: trained to say what it is, a model does so in the middle of its work.

How it is found: a sentence that begins with `As an AI` or `As a language model` and goes on with `I` or `my`; one that
says `I am an AI`, `I was trained by` a maker of models, `my training data`, `my knowledge cutoff`.

What it leaves alone: quotations, stories about models (`As an AI language model, the system …`), people who train
models. It runs on every target language, since models often say this in English; other languages' wordings are with
`artefacts/refusal`.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._lines import holds, is_whole, lines

rule = Rule(
    category="accuracy/addition",
    severity="major",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

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

_MAKER = r"(?:OpenAI|Anthropic|Google|Meta|Alibaba|DeepSeek|Mistral|Microsoft|Baidu|Zhipu)"
_SELF = re.compile(
    r"(?:as an? (?:\w+ )?(?:ai|a\.i\.|artificial intelligence|large language model|language model|machine"
    r" learning model|chatbot|ai-\w+)"
    r"(?: (?:language )?(?:model|assistant|translator|chatbot|system|program|tool))?(?: (?:developed"
    r"|created|trained|made|built) by [^\n,.]{1,40})?,? (?:i|my|it is important)\b"
    r"|(?:please note that |note that |however, |unfortunately, )?as of my (?:last|latest|most recent)"
    r" (?:knowledge |training )?(?:update|cutoff)"
    r"|(?:please note that |note that |however, )?my (?:knowledge(?: cut-?off)?|training (?:data|cut-?off))"
    r" (?:was last|is|was|only|does|goes|ends|extends|includes)"
    r"|i(?:['’]m| am) (?:just |only |merely )?an? (?:ai|artificial intelligence|large language model"
    r"|language model)(?: (?:language )?(?:model|assistant|translator|chatbot|system))?(?=[,. ](?!"
    r" ?(?:engineer|researcher|expert|professor|student|startup|enthusiast|scientist))|$)"
    rf"|i(?:['’]m| am) (?:ChatGPT|Claude|Gemini|Qwen|DeepSeek|Copilot|Bard|Llama|ERNIE|Kimi"
    rf"|GPT-\d)(?:-[\w.]{{1,10}})?(?:,|\.| and| from)"
    rf"|i (?:was|am|have been) (?:trained|created|developed|built|made) by {_MAKER}\b"
    r"|i (?:do not|don['’]t) have (?:access to )?(?:real-time|personal (?:opinions|experiences|beliefs)"
    r"|browsing|the ability to browse))"
    r"[^\n.!?]{0,300}[.!?]?",
    re.IGNORECASE,
)
#: One of these stands in every such sentence.
_CLUES = tuple(
    "AI|A.I.|anguage model|ChatGPT|Claude|Gemini|Qwen|DeepSeek|Copilot|eal-time|utoff|ut-off|y last |y latest |"
    "y most recent |trained by|training data|y knowledge|have personal|to browse|created by|developed by".split("|")
)
_SPELT = (
    "ai a.i chatgpt claude gemini qwen deepseek copilot cutoff cut-off training trained knowledge personal browse "
    "real-time update openai model"
).split()
_STARTS = re.compile(r"(?:^|(?<=[.!?]\s))(?=[AIMPNHU])", re.IGNORECASE)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the sentence."""
    if not holds(document, "", _SPELT):
        return
    for line in lines(document):
        text = line.text
        if not any(clue in text for clue in _CLUES):
            continue
        for start in _STARTS.finditer(text):
            found = _SELF.match(text, start.end())
            if found and "”" not in found.group() and '"' not in found.group():
                begin, end = line.start + found.start(), line.start + found.end()
                whole = found.start() == 0 and is_whole(document, line) and line.last
                message = "A language model speaks of itself here."
                yield Match(line.segment, begin, end, message, severity="critical" if whole else "major")
                break
