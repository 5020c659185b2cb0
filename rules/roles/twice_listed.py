"""A list holds the same thing twice.

Why it happens: two source words with one English equivalent (`understanding and understanding of China`), one of
two names lost (`China, Indonesia and China-ASEAN` for the ties of China with both), or a state under two of its
names (`America and the United States`).

How it is found: the same one to six words on both sides of `and`, a last item that stood earlier in the list, and
states that are one party under two names.

What it leaves alone: set phrases (`again and again`, `more and more`, `years and years`, `half and half`, `neck and
neck`), emphasis in speech (`“a beautiful, beautiful film”`), things that follow each other (`gold, silver and gold`,
`through Italy, France and Italy again`), comparatives, `between man and man`, `there are lies and lies`, firms
(`Johnson and Johnson`), verbs (`prices rise and rise`), `both X and X in …`, sayings turned round (`dreams shape our
struggles and our struggles shape our dreams`), an item taken up again to be narrowed down (`war crimes and crimes
against humanity`, `oil and oil products`, `the National Assembly and the National Assembly Secretariat`), and clauses
(`In Japan, China and Japan agreed`; `Kenya beat Uganda, and Uganda beat Ghana`; `it fits the code and the code is
short`), foreign sayings (`Que sera, sera`), and what is called out as it happens
(`Double fault, double fault, ace, net cord.`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.relations import Mention
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import label, party
from mtqa.knowledge.words import FINITE_SINGULAR, OPENING_DETERMINERS, QUESTION_WORDS, SUBJECT_PRONOUNS
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    measured=(
        "newstest2020 MT: 147 findings, 0.98 met by a human mark, chance 0.47",
        "clean English, 224,000 words: 1 finding, right (a translator's slip)",
    ),
)

BAD = [
    "Ties between China, Indonesia and [[China-ASEAN]] are growing.",
    "The forum drew envoys of Japan, the US and [[America]].",
    "The bill was opposed by America and [[the United States]].",
    "The talks between Great Britain and [[Great Britain]] over the exit will begin in June.",
    "It deepens cooperation between the Lao People's Republic and the [[Lao People's Republic]].",
    "It mirrors the relations between China, Indonesia, [[China]] and ASEAN.",
    "It should deepen the understanding and [[understanding]] of China.",
    "The board focused on key areas and [[key areas]], so as to plan better.",
    "The House of Representatives and the [[House of Representatives]] will vote.",
    "He studied at the School of Finance and [[Finance]].",
    "She is dean of the School of Finance and [[Finance]] of Renmin University.",
    "The rules govern the transfer, exchange and [[transfer]] of land.",
    "She wished them a happy, peaceful and [[peaceful]] festival.",
    "They promised financial and [[financial]] support.",
    "China, Indonesia and [[China]] signed the deal.",
    "They live a simple, [[simple]] and modest life.",
    "The show had songs, [[songs]], comics and films.",
    "The firm will use smart investment, [[smart investment]], big data and robots.",
]
GOOD = [
    "Ooh, mummy, mummy, what I have no longer works.",
    "China, Indonesia and ASEAN signed the deal; China-Indonesia and China-ASEAN relations grow.",
    "He was tried for war crimes and crimes against humanity.",
    "It got bigger and bigger, more and more people came, again and again, for years and years.",
    "There are lies and lies; it was half and half, neck and neck, between man and man.",
    "They trade in oil and oil products, and in energy and energy-saving goods.",
    "Johnson and Johnson, and Smith & Smith, are firms.",
    "The National Assembly and the National Assembly Secretariat thanked them.",
    "In Japan, China and Japan agreed to meet again.",
    "The Deputy Prime Minister and Minister of Infrastructure spoke.",
    "Self-raised funds and funds collected through banks were used.",
    "Ireland and Northern Ireland, Mexico and New Mexico, Congo and Congo take part.",
    "They waited and waited, tried and tried, and talked and talked.",
    "Cooperation for development and development for peace are one.",
    "He spoke of China and China's neighbours, and of women and women's rights.",
    "The past is the past, and business is business.",
    "Talks between Korea and Korea, said he, and of Burma or Myanmar.",
    "She bought apples, pears and apple juice.",
    "The teams met at the Ministry of Health and Health Promotion.",
    "The murals of the Palace Hall and the hall itself were restored.",
    "It lies in the Middle East and East Asia.",
    "Ding, ding, ding, said the bell: money, money and more money, no, no and no.",
    "It was a long, long and winding road, with many, many, many turns.",
    "He talked of people, people and people.",
    "In the final Kenya defeated Uganda, and Uganda defeated Ghana. France sold arms to Brazil and Brazil sold oil.",
    "“It's an incredible, incredible and humbling feeling,” she said. “It was rain, rain, and yet more rain.”",
    "She won gold, silver and gold. The lights went red, green, amber and red. They drew, won and drew.",
    "They drove through Austria, Germany, Switzerland and Germany, and saw Italy, France and Italy again.",
    "The sponsors of the Australian Grand Prix and Grand Prix circuits met. There is art and there is Art.",
    "The answer is money, money, and yet more money. By then, of course, of course, it was too late.",
    "7.44pm: Double fault, double fault, ace, net cord.",
    "They spoke of the cost of living, the cost of living and the cost of living.",
    "Costs will rise and rise, and have continued to rise and rise. It holds for both trade and trade in kind.",
    "They shape our hopes and our hopes shape them. A prison is not a school and school is not a prison.",
    "He fears a clash between breaking a strike and breaking a strike fund, and between young and young, man and man.",
    "He spoke of ties between men and women, old and young, comrade and comrade.",
    "It serves the interests of the state and of the state clerks.",
    "They play from day until night and night until day.",
    "It is consistent with user code and user code is most of the program. Que sera, sera, and so on.",
    "The file no longer overrides the compile-time default and the compile-time default has been raised.",
    "It moves an amendment to and amendment to a motion. The file .ssh/environment and environment=… are read.",
    "They sell a peach and a peach flower. It helps queer people and people whose friends are ill.",
]

#: What may be doubled with `and` for emphasis, or as a set phrase.
_IDIOMS = frozenset(
    "half neck side one two lot lots ton tons mile miles year years day days hour hours week weeks month months "
    "decade decades century centuries time times page pages row rows dozen dozens hundred hundreds thousand "
    "thousands million millions billions mass masses pile piles heap heaps load loads layer layers age ages bit "
    "round rounds step such many much few less more no yes so such generation generations blah ha".split()
)
#: What follows itself in results, routes and signals.
_SEQUENCES = frozenset(
    "gold silver bronze win loss draw defeat victory lost drew left right red green amber yellow black white up down "
    "heads tails hot cold first second third north south east west day night".split()
)
_NARROWING = frozenset(
    "of for against with from to that who which where whose on in under by at as between about until till into".split()
)
_DETERMINERS = OPENING_DETERMINERS | frozenset("all any both some".split())
_SCHOOLS = frozenset("School Institute Department Faculty College Academy Bureau Ministry Office Center Centre".split())
_SUBJECTS = SUBJECT_PRONOUNS | {"there"}
_CONTENT = "NSJ"
_JOINTS = frozenset(((",",), ("and",), (",", "and")))


@rule.check
def check(document: Document) -> Iterator[Match]:
    taken: set[tuple[int, int]] = set()
    for first, last, code, start, end in _parties(document.analysis.mentions):
        taken.add((first.sentence.segment, end))
        if first.code == last.code and first.text.lower() != last.text.lower():
            message = f"“{first.text}” and “{last.text}” are the same party, and the list names it twice."
        else:
            message = f"The list names {label(code)} twice."
        yield Match(first.sentence.segment, start, end, message, evidence={"party": label(code)})
    for sentence, i in document.analysis.find("and"):
        match = _pair(sentence, i) or _list(sentence, i)
        if match is None or (match.segment, match.end) in taken:
            continue
        near = [token.lower for token in sentence.tokens[max(0, i - 12) : i]]
        if near.count(sentence.tokens[i - 1].lower) < 2:  # people, people and people: emphasis
            yield match
    for sentence, i in document.analysis.find(","):
        match = _at_once(sentence, i)
        if match is not None and not document.analysis.speech.maybe_quoted(sentence, i):  # emphasis of a speaker
            yield match


def _parties(found: list[Mention]) -> Iterator[tuple[Mention, Mention, str, int, int]]:
    """Lists of states that hold one twice: first mention, last, the party, and where the list ends."""
    begin = 0
    for k in range(1, len(found) + 1):
        joined = k < len(found) and _joined(found[k - 1], found[k])
        if joined and k - begin < 12:
            continue
        items = found[begin:k]
        begin = k
        yield from _twice(items)


def _joined(a: Mention, b: Mention) -> bool:
    if a.sentence is not b.sentence:
        return False
    return tuple(token.lower for token in a.sentence.tokens[a.last : b.first]) in _JOINTS


def _twice(items: list[Mention]) -> Iterator[tuple[Mention, Mention, str, int, int]]:
    first, last = items[0], items[-1]
    tokens = first.sentence.tokens
    if any(item.kind == "people" or item.headed for item in items):
        return
    before = tokens[first.first - 1].lower if first.first else ""
    compound = tokens[last.last : last.last + 2]
    if len(items) > 1 and len(compound) == 2 and compound[0].lower == "and":
        left, _, right = compound[1].text.partition("-")
        code = party(left)
        if code in [item.code for item in items] and right[:1].isupper() and before not in ("in", "for", "at", "from"):
            behind = tokens[last.last + 2 : last.last + 3]
            if (
                not behind
                or behind[0].kind == "punct"
                or behind[0].lower in ("relations", "ties", "are", "is", "and", "in")
            ):
                yield first, last, code or "", compound[1].start, compound[1].end
            return
    on = compound[:1] and compound[0].lower == "and"  # what follows is an item too, of no state
    if len(items) + bool(on) > 3 and before == "between" and last.bare and all(i.kind == "name" for i in items):
        for k, item in enumerate(items):
            for earlier in items[:k]:
                if item.code == earlier.code and not item.ambiguous:
                    yield earlier, item, item.code, tokens[item.first].start, tokens[item.last - 1].end
                    return
    if len(items) < 2 or not last.bare or any(item.ambiguous and item.text != "America" for item in items):
        return
    if tokens[last.first - 1].lower != "and" or any(item.kind != "name" for item in items):
        return
    if len(items) > 2 and before in ("in", "for", "at", "from", "with", "to", "through", "via", "across", "between"):
        return  # In Japan, China and Japan agreed; through Austria, Germany and Austria
    following = tokens[last.last] if last.last < len(tokens) else None
    if following is not None and following.lower in ("again", "once"):
        return
    if following is not None and following.kind == "word" and before.isalpha():
        return  # Kenya beat Uganda, and Uganda beat Ghana
    if tokens[first.first].text != first.text and first.first and tokens[first.first - 1].text[0].isupper():
        return
    same = next((item for item in items[:-1] if item.code == last.code), None)
    if same is not None:
        yield same, last, same.code, tokens[last.first].start, tokens[last.last - 1].end


def _pair(sentence: Sentence, i: int) -> Match | None:
    """`X and X`, with the same article or none; X of one to six words."""
    tokens = sentence.tokens
    right = i + 1
    if right >= len(tokens) or not i:
        return None
    if tokens[right].lower == "the" and tokens[i - 1].lower != "the":
        right += 1
    for size in range(min(6, i), 0, -1):
        left = i - size
        if right + size > len(tokens) or tokens[left].lower != tokens[right].lower:
            continue
        pairs = zip(tokens[left:i], tokens[right : right + size], strict=True)
        if any(a.lower != b.lower or a.kind not in ("word", "clitic") for a, b in pairs):
            continue
        if _doubled(tokens, left, i, right + size, bare=right == i + 1):
            text = " ".join(token.text for token in tokens[right : right + size])
            return _match(sentence, right, right + size, text)
        return None
    return None


def _doubled(tokens: list[Token], left: int, conjunction: int, end: int, *, bare: bool) -> bool:
    """Whether the words from `left` stand twice around `and` without a reason."""
    words = tokens[left:conjunction]
    before = tokens[left - 1] if left else None
    behind = tokens[end] if end < len(tokens) else None
    if (behind is not None and _goes_on(behind)) or (before is not None and _set_phrase(before, words[0], behind)):
        return False
    if _two_clauses(tokens, left, end):
        return False
    if len(words) > 1:
        return _phrase_doubled(words, behind)
    if behind is not None and behind.lower in FINITE_SINGULAR:
        return False  # two things take a plural: a new clause
    if before is not None and _verb(before, words[0]):
        return False
    # not the Palace Hall and the hall
    return bare and _noun_doubled(tokens, left, end)


def _goes_on(behind: Token) -> bool:
    """Whether the second mention is but the beginning of a longer name or phrase: China and China's."""
    return (
        behind.kind in ("clitic", "number")
        or behind.lower in ("and", "again")
        or (behind.text in "-‐‑–'’=_/" and not behind.space)
        or (behind.kind == "word" and behind.text[0].isupper())
    )


def _two_clauses(tokens: list[Token], left: int, end: int) -> bool:
    """Whether a clause ends with the first mention and one begins with the second: it fits the code and the code is."""
    if end == len(tokens) or english().tags(tokens[end].lower)[:1] not in ("A", "M", "Z", "D"):
        return False
    return any(english().tags(token.lower)[:1] in ("A", "M", "Z", "D", "V") for token in tokens[:left])


def _set_phrase(before: Token, first: Token, behind: Token | None) -> bool:
    """Whether the word before makes the doubling one of phrases or of clauses."""
    if before.lower == "and" or (before.text in "-‐‑–’'" and not first.space):
        return True
    if before.lower in ("between", "both") and not first.capitalised:
        return True
    # shape our hopes and our hopes shape
    return behind is not None and before.kind == "word" and before.lower == behind.lower != "of"


def _following(behind: Token | None) -> str:
    """The parts of speech of the word behind."""
    return english().tags(behind.lower) if behind is not None and behind.kind == "word" else ""


def _phrase_doubled(words: list[Token], behind: Token | None) -> bool:
    """Whether several words, said twice, are one item of a list."""
    tags = english().tags
    noun_behind = _following(behind)[:1] in ("N", "S")
    first = words[0]
    if first.lower in ("there", "it", "that") or (first.text[0].isupper() and noun_behind):
        return False  # there is art and there is Art; the Grand Prix and Grand Prix circuits
    if first.lower == "the" and len(words) == 2 and "J" in tags(words[1].lower)[:1]:
        return False  # the old and the old: a lost party
    if first.lower in ("of", "a", "an") and noun_behind:
        return False  # the interests of the state and of the state clerks; a peach and a peach flower
    if tags(words[-1].lower)[:1] == "I":
        return False  # an amendment to and amendment to a motion
    content = [word for word in words if tags(word.lower)[:1] in tuple("NSJPVZDEG")]
    if not content or any(word.lower in _IDIOMS for word in words):
        return False
    return behind is None or behind.lower not in _NARROWING or not words[-1].text[0].isupper()


def _noun_doubled(tokens: list[Token], left: int, end: int) -> bool:
    """Whether a noun or adjective, said twice, is one item of a list."""
    lexicon = english()
    word = tokens[left]
    before = tokens[left - 1] if left else None
    behind = tokens[end] if end < len(tokens) else None
    tags = lexicon.tags(word.lower)
    if not tags or tags[0] not in _CONTENT or word.lower in _IDIOMS or len(word.text) < 4:
        return False
    if word.text[0].isupper() and (lexicon.capital_share(word.lower) > 0.5 or left == 0):
        return False
    near = [token.lower for token in tokens[max(0, left - 12) : left]]
    if "between" in near and "and" in near[near.index("between") :]:
        return False  # between men and women, old and young, man and man
    if any(token.lower in ("there", "there's") for token in tokens[max(0, left - 3) : left]):
        return False
    modified = (
        before is not None
        and before.kind == "word"
        and before.lower not in _DETERMINERS
        and lexicon.tags(before.lower)[:1] in (*"JNPSEGX", "")
    )
    narrowed = behind is not None and behind.lower in _NARROWING
    if tags[0] == "J":
        return not narrowed and "R" not in tags and not modified
    if _following(behind)[:1] in tuple("NSJPEGD"):
        return False  # oil and oil products; funds and funds collected
    if narrowed and before is not None and before.text == "of" and tokens[left - 2].text in _SCHOOLS:
        return tokens[end + 1 : end + 2] != [] and tokens[end + 1].capitalised  # of Finance and Finance of Renmin
    if narrowed:
        preposition = before is not None and lexicon.tags(before.lower)[:1] in ("I", "B")
        return not modified and not preposition
    return not modified or behind is None or behind.kind == "punct"


def _verb(before: Token, word: Token) -> bool:
    """Whether a word stands as a verb: `will rise`, `to rise`."""
    return (before.lower == "to" or english().tags(before.lower)[:1] == "M") and "V" in english().tags(word.lower)


def _list(sentence: Sentence, i: int) -> Match | None:
    """`A, B and A` with items of one word."""
    tokens = sentence.tokens
    if i + 1 >= len(tokens) or i < 3:
        return None
    last = tokens[i + 1]
    if last.kind != "word" or len(last.text) < 4 or last.text[0].isupper():
        return None
    behind = tokens[i + 2] if i + 2 < len(tokens) else None
    if behind is not None and behind.kind != "punct" and behind.lower != "of":
        return None
    if behind is not None and (behind.text in "-–" or behind.kind == "clitic"):
        return None
    k = i - 1 if tokens[i - 1].text != "," else i - 2
    while k - 2 >= 0 and tokens[k].kind == "word" and tokens[k - 1].text == "," and k > i - 12:
        k -= 2
        if tokens[k].lower == last.lower:
            before = tokens[k - 1] if k else None
            tags = english().tags(last.lower)[:1]
            free = (
                before is None
                or before.text == ","
                or before.kind == "punct"
                or (before.lower in _DETERMINERS or english().tags(before.lower)[:1] in ("I", "V", "Z", "D"))
            )
            if free and tags in ("N", "S", "J", "G") and last.lower not in _IDIOMS | _SEQUENCES:
                return _match(sentence, i + 1, i + 2, last.text)
            return None
    return None


def _at_once(sentence: Sentence, i: int) -> Match | None:
    """`X, X and Y`, `X, X, Y`: the comma at `i` parts the two; not `no, no, no`, which is emphasis."""
    tokens = sentence.tokens
    for size in (1, 2, 3):
        left, end = i - size, i + 1 + size
        if left < 0 or end + 1 >= len(tokens):
            return None
        if tokens[left].lower != tokens[i + 1].lower or tokens[end].lower not in ("and", ","):
            continue
        pairs = list(zip(tokens[left:i], tokens[i + 1 : end], strict=True))
        if any(a.lower != b.lower or a.kind != "word" for a, b in pairs):
            continue
        word = tokens[i - 1].lower
        if tokens[end].text == "," and tokens[end + 1].lower in _SUBJECTS | QUESTION_WORDS:
            return None  # mummy, mummy, what is it? of course, of course, it was too late
        if left and tokens[left - 1].kind == "word" and english().tags(tokens[left - 1].lower)[:1] in ("", "F"):
            return None  # que sera, sera
        rest = [token.lower for token in tokens[end + 1 : end + 4]]
        if word in rest or "more" in rest or word in _IDIOMS or (left >= 2 and tokens[left - 2].lower == word):
            return None
        if (left == 0 or tokens[left - 1].text == ":") and tokens[-1].text in ".!?" and not _told(tokens[left:]):
            return None  # double fault, double fault, ace, net cord: called out as it happens
        tags = english().tags(word)[:1]
        if (tags in ("N", "S") and len(word) > 3) or (tags == "J" and len(word) > 5):
            if tokens[i - 1].text[0].isupper() and english().capital_share(word) > 0.5:
                return None
            text = " ".join(token.text for token in tokens[i + 1 : end])
            return _match(sentence, i + 1, end, text)
        return None
    return None


def _told(tokens: list[Token]) -> bool:
    """Whether a list stands in a sentence that tells something: a verb no noun can be, or an article."""
    return any(english().tags(token.lower)[:1] in ("D", "Z", "V", "M", "A", "E", "T") for token in tokens)


def _match(sentence: Sentence, first: int, end: int, text: str) -> Match:
    tokens = sentence.tokens
    message = f"The list names “{text}” twice; one of the two should be something else, or go."
    return Match(sentence.segment, tokens[first].start, tokens[end - 1].end, message)
