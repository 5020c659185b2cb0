"""An error of the service stands in place of the text: `Error: 429 Too Many Requests`.

Why it happens: a translation service answered with an error, and the answer was stored as the translation.

How it is found: a line that begins as error messages do (`Error:`, an HTTP status with its reason, the name of an
exception) or that is one of the fixed messages of services (quota, rate limit, time-out, key, length, access); the
same in the commonest languages by their fixed wordings. Critical where the story holds nothing else, major where a
line in a story speaks of translation or a status.

What it leaves alone: stories and manuals about errors, which name them inside sentences or among much other text;
quotations. It runs on every target language: services answer in English whatever they translate.

Not met in the measured texts: what was handed in to be compared holds no errors.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._code import speaks_of_code
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import Said, lines_said

rule = Rule(category="accuracy/omission", severity="major", languages=(), since="0.3", among=(told, "tool-error"))

BAD = [
    "[[503 Service Unavailable]]",
    "[[Error: Rate limit reached for requests. Please try again in 20s.]]",
    "[[You exceeded your current quota, please check your plan and billing details.]]",
    "[[Translation failed]]\n\nThe bridge was closed on Monday.\n\nIt opens in May.",
    "[[openai.RateLimitError: Error code: 429]]",
    "[[QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY: 500 CHARS]]",
    "The bridge was closed on Monday.\n\n[[HTTP 502 Bad Gateway]]\n\nIt opens in May.",
    "[[Internal Server Error]]",
    "[[undefined]]",
    '[[{"translatedText": null}]]',
    "[[(empty)]]",
    "[[System.NullReferenceException: Object reference not set to an instance of an object.]]",
    "[[User Rate Limit Exceeded]]",
    "[[HTTP 429]]",
    '[["null"]]',
    "[[(Translation failed)]]",
    "[[No translatable content.]]",
    "[[The text cannot be translated, as it is only an address.]]",
    "[[Fehler: Kontingent überschritten]]",
    "[[No translation available]]",
    "[[<Response [404]>]]",
    "[[The request to the API timed out.]]",
    "[[DeepL-Error: Quota exceeded]]\n\nThe bridge was closed on Monday.",
    "[[Session expired. Please log in again.]]",
    "[[(The text is too short to be translated.)]]",
    "[[Traceback (most recent call last):]]",
    "[[翻译失败，请稍后重试。]]",
    "[[The model is currently overloaded. Please try again later.]]",
    "[[Please enable cookies and JavaScript to continue.]]",
]
GOOD = [
    Example("Access to this page was denied.", source="Der Zugriff auf diese Seite wurde verweigert."),
    "Run `curl` with `--retry 3` or call fetch().\n\n429 Too Many Requests\n\nThe server wants you to wait.",
    "404 Not Found is what readers saw for an hour on Monday.",
    "The site answered with “503 Service Unavailable” all day.",
    "Error: the word comes from Latin and meant to wander.\n\nIt is old, and so is the thing.",
    "Something went wrong in the north of the city on Monday, and the bridge fell.",
    "Too many requests for help reached the council in May, it said.",
    "The quota for cod was exceeded by a tenth in May.",
    "An error occurred in the count, the board said, and the bridge was sold too cheaply.",
    "403 people live on the island, and 500 more come in summer.",
    "Access to the bridge was denied to lorries.",
    "Network Error is a band from Leeds, and it plays on Monday.",
    "Connection is everything, she said.",
    "The service is unavailable to most people in the north, who live far from a station.",
    "The operation was a success.",
    "Error 404 is the best known of all messages of the web.",
    "Untranslatable words fill the book.",
    "Cycling is not supported",
    "Credit limit reached: banks stop lending",
    "No translation is needed to enjoy the song, and none was printed.",
    "gone\n\nThe library is closed. It is now a bank.",
    "Conflict\n\nThe talks ended in May.",
]

_LONG = 200  # characters of a line that is no message


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the line."""
    for said in lines_said(document, "tool-error"):
        if _counts(document, said):
            message = "A service says here that it failed" + (": the story is missing." if said.line.whole else ".")
            yield said.match(message, "critical" if said.line.whole else "major", ())


def _counts(document: Document, said: Said) -> bool:
    """Whether a line is an error, and not about errors."""
    if said.kind in ("failure", "short"):
        return not document.has_source and len(said.line.text) < _LONG
    paragraph = document.analysis.paragraphs[said.line.segment]
    return said.line.whole or (len(said.line.text) < _LONG and not speaks_of_code(document, paragraph))
