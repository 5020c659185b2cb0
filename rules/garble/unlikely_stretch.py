"""A stretch of a sentence whose words follow one another as words in no order do: `wells us plumb did`.

Why it happens: the engine renders word by word, keeps the order of the source, or glues pieces of several renderings.

How it is found: every place of a sentence has a figure that says how much likelier it is in garbled machine translation
than in what people write: by the kinds of words that stand there (small words, word classes, classes of words of like
use; two to five in a row), by how well each word follows the two before it and the word before it, and by what stands
between two finite verbs. The figures come from a table of weights (`mtqa/analysis/oddness.py`), trained on translations
against the references of the same documents and on what people marked or changed. Along a sentence they are summed up;
where the sum of a stretch is high, it is named, and the message says where in it the words go together least. In a text
with many such stretches, or whose words as a whole stand together as in machine translation that nobody revised
(`docs/readability.md`), a lower sum will do.

What it leaves alone: what is no plain prose (questions, headlines, broken-off sentences, code, brackets, names); one
odd turn, such as an inversion; words that stand again close by (`day in and day out`, `from year to year`); what is
mostly no English at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule
from mtqa_rules.garble._pages import MARKED
from mtqa_rules.garble._stretches import Stretch, odd

rule = Rule(category="fluency/unintelligible", severity="major", since="0.3")

BAD = [
    "The minister [[yesterday again promise gave that soon farmers money own from bank get]].",
    "He [[said also the farmers of the region since long time no rain had and wells empty became]].",
    "Then came on [[stage singer old from village with voice still strong and everybody silent became]].",
    "[[Will to and journey the city the here sweating to fly makes reach]] the harbour.",
    "Villagers say that since [[spring the water of well not more drink can and children sick often are]].",
    "And [[that who wants the of the old town houses buy, must of the city the permission ask]].",
    "[[A with the old in which house, very then to sold a bank becomes]].",
    "Villagers say that since [[spring the water of well not more drink can and children sick often are]]. The old "
    "factory, [[where before shoes made were, to young artists cheap rooms rents]] out.",
    "She said that the men [[from the south yesterday very late home came and doors all open left]]. To it must be at "
    "least given the chance to rest. The old factory, [[where before shoes made were, to young artists cheap rooms "
    "rents]] out. Police had then declared the riot over by then. The minister [[yesterday again promise "
    "gave that soon farmers money own from bank get]].",
    MARKED,
]

GOOD = [
    "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore dolore magna.",
    "Never before had so few owed so much to so many of their neighbours.",
    "The buses ran day in and day out, from year to year, season by season.",
    "Not only was the team unaware of the change, it was told of it last.",
    "It was easy trade for some but very hard for those who came after.",
    "Under no circumstances will the town provide more money than it has promised.",
    "The more the mayor spoke, the less the voters believed what they had been told.",
    "What the firm did next was what few who knew it then thought it would do.",
    "Only twice since the war has growth been below the level the bank had hoped for.",
    "He credits his coach with great and varied help, from how to eat to when to rest.",
    "Were it not for the two own goals, they might by all means have drawn.",
    "Should the talks then fail the two would try getting what each so long wanted.",
    "They voted by show of hands; the motion, though not at all what most had come for, stood.",
    "At the international level, fears were not of too much talk but of too much law.",
    "With his voice he rules everything at home, from music to lights to heat, and whatever her voice tells it.",
    "The trade could be worth far more by then, finance tech insights website Let’s Talk Payments found.",
    "The new cable gives constant sync so the screen never glitches.",
    "The th of thin is written θ, that of this ð. A is for apple; an A is a good mark.",
    "The chair of the national cooperative of stick-held dip net saury fishers said prices would rise. He was by then "
    "a man whom few of those then alive had met.",
    "They moved to a finance tech tips website Let Us Talk Pay Then and an art site Why Not Now.",
    "To the bank in the spring to customers letters wrote that interest more become will?",
]

LEAVE = [
    ("off|in|out|up|down|away came|went the|a", "Off went the hats, in came the children and out went the candles."),
    ("the then|now <adjective>|<noun>", "Both the then mayor and the now rich club fell out over the then law."),
    ("a for him|her|them|us <adjective>", "They then saw a for them rare then and a for us rare now sort of old bird."),
    (
        "stand|stands|stood|lie|lies|lay|sit|sits|sat the|a",
        "In the barn next door stand the four that nobody now will fly.",
    ),
    ("a his and hers", "They bought a his and hers bath robe set and a his and hers clock both then hated."),
]

_MAJOR = 4.5  # a major defect, if it is so much by itself
_WORDS = 3


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the odd stretches."""
    for reading, _, named in document.analysis.view(odd):
        for stretch in named:
            match = _match(reading, stretch)
            if match is not None:
                yield match


def _match(reading: Reading, stretch: Stretch) -> Match | None:
    """The finding, from the word before the first odd one; `None` of less than three words, and of unknown ones."""
    sentence, tokens = reading.sentence, reading.tokens
    words = [i for i in range(max(0, stretch.first - 1), stretch.last + 1) if tokens[i].is_word]
    if len(words) < _WORDS or 2 * sum(not english().tags(tokens[i].lower) for i in words) > len(words):
        return None
    first, last = words[0], words[-1]
    severity: Severity = "major" if stretch.weight >= _MAJOR else "minor"
    worst = max(first + 1, min(stretch.worst, last))
    message = f"These words do not go together in English, least of all “{sentence.text(worst - 1, worst)}”"
    why = _why(reading, worst)
    return sentence.match(first, last, f"{message}: {why}." if why else f"{message}.", severity=severity)


#: What is due behind a word, by the signs of the word classes of two words: the first that fits.
_DUE = (
    ("dh", "VZDAMi", "a noun is due behind “{}”"),
    ("M", "nsPdhi", "a verb is due behind “{}”"),
    ("i", "ZDAM", "no verb stands right behind “{}”"),
    ("VZDA", "VZDM", "two verbs in a row"),
    ("i", "i", "two prepositions in a row"),
)
#: Determiners that need no noun.
_ALONE = dict.fromkeys(("all", "some", "any", "each", "both", "no"), " ")


def _why(reading: Reading, place: int) -> str:
    """Which word is due at a place; "" where that is not plain."""
    word = reading.tokens[place - 1]
    sign = _ALONE.get(word.lower, reading.tagged.signs[place - 1])
    for before, behind, said in _DUE:
        if sign in before and reading.tagged.signs[place] in behind:
            return said.format(word.text)
    return ""
