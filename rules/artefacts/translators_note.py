"""A note on the translation, or that a machine has made it, was left: `Note: The original text contains a pun`.

Why it happens: a language model explains what it did; translation services sign their work.

How it is found: a line or bracket that begins with `Translator's note`, `TN` or `Translation notes`; a `Note` that says
`I` or speaks of the translation, the original or the source text; a line that says a machine translated this; the
signatures of translation services; the same in the commonest languages by their fixed wordings.

What it leaves alone: an editor's note, notes on anything else, credits that name a translator, a newspaper's word that
an editor has checked the translation, stories about translation. It runs on every target language: a note is in that of
whoever asked.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._code import is_technical
from mtqa_rules.artefacts._english import TEXT
from mtqa_rules.artefacts._lines import beginning, holds, words
from mtqa_rules.artefacts._wording import heads, wording

rule = Rule(
    category="accuracy/addition",
    severity="minor",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

_STORY = "The bridge was closed on Monday.\n\n"
BAD = [
    _STORY + "[[Translator's note: the word means both bridge and nose.]]",
    _STORY + "[[(Note: The original text contains a pun that cannot be rendered in English.)]]",
    _STORY + "[[Note: I have kept the names of the streets in Chinese.]]",
    _STORY + "[[TN: a mu is about 667 square metres.]]",
    _STORY + "[[This article was automatically translated by AI and may contain errors.]]",
    _STORY + "[[Translated with DeepL.com (free version)]]",
    _STORY + "[[Please note that this is a machine translation.]]",
    _STORY + "[[Note: Some terms were left untranslated because they are proper names.]]",
    _STORY + "[[译者注：此处为双关语。]]",
    _STORY + "[[Translation Notes:]]\n\nIt opens in May.",
    "The bridge [[(translator's note: of 1881)]] was closed on Monday.",
    _STORY + "[[I changed the order of the sentences to make them more natural in English.]]",
    _STORY + "[[In this translation, I used “mu” for the Chinese unit.]]",
    _STORY + "[[“Mu” has been translated as acre.]]",
    _STORY + "[[End of translation.]]",
    "The “mu” [[(T/N: about 667 square metres)]] was sold.",
    _STORY + "[[The word “puente” in the source text can mean both; I chose the former.]]",
    "The bridge [[(unclear in the source)]] was closed on Monday.",
]
GOOD = [
    _STORY + "Editor's note: This story was updated on Tuesday with a comment from the council.",
    _STORY + "Note: The bridge is closed to lorries.",
    _STORY + "This article was translated from Spanish by Anna Reed.",
    _STORY + "This article was translated with the help of AI and checked by an editor.",
    _STORY + "Note to readers: our office moves in May.",
    _STORY + "Translation is hard, and notes of the translator fill half the book.",
    _STORY + "Note: Serves four. Keep the original jar.",
    _STORY + "Please note that the translation prize goes to a novel from Iceland.",
    _STORY + "The book has a translator's note at its end.",
    _STORY + "The machine translation was read out in court.",
]

_OPEN = r"[(\[（【*]{0,3}"
_EXPLICIT = re.compile(
    rf"{_OPEN}(?:(?:translator|translation|translators)(?:['’]s?)? ?(?:notes?|comments?"
    rf"|remarks?)\*{{0,2}}\s?(?:[:：–—-]|$)|notes? (?:from|by|of) the translator|notes? on (?:the"
    rf" )?translation\*{{0,2}}\s?(?:[:：]|$)|(?:T/?N|T\.N\.|Tr\.? ?note)\s?:\s)",
    re.IGNORECASE,
)
_TN = re.compile(r"[(\[（【*]{0,3}t/?n\s?:")
_NOTE = re.compile(
    rf"{_OPEN}(?:note|please note(?: that)?|disclaimer|explanation|comment|remarks?|caveat|translation"
    rf" note)s?\*{{0,2}}\s?[:：,]?\*{{0,2}}\s(?:that )?(?="
    r"(?:i (?:have|['’]ve|kept|left|used|translated|chose|assumed|did|am)\b|i['’]ve\b|(?:the|this|my|some"
    r"|your|in this|in the|for this) (?:\w+ )?(?:translation|translated|(?:original|source|chinese"
    rf"|japanese|korean|russian|german|french|spanish|arabic) (?:{TEXT}|text|phrase|term|word|title"
    r"|contains)|original|terms?|phrases?|placeholders?|tags|formatting"
    rf"|html)\b[^\n]{{0,120}}\b(?:translat\w+|original|source|preserv\w+|maintain\w*|kept|render\w*"
    r"|untranslated|literal\w*|mean\w*|contain\w*|refer\w*|unclear|incomplete|appears|ambiguous)\b"
    r"|this is (?:a|an) (?:\w+ )?(?:translation|machine translation|automatic translation|ai translation)"
    rf"|(?:proper )?names (?:have been|were|are) (?:left|kept|not translated)|the {TEXT} (?:you"
    r" )?provided))",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"[(\[（【*]{0,3}(?:(?:disclaimer|note|please note|notice|important)[:,]? (?:that )?)?(?:(?:this|the(?:"
    r" above| following)?) (?:article|text|story|page|content|translation|version|document|report|post"
    r"|news)(?: above| below)? (?:was|has been|is|were|have been)(?: \w+ly)? (?:(?:automatically "
    r"|machine[- ]|auto[- ]?|ai[- ])?(?:translated|generated|produced|created)) ?(?:automatically |by"
    r" machine |by|using|with)?[^\n.]{0,30}\b(?:ai|artificial intelligence|machine|automatic(?:ally)?"
    r"|deepl|google|chatgpt|gpt(?:-\w+)?|llm|language model|automated|software)\b|(?:this|the above|the"
    r" following) (?:article|text|story|page|content|version)? ?(?:is|was|has been) (?:a machine"
    r" translation|an? (?:automatic|automated|ai) translation|(?:machine|automatically|auto|ai)[-"
    r" ]translated)"
    r"|(?:machine|automatic(?:ally)?|auto|ai)[- ]?(?:translated|translation|generated)(?: (?:by|with|from"
    r"|using)\b[^\n]{0,60}|\s?[.)\]]?$)|(?:translated|translation|powered"
    r"|generated) (?:from (?:the )?[A-Z][a-z]{2,20} )?(?:with|by|using|via)"
    r" (?:www\.)?(?:deepl|google(?: translate)?|chatgpt|gpt|ai\b|microsoft translator|bing|yandex|baidu"
    r"|systran|claude|gemini|openai|argos|papago|libretranslate)[^\n]{0,60}"
    r"|subtitles by (?:the )?amara\.org community|(?:as|since) this is (?:a|an) (?:machine|automatic|ai)"
    r" translation)[^\n]{0,200}",
    re.IGNORECASE,
)
_CHECKED = re.compile(
    r"\b(?:edited|reviewed|checked|verified|proofread|revised|approved) by\b|\bhuman\b|\beditors?\b", re.IGNORECASE
)
_MESSAGE = "A note on the translation, not part of the story."
_INSIDE = re.compile(
    r"[(\[（【](?:(?:translator|translation)(?:['’]s?)? notes?|T/?N|TL note)\s?[:：][^)\]）】\n]{0,200}[)\]）】]"
    r"|[\[(](?:unclear|illegible|ambiguous|untranslatable|missing) in (?:the )?(?:source|original)"
    r"(?: text)?[\])]",
    re.IGNORECASE,
)
#: A note in brackets too.
_HEADS = frozenset(("(", "[", "（", "【", "“", '"')) | words(
    "note notes please disclaimer explanation comment comments remark remarks caveat translation"
    " translator translators translated "
    "t/n tn t.n tr this the important notice machine auto ai powered generated"
    " subtitles as since"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the note."""
    known = wording("note")
    noted: set[int] = set()
    for _, line in beginning(document, heads("note", _HEADS)):
        text = line.text
        plain = text.lstrip("([（【*")
        found = known.match(plain)
        whole = bool(found) and not (text.islower() or is_technical(document))
        if not found:
            whole = bool(
                (_EXPLICIT.match(text) and not _TN.match(text))
                or _NOTE.match(text)
                or (_MACHINE.match(text) and not _CHECKED.search(text))
            )
        if whole:
            noted.add(line.segment)
            yield Match(line.segment, line.start, line.end, _MESSAGE, ("",))
    if holds(
        document,
        "",
        ("translator", "translator's", "translator’s", "translation", "tn", "t/n", "t", "tl", "source", "original"),
    ):
        for paragraph in document.analysis.paragraphs:
            if paragraph.index not in noted:
                for inner in _INSIDE.finditer(paragraph.text):
                    yield Match(paragraph.index, *inner.span(), _MESSAGE, ("",))
