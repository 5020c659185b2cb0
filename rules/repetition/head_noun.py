"""A noun is taken up again at once by the phrase that hangs on it.

Why it happens: the source names the whole and its kind with one word (a territory of the northern territories);
the engine translates the head and the modifier with the same noun.

How it is found: a common noun, `of` or `with`, then at most four words (articles, adjectives, nouns), then the
same noun again, in the singular or plural.

What it leaves alone: wholes made of their like (`a network of computer networks`, `a study of 40 studies`), the noun
as part of a compound (`the control of pest control firms`), numbers and levels (`the number of phone numbers`), set
phrases (`hand in hand`, `year on year`, `king of kings`, `best of the best`), names
(`the main shaft of Shaft No. 1`), measures and shares (`a share of class A shares`), pairs (`the choice of
history and the choice of the people`), one thing set beside another of its kind (`to confuse party power with popular
power`), chains (`a league of leagues of leagues`), and contrasts with `other`, `all`, `another`, `different`.
"""

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule

rule = Rule(
    category="fluency/repetition",
    severity="minor",
)

BAD = [
    "Japan hopes to promote the progress of the territory of the northern [[territories]].",
    "Putin said so in an interview with Japanese television [[interview]] on Monday.",
    "This is the integration of regional aviation [[integration]] in the north.",
    "Teachers participating in violations of the [[violations]] will be punished.",
    "The masterpiece is a collection of classic [[collections]] from China.",
    "It solved the problems of construction [[problems]] in the city.",
]

GOOD = [
    "They walked hand in hand, year on year, layer on layer.",
    "The king of kings, the best of the best, and the mother of all battles met.",
    "The main shaft of Shaft No. 1 was dug.",
    "It is the choice of history and the choice of the people.",
    "The city exchanges students with other cities and works on the problem of other problems.",
    "He is a leader of leaders and a friend of his friend's wife.",
    "The company bought 5 million shares of A shares.",
    "The Department of the Interior Department was renamed.",
    "In the time of our time there was no time.",
    "He went from street to street and from house to house.",
    "The war on the war on drugs is over.",
    "She is a member of the group, and members of the press know it.",
    "She was a daughter of daughters and a teacher of teachers; it is a map of maps.",
    "It is a network of computer networks, a federation of trade federations and a study of many studies.",
    "The number of phone numbers is large, and so is the control of pest control firms.",
    "They confuse party power with popular power, and meet force with force; it replaced one-man rule with party rule.",
    "It is a league of leagues of leagues, elected by a majority of the majority; federations of federations met.",
    "Freedom of the press means the freedom to print; on substitutes of these substitutes the book says little.",
    "The problem of the problem gambler, the question of questions, and the problem with the problem itself.",
]

_PREPOSITIONS = ("of", "with")
_BARRED = frozenset(
    "and or but other others another all each every its their his her our your my different own same such more no "
    "that which who whose where when to than from not this these those means mean".split()
)
_ALLOWED = frozenset(
    "hand year layer king best mother mothers father fathers son sons daughter daughters sister day face wave "
    "time cheek arm arms shoulder side brother friend man men woman leader share shares day days world worlds war "
    "part parts people one ones song songs hundreds thousands millions tens scores generation end story stories "
    "line lines rule rules heart house step eye nature majority minority".split()
)
#: Wholes that may be made of their like, when the second is a plural.
_WHOLES = frozenset(
    "network study review survey union federation system model history theory group series chain alliance coalition "
    "index fund market school council list record society association analysis language programme program number "
    "level price amount account name story question report team club meeting bank company board league class".split()
)
#: What sets one thing beside another of its kind, or puts it in its place.
_COMPARED = tuple(
    "replac confus equat identif compar oppos combin exchang substitut link contrast mix meet met".split()
)
_REACH = 5
_INSIDE = frozenset("TJNPSUKLE")  # articles, adjectives, nouns, numbers


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the noun, the preposition and the noun again."""
    for preposition in _PREPOSITIONS:
        for sentence, i in document.analysis.find(preposition):
            tokens = sentence.tokens
            if not i:
                continue
            head = tokens[i - 1]
            if head.kind != "word" or head.text != head.lower or len(head.text) < 5 or head.lower in _ALLOWED:
                continue
            if english().tags(head.lower)[:1] not in ("N", "S"):
                continue
            end = _again(tokens, i, head)
            if end < 0:
                continue
            if preposition == "with" and any(t.lower.startswith(_COMPARED) for t in tokens[max(0, i - 9) : i - 1]):
                continue  # to confuse party power with popular power
            if i > 2 and tokens[i - 2].lower == "of" and _stem(tokens[i - 3].lower) == _stem(head.lower):
                continue  # a league of leagues of leagues
            noun = tokens[end]
            if end == i + 1 and tokens[i].lower == "of" and noun.lower != head.lower and not head.lower.endswith("s"):
                continue  # a daughter of daughters, a map of maps
            yield Match(
                sentence.segment,
                noun.start,
                noun.end,
                f"“{head.text}” is taken up again at once by “{noun.text}”; one of the two is too many.",
            )


def _again(tokens: list[Token], preposition: int, head: Token) -> int:
    """Index of the noun that repeats the head behind the preposition, or -1."""
    stem = _stem(head.lower)
    for i in range(preposition + 1, min(len(tokens), preposition + 1 + _REACH)):
        token = tokens[i]
        if token.kind != "word" or token.lower in _BARRED or token.text.isupper():
            return -1
        if token.text == token.lower and _stem(token.lower) == stem:
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if following is not None and (following.kind == "clitic" or following.text in "-–'’"):
                return -1
            if following is not None and (
                following.lower in ("of", "itself", "themselves") or english().tags(following.lower)[:1] in ("N", "S")
            ):
                return -1
            made_of_its_like = stem in _WHOLES and (token.lower != head.lower or token.lower.endswith("s"))
            return -1 if made_of_its_like else i
        if token.text == token.lower and english().tags(token.lower)[:1] not in _INSIDE:
            return -1
    return -1


def _stem(word: str) -> str:
    """Singular of a regular plural; good enough to compare two words of one text."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
