"""A news outlet's name is translated word for word: `Russian satellite network` for Sputnik.

Why it happens: Chinese calls foreign outlets by what their names mean or by short forms (俄罗斯卫星网, 韩联社), and
its own sites by words (观察者网, 环球网); the engine translates the parts.

How it is found: by a table of such renderings, where the words around show that an outlet is meant: a verb of reporting
right behind, or a tag in brackets around.

What it leaves alone: the same words in another sense (`a satellite network of Russia`, `the observer network counted
the votes`).

"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="terminology/wrong-term", severity="minor", measured=("figures: docs/rules/names.md",))

BAD = [
    "According to [[Russian satellite network]] reported that the delegation arrived.",
    "The [[Russian satellite network]] reported on Monday that the delegation arrived.",
    "([[observer network]] Roundup) Japan hopes to promote the talks.",
    "([[Global Network]] comprehensive report) Seoul hopes for an agreement.",
    "The [[surging news]] reporter learned that the shop was closed.",
    "[[South Korean United News Agency]] reported that the ships had left.",
]
GOOD = [
    "According to Sputnik, the delegation arrived.",
    "The firm runs a Russian satellite network, reporters were told.",
    "The observer network reported that the vote was fair. The global network of the bank grew.",
    "The global network reported a loss; surging news of losses hit the shares.",
    "(The observer network of the union, founded in May, is large.)",
    "Interface news and phoenix networks are no words.",
    "According to the global network of banks, prices rose.",
    "South Korea's Yonhap News Agency reported that the ships had left.",
]

#: Renderings, what the outlet calls itself, and whether a verb of reporting behind is proof enough.
_OUTLETS: dict[str, tuple[str, bool]] = {
    "russian satellite network": ("Sputnik", True),
    "russian satellite news": ("Sputnik", True),
    "russian satellite news agency": ("Sputnik", True),
    "russian satellite news network": ("Sputnik", True),
    "russian satellite website": ("Sputnik", True),
    "observer network": ("Guancha", False),
    "observers network": ("Guancha", False),
    "global network": ("Huanqiu", False),
    "global net": ("Huanqiu", True),
    "surging news": ("The Paper", True),
    "interface news": ("Jiemian News", True),
    "phoenix net": ("ifeng.com", True),
    "china new network": ("China News Service", True),
    "china news net": ("China News Service", True),
    "reference news network": ("Cankao Xiaoxi", True),
    "reference news net": ("Cankao Xiaoxi", True),
    "south korean united news agency": ("Yonhap", True),
    "korean united news agency": ("Yonhap", True),
    "south korean joint news agency": ("Yonhap", True),
    "korea united news agency": ("Yonhap", True),
    "japanese common news agency": ("Kyodo", True),
    "japan common news agency": ("Kyodo", True),
    "japanese economic news": ("Nikkei", True),
    "japan economic news": ("Nikkei", True),
    "today russia": ("RT", True),
}
_WORDS = {tuple(name.split()): what for name, what in _OUTLETS.items()}
_LONGEST = max(map(len, _WORDS))
_KEYS = tuple(sorted({words[-1] for words in _WORDS}))
_REPORTS = frozenset("reported reports quoted reporter".split())
_TAG = frozenset("roundup report reports comprehensive reporter news".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the rendering."""
    for sentence, i in document.analysis.find(*_KEYS):
        tokens = sentence.tokens
        for size in range(min(_LONGEST, i + 1), 1, -1):
            first = i - size + 1
            found = _WORDS.get(tuple(token.lower for token in tokens[first : i + 1]))
            if found is None:
                continue
            outlet, plain = found
            if _bracketed(tokens, first, i) or (plain and _reports(tokens, i)):
                text = " ".join(token.text for token in tokens[first : i + 1])
                message = f"“{text}” is the name of an outlet translated word for word: {outlet}."
                yield Match(sentence.segment, tokens[first].start, tokens[i].end, message, (outlet,))
            break


def _bracketed(tokens: list[Token], first: int, last: int) -> bool:
    """Whether it stands in a tag: [observer network Roundup]."""
    behind = [token.lower for token in tokens[last + 1 : last + 5]]
    if not first or tokens[first - 1].text not in ("[", "(", "【", "（") or not behind or behind[0] not in _TAG:
        return False
    return any(mark in behind for mark in ("]", ")", "】", "）"))


def _reports(tokens: list[Token], last: int) -> bool:
    """Whether a verb of reporting with its clause or day stands right behind."""
    if last + 2 >= len(tokens) or tokens[last + 1].lower not in _REPORTS:
        return False
    return tokens[last + 2].lower in ("that", "on", ",", "learned", "learnt") or tokens[last + 1].lower == "reporter"
