"""Phrases of a sentence: noun phrases, verb groups and prepositional phrases, as far as they can be read surely.

A phrase is read off the word classes of its tokens (`wordclasses`). One that holds or touches a doubtful class, or
whose border could lie elsewhere, is absent; its tokens are `dim`: nothing is said of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.analysis.wordclasses import DOUBT, SURE, Tagged, model
from mtqa.finding import Match, Severity
from mtqa.knowledge.lexicon import english
from mtqa.lazy import regex
from mtqa.values import dataclass

__all__ = [
    "INSERTED", "NounPhrase", "Phrase", "PrepositionalPhrase", "VerbGroup", "noun_phrases", "prepositional_phrases",
    "verb_groups",
]  # fmt: skip


Number = Literal["one", "many"] | None
Tense = Literal["past", "present", "modal"] | None


@dataclass(slots=True, eq=False)
class Phrase:
    """A run of tokens of a sentence.

    Attributes:
        sentence: it stands in.
        first, last: its first and last token, both inside.
    """

    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> list[Token]:
        """Its tokens."""
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def text(self) -> str:
        """Its tokens with single spaces."""
        return self.sentence.text(self.first, self.last)

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in the segment's target."""
        return self.sentence.span(self.first, self.last)

    def match(
        self,
        message: str,
        *suggestions: str,
        severity: Severity | None = None,
        category: str | None = None,
        evidence: Mapping[str, object] | None = None,
    ) -> Match:
        """A match over the whole of it."""
        return self.sentence.match(
            self.first, self.last, message, *suggestions, severity=severity, category=category, evidence=evidence
        )


@dataclass(slots=True, eq=False)
class NounPhrase(Phrase):
    """A noun with what stands before it and belongs to it; or a pronoun. All places are token indices.

    Attributes:
        head: the noun; of a name its last word.
        number: "one" or "many"; `None` where the form does not say (`you`, `who`, the United States).
        determiner: article, demonstrative, possessive or quantifier at its beginning.
        possessor: the last token of the possessor (`Russia` in Russia's president).
        pronoun: whether it is a pronoun.
    """

    head: int
    number: Number
    determiner: int | None
    possessor: int | None
    pronoun: bool


@dataclass(slots=True, eq=False)
class VerbGroup(Phrase):
    """A verb with its auxiliaries: `has not been seen`, from its first verb to its last. All places are token indices.

    Attributes:
        finite: the token that bears tense: the first; `None` where the group has none (to go, going).
        head: the full verb, or the copula; of a question (`did he go`) too.
        tense: "past", "present" or "modal" of a finite group.
        form: Penn tag of the head, without -A.
        passive: be and a participle.
        copula: whether the head is `be`.
        inverted: whether the subject stands inside, behind the first auxiliary.
    """

    finite: int | None
    head: int
    tense: Tense
    form: str
    passive: bool
    copula: bool
    inverted: bool


@dataclass(slots=True, eq=False)
class PrepositionalPhrase(Phrase):
    """A preposition and the noun phrase right behind it."""

    noun: NounPhrase

    @property
    def preposition(self) -> int:
        """The index of the preposition."""
        return self.first


# One element of a noun phrase, each a letter of `wordclasses.SIGNS`; bounded, so that the pass is linear on any text.
# What stands before an element is asked behind it: where an alternative begins with a letter, most are passed over.
_BEFORE = (
    r"[jc$](?<![nsSWTP].)|[eg](?<=[dhmj'c].)(?=['jnsPSWgec\"])|e(?<=[i,&^b].)(?=[nsjPS])|r(?<=[dhm',i^&].)(?=[jc])"
    r"|r(?<=[dhm].)(?=e)|,(?<=j.)(?=j[jnsPSW])|&(?<=j.)(?=j)"
)
_NAMED = r"P\.(?=P)|P[jce](?=[nsPSj])|[PS]'?|Y(?!P)"
_NOUNS = r"[ns]'?|W'?(?!P)|\+(?<=[PnsS].)(?=[PSns])"
_FREE = rf"(?:{_BEFORE}|{_NAMED}|{_NOUNS}|T')"
_FIRST = r"[jc$](?=[jc$egnsPSWY,&r])"  # whatever stands before the phrase
# Behind a determiner no name follows a noun: the poet | Keats.
_BOUND = rf"(?:{_BEFORE}|(?<![nsW])(?:{_NAMED})|{_NOUNS})"
_PHRASE = regex(
    r"(?=[dmhjc$egrnsPSWYTpowxFQq,&+])(?:"  # whatever a phrase begins with
    rf"([dmh]{{1,2}}{_BOUND}{{0,16}}(?:[nsW]|(?<![nsW])(?:[PS]|Y(?!P)))(?:(?<=P)c)?"
    rf"|(?:{_FIRST})?{_FREE}{{0,16}}(?:[nsPSW]|Y(?!P))(?:(?<=[PYn])c)?"
    r"|d?(?<!c)P?\$c{1,3}(?![nsPSj$])|T)|([powxFmQ]|q)|([cdjmr])(?=i|(?<=[\^,&b\":k].)[AMVZD]))"
)


def noun_phrases(sentence: Sentence, tagged: Tagged) -> tuple[list[NounPhrase], bytearray]:
    """The noun phrases of a sentence in order, and for every token whether it is dim."""
    tokens = sentence.tokens
    signs = tagged.signs
    margins = tagged.margins
    count = len(tokens)
    dim = bytearray(count)
    doubtful = b""
    if min(margins, default=SURE) < DOUBT:
        for i, margin in enumerate(margins):
            if margin < DOUBT:
                dim[i] = 1
        doubtful = bytes(dim)
    owned = "'" in signs
    found: list[NounPhrase] = []
    for match in _PHRASE.finditer("^" + signs + "."):
        first, last = match.span()
        first -= 1
        last -= 2
        head = last
        form = match.lastindex  # 1: with a noun, 2: a pronoun, 3: a share
        if form == 3 and (
            tokens[last].lower not in _SHARE or (signs[last + 1] == "i" and tokens[last + 1].lower != "of")
        ):
            continue
        if signs[head] == "c" and last > first:
            head -= 1
        if not _sure(signs, first, last, tokens):
            for i in range(first, last + 1):
                dim[i] = 1
            continue
        alone = signs[first] in "powxF"  # a pronoun, whatever stands beside it
        if doubtful and 1 in doubtful[max(0, first - 1 + alone) : last + 2 - alone]:
            for i in range(first, last + 1):
                dim[i] = 1
            continue
        sign = signs[head]
        pronoun = form != 1
        possessor = signs.rfind("'", first, last + 1) - 1 if owned else -1
        begin = signs[first]
        found.append(
            NounPhrase(
                sentence,
                first,
                last,
                head,
                _number(tokens[head].text, sign),
                first if begin in "dmh" and not pronoun else None,
                possessor if possessor >= first else None,
                pronoun,
            )
        )
    return found, dim


#: Words that stand for a part of what `of` names: one of us, many of the houses.
_SHARE = frozenset("one some many most several few all both each none much half".split())

_NOMINAL = frozenset("nsSPTWY")

#: Words before a number that may belong to it: about four minutes, more than ten, at least six.
_ROUGHLY = frozenset("about around over under than least most to nearly almost between some only".split())


def _sure(signs: str, first: int, last: int, tokens: list[Token]) -> bool:
    """Whether the borders of a phrase can lie nowhere else."""
    begin = signs[first]
    before = signs[first - 1] if first else "^"
    behind = signs[last + 1 : last + 2]
    if begin in "qw" and behind and behind in "nsSj":
        return before == "i"
    if begin == "o" and behind and behind in "nsPj" and tokens[first].lower == "her":
        return False  # gave her flowers; her flowers
    if begin in "pT":
        return before not in "PS" or begin == "T"
    if begin == "c" and signs[first + 1 : first + 2] == "c" and tokens[first + 1].kind == "number":
        return False  # 03/28/2017 05:09 PM
    word = tokens[first].lower
    compound = signs[last] == "s" and last > first and signs[last - 1] == "n"
    if compound and behind and behind in "dhmonsPjc$b" and "VBZ" in model().form(tokens[last]).options:
        return False  # the study estimates that; the government plans cuts
    if begin == "j" and (word in ("least", "most") or (before == "k" and word in ("many", "much", "few"))):
        return False  # at least six; how many people
    if begin in "jce" and before in _NOMINAL and signs[last] not in "WYT":
        return False  # state foreign policy
    if before == "t" and begin in "nsPj":
        return False  # to rain: a verb
    if before == "." and not tokens[first].space:
        return False  # an address
    if begin in "c$" and before not in ",.^&" and tokens[first - 1].lower in _ROUGHLY:
        return False
    if before == "g" and begin not in "dmhowxqQF$c" and (first < 2 or signs[first - 2] not in "AEIr"):
        return False  # rising prices; eating apples
    if before == "c" and begin != "$" and begin not in "powxqQFdmh":
        return False
    if behind == "&" and signs[last] in "nP" and begin not in "powxqQF":
        follows = signs[last + 2 : last + 4]
        if len(follows) == 2 and follows[0] in "nP" and follows[1] in "nsS":
            return False  # health and safety rules
    if before == "&" and first > 1 and begin in "nP" and first < last and signs[first + 1] in "nsS":
        return signs[first - 2] not in "nP"
    return not (signs[last] == "W" and behind == "j")


_REST = regex(r"r{0,2}(?:[EG]r{0,2})?[eDg]")  # behind have or be: been seen, seen, going
_FINITE_NEXT = regex(r"[AMVZDF,:bkQq]")
#: An adverb or the like between commas: however; as always; of course; in my view.
INSERTED = regex(r",(?:r|[ib]r|i[dh]?n),")
_BACK = 3  # prepositional phrases that a plural is looked for behind


def repaired(tokens: list[Token], tagged: Tagged, nouns: list[NounPhrase], dim: bytearray) -> Tagged:
    """The classes again, with the past tense for a participle, and the present for a base form, where only they fit.

    A noun phrase that opens its clause, a form that may be either, and behind it a phrase or clause: `experts raised a
    question`; behind a plural also `cities depend`; of words that are nothing but verbs also `the city, of course,
    depend`. The tagger decides before it sees what follows. What was dim for such a doubt is no longer.
    """
    tags, margins, signs = tagged
    if "e" not in signs and "B" not in signs and not any(dim):
        return tagged
    made = list(signs)
    ends = {noun.last: noun for noun in nouns}
    for noun in nouns:
        place = noun.last + 1
        inserted = INSERTED.match(signs, place)
        place = inserted.end() if inserted is not None else place + signs.startswith("r", place)
        sign = signs[place : place + 1]
        behind = signs[place + 1 : place + 2] or "."
        if sign == "e" and inserted is None:
            if signs[noun.last] == "F":
                continue  # we've seen
            if behind not in "dhmopb":
                follows = _FINITE_NEXT.search(signs, place + 1)
                if behind not in "sSPnjc$" or (follows is not None and follows.group() in "AMVZDF"):
                    continue
        elif sign != "B" and not (sign == "V" and dim[place]):
            continue
        for _ in range(_BACK):
            other = ends.get(noun.first - 2) if signs[noun.first - 1 : noun.first] == "i" else None
            if other is None:
                break
            noun = other
        if sign == "V" or (sign == "B" and (noun.number != "many" or inserted is not None)):
            owned = noun.determiner is not None or noun.possessor is not None  # not: buyer beware
            if not (owned or sign == "V") or not _verb_only(tokens, signs, place):
                continue
        begins = noun.first == 0 or signs[noun.first - 1] in ',b":;kQq'
        tag, letter = ("VBD", "D") if sign == "e" else ("VBP", "V")
        if begins and tag in model().form(tokens[place]).options:
            if tags is tagged.tags:
                tags, margins = tags.copy(), margins.copy()
            tags[place] = tag
            made[place] = letter
            if sign != "e":
                margins[place] = SURE
                dim[place] = 0
    return tagged if tags is tagged.tags else Tagged(tags, margins, "".join(made))


_SHARE_OF_NAMES = 0.6  # share of its places with a capital from which on a plural is rather a name


def _verb_only(tokens: list[Token], signs: str, place: int) -> bool:
    """Whether a base form is a verb and nothing else, and no other verb follows that could be the finite one."""
    follows = _FINITE_NEXT.search(signs, place + 1)
    return model().form(tokens[place]).letters == "V" and (follows is None or follows.group() not in "AMVZDF")


_ONE = frozenset("i he she it this that himself herself itself one each".split())
_MANY = frozenset("we they these those them us themselves ourselves several many both few".split())


@lru_cache(maxsize=20_000)
def _number(text: str, sign: str) -> Number:
    """The number of a word as it is written, by the sign it is read as."""
    word = text.lower()
    capital = text[:1].isupper()
    if sign in "snP" and (word[-1:] == "s" or capital):
        letters = english().tags(word)
        if sign == "s" and capital and letters and _may_be_name(word, letters):
            return None
        unknown = sign == "n" and not letters and word[-2:] not in ("ss", "us", "is")  # e-cigarettes
        if unknown or (sign == "P" and letters[:1] == "S"):
            return None  # the Chinese Businessmen
    if sign == "s":
        return "many"
    if sign in "nPWTY":
        return "one" if word != "%" else None
    return "one" if word in _ONE else "many" if word in _MANY else None


def _may_be_name(word: str, letters: str) -> bool:
    """Whether a capitalised word in -s is a name as soon as a plural: Brooks; not Sales, Germans."""
    if "S" not in letters:
        return True
    return english().capital_share(word) > _SHARE_OF_NAMES and "J" not in english().tags(word[:-1])


# A finite verb with what depends on it, or one without tense: to be seen, being seen, seen.
_VERB = regex(
    r"[VZD]|[MAF](?:r{0,3}[IEG]){0,3}(?:r{0,3}[Beg])?|tr{0,2}(?:[IEG]r{0,2}){0,3}[BegI]|(?=[BegEGI])(?:[EGI]r{0,2}){0,3}[BegEGI]"
)


def verb_groups(sentence: Sentence, tagged: Tagged, nouns: list[NounPhrase], dim: bytearray) -> list[VerbGroup]:
    """The verb groups of a sentence in order; those with a dim token are absent."""
    tokens = sentence.tokens
    tags, _, signs = tagged
    starts = {noun.first: noun for noun in nouns}
    found: list[VerbGroup] = []
    until = 0
    for match in _VERB.finditer(signs):
        first, last = match.start(), match.end() - 1
        if first < until:
            continue
        lead = signs[first]
        inverted = False
        if first == last and lead in "AM" and _opens(signs, first):
            noun = starts.get(first + 1)
            if noun is not None:
                place = noun.last + 1
                place += signs.startswith("r", place)
                behind = _VERB.match(signs, place)
                if behind is not None and _fits(tags[first], signs[place], tokens[first], tokens[place]):
                    last = behind.end() - 1
                    inverted = True
        if signs[last] == "B" and tokens[last].lower in ("have", "be"):
            rest = _REST.match(signs, last + 1)
            last = rest.end() - 1 if rest is not None else last
        until = last + 1
        if dim[first] or dim[last]:
            continue
        if lead in "MVZD" and first and signs[first - 1] in ("dhj'$" if lead != "M" else "dhi"):
            continue  # the till, at will: a noun
        if lead == "A" and first and tokens[first - 1].lower == "let":
            continue
        if lead == "A" and tokens[first].kind == "clitic" and _owns(signs, first):
            continue
        finite = first if lead in "MAFVZD" else None
        form = {"V": "VB", "D": "VBN"}.get(signs[last], tags[last]) if last > first else tags[last]
        copula = (form.endswith("-A") and tokens[last].lower in _BE) or (lead == "F" and first == last)
        found.append(
            VerbGroup(
                sentence,
                first,
                last,
                finite,
                last,
                _tense(tags[first]) if finite is not None else None,
                form.removesuffix("-A"),
                form == "VBN" and last > first and _passive(tokens, signs, first, last),
                copula,
                inverted,
            )
        )
    return found


def _owns(signs: str, place: int) -> bool:
    """Whether an 's between a noun and what may be another can be the possessive: the people's hopes."""
    return place > 0 and signs[place - 1] in _NOMINAL and signs[place + 1 : place + 2] in tuple("gnsPSjWYTec")


def _opens(signs: str, place: int) -> bool:
    """Whether a clause may begin with the word at a place, adverbs before it aside."""
    place -= 1
    while place >= 0 and signs[place] == "r":
        place -= 1
    return place < 0 or signs[place] in 'k&,":;w('


_BE = frozenset(
    "be been being is are was were am 's 're 'm ’s isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split()
)


def _fits(aux: str, sign: str, token: Token, verb: Token) -> bool:
    """Whether a verb behind the subject can belong to the auxiliary before it: did he go, is he going."""
    if aux == "MD" or token.lower[:2] in ("do", "di"):
        return sign in "BIV" or verb.lower in ("be", "do", "have")
    return sign in "egEG"


def _tense(tag: str) -> Tense:
    if "MD" in tag:
        return "modal"
    return "past" if "VBD" in tag else "present"


def _passive(tokens: list[Token], signs: str, first: int, last: int) -> bool:
    verbs = [i for i in range(first, last) if signs[i] in "AIEGF"]
    word = tokens[verbs[-1]].lower if verbs else ""
    return word in _BE or word.endswith(("'re", "'m", "’re", "’m"))


def prepositional_phrases(sentence: Sentence, tagged: Tagged, nouns: list[NounPhrase]) -> list[PrepositionalPhrase]:
    """The prepositional phrases of a sentence in order."""
    signs = tagged.signs
    return [
        PrepositionalPhrase(sentence, noun.first - 1, noun.last, noun)
        for noun in nouns
        if noun.first and signs[noun.first - 1] in "it"
    ]
