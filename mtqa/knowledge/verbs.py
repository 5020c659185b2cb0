"""Verbs by what they govern, and what else makes the verb behind it a base form."""

from __future__ import annotations

#: Conjunctions behind which a form may be unreal.
UNREAL = frozenset("if whether lest unless wish wishes wished".split())
#: Verbs and adjectives behind which a clause with `that` has the base form: demand that he go.
DEMANDING = frozenset(
    "advise advised advises ask asked asks command commanded commands crucial demand demanded demanding demands "
    "desirable essential imperative important insist insisted insisting insists necessary order ordered orders "
    "propose proposed proposes recommend recommended recommends request requested requests require required "
    "requires suggest suggested suggesting suggests urge urged urges vital".split()
)
#: Verbs that a clause follows without `that`.
SAYING = frozenset(
    "acknowledge acknowledged acknowledges add added adds admit admits admitted agree agreed agrees announce "
    "announced announces argue argued argues assume assumed assumes believe believed believes believing claim "
    "claimed claiming claims concede conceded concedes conclude concluded contend contended contends denied "
    "denies deny doubt doubted doubts ensure ensured ensures estimate estimated estimates explain explained "
    "explains fear feared fears feel feels felt guess hope hoped hopes hoping insist insisted insists knew know "
    "knowing known knows mean means meant note noted notes realise realised realises realize realized realizes "
    "report reported said say saying says suggest suggested suggesting suggests suppose supposed think thinking "
    "thinks thought warn warned warns wish wished wishes".split()
)
#: The same, and those that a clause mostly follows with it.
CLAUSAL = SAYING | frozenset(
    "allege alleged alleges appreciate appreciates believe boast boasted boasts call called calls confirm "
    "confirmed confirms consider considered determine determined determines emphasise emphasises emphasize "
    "emphasizes expect expected expects find finding finds found hear heard indicate indicated indicates learn "
    "learned predict predicted predicts promise promised promises prove proved proves proving reckon reckoned "
    "reckons recommend recommends remember remembered remembers reveal revealed revealing reveals saw say see "
    "seeing seem seemed seems seen show showed showing shown shows state stated states stating stress stresses "
    "tell telling tells told understand understands understood vow vowed vows".split()
)
#: What a speaker, an office or a paper does with what it says, in the forms of a report.
REPORTING = frozenset(
    "added announced answered argued argues asked asks believe believed believes claimed commented concluded continued "
    "declared emphasised emphasized explained explains insisted noted pointed recalled remarked replied reported "
    "reports said say says stated states stressed suggested tells think thinks thought told warned writes wrote".split()
)
#: All that may stand before its speaker or behind what is said.
TELLING = (
    REPORTING
    | SAYING
    | frozenset(
        "confirmed confirms convinced elaborated joked lamented learned learnt pleaded promised quipped reckon "
        "reckoned reckons recounted revealed reveals".split()
    )
)
#: Verbs that have no sense without their object, or, like become, without what they say of the subject.
TRANSITIVE = frozenset(
    "accomplish accomplished accomplishes achieve achieved achieves became become becomes bring brings brought cause "
    "caused causes constitute constituted constitutes contain contained contains create created creates describe "
    "described describes did do does done establish established establishes express expressed expresses find finds "
    "found gave get gets give given gives got held hold holds implement implemented include included includes made "
    "make makes obtain obtained obtains offer offered offers possess possessed possesses produce produced produces "
    "provide provided provides put puts reach reached reaches receive received receives represent represented "
    "represents require required requires strengthen strengthened strengthens take taken takes took "
    "use used uses".split()
)
#: Participles that keep an object: the man offered the job.
GIVING = frozenset(
    "allowed asked awarded called charged considered denied elected forgiven given granted left made named offered "
    "paid promised sent shown spared taught told".split()
)

#: Behind these a subject may stand that comes last: in the corner stood a bed.
PLACING = frozenset(
    "appeared arose began begins came come comes emerged followed go goes hung lay lie lies live lived lives remain "
    "remained remains sat sit sits stand stands stood went".split()
)
