"""The text is written as people chat, post and mail.

Why it happens: it is no news: a chat, a post, a review, a note to a customer. Its writer did not set capitals and
marks as print does, and a translation may keep that.

How it is found: by three and more marks of such texts, one in twelve sentences at least: smileys, `!!`, words as they
are typed (`gonna`, `pls`, `dont`); and, where a quarter of the sentences say `I` or `you`, small letters at the head of
sentences, `i`, lines without a final mark, spaces before marks, handles. That half of the sentences say `I` or `you` is
a mark of its own, and two where they are eight at most. It is said once, and the rules for the conventions of print
are not asked. `register = "news"` in the configuration, for all files or for some (`[[path]]`), has them asked all the
same; `register = "informal"` says it beforehand.

What it leaves alone: quotations, so that a story may quote posts; stories an engine broke, where nobody speaks to
anybody; texts with less than five slips in which the rules for print would be interested.
"""

from collections.abc import Iterator

from mtqa.analysis.register import SLIPS
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="style/register", severity="neutral", since="0.3", facts=("informal",))

BAD = [
    "[[hi]], is it still there? i can come by at noon. maybe i will bring her too. she is in town . thx",
    "Great place[[!!]] You will love it :) and i will come again. so will my sister. she says hi. she liked it . i did",
    "[[did]] you try it. let me know if it works for you. my guess is that it does. it should. it did for me",
    "Not sure if [[i]] am right?! Can you tell me pls. if not i will ask him. he knows . so do i",
    "I would call them first. [[they]] are nice. you could write to them too. i would not wait. they do not like it",
    "OMG did you see that [[lol]]. im so glad i came. was a bit late though. so were you. they said hi . was nice",
]

GOOD = [
    "The talks were short. the ministers left at noon. nobody spoke. they will meet again.",
    "He wrote: “hi, is it still there? i can come by at noon. thx”. She did not answer.",
    "I would call them first. They are nice. You could write to them too.",
    "Great place!! You will love it :) and I will come again. So will my sister!!!",
    "You can say what you like, I told him. i was tired. We left at noon. It was late. He stayed.",
    "The shop opens at noon. It sells hats, gloves and coats. You can pay by card. Ask us if you are in doubt.",
    "The minister spoke of peace. the other side did not answer. according to the agency, it will go on.",
    "The firm @acme and the tag #talks are known to all. The post was seen by many. #peace was seen by more.",
    "I met him at noon, and we went home. " * 90 + "we left. he did. they did not. so what. it was late. we slept.",
    "did you see that. you will like it. please tell me when you get there",
    "Dear Sir, I am sorry that I could not come. I was ill. I hope that you had a good time without me.",
]

_ENOUGH = 5  # findings that it takes the place of


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the first of the marks, and count them all."""
    if document.settings.register is not None:
        return
    shown = document.analysis.register
    if not shown.informal or shown.first is None or sum(shown.seen.get(kind, 0) for kind in SLIPS) < _ENOUGH:
        return
    seen = ", ".join(f"{kind}: {count}" for kind, count in shown.seen.items())
    message = f"The text is informal ({seen}): conventions of print are not asked of it."
    yield Match(*shown.first, message, evidence={"seen": dict(shown.seen)})
