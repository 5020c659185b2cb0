"""Word classes: one Penn tag a token, and where it is not sure of one.

A greedy tagger from left to right. A word's possible tags come from the treebank it was trained on and from the
lexicon; where there are several, weights of the word itself, of the two tags before it and of the two words behind it
decide (an averaged perceptron, `tools/train_tagger.py`). A decision is doubtful where the second-best tag comes close.

Tags are those of the Penn Treebank (NN NNS NNP NNPS, VB VBP VBZ VBD VBN VBG, MD, JJ JJR JJS, RB RBR RBS, DT PDT PRP
PRP$ WP WDT WP$ WRB EX, IN RP TO CC CD UH FW POS), but for:

    VBZ-A VBP-A VBD-A VB-A VBN-A VBG-A   be, have, do and get as auxiliary or copula
    IN-S                                 a conjunction that opens a clause: because, if, that
    PRP+VBP-A, PRP+MD ...                two words in one token: we've, I'll; `don't` is VBP-A alone
    , . : ( ) " $ SYM                    marks; " is every quotation mark
"""

from __future__ import annotations

import gzip
from functools import cache
from sys import byteorder
from typing import Any, NamedTuple

from mtqa.analysis.tokens import Token
from mtqa.knowledge.data import DATA
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import SHORT_COURTESY

__all__ = ["ALL_SIGNS", "DOUBT", "SURE", "Model", "Tagged", "model"]

_LIMIT = 60_000  # forms remembered, and decisions
_LONG = 40  # letters of the longest word that is looked at

_MARKS = (
    dict.fromkeys([".", "?", "!", "…", "。", "？", "！"], ".") | dict.fromkeys([",", "，", "、"], ",")
    | dict.fromkeys(["(", "[", "{", "（"], "(") | dict.fromkeys([")", "]", "}", "）"], ")")
    | dict.fromkeys(['"', "“", "”", "‘", "’", "'", "«", "»", "„", "`", "「", "」", "『", "』"], '"')
    | dict.fromkeys(["$", "£", "€", "¥"], "$")
    | dict.fromkeys(["#", "*", "+", "=", "/", "@", "~", "<", ">", "|"], "SYM")
    | {"%": "NN", "&": "CC"}
)  # fmt: skip

#: What the letters of the lexicon stand for.
_LETTERS = {
    "N": ("NN",), "S": ("NNS",), "P": ("NNP",), "V": ("VB", "VBP"), "Z": ("VBZ",), "D": ("VBD",), "E": ("VBN",),
    "G": ("VBG",), "J": ("JJ",), "K": ("JJR",), "L": ("JJS",), "R": ("RB",), "T": ("DT",), "H": ("PRP$",),
    "O": ("PRP",), "W": ("WP", "WDT"), "U": ("CD",), "I": ("IN",), "Q": ("RP",), "B": ("IN-S",), "C": ("CC",),
    "M": ("MD",), "Y": ("UH",), "F": ("FW",),
}  # fmt: skip

#: The letter each tag has in a sentence's signs, on which phrases are matched.
SIGNS = {
    "NN": "n", "NNS": "s", "NNP": "P", "NNPS": "S", "FW": "n", "JJ": "j", "JJR": "j", "JJS": "j", "CD": "c", "$": "$",
    "DT": "d", "PDT": "d", "PRP$": "h", "WP$": "h", "PRP": "o", "EX": "x", "WP": "w", "WDT": "q", "WRB": "k",
    "POS": "'",
    "RB": "r", "RBR": "r", "RBS": "r", "RP": "f", "IN": "i", "IN-S": "b", "TO": "t", "CC": "&", "MD": "M", "UH": "u",
    "VB": "B", "VBP": "V", "VBZ": "Z", "VBD": "D", "VBN": "e", "VBG": "g", "VBP-A": "A", "VBZ-A": "A", "VBD-A": "A",
    "VB-A": "I", "VBN-A": "E", "VBG-A": "G", ",": ",", ".": ".", ":": ":", "(": "(", ")": ")", '"': '"', "SYM": "u",
}  # fmt: skip

#: Words that have a letter of their own: nominative pronouns, demonstratives, days, points and stretches of time.
_SPECIAL = (
    dict.fromkeys("i he she we they".split(), ("o", "p")) | dict.fromkeys("this that these those".split(), ("d", "m"))
    | {"that": ("dq", "mQ"), "&": ("&", "+")}
    | dict.fromkeys("today yesterday tomorrow tonight".split(), ("nP", "T"))
    | dict.fromkeys("time week month year day night morning evening afternoon weekend decade".split(), ("n", "W"))
    | dict.fromkeys("monday tuesday wednesday thursday friday saturday sunday".split(), ("P", "Y"))
)  # fmt: skip

#: Every letter that a sentence's signs have.
ALL_SIGNS = frozenset([*SIGNS.values(), *"".join(special for _, special in _SPECIAL.values()), "F", "0"])

_FUSED = (("'re", "VBP-A"), ("'ve", "VBP-A"), ("'m", "VBP-A"), ("'ll", "MD"), ("'d", "MD"), ("'d", "VBD-A"))


def shape(text: str) -> str:
    """How a word is written: digits, capitals, a hyphen."""
    if text.islower() and text.isalpha():
        return "l"
    if not text.isalpha() and any(map(str.isdigit, text)):
        return "D"
    if text.isupper() and len(text) > 1:
        return "U"
    if text[0].isupper():
        return "C"
    return "h" if "-" in text else "l"


#: Weights by what they hang on: packed in a string, or the number that is made of it when it is first asked for.
Weights = dict[str, Any]


class Form:
    """What is known of a word before its neighbours are seen.

    Attributes:
        word: lower-cased, numbers as `0`.
        options: the tags it can have.
        letters: of the lexicon, three at most.
        shape: see `shape`.
        kind: both.
        near, far: how it looks to the word before it, and to the one before that.
        only: its sign, if it has one option.
        base: what the word itself adds to each tag, a lane a tag (see `Model`).
        places: the options, if they are several, with their lanes and signs.
        groups: the weights that the word and its letters have in a place (see `Model.group`).
        made: decisions in the places it was met.
    """

    __slots__ = (
        "base", "far", "groups", "kind", "letters", "made", "near", "only", "options", "places", "shape", "word"
    )  # fmt: skip

    def __init__(self, word: str, options: tuple[str, ...], letters: str, shape: str, near: str, far: str) -> None:
        self.word = word
        self.options = options
        self.letters = letters
        self.shape = shape
        self.kind = letters + " " + shape
        self.near = near
        self.far = far
        self.only = self.sign(options[0])
        self.base = 0
        self.places: list[tuple[str, int, str]] = []
        self.groups: tuple[Weights, ...] = ()
        self.made: dict[tuple[str, str, str, str], tuple[str, int, str]] = {}

    def sign(self, tag: str) -> str:
        """The letter of a tag on this word."""
        if "+" in tag:
            return "F" if tag.startswith(("PRP+", "EX+")) else "u"
        sign = SIGNS.get(tag, "u")
        special = _SPECIAL.get(self.word)
        if special is None or sign not in special[0]:
            return sign
        return special[1] if len(special[1]) == 1 else special[1][special[0].index(sign)]

    def own(self) -> tuple[str, ...]:
        """The features of the word itself."""
        word, form = self.word, self.shape
        return "w" + word, "s" + word[-3:], "t" + word[-2:] + form, "p" + word[:2] + form

    def around(self, before: str, second: str, near: str, far: str) -> tuple[str, ...]:
        """The features of its place: the two tags before it and the two words behind it."""
        two, pair = before + " " + second, before + " " + near
        grouped = zip(GROUPS, (two, pair, near, far, before, near), strict=True)
        return (
            *of_kind(self.letters, self.shape),
            *(group + place + " " + (self.letters if group in _OF_LETTERS else self.word) for group, place in grouped),
            *tags_before(before, second), *kind_behind(before, self.letters, self.shape), *between(before, near),
        )  # fmt: skip


#: Features that stand together in the model, by the letters of a word or by the word: what its two neighbours, the tag
#: before and the word behind, the word behind and the one behind that make of it.
GROUPS = "mifoce"
_OF_LETTERS = "mifo"


def of_kind(letters: str, shape: str) -> tuple[str, ...]:
    """What words of one kind have in common."""
    return "l" + letters, "L" + letters + shape


def tags_before(before: str, second: str) -> tuple[str, ...]:
    """What the two tags before a word make of its class."""
    return "a" + before, "b" + before + " " + second


def kind_behind(before: str, letters: str, shape: str) -> tuple[str, ...]:
    """What the tag before words of one kind makes of their class."""
    return "k" + before + " " + shape, "g" + before + " " + letters


def between(before: str, near: str) -> tuple[str, ...]:
    """What the word behind a word makes of its class, by itself and with the tag before it."""
    return "d" + near, "h" + before + " " + near


class Tagged(NamedTuple):
    """The classes of a sentence's tokens.

    Attributes:
        tags: one a token.
        margins: by how much it beat the second best; `SURE` where it had no rival, doubtful below `DOUBT`.
        signs: one letter a token, see `SIGNS`.
    """

    tags: list[str]
    margins: list[int]
    signs: str


class _Pairs(dict[str, int]):
    """The number that a pair of characters stands for: a weight in the lane of its tag."""

    def __missing__(self, pair: str) -> int:
        made = self[pair] = (ord(pair[1]) - 112) << ((ord(pair[0]) - 48) * _LANE)
        return made


class Model:
    """The weights, and the words of the treebank with the tags they bear there.

    The weights of a feature are one whole number with a lane of 16 bits for each tag, so that those of all tags are
    added at once. In the file they are pairs of characters: the tag's place in `tags`, the weight.

    Args:
        seen: tags of each lower-cased word of the treebank, and whether they are all it can have.
        usual: words that neighbours know by name, not by class.
        weights: of each feature that stands alone.
        groups: of the others, those of one letter of `GROUPS` and one word, or one word's letters, in a line.
        tags: all tags.
    """

    def __init__(
        self, seen: dict[str, str], usual: frozenset[str], weights: Weights, groups: dict[str, str], tags: list[str]
    ) -> None:
        self._seen = seen
        self._usual = usual
        self._weights = weights
        self._lines = groups
        self._groups: dict[str, Weights] = {}
        self._shared: dict[str, tuple[Weights, ...]] = {}  # by letters
        self._placed: dict[tuple[str, ...], list[tuple[str, int, str]]] = {}  # of usual words, by options
        self._tags = tags
        self._pairs = _Pairs()
        self._places = {tag: number for number, tag in enumerate(tags)}
        self._middle = sum(1 << (number * _LANE + _LANE - 1) for number in range(len(tags)))
        self._size = len(tags) * _LANE // 8
        self._forms: dict[str, Form] = {}
        self._choices: dict[tuple[str, str, str, str | bool], tuple[str, ...]] = {}
        self._own: dict[str, int] = {}  # sums of features, by what they hang on
        self._two: dict[str, int] = {}
        self._kind: dict[str, int] = {}
        self._pair: dict[str, int] = {}
        self._decisions = 0

    def form(self, token: Token) -> Form:
        """The form of a token, made once."""
        kind = token.kind
        text = token.text
        if kind == "number":
            text = "0" if text[-1].isdigit() else "0-" if "-" in text else "0s" if text[-1] == "s" else "0x"
        elif kind == "clitic":
            text = "'s"
        elif kind == "code":
            text = "0code"
        elif len(text) > _LONG:
            text = text[:1] if kind == "punct" else "0long"
        found = self._forms.get(text)
        if found is None:
            if len(self._forms) >= _LIMIT:
                self._forms.clear()
                self._decisions = 0
            found = self._forms[text] = self._made(text, kind)
        return found

    def _made(self, text: str, kind: str) -> Form:
        if kind == "punct":
            tag = _MARKS.get(text) or _MARKS.get(text[0]) or ":"
            return Form(text, (tag,), tag, "", tag, tag)
        if kind in ("code", "clitic", "number"):
            options = ("NNP",) if kind == "code" else ("POS", "VBZ-A") if kind == "clitic" else _NUMBERS[text]
            form = Form(text, options, "0", "", text, "0" if kind == "number" else text)
        else:
            word = text.lower().replace("’", "'")
            look = shape(text)
            letters = english().tags(word)
            near = word if word in self._usual else letters[:3] + look
            form = Form(word, self._options(word, letters, look), letters[:3], look, near, letters[:2])
        if len(form.options) > 1:
            word, letters = form.word, form.letters
            shared = self._shared.get(letters)
            if shared is None:
                shared = self._shared[letters] = tuple([self.group(name + letters) for name in _OF_LETTERS])
            form.groups = (*shared, self.group("c" + word), self.group("e" + word))
            kind = form.kind
            form.base = self._middle + self._added(form.own())
            own = self._own
            form.base += own[kind] if kind in own else self._keep(own, kind, of_kind(letters, form.shape))
            places = self._placed.get(form.options) if word not in _SPECIAL else None
            if places is None:
                places = [(tag, self._places[tag], form.sign(tag)) for tag in form.options]
                if word not in _SPECIAL:
                    self._placed[form.options] = places
            form.places = places
        return form

    def _options(self, word: str, letters: str, look: str) -> tuple[str, ...]:
        if word in _TITLES:
            return ("NNP",)
        packed = self._seen.get(word, "")
        if "'" in word or "-" in word or not letters.strip("AX"):  # its ending may decide
            return self._chosen(word, packed, letters, look)
        key = packed, letters, look, word[-1] if word[-1] == "s" else word[-2:] == "ed"
        found = self._choices.get(key)
        if found is None:
            found = self._choices[key] = self._chosen(word, packed, letters, look)
        return found

    def _chosen(self, word: str, packed: str, letters: str, look: str) -> tuple[str, ...]:
        known = {self._tags[ord(char) - 48] for char in packed if char != "!"}
        if "'" not in word:
            known = {tag for tag in known if "+" not in tag}
        if packed[:1] != "!":
            for letter in letters:
                known.update(_LETTERS.get(letter, ()))
            for ending, tag in _FUSED:
                if word.endswith(ending):
                    known.add("PRP+" + tag)
            if not known and look in "CU":
                known = {"NNP", "JJ"} if word.endswith(("an", "ese", "ish", "ic")) else {"NNP"}
            elif not known:
                known = {"NN", "JJ"} | {tag for ending, tags in _ENDINGS if word.endswith(ending) for tag in tags}
            if "-" in word:
                known |= {"JJ", "NN"}
            if word.endswith("ed") and not known.isdisjoint(("VBD", "VBN")):
                known |= {"VBD", "VBN"}
        if look in "CU" and packed[:1] != "!":
            known |= {"NNP", "NNPS"} if word[-1] == "s" else {"NNP"}
        return tuple(sorted(known))

    def group(self, name: str) -> Weights:
        """The weights of a group, by what they hang on besides."""
        found = self._groups.get(name)
        if found is None:
            line = self._lines.get(name)
            if line is None:
                return _NONE
            parts = line.split("\t")
            found = self._groups[name] = dict(zip(parts[::2], parts[1::2], strict=True))
        return found

    def _added(self, features: tuple[str, ...]) -> int:
        """The weights of several features that stand alone together."""
        weights = self._weights
        total = 0
        for feature in features:
            if feature in weights:
                found = weights[feature]
                if found.__class__ is str:
                    found = weights[feature] = self._number(found)
                total += found
        return total

    def _number(self, packed: str) -> int:
        pairs = self._pairs
        made = pairs[packed[:2]]
        if len(packed) == 4:  # half of all
            made += pairs[packed[2:]]
        else:
            for i in range(2, len(packed), 2):
                made += pairs[packed[i : i + 2]]
        return made

    def tagged(self, tokens: list[Token]) -> Tagged:
        """The classes of a sentence's tokens."""
        known = self._forms
        forms = [(token.kind in _PLAIN and known.get(token.text)) or self.form(token) for token in tokens]
        count = len(forms)
        tags: list[str] = []
        margins: list[int] = []
        signs: list[str] = []
        before = second = "^"
        for i in range(count):
            form = forms[i]
            options = form.options
            if len(options) == 1:
                tag = options[0]
                margin = SURE
                signs.append(form.only)
                if before == "^" and tag in _SILENT:
                    tags.append(tag)
                    margins.append(margin)
                    continue
            else:
                if i + 2 < count:
                    near, far = forms[i + 1].near, forms[i + 2].far
                else:
                    near, far = (forms[i + 1].near if i + 1 < count else "$"), "$"
                key = (before, second, near, far)
                made = form.made.get(key)
                if made is None:
                    made = self._decide(form, key)
                tag, margin, sign = made
                signs.append(sign)
            tags.append(tag)
            margins.append(margin)
            second = before
            before = tag
        return Tagged(tags, margins, "".join(signs))

    def _decide(self, form: Form, key: tuple[str, str, str, str]) -> tuple[str, int, str]:
        before, second, near, far = key
        two = before + " " + second
        pair = before + " " + near
        kind = before + " " + form.kind
        total = form.base
        total += self._two[two] if two in self._two else self._keep(self._two, two, tags_before(before, second))
        total += (
            self._kind[kind]
            if kind in self._kind
            else self._keep(self._kind, kind, kind_behind(before, form.letters, form.shape))
        )
        total += self._pair[pair] if pair in self._pair else self._keep(self._pair, pair, between(before, near))
        for weights, hangs_on in zip(form.groups, (two, pair, near, far, before, near), strict=True):
            if hangs_on in weights:
                found = weights[hangs_on]
                if found.__class__ is str:
                    found = weights[hangs_on] = self._number(found)
                total += found
        scores = memoryview(total.to_bytes(self._size, byteorder)).cast("H")
        best = other = -1
        tag = sign = ""
        for option, place, letter in form.places:
            score = scores[place]
            if score > best:
                other, best, tag, sign = best, score, option, letter
            elif score > other:
                other = score
        margin = best - other
        made = (tag, margin if margin < SURE else SURE, sign)
        self._decisions += 1
        if self._decisions > _LIMIT:
            self._forget()
        form.made[key] = made
        return made

    def _keep(self, kept: dict[str, int], key: str, features: tuple[str, ...]) -> int:
        made = kept[key] = self._added(features)
        return made

    def _forget(self) -> None:
        for form in self._forms.values():
            form.made.clear()
        for kept in (self._two, self._kind, self._pair):
            kept.clear()
        self._decisions = 0


_LANE = 16  # bits
_NONE: Weights = {}
_TITLES = SHORT_COURTESY | {"prof"}
_PLAIN = frozenset({"word", "punct"})  # kinds of token that are remembered by their text
SURE = 999  # the margin of a tag without a rival
DOUBT = 20  # a smaller margin is no answer

#: Marks that stand before a sentence's first word without being its neighbour.
_SILENT = frozenset({'"', "(", ":", "SYM"})
_NUMBERS = {"0": ("CD",), "0s": ("CD", "NNS"), "0-": ("CD", "JJ", "NN"), "0x": ("CD", "JJ", "NN", "NNS")}
_ENDINGS = (
    ("s", ("NNS", "VBZ")), ("ed", ("VBD", "VBN")), ("ing", ("VBG",)), ("ly", ("RB",)),
    ("er", ("JJR",)), ("est", ("JJS",)),
)  # fmt: skip


def read(data: bytes) -> Model:
    """A model from the text that `tools/train_tagger.py` writes."""
    tags, usual, words, seen, features, weights, groups, lines = [
        block.split("\n") for block in data.decode("utf-8").split("\n\n")
    ]
    return Model(
        dict(zip(words, seen, strict=True)),
        frozenset(usual),
        dict(zip(features, weights, strict=True)),
        dict(zip(groups, lines, strict=True)),
        tags,
    )


@cache
def model() -> Model:
    """The model of English, read when first asked for."""
    return read(gzip.decompress(DATA.joinpath("tagger.txt.gz").read_bytes()))
