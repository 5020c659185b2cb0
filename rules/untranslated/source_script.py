"""Words stand in the script of the source language.

Why it happens: the engine copies what it does not know: names, new words, what stood in brackets.

How it is found: a run of letters of another script (Han, Kana, Hangul, Cyrillic, Arabic, Hebrew, Greek, Thai,
Devanagari and others), with the marks and spaces inside it.

Languages: all. In a text that is not in English, letters of a script that its language is not written in, Latin ones
aside (any language has names and terms in these): Chinese in a French text, Cyrillic in a Turkish one.

What it leaves alone: a name or term given in its own script in brackets behind its English form, or explained (`the
character 王`, `means`, `called`), and others in the same paragraph; whole sentences and segments
(`untranslated/foreign-passage`, `untranslated/copied-source`); what signs, banners, tattoos and chants say; single
Greek letters, fraternities (`ΑΒΓ`) and mathematical signs; single letters in quotation marks; addresses of the
web (`президент.рф`); a document with many glosses.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from mtqa.analysis.language import script
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.languages import scripts
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordlist
from mtqa_rules.untranslated._copies import copies

rule = Rule(category="accuracy/untranslated", severity="major", languages=(), facts=("non-ascii",))

BAD = [
    "The company paid 100 billion yuan [[人民币]] in May.",
    "The minister [[Шойгу]] said so on Monday.",
    "He met [[رئيس الوزراء]] in Cairo.",
    "The film [[기생충]] won the prize.",
    "It exceeded 100 billion yuan.([[人民币，下同]]) and rose.",
    "He said that [[это не так]] and left.",
    "The minister [[Шойгу]] met his colleague from the east, whom he calls [[Лавров]] by mistake.",
    "The party [[Νέα Δημοκρατία]] won the vote.",
    Example("Le ministre a parlé devant [[人民代表大会]] lundi matin.", language="fr"),
    Example("Министр выступил перед [[人民代表大会]] в понедельник.", language="ru"),
    Example("Bakan pazartesi günü [[Шойгу]] ile görüştü.", language="tr"),
    Example("部长星期一会见了[[министр]]和他的同事。", language="zh"),
]

GOOD = [
    "Xi Jinping (习近平) met Putin (Владимир Путин) in May.",
    "The character 王 means king.",
    "The particles are α, β and γ, and π is 3.14.",
    "The word “мир” means both peace and world.",
    "The Slavonic \"довлеть\" ('dovlet') is akin to this.",
    "The temperature was 20 °C, or 5 µm – 10 Ω.",
    "He drank a café crème and read Søren Kierkegaard.",
    "The newspaper Izvestia (Известия, News) said so.",
    "Fans wrote 加油 (jiayou, “add oil”) on the walls.",
    "The signs read 出口 and exit. Graffiti on the wall said “Слава Україні” in blue paint.",
    "Protesters chanted “光復香港” and he has 忠 tattooed on his arm. The ΑΒΓ house was shut.",
    "Here 你好 means hello; привет is less formal than здравствуйте.",
    "Here 你好 means hello, which is what most people there say in the morning and at noon. At night it is 晚上好.",
    "The Σ sign stands for a sum, and Δ for a change.",
    "The form is on президент.рф and on 政务.中国, the two portals said.",
    Example("Le président Xi Jinping (习近平) et la ville de « 北京 » ; l'angle α.", language="fr"),
    Example("Компания Apple и завод в городе Чунцин (重庆).", language="ru"),
    Example("株式会社が「서울」とソウル（서울）で会議。ABC株。", language="ja"),
    Example("美 대통령과 中 주석이 만났다. 習近平 주석.", language="ko"),
    Example("Министар је рекао „не“. Ministar je rekao da Београд neće.", language="sr"),
]

_LETTERS = (
    r"[\u0370-\u1cff\u2c80-\u2dff\u3040-\u318f\u31a0-\u31ff\u3400-\u9fff\ua000-\uabff\uac00-\ud7ff\uf900-\ufaff"
    r"\ufb1d-\ufdff\ufe70-\ufefc]"
)
#: At most four marks and spaces between two letters, so that a run is found in linear time.
_RUN = regex(rf"{_LETTERS}(?:[\s，、。·・：；！？“”«»\"',.-]{{0,4}}{_LETTERS})*")
_GREEK_WORD = regex(r"[^\W\d_]{4}")  # fewer Greek letters are a sign, or a fraternity
#: Ends of addresses: countries that have one in their own script.
_ADDRESS = regex(
    r"[^\s.]+(?:\.[^\s.]+)*\.(?:рф|рус|бел|укр|срб|мкд|бг|қаз|мон|ею|ελ|ευ|հայ|გე|ישראל|भारत|ไทย|한국|中国|中國|台湾|台灣|香港)"
)
_EXPLAINED = regex(rf"\b(?:{'|'.join(wordlist('untranslated/source-script', 'explained'))})\b", re.IGNORECASE)
#: Brackets that make the run a gloss, or its English form one: Xi Jinping (习近平), 忠 (loyalty).
_GLOSS = regex(r"[A-Za-z”\"’]\s?[(（\[/][\s“‘\"']{0,3}$")
_GLOSSED = regex(r"[\s”’\"']{0,3}[(（\[]\s?[A-Za-z“‘\"']")
_BESIDE = 30  # characters
#: Letters of one script, one class a script, so that a run ends where the script does.
_ONE = regex(
    r"[\u0370-\u03ff\u1f00-\u1fff]{4,}|[\u0400-\u052f]{2,}|[\u0531-\u0587]{2,}|[\u05d0-\u05ea]{2,}|[\u0620-\u06d3]{2,}"
    r"|[\u0900-\u097f]{2,}|[\u0980-\u0dff]{2,}|[\u0e01-\u0e4e]{2,}|[\u10a0-\u10ff]{2,}|[\u1200-\u135a]{2,}"
    r"|[\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff]{2,}|[\uac00-\ud7a3]{2,}"
)
#: Scripts that stand in texts of a language beside its own: Chinese characters and kana in Japanese and Chinese ones.
_WITH = {"zh": ("Japanese",), "ja": ("Chinese",), "mn": ("Mongolian",)}
_MARKS = frozenset("\"'“”„«‘’「『《〈([（【")
#: A text is one about the other script if so large a part of it (one in so many characters) is written in it.
_MANY = 2


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each run."""
    if all(segment.target.isascii() for segment in document.segments):  # cheap
        return
    told: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number in copies(document):
        told[number].append((0, len(document.segments[number].target)))
    for passage in document.analysis.passages:
        for number, span in passage.spans.items():
            told[number].append(span)
    expected = document.analysis.expected
    own = None if expected == "en" else {*scripts(expected), *_WITH.get(expected, ())}
    for number, segment in enumerate(document.segments):
        text = segment.target
        if text.isascii():  # cheap
            continue
        runs = list(_RUN.finditer(text))
        if own is not None:
            runs = [found for found in _pieces(text, own) if not _set_off(text, *found.span())]
            if sum(len(found.group()) for found in runs) * _MANY > len(text):
                continue
        if len(runs) > 1 and any(_explained(text, *found.span()) for found in runs):
            continue  # the text speaks of these words
        for found in runs:
            start, end = found.span()
            run = found.group()
            name = next(filter(None, map(script, run[:8])), None)
            if name is None or (name == "Greek" and not _GREEK_WORD.search(run)) or _glossed(text, start, end):
                continue
            if _ADDRESS.fullmatch(run):
                continue
            if not any(begin <= start < stop for begin, stop in told[number]):
                message = f"“{run if len(run) < 40 else run[:38] + '…'}” was left untranslated in {name} script."
                yield Match(number, start, end, message, evidence={"script": name})


def _pieces(text: str, own: set[str]) -> Iterator[re.Match[str]]:
    """Runs of letters of one script that is neither Latin nor the text's own."""
    for found in _ONE.finditer(text):
        name = script(found.group()[0])
        if name is not None and name not in own:
            yield found


def _set_off(text: str, start: int, end: int) -> bool:
    """Whether brackets or quotation marks set it off, or a bracket beside it holds its other form."""
    before, behind = text[:start].rstrip(" «„“")[-1:], text[end:].lstrip(" »”“")[:1]
    quoted = text[start - 1 : start] in _MARKS or text[:start].rstrip()[-1:] in ("«", "(", "（", "[", "/")
    return quoted or behind in ("(", "（", "/") or before in ("(", "（", "/")


def _glossed(text: str, start: int, end: int) -> bool:
    """Whether the run is a gloss: in brackets behind its English form, or explained beside it."""
    before, behind = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return bool(_GLOSS.search(before) or _GLOSSED.match(behind)) or _explained(text, start, end)


def _explained(text: str, start: int, end: int) -> bool:
    """Whether words beside the run say that it is spoken of."""
    beside = text[max(0, start - _BESIDE) : start] + "\n" + text[end : end + _BESIDE]
    return bool(_EXPLAINED.search(beside))
