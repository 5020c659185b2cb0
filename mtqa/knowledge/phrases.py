"""Phrases that keep a grammar of their own, in the notation of pattern packs."""

from __future__ import annotations

#: Subjunctives and other forms that only live on in set phrases: as it were, come what may.
SET_PHRASES = (
    "as it were",
    "so be it",
    "be that as it may",
    "come what may",
    "come hell",
    "if need be",
    "far be it from",
    "suffice it to say",
    "suffice to say",
    "long live",
    "long may",
    "god|heaven|lord|heavens bless|forbid|help|save|willing",
    "woe betide",
    "the powers that be",
    "truth be told",
    "all things being equal",
    "would that",
    "till death do",
    "the devil take",
    "perish the thought",
    "that being said",
    "what have you",
)

#: Words that English says twice and more in a row: for emphasis, because two clauses meet, as a cry or a sound.
SAID_AGAIN = frozenset(
    "again ah always amen as bad bang beep big bla blah boom busy bye can cha cheep chirp choo chop clap click close "
    "cold da dark dear deep did ding do does dong double down early ever far fast fine go good great ha had haha "
    "hallelujah happy hard hare he hear hehe help her here hey hi hip ho holy hooray hot hurrah hush in is it knock "
    "krishna la late let little location long many more much na never new nice night no now oh old om on out over "
    "play please pom poo poor pow quack rah rama real really ring run sad she so soft stop super sweet tap thank "
    "thanks that there tick tock too true tsk tut tweet twinkle uh up very wait was way what which who win woof wow "
    "yay yeah yes you young".split()
)
#: Nouns that set phrases set beside themselves, with a preposition between: hand in hand, from street to street.
PAIRED = frozenset(
    "arm arms back best book brick cheek coast daughters dawn day days door dust ear end eye face fathers generation "
    "hand head heart heel home house hundreds inch king layer leader leaf line lines lip man men mile millions mind "
    "month mothers mouth nature neck neighbor neighbour nose one ones page pair part parts peer people piece place "
    "point room row rule rules school scores sea shade share shares shop shore shoulder side skin song songs space "
    "stage stair state station step stone stories story street strength tens thousands thread time tooth top town "
    "tree village wall war wave week women word world worlds year".split()
)
#: Wholes that may be made of their like: a network of networks.
NESTED = frozenset(
    "account alliance amount analysis association bank board chain class club coalition company council federation "
    "fund group history index language league level list market meeting model name network number price program "
    "programme question record report review school series society story study survey system team theory union".split()
)
#: What a thing of its kind may have again: the friend of the friend, the best of the best, a tenth of a tenth.
OWN_KIND = frozenset(
    "best billionth brother copy end enemy father fraction friend half heart history hundredth idea majority "
    "millionth minority mother part sister son study tenth theory thousandth wife worst".split()
)
#: Places, people, dishes and beasts called the same twice: Wagga Wagga, agar agar.
REDUPLICATED = frozenset(
    "agar baden bora boutros chow danse dik duran europa gimme humbert jay johnson lang mahi morris moshi neville "
    "pago pili piri pole run saba sirhan thomas wagga walla ylang".split()
)
