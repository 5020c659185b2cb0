"""Navigation, credits or adverts of the web page stand in the story.

Why it happens: the page was translated as a whole, with its buttons and credit lines.

How it is found: a short paragraph that is nothing but one of the phrases web pages and agencies put round a story
(`Read more`, `Editor: Li Ming`, `Source: Xinhua`, `The latest articles of …`), or a bracket with the editor's name.

What it leaves alone: the same words inside a sentence; bylines; `Source` and `Photo` lines under figures that
name a person and a year.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/addition",
    severity="minor",
    measured=("figures: docs/rules/structure.md",),
)

BAD = [
    "The talks ended well.\n\n[[Read more]]",
    "The talks ended well.\n\n[[The lastest articles of guanchazhewang]]",
    "The talks ended well.\n\n[[Editor: Li Ming]]",
    "The talks ended well. [[(Responsible editor: Wang Wei)]]",
    "[[Source: Xinhua News Agency]]\n\nThe talks ended well.",
    "The talks ended well.\n\n[[Share on Facebook]]",
    "The talks ended well.\n\n[[Related news:]]",
    "The talks ended well.\n\n[[Click here to subscribe]]",
]

GOOD = [
    "Read more than one book a week, she said.",
    "Click here and the page opens; so he told the court.",
    "The editor: a man of few words.",
    "The source: a well in the hills of the north.",
    "Share on share, the price rose.",
    "By Li Ming",
    "Related news made the price fall by a tenth on Monday.",
    "The latest articles of the treaty were signed on Monday.",
    "He told the editor (responsible for sport) to stay.",
    "Follow us, the soldiers said, and they did.",
    "Editor: the word has two meanings, and both are old.",
]

_WHOLE = re.compile(
    r"""(?:\W{0,3})(?:
      (?:continue\ reading|read\ (?:more|also|next|the\ full\ story)|more\ on\ this\ story)(?:\s?[:|].{0,60})?
    | (?:please\ )?click\ here(?:\ (?:to|for)\ .{1,60})?
    | (?:share|tweet|print)\ (?:this|on|to)\ (?:article|story|page|facebook|twitter|wechat|weibo)
    | (?:related|recommended|hot|latest|further|more)\ (?:news|articles|stories|reading|reports|links|posts)\s?:?
    | the\ las?test\ (?:articles|news|posts)\ (?:of|from|by)\ [\w'’-]{2,30}(?:\ [\w'’]{2,30})?
    | (?:(?:responsible|executive|chief|web|duty)\ )?editors?\s?(?:in\ charge|in-charge)?\s?[:：]\s?[^.,;:]{2,40}
    | (?:original\ )?(?:source|title|link)\s?[:：]\s?[^.,;:]{2,40}
    | (?:all\ rights\ reserved|copyright\ .{2,60}|scan\ the\ qr\ code.{0,60})
    | (?:previous|next)\ (?:page|article|post|story)(?:[:\s].{0,60})?
    | (?:back|return)\ to\ (?:top|home|the\ home\ ?page)
    | (?:follow\ us\ on|subscribe\ to|sign\ up\ for)\ [^.,]{2,60}
    | (?:comments?|replies|views|reads|likes)\s?[(:]\s?\d+\)?
    | (?:advertisement|sponsored\ content|skip\ to\ (?:main\ )?content|log\ ?in|sign\ in|home\ page)
    )[.!»>…]{0,3}""",
    re.VERBOSE | re.IGNORECASE,
)
_EDITOR = re.compile(
    r"[(\[（【](?:responsible |executive |chief )?editor(?:-in-charge| in charge)?\s?[:：][^)\]）】]{1,60}[)\]）】]",
    re.IGNORECASE,
)
_LONGEST = 90


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the paragraph, or the bracket."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        whole = text.strip()
        if len(whole) <= _LONGEST and _WHOLE.fullmatch(whole):
            start = text.index(whole)
            yield Match(
                paragraph.index, start, start + len(whole), f"“{whole}” belongs to the web page, not to the story."
            )
            continue
        for found in _EDITOR.finditer(text):
            yield Match(paragraph.index, *found.span(), f"“{found.group()}” belongs to the web page, not to the story.")
