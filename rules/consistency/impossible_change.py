"""A change goes the other way than its numbers, or is not as large as the words say.

Why it happens: the verb or one of the numbers is mistranslated, or the numbers change places: `rose from 51% to 44%`,
`more than doubled from 10 to 12`.

How it is found: verbs of rising and falling with `from A to B` or `to B from A` behind them, both numbers of one kind;
`doubled`, `tripled`, `halved` and the ratio of the two numbers.

What it leaves alone: ranges (`fell from 5 to 10 percent`), ranks and places (a climb from 5 to 3), years, dates,
negative numbers, losses and deficits, scores, numbers with different units, ratios (`9 to 1, up from 3 to 1`), rates
of exchange (a yen that falls from 110 to 150 a dollar), and two numbers that share one scale word (`from 3 to 2.5
million`) or may be (`from 900 to 1.2 million`).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mtqa.analysis.numbers import MONTHS, Number, number_at
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    measured=(
        "newstest2020 MT, 520,000 words: no finding",
        "clean English, 224,000 words: no finding",
    ),
)

BAD = [
    "The share [[rose from 51% to 44%]] within a year.",
    "Sales [[increased from $5 million to $3 million]].",
    "The number of flights [[more than doubled from 1,000 to 1,200]].",
    "The rate [[fell to 7.5 percent from 6.9 percent]] in May.",
    "Output [[tripled from 200 tons to 250 tons]].",
    "The tax [[dropped from 13% to 19%]] on Monday.",
    "Exports [[halved from 800 to 700]] units.",
    "The index [[climbed to 2,900 from 3,100]].",
]
GOOD = [
    "The share rose from 44% to 51% within a year.",
    "Prices fell from 5 to 10 percent.",
    "She climbed from 5 to 3 in the world ranking.",
    "The number more than doubled from 1,000 to 2,400.",
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
    "It rose from 143rd to 100th place, and fell from 900 metres to 2 kilometres.",
]

_UP = (
    "rose rises rise risen rising increased increases increase increasing grew grows grow grown climbed climbs "
    "jumped jumps surged surges soared soars"
)
_DOWN = (
    "fell falls fall fallen falling dropped drops drop decreased decreases decrease declined declines decline "
    "shrank plunged"
)
_WAYS = {**dict.fromkeys(_UP.split(), 1), **dict.fromkeys(_DOWN.split(), -1)}
#: Verbs that say how large a change is -> the least and greatest ratio they allow.
_RATIOS: dict[str, tuple[Decimal, Decimal]] = {
    word: bounds
    for words, bounds in (
        ("doubled doubles doubling", (Decimal("1.6"), Decimal("2.7"))),
        ("tripled triples tripling trebled", (Decimal("2.5"), Decimal("3.7"))),
        ("halved halves halving", (Decimal("0.38"), Decimal("0.62"))),
    )
    for word in words.split()
}
#: What makes smaller numbers better, or turns the sense of a change.
_TURNED = frozenset(
    "rank ranks ranked ranking rankings place places position positions spot seed standings table no. division ratio "
    "loss losses deficit deficits minus negative below odds handicap scale grade pole yield yields".split()
)
#: What grows dearer as its number falls: 145 yen to the dollar is a stronger yen than 150.
_CURRENCIES = frozenset(
    "yen dollar greenback euro pound sterling cable yuan renminbi rupee ruble rouble lira peso naira won rand "
    "franc krona krone zloty forint koruna real shilling cedi baht ringgit rupiah dong hryvnia kip riyal rial "
    "dinar dirham taka leu kwacha kyat tenge loonie kiwi aussie currency exchange".split()
)
_TRIGGERS = (*sorted(_WAYS), *sorted(_RATIOS))


@rule.check
def check(document: Document) -> Iterator[Match]:
    for sentence, i in document.analysis.find(*_TRIGGERS):
        pair = _pair(sentence.tokens, i)
        if pair is None:
            continue
        old, new, last = pair
        verb = sentence.tokens[i].lower
        if not _comparable(sentence, i, old, new):
            continue
        first = i
        if verb in _WAYS:
            way = _WAYS[verb]
            if (new.value - old.value) * way >= 0 or (way < 0 and old.unit != new.unit):
                continue
            wrong = f"“{verb}”, but the numbers go {'down' if way > 0 else 'up'}"
        else:
            low, high = _RATIOS[verb]
            more = (
                i >= 2 and sentence.tokens[i - 1].lower == "than" and sentence.tokens[i - 2].lower in ("more", "less")
            )
            if not old.value or low <= new.value / old.value <= (Decimal(10) if more and low > 1 else high):
                continue
            first = i - 2 if more else i
            wrong = f"“{verb}”, but that is {new.value / old.value:.2f} times as much"
        tokens = sentence.tokens
        amounts = [f"{value.value.normalize():f}{value.unit if value.unit == '%' else ''}" for value in (old, new)]
        yield Match(
            sentence.segment, tokens[first].start, tokens[last - 1].end,
            f"{wrong}: from {amounts[0]} to {amounts[1]}.", evidence={"from": amounts[0], "to": amounts[1]},
        )  # fmt: skip


def _pair(tokens: list[Token], verb: int) -> tuple[Number, Number, int] | None:
    """The numbers of `from A to B` or `to B from A` right behind a verb, and where they end."""
    i = verb + 1
    if i < len(tokens) and tokens[i].lower.endswith("ly"):
        i += 1
    if i >= len(tokens) or tokens[i].lower not in ("from", "to"):
        return None
    one = _amount(tokens, i + 1)
    if one is None:
        return None
    k = one.last
    if k < len(tokens) and tokens[k].kind == "word" and tokens[k].lower not in ("from", "to") and one.unit != "%":
        k += 1  # tons, million people
    if (
        k + 2 < len(tokens)
        and tokens[k].lower == "in"
        and (tokens[k + 1].text in MONTHS or tokens[k + 1].kind == "number")
    ):
        k += 2
    if k >= len(tokens) or tokens[k].lower != ("to" if tokens[i].lower == "from" else "from"):
        return None
    other = _amount(tokens, k + 1)
    if other is None:
        return None
    end = other.last
    one_thing = tokens[one.last].lower if one.last < k else ""
    other_thing = tokens[end].lower if end < len(tokens) and tokens[end].kind == "word" else ""
    if one_thing and tokens[one.last].kind == "word" and one_thing not in ("in", other_thing):
        return None  # 20 days to 2 hours
    if one_thing and one_thing == other_thing:
        end += 1
    return (one, other, end) if tokens[i].lower == "from" else (other, one, end)


def _amount(tokens: list[Token], index: int) -> Number | None:
    """The number in digits at a token, a currency sign before it included."""
    for i in range(index, min(index + 3, len(tokens))):
        if tokens[i].kind == "number":
            return number_at(tokens, i)
        if tokens[i].text not in ("US", "HK", "A", "$", "€", "£", "¥"):
            return None
    return None


def _comparable(sentence: Sentence, verb: int, old: Number, new: Number) -> bool:
    """Whether both are amounts of one kind, and a larger number is more."""
    if old.unit != new.unit and not (new.unit == "%" and not old.unit):
        return False
    if not old.unit and all(1000 <= number.value <= 2100 and number.value % 1 == 0 for number in (old, new)):
        texts = [sentence.tokens[number.first].text for number in (old, new)]
        if not any("," in text for text in texts):
            return False  # years
    small, large = sorted((old, new), key=lambda number: number.value)
    if large is new and large.value >= 1000 * small.value and not large.unit:
        return False  # from 3 to 2.5 million
    money = sentence.tokens[max(0, verb - 14) : verb] + sentence.tokens[new.last : new.last + 8]
    if not old.unit and any(token.lower in _CURRENCIES for token in money):
        return False
    tokens = sentence.tokens
    if any(
        tokens[k].lower == "to" and tokens[k - 1].kind == "number" and tokens[k + 1].text == tokens[new.first].text
        for k in range(max(1, verb - 30), verb - 1)
    ):
        return False  # the ratio is 9 to 1, up from 3 to 1
    around = tokens[max(0, verb - 30) : verb + 30]
    return not any(token.lower in _TURNED for token in around)
