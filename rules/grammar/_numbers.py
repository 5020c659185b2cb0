"""Nouns whose number says little of their verb: collectives and quantities."""

#: Singular nouns that British English joins with a plural verb, and nouns for people as a body.
COLLECTIVE = frozenset(
    "government team company club party group band crew cabinet council board union army navy parliament squad side "
    "generation population audience crowd jury faculty firm bank ministry association organisation organization "
    "administration opposition federation department court school university city county committee commission agency "
    "bureau brand network corporation household elite youth clergy nobility aristocracy bourgeoisie proletariat "
    "peasantry cattle vermin trust charity institution institute society community electorate leadership management "
    "workforce panel delegation public press media staff police family couple royal enemy orchestra choir chorus cast "
    "command force fleet guard unit battalion brigade regiment division coalition alliance bloc consortium partnership "
    "syndicate gang mob tribe clan village town nation country office studio publisher retailer supermarket chain "
    "airline operator manufacturer maker league association regulator watchdog authority service hospital church "
    "congregation campaign movement lobby camp duo trio quartet quintet pair twosome foursome aristocracy gentry "
    "laity intelligentsia rabble rank file membership readership leadership personnel infantry cavalry artillery "
    "militia resistance security intelligence senate congress house assembly executive judiciary establishment "
    "football cricket rugby world industry sector business market opposite few right left".split()
)
#: Nouns of amount: the noun behind `of` decides, or the whole counts as one.
QUANTITY = frozenset(
    "number majority minority half rest remainder variety range couple pair lot lots plenty bulk plethora dozen dozens "
    "hundred hundreds thousand thousands million millions billion billions percentage proportion percent per cent mass "
    "masses handful series species third quarter fifth tenth quarters thirds part share fraction host array slew bunch "
    "set list total sum amount quantity volume level rate kind kinds sort sorts type types class form forms group "
    "majority flock herd pack crowd string wave generation abundance multitude myriad score scores selection sample "
    "collection combination mixture mix years months weeks days hours minutes seconds decades dollars euros pounds "
    "yuan yen rubles rupees miles kilometres kilometers metres meters tons tonnes kilos feet inches degrees points "
    "thing things word words way reason problem point question news what who none any all some most more less both "
    "other others former latter same rich poor portion line".split()
)
