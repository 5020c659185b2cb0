"""An error of the service stands in place of the text: `Error: 429 Too Many Requests`.

Why it happens: a translation service answered with an error, and the answer was stored as the translation.

How it is found: a line that begins as error messages do (`Error:`, an HTTP status with its reason, the name of an
exception) or that is one of the fixed messages of services (quota, rate limit, time-out, key, length, access); the
same in the commonest languages by their fixed wordings. Critical where the story holds nothing else, major where a
line in a story speaks of translation or a status.

What it leaves alone: stories and manuals about errors, which name them inside sentences or among much other text;
quotations. It runs on every target language: services answer in English whatever they translate.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._code import speaks_of_code
from mtqa_rules.artefacts._lines import beginning, holds, is_whole, lines
from mtqa_rules.artefacts._wording import wording

rule = Rule(
    category="accuracy/omission",
    severity="major",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

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

_REASON = (
    r"(?:bad request|unauthori[sz]ed|payment required|forbidden|not found|method not allowed|not"
    r" acceptable|proxy authentication required|request time-?out|conflict|gone|length required|"
    r"payload too large|request entity too large|content too large|uri too long|request-uri too (?:long"
    r"|large)|unsupported media type|unprocessable (?:entity|content)|too many requests|internal server"
    r" error|not implemented|bad gateway|"
    r"service (?:temporarily )?unavailable|gateway time-?out|insufficient storage|origin is unreachable"
    r"|web server is down|connection timed out|site is overloaded)"
)
_EXCEPTION = re.compile(
    r"(?:[A-Za-z_]\w{0,30}\.){0,4}[A-Z]\w{1,40}(?:Error|Exception|Timeout|Failure|Unavailable|Exceeded)\b\s?(?::|\(|$)|Traceback"
    r" \(most recent call last\)|(?:Uncaught|Unhandled) \w{0,30} ?(?:Error|Exception|rejection)|"
    r"(?:ECONN(?:REFUSED|RESET|ABORTED)|ETIMEDOUT|ENOTFOUND|ERR_[A-Z_]{3,40})\b|java\.\w+\.\w+|\[object"
    r" Object\]|Fatal error: |Segmentation fault|panic: |curl: \(\d"
    r"|<Response \[\d{3}\]>",
)
_SERVICE = re.compile(
    r"(?:(?:(?:api|http|https|server|openai|deepl|google|azure|network|request|fetch|translation|translator|service"
    r"|system|unknown|runtime|fatal|unexpected|gateway)[ -])?(?:error|failed|failure|warning"
    r"|exception)(?: code| message| status)?\s?[:：(\[-] ?|\[error\]:? ?|status(?: code)?:? ?|response:? ?"
    r"|http(?:/\d(?:\.\d)?)?(?: error| status)?:? ?|oops!? ?|sorry[,!]? ?|we['’]re sorry[,.!]? ?)?"
    rf"(?:(?:error )?[45]\d\d[: –—-]{{1,3}}\(?{_REASON}\)?|(?!gone\b|conflict\b){_REASON}(?=[.!]?$| \(\d)"
    r"|(?:you(?:['’]ve| have)? (?:exceeded|reached|hit|used (?:up )?all)|exceeded|reached)(?: your| the)?"
    r" (?:current |free |daily |monthly |rate |usage |available )*(?:quota|rate limit|usage limit|limit"
    r"|character limit|token limit|free translations|credits|plan)\b"
    r"|(?:the |your )?(?:rate|usage|quota|token|request|character|monthly|daily|api)(?: usage)?"
    r" ?(?:limits?|quota|credits?) (?:has been |was |is )?(?:exceeded|reached|hit|exhausted)"
    r"|(?:the |your )?(?:quota|credit balance|account balance|insufficient[_ ]quota|insufficient credits"
    r"|insufficient balance)(?: (?:has been |was |is )?(?:exceeded|used up|exhausted|too low"
    r"|insufficient))?(?=[.!,: ]|$)(?=[^\n]{0,80}\b(?:plan|billing|api|try again|exceeded|requests?"
    r"|balance|credits?|account)\b|[.!]?$)"
    r"|(?:query length limit|mymemory warning|invalid (?:target|source) language|invalid language pair"
    r"|please select two distinct languages|no query specified|text too long|input too long|prompt is too"
    r" long)\b"
    r"|(?:the )?(?:text|input|request|prompt|message|document|content) (?:you (?:sent|entered|submitted)"
    r" )?(?:is too (?:long|large)|exceeds the (?:maximum|limit|allowed)|was (?:rejected|blocked|flagged"
    r"|filtered))\b"
    r"|this model['’]s maximum context length|maximum context length|context[_ ]length[_ ]exceeded"
    r"|content[_ ]filter(?:ed)?\b|response (?:was |is )?(?:blocked|filtered|empty)|no response (?:from"
    r"|received|generated)\b|empty response\b"
    r"|(?:the |that |our )?(?:model|server|service|engine|api|system)s? (?:is|are|was) (?:currently "
    r"|temporarily )?(?:overloaded|unavailable|busy|down|at capacity|not available|experiencing|under"
    r" maintenance)\b"
    r"|(?:the server (?:had|encountered|is|returned|responded)|there was) an? (?:\w+ )?(?:error|problem"
    r"|issue)\b(?=[^\n]{0,80}\b(?:request|respon\w+|processing|translat\w+|generat\w+|server|try again"
    r"|contact|configuration)\b)"
    r"|(?:invalid|incorrect|missing|expired|no|wrong) (?:api[ -]key|auth(?:entication|orization)?(?: key|"
    r" token| header)?|access token|credentials|subscription key)\b"
    r"|(?:the |your )?(?:authentication|authorization|request|connection|translation|upload|download|api call|fetch|job"
    r"|operation)(?: has| to (?:the )?[\w.:/-]{1,60})? (?:failed|refused|reset|timed out|time-?out|aborted|rejected"
    r"|not available|unavailable|error|closed|cancell?ed)\b(?=\s?[.:!,;(]|\s?$| (?:by|because|with|due"
    r"|after|please))"
    r"|(?:failed|unable) to (?:translate|connect|fetch|load|process (?:the |your )?request|parse|decode"
    r"|get a response|generate|retrieve|reach|call|authenticate)\b|(?:could not|couldn['’]t|cannot)"
    r" (?:translate|connect to|reach|resolve host|process (?:the|your) request|be translated)\b"
    r"|(?:an |a )?(?:unknown |unexpected |internal |network )?error (?:has )?(?:occurred|happened|was"
    r" encountered)\b|something went wrong(?=[^\n]{0,60}\b(?:try again|reload|refresh|contact|later)\b)"
    r"|please (?:try again(?: later| in)?|enable (?:cookies|javascript)|verify (?:that )?you are (?:a"
    r" )?human|wait (?:a|while)[^\n]{0,30}\b(?:request|verif)|complete the (?:captcha|security check))\b"
    r"|just a moment\.\.\.|checking your browser|verify(?:ing)? you are human|access denied(?=[.!]?$|[.!]"
    r" )|attention required! \| cloudflare|our systems have detected unusual traffic"
    r"|(?:the )?requested (?:url|resource|page|model|endpoint) (?:\S{1,60} )?(?:was not found|could not be"
    r" found|does not exist|is not available)|(?:the )?model `?[\w./-]{2,40}`? (?:does not exist|not found"
    r"|is not supported)|(?:you )?do(?:es)? not have access to (?:model|this api)"
    r"|(?:translation|language pair|source language|target language)s? (?:is |are )?(?:not (?:available"
    r"|supported|found)|unavailable|unsupported|error)\b|(?:no|missing) translation(?: (?:available|found"
    r"|returned))?(?=[.!\])]?$)"
    r"|time-?out (?:error|exceeded|while|waiting)|(?:request|read|connect|connection|operation|gateway|the"
    r" request) tim(?:ed|e)[- ]?out\b|ssl(?: certificate)? (?:error|problem)|certificate verify failed"
    r"|name or service not known|too many requests\b|network error(?=[.!:]|$))"
    r"[^\n]{0,300}",
    re.IGNORECASE,
)
#: What can be nothing else where it is all there is: Connection error. The service is unavailable.
_SHORT = re.compile(
    r"[\[(]?(?:(?:(?:the|this) (?:text|sentence|segment|content|input|word) is )?(?:untranslatable|(?:no"
    r"|missing) translation"
    r"(?: (?:available|found|needed|required|possible))?|(?:too short|not possible) to (?:be )?translated?)[.\])]{0,2}$"
    r"|(?:the |this )?(?:text|sentence|segment|input) (?:is|was) too short to\b)"
    r"|[\"'“‘][\w-]{2,12}[\"'”’] is not (?:a )?supported(?: language)?[.!]?$"
    r"|\[?(?:[\w'’]+ ){0,4}(?:error|exception|failure|time-?out)(?:\]?[.!:]?$|: )"
    r"|(?:[\w'’]+ ){0,4}(?:service|server|model|system|api|engine|website|chatgpt|claude|gemini|deepl) (?:is|are|was) "
    r"(?:currently |temporarily |now )?(?:unavailable|overloaded|busy|down|at capacity|offline|not available|"
    r"not responding|unreachable)\b",
    re.IGNORECASE,
)
#: Fixed values that programs print where there is no text.
_NOTHING = re.compile(
    r"(?:undefined|null|none|nan|n/?a|#?(?:n/a|ref!|value!|error!|name\?|div/0!|num!)|\(null\)"
    r"|\[?object object\]?|[\[(<]?(?:empty|blank"
    r"|missing|no (?:text|content|translation|response))[\])>]?|\{\s?[\"'][\w-]{1,30}[\"']\s?:\s?(?:null|None"
    r"|\"\"|''|\[\]|\{\})\s?\}|\{\}|\[\]|false|true|nil|error|-?1)\.?",
    re.IGNORECASE,
)
_LONGEST, _FEW = 200, 3
#: One of these stands in an error among other lines.
_SPELT = (
    "error errors exception failed failure timed timeout unavailable overloaded quota limit traceback request requests "
    "http translation translate invalid 429 500 502 503 504"
).split()
_OBJECT = re.compile(
    r"\s{0,20}\{\s{0,20}[\"'](?:error|errors|message|detail|code|status|statusCode|fault)[\"']\s?:"
    r"|\s{0,20}<(?:Error|error|Fault|soap:Fault)>"
)
#: Inside a story a line must speak of translating, of the service or of a status to be sure.
_SURE = re.compile(
    rf"\btranslat|\b[45]\d\d\b|\bapi\b|quota|rate limit|too many requests|http|{_REASON}|traceback|timed"
    r" out|context length|maximum|limit exceeded",
    re.IGNORECASE,
)
#: A sentence about errors goes on with a verb or a comma: 404 Not Found is what readers saw.
_TOLD = re.compile(
    r"\b(?:said|says|told|readers|users saw|what|which|who|when they|in (?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December)|was closed|on (?:Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday))\b"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the line."""
    known = wording("error")
    all_lines = lines(document)
    if not (len(all_lines) <= _FEW or beginning(document, known.heads) or holds(document, "{", _SPELT)):
        return
    for line in all_lines:
        text = line.text
        whole = is_whole(document, line)
        lone = whole and len(all_lines) - sum(document.segments[i.segment].kind == "headline" for i in all_lines) <= 1
        if (
            (lone and (_NOTHING.fullmatch(text) or _NOTHING.fullmatch(text.strip("\"'[]%"))))
            or (_OBJECT.match(text) and line.first)
            or (lone and not document.has_source and len(text) < _LONGEST and _fails(text))
        ):
            found = True
        elif not (known.match(text) or _EXCEPTION.match(text) or _SERVICE.match(text)) or _TOLD.search(text):
            continue
        else:
            found = (whole and _alone(text, len(all_lines))) or (
                bool(_SURE.search(text) or known.match(text))
                and len(text) < 200
                and not speaks_of_code(document, document.analysis.paragraphs[line.segment])
            )
        if found:
            critical = whole and _alone(text, len(all_lines))
            message = "A service says here that it failed" + (": the story is missing." if critical else ".")
            yield Match(line.segment, line.start, line.end, message, severity="critical" if critical else "major")


def _fails(text: str) -> bool:
    """Whether a lone line says that something failed, in words no story is told in."""
    return (
        len(text) < _LONGEST
        and bool(_SHORT.match(text) or wording("failure").match(text.lstrip("[(<")))
        and not _TOLD.search(text)
    )


def _alone(text: str, count: int) -> bool:
    """Whether the error is the most of a short text."""
    return count <= 3 or len(text) > 200
