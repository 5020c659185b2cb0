"""A segment is the source, letter for letter.

Why it happens: the engine failed on the segment and handed it back, or a step of the pipeline skipped it.

How it is found: target and source of a segment are the same, markup and white space aside, and hold at least four
words, or three Han characters or more. Segments in a row are one finding, which weighs as much as their words.

Languages: all; where the target is not English, the source must be declared or seen to be in another language, and that
must be no near relative.

What it leaves alone: names, figures, addresses and titles that are the same in both languages; documents
translated within one language.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.untranslated._copies import copies

rule = Rule(category="accuracy/untranslated", severity="critical", needs=("source",), languages=())

_ENGLISH = "The talks of the two ministers in Moscow went on until the evening."
_ENGLISH_SOURCE = "Die Gespräche der beiden Minister in Moskau dauerten bis zum Abend."


def _beside(text: str, source: str) -> Example:
    """The text below a paragraph that was translated."""
    return Example(f"{_ENGLISH}\n\n{text}", f"{_ENGLISH_SOURCE}\n\n{source}")


BAD = [
    _beside("[[Die Minister haben sich gestern getroffen.]]", "Die Minister haben sich gestern getroffen."),
    _beside("[[俄罗斯外长拉夫罗夫说。]]", "俄罗斯外长拉夫罗夫说。"),
    _beside("[[Il est parti hier soir avec elle.]]", "Il est parti hier soir avec elle."),
    _beside("[[El ministro  no respondió a la carta.]]", "El ministro no respondió a la carta."),
    Example(
        f"[[俄罗斯外长拉夫罗夫说。]]\n\n{_ENGLISH}\n\n[[他没有回答。]]",
        f"俄罗斯外长拉夫罗夫说。\n\n{_ENGLISH_SOURCE}\n\n他没有回答。",
    ),
    Example(
        "Die Minister trafen sich.\n\n[[The ministers have met in the town on Monday.]]",
        "The ministers met.\n\nThe ministers have met in the town on Monday.",
        language="de",
        source_language="en",
    ),
    Example(
        "Die Minister trafen sich am Montag.\n\n[[俄罗斯外长拉夫罗夫说。]]",
        "部长们星期一会面。\n\n俄罗斯外长拉夫罗夫说。",
        language="de",
        source_language="zh",
    ),
    _beside("[[Министр обороны не ответил.]]\n\nОн молчал.", "Министр обороны не ответил.\n\nОн молчал."),
]

GOOD = [
    _beside("Die Minister haben sich gestern getroffen.", "Les ministres se sont rencontrés hier."),
    Example("The ministers met.", "Die Minister trafen sich."),
    Example("Angela Merkel, Emmanuel Macron", "Angela Merkel, Emmanuel Macron"),
    Example("2017-03-22 18:04:39", "2017-03-22 18:04:39"),
    Example("https://example.org/a/b", "https://example.org/a/b"),
    Example("The Rolling Stones", "The Rolling Stones"),
    Example("“The best of all possible worlds”", "“The best of all possible worlds”"),
    Example("Max Mustermann, Volkswagen AG, Wolfsburg", "Max Mustermann, Volkswagen AG, Wolfsburg"),
    Example("This is the song that he wrote in the war.", "This is the song that he wrote in the war."),
    Example("New York Times, Washington Post", "New York Times, Washington Post", language="de", source_language="en"),
    Example(
        "Vi kommer hjem i morgen.\n\nHan har ikke svaret.",
        "Vi kommer hjem i morgen.\n\nHan har ikke svaret.",
        language="no",
        source_language="da",
    ),
    Example("Die Minister haben sich heute getroffen.", "Die Minister haben sich heute getroffen.", language="de"),
    Example("Hotel Adlon Kempinski, Unter den Linden 77", "Hotel Adlon Kempinski, Unter den Linden 77"),
    _beside("%(count)s %(name)s removed", "%(count)s %(name)s removed"),
    Example("admin interface via bookmarklets", "admin interface via bookmarklets", source_language="en"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the first segment of each run, for all of the run."""
    paragraphs = document.analysis.paragraphs
    runs: list[list[int]] = []
    for index in copies(document):
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        target = document.segments[run[0]].target
        start = len(target) - len(target.lstrip())
        message = "The segment was not translated: it is the source."
        if len(run) > 1:
            message = f"{len(run)} segments from here on were not translated: they are the source."
        lost = tuple((index, paragraphs[index].words) for index in run)
        yield Match(run[0], start, len(target.rstrip()), message, lost=lost)
