"""A model's thinking stands in the text: `<think>`, or `Okay, the user wants me to translate this`.

Why it happens: a reasoning model writes down its thoughts before it answers; whoever took the answer over did not cut
them off.

How it is found: a tag round thoughts (`<think>`, `<reasoning>`, `[THINK]`); a heading for them (`Thinking process:`);
a line that begins as such thoughts do and speaks of the user, the prompt, or of translating *this sentence* or *the
text*.

What it leaves alone: texts about markup and models that name the tags, users of products (`The user wants a longer
battery`), quotations, columnists who translate (`Let me translate: no.`). It runs on every target language: models
think in English or Chinese whatever they translate into.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._english import LANGUAGE, TEXT
from mtqa_rules.artefacts._lines import beginning, words
from mtqa_rules.artefacts._wording import heads, wording

rule = Rule(
    category="accuracy/addition",
    severity="major",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

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

_TAG = re.compile(
    r"[<◁\[]\s?/?\s?(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad|inner_monologue"
    r"|internal_monologue|chain_of_thought|cot|analysis|ANTTHINKING|antThinking|"
    r"THINK|planning)\s?[>▷\]]|&lt;/?think(?:ing)?&gt;"
)
_SQUARE = re.compile(r"\[\s?/?\s?(?!THINK)")
_ABOUT = re.compile(r"\b(?:tags?|tokens?|xml|html|mark-?up|delimiters?|blocks?|elements?)\b", re.IGNORECASE)
_OPENER = (
    r"(?:(?:okay|ok|alright|all right|hmm+|wait|so|now|well|first(?:ly)?|next|actually|let['’]?s see|right"
    r"|got it|good|then|also|but|and|finally|looking at (?:this|the [^\n,]{0,40})),?(?:\.{3}|…)? ){0,3}"
)
_TASK = (
    r"(?:the user(?:['’]s)? (?:wants?|is asking|has asked|asked|asks|needs?|has given|gave|gives|has"
    r" provided|provided|provides|is requesting|requests?|requested|would like|has shared|sent|says|might"
    rf"|may|probably|likely|query|request|instruction|message|prompt)\b(?=[^\n]{{0,120}}\b(?:translat\w+|me"
    rf" to|{LANGUAGE}|(?:the|an?|this) (?:\w+ )?(?:text|article|sentence|paragraph|passage)|summar\w+"
    r"|instructions?|prompt)\b)"
    r"|let(?:['’]s| me| us) (?:translate|break (?:this|it|down)|re-?read|analy[sz]e|parse|go through|work"
    r" through|check|look at|start (?:with|by)|think about|consider|draft|refine"
    rf"|try)\b(?=[^\n]{{0,60}}\b(?:(?:this|the|each|it|original|source|first|second|next|{LANGUAGE}) (?:\w+"
    rf" )?(?:{TEXT}|translation)|translat\w+ (?:this|the|it)|by (?:translating|reading|breaking)|sentence"
    rf" by sentence|step by step)\b)(?=[^\n]{{0,120}}\b(?:translat\w+|render|sentence|paragraph|phrase|source"
    rf"|original|{LANGUAGE})\b)"
    r"|i(?:['’]ll| will| should| need to| have to| must| want to| can| could|['’]m going to) (?:also |now "
    r"|first |carefully )?(?:translate|make sure|ensure|check|keep|render|maintain|preserve|convert|avoid"
    rf"|find|use|output|understand|figure out|analy[sz]e|consider|identify|determine"
    rf"|parse)\b(?=[^\n]{{0,100}}\b(?:the translation"
    r"|translation|translate (?:this|the|it)|(?:this|the|each) (?:\w+ )?(?:sentence|text|paragraph|passage"
    rf"|article|phrase)|natural {LANGUAGE}|source (?:text|language)|original (?:text|meaning|tone)|the user"
    rf"|{LANGUAGE} (?:one|sentence|text|version|equivalent))\b)"
    rf"|(?:the|this) (?:(?:original|source|input|given|{LANGUAGE}) )?(?:text|sentence|paragraph|phrase"
    r"|passage|segment) (?:is|seems to be|appears to be|mentions|talks|says|uses|starts|contains|has|means"
    rf"|is in)\b(?=[^\n]{{0,160}}\b(?:translat\w+|i need to|i should|i(?:['’]ll| will)|so i|the user|in"
    rf" {LANGUAGE}\b[^\n]{{0,40}}\btranslat\w+)\b)"
    rf"|(?:the )?(?:final|whole|full|complete) translation (?:should|would|could|might|will|is) be\b"
    r"|we (?:need|have|are asked|must) to (?:translate|output|produce"
    rf"|provide)\b(?=[^\n]{{0,80}}\b(?:{LANGUAGE}|{TEXT}|translation)\b))"
)
_THOUGHT = re.compile(rf"{_OPENER}{_TASK}[^\n]{{0,400}}", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:(?:thinking|thought|reasoning|translation|my) process|(?:internal )?(?:chain[- ]of[- ]thought"
    r"|monologue)|thought for (?:\d+|a few|a couple of) seconds?|step[- ]by[- ]step (?:translation"
    r"|reasoning|thinking)|(?:let me |let['’]s )?think(?:ing)? step by step|"
    r"analysis of the (?:source|original)(?: text)?|translation (?:strategy|thoughts|steps|analysis|notes"
    r" and reasoning))\*{0,2}\s?(?:[:.…]\*{0,2}|\.{3})?$",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"(?:嗯|好的?|首先|好吧|那么|现在|我们?)?[，,]?(?:(?:我现在|我)?(?:需要|要|得|来)(?:先)?(?:处理|翻译|看看|分析)(?:用户|这|一下|以下)|用户(?:要求"
    r"|让我|希望|想要|需要|提供|发来|给))[^\n]{0,400}"
)
_HEADS = words(
    "okay ok alright all hmm wait so now well first next actually let right got good then also but and finally "
    "looking the this i we final whole full complete thinking thought reasoning translation my internal chain "
    "step analysis 嗯 好 首 那 现 我 用"
)

#: One of these stands in every thought.
_CLUES = (
    "ranslat",
    "user",
    "entence",
    "aragraph",
    "hrase",
    "text",
    "ource",
    "rompt",
    "assage",
    "hink",
    "hought",
    "eason",
    "monologue",
    "用户",
    "我",
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every tag, every line of thought."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if any(mark in text for mark in "<◁[&") and not _ABOUT.search(text):
            for tag in _TAG.finditer(text):
                if not _SQUARE.match(tag.group()) and text[tag.start() - 1 : tag.start()] != "`":
                    message = f"“{tag.group()}” marks a model's thinking."
                    yield Match(paragraph.index, *tag.span(), message, category="design/markup")
    known = wording("reasoning")
    for _, line in beginning(document, heads("reasoning", _HEADS)):
        text = line.text
        found = bool(known.match(text.lstrip("[("))) and not _spoken(text)
        if not found and any(clue in text for clue in _CLUES):
            thought = _THOUGHT.match(text) and not _spoken(text)
            found = bool(_HEADING.match(text) or _CHINESE.match(text) or thought)
        if found:
            yield Match(
                line.segment, line.start, line.end, "A model thinks aloud here; it is no part of the story.", ("",)
            )


def _spoken(text: str) -> bool:
    """Whether someone is named as speaking: I need to check the text, the mayor said."""
    return bool(
        re.search(
            r",[”\"]? (?!(?:the )?(?:original|source|text|sentence|user)\b)"
            r"(?:the |an? )?[\w ]{1,40} (?:said|says|told|added|wrote)\b|\b(?:said|says)[.]$",
            text,
        )
    )
