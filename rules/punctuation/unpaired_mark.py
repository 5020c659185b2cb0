"""A quotation mark or bracket has no partner.

Why it happens: engines translate sentence by sentence and lose the mark that stood in another sentence, or they
set the source's marks (「」, 《》) down once too few.

How it is found: the marks of the whole document are paired, with nesting; what is left over is named. Of two curly
marks that open, the second at the head of a sentence in mid-paragraph, and one that closes, the second is too many.

Languages: all. Where English is not written, each language sets its marks in its own way (CLDR's table gives the usual
ones, which the message names): a paragraph with an odd number of quotation marks, whatever they are, is named unless
another follows in which the quotation ends (in segments of a sentence each, only if the mark begins or ends no speech);
and a bracket (`（`, `「`, `《` too) that none answers within three paragraphs.

What it leaves alone: a quotation that runs over several paragraphs, its opening mark repeated at each or not, and
over many where it opens at the head of one and closes at the end of another (demands, scenes); inches, seconds and
minutes (`5'10"`); apostrophes and single quotation marks; enumerations (`a)`, `1)`); smileys, with eyes or without
(`Ask me anything)`); what the source leaves alone as well (a message about a missing bracket); a document of a single
sentence, whose quotation may go on outside it, unless the mark stands in the middle of a sentence in which nobody
speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.analysis.marks import lonely_marks
from mtqa.analysis.quotes import Mark
from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.marks import quotation_marks
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    languages=(),
    registers=("news",),
)

BAD = [
    'He called it [["]]a great day for the country. The minister did not agree.',
    'The paper said it should be understood[["]]. Nobody replied to that.',
    "The film [[“]]Under the White Cloud was shown. The public liked it.",
    'The minister said: [["]]now, our policy is clear, the "2+2" talks go on.\n\nHe left the room after that.',
    "The treaty [[(]]signed in 1993 was never ratified. It is forgotten.",
    "The treaty signed in 1993[[)]] was never ratified. It is forgotten.",
    "The treaty [[(]]signed in 1993 was never ratified.",
    'The authorities also[["]] take over the custody of the prisoners.',
    'The old church,[["]] which had become rich, came under scrutiny.',
    "The mayor of Lyon[[}]] and the council (all of it) met. It was late.",
    "The mayor said: “The bread is sold out in the town. [[“]]We shall bake more of it at night.” He left.",
    Example("Le maire a dit qu'il fallait [[«]] attendre la fin des travaux. Personne n'a répondu.", language="fr"),
    Example("Der Bürgermeister sprach von einem [[„]]großen Tag für die Stadt. Niemand antwortete.", language="de"),
    Example("Мэр сказал, что это [[«]]великий день для города. Никто не ответил.", language="ru"),
    Example("市长说：[[“]]这是伟大的一天。没有人回答。", language="zh"),
    Example("市長は[[「]]偉大な日だと述べた。誰も答えなかった。（終わり）", language="ja"),
    Example("Il ponte [[(]]costruito nel 1993 è chiuso. Nessuno lo sa.", language="it"),
    Example(
        "Il ponte [[(]]vecchio è chiuso. Nessuno lo sa.",
        source="The (old) bridge is shut. Nobody knows.",
        language="it",
    ),
]

GOOD = [
    Example("Le maire a dit qu'il fallait « attendre la fin des travaux.", language="fr"),
    Example(
        "Očekuje se znak } (ili ]) na kraju. To je sve.",
        source="A } (or ]) is due at the end. That is all.",
        language="hr",
    ),
    Example("Fehlt ] nach %s[ hier. Das ist alles.", source="A ] after %s[ is due. That is all.", language="de"),
    Example("The sign ] is missing. It was late.", source="Das Zeichen ] fehlt. Es war spät.", source_language="de"),
    Example("Er tippte einen „Text ein. Das war alles.", source='He typed in a "text. That was all.', language="de"),
    'He said: "We will go.\n\n"We will not come back."\n\nShe nodded.',
    'He said: "We will go.\n\nWe will not come back," and left.\n\nShe nodded.',
    'He is 5\'10" tall. His brother is 6\'2" tall and owns a 27" screen.',
    '"First, we demand bread.\n\nSecond, we demand peace.\n\nThird, we demand land." [Quoted by Day, p. 3]\n\nHe left.',
    "The workers' union rejected '90s music and rock 'n' roll. It was late.",
    "The points are: a) peace, b) trade and 3) sport. That is all :)",
    "She said \"he told me 'no'\" and left. He stayed.",
    "“He told me “never” twice,” she said. He (the judge [a man]) agreed.",
    "“The mayor came. “The bread is sold out,” he said.” Nobody spoke.",
    '"It was a great day for the country.',
    "Das heißt „so“ in German. He said it twice.",
    "Come on, show them what you can do))) I work in tech support. Ask me anything)",
    'we shall never surrender," he said on Monday.',
    'there is no power on earth like it," the president of the country concluded.',
    'and we shall never go there again", according to the minister.',
    'The workers" compensation is said to be low.',
    'A 27" screen is shown.',
    "He ran 5\u2032 30\u2033. It was late (and dark).",
    Example("Le maire a dit : « Attendons.\n\nNous avons le temps », a-t-il dit.\n\nIl est parti. Tôt.", language="fr"),
    Example("Borgmästaren sade: ”Vi väntar.” Han gick. »Nej», sade hon. ”Nej”, sade han.", language="sv"),
    Example('»Das ist so«, sagte er. Sie lachte. „Nein“, rief sie, „nie“! Ein 27" Bildschirm.', language="de"),
    Example("Er tippte `echo (a` und ging (langsam). Dann kam sie `x`) doch.", language="de"),
    Example('דובר צה"ל הודיע: "נחכה". הוא הלך.', language="he"),
    Example("Пункты: а) мир, б) торговля и 3) спорт. Он сказал: «Это „наш“ мост». Вот и всё :)", language="ru"),
    Example("他说：“我们等。”（完）见《三体》。1）和平；2）贸易。", language="zh"),
    Example("قال: ”ننتظر“. ثم ذهب (إلى البيت).", language="ar"),
]

#: A lone mark behind a word or comma in mid-sentence, where no quotation begun earlier can have ended.
_PUT_IN = regex(
    r"[^\"“”„]{12,}(?:[^\W\d]:?[\"”](?= [a-z])"
    r"|,[\"”](?= (?:which|who|whose|was|were|is|are|has|have|despite|or)\b))[^\"“”„]*"
)
_TELLS = regex(
    r"\b(?:sa(?:id|ys)|sa(?:y|w)ing|told|tells|add(?:ed|s)|according|wrote|writes|asked|quoted|called|calls?|noted|"
    r"stat\w+|explain\w*)\b"
)
_QUOTES = frozenset('"“”„‟«»＂')
#: Opening and closing ones of a kind in turn.
_BRACKETS = ("()（）", "[]【】", "{}", "「」『』", "《》〈〉")
_NEAR, _FAR = 10, 40  # characters to either side of a mark that a message shows, up to the end of a word


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every mark the pairing left over."""
    if document.analysis.expected != "en":
        yield from _elsewhere(document)
        return
    unpaired, cut_out = document.analysis.quotes.unpaired, False
    if unpaired and len(document.analysis.sentences) < 2:
        text = document.analysis.paragraphs[unpaired[0].segment].text
        cut_out = not _PUT_IN.fullmatch(text) or _TELLS.search(text) is not None
    for mark in unpaired:
        if (cut_out and mark.quotes) or _so_in_source(document, mark):
            continue  # the quotation may go on outside the text
        yield _match(document.analysis.paragraphs[mark.segment], mark, "")


def _elsewhere(document: Document) -> Iterator[Match]:
    """The same in a language that may set its marks in another way."""
    paragraphs = document.analysis.paragraphs
    texts = [paragraph.text for paragraph in paragraphs]
    alone = len(document.analysis.sentences) < 2
    sentencewise = len(document.analysis.sentences) < 1.4 * len(paragraphs)
    hint = " (usually {}…{})".format(*quotation_marks(document.language))
    for mark in lonely_marks(texts, sentencewise):
        quotes = mark.text in _QUOTES
        if not (quotes and alone) and not _so_in_source(document, mark):  # the quotation may go on outside the text
            yield _match(paragraphs[mark.segment], mark, hint if quotes else "")


def _so_in_source(document: Document, mark: Mark) -> bool:
    """Whether the source of its segment has a mark of the kind alone, too."""
    source = document.segments[mark.segment].source or ""
    if mark.text in _QUOTES:
        return _odd(source)
    return _uneven(source, next((one for one in _BRACKETS if mark.text in one), ""))


@lru_cache(maxsize=256)
def _odd(source: str) -> bool:
    return sum(map(source.count, _QUOTES)) % 2 == 1


@lru_cache(maxsize=256)
def _uneven(source: str, pair: str) -> bool:
    """Whether a bracket of a kind opens or closes nothing."""
    depth = 0
    for char in source:
        depth += (char in pair[::2]) - (char in pair[1::2])
        if depth < 0:
            break
    return depth != 0


def _match(paragraph: Paragraph, mark: Mark, hint: str) -> Match:
    what = "quotation mark" if mark.quotes else "bracket"
    lack = "opened but never closed" if mark.side == "open" else "closed but never opened"
    message = f"The {what} is {lack}: “{_context(paragraph.text, mark.start)}”{hint}."
    return paragraph.match((mark.start, mark.start + 1), message)


def _context(text: str, at: int) -> str:
    """The word or two a mark stands at, so that its message can be read by itself."""
    first, last = text.rfind(" ", 0, max(0, at - _NEAR)) + 1, text.find(" ", at + _NEAR)
    last = last if last > 0 else len(text)
    return " ".join(text[max(first, at - _FAR) : min(last, at + _FAR)].split())
