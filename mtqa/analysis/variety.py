"""Which English a document is written in: American, British, or not to be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from mtqa.analysis.sentences import Sentence
from mtqa.knowledge.places import MONTHS

Variety = Literal["US", "UK"]
Index = Mapping[str, Sequence[tuple[Sentence, int]]]

_ENDINGS = ("e", "ed", "es", "ing", "ation", "ations", "er", "ers")
_IZE_STEMS = (
    "organ real recogn emphas critic apolog modern util minim maxim privat stabil summar special final mobil urban "
    "industrial normal prior author character civil commercial general global harmon jeopard legal liberal local "
    "national neutral optim popular standard subsid symbol sympath visual international digital"
).split()
_OR_STEMS = "col fav hon lab neighb behavi harb rum hum vig splend".split()
_OR_ENDINGS = ("", "s", "ed", "ing", "able", "ite", "ites", "er", "ers", "hood", "ful")

_PAIRS = (
    "center:centre centers:centres centered:centred theater:theatre theaters:theatres meter:metre meters:metres "
    "kilometer:kilometre kilometers:kilometres fiber:fibre liter:litre liters:litres defense:defence "
    "offense:offence traveled:travelled traveling:travelling traveler:traveller travelers:travellers "
    "canceled:cancelled canceling:cancelling program:programme programs:programmes gray:grey analyze:analyse "
    "analyzed:analysed analyzing:analysing fulfill:fulfil fulfillment:fulfilment toward:towards plow:plough "
    "skeptical:sceptical airplane:aeroplane labeled:labelled modeling:modelling counselor:counsellor"
).split()

#: What is spelt one way here and another there; `-ize` is no sign by itself, for British publishers write it too.
_AMERICAN_WORDS = frozenset(
    [pair.partition(":")[0] for pair in _PAIRS] + [stem + "or" + ending for stem in _OR_STEMS for ending in _OR_ENDINGS]
)
_BRITISH_WORDS = frozenset(
    [pair.partition(":")[2] for pair in _PAIRS]
    + [stem + "our" + ending for stem in _OR_STEMS for ending in _OR_ENDINGS]
)
_AMERICAN = _AMERICAN_WORDS | {stem + "iz" + ending for stem in _IZE_STEMS for ending in _ENDINGS} | {"percent", "u.s."}
_BRITISH = _BRITISH_WORDS | {stem + "is" + ending for stem in _IZE_STEMS for ending in _ENDINGS}
#: Less those that the other side of the ocean writes as well: no mistaking them in running text.
_PLAINLY_AMERICAN = _AMERICAN_WORDS - {"program", "toward", "fulfill", "fulfillment", "skeptical"}
_PLAINLY_BRITISH = _BRITISH_WORDS - {"programme", "towards"}
_ANY_BRITISH = _BRITISH - {"towards"}
_COURTESY = ("mr", "mrs", "ms", "dr")


def variety(index: Index) -> Variety | None:
    """The variety whose marks a document bears and whose rival's it does not.

    Marks are spellings (`labor`, `labour`), courtesy titles with and without a full stop, and the order of day
    and month. A document with marks of both, or of none, is of no variety.
    """
    words = index.keys()
    american = not words.isdisjoint(_AMERICAN) or _order(index, day_after=True) or _dotted(index, True)
    british = not words.isdisjoint(_BRITISH) or _order(index, day_after=False) or _dotted(index, False)
    if american == british:
        return None
    return "US" if american else "UK"


def spells_american(index: Index) -> bool:
    """Whether a document spells its own words the American way, and none the British.

    Narrower than `variety`: names (`the Kennedy Space Center`) are no evidence, nor are dates and courtesy titles,
    which papers outside America write in the same way.
    """
    return _in_lower_case(index, _PLAINLY_AMERICAN) and not _in_lower_case(index, _PLAINLY_BRITISH)


def spells_british(index: Index) -> bool:
    """Whether a document has any British spelling, be it in a name or beside American ones: `towards` is none."""
    return not index.keys().isdisjoint(_ANY_BRITISH)


def _in_lower_case(index: Index, words: frozenset[str]) -> bool:
    return any(sentence.tokens[i].text == word for word in words & index.keys() for sentence, i in index[word][:20])


def _order(index: Index, day_after: bool) -> bool:
    """Whether a month stands with its day behind it (`March 22`), or before it (`22 March`)."""
    for month in MONTHS:
        for sentence, i in index.get(month.lower(), ())[:20]:
            place = i + 1 if day_after else i - 1
            if 0 <= place < len(sentence.tokens):
                token = sentence.tokens[place]
                if token.kind == "number" and len(token.text) <= 2:
                    return True
    return False


def _dotted(index: Index, dot: bool) -> bool:
    """Whether a courtesy title before a name bears a full stop, or none."""
    for title in _COURTESY:
        for sentence, i in index.get(title, ())[:20]:
            following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
            if following is not None and (following.text == ".") == dot and (dot or following.kind == "word"):
                return True
    return False
