"""A placeholder was left in the text, or came out of the engine broken: `{0}`, `%1$s`, `<x id="1"/>`, `% 1 $ s`.

Why it happens: translation tools put marks in the place of names, numbers and tags; the engine loses or tears them,
or they are not filled in again.

How it is found: the marks of programs (`%s`, `%(name)s`, `{name}`, `{{name}}`, `${name}`, `__NAME__`, `%%`), of
translation tools (`<x id="1"/>`, `<b1001>`, `{1>`, `[1}`), and of programs that mask names (`PERSON_1`, `<URL>`),
also torn apart by spaces or with the sign of another script.

What it leaves alone: percentages, sets and formulas, marks in back quotes, in a paragraph that speaks of templates or
variables, or in a text about software; a mark that stands in the source too. It runs on every target language: the
marks are of none.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
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
    "He sent [[{0}]] letters to the ministry.",
    "Dear [[%s]], the talks have ended.",
    "The [[__PH__]] treaty is in force.",
    "The talks with [[%1$s]] ended on Monday.",
    "The talks with [[% 1 $ s]] ended on Monday.",
    'The talks ended on Monday[[<x id="1"/>]].',
    "[[<b1001>]]The talks[[</b1001>]] ended on Monday.",
    "Welcome back, [[{{ user_name }}]]!",
    "There were [[٪d]] letters in the box.",
    "The price rose by 10[[%%]] in May.",
    "He met [[PERSON_1]] in Paris.",
    "There were [[:count]] letters in the box.",
    "There were [[{ $count }]] letters, and [[$s]] of [[%COUNT]] were read by [[*|FNAME|*]].",
    "There were letters for [[<<name>>]] in box [[###1###]].",
    "There were [[XXX0XXX]] letters and [[⟪1⟫]] parcels in box [[_PH0_]].",
    "Welcome to [[$t(common.town)]], he said.",
    "He met [[#0#]] in Paris.",
    "[[% @]] met him in Paris.",
    "He met [[NOTRANSLATE_0]] and [[XXPH0XX]] in Paris.",
    "The bridge [[$ { name }]] is closed.",
    "The bridge of [[%{city}]] is closed.",
    "The talks [[{1>]]ended[[<1}]] on Monday.",
    "You have [[{count, plural, one {# letter} other {# letters}}]] in the box.",
]

GOOD = [
    "Sales rose by 5% since May, by 10 %, said AT&T; 20 %d'entre eux.",
    "The set {a, b} has two members.",
    "Let {U_i} be an open cover of X, and {x_n} a sequence in it.",
    "Type `%s` to see it.",
    "“You $#%@&^%!,” he shouted.",
    "The price is $5 or $name your price.",
    "Customers got a letter from the template: Dear {{first_name}}, thank you for {0}.",
    "The code prints %s where the variable is empty.",
    "The file_name and the __init__ method are code.",
    Example("Dear %s, your parcel is here.", source="Sehr geehrte %s, Ihr Paket ist da."),
    "He scored 100 % so far, and 3 % does not count.",
    "She is [now] in Paris [1] and <3 it.",
    "Run `git log`, `git add` and `git push`.\n\nThe hook gets %s from main_loop() in src/main.c.",
    "It is a 50%-off sale; %-signs are everywhere.",
    "The @count account has readers.",
    "He plays with #10 on his back, and says :name: with a smile.",
]

_PIECES = re.compile(
    r"""
      \{\{\s?[#/^!&>]?\s?[\w.|:\s-]{1,40}\s?\}\}|\{\s\{\s[\w.]{1,30}\s\}\s\}|\{%[^%\n]{1,60}%\}|<%[=-]?[^%\n]{1,60}%>
    | \{\s?\w{1,30}\s?,\s?(?:plural|select|selectordinal|number|date|time)\b
      (?:[^{}\n]{0,60}\{[^{}\n]{0,80}\}){0,8}[^{}\n]{0,20}\}?
    | (?<![\w\\}])[$\#@%]?\s?\{\s?(?![A-Za-z]_\w{1,2}\})(?:\d{1,2}|\$?[A-Za-z_][\w.]{0,30})
      (?::[^{}\s]{0,10})?\s?\}(?!\{)
    | (?<![\w\d])(?<!\d\s)(?<!%)%\s?(?:\d\s?\$\s?)?(?:[-+0\#]?\d{0,2}(?:\.\d{1,2})?)(?:l{1,2}|h)?
      [sdiuxX@f](?![\w'’%-])(?!\.\d)
    | (?<![\w%])%\s?\(\s?\w{1,30}\s?\)\s?[sdif]\b
    | (?<![\w%])%[A-Z][A-Z0-9_]{1,30}%|(?<!\w)\$[A-Z][A-Z0-9_]{1,30}\$|(?<![\w%.,])%\d(?![\d%\w.,])
    | (?<!%)%%(?!%)|(?<![\w%])%[a-z][a-z_]{2,20}%(?![\w%])
    | \[\[\s?\w{1,30}\s?\]\]|\$t\([\w.:-]{2,60}\)|(?<![\w\#])\#\d{1,3}\#(?![\w\#])
    | \{\#\w{1,20}\#\}|(?<![\w%])%\d%|(?<![\w%])%[A-Z]{3,20}\b(?![%\w])|(?<![\w\\])\\\([a-z]\w{1,20}\)
    |(?<![\w%$])\$[sd]\b(?!\s?\d)
    | <<\s?[A-Za-z_]{2,20}\s?>>|\*\|[A-Z_]{2,20}\|\*|<(?:count|name|number|username|user_name|amount|total|value)>|\[0\]
    | (?<!\w)_[A-Z]{2,12}\d{1,3}_(?!\w)|\b([XZQ]{2,3})\d{1,3}\1\b|(?<![\w\#])\#{2,3}\s?\d{1,3}\s?\#{2,3}(?!\w)
    | (?<![\w@])@\d{1,3}@(?!\w)|[⟪‹]\s?\d{1,3}\s?[⟫›]
    | (?<=\s):(?:count|name|attribute|value|values|min|max|number|user|title|size|other|amount|link|resource)\b(?![:\w])
    | [٪％﹪]\s?(?:\d\s?\$\s?)?[sd@]\b
    | <\s?/?\s?(?:x|g|bx|ex|ph|it|bpt|ept|mrk|pc|sc|ec|cp|ut|hi)(?=[\s/>])(?:\s[^<>\n]{0,160})?\s?/?\s?>
    | <\s?/?\s?(?!h[1-6])[a-z]{1,3}\s?\d{1,5}\s?/?\s?>|<\s?/?\s?\d{1,4}\s?/?\s?>
    | \{\d{1,3}>|<\d{1,3}\}|\{>|<\}\d{1,3}\{>?|\[\d{1,2}\}|\{\d{1,2}\]|[⟦⟨｛]\s?\w{1,12}\s?[⟧⟩｝]
    | (?<!\w)_\s?_\s?[A-Z][A-Z0-9_]{0,20}?\s?_\s?_(?!\w)|(?<!\w)__\d{1,3}__(?!\w)
    | (?<![\w@])@@[A-Z0-9_]{1,20}@@|(?<![\w\#])\#\#[A-Z0-9_]{1,20}\#\#|(?<!\w)@:[a-z][\w.]{2,40}
    | \b(?:
      PERSON|PER|LOC|LOCATION|ORG|ORGANI[SZ]ATION|NUM|NUMBER|URL|EMAIL|DATE|ENTITY|ENT|NAME|TERM|TOKEN|TAG|
      PH|PLACEHOLDER|VAR|VARIABLE|MASK|KEEP|DNT|NE|CODE|LINK|IMAGE|IMG)(?:_\d{1,4}|\s_\s\d{1,4})\b
    | \b(?:ZZPH|XXPH|PLACEHOLDER|XPLACEHOLDERX|DONOTTRANSLATE|NOTRANSLATE|DNT)_?\d{0,4}[A-Z]{0,3}\b
    | [<\[](?:URL|EMAIL|NUM|NUMBER|PERSON|ENTITY|PHONE|USERNAME|HASHTAG|LINK|ORG|LOC)[_\s]?\d{0,3}[>\]]
    """,
    re.VERBOSE,
)
#: Signs that stand for an oath: $#%^&!
_OATH = re.compile(r"[$#%^&!@*]{5}")
#: One of these stands in every placeholder.
_SIGNS = "{%٪％﹪<$_@#⟦⟨｛[:⟪‹\\*!"
_SPELT = "zzph placeholder dnt donottranslate notranslate zzph001zz".split() + [
    f"{a}{i}{b}" for a, b in (("xxph", "xx"), ("xxx", "xxx"), ("xx", "xx")) for i in range(10)
]
_QUICK = re.compile(
    r"[{<٪％﹪⟦⟨｛_]|%[^\s\d.,;:)]|%\.\d|% ?\d|% [(sd@]|\$ ?[{A-Z]|\$t\(|##|#\d{1,3}#|\s[:@!][a-z]|\$[sd]\b|@\d|[⟪‹*\\]"
    r"|\[0\]|XX|@[@:]|\[\[|\[[A-Z\d]|PH|DNT"
    r"|TRANSLATE"
    r"|PLACEHOLDER"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each placeholder."""
    if not holds(document, _SIGNS, _SPELT):
        return
    for paragraph, found in not_in_source(document, _QUICK, _PIECES):
        text, piece = paragraph.text, found.group()
        start, end = found.span()
        if text[start - 1 : start] == "`" or text[end : end + 1] == "`":
            continue
        if _OATH.search(text, max(0, start - 4), end + 4) or speaks_of_code(document, paragraph):
            continue
        yield Match(paragraph.index, start, end, f"“{piece[:40]}” is a placeholder that nobody filled in.")
