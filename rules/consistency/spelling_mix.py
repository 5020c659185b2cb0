"""A word stands in two spellings: British and American, with a hyphen and without, an old and a new place name.

Why it happens: engines are trained on texts of every house style and choose anew in each sentence.

How it is found: pairs of spellings of one word (`defence`/`defense`, `programme`/`program`, `Macau`/`Macao`,
`percent`/`per cent`, `cooperation`/`co-operation`), both in the running text. One finding for each pair, at the rarer
form, at the later one where they tie.

What it leaves alone: capitalised words (names keep their own spelling: `the Labor Party`, `Lincoln Center`), except
for places, unless they stand in a longer name (`Air Macau`), a dish or team is called so (`chicken Kiev`, `Dynamo
Kiev`) or it is the former name; parts of addresses and paths (`color.ui`); headlines;
quotations; and pairs that differ in sense (`licence`/`license`, `practice`/`practise`, `program` for a computer beside
`programme`, `meter`/`metre`, `tons`/`tonnes`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.consistency._places import Place, in_order, odd_one, running

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
    registers=("news",),
)

BAD = [
    "The defence budget grew. The [[defense]] minister was pleased.",
    "The plan favours the centre. The city [[center]] will be rebuilt.",
    "Macau voted. The people of Macau cheered, and [[Macao]] slept.",
    "The rate rose by 5 percent, then by 7 [[per cent]] again.",
    "They agreed on cooperation. The [[co-operation]] will begin in May.",
    "The neighbouring states agreed. The [[neighboring]] ones did not.",
    "He moved to Vietnam and stayed; [[Viet Nam]] was his home.",
]
GOOD = [
    "The defence budget grew. The Defense Department was pleased.",
    "The centre of town is near the Lincoln Center.",
    "The programme taught them to write a computer program.",
    "He ate chicken Kiev in Kyiv and saw Dynamo Kiev play in Kyiv.",
    "He has a licence to drive, and they license the software.",
    "The rate rose by 5 percent, by 7 percent in May.",
    'The defence budget grew. "We need defense," the American wrote.',
    'The defence budget grew. "We are weak. We need defense, and soon," the American wrote.',
    Example("The defence budget grew, the minister said.", title="Minister praises defense budget"),
    "It flew to Macau. The Macao Post and the University of Macao wrote of it.",
    "Diners in Kyiv no longer order chicken Kiev; the Kiev cake is gone as well. Kyiv, formerly Kiev, is old.",
    "He flew with Air Macau to Macao, and Radio Vietnam is heard in Viet Nam.",
    "Send an e-mail to you@email.example; set color.ui where the colour is.",
    "The World Health Organization is an organisation; Pearl Harbor is a harbour; the Centre Pompidou is a center.",
    "The labour market and the Labor Party are two things.",
]

_OUR = "col fav hon lab neighb behavi flav harb hum rum vap vig rig endeav savi".split()
_OUR_ENDS = ("", "s", "ed", "ing", "able", "ite")
_ISE = (
    "organ real recogn emphas critic modern privat author minim maxim optim final global stabil util special summar "
    "apolog normal visual industrial commercial urban central mobil legal penal standard"
).split()
_ISE_ENDS = ("e", "es", "ed", "ing", "ation", "ations")
_DOUBLED = "travel cancel label model signal fuel level counsel channel tunnel".split()
_PAIRS: tuple[tuple[str, str], ...] = (
    *((f"{stem}our{end}", f"{stem}or{end}") for stem in _OUR for end in _OUR_ENDS),
    ("neighbourhood", "neighborhood"),
    ("favourable", "favorable"),
    *((f"{stem}is{end}", f"{stem}iz{end}") for stem in _ISE for end in _ISE_ENDS),
    *((f"{stem}l{end}", f"{stem}{end}") for stem in _DOUBLED for end in ("ed", "ing", "er", "ers")),
    ("analyse", "analyze"), ("analysed", "analyzed"), ("analysing", "analyzing"),
    ("centre", "center"), ("centres", "centers"), ("theatre", "theater"), ("theatres", "theaters"),
    ("fibre", "fiber"), ("kilometre", "kilometer"), ("kilometres", "kilometers"), ("litres", "liters"),
    ("defence", "defense"), ("offence", "offense"), ("offences", "offenses"), ("pretence", "pretense"),
    ("programmes", "programs"), ("catalogue", "catalog"), ("dialogue", "dialog"), ("grey", "gray"),
    ("ageing", "aging"), ("fulfil", "fulfill"), ("enrol", "enroll"), ("enrolment", "enrollment"),
    ("skilful", "skillful"), ("instalment", "installment"), ("instalments", "installments"), ("plough", "plow"),
    ("tyre", "tire"), ("tyres", "tires"), ("aluminium", "aluminum"), ("jewellery", "jewelry"),
    ("sceptical", "skeptical"), ("manoeuvre", "maneuver"), ("manoeuvres", "maneuvers"), ("paediatric", "pediatric"),
    ("adviser", "advisor"), ("advisers", "advisors"), ("cosy", "cozy"), ("mould", "mold"),
    ("cooperation", "co-operation"), ("cooperate", "co-operate"), ("coordination", "co-ordination"),
    ("email", "e-mail"), ("emails", "e-mails"), ("website", "web-site"), ("cybersecurity", "cyber-security"),
    ("policymakers", "policy-makers"), ("lawmakers", "law-makers"), ("counterterrorism", "counter-terrorism"),
    ("antimissile", "anti-missile"), ("blockchain", "block-chain"), ("smartphone", "smart-phone"),
    ("smartphones", "smart-phones"), ("postwar", "post-war"), ("healthcare", "health-care"),
    ("percent", "per cent"),
    ("Macau", "Macao"), ("Kyiv", "Kiev"), ("Vietnam", "Viet Nam"),
    ("Qur'an", "Koran"), ("Taliban", "Taleban"), ("Asia-Pacific", "Asia Pacific"),
    ("Houthi", "Huthi"),
)  # fmt: skip

#: Marks that join the parts of an address or path.
_GLUE = frozenset("@/_.=<>\\#:")
#: Beside a place: it is a dish's, or said to be the old name.
_CALLED = frozenset("chicken chickens dynamo formerly".split())
_DISHES = frozenset("cake cakes cutlet cutlets".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    index = document.analysis.index
    for one, other in _PAIRS:
        if one.partition(" ")[0].lower() not in index or other.partition(" ")[0].lower() not in index:
            continue
        ones, others = _places(document, one), _places(document, other)
        if not ones or not others:
            continue
        (sentence, i), is_one = odd_one(ones, others)
        form, usual = (one, other) if is_one else (other, one)
        first, last = sentence.tokens[i], sentence.tokens[i + form.count(" ")]
        message = f"“{form}” here, but “{usual}” elsewhere in the story."
        yield Match(sentence.segment, first.start, last.end, message, suggestions=(usual,))


def _places(document: Document, form: str) -> list[Place]:
    """Where a form stands as written, in running text and not as a part of a name."""
    words = form.split(" ")
    places = [
        (sentence, i)
        for sentence, i in document.analysis.index[words[0].lower()]
        if [token.text for token in sentence.tokens[i : i + len(words)]] == words
        and not _joined(sentence.tokens, i, i + len(words))
        and not (form[0].isupper() and _in_name(sentence.tokens, i, i + len(words)))
    ]
    return in_order(running(document.analysis, places))


def _joined(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a place stands in an address, a path or a name of code: you@email.example, color.ui."""
    if first and not tokens[first].space and tokens[first - 1].text in _GLUE:
        return True
    return (
        last + 1 < len(tokens) and tokens[last].text in _GLUE and not tokens[last].space and not tokens[last + 1].space
    )


def _in_name(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a place stands in a longer name: the Macao Post, Air Macau, the University of Macau, Dynamo Kiev."""
    if last < len(tokens) and tokens[last].kind == "word" and tokens[last].capitalised:
        return True
    if first > 1 and tokens[first - 1].kind == "word" and tokens[first - 1].capitalised and tokens[first].space:
        return True
    if (first and tokens[first - 1].lower in _CALLED) or (last < len(tokens) and tokens[last].lower in _DISHES):
        return True
    return first >= 2 and tokens[first - 1].lower == "of" and tokens[first - 2].capitalised
