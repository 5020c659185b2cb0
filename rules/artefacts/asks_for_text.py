"""An assistant asks for the text: `Please provide the text you would like me to translate`.

Why it happens: an empty or cut input was sent to a language model, which asks for it; or the prompt came without its
text.

How it is found: a line that asks *you* to provide, share or paste the text or article, says that none was provided,
or is ready to translate; the same in the commonest languages by their fixed wordings. Critical where the story holds
nothing else, major where it stands among other text.

What it leaves alone: quotations, forms and calls for papers (`Please provide the text of your talk by May`),
dialogue. It runs on every target language: an assistant speaks that of its user.

Not met in the measured texts: none of their engines asks for anything.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import lines_said

rule = Rule(category="accuracy/omission", severity="major", languages=(), since="0.3", among=(told, "asks-for-text"))

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
    Example("[[Por favor, comparte el texto que quieres traducir.]]", language="es"),
    Example("[[Comparte el texto que deseas que traduzca.]]", language="es"),
    Example("[[翻訳したいテキストを入力してください。]]", language="ja"),
    Example("[[Sembra che tu non abbia inserito alcun testo.]]", language="it"),
    Example("[[Похоже, вы не прислали текст.]]", language="ru"),
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
    Example("Indicó que el texto de la ley fue aprobado el lunes por la cámara.", language="es"),
    Example("Compartió el contenido de la carta con la prensa.", language="es"),
    Example("翻訳者の田中さんは月曜日に東京で記者会見を開いた。", language="ja"),
    Example("看起来双方没有提供任何证据。", language="zh"),
    Example("Il semble que le texte de la loi soit adopté lundi par le Sénat.", language="fr"),
    Example("Non ha fornito altri dettagli sul caso.", language="it"),
    Example("Sembra che non ci sia nulla da fare.", language="it"),
    Example("Похоже, текст договора готов.", language="ru"),
    Example("يبدو أنه لم يصل إلى المدينة بعد.", language="ar"),
    "Hello! How can I help you today?\n\nI want to return a coat.\n\nOf course. What is wrong with it?",
    "Please provide your name and address.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the line."""
    for said in lines_said(document, "asks-for-text"):
        yield said.instead("An assistant asks for the text here")
