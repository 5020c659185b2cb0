"""The source quotes a sentence, the target has no quotation marks.

Why it happens: weak engines drop marks that stand for no words; the reader takes what somebody said for what the
paper says.

How it is found: the source opens with a quotation, or has one behind a colon or comma, that is a sentence by its length
and its last mark; neither the target nor its neighbours have a quotation mark of any kind.

Languages: all, since a mark of quotation of any language is taken for one.

What it leaves alone: quoted names, titles and words, which translators set in other ways; single quotation marks;
targets with any mark; segments without source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._size import expected, whole

rule = Rule(category="fluency/punctuation", severity="minor", since="0.3", needs=("source",), languages=())

BAD = [
    Example("[[China-US relations are our common asset, and we need to protect them together.]]",
            source="“中美关系是我们的共同资产，需要我们一齐呵护。”"),
    Example("[[The impact on the Japanese economy may increase, he added.]]",
            source="“但如何问题持续，对日本经济的影响则可能变大，”他补充说。"),
    Example("[[They sent their son to school with a satchel, he added.]]",
            source="« Ils ont envoyé leur fils à l'école avec un cartable », a-t-il ajouté."),
    Example("[[The minister said: The talks will go on until an answer has been found.]]",
            source="Der Minister sagte: „Die Gespräche gehen weiter, bis eine Antwort gefunden ist.“"),
    Example("[[We will do all that we can to be back, he said.]]",
            source='"Мы сделаем всё, что в наших силах, чтобы снова вернуться", сказал он.'),
]  # fmt: skip
GOOD = [
    Example("“China-US relations are our common asset.”", source="“中美关系是我们的共同资产，需要我们一齐呵护。”"),
    Example("'We will do all that we can to be back,' he said.",
            source='"Мы сделаем всё, что в наших силах, чтобы снова вернуться", сказал он.'),
    Example("The film The Battle at Lake Changjin opened.", source="“长津湖之水门桥及其他的故事”上映。"),
    Example("I do not know, he said.", source="„Ich weiß es nicht“, sagte er."),
    Example("He left.\n\n", source="Er ging.\n\n„Die Gespräche gehen weiter, bis eine Antwort gefunden ist.“"),
    Example("He said,\n\n“the talks will go on until an answer has been found”.",
            source="„Die Gespräche gehen weiter, bis eine Antwort gefunden ist“,\n\nsagte er."),
    Example("The talks go on.", source="Die Gespräche gehen weiter, bis eine Antwort gefunden ist, sagte er."),
    Example("Inter won against Cagliari.", source='"Интер" выиграл у "Кальяри".'),
    Example("The talks will go on.", source="Die Gespräche „gehen weiter, bis eine Antwort gefunden ist“."),
]  # fmt: skip

_QUOTATION = regex(
    r"(?:^|[:：,，]\s?)\s{0,3}"
    r"(?:“([^“”]{12,400})”|「([^「」]{8,400})」|«([^«»]{12,400})»|„([^“”„]{12,400})[“”]|\"([^\"]{12,400})\")"
    r"(\s?[,，])?"
)
_SPEECH = regex(r"[.!?。！？…，,]\s?$")
_MARK = regex(r"[\"“”„«»「」『』`]|''|&quot;|&#34;|(?:^|[\s(])['‘‚]\w")
_LEAST = 40  # letters of English


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the whole segment."""
    segments = document.segments
    for number, segment in enumerate(segments):
        quoted = any(map(_speech, _QUOTATION.finditer((segment.source or "")[:2000])))
        near = segments[max(0, number - 1) : number + 2]
        if quoted and segment.target.strip() and not any(_MARK.search(one.target) for one in near):
            yield Match(number, *whole(segment.target), "The source quotes this; the target has no quotation marks.")


def _speech(found: re.Match[str]) -> bool:
    said = next(group for group in found.groups() if group)
    return expected(said) >= _LEAST and bool(found[6] or _SPEECH.search(said))
