"""An assistant asks for the text: `Please provide the text you would like me to translate`.

Why it happens: an empty or cut input was sent to a language model, which asks for it; or the prompt came without its
text.

How it is found: a line that asks *you* to provide, share or paste the text or article, says that none was provided,
or is ready to translate; the same in the commonest languages by their fixed wordings. Critical where the story holds
nothing else, major where it stands among other text.

What it leaves alone: quotations, forms and calls for papers (`Please provide the text of your talk by May`),
dialogue. It runs on every target language: an assistant speaks that of its user.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._english import LANGUAGE, OPENER, TEXT
from mtqa_rules.artefacts._lines import beginning, is_whole, lines, words
from mtqa_rules.artefacts._wording import heads, wording

rule = Rule(
    category="accuracy/omission",
    severity="major",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

BAD = [
    "[[Please provide the text you would like me to translate.]]",
    "[[It seems that you haven't included any article. Could you share it?]]",
    "[[Sure! Please paste the article you'd like translated into English.]]",
    "[[I'm ready to translate. What would you like me to work on?]]",
    "The bridge was closed on Monday.\n\n[[It looks like the text is empty. Please send it again.]]\n\nIt"
    " opens in May.",
    "[[There is no text to translate.]]",
    "[[You've sent an empty message.]]",
    "[[I'm ready. Please send the article.]]",
    "[[There is nothing to translate here.]]",
    "[[The provided text is already in English, so no translation is needed.]]",
    "[[Hello! How can I assist you today?]]",
    "[[I don't see any text in your message.]]",
    "[[请提供您需要翻译的文本。]]",
    "[[Veuillez fournir le texte que vous souhaitez traduire.]]",
    Example("[[Bitte geben Sie den Text ein, den ich übersetzen soll.]]", language="de"),
]
GOOD = [
    "“Please provide the text you want to translate,” the machine said.",
    "Please provide the text of your talk by the end of May.",
    "It seems that nobody has asked the people who live by the bridge.",
    "It looks like the article was written in a hurry, the judge said.",
    "I'm ready to go to Paris and to translate for the team.",
    "Could you share the story of the bridge with us? Write to us by Friday.",
    "There is no text on the bridge, only a sign.",
    "You have not provided proof, the court told him.",
    "Hello! How can I help you today?\n\nI want to return a coat.\n\nOf course. What is wrong with it?",
    "Please provide your name and address.",
]

_NONE = rf"(?:any |the |a |an )?(?:\w+ )?(?:{TEXT}|text|message|translation|attachment)"
_PROVIDE = r"(?:provide|share|paste|send|enter|supply|give|submit|upload|include|type)"
_ASK = (
    r"(?:please |kindly |could you (?:please )?|can you (?:please )?|would you (?:please )?|just |i need"
    rf" you to |feel free to |simply |go ahead and ){{1,4}}{_PROVIDE}(?: me)?(?: with)?(?: the| your| an?)?"
    rf" (?:[\w-]+ ){{0,4}}?(?:{TEXT})\b"
    rf"(?=[^\n]{{0,100}}\b(?:translat\w+|you(?:['’]d| would) like|for me|me to|i(?:['’]ll| will| can)|so"
    r" (?:that )?i)\b)"
)
_MISSING = (
    r"(?:it (?:seems|looks|appears)(?: like| that| as (?:if|though))?,? (?:that )?|i (?:notice|see) that "
    r"|i(?:['’]m| am) sorry,? (?:but )?(?:it (?:seems|looks|appears)(?: like| that)?,? )?)?"
    r"(?:you (?:have not|haven['’]t|did not|didn['’]t|forgot to|have not yet|haven['’]t yet)(?: actually)?"
    rf" (?:{_PROVIDE}d?|provide|provided|sent|pasted|shared|given|specified|included|entered|uploaded"
    rf"|submitted)(?: me with)? {_NONE}"
    rf"|(?:the|your|this) (?:(?:provided|given|input|source|original) )?(?:{TEXT}|message|request"
    rf"|prompt)(?: you (?:provided|sent|shared|pasted|entered))?(?:"
    r" to translate| to be translated)? (?:is|was|appears to be|seems to be|appears|seems|might be|may be)"
    r" (?:empty|blank|missing|incomplete|cut off|truncated|not (?:included|provided|visible|attached)"
    rf"|already in {LANGUAGE})"
    rf"|(?:there is|there['’]s|there was|there are|i see|i have received|i received) no {_NONE}(?: (?:to"
    r" translate|provided|included|attached|in your (?:message|request)|for me to translate|given|here"
    r"|that needs))"
    rf"|there (?:isn['’]t|is not|wasn['’]t) (?:any )?{_NONE} (?:to translate|provided|included|attached|in your|for me)"
    rf"|(?:no|without) (?:\w+ )?(?:{TEXT}|text) (?:was |has been |is |to translate )?(?:provided|given"
    r"|supplied|included|found|available|to translate)"
    rf"|i (?:do not|don['’]t|can['’]t|cannot) see (?:any|the|a) (?:\w+ )?(?:{TEXT}|text|attachment"
    rf"|message)\b(?=[^\n]{{0,80}}\b(?:you|your|translat\w+|provid\w+)\b)"
    r"|i (?:did not|didn['’]t|have not|haven['’]t) (?:receive|received|find) (?:any|the|a) (?:\w+"
    rf" )?(?:{TEXT}|text)(?= (?:to translate|from you|in your))"
    rf"|i need (?:the|more|additional|some) (?:\w+ )?(?:{TEXT}|text|context)(?= (?:to (?:translate|provide)"
    r"|you|in order)|[.!]))"
)
_READY = (
    r"(?:i(?:['’]m| am) (?:now )?(?:ready|here) to (?:translate|help(?: you)? (?:with (?:your |the"
    r" )?)?translat\w+|assist(?: you)? with (?:your |the )?translat\w+)\b(?![^\n]{0,40}\bfor\b)"
    rf"|what (?:{TEXT} )?would you like (?:me )?to (?:be )?translate[d]?|which {TEXT} (?:would you like"
    r"|should i|do you want)"
    rf"|i(?:['’]d| would) be (?:happy|glad) to (?:help|translate|assist)[^\n.!]{{0,60}}[.!,;] (?:but "
    r"|however,? )?(?:please|could you|can you|i need|you|it)"
    r"|(?:once|after|as soon as|when) you (?:provide|share|send|paste)(?: me)?(?: with)? (?:the|your"
    rf"|it)[^\n]{{0,60}}\bi(?:['’]ll| will| can)\b"
    r"|(?:i(?:['’]ll| will)|let me) (?:wait|be waiting) for (?:the|your) (?:text|article|input)[^\n.]{0,40}[.!])"
)
_SORRY = (
    r"(?:(?:i(?:['’]m| am) sorry|sorry|i apologi[sz]e|apologies|unfortunately)[,.]? (?:but )?(?:for (?:the"
    r"|any) [^\n,.]{0,30}[,.] ?(?:but )?)?)"
)
_ASKING = re.compile(rf"(?:{OPENER})?(?:{_SORRY})?(?:{_ASK}|{_MISSING}|{_READY})[^\n]{{0,400}}", re.IGNORECASE)
#: What a service says before anything was asked.
_GREETING = re.compile(
    r"(?:hello|hi|hey|greetings|welcome)?(?: there)?[!,.]? ?(?:how (?:can|may) i (?:help|assist) you(?:"
    r" today)?|what can i (?:do|help) (?:for )?you(?: with)?(?: today)?)\s?[?!.]",
    re.IGNORECASE,
)
_HEADS = words(
    "please kindly could can would just feel simply go it you the your there no without i what which once "
    "after as when let sorry apologies unfortunately sure certainly of absolutely definitely ok alright all "
    "great perfect got understood gladly hello hi hey greetings welcome how thank yes my happy glad"
)

#: One of these stands in every such request.
_CLUES = ("you", "ranslat", "text", "rovide", " me ", "message", "request", "input", "found", "content")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the line."""
    known = wording("asks")
    all_lines = lines(document)
    for _, line in beginning(document, heads("asks", _HEADS)):
        text = line.text
        found = bool(known.match(text))
        if not found and any(clue in text for clue in _CLUES):
            found = bool(_ASKING.match(text)) or (len(all_lines) == 1 and bool(_GREETING.fullmatch(text)))
        if found:
            whole = is_whole(document, line)
            message = "An assistant asks for the text here" + (": the story is missing." if whole else ".")
            yield Match(line.segment, line.start, line.end, message, severity="critical" if whole else "major")
