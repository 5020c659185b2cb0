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

from mtqa.analysis.phrases import NounPhrase
from mtqa.analysis.reading import Reading
from mtqa.analysis.relations import Mention
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import EMPHATIC, SEQUENCES
from mtqa.knowledge.phrases import PAIRED
from mtqa.knowledge.words import ARTICLES, COMMON_PREPOSITIONS, QUESTION_WORDS, SUBJECT_PRONOUNS
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    words=frozenset(("and", "or", ",")),
)

BAD = [
    "They helped the team with wisdom and [[wisdom]] to win. The number of deaths and [[deaths]] in Peru rose.",
    "They sell maps, fish and [[fish]], but no wood. It is open in design and [[design]].",
    "He tells us of the ties between farmers and [[farmers]] in Peru.",
    "The feast stands for the friendship, unity and [[friendship]] between the peoples.",
    "The three fields of travel, food and [[travel]] are growing. They search walls, floors and the [[walls]].",
    "They spoke in the hall and [[in the hall]], and of peace or [[peace]].",
    "The gap between the rich and [[the rich]] is growing.",
    "It is an open, inclusive, [[inclusive]] and balanced world.",
    "The forum drew envoys of Japan, the US and [[America]].",
    "The bill was opposed by America and [[the United States]].",
    "The talks between Great Britain and [[Great Britain]] over the exit will begin in June.",
    "It deepens cooperation between the Lao People's Republic and [[the Lao People's Republic]].",
    "It mirrors the relations between China, Indonesia, [[China]] and ASEAN.",
    "It should deepen the understanding and [[understanding]] of China.",
    "The board focused on key areas and [[key areas]], so as to plan better.",
    "The House of Representatives and [[the House of Representatives]] will vote.",
    "He studied at the School of Finance and [[Finance]].",
    "The helpers give traffic guidance and [[traffic guidance]] at many crossings.",
    "The rules govern transfer, exchange and [[transfer]].",
    "The rules govern transfer, exchange and [[transfer]] when people come, and exchange is hard.",
    "She wished them a happy, peaceful and [[peaceful]] festival.",
    "The road between Leese and [[Leese]] is closed.",
    "He said that the House of Lords and [[the House of Lords]] was needed.",
    "They promised financial and [[financial]] support.",
    "China, Indonesia and [[China]] signed the deal.",
    "They live a simple, [[simple]] and modest life.",
    "The show had songs, [[songs]], comics and films.",
    "“They betrayed the voters and [[voters]] of their town,” he said.",
    "The effects of landslides and [[landslides]] remain on the road, where there is one bridge.",
    "The land rose from poverty to prosperity and [[prosperity]].",
    "The firm will use smart investment, [[smart investment]], big data and robots.",
]
GOOD = [
    "They drew gold, silver and gold. He walked from shop, park and shop to the bank.",
    "Do not mix eggs and meat, nuts and meat, cheese, nuts and cheese.",
    "They stand up for human rights and rights of the young. I defend my name and the name of my town.",
    "They love music in life and music in art.",
    "She drank tea, then ate apples, pears and tea cakes. They need hot bread, clean water and hot water.",
    "She asked for tea and ate apples, pears and tea.",
    "Local news and world news are shown. It presents old stories, the stories he told, and songs.",
    "China won. Tea and China are loved.",
    "The book tells of China and Beijing. They blame the United States and the US government.",
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
    "They look and look for it, and sing and sing until dawn. Children learn by try and try, from see and see.",
    "You must work and work to win. They fight and fight. They will hope and hope.",
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
    "The attack went three-and-out, three-and-out, interception.",
    "They spoke of the cost of living, the cost of living and the cost of living.",
    "Costs will rise and rise, and have continued to rise and rise. It holds for both trade and trade in kind.",
    "They shape our hopes and our hopes shape them. A prison is not a school and school is not a prison.",
    "He fears a clash between breaking a strike and breaking a strike fund, and between young and young, man and man.",
    "He spoke of ties between men and women, old and young, comrade and comrade, people and people.",
    "It serves the interests of the state and of the state clerks.",
    "They play from day until night and night until day.",
    "It is consistent with user code and user code is most of the program. Que sera, sera, and so on.",
    "The file no longer overrides the compile-time default and the compile-time default has been raised.",
    "It moves an amendment to and amendment to a motion. The file .ssh/environment and environment=… are read.",
    "The film is of a man and a man who led him.",
    "It is a party for the young and the young at heart. He went via Rome, Bari, Rimini and Rome.",
    "They sell a peach and a peach flower. It helps queer people and people whose friends are ill.",
    "He took silver, bronze and silver at the games, and the coin showed heads, tails and heads.",
]

#: Classes of what a list is of (a verb may be said twice for emphasis), of nouns and what stands before them, of what
#: narrows a noun down, of finite verbs.
_ITEMS = regex(r"NN\w*|JJ|VB[GN]")
_NOUNS = regex(r"NN\w*|JJ|VBG|CD")
_MODIFIERS = regex(r"NN\w*|JJ\w?|VB[GN]|POS|CD|PRP\$")
_NARROWING = regex(r"IN\S*|TO|W\w+\$?|VB[DN]|RB")
_PLAIN = ("NN", "NNS", "JJ")
_FINITE = regex(r"(?:VB[ZPD]|MD)\S*")
_PLACES = (COMMON_PREPOSITIONS - {"by", "into", "of", "on"}) | {"through", "via", "across"}
_LONGEST = 6  # words of an item
_NEAR = 16  # tokens in which a list names a thing again
_MOST = 30  # states of a list before the one it names again


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag what stands twice round a joint, what a list names again, and a state under two names."""
    analysis = document.analysis
    told: set[tuple[int, int]] = set()
    for sentence, i in analysis.find("and", "or", ","):
        again = i > 0 and len(analysis.index[sentence.tokens[i - 1].lower]) > 1  # cheap
        found = _around(sentence, i) if again else None
        if found is not None:
            if _item(analysis.reading(sentence), i, *found) and not (
                sentence.tokens[i].text == "," and analysis.speech.maybe_quoted(sentence, i)
            ):
                told.add((sentence.segment, sentence.tokens[found[1]].end))
                yield _match(sentence, *found)
        elif sentence.tokens[i].text != "," and _again(sentence, i):  # cheap
            reading = analysis.reading(sentence)
            places = {(item.first, item.last) for item in _listed(reading, i)} or _three(reading, i)
            for first, last in places:
                yield _match(sentence, first, last)
    for other, mention in _states(analysis.mentions):
        if (mention.sentence.segment, mention.sentence.tokens[mention.last - 1].end) not in told:
            message = f"“{other.text}” and “{mention.text}” are the same party, and the list names it twice."
            yield mention.sentence.match(mention.first, mention.last - 1, message)


def _match(sentence: Sentence, first: int, last: int) -> Match:
    text = sentence.text(first, last)
    return sentence.match(
        first, last, f"The list names “{text}” twice; one of the two should be something else, or go."
    )


def _around(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """First and last token of what stands behind the joint at `i` as it stands before it, an article aside."""
    tokens = sentence.tokens
    near = [token.lower for token in tokens[i + 1 : i + 2 + _LONGEST]]
    if not i or tokens[i - 1].lower not in near:
        return None
    last = i + 1 + near.index(tokens[i - 1].lower)
    for first in (i + 1, i + 2) if near[0] == "the" else (i + 1,):
        size = last - first + 1
        if 0 < size <= i and all(map(_same, tokens[i - size : i], tokens[first : last + 1])):
            return first, last
    return None


def _same(one: Token, other: Token) -> bool:
    """Whether two tokens are one word, the capital of a sentence's beginning aside: not Palace Hall and the hall."""
    return one.text == other.text or (one.index == 0 and one.lower == other.text)


def _item(reading: Reading, i: int, first: int, last: int) -> bool:
    """Whether the same words round a joint are two items of a list, and nothing goes on behind the second."""
    sentence, tags = reading.sentence, reading.tagged.tags
    begin = i - (last - first) - 1
    words = sentence.tokens[begin:i]
    single = begin == i - 1
    behind = sentence.at(last + 1)
    following = tags[last + 1] if behind.text else ""
    near = [token.lower for token in sentence.tokens[max(0, begin - _NEAR) : last + 8]]
    noun = single and english().usually(words[0].lower, "noun")  # in design and design
    if (
        not (_ITEMS.fullmatch(tags[last]) or noun)
        or (single and tags[begin - 1] in ("PRP", "MD"))  # they fight and fight
        or any(word.lower in EMPHATIC for word in words)
        or near.count(words[-1].lower) > 2
    ):
        return False
    if behind.kind in ("clitic", "number") or behind.text == "=":
        return False  # China and China's
    pair = "both" in near or ("between" in near and (tags[last] != "NNS" or words[0].lower in PAIRED))
    if single and not words[0].capitalised and pair:
        return False  # between man and man
    opener = reading.tagged.signs.rfind("b", 0, begin)
    if _FINITE.fullmatch(following) and any(opener < group.first < begin for group in reading.verb_groups):
        return False  # it fits the code and the code is short
    if _NOUNS.fullmatch(following) and tags[last] != "JJ":
        return False  # oil and oil products
    plain = not _MODIFIERS.fullmatch(tags[begin - 1])
    alike = plain if single else following == "IN" and tags[last][:2] == "NN"
    if _NARROWING.fullmatch(following) and not alike:
        return False  # war crimes and crimes against humanity
    if behind.is_word and behind.lower == sentence.at(begin - 1).lower:
        return False  # work for peace and peace for work
    if single and english().capital_share(words[0].lower) > _OWN:
        return False  # Johnson and Johnson
    if any(clause.existential and clause.verb.last < begin for clause in reading.clauses):
        return False  # there are lies and lies
    return sentence.tokens[i].text != "," or _enumerated(reading, last)


_OWN = 0.5  # share of capitals from which on a word is a name


def _enumerated(reading: Reading, last: int) -> bool:
    """Whether a list goes on behind what stands twice round a comma: not emphasis, not what is called out."""
    sentence = reading.sentence
    behind, following = sentence.at(last + 1).lower, sentence.at(last + 2).lower
    if behind not in (",", "and", "or") or following in _STARTS:
        return False  # mummy, mummy, what is it?
    short = len(sentence.tokens[last].text) < (6 if reading.tagged.tags[last] == "JJ" else 4)
    return not short and sentence.tokens[last].text.isalpha() and bool(reading.verb_groups)


_STARTS = SUBJECT_PRONOUNS | QUESTION_WORDS


def _again(sentence: Sentence, i: int) -> bool:
    """Whether the word behind a conjunction stood shortly before it."""
    behind = sentence.at(i + 1).lower
    word = sentence.at(i + 2).lower if behind == "the" else behind
    return word in [token.lower for token in sentence.tokens[max(0, i - _NEAR) : i]]


def _listed(reading: Reading, i: int) -> Iterator[NounPhrase]:
    """The last item of a list that names it earlier: not of results and signals, nor of places gone through."""
    for listed in reading.lists:
        if listed.conjunction != i:  # cheap
            continue
        names = [_named(item) for item in listed.items]
        before, behind = (reading.sentence.at(place).lower for place in (listed.first - 1, listed.last + 1))
        if (
            names[-1] in names[:-1]
            and names[-1] not in SEQUENCES
            and before not in _PLACES
            and behind not in ("again", "once")
        ):
            yield listed.items[-1]


def _three(reading: Reading, i: int) -> set[tuple[int, int]]:
    """The last of three plain words in a row, where it is the first again: travel, food and travel."""
    sentence, tags = reading.sentence, reading.tagged.tags
    last = i + 1 + (sentence.at(i + 1).lower == "the")
    word = sentence.at(last)
    row = sentence.at(i - 2).text == "," and sentence.at(i - 3).text == word.text
    if not row or tags[last] not in _PLAIN or not word.text.islower() or word.text in SEQUENCES:
        return set()
    return set() if sentence.at(i - 4).lower in (*_PLACES, "and", "or", ",") else {(last, last)}


def _named(item: NounPhrase) -> str:
    """The words of an item, its article aside."""
    words = [token.lower for token in item.tokens]
    return " ".join(words[len(words) > 1 and words[0] in ARTICLES :])


def _states(found: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The states that a list names again, under another name or the same, with the earlier mention."""
    run: list[Mention] = []
    for mention in found:
        sentence = mention.sentence
        joint = sentence.text(run[-1].last, mention.first - 1) if run and run[-1].sentence is sentence else ""
        run = [*run[-_MOST:], mention] if joint in ("and", ",", ", and") else [mention]
        if len(run) < 2 or not all(item.bare and item.kind == "name" and not item.headed for item in run):
            continue
        before, behind = sentence.at(run[0].first - 1), sentence.at(mention.last)
        between = before.lower == "between" and (len(run) > 2 or joint == "and")
        if not between and (
            joint != "and" or (behind.is_word and before.is_word) or (len(run) > 2 and before.lower in _PLACES)
        ):
            continue  # in Japan, China and Japan agreed; Kenya beat Uganda and Uganda beat Ghana
        for item in run[:-1]:
            if item.code == mention.code and not (item.ambiguous and mention.ambiguous):
                yield item, mention
                break
