"""A segment is the source, letter for letter.

Why it happens: the engine failed on the segment and handed it back, or a step of the pipeline skipped it.

How it is found: target and source of a segment are the same, markup and white space aside, and hold at least four
words, or three Han characters or more.

What it leaves alone: names, figures, addresses and titles that are the same in both languages; documents
translated within one language.
"""

from collections.abc import Iterator

from mtqa.analysis.language import foreign_share, function_share
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(
    category="accuracy/untranslated",
    severity="critical",
    needs=("source",),
    measured=("figures: docs/rules/untranslated.md",),
)

BAD = [
    Example("[[Die Minister haben sich gestern getroffen.]]", "Die Minister haben sich gestern getroffen."),
    Example("[[俄罗斯外长拉夫罗夫说。]]", "俄罗斯外长拉夫罗夫说。"),
    Example("He left.\n\n[[Il est parti hier soir avec elle.]]", "Er ging.\n\nIl est parti hier soir avec elle."),
    Example("[[El ministro  no respondió a la carta.]]", "El ministro no respondió a la carta."),
    Example("[[Министр обороны не ответил на письмо.]]", "Министр обороны не ответил на письмо."),
]

GOOD = [
    Example("The ministers met.", "Die Minister trafen sich."),
    Example("Angela Merkel, Emmanuel Macron", "Angela Merkel, Emmanuel Macron"),
    Example("2017-03-22 18:04:39", "2017-03-22 18:04:39"),
    Example("https://example.org/a/b", "https://example.org/a/b"),
    Example("The Rolling Stones", "The Rolling Stones"),
    Example("“The best of all possible worlds”", "“The best of all possible worlds”"),
    Example("Max Mustermann, Volkswagen AG, Wolfsburg", "Max Mustermann, Volkswagen AG, Wolfsburg"),
    Example("This is the song that he wrote in the war.", "This is the song that he wrote in the war."),
    Example("Hotel Adlon Kempinski, Unter den Linden 77", "Hotel Adlon Kempinski, Unter den Linden 77"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the whole segment."""
    for paragraph, segment in zip(document.analysis.paragraphs, document.segments, strict=True):
        source, target = segment.source, segment.target
        if not source or not target or source.split() != target.split():
            continue
        plain = [token for token in paragraph.tokens if token.kind == "word" and token.text.islower()]
        han = sum("\u3040" <= char <= "\ud7af" for char in target[:200])
        words = [token.lower for token in plain]
        if han < 3 and (len(plain) < 3 or function_share(words) > 0.4):
            continue
        if han < 3 and foreign_share(words) < 0.3:
            continue
        start = len(target) - len(target.lstrip())
        yield Match(paragraph.index, start, len(target.rstrip()), "The segment was not translated: it is the source.")
