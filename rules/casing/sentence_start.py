"""A sentence begins in lower case.

Why it happens: engines translate a paragraph clause by clause and decide each clause's first letter on
its own; where the source script has no capitals (Chinese, Arabic, Hindi) nothing tells them a sentence began.

How it is found: the first word of a sentence, or of a paragraph, is written in lower case throughout, and the
sentence before it is closed by a full stop behind a word or number. A paragraph may open with the quotation mark of a
whole sentence, or with one that a space parts from its word, and with a word no list has where the sentence has no
capital, but a name that needs one.

What it leaves alone: headwords and labels in front of a colon (`force majeure: …`), names of programs under a heading
in capitals, lines that carry on a line of verse, brands and terms with their own casing (iPhone, eBay, pH), people
who write themselves small (bell hooks), programs (`git`) that open two clauses, web addresses and handles, list
numbers (`1. first`, `three things: 1. bread; 2. peace`), abbreviations in front of the full stop (`viz.`, `per
cent.`), three list items and more in a row that all begin small, a paragraph that carries on the one before, headings
in lower case, captions of one or two words, and quotations that run on after `?` or `!`.
"""

from collections.abc import Iterator

from mtqa.analysis.sentences import CLOSERS, OPENERS, Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import PARTICLES, SHORT_COURTESY, WRITTEN_THINGS
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(
    category="fluency/casing",
    severity="minor",
    registers=("news",),
)

BAD = [
    "The talks were short. [[the]] ministers left at noon.",
    "[[according]] to Reuters, the talks were short.",
    "Sales fell in 2013. [[recently]], they have picked up again.",
    "He met the “foreign press.” He left.\n\n[[previously]], Putin had said that there was no dispute.",
    "The army spoke of a “victory”. [[nobody]] believed it.",
    "[[mr]]. Smith said that the talks were short.",
    '"[[this]] will not be the end of it," the family said.',
    "[[macurova]] has been the mayor of ostrava since november.",
    "It was over by May 21. [[and]] the minister said nothing.",
    'The talks ended at noon.\n\n" [[from]] left to right the ministers of defense and of trade, Smith and Jones',
]

GOOD = [
    "The company showed a new phone. iPhone sales rose.",
    "Shares fell. eBay was the only winner.",
    "“Why did he go?” she asked. Nobody knew.",
    "“Wait!” the officer shouted. The car stopped.",
    "He works for Acme Inc. and lives in the U.S. with his family.",
    "The rules are plain:\n\n1. first come, first served",
    "The dish is made of rice, beans, etc. and eaten cold.",
    "He waited ... and waited.",
    "The list of the\n\nministers who spoke was long.",
    "They met at approx. five o'clock on Monday.",
    "www.example.org has the story. It is long.",
    "The poets read in turn. e.e. cummings came last and was the best of them.",
    "She tweeted: “please please do not travel. if you can work from home work from home”",
    '"so proud of these kids and all they have done," he tweeted.',
    '"just" is a short word, and "so to speak" is a phrase.',
    "She read them all. bell hooks wrote three of the five.",
    "kubectl is a tool, and adidas is a brand.",
    "de Blasio won again. The mayor thanked his voters.",
    "He said so, he said.\n\nphoto: agency",
    "It rests on three things: 1. the strength of the unions; 2. the state of the crops; and 3. the luck of the year.",
    "They own but one thing, viz. their labour, and the bonds yielded 2 per cent. in the good years.",
    "A lien is a right to keep goods. force majeure: events beyond control. pari passu: side by side, in step.",
    "for parts or repair: camera without lens.\n\nShe sells it as it is, and posts it to all countries.",
    "DESCRIPTION\n\nsort writes the lines of all files in order. It is quick, and it is old.",
    "I kept the key. The lane is gone,\n\nand rooks that, ragged, rose and came\n\nhome, as we did not. It is cold.",
    "Max. temp. at the coast was normal. She was b. in Leeds and d. young.",
    "Two tools do it: git stash is quick. git worktree is safer, he wrote.",
    "Pack these:\n\n- a coat\n- two pens\n- your pass\n\nthen call us.",
    "Add this line:\n\n| name | width | height |\n\nand save the file.",
    "The country has its records.\n\nhighest rate of theft in the region.\n\nfewest doctors for every thousand.\n\n"
    "worst roads of the whole continent.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag lower-case sentence starts."""
    before: Sentence | None = None
    items: set[int] | None = None
    for sentence in document.analysis.sentences:
        word = _first_word(sentence)
        if word is not None and _starts_wrong(document, before, sentence, word) and not _named(document, word):
            if items is None:
                items = _small_items(document)
            if sentence.first and sentence.segment in items:
                before = sentence
                continue
            yield Match(
                sentence.segment,
                word.start,
                word.end,
                f"The sentence begins in lower case: “{word.text}”.",
                (word.text[0].upper() + word.text[1:],),
            )
        before = sentence


def _first_word(sentence: Sentence) -> Token | None:
    """The first word if it is all in lower case and a plain English word."""
    first = sentence.tokens[0]
    if first.text in ('"', "“"):
        if not sentence.first or len(sentence.tokens) < 6 or not sentence.tokens[1].space:
            return _quoted(sentence)
        first = sentence.tokens[1]  # the mark is torn from the word behind it
    if first.lower in _ADDRESS and first.text.islower() and len(sentence.tokens) > 5 and sentence.tokens[1].text == ".":
        return first
    if first.kind != "word" or first.text != first.lower or not first.text[0].islower() or len(sentence.tokens) < 4:
        return None
    following = sentence.tokens[first.index + 1]
    if following.text in (".", ":", "@", "/", ")") and not following.space:
        return None  # www.example.org, photo:, a)
    if (first.lower, following.lower) in _WRITTEN_SMALL:
        return None
    if any(letter.isdigit() or letter == "." for letter in first.text):
        return None  # e.e. cummings
    if _headword(sentence, first.index):
        return None
    tags = english().tags(first.lower)
    # a name that is written small by its owner, and particles of surnames, are no slips
    if not tags:
        return first if _without_capitals(sentence) else None
    return first if "F" not in tags[:1] and first.lower not in PARTICLES else None


def _headword(sentence: Sentence, first: int) -> bool:
    """Whether a colon closes the first few words, no verb among them: `force majeure: events beyond control`."""
    for token in sentence.tokens[first : first + _HEAD]:
        if token.text == ":":
            return True
        if english().tags(token.lower)[:1] in ("Z", "D", "M", "A", "H"):
            return False
    return False


def _quoted(sentence: Sentence) -> Token | None:
    """The first word of a sentence in quotation marks that ends in a mark of its own."""
    tokens = sentence.tokens
    if not sentence.first or len(tokens) < 8:
        return None
    word = tokens[1]
    if word.kind != "word" or not word.text.islower() or word.space or not english().tags(word.lower):
        return None
    end = next((token.index for token in tokens[2:60] if token.text in ('"', "”")), 0)
    near = {token.lower for token in tokens[end:]}
    if end < 5 or tokens[end - 1].text not in (",", ".", "!", "?") or not _AS_TYPED.isdisjoint(near):
        return None
    return word


def _without_capitals(sentence: Sentence) -> bool:
    """Whether a sentence with a full stop has not one capital, but a name that is always written with one."""
    tokens = sentence.tokens
    if len(tokens) < 8 or tokens[-1].text != "." or any(token.text != token.lower for token in tokens):
        return False
    words = english()
    return any(
        words.capital_share(token.lower) > 0.9 and words.usually(token.lower, "name") and len(token.text) > 3
        for token in tokens
        if token.kind == "word"
    )


_ADDRESS = SHORT_COURTESY | {"prof"}
#: Where posts and notes are quoted as they were typed.
_AS_TYPED = WRITTEN_THINGS | frozenset("lyric lyrics sang sings song texted weibo writes wrote".split())


#: People who write themselves small.
_WRITTEN_SMALL = frozenset((("bell", "hooks"), ("danah", "boyd"), ("ee", "cummings"), ("kd", "lang"), ("k", "d")))
_ROW = 3
#: Words before a colon, the colon included, that are a headword or label.
_HEAD = 6
#: What stands before the number of an item inside a sentence.
_COUNTING = frozenset([":", ";", "(", '"', "“", "and", "or"])
_ABBREVIATED = wordset("casing/sentence-start", "abbreviated")


def _starts_wrong(document: Document, before: Sentence | None, sentence: Sentence, word: Token) -> bool:
    if not sentence.first:
        assert before is not None  # only a paragraph's first sentence has none before it
        return _closed_by_full_stop(before) and not _typed_small(before)
    paragraphs = document.analysis.paragraphs
    if word.index:
        return before is None or before.closed  # nothing but a careless engine puts a space behind the mark
    if not paragraphs[sentence.segment].running or not sentence.closed:
        return False
    if sentence.segment and paragraphs[sentence.segment - 1].kind not in ("body", "headline"):
        return False  # what a list, a table or code stands in the midst of
    if before is None:
        return True
    if len(before.tokens) == 1 and before.tokens[0].text.isupper():
        return False  # DESCRIPTION: what follows names a program
    carried = before.segment and paragraphs[before.segment - 1].text.rstrip().endswith((",", ";"))  # a line of verse
    if not before.closed and (paragraphs[before.segment].kind != "headline" or carried):
        return False  # the paragraph carries on a sentence that was broken: another rule's matter
    return word.end > word.start


def _small_items(document: Document) -> set[int]:
    """Paragraphs of one sentence that begin small, three and more in a row: the items of a list."""
    items: set[int] = set()
    row: list[int] = []
    for paragraph in document.analysis.paragraphs:
        if len(paragraph.sentences) == 1 and paragraph.text.lstrip()[:1].islower():
            row.append(paragraph.index)
            continue
        items.update(row if len(row) >= _ROW else ())
        row = []
    return items | set(row if len(row) >= _ROW else ())


def _typed_small(before: Sentence) -> bool:
    """Whether the sentence before holds a quotation that begins in lower case and is still open: a post as typed."""
    tokens = before.tokens
    for i in range(len(tokens) - 2, max(0, len(tokens) - 80), -1):
        if tokens[i].text in CLOSERS and tokens[i].text != '"':
            return False
        if tokens[i].text in ("“", '"'):
            return tokens[i - 1].text == ":" and tokens[i + 1].text.islower()
    return False


def _named(document: Document, word: Token) -> bool:
    """Whether the word opens another clause too, small and without an article: the name of a program, as in `git`."""
    if english().tags(word.lower)[:1] not in ("N", "V", "X"):
        return False
    return any(
        tokens[i].start != word.start and tokens[i].text == word.text and (not i or tokens[i - 1].text == ":")
        for tokens, i in ((sentence.tokens, i) for sentence, i in document.analysis.find(word.lower))
    )


def _closed_by_full_stop(before: Sentence) -> bool:
    """Whether the sentence before ends with a full stop that no abbreviation or list number explains."""
    tokens = before.tokens
    i = len(tokens) - 1
    while i > 0 and tokens[i].text in CLOSERS:
        i -= 1
    if i < 1 or tokens[i].text != "." or tokens[i].space:
        return tokens[i].text in ("?", "!") and i == len(tokens) - 1
    last = tokens[i - 1]
    if last.text in CLOSERS or last.text in OPENERS:
        return True
    if last.kind == "number":
        return len(tokens) > 2 and not (len(last.text) < 3 and tokens[i - 2].text in _COUNTING)
    if last.lower in _ABBREVIATED or (last.lower == "cent" and tokens[i - 2].lower == "per"):
        return False
    return last.kind == "word" and len(last.text) > 2 and bool(english().tags(last.lower)) and len(tokens) > 3
