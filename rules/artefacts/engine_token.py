"""A sign of the engine was left in the text: `<unk>`, `UNK`, `▁`, `@@`, `##ing`.

Why it happens: engines cut words into pieces and have a token for what they do not know; the pieces were not joined
again, the token was printed.

How it is found: the tokens for unknown, padding and masked words, and for languages (`>>eng<<`, `eng_Latn`); the
joiners of subword models inside or beside words; `UNK` for a word of the sentence.

What it leaves alone: signs named in a text about tokens and code, an abbreviation that the text brings in
(`(UNK)`), telephone numbers and hashtags. It runs on every target language: the signs are of none.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._code import speaks_of_code
from mtqa_rules.artefacts._lines import holds

rule = Rule(
    category="design/markup",
    severity="major",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

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

_TOKEN = re.compile(
    r"(?:<\s?/?\s?(?:blank|ent|mask_|unk|pad|mask|bos|eos|sep|cls|UNK|PAD|MASK|BOS|EOS|SEP|CLS|EOS_TOKEN"
    r"|unknown)\d{0,2}\s?>){1,40}|\[\s?(?:UNK|MASK|PAD|SEP|CLS)\s?\]"
    r"|(?<=\w)@@(?=\s|$)|▁{1,20}|⁇|￭|(?<=\s)##[a-z]{1,20}\b(?!#)|(?<!\w)_?_UNK_?_?(?!\w)|\bUNK\b(?![-_])"
    r"|(?<=[a-z])@-@(?=[a-z])|(?<=\w )@-@(?= \w)|(?<= )@[,.]@(?= )|Ġ(?=\w)|</w>|[⦅｟][^⦅｟⦆｠\n]{0,40}[⦆｠]|￨[A-Z]?"
    r"|(?<![\w>])>>[a-z]{2,3}(?:_[A-Z][a-z]{3})?<<|<2[a-z]{2,3}>|(?<!\w)__[a-z]{2,3}(?:_[A-Za-z]{2,4})?__(?!\w)"
    r"|\b[a-z]{3}_(?:Latn|Cyrl|Arab|Hans|Hant|Deva|Jpan|Hang)\b"
)

#: One of these stands in every one.
_SIGNS = "<[@▁⁇￭#Ġ_⦅｟￨"
_SPELT = "unk _unk_".split()


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each sign."""
    if not holds(document, _SIGNS, _SPELT):
        return
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        for found in _TOKEN.finditer(text):
            start, end = found.span()
            if text[start - 1 : start] == "`" or speaks_of_code(document, paragraph):
                continue
            if found.group() == "UNK" and any("(UNK)" in other.text for other in document.analysis.paragraphs):
                continue
            yield Match(paragraph.index, start, end, f"“{found.group()[:40]}” is a sign of the engine, not text.")
