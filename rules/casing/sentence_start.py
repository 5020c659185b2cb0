"""A sentence begins in lower case.

Why it happens: engines translate a paragraph clause by clause and decide each clause's first letter on
its own; where the source script has no capitals (Chinese, Arabic, Hindi) nothing tells them a sentence began.

How it is found: the first word of a sentence is written in lower case throughout, and the sentence before it is closed
by a full stop behind a word or number; or the first word of a paragraph that is a whole sentence. A paragraph may open
with a quotation mark, and with a word no list has where the sentence has no capital, but a name that needs one.

What it leaves alone: a paragraph that carries on the one before (`which ended the war.`) or is no sentence, headwords
and labels in front of a colon (`force majeure: …`), brands and terms with their own casing (iPhone, eBay, pH), people
who write themselves small (bell hooks), programs (`git`) that open two sentences, web addresses and handles, list
numbers (`1. first`, `three things: 1. bread; 2. peace`), abbreviations in front of the full stop (`viz.`, `per
cent.`), items of a list, posts as they were typed, and quotations that run on after `?` or `!`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import CLOSERS, Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import PARTICLES, SHORT_COURTESY, WRITTEN_THINGS
from mtqa.rule import Example, Rule
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
    "He said: “It was worse than in 2015. [[we]] sold less,” and left.",
    "[[he]] added: “We sold less.”",
    "The two sides agreed.\n\n[[according]] to the agency reported, the ministers hoped that trade will grow.",
    "The two sides agreed.\n\n[[and]] the minister signed the treaty.",
    "The lake is dry.\n\n[[to]] save it, nobody has a plan.",
    "Just a plan\n\n[[it]] was all that he had.",
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
    "There are two tools. git stash is quick. git worktree is safer, he wrote.",
    "Both keep copies: cargo check now warns early. cargo publish is faster, and the editor is at level 566.",
    "The plan of the old town\n \nfell through at once. See Waldeck, Einl. to the work.",
    Example("The minister said so on Monday.", title="the minister says that talks have failed"),
    "We have these aims:\n\nto feed the hungry.\n\nto house the poor.",
    "There is little to say.\n\nto be continued",
    "Pack these:\n\n- a coat\n- two pens\n- your pass\n\nthen call us.",
    "Add this line:\n\n| name | width | height |\n\nand save the file.",
    "The country has its records.\n\nhighest rate of theft in the region.\n\nfewest doctors for every thousand.\n\n"
    "worst roads of the whole continent.",
]


_ABBREVIATED = wordset("casing/sentence-start", "abbreviated")
#: Where posts and notes are quoted as they were typed.
_AS_TYPED = WRITTEN_THINGS | wordset("casing/sentence-start", "as_typed")
#: People who write themselves small.
_WRITTEN_SMALL = frozenset(("bell hooks", "danah boyd", "kd lang"))
#: Words before a colon, the colon included, that are a headword or label.
_HEAD = 6
#: What stands before the number of an item inside a sentence.
_COUNTING = frozenset(("", ":", ";", "(", '"', "“", "and", "or"))


#: What a name may stand behind as at the beginning of a sentence.
_OPENING = frozenset((":", '"', "“"))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag lower-case sentence starts."""
    analysis = document.analysis
    found = [place for place in _begun(analysis) if not _meant_small(analysis, *place)]
    heads = {
        word: sum([k == 0 or one.tokens[k - 1].text in _OPENING for one, k in analysis.index[word]])
        for word in {sentence.tokens[i].text for sentence, i in found}
    }
    for sentence, i in found:
        word = sentence.tokens[i].text
        if heads[word] == 1 or not english().usually(word, "noun", "base"):  # else git, a program
            yield sentence.match(i, i, f"The sentence begins in lower case: “{word}”.", word[0].upper() + word[1:])


def _begun(analysis: Analysis) -> Iterator[tuple[Sentence, int]]:
    """The sentences with a small first word that surely begin there, with its place."""
    before: Sentence | None = None
    for sentence in analysis.sentences:
        first = int(sentence.tokens[0].text in ('"', "“"))
        word = sentence.at(first)
        if word.text.islower():
            if sentence.first:
                begins = _opens(analysis, before, sentence, first)
            else:
                begins = before is not None and not first and _ends(before) and not _typed(analysis, sentence)
            if begins:
                yield sentence, first
        before = sentence


def _opens(analysis: Analysis, before: Sentence | None, sentence: Sentence, first: int) -> bool:
    """Whether a sentence opens a paragraph of running text, rather than carries on the one before."""
    if first:
        return (before is None or before.closed) and (sentence.tokens[1].space or _quoted(sentence))
    if before is None or before.closed:
        follows = True
    else:  # it carries on, or DESCRIPTION: what follows names a program
        follows = analysis.speech.headline(before) and not before.tokens[-1].text.isupper()
    after = before is not None and before.closed
    return follows and not analysis.speech.headline(sentence) and _whole(analysis.reading(sentence), after)


def _whole(reading: Reading, after: bool) -> bool:
    """Whether a sentence stands by itself: it does not begin as one that is carried on, and has a main clause.

    Behind the full stop of the paragraph before (`after`), any clause will do, and a conjunction or verb may open it.
    """
    opener = reading.tagged.tags[0]
    carried_on = opener == "IN-S" or opener.startswith("W")
    if not after:
        carried_on |= opener in ("CC", "TO", "MD") or opener.startswith(("VBD", "VBZ", "VBP"))
    asks = reading.tokens[-1].text == "?"
    return asks or (not carried_on and any(after or clause.main for clause in reading.clauses))


def _ends(before: Sentence) -> bool:
    """Whether a sentence is closed by a full stop that no abbreviation or list number explains."""
    end = len(before.tokens) - 1
    while before.at(end).text in CLOSERS:
        end -= 1
    mark, last, second = (before.at(end - k) for k in range(3))
    if mark.text != ".":
        return False
    if last.kind == "number":
        return len(last.text) > 2 or second.text not in _COUNTING
    if last.lower in _ABBREVIATED:
        return False
    return last.text in CLOSERS or (len(last.text) > 2 and english().tags(last.lower) != "" and len(before.tokens) > 3)


def _typed(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence stands in a quotation that begins in lower case: a post, as it was typed."""
    pair = analysis.speech.quotation(sentence.segment, sentence.start)
    return pair is not None and analysis.paragraphs[pair.open.segment].text[pair.open.start + 1 :][:1].islower()


def _quoted(sentence: Sentence) -> bool:
    """Whether a sentence opens with the quotation of a whole one, and not of what somebody typed or sang."""
    close = next((token.index for token in sentence.tokens[2:60] if token.text in ('"', "”")), 0)
    behind = {token.lower for token in sentence.tokens[close:]}
    return sentence.at(close - 1).text in (",", ".", "!", "?") and _AS_TYPED.isdisjoint(behind)


def _meant_small(analysis: Analysis, sentence: Sentence, i: int) -> bool:
    """Whether a first word is a label or a name that is written small, or may be one."""
    word, behind = sentence.tokens[i], sentence.at(i + 1)
    if behind.text in (".", ":", ")"):
        return word.lower not in SHORT_COURTESY
    if sentence.joined(i) or "." in word.text:
        return True
    colon = next((token.index for token in sentence.tokens[i : i + _HEAD] if token.text == ":"), 0)
    if colon and all(group.first > colon for group in analysis.reading(sentence).verb_groups):
        return True  # force majeure: events beyond control
    if not english().tags(word.lower):
        return not word.text.isalpha() or not _without_capitals(sentence)
    lone = word.lower in PARTICLES or english().usually(word.lower, "foreign")
    return lone or sentence.text(i, i + 1) in _WRITTEN_SMALL


def _without_capitals(sentence: Sentence) -> bool:
    """Whether a sentence has not one capital, but a name that is always written with one."""
    words = english()
    return sentence.text(0, len(sentence.tokens)).islower() and any(
        words.capital_share(token.lower) > 0.9 for token in sentence.words
    )
