"""An assistant declines: `I'm sorry, but I can't translate this content`.

Why it happens: a language model would not or could not do what it was asked; its answer was stored as the
translation.

How it is found: a line that begins with an excuse and `cannot`, `unable` or `won't`, and names what only an assistant
or translator speaks of (the request, the translation, this content, to assist); the same in the commonest languages
by their fixed wordings. Critical where the story holds nothing else, major where it stands among other text.

What it leaves alone: quotations, dialogue in which someone cannot help, stories about chatbots that quote them. It
runs on every target language: an assistant speaks that of its user.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._english import TEXT
from mtqa_rules.artefacts._lines import beginning, is_whole, words
from mtqa_rules.artefacts._wording import heads, wording

rule = Rule(
    category="accuracy/omission",
    severity="major",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

BAD = [
    "[[I'm sorry, but I can't translate this content.]]",
    "[[I apologize, but I am unable to fulfill this request as it goes against my guidelines.]]",
    "[[I cannot assist with that request.]]",
    "[[Unfortunately, I am not able to translate this article because it is protected by copyright.]]",
    "The bridge was closed on Monday.\n\n[[Sorry, I can't help with that.]]\n\nIt opens in May.",
    "[[I can’t engage with this content.]]",
    "[[This request may violate our content policy.]]",
    "[[I must decline to translate this text.]]",
    "[[This text contains personal information, so I can't translate it.]]",
    "[[The response was filtered due to the prompt triggering the content management policy.]]",
    "[[Sorry, that's beyond my current scope.]]",
    "The bridge was closed on Monday.\n\n[[I'm sorry, I can't continue with this translation.]]",
    "[[Unfortunately, I don't have enough context to translate this sentence.]]",
    "[[The content you have asked for was blocked by the safety filter.]]",
    "[[抱歉，我无法翻译该内容。]]",
    "[[申し訳ありませんが、そのリクエストにはお応えできません。]]",
    "[[Lo siento, pero no puedo ayudar con esa solicitud.]]",
    Example("[[Tut mir leid, aber ich kann diesen Text nicht übersetzen.]]", language="de"),
]
GOOD = [
    "“I'm sorry, but I can't translate this,” the interpreter said.",
    "The chatbot answered: “I’m sorry, but I can’t assist with that request.”",
    "I'm sorry, but I can't stand the noise of the bridge, and I cannot sleep.",
    "I cannot help thinking that the bridge is a mistake.",
    "Sorry, I can't come on Monday, the bridge is closed.",
    "Unfortunately, I am not able to travel because the bridge is closed.",
    "The court said it could not fulfil the request.",
    "I'm sorry, we cannot refund the ticket, but you can change it.",
    "I cannot translate what I felt into words, but I shall try.",
    "Agent: I am sorry, I cannot find your order. Could you give me its number?",
]

_SORRY = (
    r"(?:(?:i(?:['’]m| am) (?:really |very |so |truly )?sorry|sorry|my apologies|apologies|i (?:do"
    r" )?(?:deeply |sincerely )?apologi[sz]e(?: for [^\n,.]{0,40})?|"
    r"unfortunately|i(?:['’]m| am) afraid|regrettably|i understand [^\n.,]{0,60}|i appreciate"
    r" [^\n.,]{0,60}|thank you for [^\n.,]{0,60})[,.;:]?\s(?:but |however,? )?(?:that )?)"
)
_CANNOT = (
    r"(?:i (?:can['’]?t|cannot|can not|won['’]t|will not|must decline to|am unable to|am not able to|am"
    r" not allowed to|am not permitted to|"
    r"won['’]t be able to|will not be able to|do not feel comfortable|don['’]t feel comfortable|have to"
    r" decline to|must refuse to|decline to|refuse to|could not|couldn['’]t|was unable to|(?:do not"
    r"|don['’]t) have (?:enough|sufficient) (?:\w+ )?(?:context|information) to)"
    r"|i['’]m (?:unable to|not able to|not allowed to|not comfortable|not going to)|as an ai[^\n,.]{0,40}?,?"
    r" i (?:can['’]?t|cannot|am unable to))"
)
_THIS = r"(?:this|that|the|your|such|these|those|any)"
_TASK = (
    r"(?:(?:\w+ly )?(?:translat\w+|provide (?:a |an |the |you with )?(?:\w+ )?(?:translation|version"
    r"|summary)|(?:summari[sz]e|rewrite|process|access|open|read|view|complete|finish|create|generate|"
    rf"produce|share|reproduce|output|display|discuss|continue|work with|see|write) (?:{_THIS} |explicit "
    rf"|harmful |copyrighted )(?:\w+ ){{0,3}}(?:{TEXT}|request|translation|image|link|url|material|task"
    r"|prompt|topic|information)"
    rf"|(?:continue|proceed|go on|carry on) with {_THIS} (?:\w+ ){{0,2}}(?:translation|request|task|{TEXT})"
    rf"|(?:help|assist)(?: you)? (?:with|in) (?:{_THIS}(?: (?:\w+ ){{0,2}}(?:request|translation|task|topic"
    rf"|{TEXT}))?(?=[.,!]| as| because| since|$)|translat\w+)"
    rf"|(?:fulfil+|comply with|respond to|answer|honou?r|accommodate|carry out) {_THIS} (?:\w+"
    rf" ){{0,2}}(?:request|prompt|instruction|question)s?"
    rf"|(?:engage with|provide assistance with) {_THIS}"
    rf"|provide (?:this|that|the|your|such|explicit|a response|content|assistance)\b(?: (?:\w+ ){{0,2}}(?:content"
    r"|information|text|material|type|kind|to (?:this|that)))?)"
    r"|(?:with )?translating)"
)
_REFUSAL = re.compile(
    rf"(?:{_SORRY})?{_CANNOT} (?:currently |directly |fully |help (?:to )?|assist in )?{_TASK}\b[^\n]{{0,300}}",
    re.IGNORECASE,
)
#: I cannot translate what I felt: without an excuse the text must be named.
_LOOSE = re.compile(
    r"i (?:cannot|can['’]?t|could not|couldn['’]t|won['’]t|will not) translate(?! (?:this|the|your|that"
    r"|it\b|any|content))",
    re.IGNORECASE,
)
_POLICY = re.compile(
    r"(?:this|your|the) (?:content|request|text|prompt|input|message|translation|response)s? (?:\w+"
    r" ){0,6}?(?:violat\w+|blocked|flagged|filtered|"
    r"(?:goes|go) against|not (?:comply|allowed|permitted)|against) [^\n]{0,100}?\b(?:polic(?:y|ies)"
    r"|guidelines?|safety|filters?|terms|moderation)\b[^\n]{0,200}"
    r"|i (?:must|have to|need to) (?:respectfully )?(?:decline|refuse)\b[^\n]{0,60}\b(?:translat\w+"
    r"|request|content|text)\b[^\n]{0,200}"
    r"|(?:it|this) (?:goes against|violates|is against) my (?:guidelines|policies|programming|principles)[^\n]{0,200}"
    r"|(?:let['’]s|can we) (?:talk about something else|change the topic)[.!?]$",
    re.IGNORECASE,
)
_HEADS = words("i sorry my apologies unfortunately regret thank this your the it let can as")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the line from the excuse on."""
    known = wording("refusal")
    for _, line in beginning(document, heads("refusal", _HEADS)):
        text = line.text
        found = bool(known.match(text))
        if not found:
            found = bool((_REFUSAL.match(text) and not _LOOSE.match(text)) or _POLICY.match(text))
        if found:
            whole = is_whole(document, line)
            message = "An assistant declines here: the story is missing." if whole else "An assistant declines here."
            yield Match(line.segment, line.start, line.end, message, severity="critical" if whole else "major")
