"""A word nobody writes, where a common one with a usual slip of the pen gives it.

Why it happens: learners' texts and old scans in the data an engine learned from; pieces of words put together
(`definelty`, `wonderfull`, `thier`), two words run together (`inmany`), an apostrophe left out (`shouldnt`).

How it is found: a word in lower case, or a function word that opens a sentence, that no word list and no text has,
and a common word that differs from it by one slip of a kind people make: two letters swapped, a letter doubled or
not, one vowel for another, `ie` for `ei`, a silent letter, `f` for `ph`. It must be far more usual than any other such
word. For words of seven letters and more, any one letter. Slips met so often that nobody doubts them are listed.

What it leaves alone: terms of medicine, chemistry and software that large word lists have (`analyte`, `rsync`), a
letter before a word (`vtable`), parts of file names, names, foreign words, words the text uses three times, words
regularly derived or compounded, words beside other unknown words or in quotation marks, hyphenated words, and texts
with very many unknown words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.analysis.register import typed
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule
from mtqa_rules.spelling import misspelling

rule = Rule(
    category="fluency/spelling",
    severity="minor",
)

BAD = [
    "They will do it for [[thier]] own good.",
    "It was a [[wonderfull]] day for [[evrybody]] in the town.",
    "The [[advertisemant]] of the sea is bad.",
    "They [[shouldnt]] sell the house.",
    "He said it was [[allready]] late.",
    "There are [[alot]] of houses in the town.",
    "It will [[definetly]] be sold.",
    "The [[governmant]] has a plan.",
    "[[Therfore]] it was late, and [[becuase]] of that they left.",
]
GOOD = [
    "They will do it for their own good.",
    "The wilaya elected a noteda; the hukou was resurged.",
    "Many farmworkers and keyworkers have loungewear.",
    "The centre has colour, and the organisers realised it.",
    "The “thier” he wrote was a slip.",
    "Unionisation and deindustrialisation left the banlieue.",
    "The rakfisk and the lutefisk were eaten by glamping influencers.",
    "He ate a taco, a torta and a tlayuda with crema.",
    "Deepfakes, chatbots and cryptoassets are new.",
    "The doomscrolling teens are cringey and goblincore.",
    "The pointer leads to a vtable, a list of functions, and to a struct; umount and strace take a const.",
    "The update adds video codecs, rsync, nmap and a daemon for the buildd and crond hosts.",
    "Each analyte was tested for linearity; acidemia, ganglioside and superoxide were found.",
    "A poset has a mutex, an error of two ulps and mmaps; the vconsole.conf file is read.",
    "The substantia nigra and the digitus; the gene was upregulated, another downregulated.",
    "Grexit, Brexiteer and lockdowner are words.",
]

#: Slips so usual that nobody doubts what is meant.
_LISTED: dict[str, str] = dict(
    pair.split(":")
    for pair in (
        "thier:their alot:a_lot dont:don't doesnt:doesn't didnt:didn't isnt:isn't wasnt:wasn't shouldnt:shouldn't "
        "wouldnt:wouldn't couldnt:couldn't hasnt:hasn't havent:haven't hadnt:hadn't arent:aren't werent:weren't "
        "theyre:they're youre:you're thats:that's definetly:definitely definately:definitely recomend:recommend "
        "teh:the hte:the thsi:this taht:that waht:what whith:with wiht:with htat:that tihs:this whcih:which adn:and "
        "thoes:those theese:these becouse:because becaus:because beacuse:because realy:really finaly:finally "
        "usualy:usually basicly:basically allways:always allready:already allmost:almost untill:until "
        "wich:which whitch:which thay:they thiny:think whe:we ther:there wether:whether peple:people poeple:people "
        "childs:children childrens:children childern:children yong:young studing:studying writting:writing "
        "begining:beginning buisness:business bussiness:business knowlege:knowledge knowladge:knowledge "
        "inmany:in_many infact:in_fact inorder:in_order eventhough:even_though eachother:each_other atleast:at_least "
        "aswell:as_well ofcourse:of_course forexample:for_example inspite:in_spite incase:in_case upto:up_to "
        "alittle:a_little thankyou:thank_you highschool:high_school everytime:every_time noone:no_one "
        "somethings:some_things anyother:any_other alots:a_lot inside-of:inside likly:likely espically:especially "
        "advertisment:advertisement advertisments:advertisements somthing:something "
        "succeded:succeeded useing:using comming:coming competance:competence competancy:competency arguement:argument "
        "beautifull:beautiful carefull:careful usefull:useful greatful:grateful importent:important "
        "importand:important "
        "intresting:interesting diffrent:different diferent:different neccessary:necessary neccesary:necessary "
        "goverments:governments responsability:responsibility enviromental:environmental tecnology:technology "
        "eventhought:even_though yuo:you nto:not adn:and jsut:just whta:what lsat:last htis:this "
        "ahve:have hvae:have waht:what owrk:work knwo:know liek:like mkae:make tiem:time yaer:year oen:one wrok:work "
        "cheif:chief reasearch:research infectuous:infectious sattelite:satellite devide:divide devided:divided "
        "frome:from "
        "greatfull:grateful goverment:government goverments:governments religous:religious succesfully:successfully "
        "accross:across agressive:aggressive apparantly:apparently appearence:appearance "
        "collegue:colleague commited:committed comittee:committee completly:completely concious:conscious "
        "curiousity:curiosity decieve:deceive desparate:desperate dissapear:disappear dissapointed:disappointed "
        "enviroments:environments exagerate:exaggerate excercise:exercise experiance:experience familar:familiar "
        "foriegn:foreign freind:friend freinds:friends fourty:forty garantee:guarantee happend:happened "
        "harrass:harass immediatly:immediately incidently:incidentally independance:independence "
        "knowledgable:knowledgeable lenght:length libary:library maintainance:maintenance millenium:millennium "
        "neccesarily:necessarily nessecary:necessary noticable:noticeable ocasion:occasion occassion:occasion "
        "parliment:parliament peice:piece posession:possession preceeding:preceding pronounciation:pronunciation "
        "publically:publicly reccomend:recommend religon:religion rember:remember sieze:seize similiar:similar "
        "strenght:strength suprise:surprise suprised:surprised tommorow:tomorrow tommorrow:tomorrow tounge:tongue "
        "truely:truly unfortunatly:unfortunately wierd:weird yeild:yield acheive:achieve acheived:achieved "
        "beleive:believe beleived:believed belive:believe nowdays:nowadays nowaday:nowadays cannt:cannot tey:they "
        "tje:the tthe:the therfore:therefore fro:for"
    ).split()
)
del _LISTED["fro"], _LISTED["inside-of"]

_VOWELS = "aeiou"
_ALIKE = {
    "c": "ks", "k": "c", "s": "cz", "z": "s", "f": "v", "v": "f", "j": "g", "g": "j", "d": "t", "t": "d",
    "i": "y", "y": "i", "m": "n", "n": "m",
}  # fmt: skip
_CLUSTERS = (("f", "ph"), ("sh", "ti"), ("tion", "sion"), ("cion", "tion"), ("shon", "tion"), ("ence", "ance"),
             ("ance", "ence"), ("k", "ck"), ("full", "ful"), ("aly", "ally"), ("ly", "ely"), ("ible", "able"),
             ("able", "ible"), ("er", "or"), ("or", "er"), ("ar", "er"), ("sh", "ch"),
             ("w", "wh"), ("r", "wr"))  # fmt: skip
_COMMON = -12.0  # natural log probability of a word usual enough to have been meant
_COMMON_LONG = -14.0  # the same for words of eight letters and more, which have few neighbours
_LEAD = 2.0
_MOST = 40
_SHORTEST = 4


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every place of such a word."""
    index = document.analysis.index
    budget = _MOST
    informal = document.register == "informal"
    for lower, places in index.items():
        meant = _LISTED.get(lower)
        if informal and typed(lower):
            continue
        if meant is None:
            if not _SHORTEST <= len(lower) <= 20 or len(places) > 2 or not lower.isascii() or not lower.isalpha():
                continue
            if not misspelling._suspect(lower) or not all(_plain(*place) or _opens(*place) for place in places):
                continue
            budget -= 1
            if not budget:
                return
            meant = _meant(lower) or _fitting(lower, places)
            if meant is None:
                continue
        for sentence, i in places:
            token = sentence.tokens[i]
            if _plain(sentence, i) or (_opens(sentence, i) and _function(meant)):
                yield Match(
                    sentence.segment, token.start, token.end,
                    f"“{token.text}” is misspelled; “{meant.replace('_', ' ')}” is probably meant.",
                    (meant.replace("_", " "),),
                )  # fmt: skip


_UNSEEN = -15.9  # natural log probability of what is written so seldom that it is a slip or no English
_STRONG = 17.0  # a pair people write often
_CERTAIN = 7  # letters of a word that has so few neighbours that it need suit but one side


def _fitting(lower: str, places: list[tuple[Sentence, int]]) -> str | None:
    """The word one letter away that people write between the very words that stand around it."""
    words = english()
    logprob = words.logprob(lower)
    if words.tags(lower) or (logprob is not None and logprob > _UNSEEN) or words.capital_share(lower) > 0.4:
        return None
    made = _made(lower)
    best: tuple[float, str] | None = None
    for candidate, usual in _near(lower):
        value = min(_fit(lower, candidate, made, *place) for place in places)
        if value and (best is None or value + usual > best[0]):
            best = (value + usual, candidate)
    return best[1] if best and not misspelling._foreign(lower, best[1]) else None


def _made(lower: str) -> bool:
    """Whether the word is regularly made from others, or ends as foreign words do."""
    if misspelling._compound(lower):
        return True
    return misspelling._derived(lower) and not (lower.endswith("d") and lower[-2] not in "eid")


@lru_cache(maxsize=5_000)
def _near(lower: str) -> tuple[tuple[str, float], ...]:
    """The usual words one letter away, with how usual they are."""
    words = english()
    found = []
    for word in sorted(misspelling._edits(lower)):
        if not misspelling._likely(lower, word) or lower == word + "s" or (lower[-1] in "aio" and lower[:-1] == word):
            continue
        logprob = words.logprob(word)
        if logprob is not None and logprob > _COMMON_LONG and words.tags(word)[:1] not in ("", "P", "F", "Y", "X"):
            found.append((word, logprob))
    found += [(word, words.logprob(word) or -20.0) for word in _redoubled(lower)]
    return tuple(found)


def _redoubled(lower: str) -> list[str]:
    """Usual words that differ in which letters are doubled: sattelite, satellite."""
    words = english()
    single = "".join(letter for k, letter in enumerate(lower) if not k or lower[k - 1] != letter)
    if len(lower) < _CERTAIN:
        return []
    once = [single[:k] + single[k] + single[k:] for k in range(len(single))]
    twice = [word[:k] + word[k] + word[k:] for word in once for k in range(len(word)) if len(word) < 14]
    return sorted(
        {word for word in (single, *once, *twice) if word != lower and (words.logprob(word) or -20.0) > _COMMON_LONG}
    )


def _fit(lower: str, word: str, made: bool, sentence: Sentence, i: int) -> float:
    """How often the word is written beside the two neighbours of a place; 0.0 where it does not suit them."""
    tokens = sentence.tokens
    pair = english().pair
    before = tokens[i - 1] if i and tokens[i - 1].kind == "word" and tokens[i - 1].text.islower() else None
    behind = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].kind == "word" else None
    left = pair(before.lower, word) if before else 0.0
    right = pair(word, behind.lower) if behind and behind.text.islower() else 0.0
    if not made and _alike(lower, word) and english().logprob(lower) is None:
        return left + right + (0.1 if len(lower) >= _CERTAIN and not _foreign(before, behind) else 0.0)
    if left and right:
        strong = left > _STRONG and right > _STRONG
        return left + right if (strong or len(lower) > 4) and (not made or strong) else 0.0
    if made or len(lower) < _CERTAIN or lower[0] != word[0]:
        return 0.0
    return left or right


def _foreign(*near: Token | None) -> bool:
    """Whether a word beside is none of English."""
    return any(token is not None and english().tags(token.lower)[:1] in ("", "F", "X", "P") for token in near)


def _alike(lower: str, word: str) -> bool:
    """Whether two words share their first and last letters."""
    return lower[0] == word[0] and lower[-1] == word[-1] and len(lower) > 4


def _plain(sentence: Sentence, i: int) -> bool:
    """Whether the word stands in lower case, next to a known word and away from quotation marks and signs."""
    tokens = sentence.tokens
    if tokens[i].text != tokens[i].lower or misspelling._joined(tokens, i):
        return False
    known = 0
    for at in (i - 1, i + 1):
        if 0 <= at < len(tokens):
            near = tokens[at]
            if near.kind == "punct":
                if near.text not in ",.;:?!":
                    return False
            elif near.kind == "word":
                if near.text[0].isupper() and at > 0 and near.lower != "i":
                    return False
                known += english().known(near.lower)
            else:
                known += near.kind == "number"
    return known > 0


def _opens(sentence: Sentence, i: int) -> bool:
    """Whether the word opens a sentence with a capital, before a known word in lower case."""
    tokens = sentence.tokens
    if i or len(tokens) < 4 or tokens[0].text != tokens[0].lower.capitalize() or len(tokens[0].text) < 5:
        return False
    second = tokens[1]
    if second.text == "," or second.kind == "number":
        return True
    return second.text.islower() and (english().known(second.lower) or "-" in second.text)


def _function(word: str) -> bool:
    """Whether a word is of a kind that no name looks like: a conjunction, preposition, pronoun or adverb."""
    return english().tags(word.partition("_")[0])[:1] in tuple("BCITOWRHG")


@lru_cache(maxsize=20_000)
def _meant(lower: str) -> str | None:
    """The one common word that a slip of a usual kind away gives the word."""
    words = english()
    least = _COMMON_LONG if len(lower) > 7 else _COMMON - 1
    made = misspelling._derived(lower) or misspelling._compound(lower)

    def usual(word: str) -> float | None:
        logprob = words.logprob(word)
        if logprob is None or logprob < least or words.tags(word)[:1] in ("", "P", "F", "Y", "X"):
            return None
        return logprob if words.capital_share(word) < 0.5 else None

    slips = _slips(lower)
    found = {word: value for word in slips if misspelling._likely(lower, word) and (value := usual(word)) is not None}
    floor = _COMMON_LONG if len(lower) > 7 else _COMMON if len(lower) > 5 else -10.5 if len(lower) == 5 else -8.5
    if not made and len(lower) > 6:
        for word in sorted(misspelling._edits(lower)):
            value = usual(word)
            if value is not None and word not in found and misspelling._likely(lower, word):
                found[word] = value - 0.7
    if made:
        found = {word: value for word, value in found.items() if _swapped(lower, word) and value > -11}
    ranked = sorted(((value, word) for word, value in found.items()), reverse=True)
    if not ranked or ranked[0][0] < floor or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD):
        return None
    best = ranked[0][1]
    foreign = (lower[-1] in "aeio" and lower[:-1] == best) or misspelling._foreign(lower, best)
    foreign = foreign or (lower[-1] in "aio" and best[-1] not in "aioy" and len(lower) < 8)  # crema, a dish
    return None if foreign or lower == best + "s" or (best + "s")[:-1] == lower + "s" else best


def _swapped(lower: str, word: str) -> bool:
    """Whether the two differ by two letters swapped, or one doubled."""
    return sorted(lower) == sorted(word) or set(lower) == set(word)


@lru_cache(maxsize=5_000)
def _slips(word: str) -> tuple[str, ...]:
    """Every string that a slip of a usual kind away gives the word, without it."""
    made: set[str] = set()
    for i, letter in enumerate(word):
        head, tail = word[:i], word[i + 1 :]
        if i + 1 < len(word):
            made.add(head + word[i + 1] + letter + word[i + 2 :])
            if word[i + 1] == letter:
                made.add(head + tail)
        made.add(head + letter + letter + tail)
        if letter in _VOWELS:
            made.update(head + other + tail for other in _VOWELS)
            made.update(head + other + letter + tail for other in "aeiou")
            made.update(head + letter + other + tail for other in "aeiou")
            if i:
                made.add(head + tail)
        elif i:
            made.update(head + other + letter + tail for other in "aeiou")
        made.update(head + other + tail for other in _ALIKE.get(letter, ""))
    made.add(word + "e")
    for wrong, right in _CLUSTERS:
        at = word.find(wrong)
        while at >= 0:
            made.add(word[:at] + right + word[at + len(wrong) :])
            at = word.find(wrong, at + 1)
    made.discard(word)
    return tuple(sorted(made))
