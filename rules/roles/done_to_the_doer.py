"""Somebody who does something in the source has it done to him in the target.

Why it happens: an engine that loses the object of a verb writes a passive: `Кожемяко поблагодарил главу РЖД`,
"Kozhemyako was thanked by the head".

How it is found: a verb of some fifteen deeds (thank, criticise, ask, accuse …) is in the passive in the target, and
only in the active in the source, where the subject of that passive stands right before it, or bare in a language
whose verb comes last; for `who was thanked`, where the relative pronoun stands right before it.

What it leaves alone: sources in which anything may be a passive; names with the ending or the word of an object.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.parties import passives
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="critical", since="0.3", needs=("source",))

BAD = [
    Example(
        "The governor, Oleg [[Kozhemyako, was thanked by]] the head of the railways.",
        source="Губернатор Олег Кожемяко поблагодарил главу железных дорог.",
        source_language="ru",
    ),
    Example(
        "[[Seyit Torun was criticized by]] the government.",
        source="Seyit Torun hükümeti eleştirdi.",
        source_language="tr",
    ),
    Example(
        "Prime Minister Nguyen Xuan [[Phuc was asked by]] the ministries to help.",
        source="Thủ tướng Nguyễn Xuân Phúc đã yêu cầu các bộ hỗ trợ.",
        source_language="vi",
    ),
    Example(
        "Holguín, [[who was thanked by]] his colleague, left.",
        source="Salió Holguín, quien agradeció a su colega.",
        source_language="es",
    ),
    Example(
        "[[Macron was criticised by]] the unions.", source="Macron a critiqué les syndicats.", source_language="fr"
    ),
    Example("[[Germany was accused by]] the company.", source="德国指控该公司。", source_language="zh"),
]
GOOD = [
    Example(
        "The governor, Oleg Kozhemyako, thanked the head of the railways.",
        source="Губернатор Олег Кожемяко поблагодарил главу железных дорог.",
        source_language="ru",
    ),
    Example(
        "Oleg Belozerov was thanked by the governor.",
        source="Губернатор поблагодарил Олега Белозёрова.",
        source_language="ru",
    ),
    Example(
        "Oleg Belozerov was thanked by the governor.",
        source="Олега Белозёрова поблагодарил губернатор.",
        source_language="ru",
    ),
    Example(
        "The government was criticised by Seyit Torun.", source="Seyit Torun hükümeti eleştirdi.", source_language="tr"
    ),
    Example(
        "Torun was criticised by the government.", source="Torun hükümet tarafından eleştirildi.", source_language="tr"
    ),
    Example(
        "Macron was criticised by the unions.", source="Macron a été critiqué par les syndicats.", source_language="fr"
    ),
    Example("Macron was criticised by the unions.", source="Les syndicats ont critiqué Macron.", source_language="fr"),
    Example(
        "Macron was not criticised by the unions.", source="Macron a critiqué les syndicats.", source_language="fr"
    ),
    Example(
        "The bodies in Abkhazia were sent by plane.", source="Тела в Абхазии отправили самолётом.", source_language="ru"
    ),
    Example(
        "The ATO, which was replaced by a joint force, ended.",
        source="АТО, которую сменили на операцию сил, закончилась.",
        source_language="ru",
    ),
    Example("Russia was condemned by Japan.", source="日本はロシアを非難した。", source_language="ja"),
    Example("Nepal was condemned by India.", source="भारत ने नेपाल की निंदा की।", source_language="hi"),
    Example("Russia was condemned by Poland.", source="Россию осудила Польша.", source_language="ru"),
    Example("Germany was accused by the company.", source="德国被该公司指控。", source_language="zh"),
    Example("The colleague who was thanked left.", source="Holguín agradeció a su colega.", source_language="es"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Passives whose subject acts in the source."""
    for turn in passives(pairing(document.analysis, document.source_analysis)):
        message = f"In the source “{turn.who}” does it (“{turn.written}”); here it is done to “{turn.who}”."
        yield turn.sentence.match(turn.first, turn.last, message, evidence={"source": turn.written})
