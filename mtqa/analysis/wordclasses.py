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
from sys import intern

from mtqa.analysis.tokens import Token
from mtqa.knowledge.data import DATA
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import SHORT_COURTESY
from mtqa.values import NamedTuple

__all__ = ["ALL_SIGNS", "DOUBT", "SURE", "Model", "Tagged", "model"]

FIRST = 48  # the character of the first tag
ZERO = 176  # and that of the weight 0
_LIMIT = 30_000  # forms remembered
_PAIRS = 60_000  # sums of weights remembered by a tag before a word and the word behind; of others there are fewer
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


#: Weights by what they hang on, packed in a string (see `Model`).
Weights = dict[str, str]
#: A token's tag, margin and sign; the tags that a word can have, and their signs.
Answer = tuple[str, int, str]
Answers = list[tuple[str, str]]


class Behind:
    """What the tag before words of one kin adds to them.

    Attributes:
        base: by itself.
        two: with the tag before that.
        pair: with the word behind them, whatever that adds by itself included.
    """

    __slots__ = ("base", "pair", "two")

    def __init__(self, base: int) -> None:
        self.base = base
        self.two: dict[str, int] = {}
        self.pair: dict[str, int] = {}


class Kin:
    """What words share that have the same letters, shape and options.

    Sums of weights are numbers with a lane of 16 bits for each option, so that those of all are added at once.

    Attributes:
        letters, shape: of the words.
        options: the letter of each in the model, with where its lane begins.
        groups: the weights of the letters in a place (see `GROUPS`).
        answers: the options with their signs.
        base: what letters and shape add anywhere.
        behind: what the tag before such a word adds.
        near, far: what the word behind it adds, and the one behind that.
    """

    __slots__ = ("answers", "base", "behind", "far", "groups", "letters", "near", "options", "shape")

    def __init__(
        self, letters: str, shape: str, options: list[tuple[str, int]], groups: list[Weights], answers: Answers
    ) -> None:
        self.letters = letters
        self.shape = shape
        self.options = options
        self.groups = groups
        self.answers = answers
        self.base = 0
        self.behind: dict[str, Behind] = {}
        self.near: dict[str, int] = {}
        self.far: dict[str, int] = {}

    def sum(self, *packed: str) -> int:
        """The weights of several features together."""
        made = 0
        for weights in packed:
            if weights:  # cheap
                for option, lane in self.options:
                    at = weights.find(option)
                    if at >= 0:
                        made += (ord(weights[at + 1]) - ZERO) << lane
        return made


class Form:
    """What is known of a word before its neighbours are seen.

    Attributes:
        word: lower-cased, numbers as `0`.
        options: the tags it can have.
        letters: of the lexicon, three at most.
        shape: see `shape`.
        near, far: how it looks to the word before it, and to the one before that.
        given: its tag, margin and sign, if it has one option; else there are:
        kin: what it shares with others.
        base: what the word itself adds, with what its kin does.
        behind, before: what it adds behind a tag, and before a word.
        answers: the options with their signs, which are its own for few words.
    """

    __slots__ = (
        "answers", "base", "before", "behind", "far", "given", "kin", "letters", "near", "options", "shape", "word"
    )  # fmt: skip

    answers: Answers
    base: int
    before: dict[str, int]
    behind: dict[str, int]
    kin: Kin

    def __init__(self, word: str, options: tuple[str, ...], letters: str, shape: str, near: str, far: str) -> None:
        self.word = word
        self.options = options
        self.letters = letters
        self.shape = shape
        self.near = near
        self.far = far
        self.given: Answer | None = (options[0], SURE, self.sign(options[0])) if len(options) == 1 else None

    def sign(self, tag: str) -> str:
        """The letter of a tag on this word."""
        if "+" in tag:
            return "F" if tag.startswith(("PRP+", "EX+")) else "u"
        sign = SIGNS.get(tag, "u")
        special = _SPECIAL.get(self.word)
        if special is None or sign not in special[0]:
            return sign
        return special[1] if len(special[1]) == 1 else special[1][special[0].index(sign)]

    def signed(self) -> Answers:
        """The options with their signs."""
        return [(tag, self.sign(tag)) for tag in self.options]

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
            *behind(before, self.letters, self.shape), "b" + two, "d" + near, "h" + pair,
        )  # fmt: skip


#: Features that stand together in the model, by the letters of a word or by the word: what its two neighbours, the tag
#: before and the word behind, the word behind and the one behind that make of it.
GROUPS = "mifoce"
_OF_LETTERS = "mifo"


def of_kind(letters: str, shape: str) -> tuple[str, ...]:
    """What words of one kind have in common."""
    return "l" + letters, "L" + letters + shape


def behind(before: str, letters: str, shape: str) -> tuple[str, ...]:
    """What the tag before a word makes of its class."""
    return "a" + before, "k" + before + " " + shape, "g" + before + " " + letters


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

    The weights of a feature are pairs of characters: the tag by its place in `tags`, the weight. The characters of
    tags begin at `FIRST`; those of weights, counted from `ZERO`, are none of them.

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
        self._kin: dict[tuple[str, str, tuple[str, ...]], Kin] = {}
        self._tags = tags
        self._letters = {tag: chr(FIRST + number) for number, tag in enumerate(tags)}
        self._forms: dict[str, Form] = {}
        self._choices: dict[tuple[str, str, str, str | bool], tuple[str, ...]] = {}
        self._pairs = 0

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
        if form.given is None:
            key = form.letters, form.shape, form.options
            kin = form.kin = self._kin.get(key) or self._new_kin(form)
            form.base = kin.base + kin.sum(*self._found(form.own()))
            form.behind = self._own("c", form)
            form.before = self._own("e", form)
            form.answers = kin.answers if form.word not in _SPECIAL else form.signed()
        return form

    def _new_kin(self, form: Form) -> Kin:
        letters, shape, options = form.letters, form.shape, form.options
        lanes = [(self._letters[tag], number * _LANE) for number, tag in enumerate(options)]
        answers = Form("", options, letters, shape, "", "").signed()
        made = Kin(letters, shape, lanes, [self.group(name + letters) for name in _OF_LETTERS], answers)
        made.base = sum([_HALF << lane for _, lane in lanes]) + made.sum(*self._found(of_kind(letters, shape)))
        self._kin[letters, shape, options] = made
        return made

    def _own(self, group: str, form: Form) -> dict[str, int]:
        """What a word adds, by what it hangs on."""
        line = self._lines.get(group + form.word)
        if line is None:
            return _NONE
        parts = line.split("\t")
        return {by: form.kin.sum(packed) for by, packed in zip(parts[::2], parts[1::2], strict=True)}

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
        known = {self._tags[ord(char) - FIRST] for char in packed if char != "!"}
        if "'" not in word:
            known = {tag for tag in known if "+" not in tag}
        if packed[:1] != "!":
            for letter in letters:
                known.update(_LETTERS.get(letter, ()))
            if "'" in word:
                known.update(["PRP+" + tag for ending, tag in _FUSED if word.endswith(ending)])
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
            parts = self._lines[name].split("\t") if name in self._lines else ()
            found = self._groups[name] = dict(zip(parts[::2], parts[1::2], strict=True))
        return found

    def _found(self, features: tuple[str, ...]) -> list[str]:
        """The weights of several features that stand alone."""
        weights = self._weights
        return [weights[feature] for feature in features if feature in weights]

    def tagged(self, tokens: list[Token]) -> Tagged:
        """The classes of a sentence's tokens, one or more."""
        if self._pairs > _PAIRS:
            self._pairs = 0
            for kin in self._kin.values():
                kin.behind.clear()
                kin.near.clear()
                kin.far.clear()
        known = self._forms
        forms = [(token.kind in _PLAIN and known.get(token.text)) or self.form(token) for token in tokens]
        forms += _END, _END
        made: list[Answer] = []
        before = second = "^"
        for i in range(len(tokens)):
            form = forms[i]
            answer = form.given
            if answer is None:
                answer = self._decide(form, before, second, forms[i + 1].near, forms[i + 2].far)
            elif before == "^" and answer[0] in _SILENT:
                made.append(answer)
                continue
            made.append(answer)
            second = before
            before = answer[0]
        tags, margins, signs = zip(*made, strict=True)
        return Tagged(list(tags), list(margins), "".join(signs))

    def _decide(self, form: Form, before: str, second: str, near: str, far: str) -> Answer:
        kin = form.kin
        after = kin.behind[before] if before in kin.behind else self._new_behind(kin, before)
        total = form.base + after.base
        total += after.two[second] if second in after.two else self._sum_two(kin, before, second)
        total += after.pair[near] if near in after.pair else self._sum_pair(kin, before, near)
        total += kin.far[far] if far in kin.far else self._sum_far(kin, far)
        if before in form.behind:
            total += form.behind[before]
        if near in form.before:
            total += form.before[near]
        best = other = -1
        tag = sign = ""
        for option, letter in form.answers:
            score = total & _MASK
            total >>= _LANE
            if score > best:
                other, best, tag, sign = best, score, option, letter
            elif score > other:
                other = score
        margin = best - other
        return tag, margin if margin < SURE else SURE, sign

    def _new_behind(self, kin: Kin, before: str) -> Behind:
        made = kin.behind[before] = Behind(kin.sum(*self._found(behind(before, kin.letters, kin.shape))))
        return made

    def _sum_two(self, kin: Kin, before: str, second: str) -> int:
        two = before + " " + second
        made = kin.sum(self._weights.get("b" + two, ""), kin.groups[0].get(two, ""))
        kin.behind[before].two[second] = made
        return made

    def _sum_pair(self, kin: Kin, before: str, near: str) -> int:
        self._pairs += 1
        if near not in kin.near:
            kin.near[near] = kin.sum(self._weights.get("d" + near, ""), kin.groups[2].get(near, ""))
        pair = before + " " + near
        made = kin.near[near] + kin.sum(self._weights.get("h" + pair, ""), kin.groups[1].get(pair, ""))
        kin.behind[before].pair[near] = made
        return made

    def _sum_far(self, kin: Kin, far: str) -> int:
        made = kin.far[far] = kin.sum(kin.groups[3].get(far, ""))
        return made


_LANE = 16  # bits
_HALF = 1 << _LANE - 1
_MASK = (1 << _LANE) - 1
_NONE: dict[str, int] = {}
_TITLES = SHORT_COURTESY | {"prof"}
_PLAIN = frozenset({"word", "punct"})  # kinds of token that are remembered by their text
SURE = 999  # the margin of a tag without a rival
_END = Form("$", ("$",), "", "", "$", "$")  # behind a sentence's last token
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
        dict(zip(words, map(intern, seen), strict=True)),  # most words have the same few tags
        frozenset(usual),
        dict(zip(features, weights, strict=True)),
        dict(zip(groups, lines, strict=True)),
        tags,
    )


@cache
def model() -> Model:
    """The model of English, read when first asked for."""
    return read(gzip.decompress(DATA.joinpath("tagger.txt.gz").read_bytes()))
