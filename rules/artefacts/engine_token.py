"""A sign of the engine was left in the text: `<unk>`, `UNK`, `▁`, `@@`, `##ing`.

Why it happens: engines cut words into pieces and have a token for what they do not know; the pieces were not joined
again, the token was printed.

How it is found: the tokens for unknown, padding and masked words, and for languages (`>>eng<<`, `eng_Latn`); the
joiners of subword models inside or beside words; `UNK` for a word of the sentence.

What it leaves alone: signs named in a text about tokens and code, an abbreviation that the text brings in
(`(UNK)`), telephone numbers and hashtags. It runs on every target language: the signs are of none.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told

rule = Rule(category="design/markup", severity="major", languages=(), since="0.3", among=(told, "engine-token"))

BAD = [
    "The [[<unk>]] was signed on Monday.",
    "The mini[[@@]] ster left the room.",
    "The minister met [[UNK]] in Paris.",
    "[[▁]]The[[▁]]minister left.",
    "The mini [[##ster]] left the room.",
    "He said [[⁇]] and left.",
    "The treaty was [[< unk >]] on Monday.",
    "The bridge is closed.[[<pad><pad><pad>]]",
    "The mini[[￭]] ster left the room.",
    "The [[_UNK_]] was closed on Monday.",
    "The [[⦅ph⦆]] bridge is [[￨C]] closed.",
    "[[>>eng<<]] The bridge was closed on Monday.",
    "[[<2en>]] The bridge was closed on Monday.",
    "[[eng_Latn]] The bridge was closed on Monday.",
    "[[__en__]] The bridge was closed on Monday.",
]
GOOD = [
    "The University of Nebraska at Kearney (UNK) opens in May. UNK has 6,000 students.",
    "The token <unk> stands for a word that is not known.",
    "Write `@@` or `<pad>`.",
    "Call ##62# to end it, and use the hashtag #mini.",
    "She is at home @ noon @@ or so.",
    "The UN knows what UNKNOWN means.",
    "A model cuts words into subword tokens such as mini@@ and ##ster.",
    "Write to minister@@example.org and it fails.",
    "See <s> and </s> in the code.",
    "The tokeniser writes what it does not know as <unk>.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each sign."""
    for mark in marks(document, "engine-token"):
        if mark.text != "UNK" or not any("(UNK)" in other.text for other in document.analysis.paragraphs):
            yield mark.match("“{}” is a sign of the engine, not text.")
