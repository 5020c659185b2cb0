"""The parliament of a state is called what another state calls its own: Malaysia's Congress.

Why it happens: Chinese calls the parliaments of all states 国会; an engine has met the word in news from Washington
(`Congress`, `congressman`) or Hanoi (`National Assembly`) most.
How it is found: the source has 国会, and the states it names, or the whole story names, are states whose parliament
has neither name; the target says `Congress`, `congressman` or `National Assembly`.
What it leaves alone: congresses of parties (大会), segments and stories that tell of other states as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.regions import han_votes
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.names._chinese import chinese

rule = Rule(category="terminology/wrong-term", severity="minor", since="0.3", needs=("source",), facts=("chinese",))

BAD = [
    Example("The Malaysian [[Congress]] met.", source="马来西亚国会开会。"),
    Example("The British [[National Assembly]] met.", source="英国国会开会。"),
    Example("He is a [[congressman]] of Australia.", source="他是澳大利亚国会议员。"),
    Example("Malaysia is rich.\n\nTwo [[Congressmen]] left.", source="马来西亚很富。\n\n两名国会议员离开。"),
    Example("Many [[members of Congress]] of Canada left.", source="许多加拿大国会议员离开。"),
]
GOOD = [
    Example("The Malaysian Parliament met.", source="马来西亚国会开会。"),
    Example("The U.S. Congress met in Canada.", source="美国国会在加拿大开会。"),
    Example("The Congress of the MCA of Malaysia met; so did parliament.", source="马来西亚国会开会，马华大会也开。"),
    Example("Congress met.", source="国会开会。"),
    Example("The Vietnamese National Assembly met.", source="越南国会开会。"),
    Example("Malaysia and Vietnam.\n\nThe National Assembly met.", source="马来西亚、越南。\n\n国会开会。"),
    Example("The Congress of the MCA met in Malaysia.", source="马华代表会议在马来西亚举行。"),
    Example("The Malaysian Congress met.", source="马来西亚国会が開かれた。", source_language="ja"),
]

#: States with a parliament, called so or by a name of its own.
_PARLIAMENTS = frozenset("MY SG GB AU CA NZ IL JP DK NO SE FI NL ES IT DE".split())
_NAMES = (
    *(("members", "of", "congress"), ("member", "of", "congress"), ("national", "assembly")),
    *(("congress",), ("congressman",), ("congressmen",), ("congresswoman",)),
)
_MEN = "member of parliament"
_READ = 20_000  # characters of a source

rule.only_on(words=[name[-1] for name in _NAMES])


@rule.check
def check(document: Document) -> Iterator[Match]:
    """The names of other parliaments where the source has 国会."""
    if not chinese(document):
        return
    sources = [source[:_READ] for source in document.analysis.sources]
    taken: set[tuple[int, int]] = set()
    for name in _NAMES:
        for sentence, i in document.analysis.find(name[-1]):
            first = i - len(name) + 1
            words = tuple(token.lower for token in sentence.tokens[max(first, 0) : i + 1])
            place = (sentence.segment, sentence.tokens[i].start)
            source = sources[sentence.segment]
            if words != name or place in taken or "国会" not in source or "大会" in source:
                continue
            taken.add(place)
            states = set(han_votes([source])) or set(han_votes(sources))
            if states and states <= _PARLIAMENTS:
                right = "Parliament" if name[-1] in ("congress", "assembly") and len(name) < 3 else _MEN
                text = sentence.text(first, i)
                yield sentence.match(first, i, f"“{text}” is another state's: this one has a parliament.", right)
