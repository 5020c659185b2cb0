"""A name of the glossary is written with other capitals, or as one word where it is two.

Why it happens: engines write names as they write words (`Github`, `Youtube`, `open AI`), each time in another way.

How it is found: a name of the glossary (status `name`) stands in the target without its capitals, or with a space or
hyphen too many or too few: `git hub` for `GitHub`, `VisualStudio` for `Visual Studio`.

Languages: all; letters are compared, and an ending may hang on the name.

What it leaves alone: a name with a capital at its head alone that stands without it (`apple` for `Apple`), for that may
be the word, unless the row says `case` yes; capitals throughout, in a text or name; addresses, handles and file names;
the head of a sentence (`IPhone`).

Not met in the measured texts: they come without a glossary; it finds what the user's names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.glossary import Term
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.terms._glossary import noted, wanted

rule = Rule(category="terminology/wrong-term", severity="minor", needs=("terms",), languages=(), since="0.3")

_TABLE = """target,status,case
GitHub,name,
iPhone,name,
YouTube,name,
Visual Studio,name,
Apple,name,
Slack,name,yes
OpenAI,name,
"""

BAD = [
    Example("The code is on [[Github]].", terms=_TABLE),
    Example("They watch [[You Tube]] and use the new [[Iphone]].", terms=_TABLE),
    Example("Er nutzt [[VisualStudio]] und [[open AI]].", language="de", terms=_TABLE),
    Example("Они смотрят [[youtube]] вечером.", language="ru", terms=_TABLE),
    Example("他们用[[Github]]工作。", language="zh", terms=_TABLE),
    Example("We talk on [[slack]] all day.", terms=_TABLE),
    Example("[[slack]] is down. [[Youtube]] is, too.", terms=_TABLE),
]

GOOD = [
    Example("The code is on GitHub; they watch YouTube, buy iPhones and like OpenAI's Visual Studio.", terms=_TABLE),
    Example("An apple a day. See github.com/x and @youtube, or youtube_dl.", terms=_TABLE),
    Example("SHARES OF YOUTUBE FELL", terms=_TABLE),
    Example("IPhone sales rose. They were high.", terms=_TABLE),
    Example("Visual studios are new in town.", terms=_TABLE),
    Example("The code is on Github."),
    Example("Mein Code liegt bei GitHub, und YouTubes Filme sehe ich auf dem iPhone.", language="de", terms=_TABLE),
    Example("The slackness of the apples is known.", terms=_TABLE),
]


_SPLIT = regex(r"(?<=[^\W\d_a-z])(?=[^\W\d_A-Z])|(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
#: What makes a name part of an address, handle or file name.
_GLUED_BEFORE, _GLUED_BEHIND = regex(r"[./@#_\\-]"), regex(r"[/@_]|[.-]\w")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the name."""
    names = [(form, term) for term in wanted(document, "name") for form in term.targets]
    if not names:
        return
    pattern = _pattern(tuple(form for form, _ in names))
    by_letters = {_letters(form): (form, term) for form, term in names}
    for paragraph in document.analysis.paragraphs:
        heads = {sentence.start for sentence in paragraph.sentences}
        shouted = paragraph.text.isupper()
        for found in pattern.finditer(paragraph.text):
            form, term = by_letters[_letters(found.group())]
            if found.group() == form or shouted or _meant(found, form, term, found.start() in heads):
                continue
            message = noted(f"The name is written “{form}”, not “{found.group()}”.", term)
            yield Match(paragraph.index, *found.span(), message, (form,), {"glossary": term.place}, term.severity)


def _letters(name: str) -> str:
    return re.sub(r"[\s-]", "", name).casefold()


@lru_cache(maxsize=16)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names in any case, with a space or hyphen or none where its parts meet."""
    parts = ["[ -]?".join(map(re.escape, re.split(r"[\s-]+", _SPLIT.sub(" ", form)))) for form in forms]
    parts.sort(key=lambda part: (-len(part), part))
    return re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(parts)})(?![A-Za-z0-9])", re.IGNORECASE)


def _meant(found: re.Match[str], form: str, term: Term, head: bool) -> bool:
    """Whether it is the word, a part of an address, in capitals throughout, or at the head of a sentence."""
    said, text = found.group(), found.string
    if _GLUED_BEFORE.search(text, max(0, found.start() - 1), found.start()) or _GLUED_BEHIND.match(text, found.end()):
        return True
    if said.isupper() or (head and said[0].isupper() and said[1:] == form[1:]):
        return True
    return not term.case
