"""A word stands in two spellings: British and American, with a hyphen or full stops and without, an old and a new name.

Why it happens: engines are trained on texts of every house style and choose anew in each sentence.

How it is found: pairs of spellings of one word (`defence`/`defense`, `programmes`/`programs`, `Macau`/`Macao`,
`percent`/`per cent`, `cooperation`/`co-operation`, `US`/`U.S.`), both in the running text. One finding for each pair,
at the rarer form, at the later one where they tie.

What it leaves alone: names, which keep their own spelling (`the Labor Party`, `Air Macau`, `US Open`, `U.S. Steel`);
dishes and teams (`chicken Kiev`, `Dynamo Kiev`), the former name of a place, money (`US$5`) and compounds (`US-led`);
`us` the pronoun; parts of addresses and paths (`color.ui`); headlines, where papers that write `U.S.` in the text write
`US`; quotations; and pairs that differ in sense (`licence`/`license`, `practice`/`practise`, `program` for a computer
beside `programme`, `meter`/`metre`, `tons`/`tonnes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.consistency._forms import odd, standing
from mtqa_rules.data import wordlist, wordset

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
    registers=("news",),
)

BAD = [
    "The defence budget grew. The [[defense]] minister was pleased.",
    "The U.S. said so. The U.S. army agreed. [[US]] President Joe Biden did not.",
    "The plan favours the centre. The city [[center]] Berlin built is new.",
    "The plan favours the centre. The city [[center]] will be rebuilt.",
    "Macau voted. Macau cheered; Beijing and [[Macao]] slept.",
    "Macau voted. Macau cheered. The people of [[Macao]] slept.",
    "Macau voted. The people of Macau cheered, and [[Macao]] slept.",
    "The rate rose by 5 percent, then by 7 [[per cent]] again.",
    "They agreed on cooperation. The [[co-operation]] will begin in May.",
    "The neighbouring states agreed. The [[neighboring]] ones did not.",
    "He moved to Vietnam and stayed; [[Viet Nam]] was his home.",
    "The U.S. said so. The U.S. president agreed. The [[US]] military did not.",
    "The UK left. The UK then joined the [[U.K.]] plan.",
    "The UN voted. The [[U.N.]] envoy left.",
    "The US and Japan met. US troops stayed. The [[U.S.]] economy grew.",
    "The U.N. met in Geneva.\n\nThe U.N. then asked the [[UN]] envoy to leave.",
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
    "Macao drank a bottle of Macau Beer.",
    "It flew to Macau. The Macao Post and the University of Macao wrote of it.",
    "Diners in Kyiv no longer order chicken Kiev; the Kiev cake is gone as well. Kyiv, formerly Kiev, is old.",
    "He flew with Air Macau to Macao, and Radio Vietnam is heard in Viet Nam.",
    "Send an e-mail to you@email.example; set color.ui where the colour is.",
    "The World Health Organization is an organisation; Pearl Harbor is a harbour; the Centre Pompidou is a center.",
    "The labour market and the Labor Party are two things.",
    "The U.S. said so. The U.S. president agreed.",
    "She won the US Open, the U.S. champion said. The U.S. cheered.",
    "It cost US$5 million, the U.S. company said.",
    "US-led forces left, the U.S. said.",
    "The United Nations (UN) met, and the U.N. voted.",
    "He works for NBC US, as the U.S. arm is called.",
    Example("The U.S. said it would leave, and it did leave.", title="US to leave pact"),
    "He told us that the U.S. had left.",
    "U.S. Steel fell; the US said nothing.",
    'The US left. The US army stayed. "We know it. The U.S. is strong," the old general wrote. The US said nothing.',
]

#: Families of words: the name of the list of stems, how each is spelt, what may follow.
_FAMILIES = (
    ("our", "our", "or", ("", "s", "ed", "ing", "able", "ite")),
    ("ise", "is", "iz", ("e", "es", "ed", "ing", "ation", "ations")),
    ("doubled", "l", "", ("ed", "ing", "er", "ers")),
)
_PAIRS = [
    (stem + one + end, stem + other + end)
    for name, one, other, ends in _FAMILIES
    for stem in wordlist("consistency/spelling-mix", name)
    for end in ends
]
for _line in wordlist("consistency/spelling-mix", "pairs"):
    _one, _, _other = _line.replace("_", " ").partition(":")
    _PAIRS.append((_one, _other))
#: By the first word of each spelling.
_BY_WORD: dict[str, list[tuple[str, str]]] = {}
for _pair in _PAIRS:
    for _form in _pair:
        _BY_WORD.setdefault(_form.partition(" ")[0].lower(), []).append(_pair)
#: Beside a place: it is a dish's or a team's, or said to be the old name.
_CALLED = wordset("consistency/spelling-mix", "called")

rule.only_on(words=_BY_WORD)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the rarer spelling of each pair."""
    analysis = document.analysis
    met = Counter(pair for word in analysis.index.keys() & _BY_WORD.keys() for pair in _BY_WORD[word])
    for pair in sorted(pair for pair, times in met.items() if times > 1):
        ones, others = (
            [
                (sentence, i)
                for sentence, i in standing(analysis, form.split(" "))
                if sentence.at(i - 1).lower not in _CALLED and sentence.at(i + 1).lower not in _CALLED
            ]
            for form in pair
        )
        if ones and others:
            (sentence, i), is_one = odd(ones, others)
            form, usual = pair if is_one else pair[::-1]
            message = f"“{form}” here, but “{usual}” elsewhere in the story."
            yield sentence.match(i, i + form.count(" "), message, usual)
