"""A segment holds no word.

Why it happens: the engine gave up on the segment and returned a mark, or nothing.

How it is found: a target of marks only whose source has words (critical: the content is lost); without a source, a
target that is a mark of punctuation or a sign of music, currency or arithmetic, and a document that holds no word at
all.

What it leaves alone: separators (`***`, `---`, `…`, `•`), figures, lone braces in text about software, and segments
whose source has no words either. It
runs on every target language: marks are of none.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._code import is_technical

rule = Rule(category="accuracy/omission", severity="major", languages=(), facts=("wordless",))

BAD = [
    "The talks ended.\n\n[[.]]\n\nHe left.",
    "[[.]]",
    Example("[[,]]", "他走了。"),
    Example("The talks ended.\n\n[[...]]", "会谈结束了。\n\n部长没有回答。"),
    "The talks ended.\n\n[[”]]\n\nHe left.",
    "The talks ended.\n\n[[♪]]\n\nHe left.",
    "The talks ended.\n\n[[%]]\n\nHe left.",
    "[[♪]]\n\n[[♪]]",
    "[[***]]",
    "> The talks ended.\n\n[[,]]\n\n> He left.",
    "The talks ended.\n\n[[>]]\n\nHe left.",
]

GOOD = [
    "The talks ended.\n\n***\n\nHe left.",
    "The talks ended.\n\n---\n\nHe left.",
    "The talks ended.\n\n…\n\nHe left.",
    "The talks ended.\n\n2017\n\nHe left.",
    Example("***", "***"),
    "The talks ended.\n\n...\n\nHe left.\n\n[...]\n\nIt rained.",
    "> The talks ended.\n\n>\n\n> He left.",
    Example("?!", "？！"),
    "The talks ended.\n\n•\n\nHe left.",
    Example("2017", "2017年"),
    "Add this to app.json and run `npm start`:\n\n{\n\nport: 80\n\n}\n\nIt calls main() in src/app.js.",
    "The talks ended.\n\n* * *\n\nHe left.",
]

#: What shows that something was left out.
_OMITTED = regex(r"[(\[]? ?(?:\.{3,40}|…) ?[)\]]?")
#: Marks that part nothing: alone in a paragraph they stand for what is lost.
_MARKS = frozenset(".,;:\"“”„«»'’‘?!。，、；：？！؟،♪♫♬♩%‰$€£¥&@+/\\|^<>()[]{}（）【】《》「」�")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the segment as a whole."""
    wordless = not any(char.isalnum() for segment in document.segments for char in segment.target)
    for number, segment in enumerate(document.segments):
        target = segment.target.strip()
        if len(target) > 40 or any(char.isalnum() for char in target):
            continue
        if number + 1 < len(document.segments) and _OMITTED.fullmatch(target):
            continue
        if target == ">" and any(other.target[:2] == "> " for other in document.segments):
            continue  # an empty line of a mail that is quoted
        start = len(segment.target) - len(segment.target.lstrip())
        span = (number, start, start + len(target)) if target else (number, 0, len(segment.target))
        source = segment.source
        if source is not None:
            if sum(char.isalpha() for char in source[:500]) > 1:
                yield Match(*span, "The source has words, the translation has none.", severity="critical")
        elif target and (wordless or (_MARKS.issuperset(target) and not is_technical(document))):
            yield Match(*span, "The paragraph holds no word.")
