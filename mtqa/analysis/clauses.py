"""Clauses of a sentence: the finite verb, its subject and objects, and what kind of clause it is.

The subject is read where the words between it and its verb, and the place before it, leave one reading; elsewhere it is
`None`. The finite verb itself may be sure where its subject is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from mtqa.analysis.phrases import INSERTED, NounPhrase, Number, VerbGroup
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.wordclasses import Tagged
from mtqa.finding import Match, Severity
from mtqa.knowledge.nouns import OFFICES
from mtqa.knowledge.verbs import CLAUSAL, DEMANDING, REPORTING, SAYING, UNREAL
from mtqa.knowledge.words import FREE_RELATIVES
from mtqa.lazy import regex
from mtqa.values import dataclass

__all__ = ["EITHER", "Clause", "clauses"]


@dataclass(slots=True, eq=False)
class Clause:
    """A finite verb with what surely belongs to it. Places are token indices.

    Attributes:
        first: where it begins: a subordinate clause at its conjunction or relative word (`in which`: at `in`),
            another at its subject; `None` where neither shows.
        opener: the conjunction or relative word it begins with.
        subject: the noun phrase whose head the verb agrees with; of several (`Ann and Bob`) the first.
        number: of the subject as a whole.
        verb: the verb group; its `finite` is never `None`.
        objects: noun phrases right behind the verb, two at most, times and subjects aside: its objects, and of be,
            become, call what these say of something.
        real: `False` where a form may be unreal: behind if, whether, as though, lest (`if he were`), demand that (`he
            go`).
        question, inverted, relative, existential: is he there?; said Ann; who came; there is a man.
        main: whether it stands by itself; `None` where that is not sure.
        governor: the clause it hangs on: of `he said she left` that of said.
        antecedent: the noun phrase it describes: of `the house that Jack built` the house.
    """

    first: int | None
    opener: int | None
    subject: NounPhrase | None
    number: Number
    verb: VerbGroup
    objects: tuple[NounPhrase, ...]
    real: bool
    question: bool
    inverted: bool
    relative: bool
    existential: bool
    main: bool | None = None
    governor: Clause | None = field(default=None, repr=False)
    antecedent: NounPhrase | None = None

    @property
    def last(self) -> int:
        """The last token of its verb, or of what that has for objects or subject behind it."""
        parts = (self.subject, self.verb, *self.objects)
        return max(part.last for part in parts if part is not None)

    def match(
        self,
        message: str,
        *suggestions: str,
        severity: Severity | None = None,
        category: str | None = None,
        evidence: Mapping[str, object] | None = None,
    ) -> Match:
        """A match from its subject, or where it has none its verb, to its `last` token."""
        first = self.verb.first if self.subject is None else min(self.subject.first, self.verb.first)
        return self.verb.sentence.match(
            first, self.last, message, *suggestions, severity=severity, category=category, evidence=evidence
        )


#: Words that open a clause or stand before a noun: what follows decides, so that neither is sure.
EITHER = frozenset("after before since until till as than for like once with without".split())

_HARDLY = frozenset("for like with without".split())  # and the ones that open none right behind a noun
_OPENING = frozenset("after before since until till as once".split())  # of these the ones that open a clause
_TELLING = REPORTING | SAYING  # what may stand before its speaker
_NOUN = frozenset("nsPSWoc")
_START = frozenset('.:;"(b')
FIRM = 150  # margin of a past tense that is none of a participle, with no subject to show it
_STRETCH = 40  # tokens looked back over
_PARTS = regex(r'[,.:;"&(bQqwk]')  # what no relative clause has behind its verb
_FINITE = regex("[AMVZDF]")
_STEPS = 8  # prepositional phrases between a subject and its verb


def clauses(sentence: Sentence, tagged: Tagged, nouns: list[NounPhrase], verbs: list[VerbGroup]) -> list[Clause]:
    """The clauses of a sentence, one a finite verb group, in order."""
    finite = [verb for verb in verbs if verb.finite is not None]
    if not finite:
        return []
    return _Reader(sentence, tagged, nouns).read(finite)


class _Reader:
    """Reads the clauses of one sentence."""

    def __init__(self, sentence: Sentence, tagged: Tagged, nouns: list[NounPhrase]) -> None:
        tokens = self.tokens = sentence.tokens
        self.signs = tagged.signs
        self.margins = tagged.margins
        self.starts = {noun.first: noun for noun in nouns}
        self.ends = {noun.last: noun for noun in nouns}
        self.read_already: list[Clause] = []
        self.asks = "?" in [token.text for token in tokens[-3:]]
        self.comma = (self.signs + ",").index(",")  # the first; where there is none, behind the last token
        self.quote = (self.signs + '"').index('"')

    def read(self, finite: list[VerbGroup]) -> list[Clause]:
        """The clauses of these verbs; what is the subject of one is no object of another."""
        made = self.read_already
        for verb in finite:
            one = self.clause(verb)
            if self.sure(one):
                made.append(one)
        subjects = {one.subject for one in made if one.subject is not None and not one.inverted and not one.existential}
        for one in made:
            at = next((i for i, noun in enumerate(one.objects) if noun in subjects), -1)
            if at >= 0:
                one.objects = one.objects[:at]
        return made

    def sure(self, clause: Clause) -> bool:
        """Whether the verb is finite beyond doubt: not `the tumour found in babies`, `helps people see`."""
        verb = clause.verb
        place = verb.first
        if clause.subject is not None or place == 0 or self.signs[place] not in "DV":
            return True
        return self.margins[place] > FIRM or self.signs[place - 1] not in _NOUN

    def clause(self, verb: VerbGroup) -> Clause:
        signs = self.signs
        place = verb.first - 1
        if signs[verb.first] == "F":
            own = self.ends.get(verb.first)
            return self.made(verb, own, own.number if own else None, place)
        if verb.inverted:
            asked = self.after(verb.first + 1)
            return self.made(verb, asked, asked.number if asked else None, place, inverted=True)
        while place >= 0 and signs[place] == "r" and self.tokens[place].lower != "there":
            place -= 1
        before = signs[place] if place >= 0 else "^"
        if before == ")" and signs.rfind("(", 0, place) > 0:
            place = signs.rfind("(", 0, place) - 1  # the man (35) came
        noun = self.ends.get(place)
        if noun is not None and self.tokens[noun.last + 1].lower in ("ago", "earlier", "later"):
            noun = None  # two years ago came the war
        if before == ",":
            noun = self.parted(place)
        if noun is None:
            whole = self.past(place)
            if whole is not None:
                return self.made(verb, whole, whole.number, whole.first - 1)
            found = self.behind(verb, place, before)
            return self.made(verb, found, found.number if found else None, place, inverted=found is not None)
        if signs[noun.first] == "x":
            follows = self.after(verb.last + 1)
            return self.made(verb, follows, follows.number if follows else None, noun.first - 1, existential=True)
        if before in "wqQ" and noun.pronoun:
            follows = self.after(verb.last + 1)
            if before != "Q" and verb.copula and follows is not None and self.opens(place - 1, self.asks):
                asked = follows if self.asks else None  # what is this?
                return self.made(verb, asked, asked.number if asked else None, place, inverted=True)
            free = self.tokens[place].lower in FREE_RELATIVES and place > 0
            sure = not free and (place == 0 or signs[place - 1] not in "it")  # what happened; both of which
            return self.made(verb, noun if sure else None, None, place, relative=True, opener=place)
        if self.asks and signs[verb.first] in "AM" and signs[noun.first - 1 : noun.first] in tuple("wqk"):
            asked = self.starts.get(verb.first + 1)  # which book do you like?
            return self.made(verb, asked, asked.number if asked else None, noun.first - 1, inverted=asked is not None)
        subject, number, edge = self.subject(noun)
        if subject is None:
            subject = self.past(place)
            if subject is not None:
                number, edge = subject.number, subject.first - 1
        return self.made(verb, subject, number if subject is not None else None, edge)

    def past(self, place: int) -> NounPhrase | None:
        """The subject that a relative clause parts from the verb behind `place`: the man who came | left."""
        if not self.read_already:
            return None
        signs = self.signs
        one = self.read_already[-1]
        last = one.verb.last
        if last > place or _PARTS.search(signs, last + 1, place + 1):
            return None
        if place in self.ends and self.tokens[one.verb.head].lower in CLAUSAL:
            return None  # the man who says the bank | is
        start = None
        if one.opener is not None and signs[one.opener] in "Qqw":
            start = one.opener
        elif one.subject is not None and not one.inverted and one.opener is None and not one.existential:
            start = one.subject.first
        if start is None or start < 1:
            return None
        start -= signs[start - 1] in "it"
        noun = self.ends.get(start - 1)
        root = self.root(noun) if noun is not None else None
        return root if root is not None and self.begins(root) else None

    def begins(self, root: NounPhrase) -> bool:
        """Whether a phrase opens a clause beyond doubt."""
        edge = root.first - 1
        return edge < 0 or self.signs[edge] == "b" or (self.signs[edge] == "," and self.introduced(edge))

    def after(self, place: int) -> NounPhrase | None:
        """The noun phrase at a place, adverbs skipped."""
        while self.signs[place : place + 1] == "r":
            place += 1
        return self.starts.get(place)

    def opens(self, place: int, comma: bool) -> bool:
        """Whether a question begins behind a place; behind a comma only where one is asked."""
        return place < 0 or self.signs[place] in '.:"(&' or (comma and self.signs[place] == ",")

    def behind(self, verb: VerbGroup, place: int, before: str) -> NounPhrase | None:
        """The subject behind its verb: is he, did the man go, said Ann."""
        signs = self.signs
        noun = self.after(verb.finite + 1 if verb.finite is not None else 0)
        if noun is None:
            return None
        sign = signs[verb.first]
        if sign in "AM":
            asked = signs[noun.first] == "p" or (self.asks and before in '^k"')
            asked = asked or (before in "^k&" and self.tokens[noun.first].lower in ("it", "you"))
            return noun if before in '^k&,":w' and asked else None
        if sign in "DZV" and before in '",' and self.tokens[verb.head].lower in _TELLING:
            follows = signs[noun.last + 1 : noun.last + 2]
            return noun if follows in ",.:&i" and self.quote <= place else None
        return None

    def subject(self, noun: NounPhrase) -> tuple[NounPhrase | None, Number, int]:
        """The head of the phrases that end before a verb, its number, and the place before it."""
        root = self.root(noun)
        if root is None:
            return None, None, -1
        edge = root.first - 1
        if edge > 0 and self.signs[edge] == "r" and self.signs[edge - 1] == "&":
            edge -= 1  # Ann and even | Bob
        joined = self.joined(edge)
        if joined is not None:
            return *joined, joined[0].first - 1
        owner = self.named(root)
        if owner is not None:
            return owner, owner.number, owner.first - 1
        if self.heads(root, edge):
            return root, root.number, edge
        other = self.described(edge)  # the plan | to build a dam | has
        root = self.root(other) if other is not None else None
        if root is not None and self.begins(root):
            return root, root.number, root.first - 1
        return None, None, edge

    def named(self, root: NounPhrase) -> NounPhrase | None:
        """The phrase that opens a clause and that a name right before its verb explains: the militant group | Hamas."""
        other = self.ends.get(root.first - 1)
        if other is None or other.determiner is None or self.signs[root.first] != "P" or not self.begins(other):
            return None
        behind = self.signs[root.last + 1 :]
        verbs = [at for at in map(behind.find, "AMVZD") if at >= 0]
        return other if other.number == "one" and len(verbs) == 1 and behind.count(behind[verbs[0]]) == 1 else None

    def joined(self, edge: int) -> tuple[NounPhrase, Number] | None:
        """Of the phrases joined at a place the first, where it opens the clause, and their number: Ann, Bob and Tom."""
        signs = self.signs
        if edge < 1 or signs[edge] != "&":
            return None
        comma = signs[edge - 1] == ","
        other = self.ends.get(edge - 1 - comma)
        first = self.root(other) if other is not None else None
        items = 2
        last = self.starts.get(edge + 1)
        number: Number = "many" if self.tokens[edge].lower in ("and", "&") else None
        while first is not None:
            if first is not other and other is not None:
                names = last is not None and signs[other.head] == signs[last.head] == "P"
                names = names and last is not None and last.determiner is None is other.determiner
                number = first.number if names and items == 2 else None  # the head of the bank and the mayor
            elif last is not None and not self.apart(first, last):
                number = None
            start = first.first - 1
            if start < 0 or signs[start] in "bkQ" or (signs[start] == "," and self.introduced(start)):
                return (first, number) if items > 2 or not comma else None
            if signs[start] == "&" and self.tokens[start].lower in ("both", "either", "neither"):
                return (first, number) if start == 0 or signs[start - 1] in ",bkQ" else None
            other = self.ends.get(start - 1) if signs[start] == "," else None
            first = self.root(other) if other is not None else None
            items += 1
        return None

    def apart(self, one: NounPhrase, other: NounPhrase) -> bool:
        """Whether two joined phrases are two things: not bread and butter, State Councilor and Minister Wang Yi."""
        if (one.determiner is None) != (other.determiner is None) and "p" not in (
            self.signs[one.first], self.signs[other.first]
        ):  # fmt: skip
            return False
        signs = self.signs[one.head] + self.signs[other.head]
        bare = one.determiner is None and one.number != "many"
        return not (bare and ("n" in signs or self.tokens[one.head].lower in OFFICES))

    def heads(self, root: NounPhrase, edge: int) -> bool:
        """Whether what stands before a phrase leaves it no place but that of the subject."""
        signs = self.signs
        if edge < 0:
            return True
        before = signs[edge]
        word = self.tokens[edge].lower
        if before == "i":
            return word in EITHER
        if signs[root.first] == "p" or (self.tokens[root.first].lower in ("it", "you") and before not in "VDZegB"):
            return before not in "AM"  # nor did | he go
        if before == "&":
            return self.adds(root, edge)
        if before == ",":
            return True
        if before == "r":
            while edge >= 0 and signs[edge] == "r":
                edge -= 1
            return edge < 0 or signs[edge] in ",b&:"
        if before in "VDZegBA":
            return word in SAYING
        if before in _NOUN and signs[root.first] in "dmh" and signs[root.head] not in "WTY":
            return True
        return before in _START or before in "kwqQcWYT"

    def adds(self, root: NounPhrase, edge: int) -> bool:
        """Whether a conjunction joins clauses: he likes the dog and | the cat sleeps."""
        if edge == 0:
            return True
        other = self.ends.get(edge - 1)
        if other is None:
            return self.signs[edge - 1] in ':."jrfeVDZBg' or (self.signs[edge - 1] == "," and not self.listed(edge - 1))
        if self.tokens[edge].lower == "but":
            return not any(token.lower in ("not", "only", "nothing") for token in self.tokens[max(0, edge - 9) : edge])
        first = self.root(other)
        if first is None or first.first == 0 or self.signs[root.first] not in "dmh":
            return False
        start = first.first - 1
        return self.signs[start] in "VDZBgA" and self.tokens[start].lower not in SAYING

    def parted(self, comma: int) -> NounPhrase | None:
        """The phrase that an insertion between two commas parts from its verb: the man, who was ill, died."""
        signs = self.signs
        opens = signs.rfind(",", 0, comma)
        if opens > 0 and INSERTED.fullmatch(signs, opens, comma + 1):
            noun = self.ends.get(opens - 1)  # the tax, of course, is
            root = self.root(noun) if noun is not None else None
            return noun if root is not None and (root.first == 0 or signs[root.first - 1] in 'b,":') else None
        if comma - self.comma < 2 or signs.find(",", self.comma + 1) != comma:
            return None
        noun = self.ends.get(self.comma - 1)
        root = self.root(noun) if noun is not None else None
        if noun is None or root is None or (root.first and signs[root.first - 1] != "b"):
            return None
        finite = _FINITE.search(signs, self.comma, comma) is not None
        return noun if finite == (signs[self.comma + 1] in "wq") else None

    def listed(self, comma: int) -> bool:
        """Whether a comma may part the items of a list: another stands before it, or no verb."""
        if comma - 1 not in self.ends or self.introduced(comma) or self.signs[comma - 1] in "WYTc":
            return False
        return self.comma < comma or _FINITE.search(self.signs, 0, comma) is None

    def introduced(self, comma: int) -> bool:
        """Whether the words before a comma are an introduction: a phrase or clause at the sentence's beginning."""
        signs = self.signs
        first = 1 if signs[0] == '"' else 0
        return signs[first] in "ibrktgTYW" and self.comma == comma

    def begun(self, noun: NounPhrase | None) -> bool:
        """Whether a phrase belongs to a preposition that opens a clause: In China | the rule is."""
        place = noun.first - 1 if noun is not None else 0
        return place >= 0 and self.signs[place] == "i" and (place == 0 or self.signs[place - 1] in ',b":')

    def verbed(self, place: int) -> bool:
        """Whether a finite verb stands before a place, with no comma or relative word between."""
        near = self.signs[max(0, place - _STRETCH) : place]
        near = near[near.rfind(",") + 1 :]
        return any(sign in near for sign in "AMVZD") and not any(sign in near for sign in "wqQ")

    def root(self, noun: NounPhrase) -> NounPhrase | None:
        """The phrase on which the prepositional phrases before a verb hang."""
        signs = self.signs
        root = noun
        for _ in range(_STEPS):
            place = root.first - 1
            if place < 0 or signs[place] not in "it":
                return root
            word, before = self.tokens[place].lower, self.tokens[place - 1].lower
            if word in EITHER and before != "such" and not (place and word in _HARDLY and signs[place - 1] in _NOUN):
                if (place == 0 or signs[place - 1] in ',"&') and self.tokens[place].lower in _OPENING:
                    return root
                return root if self.verbed(place) else None
            if self.tokens[place - 1].lower == "such":
                place -= 1  # states such as France
            other = self.ends.get(place - 1) or self.described(place - 1)
            if other is None or signs[other.first] in "pwqQF":
                return None
            root = other
        return None

    def described(self, place: int) -> NounPhrase | None:
        """The phrase that a participle or infinitive hangs on: the money | lost in Rome, the wish | to go to Rome."""
        signs = self.signs
        if place < 1 or signs[place] not in "egB" or self.tokens[place].lower in CLAUSAL:
            return None
        place -= 1
        if signs[place] == "t":
            place -= 1
        elif signs[place + 1] == "B":
            return None
        elif signs[place] == "r":
            place -= 1
        return self.ends.get(place)

    def made(
        self, verb: VerbGroup, subject: NounPhrase | None, number: Number, edge: int, *,
        inverted: bool = False, relative: bool = False, existential: bool = False, opener: int | None = None,
    ) -> Clause:  # fmt: skip
        signs = self.signs
        if opener is None and edge >= 0 and signs[edge] in "bkwqQ&":
            opener = edge
        objects: list[NounPhrase] = []
        place = verb.last + 1
        if (inverted and not verb.inverted) or (subject is None and signs[verb.first - 1 : verb.first] == '"'):
            place = len(self.tokens)  # said Ann; "...", wrote her brother in Rome
        while (noun := self.after(place)) is not None and len(objects) < 2 and signs[noun.head] not in "wqQWTY":
            objects.append(noun)
            place = noun.last + 1
        real = not (edge >= 0 and self.tokens[edge].lower in UNREAL) and (opener is None or self.real(opener))
        first = subject.first if subject is not None and edge == subject.first - 1 else None
        if opener is not None and signs[opener] != "&":
            first = opener
            if (
                opener
                and self.tokens[opener].lower not in FREE_RELATIVES
                and signs[opener] in "wq"
                and signs[opener - 1] in "it"
            ):
                first = opener - 1 if self.tokens[opener - 1].lower != "of" else None  # in which; both of which
        return Clause(
            first, opener, subject, number, verb, tuple(objects), real, self.asks and (inverted or verb.inverted),
            inverted, relative, existential,
        )  # fmt: skip

    def real(self, opener: int) -> bool:
        """Whether a clause states what is, by its conjunction and the word before it."""
        word = self.tokens[opener].lower
        before = self.tokens[opener - 1].lower if opener else ""
        if self.signs[opener] == "&" and not DEMANDING.isdisjoint([token.lower for token in self.tokens[:opener]]):
            return False  # they insist he go and she stay
        if word in UNREAL or (word in ("if", "though") and before == "as"):
            return False
        return word != "that" or before not in DEMANDING
