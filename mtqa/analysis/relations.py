"""Who does what to whom: relations between states, read from the shared tokens.

A light extractor, not a parser. It finds the states a sentence names (`mentions`) and looks at the few words
between one and the next: `Russia's arms sales to China`, `the invasion of Kuwait by Iraq`, `between Japan and
Russia`, `from Japan to China`, `Japan-US relations`, `China accused Japan`, `Kuwait was invaded by Iraq`. A
capital, a nationality with a word like `government` or `side`, and the state itself are one party.

It is made to be right where it speaks and silent elsewhere: a state's name that belongs to a longer name, or
stands before a noun (`China exports to US companies`), is no party.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Literal

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token, tokenize
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import SURFACES, Surface
from mtqa.knowledge.places import Kind as SurfaceKind
from mtqa.knowledge.words import BE
from mtqa.values import NamedTuple

Form = Literal["nominal", "between", "from-to", "compound", "active", "passive"]

#: Words that make a nationality stand for its state: the Japanese side.
STATE_HEADS = frozenset("side government authorities leadership administration regime state delegation".split())


class Mention(NamedTuple):
    """A state or body named in a sentence.

    Attributes:
        sentence: where it stands.
        first, last: token indexes, `last` exclusive; `the` and a head word (`the Japanese side`) included.
        code: the party, as in `mtqa.knowledge.places`.
        kind: what its words are: "name", "capital", "adjective", "people".
        headed: whether a word like `government` makes it the state.
        bare: whether it is a noun phrase of its own, and so can be a party to something: not a part of a
            longer name, not before a noun, not a possessive.
        ambiguous: whether the words may mean something else: Georgia, Washington.
    """

    sentence: Sentence
    first: int
    last: int
    code: str
    kind: SurfaceKind
    headed: bool
    bare: bool
    ambiguous: bool

    @property
    def text(self) -> str:
        """Its words, `the` included, with single spaces."""
        return " ".join(token.text for token in self.sentence.tokens[self.first : self.last])


class Relation(NamedTuple):
    """One thing that one party does to another, or that two have with each other.

    Attributes:
        predicate: the class: "sell", "invade", "talks" …; the keys of `NOUNS` and `VERBS` lead to it.
        word: the word in the text that says so, lower-cased; "" where there is none (`between A and B`).
        form: how it is said.
        agent, patient: who, and to whom; in the order of the text where the relation is mutual.
        first, last: token indexes of the whole in the sentence, `last` exclusive.
    """

    predicate: str
    word: str
    form: Form
    agent: Mention
    patient: Mention
    first: int
    last: int

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""
        return self.agent.sentence

    @property
    def start(self) -> int:
        """First code point in the segment's target."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Code point behind it in the segment's target."""
        return self.sentence.tokens[self.last - 1].end


def _table(rows: str) -> dict[str, tuple[str, frozenset[str]]]:
    """`class: words: prepositions` lines as word -> (class, prepositions)."""
    table = {}
    for row in rows.strip().split("\n"):
        name, words, prepositions = row.split(":")
        for word in words.split():
            table[word] = (name.strip(), frozenset(prepositions.split()))
    return table


#: Relation nouns: word -> (predicate, prepositions before the other party).
NOUNS: Mapping[str, tuple[str, frozenset[str]]] = _table("""
    sell: sale sales export exports shipment shipments deliveries: to
    ambassador: ambassador ambassadors: to
    invade: invasion: of
    annex: annexation: of
    occupy: occupation: of
    sanction: sanctions embargo blockade: on against of
    tariff: tariffs: on against
    protest: protest protests accusation accusations: against
    attack: attack attacks aggression strikes airstrikes: on against
    war: war: on against with
    aid: aid assistance loans: to
    policy: policy policies: toward towards
    ties: ties relations relationship friendship alliance rapprochement: with to
    talks: talks negotiations dialogue summit consultations: with
    dispute: dispute conflict confrontation rivalry standoff: with
    trade: trade: with
    border: border borders: with
    treaty: treaty agreement pact: with
    """)

#: Verbs between two parties: form -> (predicate, prepositions; none for a direct object).
VERBS: Mapping[str, tuple[str, frozenset[str]]] = _table("""
    invade: invade invades invaded:
    annex: annex annexes annexed:
    occupy: occupied:
    sanction: sanctions sanctioned:
    attack: bomb bombs bombed attacked:
    accuse: accuse accuses accused:
    condemn: condemn condemns condemned denounce denounces denounced:
    criticise: criticise criticises criticised criticize criticizes criticized:
    defeat: defeat defeats defeated:
    protest: protest protests protested: against
    sell: sell sells sold export exports exported: to
    impose: impose imposes imposed: on against
    treaty: sign signs signed: with
    talks: negotiate negotiates negotiated: with
    """)

#: What a state has in another: the embassy of France in Japan.
_MISSIONS = frozenset("ambassador ambassadors consulate embassy".split())
_PARTICIPLES = frozenset(
    "invaded annexed occupied sanctioned bombed attacked accused condemned denounced criticised criticized "
    "defeated".split()
)
#: Relations in which a mere nationality is a party: `Russian arms sales to`, not `Chinese investment in`.
_NATIONAL = frozenset(("sell", "ambassador", "invade", "annex", "occupy", "sanction", "border"))
_AUXILIARIES = frozenset(
    "has have had will would could may might should must is was are were been being not also again now then "
    "never once later still to".split()
)
_BE = BE - {"am"}
#: What may stand before the subject of a clause.
_CLAUSE = frozenset(
    "that and but as while when because if after before since though although said says how why whether".split()
)
_FUNCTION = frozenset(
    "a an the to of on in at by for from with against into over under about between among as than that which "
    "who whom whose what where when while because if but is are was were be been being has have had do does did "
    "will would can could may might shall should must not no".split()
)
_DASHES = frozenset("-‐‑–—/")
_SHORT = {"sino": "CN", "russo": "RU", "franco": "FR", "anglo": "GB", "indo": "IN", "soviet": "RU"}


@cache
def _firsts() -> dict[str, list[tuple[tuple[str, ...], Surface]]]:
    """Surface forms by their first token in lower case, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Surface]]] = {}
    for surface in SURFACES.values():
        if surface.text.startswith("the "):
            continue  # the States, the Congo: ambiguous, and `the` is everywhere
        plain = surface.text.replace(" ", "").isalpha()  # nearly all, and quickly cut
        words = tuple(surface.text.split(" ") if plain else [token.text for token in tokenize(surface.text)])
        table.setdefault(words[0].lower(), []).append((words, surface))
    for forms in table.values():
        forms.sort(key=lambda form: (-len(form[0]), form[0]))
    return table


def mentions(index: Mapping[str, list[tuple[Sentence, int]]]) -> list[Mention]:
    """The states and bodies a document names, in reading order.

    Args:
        index: places of every lower-cased token (`Analysis.index`).
    """
    # Longer forms first, so that `South Korea` is not read as `Korea` as well.
    found: list[tuple[int, int, int, Sentence, Surface]] = []
    firsts = _firsts()
    for word in sorted(index.keys() & firsts.keys()):
        for sentence, i in index[word]:
            tokens = sentence.tokens
            for words, surface in firsts[word]:
                size = len(words)
                if tokens[i].text == words[0] and (
                    size == 1 or tuple(token.text for token in tokens[i : i + size]) == words
                ):
                    found.append((sentence.segment, tokens[i].start, i, sentence, surface))
                    break
    found.sort(key=lambda place: place[:2])
    made: list[Mention] = []
    segment = end = -1
    for seg, start, i, sentence, surface in found:
        if seg == segment and start < end:
            continue
        mention = _mention(sentence, i, surface)
        made.append(mention)
        segment, end = seg, sentence.tokens[mention.last - 1].end
    return made


def _mention(sentence: Sentence, i: int, surface: Surface) -> Mention:
    """The mention that a surface form at token `i` makes, with its article and head word."""
    tokens = sentence.tokens
    last = i + surface.text.count(" ") + 1
    while tokens[last - 1].end - tokens[i].start < len(surface.text):
        last += 1
    headed = False
    if last < len(tokens) and tokens[last].text in STATE_HEADS and tokens[last].space:
        headed = True
        last += 1
    first = i
    if first and tokens[first - 1].lower == "the":
        first -= 1
        if headed is False and first >= 2 and surface.kind == "name":
            first, headed = _government_of(tokens, first)
    elif surface.kind == "name":
        first, headed = _government_of(tokens, first) if not headed else (first, headed)
    noun = surface.kind in ("name", "capital") or headed
    bare = noun and _stands_alone(tokens, last) and not _in_longer_name(tokens, i)
    return Mention(sentence, first, last, surface.code, surface.kind, headed, bare, surface.ambiguous)


def _government_of(tokens: list[Token], first: int) -> tuple[int, bool]:
    """Whether `the government of` stands before a name: where it begins, and that it does."""
    if first >= 2 and tokens[first - 1].text == "of" and tokens[first - 2].text in ("government", "authorities"):
        begin = first - 2
        return (begin - 1 if begin and tokens[begin - 1].lower == "the" else begin), True
    return first, False


def _stands_alone(tokens: list[Token], last: int) -> bool:
    """Whether a name that ends before `last` is not tied to the words behind it."""
    if last >= len(tokens):
        return True
    following = tokens[last]
    if following.kind == "punct":
        if following.text in "'’":
            return False  # the United States' allies, or a quote closes: rather silent
        return following.space or following.text not in _DASHES
    if following.kind != "word" or following.text[0].isupper():
        return False
    if following.lower in _FUNCTION or following.lower in _AUXILIARIES or following.lower in ("and", "or"):
        return True
    tags = english().tags(following.lower)
    return bool(tags) and tags[0] in "IBCAMZDRE" and not tags.startswith(("NS", "J"))


def _in_longer_name(tokens: list[Token], i: int) -> bool:
    """Whether the words before a name make it a part of one: Bank of China, Team USA, New England."""
    if not i:
        return False
    before = tokens[i - 1]
    if before.kind == "punct":
        return not before.space and before.text in _DASHES
    if before.lower == "of" and i >= 2:
        return tokens[i - 2].text[0].isupper() and i > 2
    if before.kind == "number":
        return False
    return before.text[0].isupper() and not (i == 1 and before.lower in _FUNCTION | _CLAUSE)


def relations(found: list[Mention]) -> list[Relation]:
    """The relations between neighbouring mentions, in reading order.

    Args:
        found: the document's mentions, as `mentions` gives them.
    """
    made: list[Relation] = []
    for agent, patient in pairwise(found):
        if agent.sentence is patient.sentence and 0 <= patient.first - agent.last <= 10:
            relation = _relation(agent, patient)
            if relation is not None:
                made.append(relation)
    return made


def _relation(a: Mention, b: Mention) -> Relation | None:
    tokens = a.sentence.tokens
    gap = tokens[a.last : b.first]
    if not b.bare:
        return _compound(a, b, tokens)
    if not gap:
        return None
    before = tokens[a.first - 1].lower if a.first else ""
    words = [token.lower for token in gap]
    if words == ["and"] and before == "between" and a.bare:
        noun = tokens[a.first - 2].lower if a.first >= 2 else ""
        name = NOUNS.get(noun, ("", frozenset()))[0]
        return Relation(name, noun if name else "", "between", a, b, a.first - 1, b.last)
    if words == ["to"] and before == "from" and a.bare:
        noun = tokens[a.first - 2].lower if a.first >= 2 else ""
        name = NOUNS.get(noun, ("", frozenset()))[0]
        return Relation(name, noun if name else "", "from-to", a, b, a.first - 1, b.last)
    if words == ["by"] and a.bare and a.first >= 2:
        name, prepositions = NOUNS.get(tokens[a.first - 2].lower, ("", frozenset()))
        if before in prepositions:
            return Relation(name, tokens[a.first - 2].lower, "passive", b, a, a.first - 2, b.last)
    if words in (["in"], ["to"]) and before == "of" and a.first >= 2 and tokens[a.first - 2].lower in _MISSIONS:
        return Relation("ambassador", tokens[a.first - 2].lower, "nominal", a, b, a.first - 2, b.last)
    return _nominal(a, b, gap, words) or _verbal(a, b, gap, words, before)


def _nominal(a: Mention, b: Mention, gap: list[Token], words: list[str]) -> Relation | None:
    """`A's arms sales to B`, `A's sales of arms to B`, `Japanese exports to B`."""
    possessive = gap[0].kind == "clitic" or (gap[0].text in "'’" and not gap[0].space)
    at = 1 if possessive else 0
    if a.kind == "people" or _in_longer_name(a.sentence.tokens, a.first + (a.sentence.tokens[a.first].lower == "the")):
        return None
    noun = -1  # the last one before a preposition: `trade and investment ties with`
    for k in range(at, min(at + 5, len(words))):
        if gap[k].kind != "word" or words[k] in _FUNCTION:
            break
        if words[k] in NOUNS:
            noun = k
    if noun < 0:
        return None
    name, prepositions = NOUNS[words[noun]]
    if not possessive and name not in _NATIONAL:
        return None
    rest = words[noun + 1 :]
    if rest and rest[0] == "of" and "of" not in prepositions:
        if len(rest) > 9 or any(t.kind != "word" or t.lower in _FUNCTION for t in gap[noun + 2 : -1]):
            return None
        rest = rest[-1:]
    if len(rest) != 1 or rest[0] not in prepositions:
        return None
    return Relation(name, words[noun], "nominal", a, b, a.first, b.last)


def _verbal(a: Mention, b: Mention, gap: list[Token], words: list[str], before: str) -> Relation | None:
    """`A accused B`, `A sold arms to B`, `B was invaded by A`."""
    if not a.bare or not (before in _CLAUSE or not before[:1].isalpha()):
        return None
    k = 0
    while k < len(words) and (words[k] in _AUXILIARIES or words[k].endswith("ly")):
        k += 1
    if k == len(words):
        return None
    verb, rest = words[k], words[k + 1 :]
    if k and verb in _PARTICIPLES and rest == ["by"]:
        if any(word in _BE for word in words[:k]):
            return Relation(VERBS[verb][0], verb, "passive", b, a, a.first, b.last)
        return None
    if verb not in VERBS or any(word in _BE for word in words[:k]):
        return None
    name, prepositions = VERBS[verb]
    if not prepositions:
        fits = not rest
    else:
        fits = (
            bool(rest)
            and rest[-1] in prepositions
            and not any(t.kind != "word" or t.lower in _FUNCTION for t in gap[k + 1 : -1])
        )
    return Relation(name, verb, "active", a, b, a.first, b.last) if fits else None


def _compound(a: Mention, b: Mention, tokens: list[Token]) -> Relation | None:
    """`Russian–Russian relations`: two parties joined by a dash that is a token, before a relation noun."""
    gap = tokens[a.last : b.first]
    if len(gap) != 1 or gap[0].text not in _DASHES or gap[0].space or b.last >= len(tokens):
        return None
    noun = tokens[b.last].lower
    if noun not in NOUNS:
        return None
    return Relation(NOUNS[noun][0], noun, "compound", a, b, a.first, b.last + 1)


def hyphenated(token: Token) -> tuple[str, str] | None:
    """The two parties of a one-token compound: `Japan-US` -> ("JP", "US"); `None` if it is none."""
    left, dash, right = token.text.replace("‑", "-").replace("‐", "-").partition("-")
    if not dash or "-" in right:
        return None
    one = _SHORT.get(left.lower()) or (SURFACES[left].code if left in SURFACES else None)
    other = SURFACES[right].code if right in SURFACES else None
    return (one, other) if one and other else None
