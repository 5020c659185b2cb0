"""Abbreviations, and what tells whether a sentence ends behind one."""

from __future__ import annotations

#: Abbreviations that a name or number follows: a full stop after them never ends a sentence.
BEFORE_NAME = frozenset(
    "mr mrs ms mx dr prof rev fr hon gen lt col maj capt cmdr sgt cpl adm brig sen rep gov pres st mt ft no nos "
    "vol fig figs pp art sec ch vs cf ca approx messrs mme mlle sr sra dept".split()
)
#: Abbreviations that may also close a sentence: the next word decides.
ANYWHERE = frozenset(
    "inc ltd co corp bros plc llc jr sr ph.d etc al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues "
    "wed thu thur thurs fri sat sun ave blvd rd ariz calif colo conn fla ga ill ind kan ky la mass md mich minn "
    "mo mont neb nev okla ore pa tenn tex va vt wash wis wyo est univ min max tel ext "
    "esp incl nem orig temp lb lbs oz tbsp tsp sq cu".split()
)
#: Capitalised words that begin a sentence far more often than they carry on a name.
STARTERS = frozenset(
    "The A An This That These Those There Here He She It They We You I His Her Its Their Our My Your In On At By For "
    "From With Without After Before Since Until During While When Where Why How What Who Which But And Or So Yet If "
    "Although Though Because As Some Many Most Several All Both Each Every No Not Now Then Also However Meanwhile "
    "Moreover According Under Over Between Among Despite Last Next Earlier Later More Other Another Such To".split()
)
