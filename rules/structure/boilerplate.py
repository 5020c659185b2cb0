"""Navigation, credits or adverts of the web page stand in the story.

Why it happens: the page was translated as a whole, with its buttons and credit lines.

How it is found: a short paragraph that is nothing but one of the phrases web pages and agencies put round a story
(`Read more`, `Editor: Li Ming`, `Source: Xinhua`, `The latest articles of …`), or a bracket with the editor's name; a
row of buttons between strokes.

What it leaves alone: the same words inside a sentence; bylines; `Source` and `Photo` lines under figures that
name a person and a year.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="accuracy/addition", severity="minor")

BAD = [
    "The talks ended well.\n\n[[Read more]]",
    "The talks ended well.\n\n[[The lastest articles of guanchazhewang]]",
    "The talks ended well.\n\n[[Editor: Li Ming]]",
    "The talks ended well. [[(Responsible editor: Wang Wei)]]",
    "[[Source: Xinhua News Agency]]\n\nThe talks ended well.",
    "The talks ended well.\n\n[[Share on Facebook]]",
    "The talks ended well.\n\n[[Related news:]]",
    "The talks ended well.\n\n[[Click here to subscribe]]",
    "The talks ended well.\n\n[[Print | Send | Comment (3)]]",
    "The talks ended well.\n\n[[Tags: wheat, bread, price]]\n\n[[End of message / short link]]",
    "The talks ended well.\n\n[[News code: 55120]]\n\n[[See a mistake? Select it and press Ctrl+Enter]]",
    "The talks ended well.\n\n[[This story is available to members only. The rest has 90 signs]]",
    "The talks ended well.\n\n[[(c) The Herald, unauthorized redistribution prohibited]]",
]

GOOD = [
    "Read more than one book a week, she said.",
    "Click here and the page opens; so he told the court.",
    "The editor: a man of few words.",
    "The source: a well in the hills of the north.",
    "Share on share, the price rose.",
    "By Li Ming",
    "Talks end | Ministers leave | Prices rise",
    "See more of the city on foot. Tags are sewn into coats: they show the price. Press Enter.",
    "This story is available in Welsh. The reproduction of birds is not prohibited by any law of the land, as far as "
    "the author of this letter knows, who has read all of them from the first page to the last one in a week.",
]

#: Lines of a web page round a story.
_WHOLE = re.compile(
    r"""(?:\W{0,3})(?:
      (?:continue\ reading|read\ (?:more|also|next|the\ full\ story)|more\ on\ this\ story)(?:\s?[:|].{0,60})?
    | (?:please\ )?click\ here(?:\ (?:to|for)\ .{1,60})?
    | (?:share|tweet|print)\ (?:this|on|to)\ (?:article|story|page|facebook|twitter|wechat|weibo)
    | (?:related|recommended|hot|latest|further|more)\ (?:news|articles|stories|reading|reports|links|posts)\s?:?
    | the\ las?test\ (?:articles|news|posts)\ (?:of|from|by)\ [\w'’-]{2,30}(?:\ [\w'’]{2,30})?
    | (?:share\ (?:to|on)\s?:.{2,60})?(?:(?:responsible|responsibility|executive|chief|web|duty)\ )?editors?\s?
      (?:in\ charge|in-charge)?\s?[:：]\s?[^.,;:]{2,40}
    | (?:original\ )?(?:source|title|link)\s?[:：]\s?[^.,;:]{2,40}
    | (?:tags|key\ ?words|share\ (?:to|on)|see\ (?:more|also)|(?:news|article)\ (?:code|id|number)
      |(?:code|id|number)\ of\ (?:the\ )?(?:news|article)|(?:date|time)\ of\ publication|publication\ date)
      \s?[:：].{1,120}
    | (?:all\ rights\ reserved|scan\ the\ qr\ code.{0,60}|(?:©|copyright)\ .{2,120})
    | .{0,60}\b(?:re-?distribution|reproduction|copying|reprinting)\b.{0,40}\b(?:prohibited|forbidden)\b.{0,40}
    | (?:previous|next)\ (?:page|article|post|story)(?:[:\s].{0,60})?
    | (?:back|return)\ to\ (?:top|home|the\ home\ ?page)
    | (?:follow\ us\ on|subscribe\ to|sign\ up\ for)\ [^.,]{2,60}
    | (?:comments?|replies|views|reads|likes)\s?[(:]\s?\d+\)?
    | (?:advertisement|sponsored\ content|skip\ to\ (?:main\ )?content|log\ ?in|sign\ in|home\ page)
    | end\ of\ (?:the\ )?(?:message|news|article|text|story)(?:\s?[/|].{0,40})?
    | .{0,80}\bpress\ ctrl\ ?\+\ ?enter.{0,20}
    | this\ (?:article|content|page|story)\ is\ (?:limited|restricted|reserved|available|open|visible)\ .{0,40}
      \b(?:members|subscribers)\b.{0,80}
    )[.!»>…]{0,3}""",
    re.VERBOSE | re.IGNORECASE,
)
#: What a row of buttons has, between strokes.
_BUTTON = re.compile(
    r"(?:print|send|share|tweet|like|save|e-?mail|home|log ?in|sign (?:in|up)|subscribe|comments?(?: ?\(\d+\))?|"
    r"(?:\w+ )?comments?|(?:tags|see more|related|share)\s?:.{0,60})",
    re.IGNORECASE,
)
_EDITOR = re.compile(
    r"[(\[（【](?:responsible |executive |chief )?editor(?:-in-charge| in charge)?\s?[:：][^)\]）】]{1,60}[)\]）】]",
    re.IGNORECASE,
)
_LONGEST, _ITEM = 200, 60  # characters of a line, of a button


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the paragraph, or the bracket."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        whole = text.strip()
        if len(whole) <= _LONGEST and (_WHOLE.fullmatch(whole) or _buttons(whole)):
            start = text.index(whole)
            message = f"“{whole}” belongs to the web page, not to the story."
            yield Match(paragraph.index, start, start + len(whole), message)
            continue
        for found in _EDITOR.finditer(text):
            yield Match(paragraph.index, *found.span(), f"“{found.group()}” belongs to the web page, not to the story.")


def _buttons(line: str) -> bool:
    """Whether a line is a row of short items between strokes, a button of a page among them."""
    items = [item.strip() for item in line.split("|")]
    short = all(len(item) <= _ITEM and item[-1:] not in (".", "?", "!") for item in items)
    return len(items) > 1 and short and any(_BUTTON.fullmatch(item) or _WHOLE.fullmatch(item) for item in items)
