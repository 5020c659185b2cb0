"""The closed classes of English, kept by hand: a tagger's word list is full of slips just here.

`CLOSED`: word -> class letters, most usual first (the letters are listed in `mtqa/knowledge/lexicon.py`).
A word stands here once, with all its classes, open ones too (`like`: preposition, verb, adjective, noun); so do
verbs that offices and software use as nouns and no list has as such (`a merge`, `the compute`, `a retry`).
"""

from __future__ import annotations

_ROWS = """
T       the a an every these those
TO      this each either neither another some any both all many several enough such
TOR     few much
JT      own same various certain numerous
TRY     no
BTOR    that
JOPNR   half
H       my your our their its thy
HO      his
OH      her
O       i you he she it we they me him us them mine yours hers ours theirs myself yourself himself herself
O       itself ourselves yourselves themselves oneself
O       someone somebody something anyone anybody anything everyone everybody everything
ON      nobody nothing
OR      none
OUT     one
RO      there here
W       who whom whose which what whoever whomever whichever whatever
WB      when where why how whenever wherever
R       however
B       whether
I       of at from with into onto upon among amongst toward towards via per despite amid amidst unto
I       during beside throughout concerning regarding alongside atop versus beneath underneath vis-à-vis
IB      except
IQ      to in on off up out over around through along across about by
IQJ     down
IRJN    inside outside
IR      aside behind beyond near within without past above under
IR      below between against
IJN     opposite
RQ      away
RQNJV   back
R       apart ahead together forth abroad
IB      for than until till before after since
B       because
BI      as
B       if unless although whereas lest whilst albeit though
BN      while
RB      once so
C       and or nor
CIR     but
RC      yet
CIJN    plus
IVJN    like
JIR     due next
IJN     worth
IG      including following barring pending excluding
GIV     according considering
IE      given
IJVR    unlike
VIN     save
INJ     minus
INV     bar
M       could shall should would ought cannot
MN      can might must will
MP      may
VMN     need dare
A       be is are was were been being am isn't aren't wasn't weren't ain't
A       has had having hasn't haven't hadn't
AV      have
A       does did doesn't didn't don't
AV      do
E       done
G       doing
M       can't couldn't shan't shouldn't mustn't won't wouldn't mightn't needn't oughtn't
R       not never also too just even already almost always often sometimes perhaps maybe
R       quite rather soon again now then thus hence therefore moreover furthermore nevertheless nonetheless
R       meanwhile instead otherwise elsewhere somewhere anywhere everywhere nowhere ago
RJ      very only else
RJVN    still
RN      today tomorrow yesterday tonight
JRV     far
JRNV    well
KRO     more less
KO      fewer
LRO     most least
TJ      other
S       others
JRV     last
JUR     first
JUN     third fourth fifth sixth seventh eighth ninth tenth
JUNV    second
U       two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
U       seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety zero
U       hundred thousand million billion trillion
UN      dozen
S       hundreds thousands millions billions trillions dozens
Y       yes oh ah hey hello hi wow alas okay ouch bye goodbye
YRV     please
P       monday tuesday wednesday thursday friday saturday sunday
P       january february april june july september october november december
PJ      august
PVN     march
P       u.s. u.k. u.n. e.u. u.s.a.
O       it's he's she's i'm you're we're they're i've you've we've they've
O       i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd it'd we'd they'd
W       who's what's
RO      there's here's
BTO     that's
NS      series species aircraft spacecraft sheep deer offspring headquarters crossroads barracks
NS      bison moose salmon trout swine shrimp gallows hovercraft watercraft
N       news
NSV     fish counsel
NSZ     means
SV      police
S       cattle personnel
VN      assist burp checkmate clank commit commute compute crochet debug delete deploy disconnect divide doodle fade
VN      fetch git gloat haggle handcuff hijack hustle include install invite jangle jog juggle lug merge munch
VN      override parse reassign rebuild reconnect redirect ref refresh reinstall relaunch reload remodel rename render
VN      repaint reroute resolve restart restock resubmit retry revamp reveal revert rework shamble slurp spend spew
VN      splint strum sulk tease temp undo unlock wander waver yank zap zoom
SN      data media
"""

CLOSED: dict[str, str] = {word: row.split()[0] for row in _ROWS.strip().splitlines() for word in row.split()[1:]}

# Forms with a full stop that stay one token.
ABBREVIATIONS = frozenset(
    (
        "Mr. Mrs. Ms. Dr. St. Jr. Sr. Prof. Gen. Col. Lt. Sgt. Capt. Gov. Sen. Rep. Rev. Hon. Mt. Ft. Inc. Co. "
        "Corp. Ltd. Bros. vs. etc. e.g. i.e. a.m. p.m. Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. No. Ph.D. "
        "approx. est. dept. cf. al."
    ).split()
)


_NEGATED = "is are was were has have had do does did could should would must might need".split()
_PRONOUNS = "i you he she it we they who that there".split()
_WITH_S = "he she it that there who what where how when here".split()


def _contractions() -> dict[str, tuple[str, str]]:
    found = {verb + "n't": (verb, "n't") for verb in _NEGATED}
    found |= {"can't": ("can", "n't"), "won't": ("will", "n't"), "i'm": ("I", "'m"), "let's": ("let", "'s")}
    found |= {word + "'s": (word, "'s") for word in _WITH_S}
    for word in _PRONOUNS:
        ends = ["'ll", "'d"]
        ends += ["'re"] if word in {"you", "we", "they"} else []
        ends += ["'ve"] if word in {"i", "you", "we", "they"} else []
        found |= {word + end: ("I" if word == "i" else word, end) for end in ends}
    return found


# Contraction -> the two tokens the corpus splits it into.
CONTRACTIONS: dict[str, tuple[str, str]] = _contractions()

# What the corpus writes but English does not: pieces of split contractions, dropped apostrophes (but not
# `were`, `its`, `ill`, which are words), words run together.
_WORDS_ANYWAY = frozenset("were well hell shell ill id wed shed its lets cant wont".split())
RUN_TOGETHER = frozenset(
    {form.replace("'", "") for form in CONTRACTIONS} - _WORDS_ANYWAY
    | set("nt wo alot atleast aswell eachother infact incase aint thats".split())
)
