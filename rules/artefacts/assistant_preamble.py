"""An assistant's opening stands before the text: `Sure, here is the translation:`.

Why it happens: a language model answers whoever asked, and what it says to them is taken over with the translation.

How it is found: a line that hands over a translation or version of *the text*, *the article*, *your* words: after an
opening such as `Sure` or `Certainly` anywhere, without one at the head of the story and with a colon, or where it
says `you`; a line that says `I have translated the text`; the same in the commonest languages by their fixed
wordings.

What it leaves alone: a reporter who hands over a translation of a letter, speech or poem, quotations, a colon before
a list. It runs on every target language: an assistant speaks that of its user.

Not met in the measured texts: none of their engines speaks to its user.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import lines_said

rule = Rule(
    category="accuracy/addition", severity="major", languages=(), since="0.3", among=(told, "assistant-preamble")
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

_CLAUSE = regex(r"[^.!?:。！？：।؟\n]{0,160}[.!?:。！？：।؟]{1,3}")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the assistant's words as far as they go."""
    for said in lines_said(document, "assistant-preamble"):
        end = said.end
        target = document.segments[said.line.segment].target
        if target[end - 1] not in ".!?:。！？：।؟" and (clause := _CLAUSE.match(target, end)):
            end = clause.end()
        message = "This is what an assistant says to its user, not part of the story."
        yield Match(said.line.segment, said.start, end, message, ("",))
