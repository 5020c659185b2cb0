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
from typing import NamedTuple

from mtqa.analysis.tokens import Token
from mtqa.knowledge.data import DATA
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import SHORT_COURTESY

__all__ = ["DOUBT", "SURE", "Model", "Tagged", "model"]

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

_FUSED = (("'re", "VBP-A"), ("'ve", "VBP-A"), ("'m", "VBP-A"), ("'ll", "MD"), ("'d", "MD"), ("'d", "VBD-A"))


def shape(text: str) -> str:
    """How a word is written: digits, capitals, a hyphen."""
    if text.islower() and text.isalpha():
        return "l"
    if any(c.isdigit() for c in text):
        return "D"
    if text.isupper() and len(text) > 1:
        return "U"
    if text[0].isupper():
        return "C"
    return "h" if "-" in text else "l"


class Form:
    """What is known of a word before its neighbours are seen.

    Attributes:
        word: lower-cased, numbers as `0`.
        options: the tags it can have.
        letters: of the lexicon, three at most.
        shape: see `shape`.
        near, far: how it looks to the word before it, and to the one before that.
        base: what the word itself adds to each option.
    """

    __slots__ = ("base", "far", "letters", "made", "near", "only", "options", "shape", "word")

    def __init__(self, word: str, options: tuple[str, ...], letters: str, shape: str, near: str, far: str) -> None:
        self.word = word
        self.options = options
        self.letters = letters
        self.shape = shape
        self.near = near
        self.far = far
        self.base: list[int] = [0] * len(options)
        self.only = self.sign(options[0])
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
        return (
            "w" + word, "s" + word[-3:], "t" + word[-2:] + form, "l" + self.letters, "L" + self.letters + form,
            "p" + word[:2] + form,
        )  # fmt: skip

    def around(self, before: str, second: str, near: str, far: str) -> tuple[str, ...]:
        """The features of its place: the two tags before it and the two words behind it."""
        word = self.word
        letters = self.letters
        return (
            "c" + before + " " + word, "e" + near + " " + word,
            "o" + far + " " + letters, *left(before, second, self.shape), *left_of(before, second, letters),
            *right(before, near), *right_of(before, near, letters),
        )  # fmt: skip


def left(before: str, second: str, shape: str) -> tuple[str, ...]:
    """What the two tags before a word make of its class."""
    return "a" + before, "b" + before + " " + second, "k" + before + " " + shape


def left_of(before: str, second: str, letters: str) -> tuple[str, ...]:
    """The same for words that the lexicon has these letters for."""
    return "g" + before + " " + letters, "m" + before + " " + second + " " + letters


def right(before: str, near: str) -> tuple[str, ...]:
    """What the word behind a word makes of its class, by itself and with the tag before it."""
    return "d" + near, "h" + before + " " + near


def right_of(before: str, near: str, letters: str) -> tuple[str, ...]:
    """The same for words that the lexicon has these letters for."""
    return "f" + near + " " + letters, "i" + before + " " + near + " " + letters


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


class Model:
    """The weights, and the words of the treebank with the tags they bear there.

    Args:
        seen: tags of each lower-cased word of the treebank, and whether they are all it can have.
        usual: words that neighbours know by name, not by class.
        weights: of each feature, as pairs of characters: the tag's place in `tags`, the weight.
        tags: all tags.
    """

    def __init__(self, seen: dict[str, str], usual: frozenset[str], weights: dict[str, str], tags: list[str]) -> None:
        self._seen = seen
        self._usual = usual
        self._packed = weights
        self._weights: dict[str, dict[str, int]] = {}
        self._tags = tags
        self._forms: dict[str, Form] = {}
        self._shared: dict[tuple[str, ...], dict[str, int]] = {}
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
            weights = [self._known(feature) for feature in form.own() if feature in self._packed]
            form.base = [sum([known[tag] for known in weights if tag in known]) for tag in form.options]
        return form

    def _options(self, word: str, letters: str, look: str) -> tuple[str, ...]:
        if word in _TITLES:
            return ("NNP",)
        packed = self._seen.get(word, "")
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

    def _known(self, feature: str) -> dict[str, int]:
        """The weights by tag of a feature that has some, unpacked when first asked for."""
        found = self._weights.get(feature)
        if found is None:
            packed = self._packed[feature]
            tags = self._tags
            found = self._weights[feature] = {
                tags[ord(packed[i]) - 48]: ord(packed[i + 1]) - 112 for i in range(0, len(packed), 2)
            }
        return found

    def _sum(self, wide: tuple[str, ...], narrow: tuple[str, ...]) -> dict[str, int]:
        """The weights of several features together; those of the wide ones, that many words share, are kept."""
        total = self._shared.get(wide)
        if total is None:
            total = self._shared[wide] = self._added({}, wide)
        return self._added(total.copy(), narrow)

    def _added(self, total: dict[str, int], features: tuple[str, ...]) -> dict[str, int]:
        for feature in features:
            if feature in self._packed:
                for tag, weight in self._known(feature).items():
                    total[tag] = total[tag] + weight if tag in total else weight
        return total

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
        shared = self._shared
        letters = form.letters
        word = form.word
        first = (before, second, letters, form.shape)
        here = shared.get(first)
        if here is None:
            here = shared[first] = self._sum(left(before, second, form.shape), left_of(before, second, letters))
        last = (before, near, letters)
        there = shared.get(last)
        if there is None:
            there = shared[last] = self._sum(right(before, near), right_of(before, near, letters))
        weights = self._weights
        packed = self._packed
        own = []
        for feature in (
            "c" + before + " " + word, "e" + near + " " + word, "o" + far + " " + letters,
        ):  # fmt: skip
            if feature in weights:
                own.append(weights[feature])
            elif feature in packed:
                own.append(self._known(feature))
        best = other = -_FAR
        tag = ""
        for i, option in enumerate(form.options):
            score = form.base[i]
            if option in here:
                score += here[option]
            if option in there:
                score += there[option]
            for known in own:
                if option in known:
                    score += known[option]
            if score > best:
                other, best, tag = best, score, option
            elif score > other:
                other = score
        made = (tag, min(best - other, SURE), form.sign(tag))
        self._decisions += 1
        if self._decisions > _LIMIT:
            for known_form in self._forms.values():
                known_form.made.clear()
            shared.clear()
            self._decisions = 0
        form.made[key] = made
        return made


_FAR = 1_000_000
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
    tags, usual, words, seen, features, weights = data.decode("utf-8").split("\n\n")
    return Model(
        dict(zip(words.split("\n"), seen.split("\n"), strict=True)),
        frozenset(usual.split("\n")),
        dict(zip(features.split("\n"), weights.split("\n"), strict=True)),
        tags.split("\n"),
    )


@cache
def model() -> Model:
    """The model of English, read when first asked for."""
    return read(gzip.decompress(DATA.joinpath("tagger.txt.gz").read_bytes()))
