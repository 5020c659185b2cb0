"""An assistant declines: `I'm sorry, but I can't translate this content`.

Why it happens: a language model would not or could not do what it was asked; its answer was stored as the
translation.

How it is found: a line that begins with an excuse and `cannot`, `unable` or `won't`, and names what only an assistant
or translator speaks of (the request, the translation, this content, to assist); the same in the commonest languages
by their fixed wordings. Critical where the story holds nothing else, major where it stands among other text.

What it leaves alone: quotations, dialogue in which someone cannot help, stories about chatbots that quote them. It
runs on every target language: an assistant speaks that of its user.

Not met in the measured texts: none of their engines declines.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import lines_said

rule = Rule(category="accuracy/omission", severity="major", languages=(), since="0.3", among=(told, "refusal"))

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


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the line from the excuse on."""
    for said in lines_said(document, "refusal"):
        yield said.instead("An assistant declines here")
