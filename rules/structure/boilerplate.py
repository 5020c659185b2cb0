"""Navigation, credits or adverts of the web page stand in the story.

Why it happens: the page was translated as a whole, with its buttons and credit lines.

How it is found: a short paragraph that is nothing but one of the phrases web pages and agencies put round a story
(`Read more`, `Editor: Li Ming`, `Source: Xinhua`, `The latest articles of …`), or a bracket with the editor's name; a
link to another story in the words of another language (`Still on the topic: …`, `To read further: …`); a row of buttons
between strokes; a day with `paid article`.

What it leaves alone: the same words inside a sentence; bylines; `Source` and `Photo` lines under figures that
name a person and a year.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import lines_said

rule = Rule(category="accuracy/addition", severity="minor", among=(told, "boilerplate"))

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
    "[[Input 2018-03-14 09:31 Modified 2018-03-14 10:20]]\n\nThe talks ended well.",
    "The talks ended well.\n\n[[Reporter Kim Min-soo minsoo@daily.example]]",
    "The talks ended well.\n\n[[(c) The Herald, unauthorized redistribution prohibited]]",
    "The talks ended well.\n\n[[Still on the topic: Minister leaves after vote in house, says party]]",
    "The talks ended well.\n\n[[On this subject: Arms fair: Guests from all the world arrive]]",
    "The talks ended well.\n\n[[To read further: Minister leaves after the vote]]",
    "[[Original title: Ministers end talks, leave for home]]\n\nThe talks ended well.",
    "The talks ended well.\n\n[[Click to enter the topic >>]]\n\n[[Extended reading: Minister leaves]]",
    "[[Published on 12/03/2015 at 10:22]]\n\nThe talks ended well.",
    "[[[Garden] May 3rd Paid Article]]\n\n[[Paid article on May 3]]\n\nThe talks ended well.",
]

GOOD = [
    "Read more than one book a week, she said.",
    "Click here and the page opens; so he told the court.",
    "The editor: a man of few words.",
    "The source: a well in the hills of the north.",
    "Share on share, the price rose.",
    "By Li Ming",
    "On this subject: I agree with the minister.",
    "On the theme: poems.",
    "Click to view the report in a new window, or to save it on your own disk.",
    "Published on 12/03/2015 at 10:22, the report on the talks of the ministers at once drew fire from all sides.",
    "She wrote a paid article on bread",
    "He got even on the subject: the house voted. Still on the topic of bread, he spoke of salt.",
    "The fields are these.\n\nlink: where it leads\ntitle: what it is called",
    "Talks end | Ministers leave | Prices rise",
    "See more of the city on foot. Tags are sewn into coats: they show the price. Press Enter.",
    "This story is available in Welsh. The reproduction of birds is not prohibited by any law of the land, as far as "
    "the author of this letter knows, who has read all of them from the first page to the last one in a week.",
]


_MESSAGE = "“{}” belongs to the web page, not to the story."


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the line, or the bracket."""
    for said in lines_said(document, "boilerplate"):
        if said.line.text == document.segments[said.line.segment].target.strip():
            yield said.match(_MESSAGE.format(said.line.text), suggestions=())
    for mark in marks(document, "boilerplate", in_code=True):
        yield mark.match(_MESSAGE)
