"""A misspelling one step from a common word.

Why it happens: the engine puts words together from pieces and puts in one too many or leaves one out
(`lastest`), or repeats a slip of its training text (`recieve`); old engines copy slips of the source.

How it is found: a word in lower case that no word list has, exactly one common word being one letter away
(one letter more, less, other, or two neighbours swapped; not the first letter, in short words not the last), far more
common than any other such word, and usual beside the words that stand there.

What it leaves alone: terms of medicine, chemistry and software that large word lists have (`analyte`, `rsync`), a
letter before a word (`vtable`), parts of file names, names and foreign words (a capital or a foreign letter anywhere,
quotation marks around it), words the text uses again and again, hyphenated words, regular derivations (`branchless`,
`reimposition`, `keyworkers`), compounds of two words (`farmworkers`), British and American forms, words English has
borrowed round the world (`cawl`, `tradie`), sentences with hardly another English word (`Cymru am byth!`), and texts
in which so many words are unknown that they are not plain English.
"""

from collections.abc import Iterator

from mtqa.analysis.register import typed
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule
from mtqa_rules.data import wordlist

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
]

#: Slips that some word lists have all the same, and what was meant.
_SLIPS = {
    "accomodate": "accommodate", "accomodation": "accommodation", "aquire": "acquire", "concensus": "consensus",
    "embarass": "embarrass", "existance": "existence", "forteen": "fourteen", "harrassment": "harassment",
    "independant": "independent", "lastest": "latest", "liason": "liaison", "noone": "no one",
    "occurance": "occurrence", "occured": "occurred", "occuring": "occurring", "occurence": "occurrence",
    "paralell": "parallel", "persistant": "persistent", "prefered": "preferred", "priviledge": "privilege",
    "recieved": "received", "refered": "referred", "resistence": "resistance", "seperate": "separate",
    "seperated": "separated", "seperately": "separately", "supercede": "supersede", "transfered": "transferred",
    "untill": "until",     "wich": "which", "writting": "writing",
}  # fmt: skip

_VOWELS = "aeiou"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COMMON = -12.3  # natural log probability of a word usual enough to have been meant
_BESIDE = 3.0  # what being usual beside one of its neighbours here is worth
_LEAD = 2.5  # by how much it must lead the second candidate
_NO_WORD = ("", *"PFYX")
_RARE = -12.0  # a word that only an unedited corpus has, at most so usual, may still be a slip
_MOST = 40  # unknown words looked at in a document: more of them is another language
_SUFFIXES = wordlist("spelling/misspelling", "suffixes")
_PREFIXES = wordlist("spelling/misspelling", "prefixes")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag misspelled words, every time they stand in the text."""
    budget = _MOST
    informal = document.register == "informal"
    for lower, places in document.analysis.index.items():
        meant = _SLIPS.get(lower)
        if informal and typed(lower):
            continue
        if meant is None:
            if not 4 <= len(lower) <= 24 or len(places) > 2 or not lower.isascii() or not lower.isalpha():
                continue
            if not _suspect(lower) or not all(_in_running_text(sentence, i) for sentence, i in places):
                continue
            budget -= 1
            if not budget:
                return
            if all(_alone(sentence, i) for sentence, i in places):
                continue
            if _derived(lower) or _compound(lower):
                continue
            meant = _meant(lower, places)
            if meant is None:
                continue
        for sentence, i in places:
            token = sentence.tokens[i]
            if token.text[1:].islower():
                yield Match(
                    sentence.segment, token.start, token.end,
                    f"“{token.text}” is misspelled; “{meant}” is probably meant.", (meant,),
                )  # fmt: skip


def _suspect(lower: str) -> bool:
    """Whether no edited word list has the word and no one writes it often."""
    words = english()
    if words.tags(lower) or words.listed(lower) or (len(lower) > 4 and _base(lower[1:])):
        return False  # the last: vtable, gobject
    logprob = words.logprob(lower)
    if logprob is None:
        return not words.known(lower)
    return logprob < _RARE and words.capital_share(lower) < 0.3


def _in_running_text(sentence: Sentence, i: int) -> bool:
    """Whether the word stands in lower case among English words and outside quotation marks."""
    tokens = sentence.tokens
    if tokens[i].text != tokens[i].lower or _joined(tokens, i):
        return False
    before = tokens[i - 1] if i else None
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    for near in (before, behind):
        if near is not None and near.kind == "punct" and near.text not in ",.;:?!":
            return False
        if near is not None and near.kind == "word" and not english().known(near.text):
            return False
    return bool((before is not None and before.kind == "word") or (behind is not None and behind.kind == "word"))


def _joined(tokens: list[Token], i: int) -> bool:
    """Whether more stands close behind a mark beside the word: part of a file name or an address."""
    ahead = (
        i + 2 < len(tokens) and tokens[i + 1].kind == "punct" and not tokens[i + 1].space and not tokens[i + 2].space
    )
    behind = i > 1 and tokens[i - 1].kind == "punct" and not tokens[i].space and tokens[i - 1].text in ".,:;"
    return behind or (ahead and tokens[i + 1].text in ".:" and tokens[i + 2].kind != "punct")


def _alone(sentence: Sentence, i: int) -> bool:
    """Whether hardly any English word stands beside it in its sentence: Cymru am byth!"""
    words = english()
    others = (token for k, token in enumerate(sentence.tokens) if k != i and token.kind == "word")
    return sum(token.text.islower() and bool(words.tags(token.lower)) for token in others) < 2


def _base(word: str) -> bool:
    """Whether a word that others may be made of is one: in an edited list and not rare."""
    words = english()
    return len(word) > 2 and bool(words.tags(word)) and (words.logprob(word) or -20.0) > -14.5


def _derived(lower: str) -> bool:
    """Whether the word is regularly made from a known one."""
    for suffix in _SUFFIXES:
        if lower.endswith(suffix):
            stem = lower[: -len(suffix)]
            if _base(stem) or _base(stem + "e") or (stem[-1:] == "i" and _base(stem[:-1] + "y")):
                return True
            if len(stem) > 3 and stem[-1] == stem[-2] and _base(stem[:-1]):
                return True
    return any(lower.startswith(prefix) and _base(lower[len(prefix) :]) for prefix in _PREFIXES)


def _compound(lower: str) -> bool:
    """Whether it is two words written as one, right or wrong."""
    words = english()
    return any(
        (words.logprob(lower[:cut]) or -20.0) > -12 and (words.logprob(lower[cut:]) or -20.0) > -12
        for cut in range(3, len(lower) - 2)
    )


def _meant(lower: str, places: list[tuple[Sentence, int]]) -> str | None:
    """The one common word a letter away that suits the place."""
    words = english()
    found: list[tuple[float, str]] = []
    for edit in sorted(_edits(lower)):
        logprob = words.logprob(edit)
        if logprob is None or logprob <= _COMMON - _LEAD or not _likely(lower, edit):
            continue
        if words.tags(edit)[:1] not in _NO_WORD:
            usual = logprob + _BESIDE * min(_suits(edit, sentence, i) for sentence, i in places)
            found.append((usual, edit))
    found.sort(reverse=True)
    if not found or found[0][0] < _COMMON + _BESIDE or found[0][0] - (words.logprob(lower) or -20.0) < 3 + _BESIDE:
        return None
    if len(found) > 1 and found[0][0] - found[1][0] <= _LEAD:
        return None
    return None if _foreign(lower, found[0][1]) else found[0][1]


def _foreign(lower: str, meant: str) -> bool:
    """Whether only the ending differs, and is one of another language: noteda, digitus, substantia."""
    return (lower[-1] in "aio" and lower[:-1] == meant) or (
        lower.endswith(("us", "um", "ae", "ia")) and lower[:-2] == meant[: len(lower) - 2]
    )


def _edits(word: str) -> set[str]:
    """Every string one letter away."""
    made = set()
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            made.add(head + tail[1:])
            made.update(head + letter + tail[1:] for letter in _LETTERS)
        if len(tail) > 1:
            made.add(head + tail[1] + tail[0] + tail[2:])
        made.update(head + letter + tail for letter in _LETTERS)
    made.discard(word)
    return made


def _likely(lower: str, meant: str) -> bool:
    """Whether the difference is one that slips make.

    They spare the first letter (but for a vowel in a long word), and the last of a short word. A word of five letters
    or fewer has too many neighbours: there only two letters swapped or one left out count. What ends in one `d` more
    is the name of a daemon.
    """
    if len(lower) == len(meant) and sorted(lower) == sorted(meant):
        return True
    if lower[0] != meant[0] and (len(lower) < 7 or lower[0] not in _VOWELS or meant[0] not in _VOWELS):
        return False
    if lower.removesuffix("s") == meant.removesuffix("s") + "d":
        return False
    return lower[-1] == meant[-1] and (len(lower) == 6 or len(meant) > len(lower)) if len(lower) < 7 else True


def _suits(meant: str, sentence: Sentence, i: int) -> int:
    """Beside how many of its two neighbours here people write the word."""
    tokens = sentence.tokens
    before = i > 0 and tokens[i - 1].kind == "word" and english().pair(tokens[i - 1].lower, meant) > 0
    behind = i + 1 < len(tokens) and tokens[i + 1].kind == "word" and english().pair(meant, tokens[i + 1].lower) > 0
    return before + behind
