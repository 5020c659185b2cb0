"""Text was left in the code of a file or protocol: base64, `\\u2019`, `%E2%80%99`, `=E2=80=99`.

Why it happens: JSON, e-mail and addresses write letters in codes of their own; what nobody decoded goes through the
engine.

How it is found: a long run of letters of both cases and figures without a space (base64); escapes of JSON (`\\u2019`,
`\\n`, `\\"`), of addresses outside an address, of e-mail.

What it leaves alone: addresses, names of files and paths, hashes and keys in text about software, long words. It runs
on every target language: codes are of none.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.artefacts._code import speaks_of_code
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import TOKEN, told

rule = Rule(category="fluency/character-encoding", severity="major", languages=(), since="0.3", among=(told, "encoded"))

BAD = [
    "The minister[[\\u2019]]s letter was sent.",
    "[[VGhlIGJyaWRnZSB3YXMgY2xvc2VkIG9uIE1vbmRheSwgYW5kIGl0IG9wZW5zIGluIE1heS4gVGhlIGNvdW5jaWwgaXMgc29ycnku]]",
    "The talks ended.[[\\n\\n]]He left.",
    'He said [[\\"]]no[[\\"]] and left.',
    "The minister[[%E2%80%99]]s letter was sent.",
    "The minister[[%27]]s letter[[%20]]was sent.",
    "The minister[[=E2=80=99]]s letter was sent.",
    "[[VGhlIGJyaWRnZSB3YXMgY2xvc2VkIG9uIE1vbmRheSwgYW5kIGl0IG9wZW5zIGlu]]\n\n"
    "IE1heS4gVGhlIGNvdW5jaWwgaXMgc29ycnkgYWJvdXQgaXQuIFRoZSBicmlkZ2Ug",
    "[[=?UTF-8?B?VGhlIGJyaWRnZQ==?=]]",
    "The picture: [[data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA]]",
]
GOOD = [
    "See https://example.org/a%20b%20c?x=%E2%80%99 for more.",
    "The file is C:\\new\\users and \\\\server\\share.",
    "A pneumonoultramicroscopicsilicovolcanoconiosis is a disease.",
    "It grew by 5%20 years ago.",
    "The escape \\n in a string means a new line.",
    "He earned 3=4 points; x=1, y=2.",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAARGH, he cried.",
    "Set the variable to VGhlIGJyaWRnZSB3YXMgY2xvc2VkIG9uIE1vbmRheSwgYW5kIGl0IG9wZW5zIGluIE1heS4gVGhl.",
    "The key is 3f9a0c1d2e4b5a6f7c8d9e0f1a2b3c4d.",
    "See www.example.org/Aa1Bb2Cc3Dd4Ee5Ff6Gg7Hh8Ii9Jj0Kk1Ll2Mm3Nn4Oo5Pp6Qq7Rr8Ss9Tt0Uu1Vv2Ww3Xx4Yy5Zz6.",
]

_BASE64 = regex(r"(?<![\w/+.:%?&=-])[A-Za-z0-9+/]{60,20000}(?:\n[A-Za-z0-9+/]{8,200}){0,2000}={0,2}(?![\w/])")
_MESSAGE = "“{}” is the code of a file or protocol, not text."
_ADDRESS = regex(r"(?:https?://|www\.)\S{0,2000}")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each code, and each run of base64."""
    for mark in marks(document, "encoded"):
        addresses = (address.span() for address in _ADDRESS.finditer(mark.paragraph.text))
        if not any(start <= mark.start < end for start, end in addresses):
            yield mark.match(_MESSAGE)
    if max(map(len, document.analysis.index), default=0) < TOKEN:  # cheap
        return
    before = -2  # the last paragraph with such a run
    for paragraph in document.analysis.paragraphs:
        for run in _BASE64.finditer(paragraph.text):
            if not _mixed(run.group()) or speaks_of_code(document, paragraph):
                continue
            if before != paragraph.index - 1:  # line by line: said once
                yield Match(paragraph.index, *run.span(), _MESSAGE.format(run.group()[:40]))
            before = paragraph.index


def _mixed(run: str) -> bool:
    """Whether a run has as many capitals and small letters as chance would give it."""
    upper, lower = sum(map(str.isupper, run)), sum(map(str.islower, run))
    return min(upper, lower) * 5 > len(run)
