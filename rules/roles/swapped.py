"""Two places of a story give the roles of one deed the other way round.

Why it happens: the headline or one sentence puts the doer where the other side belongs, and the rest of the story
has it right: `Russia sells arms to China` above, `China sells arms to Russia` below.

How it is found: relations that run one way in one story (arms sold, a country annexed), read in two paragraphs
with the two parties exchanged.

What it leaves alone: dealings that go both ways (exports, accusations, sanctions, protests, visits, and wars, for
who was invaded often invades in turn), quotations, claims of one side, neighbouring sentences, and places where the
text itself sets the one against the other (`but`, `in turn`, `in return`, years, denials).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.relations import Relation
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import label
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordset

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    status="preview",
    facts=("states",),
)

BAD = [
    Example("[[China sells arms to Russia]], the minister said.", title="Japan protests Russia's arms sales to China"),
    "Russia's arms sales to China were discussed.\n\nLater, [[China's arms sales to Russia]] came up again.",
    "Iraq annexed Kuwait at dawn.\n\nThe UN met at once after [[Kuwait annexed Iraq]], and oil prices rose.",
    "Kuwait was annexed by Iraq.\n\nThat [[Kuwait annexed Iraq]] shocked the world.",
    "The annexation of Kuwait by Iraq came at dawn.\n\nAfter [[Kuwait annexed Iraq]], oil prices rose.",
]
GOOD = [
    "China's exports to Japan rose, and Japan's exports to China fell.",
    "Japan's exports to China rose in May.\n\nChina's exports to Japan fell by a tenth.",
    "China's arms embargo on Israel held.\n\nIsrael's arms embargo on China came later.",
    "Russia's arms sales to Russia rose.\n\nRussia's arms sales to Russia are a slip of another kind.",
    "Japan accused China of spying. China accused Japan of lying.",
    "The US imposed sanctions on Russia, and Russia imposed sanctions on the US.",
    "Russia sells arms to China. China buys arms from Russia.",
    "Iraq invaded Kuwait in 1990. Kuwait was invaded by Iraq.",
    "Germany invaded France in 1870 and 1914. In 1806, France invaded Germany.",
    "France defeated Germany in June, but Germany defeated France in July.",
    "Iran invaded Iraq? No: Iraq invaded Iran, the historian said.",
    "Russia's arms sales to China and to India grew. China sells arms to Pakistan.",
    "Uganda invaded Tanzania and burned the villages.\n\nThree months later Tanzania invaded Uganda, and Amin fled.",
    Example(
        "Two years after Russia invaded Ukraine, the war has come home.", title="Ukraine invaded Russia: explainer"
    ),
    "“Iraq annexed Kuwait,” the envoy said.\n\n“Kuwait annexed Iraq’s oil,” the other said. “Kuwait annexed Iraq.”",
    "Israel sells weapons to India. India sells missiles to Israel.",
    "Germany's arms exports to Britain are small.\n\nThey exceed Britain's arms exports to Germany.",
]

_ARMS = wordset("roles/swapped", "arms")
#: Words and marks that set two times or two claims against each other.
_CONTRAST = wordset("roles/swapped", "contrast")


@rule.check
def check(document: Document) -> Iterator[Match]:
    speech = document.analysis.speech
    seen: dict[tuple[str, str, str], Relation] = {}
    for relation in document.analysis.relations:
        deed = _deed(relation)
        agent, patient = relation.agent.code, relation.patient.code
        if not deed or agent == patient or speech.maybe_quoted(relation.sentence, relation.first):
            continue
        other = seen.get((deed, patient, agent))
        if other is not None and other.sentence.segment != relation.sentence.segment:
            message = (
                f"Here {label(agent)} does it to {label(patient)}; elsewhere the story has it the other way "
                f"round: {label(patient)} to {label(agent)}."
            )
            evidence = {"segment": other.sentence.segment, "start": other.start, "end": other.end}
            yield relation.sentence.match(relation.first, relation.last - 1, message, evidence=evidence)
        seen.setdefault((deed, agent, patient), relation)


def _deed(relation: Relation) -> str:
    """The deed that runs one way of which a relation tells; "" where it tells of none, or of two times or claims."""
    words = relation.sentence.tokens[relation.first : relation.last]
    around = relation.sentence.tokens[max(0, relation.first - 30) : relation.last + 30]
    if any(token.lower in _CONTRAST or (token.kind == "number" and len(token.text) == 4) for token in around):
        return ""
    armed = relation.predicate == "sell" and any(token.lower in _ARMS for token in words)
    return relation.predicate if armed or relation.predicate == "annex" else ""
