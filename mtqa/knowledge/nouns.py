"""Nouns that behave alike: titles and offices, institutions, number, times, kin, what a number or letter follows."""

from __future__ import annotations

# Before and within names

#: Words that stand before a person's name and are not part of it.
COURTESY = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev father sister brother imam ayatollah sheikh "
    "mullah saint st madam madame monsieur herr frau".split()
)
#: Courtesy titles, those of Malaysia too, as they are written before a name.
HONOURS = frozenset("Datuk Dato Dato' Seri Sri Tan Tun Datin Haji Professor Madam Lady Sir Ms Mr Mrs Dr".split())
#: Offices and ranks that stand before a person's name.
OFFICES = frozenset(
    "president vice-president minister chancellor premier prime secretary ambassador governor mayor senator "
    "congressman congresswoman representative chairman chairwoman chairperson chair director commissioner "
    "general colonel major captain lieutenant admiral sergeant commander king queen prince princess emperor pope "
    "cardinal bishop archbishop judge justice attorney coach spokesman spokeswoman spokesperson envoy "
    "superintendent inspector officer speaker leader chief deputy councillor councilman sultan emir".split()
)
#: Words that make an office out of the words before them: Foreign Minister, Defence Secretary.
OFFICE_FIELDS = frozenset(
    "foreign prime defense defence finance interior home justice trade vice deputy acting former health education "
    "agriculture energy environment labor labour economy state treasury first lady chief general".split()
)
#: What an office is of or for: Secretary of State, Minister for Foreign Affairs.
OFFICE_OBJECTS = frozenset(
    "state defense defence treasury commerce energy labor labour education health interior agriculture "
    "transportation transport foreign affairs finance justice trade war".split()
)
#: Lower-case words inside a name: Ursula von der Leyen, Bank of England.
PARTICLES = frozenset("de del della di da dos das du la le el al bin ibn ben abu van von der den ter ten y e".split())
#: Courtesy titles that are written as abbreviations.
SHORT_COURTESY = frozenset("mr mrs ms dr".split())
#: Words in the names of ministries, real and of fiction: Ministry of Water and Power, Ministry of Truth.
PORTFOLIOS = frozenset(
    "abroad accession accountability administration administrative adult advancement affairs afforestation aged "
    "ageing agrarian agricultural agriculture agrifood aid air all amenities ancient animal antiquities "
    "appropriation archaeology armament armaments armed army art arts assistance atomic audit automobile "
    "autonomous aviation awqaf benefits biodiversity bioenergy border borders brexit broadcasting budget building "
    "buildings business businesses cabinet capital care cattle ceremonies charity chemical chemicals child "
    "childhood children cinema cities citizens citizenship city civic civil civilisation civilization climate co- "
    "co-operation co-ordination coal coast coastal cohesion colonies commerce commercial commodities common "
    "commonwealth communication communications communities community companies competition competitiveness "
    "compliance conservation constitution constitutional construction consumer consumers consumption control "
    "convergence cooperation cooperatives coordination corporate correction corrections cottage council country "
    "countryside court courts craft crafts creativity crime crisis cultivation cultural culture customs "
    "cybersecurity cyberspace dairy data debt decentralisation decentralization defence defense deliverance "
    "delivery democracy deregulation development dialogue diaspora digital digitalisation digitalization "
    "digitisation digitization disability disabled disarmament disaster disasters diversity domestic drainage "
    "drinking drugs earth ecological ecology economic economics economy education elderly election elections "
    "electricity electronic electronics emergencies emergency emigration employment empowerment endowment "
    "endowments energy engineering enlightenment enterprise enterprises entrepreneurship environment "
    "environmental equalities equality estate ethics ethnic europe european evaluation exchequer executive "
    "expatriates export exports external families family farmers farming federal federation fertilizers finance "
    "finances financial fire fisheries fishery fishing fleet food foodstuffs forces foreign forest forestry "
    "forests frontiers fuel fuels future games gas gender general geology good governance government governments "
    "growth guidance hajj handicrafts handloom happiness harmony health healthcare heavy hemisphere heritage "
    "higher highways home homeland hospitals housing human humanitarian husbandry hydrocarbons hydropower ict "
    "identity immigrants immigration implementation import imports inclusion income independence indigenous "
    "industrial industries industry informatics information informatisation informatization infrastructure "
    "innovation inspection institutions insurance integration integrity intelligence interior internal "
    "international investment investments irrigation islamic islands jihad jobs judiciary justice juvenile "
    "knowledge labor labour land lands language languages law laws learning legal legislation leisure light "
    "lighting liquidation literacy livelihood livelihoods livestock local logistics loneliness love machine "
    "machinery magic management manpower manufacturing marine maritime market markets mass measures media medical "
    "medicine metallurgy metals meteorology micro middle migration military mineral minerals mines mining "
    "minorities minority mobilisation mobility mobilization modernisation modernization monuments "
    "multiculturalism municipal municipalities municipality munitions narcotics nation national nationalities "
    "nations natural nature naval navigation navy new north northern nuclear nutrition ocean oceans oil oils "
    "operatives opportunities order overseas panchayati parks parliament parliamentary participation parties "
    "patrimony peace pension pensions people peoples petrochemicals petroleum pharmaceuticals physical pilgrimage "
    "plan planning plans plantation plantations plenty police policies policy political population port portfolio "
    "ports post posts potable poverty power powers precious presidency presidential press prevention prices "
    "primary prison prisons privatisation privatization procurement production productivity programme programmes "
    "promotion propaganda property prosperity protection provinces provincial public publicity publishing pulp "
    "purchases quality race rail railway railways real reconciliation reconstruction reform reforms refugees "
    "regional regions regulation rehabilitation relations relief religion religions religious renewable "
    "repatriation republic reputation research resettlement resilience resistance resources restitution "
    "restoration retail reunification revenue revenues rights river rivers road roads rural safety sanitation "
    "savings school schools science sciences scientific sea secondary secretariat security self senior seniors "
    "service services settlement shelter shipbuilding shipping ships silly situation situations skill skills "
    "small social society solidarity sound south southern space spatial sport sports standards state statistics "
    "steel strategic strategy supplies supply survey sustainability sustainable talent talents tax taxation taxes "
    "teaching technical technologies technology telecom telecommunication telecommunications territorial "
    "territories territory textile textiles theatre tolerance tourism town towns trade trades trading training "
    "transformation transition transparency transport transportation travel treasury tribal tribes truth "
    "unification union unity universities university upbringing urban urbanism utilities veterans veterinary vice "
    "victims village villages virtue vocational waqf war wars waste water waters waterways welfare wildlife woman "
    "women woods work worker workers workforce works world worship young youth".split()
)
#: Ranks within a government.
RANKS = frozenset("minister premier chancellor secretary".split())

# Institutions

#: Heads of an institution's name.
INSTITUTIONS = frozenset(
    "academy administration agency association bureau center centre college commission committee council department "
    "faculty federation institute ministry office organisation organization school society university".split()
)

# Number

#: Singular nouns for people as a body, which a plural verb may follow.
COLLECTIVES = frozenset(
    "administration agency airline alliance aristocracy army artillery assembly association audience authority band "
    "bank battalion bloc board bourgeoisie brand brigade bureau business cabinet camp campaign cast cattle cavalry "
    "chain charity choir chorus church city clan clergy club coalition command commission committee community company "
    "congregation congress consortium corporation council country county couple court crew crowd delegation "
    "department division duo electorate elite enemy establishment executive faculty family federation firm fleet "
    "force foursome gang generation gentry government group guard hospital house household industry infantry "
    "institute institution intelligence intelligentsia judiciary jury laity leadership league lobby maker management "
    "manufacturer market media membership militia ministry mob movement nation navy network nobility office operator "
    "opposition orchestra organisation organization pair panel parliament partnership party peasantry personnel "
    "police population press proletariat public publisher quartet quintet rabble rank readership regiment regulator "
    "resistance retailer royal school sector security senate service side society squad staff studio supermarket "
    "syndicate team town tribe trio trust twosome union unit university village watchdog workforce world youth".split()
)
#: Nouns of amount: the noun behind `of` decides on the verb, or the whole counts as one.
QUANTITIES = frozenset(
    "abundance amount array average batch bulk bunch class collection combination couple crop crowd flock flurry form "
    "fraction generation group handful herd host kind kinds level line list lot lots majority mass masses minority mix "
    "mixture multitude myriad number pack pair part percentage plenty plethora portion proportion quantity raft range "
    "rate remainder rest sample selection series set share slew sort sorts spate stream string sum swathe throng total "
    "troupe trove type types variety volume wave".split()
)
#: Units of measure and money, with their signs and letters.
UNITS = frozenset(
    "% ° percent mm cm m km kg g mg kw mw gw kwh mwh hz khz mhz ghz degrees millimeters millimetres centimeters "
    "centimetres meters metres kilometers kilometres miles feet inches acres hectares grams kilograms kilos tons "
    "tonnes liters litres barrels watts volts megawatts gigawatts seconds minutes hours euros dollars pounds yuan "
    "roubles rubles yen won rupees pesos usd eur rmb gigabytes megabytes".split()
)
#: Units and round numbers: ten years is long.
MEASURES = UNITS | frozenset(
    "billion billions cent days decades dozen dozens fifth half hundred hundreds million millions months points "
    "quarter quarters scores tenth third thirds thousand thousands weeks years".split()
)

# Times

MERIDIEM = frozenset("a.m. p.m. am pm".split())

# Others

#: What a letter or number of its own follows: Vitamin A, Group B, Exhibit C.
LETTERED = frozenset(
    "category class exhibit grade group hepatitis influenza league level list model option part plan point schedule "
    "section serie series side team type vitamin".split()
)
#: Works with a title of their own.
WORKS = frozenset(
    "film films movie movies drama dramas play plays novel novels book books song songs album albums show shows series "
    "episode episodes poem poems painting paintings opera operas essay essays comedy comedies musical musicals "
    "documentary documentaries single singles podcast podcasts sculpture sculptures".split()
)
#: What else tells, near a quoted name, that it is the title of a work: its maker, its kind, where it is shown.
AROUND_WORKS = frozenset(
    "played story stories sang sing sung song sings singing directed director directors starring star stars starred "
    "wrote written author article articles magazine magazines title titled entitled tv television radio broadcast "
    "broadcasts channel track tracks video videos actor actors actress actresses cast drawing drawings photo photos "
    "picture pictures slogan slogans hashtag hashtags premiere premiered premieres role roles character characters "
    "franchise sequel game games theater theatre production column columns exhibition exhibitions work works audience "
    "fan fans theme word words phrase phrases term terms".split()
)
#: Of those, what heads an idea as often: Natural Law, New World Order.
IDEAS = frozenset("action law order system".split())
#: Parts of the world, and the body of states that is spoken of like one.
CONTINENTS = frozenset("africa america asean asia europe oceania".split())
#: What stands alone with `the` for a text of law that was named before: the Measures.
LAWS = frozenset("decision guidelines measures notice opinions outline provisions regulations rules".split())
#: Nouns that end or head the official name of a body, a text of law, an award, a meeting or a programme.
OFFICIAL = frozenset(
    "academy act action administration agenda agency agreement alliance association award awards base bill blueprint "
    "bulletin bureau campaign catalog center centre ceremony certificate championship championships charter code "
    "commission committee company conference congress constitution convention corporation cup day decision decisions "
    "declaration directive division draft exhibition expo fair federation festival forum foundation fund games group "
    "guideline guidelines index initiative institute law league license measures medal meeting ministry museum notice "
    "operation opinions order outline paper park plan prize program programme project protocol provisions railway "
    "regulation regulations report resolution rules series service specification specifications standard standards "
    "station strategy summit symposium system tournament treaty union university yearbook zone".split()
)
#: Before or behind what is spoken of as a word: the word "is", "is" is a verb.
MENTIONING = frozenset(
    "word words term terms phrase phrases expression expressions verb verbs noun nouns adjective adverb pronoun "
    "pronouns preposition article prefix suffix letter letters spelled spelt spelling misspelled pronounced "
    "pronunciation plural singular slogan hashtag".split()
)
#: What is sung or shouted, and doing so.
CHANTS = frozenset("chant chanted chanting chants lyric lyrics sang shouted shouting sing singing sings song".split())
#: What carries words as they were written.
WRITTEN_THINGS = frozenset(
    "article banner caption captioned clause code e-mail email facebook instagram law line message note placard poem "
    "post posted read reads resolution rule section sign text tweet tweeted twitter verse".split()
)

#: Measures, shares and stretches that are said twice for emphasis, or in a set phrase: years and years, half and half.
EMPHATIC = frozenset(
    "half neck side one two lot lots ton tons mile miles year years day days hour hours week weeks month months "
    "decade decades century centuries time times page pages row rows dozen dozens hundred hundreds thousand "
    "thousands million millions billion billions mass masses pile piles heap heaps load loads layer layers age ages "
    "bit round rounds step such many much few less more further no yes so generation generations blah ha".split()
)
#: What follows itself in results, routes and signals.
SEQUENCES = frozenset(
    "gold silver bronze win loss draw defeat victory lost drew left right red green amber yellow black white up down "
    "heads tails hot cold first second third north south east west day night".split()
)
#: Plural in form, one in use; or the same in both numbers.
INVARIABLE = frozenset(
    "news series species means headquarters crossroads barracks gallows politics economics physics mathematics maths "
    "stone statistics ethics athletics gymnastics logistics electronics aerobics dynamics mechanics genetics robotics "
    "linguistics tactics acoustics diabetes measles mumps rabies works data media police people cattle staff sheep "
    "fish aircraft spacecraft craft watercraft hovercraft livestock vermin kin elk moose offspring deer salmon trout "
    "bison swine shrimp squid cod poultry folk youth crew personnel clergy military elderly kind sort type pct rest "
    "lot lots trillion plus minus euro baht rand renminbi rupee peso krona pound rouble ruble mu gb mb mph kph sq bn "
    "mn tn criteria phenomena bacteria algae fungi larvae strata agenda opera lira naira taka birr ringgit rupiah "
    "dong umpteen pair couple foot mile head ton tonne metre meter degree odd latter former gentry".split()
)
#: Parts of programs and commands, beside which a word is named and not used: `a with statement`, `the type type`.
CODE_NOUNS = frozenset(
    "access argument attribute clause command condition construct default directive directory exception expression "
    "failure field flag flow function hash key keyword loop method mode module object operator option parameter path "
    "pattern permission script statement string symbol syntax title type value variable".split()
)

# Companies

#: What companies make or are, as the second half of their names.
TRADES = frozenset(
    "steel power metal metals sugar energy solar motor motors pharma chemical chemicals media film films bank mobile "
    "trust paper glass cement foods trade trading marine shipping lines telecom games tires cable cables logic "
    "systems health plastic plastics rubber silicon chips data cloud robot robots".split()
)
#: Words in the names of companies.
FIRMS = frozenset(
    "group holdings holding corp corporation company co ltd limited inc plc llc technology technologies industries "
    "pharmaceutical pharmaceuticals securities capital electronics international".split()
)
#: What only a man or only a woman is to another, and what any person is.
MALE_KIN = frozenset("husband father son brother grandfather grandson uncle nephew widower".split())
FEMALE_KIN = frozenset("wife mother daughter sister grandmother granddaughter aunt niece widow".split())
KIN = MALE_KIN | FEMALE_KIN | {"child", "children", "parent", "cousin", "friend"}
