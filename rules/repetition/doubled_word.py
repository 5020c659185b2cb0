"""A word stands twice in a row.

Why it happens: two source words fall together in one English word, or the engine's attention stays on a word
it has already translated.

How it is found: two or three neighbouring words that are the same in lower case, names too; a number twice at the end
of a sentence, behind a preposition; a long part of a word with hyphens (`two-meter-diameter-diameter`). What comes
more often names `repetition/loop`.

What it leaves alone: words English doubles (`had had`, `that that`, `very very`, `no no`, `so so`, `a sad sad day`),
two prepositions of which the first ends a clause (`the world we live in in 2024`), two verbs of which the first does
(`whoever wins wins big`, `the book she wrote wrote itself`), names and nicknames (`Wagga Wagga`, `Duran Duran`,
Chinese ones, `zoom zoom` in quotation marks), a word and the name that begins with it (`to let Let's Encrypt know`,
`the Module module`, `in region REGION`), species (`Gorilla gorilla`), keys and paths in code (`l loot`), placeholders
called like what they stand for (`the directory directory`), operators (`the operators and and or`), foreign
reduplications (`agar agar`), also those that the text brings in at the head of a sentence (`Pole pole, as they say.`)
or in quotation marks, letters and initials, numbers, lyrics and cheers, and anything with a mark between.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import CODE_NOUNS
from mtqa.knowledge.phrases import REDUPLICATED, SAID_AGAIN
from mtqa.knowledge.places import MONTHS, WEEKDAYS, kind
from mtqa.knowledge.translit import split_pinyin
from mtqa.knowledge.words import (
    ARTICLES,
    COMMON_PREPOSITIONS,
    COORDINATORS,
    DEMONSTRATIVES,
    FINITE_BE,
    FREE_RELATIVES,
    OPENING_DETERMINERS,
    RELATIVES,
    SUBJECT_PRONOUNS,
)
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.data import wordset
from mtqa_rules.repetition._runs import Row, rows

rule = Rule(
    category="fluency/repetition",
    severity="minor",
    fix="safe",
)

BAD = [
    "They carried out a joint [[joint joint]] patrol of the coast.",
    "It increased investment for those member [[member]] governments that can afford it.",
    "The markets of China are regulated and [[and]] supplied by the state.",
    "It lies in the old town (the [[the]] part by the sea) - prices [[prices]] rose.",
    "The more critical the time, the [[The]] more you have to go all out.",
    "He visited the exhibition [[exhibition]] of well-known brands.",
    "He was elected in [[in]] May.",
    "The talks were held in Spain [[Spain]].",
    "It has not happened since April 2014 [[2014]].",
    "They went to the castle at Przemyslow [[Przemyslow Przemyslow]].",
    "It was Einar [[Einar]] Haugen who trained the team, and he hid in the basement [[basement]].",
    "They put it into a two-meter-diameter[[-diameter]] ring.",
    "The prime minister called the Supreme Court [[Court]] judge.",
    "It was a gift of the US [[US]].",
    "He paid two hundred ngultrums [[ngultrums]].",
    "It was a [[a]] long day in the fields.",
    "The price of oil was [[was]] high. The third Congress [[Congress]] decision is a good sign.",
    "She said that he saw the [[the]] man and left when it was [[was]] dark.",
    "She left for [[for]] Cork after they met. They have a small home [[home]] in the hills.",
]

GOOD = [
    "The man who had had enough said that that was his plan.",
    "She has worked in Wagga Wagga for a year and likes Duran Duran.",
    "It was a very very long and a no no for the so so film.",
    "The “zoom zoom” kid is back.",
    "Gen. M M Naravane and Sir Run Run Shaw met.",
    "What it is is a mess; what he does does not matter.",
    "They sang la la la and bye bye all night.",
    "He came in in a hurry, she logged on on Monday.",
    "In the end, end users pay. Who is who? Who knows.",
    "It took years and years, days, days and days.",
    "The beriberi patients ate pili pili sauce and mahi mahi.",
    "Long long ago there was a far far away land.",
    "The world we live in in 2024 is not the one she grew up in in Cork. What she asked for for Christmas was a dog.",
    "The man I gave it to to my surprise returned it. It is the position we find ourselves in in the league.",
    "It's the only case we know of of a soft tissue making a cube.",
    "The man she married married again, and the people he knew knew better. What there was was mostly cake.",
    "Whoever wins wins big, and those who survived survived by luck. What matters matters to all.",
    "The book she wrote wrote itself, and the one I'd carried carried one. Everything he touched touched gold.",
    "What little there was was shared; the way it was was better.",
    "It was a sad sad day for her great great grandson, and a good good friend. The will will be read.",
    "The agar agar is dissolved, and the chow chow sleeps.",
    "Pole pole, as they say in Swahili. But it must not be too pole pole.",
    "She went to Baden Baden with Boutros Boutros and with Morris Morris, all in 2024 2024 people knew.",
    "The band sang Gimme Gimme Gimme. The three rules of property are location location location.",
    "In the final they won by 7 7 and 10 10. The code is 1 1 1 1.",
    "Have you been to New York New York? He saw Neville Neville.",
    "It gives owners a way to let Let's Encrypt know. Create a group in region REGION. Let let be.",
    "They require the Module module. The gorilla gorilla is from the west, as Homo sapiens sapiens was not.",
    "It serves the directory directory; the expression expression is true; the operators and and or; AND and OR lists.",
    "Sciurus vulgaris vulgaris lives in the north, and S. vulgaris vulgaris is rare.",
    "It is made of pine, pine, and oak. He waited -- -- and left. They said STOP STOP to him and wrote 7 in 7 7 7.",
    "The show Location Location is back. The sauce is Yes Yes, and the use of AND and OR or NOT Not of it.",
    "Yang Guang Guang and the robot “Malta Malta” met them, and so did MAK MAK.",
    "The bridge bridge bridge bridge is closed.",
    "Payment Payment is due within five days.",
    "Keys: k kick a door l loot a box. The data lies in /data data.",
]

#: Words that may end a clause before the next phrase begins with the same word.
_STRANDED = (COMMON_PREPOSITIONS - {"into"}) | {"about"}
_SUBJECTS = SUBJECT_PRONOUNS | {"one", "there"}
_HEADS = wordset("repetition/doubled-word", "heads")
_ASKING = RELATIVES | FREE_RELATIVES | {"where", "that", "those"}
_SPECIES = wordset("repetition/doubled-word", "species")
#: Words that no clause ends with, if no preposition of one.
_NEVER = (
    ARTICLES
    | (COORDINATORS - {"nor"})
    | (COMMON_PREPOSITIONS - {"into", "on"})
    | (FINITE_BE - {"is"})
    | (DEMONSTRATIVES - {"that"})
    | {"be", "has", "have"}
)
_SHORT, _LONG = 5, 8  # letters; the reduplications of other languages and their names are short: agar agar, Run Run
_FINAL = frozenset((".", "?", "!", ";", ",", ")", "”", '"'))
_OPENING = frozenset("“\"'‘«(")
_PARTS = regex(r"(?<=-)([a-z]{6,30})(-\1)(?![^\W_])")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the second and later of equal neighbours, and the second of equal parts."""
    known: set[str] = set()
    for row in document.analysis.view(rows):
        if len(row.words) == 1 and not row.looped and row.second == row.first + 1 and _wrong(row, known):
            times = "twice" if row.rounds == 2 else f"{row.rounds} times"
            message = f"“{row.unit[0].text}” is said {times} in a row."
            yield row.sentence.match(row.second, row.end, message, "")
    for word in document.analysis.index:
        found = _PARTS.search(word) if len(word) > 2 * _LONG else None
        if found is not None:
            for sentence, i in document.analysis.find(word):
                start = sentence.tokens[i].start
                message = f"“{found.group(1)}” is said twice in one word."
                yield Match(sentence.segment, start + found.start(2), start + found.end(2), message, ("",))


def _wrong(row: Row, known: set[str]) -> bool:
    """Whether a doubling is none of English; `known` gathers those that the text brings in as words of their own."""
    sentence, first = row.sentence, row.second
    one, two, before = sentence.tokens[first - 1], sentence.tokens[first], sentence.at(first - 2)
    word = two.lower
    if one.kind == "number":
        return _number_twice(row)
    path = before.text in ("-", "--", "_", "/", ".", "=") and not one.space
    if path or word in _SPECIES or word in CODE_NOUNS or _placeholder(sentence, first):
        return False
    if len(word) == 1 and word != "a":
        return False  # M M Naravane
    if two.capitalised and one.text == two.text:
        return _name_twice(row)
    if word in _NEVER and not (word == "in" and english().usually(before.lower, "past")):
        return not _clause_ends(sentence, first) and not _contact_clause(sentence, first)
    if word in SAID_AGAIN or word in REDUPLICATED or _foreign(sentence, first) or _main_verb(sentence, first):
        return False
    if one.capitalised or before.text in _OPENING:
        known.add(word)  # Pole pole, as they say; “zoom zoom”
    return word not in known


def _foreign(sentence: Sentence, first: int) -> bool:
    """Whether a word is of another language, where doubling is grammar, or a species: là là, vulgaris vulgaris."""
    word, before = sentence.tokens[first], sentence.at(first - 2)
    species = before.capitalised or before.text == "."
    return not english().tags(word.lower) and (species or len(word.text) < _SHORT)


def _placeholder(sentence: Sentence, first: int) -> bool:
    """Whether one of the two belongs to a name, a placeholder or the key of a command: let Let's Encrypt; l loot."""
    one, two, before = sentence.tokens[first - 1].text, sentence.tokens[first].text, sentence.at(first - 2)
    if one.lower() in _NEVER:
        return before.lower in ("operators", "keywords", "words") or one.isupper()
    return one.isupper() != two.isupper() or one[0].isupper() != two[0].isupper()


def _number_twice(row: Row) -> bool:
    """Whether a number stands twice at the end of a sentence, where no score or row of figures does: in 2014 2014."""
    before = row.sentence.at(row.first - 1)
    dated = before.lower in COMMON_PREPOSITIONS or before.text in MONTHS
    return dated and row.rounds < 3 and row.sentence.at(row.end + 1).text in _FINAL


def _name_twice(row: Row) -> bool:
    """Whether a name said twice is no reduplication such as Wagga Wagga or Duran Duran."""
    name, before = row.unit[0].text, row.sentence.at(row.first - 1)
    if name.lower() in SAID_AGAIN or name.lower() in REDUPLICATED or before.text in _OPENING:
        return False
    if name.isupper():
        return name == "US" or (len(name) < 6 and english().usual_form(name.lower()) == name)
    if len(name) >= _LONG or name in MONTHS or name in WEEKDAYS or kind(name) is not None:
        return True
    return len(name) >= _SHORT and row.first > 0 and split_pinyin(name.lower()) is None


def _clause_ends(sentence: Sentence, first: int) -> bool:
    """Whether the first of two prepositions ends a relative clause: the world we live in in 2024."""
    near = sentence.tokens[max(1, first - 7) : first - 1]
    return sentence.tokens[first].lower in _STRANDED and any(token.lower in _SUBJECTS for token in near)


def _main_verb(sentence: Sentence, first: int) -> bool:
    """Whether the first of two verbs ends a clause: whoever wins wins; or a modal is a noun: the will will be read."""
    word = sentence.tokens[first].lower
    if word == "will":
        return sentence.at(first - 2).lower in OPENING_DETERMINERS
    asked = any(token.lower in _ASKING for token in sentence.tokens[max(0, first - 4) : first - 1])
    return (asked and english().may_be(word, "verb")) or _contact_clause(sentence, first)


def _contact_clause(sentence: Sentence, first: int) -> bool:
    """Whether the first of two verbs ends a clause on a noun, no relative word: the book she wrote wrote itself."""
    at = first - 2 - (sentence.at(first - 2).kind == "clitic")  # I'd carried
    subject = sentence.at(at).lower.replace("’", "'").partition("'")[0]
    noun, asked = sentence.at(at - 1).lower, sentence.at(at - 2).lower in _ASKING  # what help there was was his
    return subject in _SUBJECTS and (asked or noun in _HEADS | _ASKING or english().usually(noun, "noun"))
