"""An assistant's closing words stand behind the text: `Let me know if you would like me to adjust the tone`.

Why it happens: a language model offers more help when it has done, and the offer is taken over with the translation.

How it is found: a line among the last, or the head of a paragraph, that offers to translate, adjust, rephrase or
explain to *you*; one that offers help in general at the very end of a text that says `I` and `you` nowhere else; the
same in the commonest languages by their fixed wordings.

What it leaves alone: columnists and letters that speak to their readers, shop assistants in a chat, addresses and
telephone numbers for questions, quotations. It runs on every target language: an assistant speaks that of its user.

Not met in the measured texts: none of their engines speaks to its user.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import Said, said

rule = Rule(category="accuracy/addition", severity="major", languages=(), since="0.3", among=(told, "closing-offer"))

_STORY = "The bridge was closed on Monday. It opens in May.\n\n"
BAD = [
    _STORY + "[[Let me know if you'd like me to rephrase any part of the translation.]]",
    _STORY + "[[Would you like me to translate the rest of the article?]]",
    _STORY + "[[I hope this translation helps!]]",
    _STORY + "[[If you need any changes to the wording, just let me know.]]",
    _STORY + "[[Feel free to ask if you have any further questions!]]",
    _STORY + "[[Please let me know if you need any further assistance.]]",
    _STORY + "[[I can also provide a more literal version if you prefer.]]",
    _STORY + "[[Does this translation meet your needs?]]",
    _STORY + "[[Want me to translate the next section?]]",
    _STORY + "[[(Let me know if you'd like the literal version too.)]]",
    _STORY + "[[The translation is now complete.]]",
    _STORY + "[[如果您需要进一步修改，请告诉我。]]",
    _STORY + "[[N'hésitez pas à me demander d'autres traductions.]]",
    Example("Die Brücke ist gesperrt.\n\n[[Lass mich wissen, wenn du noch etwas brauchst.]]", language="de"),
]
GOOD = [
    _STORY + "The translation is ready, and the book will be out in May.",
    _STORY + "If you have any questions, call the council on 0113 496 0000.",
    _STORY + "“Let me know if you want me to translate,” she said.",
    "I walk over the bridge every day, and you should too.\n\nLet me know if you have any questions about it.",
    _STORY + "Feel free to write to us at roads@example.org with your questions.",
    "Agent: Your parcel is on its way. Is there anything else I can help you with?\n\nCustomer: No, thank you.",
    _STORY + "Would you like to live on a bridge? Some people do.",
    _STORY + "I hope this helps people, said the mayor.",
    _STORY + "Let us know what you think in the comments.",
    _STORY + "If you need a translation of the letter, the council has copies.",
    "The bridge was closed.\n\nLet me know if you were able to cross it.",
    "Please let me know if there is anything else.",
    "Your order was sent.\n\nPlease let me know if you need anything else.\n\nKind regards, Anna",
    Example("Si el gobierno no actúa, los vecinos se quedarán sin ayuda.", language="es"),
    Example("El puente se cerró.\n\nEspero que llegue la ayuda, dijo el alcalde.", language="es"),
    Example("Нужно ли повышать налоги в этом году?", language="ru"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the line."""
    for one in said(document, "closing-offer"):
        if one.kind != "farewell" or _speaks_to_nobody(document, one):
            yield one.match("This is what an assistant says to its user when it has done, not part of the story.")


def _speaks_to_nobody(document: Document, farewell: Said) -> bool:
    """Whether the text before the last line never says `you`, `I` or `we`: it is no letter, chat or column."""
    words = document.analysis.find("you", "i", "we", "your", "my", "i'm", "i’m", "you're", "you’re", "thanks")
    line = farewell.line
    return "first" not in line.where and all(sentence.segment == line.segment for sentence, _ in words)
