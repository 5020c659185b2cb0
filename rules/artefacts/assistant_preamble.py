"""An assistant's opening stands before the text: `Sure, here is the translation:`.

Why it happens: a language model answers whoever asked, and what it says to them is taken over with the translation.

How it is found: a line that hands over a translation or version of *the text*, *the article*, *your* words: after an
opening such as `Sure` or `Certainly` anywhere, without one at the head of the story and with a colon, or where it
says `you`; a line that says `I have translated the text`; the same in the commonest languages by their fixed
wordings.

What it leaves alone: a reporter who hands over a translation of a letter, speech or poem, quotations, a colon before
a list. It runs on every target language: an assistant speaks that of its user.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._english import LANGUAGE, OF_TEXT, OPENER, TEXT
from mtqa_rules.artefacts._lines import beginning, clause_end, words
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
    "[[Certainly! Here's the translated article:]]" + _STORY,
    "[[Here is the English translation of your text:]]" + _STORY,
    "[[Here's a natural-sounding English translation:]] The bridge was closed on Monday.",
    "[[Below is the translation of the provided passage, with the tags kept:]]" + _STORY,
    "**[[Of course! Below is the English version of the article.**]]" + _STORY,
    "[[I have translated the text into English, keeping the original formatting.]]" + _STORY,
    "The bridge was closed on Monday.\n\n[[Sure, here is the translation of the second paragraph:]]\n\nIt"
    " opens in May.",
    "[[The translation is as follows:]]" + _STORY,
    "[[I'd be happy to help you translate this article.]]" + _STORY,
    "[[Here is a polished version of the article:]]" + _STORY,
    "[[The text translates to:]]" + _STORY,
    "[[This sentence can be translated as follows:]]" + _STORY,
    "[[Great question! In English, this would be:]]" + _STORY,
    "[[Sure! This is how it reads in English:]]" + _STORY,
    "[[Alright, here goes:]]" + _STORY,
    "[[A possible translation is:]] The bridge was closed on Monday.",
    "[[Translated from Korean:]]" + _STORY,
    "[[Here is the text translated into English, with all links:]]" + _STORY,
    "[[Got it! Translated text:]]" + _STORY,
    "The bridge was closed on Monday.\n\n[[I've kept the proper nouns in their original form.]]",
    "[[以下是这篇文章的英文翻译：]]" + _STORY,
    "[[Voici la traduction en anglais :]]" + _STORY,
    "[[Вот перевод статьи на английский язык:]]" + _STORY,
    Example("[[Natürlich! Hier ist der Text:]]\n\nDie Brücke wurde am Montag gesperrt.", language="de"),
]
GOOD = [
    "Translated from the Korean by Anna Reed" + _STORY,
    "The translation is ready, and the book is out in May." + _STORY,
    "A possible translation of the name is “old bridge”." + _STORY,
    "Here is the full translation of the letter, which the ministry sent out on Monday:" + _STORY,
    "Here is the story of a bridge that nobody wanted." + _STORY,
    "“Sure, here is the translation of the article,” the chatbot answered." + _STORY,
    "Below is a list of the streets that are closed:\n\nHigh Street\n\nMill Lane",
    "Sure, the bridge is old. Here is why it matters: it is the only one." + _STORY,
    "Certainly the translation of the Bible changed English." + _STORY,
    "The translation of the poem is by Anna Reed and reads well." + _STORY,
    "Here is what we know about the translation of the book so far:" + _STORY,
    "He read from the Quran.\n\nThe translation is as follows: God is great.",
    "I have translated novels for thirty years, and I love the work." + _STORY,
    "Of course, here in the north the English version of the song is better known." + _STORY,
    "Below is an edited version of the interview:" + _STORY,
    "Thanks, Tom. Here is the weather:" + _STORY,
    "In English, the word has two meanings." + _STORY,
]

_HAND = (
    r"(?:here(?:['’]s| is| are| you (?:go|are)[:,.!]?)|here, you(?:['’]ll| will) find|below(?: is| are|,?"
    r" you(?:['’]ll| will| can)? find)|"
    r"(?:the )?following (?:is|are)|this is|please find(?: below)?|find below|i(?:['’]ve| have)"
    r" (?:provided|prepared|included))"
)
_ADJECTIVES = r"(?:[\w'’-]{1,20},? ){0,6}?"
#: A translation as such, or of the text given.
_DONE = (
    r"(?:translations?|translated (?:\w+ )?(?:version|"
    + TEXT
    + r")|(?:re-?written|revised|polished|improved|proofread|paraphrased|"
    r"corrected|edited|reworded|simplified|locali[sz]ed|requested|cleaned-up|refined"
    r"|rephrased)(?: and [\w-]+)? (?:version|translation|draft|" + TEXT + r")|"
    r"(?:"
    + LANGUAGE
    + r"|translated|natural|fluent|literal) (?:version|rendering|text)|"
    + TEXT
    + r",? (?:in|(?:\w+ )?translated (?:in)?to(?: \w+)?) "
    + LANGUAGE
    + r"|"
    r"(?:summary|version|rewrite|rendering)(?=" + OF_TEXT + r"))"
)
_AIM = rf"(?: (?:in|to|into|from) (?:[\w-]{{1,20}} )?{LANGUAGE}(?: (?:to|into) {LANGUAGE})?)?"
_REST = (
    rf"(?:{OF_TEXT})?{_AIM}(?: (?:you|as requested|below|provided|given|above)\b[^\n:]{{0,60}})?(?:,?"
    r" (?:with|keeping|preserving|while|following|maintaining|in|based on|without|formatted|as|using"
    rf"|that)\b[^\n:]{{0,100}})?"
)
_OPENED = re.compile(rf"{OPENER}{_HAND} {_ADJECTIVES}{_DONE}[^\n:]{{0,160}}(?::|$|[.!](?=\s|$))", re.IGNORECASE)
_BARE = re.compile(rf"{_HAND} {_ADJECTIVES}{_DONE}{_REST}\*{{0,2}}\s?(?::|[.!]?$)", re.IGNORECASE)
_TO_YOU = re.compile(
    rf"{_HAND} {_ADJECTIVES}{_DONE}[^\n:.]{{0,60}}\b(?:you (?:provided|requested|asked|sent|shared|gave)|your {TEXT}|"
    rf"the (?:provided|given) {TEXT}|as requested)[^\n:]{{0,100}}(?::|$|[.!](?=\s|$))",
    re.IGNORECASE,
)
_SELF = re.compile(
    rf"(?:{OPENER})?(?:"
    r"i(?:['’]ve| have|['’]ll| will|['’]m going to)?(?: now| just| carefully)? translate[d]? (?:the|your"
    rf"|this|that) (?:\w+[ -]){{0,3}}{TEXT}\b(?! (?:by|about))"
    r"|i(?:['’]d| would) be (?:happy|glad|delighted) to (?:help(?: you)?(?: with)? )?(?:translat|(?:your"
    r"|the|this) translation)"
    rf"|i can (?:certainly )?help (?:you )?(?:with (?:that|this|your) translation|translate)"
    r"|i(?: have|['’]ve) (?:kept|preserved|maintained|retained|adapted|left) (?:the|all|any) (?:\w+ ){0,2}(?:formatting"
    r"|structure|tone|tags|placeholders|html|markdown|(?:proper )?(?:names|nouns)|idioms|terminology|terms)\b"
    rf"|as requested,? (?:here|i have|below|the translat)"
    rf"|based on (?:the|your) {TEXT} (?:you )?provided"
    rf")[^\n:]{{0,160}}(?::|$|(?<=[.!])(?=\s|$))",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"(?:{OPENER})?(?:(?:the |my )?(?:{LANGUAGE} )?(?:translation|translated (?:{TEXT}|version)|version)"
    rf"(?:{OF_TEXT})?{_AIM} (?:is as follows|is below|follows|reads|would be"
    r"|is (?:given|provided|shown) below|is)\s?(?::|$)"
    rf"|(?:the|this|your) {TEXT} (?:you provided )?(?:translates|can be translated|is translated|would be"
    rf" translated) (?:(?:in)?to(?: {LANGUAGE})?(?: as)?(?: follows)?|as(?: follows)?)\s?:"
    rf"|(?:translated|translating) (?:in)?to {LANGUAGE}(?:,? (?:the|this) {TEXT} (?:reads|says|is))?\s?:"
    rf"|in {LANGUAGE},? (?:this|the {TEXT}|it) (?:would be|is|reads|means|says|translates to)\s?:"
    rf"|(?:this is )?how (?:this|it|the {TEXT}) (?:reads|looks|sounds|would (?:read|look|sound)) in {LANGUAGE}\s?:"
    rf"|(?:the )?translated (?:{TEXT}|version)(?: is| follows)?(?: given| provided| shown)? below\s?(?:[.:]|$)"
    r"|here (?:you (?:go|are)|it is|goes)\s?[:!]$"
    rf"|an? (?:\w+ )?(?:possible|natural|literal|good|better|suitable) translation(?:{OF_TEXT})?{_AIM} (?:is"
    rf"|would be)(?: as follows)?\s?:"
    rf"|translated from {LANGUAGE}(?: (?:in)?to {LANGUAGE})?\s?:)",
    re.IGNORECASE,
)
#: What an English line can begin with to be one of these.
_HEADS = words(
    "sure certainly of absolutely definitely ok alright all great perfect no got understood gladly with hello how a an"
    " translated "
    "hi thank yes my happy glad i here below the following this please find as based translat in english your"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the assistant's words as far as they go."""
    known = wording("preamble")
    for _, line in beginning(document, heads("preamble", _HEADS)):
        text = line.text
        found = known.match(text)
        if not found:
            found = _OPENED.match(text) or _TO_YOU.match(text) or _SELF.match(text)
            if not found and line.first:
                found = _BARE.match(text) or _STATED.match(text)
        if found:
            end = line.start + clause_end(text, len(found.group().rstrip()))
            message = "This is what an assistant says to its user, not part of the story."
            yield Match(line.segment, line.start, end, message, ("",))
