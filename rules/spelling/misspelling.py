"""A misspelled word: one that nobody writes, a slip away from a usual one.

Why it happens: the engine puts words together from pieces and puts in one too many or leaves one out (`lastest`), or
repeats a slip of its training text (`recieve`, `shouldnt`, `inmany`); old engines copy slips of the source. People who
translate make as many.

How it is found: a word in lower case that no word list has, and one usual word that is a letter away (one more, less,
other, or two neighbours swapped; not the first letter, in short words not the last) or has other letters doubled, far
more usual than any other such word. What sounds alike counts more, and so does what people write beside the words that
stand there. Slips so usual that nobody doubts what is meant are listed; these, and function words, open a sentence too.

What it leaves alone: terms of medicine, chemistry and software that large word lists have (`analyte`, `rsync`), a
letter before a word (`vtable`), parts of file names, names and foreign words (a capital or a foreign letter anywhere,
quotation marks around it, an ending of another language), words the text uses again and again, words beside other
unknown words, hyphenated words, regular derivations (`branchless`, `keyworkers`) and compounds (`farmworkers`), words
English has borrowed round the world (`cawl`, `tradie`), sentences with hardly another English word (`Cymru am byth!`),
and texts in which so many words are unknown that they are not plain English.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.analysis.register import typed
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.sieve import Sieve
from mtqa.knowledge.similar import grown, skeleton
from mtqa.rule import Rule
from mtqa_rules.data import wordlist
from mtqa_rules.spelling._made import UNSEEN, base, made

rule = Rule(
    category="fluency/spelling",
    severity="minor",
)

BAD = [
    "The [[lastest]] articles of the newspaper are on the web.",
    "The [[goverment]] said that it would look into the matter.",
    "He did not [[recieve]] an answer [[untill]] the end of May.",
    "They stayed at home [[becuase]] of the storm.",
    "The [[enviroment]] minister left for Moscow.",
    "A [[frmer]] member of the party was elected.",
    "The talks were [[succesful]], the agency said.",
    "I dont like it :) you [[recieve]] it!! lol thats me",
    "It was a [[terryifying]] sight.",
    "The land has few [[resurces]] of its own, and a [[libary]].",
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
    "The latest articles of the newspaper are on the web.",
    "The centre of the town had colour and a theatre, and the organisers realised it.",
    "Branchless banks and counterprotesters, underequipped housecleaners and superstorms were everywhere.",
    "The wilaya elected a noteda; the hukou was resurged.",
    "Sweaters and loungewear were longlisted unfussily at the pitchside.",
    "Many mouthparts of the hawkmoth coevolved; one mouthpart did not.",
    "Long may it last.\n\nCymru am byth!",
    "The eisteddfod, the cawl and the hwyl were as they should be.",
    "The “goverment” he wrote was a slip.",
    "They eat mooncakes, takraw players do.",
    "Kishida said that Inada-san spoke to Lavrov.",
    "Microvideos and subsectors, biomaterials and hydrogel, infectivity and oldness.",
    "The pointer leads to a vtable, a list of functions, and to a struct; umount and strace take a const.",
    "She reads the ebook, and the codec, rsync and cmake are in the repository.",
    "Each analyte was tested for linearity, and the acidemia of the newborn was treated.",
    "The wilaya has a gobject and a kbeg key; the gmake file reads softc and ngroup.",
    "The substantia nigra and the digitus; the gene was upregulated, another downregulated.",
    "The goverment of Goverment is a village.",
    "Sendling is a part of the town. THIER is the name of a firm.",
    "The pleural cavity of the dog was open.",
    "The singulár of the word is gone. Their over-power seems to grow.",
    "The defender yong ran back.",
    "Open the file thsi.txt at once.",
    "The ministre spoke at noon.",
    "They will do it for their own good.",
    "Many farmworkers and keyworkers have loungewear.",
    "The centre has colour, and the organisers realised it.",
    "The “thier” he wrote was a slip.",
    "Unionisation and deindustrialisation left the banlieue.",
    "The rakfisk and the lutefisk were eaten by glamping influencers.",
    "He ate a taco, a torta and a tlayuda with crema.",
    "Deepfakes, chatbots and cryptoassets are new.",
    "The doomscrolling teens are cringey and goblincore.",
    "The update adds video codecs, rsync, nmap and a daemon for the buildd and crond hosts.",
    "Each analyte was tested for linearity; acidemia, ganglioside and superoxide were found.",
    "A poset has a mutex, an error of two ulps and mmaps; the vconsole.conf file is read.",
    "Grexit, Brexiteer and lockdowner are words.",
]

#: Slips so usual that nobody doubts what is meant.
_SLIPS = {
    slip: meant.replace("_", " ")
    for slip, _, meant in (pair.partition(":") for pair in wordlist("spelling/misspelling", "slips"))
}
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
#: Natural log probability of a word usual enough to have been meant, by the letters of what is written.
_USUAL, _USUAL_SHORT = -14.0, {4: -8.5, 5: -10.5, 6: -12.0, 7: -12.0}
_BESIDE = 3.0  # what being usual beside one of its neighbours here is worth
_ODD, _ODD_SHORT = 0.7, 3.0  # what a slip costs that does not sound alike; in a word of six letters or fewer
_LEAD, _DISTANCE = 2.0, 6.0  # by how much it must lead the second candidate, and what is written
_MOST = 40  # unknown words looked at in a document: more of them is another language
_FUNCTION = "adverb conjunction determiner preposition pronoun"  # classes of words that are no names


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag misspelled words, every time they stand in the text."""
    budget = _MOST
    informal = document.register == "informal"
    for lower, _ in _SUSPECTS(document.analysis.index):
        places = document.analysis.index[lower]
        meant = _SLIPS.get(lower)
        if (meant is None and len(places) > 2) or not all(_plain(*place) for place in places):
            continue
        if meant is None and all(_among_words(*place) for place in places):
            budget -= 1
            if not budget:
                return
            meant = _meant(lower, places)
        if meant is None or (informal and typed(lower)):
            continue
        for sentence, i in places:
            written = sentence.tokens[i].text
            if written == lower or lower in _SLIPS or english().usually(meant, *_FUNCTION.split()):
                yield sentence.match(i, i, f"“{written}” is misspelled; “{meant}” is probably meant.", meant)


@lru_cache(maxsize=1 << 10)
def _suspect(lower: str) -> bool:
    """Whether no edited word list has the word and no one writes it often."""
    words = english()
    if not 4 <= len(lower) <= 24 or words.tags(lower) or not (lower.isascii() and lower.isalpha()):
        return False
    if words.listed(lower) or (len(lower) > 4 and base(lower[1:])):
        return False  # the last: vtable, gobject
    return words.capital_share(lower) < 0.3


_SUSPECTS = Sieve(lambda lower: lower in _SLIPS or _suspect(lower))


def _plain(sentence: Sentence, i: int) -> bool:
    """Whether the word stands in lower case, or opens its sentence, outside quotation marks, addresses and the like."""
    token, beside = sentence.tokens[i], (sentence.at(i - 1), sentence.at(i + 1))
    if (token.text != token.lower and not _opens(sentence, i)) or sentence.joined(i):
        return False
    return all(near.kind != "punct" or near.text in ",.;:?!" for near in beside)


def _among_words(sentence: Sentence, i: int) -> bool:
    """Whether the words beside it are English."""
    beside = (sentence.at(i - 1), sentence.at(i + 1))
    return all(english().known(near.text) for near in beside if near.is_word)


def _opens(sentence: Sentence, i: int) -> bool:
    """Whether the word opens a sentence with a capital."""
    return i == 0 and sentence.tokens[0].text[1:].islower()


def _meant(lower: str, places: list[tuple[Sentence, int]]) -> str | None:
    """The one usual word a slip away that suits the places, far ahead of all others."""
    ranked = sorted(
        (usual + _BESIDE * min(_suits(word, sentence, i) for sentence, i in places), word)
        for word, usual in _candidates(lower)
    )
    if not ranked:
        return None
    score, best = ranked[-1]
    least = max(_USUAL_SHORT.get(len(lower), _USUAL), (english().logprob(lower) or UNSEEN) + _DISTANCE)
    second = ranked[-2][0] if len(ranked) > 1 else UNSEEN
    if score < least or score - second < _LEAD or grown(lower, best) or lower == best + "d":  # the last: buildd
        return None
    return best


@lru_cache(maxsize=4096)
def _candidates(lower: str) -> tuple[tuple[str, float], ...]:
    """The words that a slip away give the word, with how usual they are, less what an odd slip costs."""
    words, letters = english(), set(lower)
    slips = _edits(lower) | _redoubled(lower)
    if made(lower):
        slips = {word for word in slips if set(word) == letters}
    found = []
    for word in words.among(slips):
        logprob = words.logprob(word)
        if logprob is not None:
            alike = set(word) == letters or skeleton(word) == skeleton(lower)
            found.append((word, logprob - (0.0 if alike else _ODD if len(lower) > 6 else _ODD_SHORT)))
    return tuple(found)


def _suits(meant: str, sentence: Sentence, i: int) -> int:
    """Beside how many of its two neighbours here people write the word."""
    pair = english().pair
    return (pair(sentence.at(i - 1).lower, meant) > 0) + (pair(meant, sentence.at(i + 1).lower) > 0)


def _edits(word: str) -> set[str]:
    """The strings that slips one letter away make, as far as words begin with what stands before the slip.

    Slips spare the first letter, and the last of a short word.
    """
    reach = english().reach(word) + 1
    made = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(min(reach, len(word) - 1))}
    for i in range(1, min(reach, len(word) + (len(word) > 6))):
        head, tail = word[:i], word[i:]
        known = english().following(head) if i > 2 else None  # of two letters many begin with
        letters = _LETTERS if known is None else known & _LETTERS
        made.update(head + letter + tail for letter in letters)
        if len(word) > 6 or (len(word) == 6 and len(tail) > 1):
            made.add(head + tail[1:])
            made.update(head + letter + tail[1:] for letter in letters)
    return made - {word}


def _redoubled(word: str) -> set[str]:
    """The strings in which other letters of a long word are doubled: sattelite, satellite."""
    if len(word) < 7:
        return set()
    single = "".join(letter for k, letter in enumerate(word) if not word.startswith(letter, k - 1) or not k)
    once = {single[:k] + single[k] + single[k:] for k in range(len(single))}
    return {single} | once | {one[:k] + one[k] + one[k:] for one in once for k in range(len(one))} - {word}
