"""A marker of a template was never filled in: `TODO`, `[Insert name here]`, `ARTICLE_TITLE`, `Lorem ipsum`.

Why it happens: a template's fields and an editor's reminders are translated as if they were text, or a language model
that lacks a fact puts a field in its place.

How it is found: `TODO`, `FIXME`, `TBD` as a note; brackets that ask for something (`[Your name]`, `[insert date]`,
`[translate]`), also in the commonest languages; capitals joined by underscores, whole or torn apart; filler text.

What it leaves alone: editorial insertions (`[the minister]`), `[sic]`, blanks on a form or in an exercise, values in
code (`--format=<name>`), names of variables in text about software, file names, hashtags and handles; `TODO` in
Spanish and Portuguese, where it is a word. It runs on every target language: markers are taken over as they are.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._code import speaks_of_code
from mtqa_rules.artefacts._lines import holds, not_in_source

rule = Rule(
    category="design/markup",
    severity="major",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

BAD = [
    "[[TODO]]: check the name of the bridge.",
    "([[TODO]]) The bridge was closed.",
    "The bridge of [[CITY_NAME]] was closed on Monday.",
    "The bridge of [[CITY _ NAME]] was closed on Monday.",
    "The bridge was closed on [[<insert date>]].",
    "Lorem: [[Lorem ipsum dolor sit amet]], consectetur.",
    "The bridge was closed. [[FIXME]]",
    "[[ARTICLE_TITLE]]\n\nThe bridge was closed on Monday.",
    "[[{TRANSLATE}]] The bridge was closed on Monday.",
    "The bridge was closed on Monday (details [[TBD]]).",
    "The bridge of [[XXXX]] was closed on Monday.",
    "The bridge cost [[XX]] million euros.",
    "The bridge was closed on [[DD/MM/YYYY]].",
    "[[Insert your text here]]\n\nThe bridge was closed on Monday.",
    "[[#HEADLINE#]]\n\nThe bridge was closed on Monday.",
    "[[label_submit_button]]",
    "[[todo]]: translate the rest",
    "The mayor of [[TBD]] closed the bridge.",
    "[[Headline goes here]]\n\nThe bridge was closed on Monday.",
    "[[Sample text]]. Replace it.",
    "[[article.title.default]]\n\nThe bridge was closed on Monday.",
    "[[translation missing]]: en.news.title",
    "[[SECTION_TITLE_2]]\n\nThe bridge was closed on Monday.",
    "The bridge is the oldest of the country [[(citation needed)]].",
]
GOOD = [
    "“[The bridge] is old,” he said, and [sic] it was.",
    "Set HOME_DIR and run the command again.",
    "The file is called IMG_2041.jpg.",
    "Follow @BRIDGE_WATCH and #SAVE_THE_BRIDGE for more.",
    "Her to-do list is long, and her todo app is full.",
    "The XXX Olympiad was held in London, and Super Bowl XXX in Tempe.",
    "The date of the talks is to be decided.",
    "“Lorem ipsum” is filler text.",
    "Name: ______\n\nDate: ______",
    "[Photo: the bridge in May]",
    "Write the date as DD/MM/YYYY, and fly with TK to Ankara.",
    "Designers use lorem ipsum to fill a page.",
    "The date is to be decided (TBD).",
    "Everything goes here.",
    "Dear #NAME#, your order is on its way.",
    "Todo: a story of two dogs",
    "news.example.org\n\nThe bridge was closed.",
    "Your story is here.\n\nanna_reed\n\nThe bridge was closed.",
    "Read more at example.org or in notes.text.org.",
    "Fill in: 1. My sister ___ tall. 2. We ___ in Lima.",
    "Then it calls make_it_work(GL_TRUE), and CONFIG_DEBUG_INFO=n is set.",
    "The --format=<placeholder> switch is new.",
]

_WANTED = (
    r"(?:your|insert|enter|add|fill in|name of|put|type|write|specify|choose|select|replace|provide|the)"
    r" (?:(?:your|the|a|an|full|first|last|company|recipient|sender|author|event|city|country|product|job"
    r"|relevant|specific|here) ){0,3}"
)
_FIELD = (
    r"(?:name|date|city|title|company|address|email|phone|time|place|location|country|author|source|link"
    r"|url|image|photo|number|"
    r"quote|headline|text|position|organi[sz]ation|amount|percentage|year|month|day|here|translation"
    r"|details|event|topic|website|signature|caption|reporter|publication|newspaper)"
)
_MARKER = re.compile(
    r"\bTODO\b(?=\s?[:)\]}]|\s?$|\s(?:check|add|translate|fix|insert|write|update|verify))"
    r"|(?<=[(\[{])TODO\b|\bFIXME\b|(?<!decided \()(?<!determined \()\bTBD\b(?=\s?[)\].:]|$)|\bTKTK\b"
    r"|\b(?:TO BE TRANSLATED|TRANSLATION"
    r" NEEDED|NEEDS TRANSLATION|TRANSLATE ME|DO NOT TRANSLATE|NOT TRANSLATED|UNTRANSLATED|MISSING"
    r" TRANSLATION)\b"
    r"|(?i:translation missing|missing translation)(?=: ?[\w.]+)"
    r"|(?<![\w.-])(?:X{2,3}|TK)(?= (?:million|billion|thousand|per ?cent|people|euros|dollars|pounds|years?|days)\b)"
    r"|(?:(?<=\bon )|(?<=[Dd]ate: ))(?:DD|MM|YYYY)(?:[./-](?:DD|MM|YY(?:YY)?)){2}\b"
    r"|^(?i:(?:(?:insert|type|enter|write|add|paste) (?:your |the )?|your )(?:text|title|headline|content|name"
    r"|image|caption"
    r"|article|description) here)\.?$|^todo(?=: ?[a-z])|\b(?:TK){3,6}\b|\[X{2,3}\]|\b[Xx]{3}-[Xx]{3}-[Xx]{4}\b"
    r"|\[[a-z]{2,15}[A-Z][a-z]{2,15}\]|\[(?:Name|Date|Title|Place) of [\w ]{2,20}\]|\[(?:[\w ]{1,20} )?TK\]"
    r"|(?<=\b(?:of|in|by"
    r"|at) )TBD\b"
    r"|(?<!\w)\#(?:HEADLINE|TITLE|BODY|TEXT|CONTENT|CAPTION|SUMMARY)\#(?!\w)|\b(?i:[a-z]{2,20}_placeholder|placeholder_[a-z]{2,20})\b"
    r"|^Untitled (?:document|post|page)$"
    r"|\[missing [^\]\n]{1,60} translation\]|(?i:\bdolor sit amet\b)"
    r"|^(?:[a-z]{2,20}(?:_[a-z0-9]{1,20}){2,6}|[a-z0-9]{2,20}(?:\.[a-z0-9_]{2,20}){1,4}\.[a-z_]{5,20}|[A-Z]{2,20}(?:\.[A-Z]{4,20}){1,4})$"
    r"|^(?i:(?:(?:your|the|main) )?(?:headline|title|text|body|content|caption|image|subtitle|subject|name"
    r"|description)s?(?: text| line)?"
    r" (?:goes|go|comes) here)\.?$|^(?i:(?:sample|dummy|example|filler) (?:text|headline|title|content"
    r"|caption))(?=\.?$|\. )"
    r"|^[a-z]{2,20}(?:[._][a-z0-9]{2,20}){0,5}\.(?:title|text|label|body|description|message|header|heading|default|name"
    r"|button|summary|caption|placeholder|content|subtitle|tooltip)$"
    rf"|[\[<{{](?i:(?:{_WANTED}){_FIELD}(?: here| \d)?|(?:first|last|full|company|client|customer|city"
    r"|author|reporter|journalist|recipient|sender|product|event|organi[sz]ation)[ _]name|insert"
    rf" [^\]>}}\n]{{1,40}}|[^\]>}}\n]{{1,30}} goes here)[\]>}}]"
    r"|\[(?:NAME|DATE|CITY|TITLE|COMPANY|ADDRESS|TIME|PLACE|LOCATION|COUNTRY|AUTHOR|SOURCE|NUMBER|AMOUNT"
    r"|YEAR|BODY|HEADLINE|CONTENT|TEXT|CAPTION|IMAGE|LINK|URL|SUMMARY|QUOTE|Name|Date|City|Company|Location|Country|Time|Amount)\]"
    r"|[\[<{(](?:[A-Z]{2,20} ){1,4}(?:NAME|DATE|TITLE|CITY|NUMBER|ADDRESS|LINK|URL|HERE|TEXT|PHOTO|IMAGE)[\]>})]"
    r"|\[(?:[A-Z][a-z]{1,20} ){1,4}(?:Name|Date|Title|Number|Address|Link|URL|Here)\]"
    r"|\((?i:insert|enter|add|fill in) "
    r"(?i:your |the |a |an )?(?i:name|date|city|title|link|quote|number|here|details)\)"
    r"|[\[(](?i:needs (?:review|editing|checking|work|source)|to be (?:continued|added|confirmed|completed|translated)"
    r"(?: by [\w ]{1,20})?|placeholder(?: \w+)?"
    r"|(?:image|photo|picture|video|text|link) (?:here|placeholder|missing)|(?:citation|clarification) needed)[\])]"
    r"|^(?:TBC|TBD|TODO|[Xx]{3}|N/A|tbd|PLACEHOLDER|[Pp]laceholder(?: text)?)[.:]?$"
    r"|[\[<{](?i:translate(?: this| here| me)?|to translate|needs? translation|untranslated|translation"
    r" (?:needed|missing|pending|here)|missing translation|tbd|todo|fixme|placeholder(?: text)?|traducir"
    r"|traduire|à traduire|por traducir|übersetzen|zu übersetzen|перевести|перевод|翻译|待翻译|翻訳|要翻訳"
    r"|번역|번역 필요"
    r"|ترجمة|ترجم|traduzir|tradurre|da tradurre|अनुवाद|çevir|çeviri)[\]>}]"
    r"|(?<![\w@#/.\\-])[A-ZÀ-ÖØ-Þ]{2,20}(?:_[A-ZÀ-ÖØ-Þ]{1,20}|_\d{1,3}(?=_)){1,6}(?:_\d{1,3})?(?![\w./]*\.\w)(?!\w)"
    r"|(?<![\w@#])[A-Z]{2,20}(?: _ [A-Z]{2,20}){1,5}\b"
    r"|(?<!\w)[А-ЯЁ]{2,20}(?:_[А-ЯЁ]{2,20}){1,5}(?!\w)"
    r"|(?<![\w“\"‘'])(?:(?i:lorem ipsum dolor sit amet)|Lorem ipsum\b|LOREM IPSUM)(?![”\"’'])"
    r"|(?<![\w@.-])[Xx]{4,12}(?![\w@])|(?<=\s)_{3,8}(?=\s[a-z])(?<!: ___)"
)


#: The value of a switch or argument: f(X_Y), X_Y=n.
_CALL = re.compile(r"\A\w\(|=\Z")
_BLANK = re.compile(r"_{3,8}")
#: One of these stands in every one.
_SIGNS = "[<{_.#"
_SPELT = (
    "xxxxx xxxxxx dolor untitled type write paste your tktktk todo fixme tbd tbc tktk lorem untranslated"
    " translated translation translate xxx xxxx insert enter fill needs "
    "placeholder here sample dummy example filler tk xx yyyy clarification citation"
).split()
_QUICK = re.compile(
    r"[\[<{_]|\((?i:insert|enter|add|fill|needs|placeholder|to be|citation)|\([A-Z]{2}|TODO|FIXME|TRANSLAT|LACEHOLDER"
    r"|TB[CD]|N/A|TK|DD|MM|YY|LOREM|orem |[Xx]{2}|laceholder|tbd| here[.)\]]?$|# ?[A-Z]|todo|Untitled|dolor "
    r"|^[A-Za-z0-9]{2,20}\.[A-Za-z]|^(?i:sample|dummy|example|filler) |ranslation"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each marker."""
    if not holds(document, _SIGNS, _SPELT):
        return
    for paragraph, found in not_in_source(document, _QUICK, _MARKER):
        text, piece = paragraph.text, found.group()
        start, end = found.span()
        if text[start - 1 : start] in ("`", "=") or _CALL.search(text[max(0, start - 2) : end + 1]):
            continue
        if piece[0] == piece[-1] == "_" and len(_BLANK.findall(text)) > 1:
            continue  # an exercise: My sister ___ tall. We ___ in Lima.
        if speaks_of_code(document, paragraph) and not _says_so(piece):
            continue
        if piece == "TODO" and document.language.partition("-")[0].lower() in ("es", "pt", "gl"):
            continue
        yield Match(paragraph.index, start, end, f"“{piece[:40]}” is a marker that nobody filled in.")


def _says_so(piece: str) -> bool:
    """Whether the marker itself holds the word that looks like talk of software: {{translate}}, [placeholder text]."""
    return piece[0] in "[<{" and "_" not in piece
