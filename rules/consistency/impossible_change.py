"""A change goes the other way than its numbers, or is not as large as the words say.

Why it happens: the verb or one of the numbers is mistranslated, or the numbers change places: `rose from 51% to 44%`,
`more than doubled from 10 to 12`.

How it is found: verbs of rising and falling with `from A to B` or `to B from A` behind them, or `up` and `down` with
the size of the change and then both (`up 3% to 95 from 101`), the numbers of one kind; `doubled`, `tripled`, `halved`
and the ratio of the two numbers; and the numbers of two years, the first behind `by` (`fell by 30% in 1993 to 19% in
2017`).

What it leaves alone: ranges (`fell from 5 to 10 percent`), ranks and places (a climb from 5 to 3), years, dates,
negative numbers, losses and deficits, scores, numbers with different units, ratios (`9 to 1, up from 3 to 1`), rates
of exchange (a yen that falls from 110 to 150 a dollar), and two numbers that share one scale word (`from 3 to 2.5
million`) or may be (`from 900 to 1.2 million`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.numbers import Number, number_at
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.data import wordlist, wordset

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    facts=("digit",),
)

BAD = [
    "The share [[rose from 51% to 44%]] within a year.",
    "Sales [[increased from $5 million to $3 million]].",
    "The number of flights [[more than doubled from 1,000 to 1,200]].",
    "The rate [[fell to 7.5 percent from 6.9 percent]] in May.",
    "Output [[tripled from 200 tons to 250 tons]].",
    "The tax [[dropped from 13% to 19%]] on Monday.",
    "Exports [[halved from 800 to 700]] units.",
    "The stake of the yen fund [[fell from 51% to 56%]].",
    "Traffic [[rose from 34.3 million tons in 2004 to 1.3 million tons]] in 2017.",
    "The index [[climbed to 2,900 from 3,100]].",
    "The index was [[up 3 percent to 95.2 from 101.4]] in May.",
    "Exports [[rose 7% to 410 million tons from 520 million tons]].",
    "The share of coal [[fell by 60% in 1980 to 41% in 2015]].",
    "The number of births [[grew by 1.2 million in 1980 to 3.1 million in 2015]].",
]
GOOD = [
    "The share rose from 44% to 51% within a year.",
    "Prices fell from 5 to 10 percent.",
    "She climbed from 5 to 3 in the world ranking.",
    "The number more than doubled from 1,000 to 2,400, and the other more than doubled from 1,000 to 5,000.",
    "The number more than halved from 1,000 to 120.",
    "The deficit grew from -3 to -5, and the temperature fell from -2 to -10.",
    "He rose from 2016 to 2010 in reverse order.",
    "The waiting time was cut from 20 working days to 2 hours.",
    "The rate fell to 6.9 percent from 7.5 percent.",
    "Output rose from 3,000 tons to 1.2 million tons, from 2 kilograms to 1 ton a head.",
    "Enrolment increased from October 19 to October 5.",
    "Profit rose 3 percent to 40 from 2 at one firm.",
    "The yen fell from 110 to 150 to the dollar. The rupee fell to 83 from 82 a dollar in May.",
    "The dollar fell to 145 yen from 150. The exchange rate dropped from 92 to 96 per euro.",
    "Sales fell from 3 to 2.5 million, output doubled from 2 to 4 million, and it slipped from 1.2 to 1.1 billion.",
    "The highest wage is 9 to 1 of the lowest (it increased from 3 to 1 after a long debate).",
    "The index was up 3 percent to 104.2 from 101.4 in May. They went up to 95 from 101 to look at it.",
    "The share fell by 60% in 1980 to 41%. The rate fell by 60% in 1980 to 41% in 1981.",
    "The rate fell by 3% in 1980 to 41% in 2015. The crop rose by 30 in 1980 to 41% in 2015.",
    "The share fell by 60% in May to 41% in 2015. It fell by 60% in 1980 from 41% in 2015.",
    "The share fell by 60% from 1980 to 41% in 2015.",
    "It rose from 143rd to 100th place, and fell from 900 metres to 2 kilometres.",
]

_WAYS = {
    **dict.fromkeys(wordlist("consistency/impossible-change", "up"), 1),
    **dict.fromkeys(wordlist("consistency/impossible-change", "down"), -1),
}
#: Verbs that say how large a change is -> the least and greatest ratio they allow.
_RATIOS: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("doubled", "doubles", "doubling"), (1.6, 2.7)),
    **dict.fromkeys(("tripled", "triples", "tripling", "trebled"), (2.5, 3.7)),
    **dict.fromkeys(("halved", "halves", "halving"), (0.38, 0.62)),
}
#: What makes smaller numbers better, or turns the sense of a change.
_TURNED = wordset("consistency/impossible-change", "turned")
#: What grows dearer as its number falls: 145 yen to the dollar is a stronger yen than 150.
_CURRENCIES = wordset("consistency/impossible-change", "currencies")
#: Words of a change that need its size behind them.
_SIZED = {"up": 1, "down": -1}
_YEARS = regex("(?:1[89]|20)[0-9][0-9]")
_APART = 2  # years that no change of one year spans
_NEAR = 30  # tokens on either side that may turn the sense of a change
_MONEY = ("US", "HK", "A", "$", "€", "£", "¥")

rule.only_on(words=(*_WAYS, *_RATIOS, *_SIZED))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag changes whose numbers say something else than their verb."""
    for sentence, i in document.analysis.find(*_WAYS, *_RATIOS, *_SIZED):
        if sentence.says(i + 1, "by"):
            yield from _by_years(sentence, i)
        steps = _steps(sentence, i)
        if len(steps) < 2 or not _comparable(sentence, i, steps["from"], steps["to"]):
            continue
        old, new = steps["from"], steps["to"]
        verb, more = sentence.tokens[i].lower, sentence.says(i - 2, "more", "than")
        way = _way(verb)
        if way:
            if (new.value - old.value) * way >= 0:
                continue
            wrong = f"the numbers go {'down' if way > 0 else 'up'}"
        else:
            low, high = _RATIOS[verb]
            ratio = new.value / old.value if old.value else low
            if low <= ratio <= high or (more and (ratio > high) is (low > 1)):
                continue
            wrong = f"that is {ratio:.2f} times as much"
        amounts = [f"{value.value.normalize():f}{value.unit if value.unit == '%' else ''}" for value in (old, new)]
        message = f"“{verb}”, but {wrong}: from {amounts[0]} to {amounts[1]}."
        evidence = {"from": amounts[0], "to": amounts[1]}
        yield sentence.match(i - 2 * more, _end(sentence, old, new), message, evidence=evidence)


def _way(word: str) -> int:
    """1 where a word tells of a rise, -1 of a fall, 0 of something else."""
    return _WAYS.get(word) or _SIZED.get(word, 0)


def _by_years(sentence: Sentence, verb: int) -> Iterator[Match]:
    """The numbers of two years, the first told as if it were the change: fell by 30% in 1993 to 19% in 2017."""
    old, year = _of_year(sentence, verb + 2)
    new, later = _of_year(sentence, year + 2) if old is not None and sentence.says(year + 1, "to") else (None, 0)
    if old is None or new is None or old.unit != new.unit:
        return
    apart = int(sentence.tokens[later].text) - int(sentence.tokens[year].text)
    if apart >= _APART and (new.value - old.value) * _way(sentence.tokens[verb].lower) > 0:
        message = "“by” tells the size of a change, but these are the numbers of two years: “from” is meant."
        yield sentence.match(verb, later, message)


def _of_year(sentence: Sentence, i: int) -> tuple[Number | None, int]:
    """The number at a token and the place of the year it is told of."""
    number = _amount(sentence, i)
    year = number.last + 1 if number is not None else 0
    if number is None or not sentence.says(year - 1, "in") or not _YEARS.fullmatch(sentence.at(year).text):
        return None, 0
    return number, year


def _steps(sentence: Sentence, verb: int) -> dict[str, Number]:
    """The numbers behind `from` and `to` right behind a verb, of one thing; in the order of the text."""
    i = verb + 1
    i += sentence.at(i).lower.endswith("ly")
    size = _amount(sentence, i) if _way(sentence.tokens[verb].lower) else None
    if size is not None:
        i = size.last
    elif sentence.tokens[verb].lower in _SIZED:
        return {}
    steps: dict[str, Number] = {}
    things: list[str] = []
    for _ in range(2):
        number = _amount(sentence, i + 1) if sentence.at(i).lower in ("from", "to") else None
        if number is None:
            break
        steps[sentence.at(i).lower] = number
        thing = sentence.at(number.last).lower
        things.append("" if thing in ("from", "to", "in") else thing)
        i = number.last + (things[-1] != "")
        i += 2 * (sentence.at(i).lower == "in")  # in 2004
    return steps if not things or not things[0] or things[0] == things[-1] else {}  # not 20 days to 2 hours


def _end(sentence: Sentence, old: Number, new: Number) -> int:
    """The last token of both numbers, the noun that stands behind each included."""
    first, last = sorted((old, new), key=lambda number: number.last)
    same = sentence.at(last.last).lower == sentence.at(first.last).lower
    return last.last if same else last.last - 1


def _amount(sentence: Sentence, i: int) -> Number | None:
    """The number in digits at a token, a currency sign before it included."""
    while sentence.at(i).text in _MONEY:
        i += 1
    return number_at(sentence.tokens, i) if sentence.at(i).kind == "number" else None


def _comparable(sentence: Sentence, verb: int, old: Number, new: Number) -> bool:
    """Whether both are amounts of one kind, and a larger number is more."""
    tokens = sentence.tokens
    around = {token.lower for token in tokens[max(0, verb - _NEAR) : verb + _NEAR]}
    if old.unit != new.unit or not _TURNED.isdisjoint(around):
        return False
    if all(1000 <= one.value <= 2100 and "," not in tokens[one.first].text for one in (old, new)):
        return False  # years
    if not old.unit and (new.value >= 1000 * old.value or not _CURRENCIES.isdisjoint(around)):
        return False  # from 3 to 2.5 million; the yen fell from 110 to 150
    return not any(sentence.says(k, "to", tokens[new.first].lower) for k in range(verb))  # 9 to 1, up from 3 to 1
