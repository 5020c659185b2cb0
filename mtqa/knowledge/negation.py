"""How languages deny: the closed words of negation, by language.

For each language an expression that matches wherever a text may deny: its particles, negative pronouns, prepositions
and the stems that news denies with (lack, refuse, forbid, ...), because a good translator turns one into the other. It
says more often yes than no: where it finds nothing, the text denies nothing. Written from grammars, and widened by what
human translations turn into `not`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

__all__ = ["TURNS", "may_deny", "turned"]

#: Words between boundaries; "-" behind a stem stands for any ending, before one for any beginning.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "en": "not no cannot never none nobody nothing nowhere neither nor without few little hardly barely "
        "scarcely rarely seldom only but except unless until less instead rather too un- disa- disc- dise- "
        "disr- dist- mis- non- anti- -less -free fail- refus- deny denie- denial lack- avoid- prevent- stop- "
        "reject- declin- ban- bar barred prohibit- forbid- forbade miss- lost lose- absen- away far against "
        "yet before beyond ceas- difficult hard unlike short any- ever free rid exclud- oppos- stay keep kept "
        "despite regardless different other beside- apart enough end- contrary wrong doubt- remain- poor- out "
        "weak- bad- zero loss drop- down im- ina- inc- ind- ine- inf- ins- inv- ill- irr- don didn doesn isn aren "
        "wasn weren won wouldn couldn shouldn hasn haven hadn can't ain mustn needn negativ- struggl- escap- flee- "
        "fled flout- evict- anachron- optional- resist- stem- spare- unanim-",
        "de": "nicht nichts nie niemals niemand- kein- nirgend- ohne weder noch nein kaum wenig- statt anstatt "
        "außer miss- fehl- mangel- ablehn- lehnt- lehnte- abgelehnt- abzulehnen verweiger- verbiet- verbot- "
        "verhinder- vermeid- scheiter- sondern -los -lose -losen -loser -loses -frei -freie -freien bestreit- "
        "bestritt- ausgeschloss- verzicht- verpass- verfehl- unmög- unwahr- unbe- unge- unver- unzu- unkl- "
        "unsich- unfäh- unan- unent- unsch- uner- unab- unaus- illegal- inakz- irr- lass- ließ- bevor bis gegner- "
        "gegen schlecht-",
        "fr": "ne n pas jamais rien personne aucun- nul nulle non sans guère peu manqu- refus- rejet- empêch- évit- "
        "interdi- échou- sauf imposs- incap- insuffi- inacc- inexis- inutil- inconn- impré- illég- irré- "
        "inad- indi- sinon privé- nier nie démen- faute absen- loin avant cess- contraire- facultati- gard- opposé-",
        "es": "no ni nunca jamás nada nadie ningun- ningún sin tampoco apenas imposib- incap- insufi- inac- inexis- "
        "inútil- descono- ilegal- irreg- falta faltan faltó rechaz- neg- nieg- evit- imped- impid- prohib- "
        "fracas- excepto salvo carec- sino dej- poco poca pocos pocas antes",
        "it": "non né mai niente nulla nessun- senza imposs- incap- insuff- inacc- inesis- inutil- scono- illeg- "
        "irreg- manc- rifiut- evit- imped- viet- neg- fall- tranne salvo neppure nemmeno neanche no smett- "
        "anziché priv- poco poca pochi poche prima",
        "pt": "não nem nunca jamais nada ninguém nenhum- sem imposs- incap- insufi- inac- inexis- inútil- descon- "
        "ilegal- irreg- falt- rejeit- recus- neg- evit- imped- proib- fracass- exceto salvo deix- tampouco "
        "carec- senão longe pouco pouca poucos poucas antes",
        "nl": "niet niets nooit niemand geen nergens zonder noch nauwelijks weinig weiger- verbied- verbod- "
        "voorkom- mis- ontbr- mislukt- behalve tenzij -loos -loze verwerp- nee onmog- onbe- onge- onver- "
        "onvol- onaan- illeg- voordat",
        "pl": "nie- ni nigdy nic niczego nikt nikogo nikomu żad- bez- ani zamiast brak- odm- zakaz- odrzu- uniem- "
        "unik- oprócz wątp- trudno mało niewiel- zaprzecz- wyklucz- zanim",
        "cs": "ne- ni- bez- žád- ani místo zakáz- odmít- zabrán- málo chyb- kromě než až",
        "ru": "не- ни- нет без- бес- вместо отказ- отверг- запре- избеж- избег- лиш- отсутств- кроме мало- едва "
        "вряд отриц- опроверг- недо- провал- трудно исключ- плевать только перест- прекра- свободн- устойчив- "
        "впервые слишком останов- отворот",
        "uk": "не- ні- немає нема без- замість відмов- заборон- уник- крім мало- відсутн- ледве заперечу- виключ- "
        "тільки",
        "vi": "không chưa chẳng đừng ko chả thiếu cấm từ chối trừ vô bất phi",
    }
)
#: Scripts that do not part their words, or glue their particles on: anywhere in the text.
_ANYWHERE: Mapping[str, str] = MappingProxyType(
    {
        "zh": "[不没沒无無未非否莫勿别別免缺失拒禁反难難少外停止除才减減]",
        "ja": "[無不未非否外失禁難欠反]|な[いかくけしさ]|ませ|ず|ぬ|ん|まい|なし|なそう|やめ|甘い|厳し|止",
        "ko": "[않없못안말아]|불[가-힣]|무[가-힣]|미[가-힣]|비[가-힣]|거부|금지|반대|거절|어렵",
        "ar": r"\b[وف]?(?:لا|لم|لن|ليس\w*|ما|غير|دون|بدون|عدم|بلا|لستُ?|لسنا|كلا|أي|سوى|إلا|رفض\w*|نفى|"
        r"منع\w*|يرفض\w*|ال?لا\w+|قبل)\b",
        "fa": r"\b(?:نه|ن[یم]?\w+|هیچ\w*|بدون|بی\w*|غیر\w*|عدم|نا\w+|مگر)\b",
        "he": r"\b[ושהכלב]{0,2}(?:לא|אין|אל|בלי|ללא|אי|חוסר|בלתי|טרם|מבלי|איננו|אינה|אינו|אינם|שום|מעולם|כלום)\b",
        "hi": "नही|(?<![\u0900-\u097f])(?:न|ना|मत|कम|बे[क-ह]|अस[क-ह]|अव[ैि]|अन[ुि]चित|अक्षम|अज्ञात|अभाव)(?![\u0900-\u097f])|"
        "(?<![\u0900-\u097f])(?:अस[क-ह]|अवैध|नि[रष][क-ह]?|गैर|ग़ैर)|बिना|"
        "इनकार|इन्कार|इंकार|शायद ही|बजाय|अलावा|रोक|बंद|असफल|विफल|वंचित|अभाव",
        "th": "ไม่|มิ|ไร้|ห้าม|ปราศจาก|ยัง|อย่า|นอก|ขาด",
    }
)


#: Language -> the particles that turn a sentence round where they are taken out, with a space behind them.
_PARTICLES: Mapping[str, str] = MappingProxyType(
    {
        "ar": r"\b(?:لا|لم|لن)\b ?",
        "de": r"\bnicht\b ?",
        "en": r"\b(?:do|does|did)(?:n['’]t| not)\s+|(?<=\bca)n['’]t\b|n['’]t\b|(?<=\bcan)not\b|\s+not\b|\bnever\s+",
        "es": r"\bno\b ?",
        "fr": r"\bn(?:e |['’])(?=\w)|\b(?:pas|jamais)\b ?",
        "it": r"\bnon\b ?",
        "nl": r"\bniet\b ?",
        "pl": r"\bnie\b ?",
        "pt": r"\bnão\b ?",
        "ru": r"\bне\b ?",
        "zh": "没有|沒有|并不|不(?![断仅但同少管得已论过久止惜料光单只妨如远移懈符])",
    }
)
#: Set phrases with such a particle that deny nothing, and questions.
_SET: Mapping[str, str] = MappingProxyType(
    {
        "ar": "لا سيما|لا سيّما|؟|إلا",
        "de": r"nicht (?:nur|zuletzt|\w+er als)|\bob |\?",
        "en": r"\bnot (?:only|just|least|until|to mention|merely|simply|even|long|much|let|fail|miss|lose|"
        r"forget|without|exceed|un\w{4,}|impossible|insignificant|irrelevant|illegal|more than|less than|\w+er than)\b|"
        r"\b(?:or|if|than|why|but|nothing|whether) not\b|"
        r"n['’]t (?:you|just|only|until|wait|help|hesitate)\b|(?:not|n['’]t) (?:\w+ ){1,5}enough\b|\bnot hesitate\b|"
        r"(?:not|n['’]t) be (?:\w+ )?(?:dispute|doubt|question)|\bnever (?:\w+ ){0,4}(?:so|such|as|before|until)\b|\?",
        "es": r"\bno (?:solo|sólo|obstante)|[?¿]",
        # a `ne` alone behind a verb of fear or a comparison denies nothing
        "fr": r"^(?!.*\b(?:pas|plus|jamais|rien|aucun\w*|personne|guère|null?e?|point|ni)\b)|\?|"
        r"\bn(?:e |['’]).{1,40} qu(?:e\b|['’])|\bpas (?:seulement|que)|que l['’]on n['’]|"
        r"\bjamais .{1,40}\b(?:aussi|autant|si|tel\w*)\b|"
        r"\bpas .{0,50}(?:dérog|fini|cess|manqu|autrement|oubli|hésit|petite porte)",
        "it": r"\bnon (?:solo|soltanto|appena)|\?",
        "nl": r"\bniet (?:alleen|slechts)|\?",
        "pl": r"\bnie (?:tylko|mniej)|\?",
        "pt": r"\bnão (?:só|apenas|obstante)|\?",
        "ru": r"\bне (?:только|менее|более|раз\b|лишн|обош|без\b|прочь|случайн|сомнев|исключ|за горами|"
        r"вс[её] сказал)|\bне \w+ ли\b|\bне .{1,30}(?:\w{3}ее|больше|меньше|выше|ниже|дальше|позже)\b|если не|ли не|\?",
        "zh": "？|[不没]得不|不会不|莫不|无不|非.{1,12}不|不.{1,4}不|离不开|離不開|少不了|坚定不移|坚持不懈|络绎不绝|"
        "源源不断|必不可少|不可或缺|不可避免|不约而同|忍不住|差不多|了不起|不愧|不时|不禁",
    }
)


#: Words that begin or read like a denial and are none.
_SOUND: Mapping[str, str] = MappingProxyType(
    {
        "cs": r"\b(?:nej(?!s|d|edn|eni?\b|ezd|ev)\w+|nebo|neboť|nebi|neděl\w*|nemoc\w*|nebezpe\w*|nedávn\w*|neustál\w*|"
        r"neobyč\w*|neuvěřiteln\w*|nehod\w*|nemovit\w*|nezbytn\w*|bezpe\w*|nesl\w?|nést|netto)\b",
        "pl": r"\b(?:niem[ic]\w*|nieco|niekt[óo]r\w*|nieraz|niebaw\w*|niebezpiecz\w*|niedziel\w*|niedaw\w*|"
        r"niezwyk\w*|nieruchom\w*|niespodz\w*|nieb[aoi]\w{0,4}|niejedn\w*|niej|bezpiecz\w*|bezpośr\w*|odmian\w*)\b",
        "ru": r"\b(?:недел\w*|нем[её]?ц\w*|недав\w*|неб[аоуе]\w*|нефт\w*|некотор\w*|нескольк\w*|нижн\w*|ниж[еу]|"
        r"нидерл\w*|никол\w*|никит\w*|необход\w*|недвиж\w*|невест\w*|нервн\w*|нейтрал\w*|не[йёе]|нему|ними?|них|"
        r"безопасн\w*|невероятн\w*|необыч\w*|неожидан\w*|незадолго|неподал\w*|непосредств\w*)\b",
    }
)


def _expression(words: str) -> str:
    made = []
    for word in words.split():
        body = re.escape(word.strip("-"))
        made.append((r"\w*" if word.startswith("-") else "") + body + (r"\w*" if word.endswith("-") else ""))
    return rf"\b(?:{'|'.join(made)})\b"


#: Languages whose negation can be taken out.
TURNS = frozenset(_PARTICLES)


@lru_cache(maxsize=32)
def _turning(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_PARTICLES[language], re.IGNORECASE), re.compile(_SET[language], re.IGNORECASE)


@lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str] | None:
    if language in _ANYWHERE:
        return re.compile(_ANYWHERE[language])
    return re.compile(_expression(_WORDS[language]), re.IGNORECASE) if language in _WORDS else None


def may_deny(text: str, language: str | None) -> bool:
    """Whether a text may deny something; `True` too in a language that is not known here."""
    pattern = _pattern(language or "")
    sound = _SOUND.get(language or "")
    if sound is not None:
        text = re.sub(sound, " ", text, flags=re.IGNORECASE)
    return pattern is None or pattern.search(text) is not None


def turned(text: str, language: str) -> tuple[str, tuple[int, int]] | None:
    """A text with its negation taken out, and where its first particle stands.

    `None` where it has none, or one in a set phrase or a question, or its language is not one of `TURNS`.
    """
    if language not in TURNS:
        return None
    particle, phrase = _turning(language)
    first = particle.search(text)
    if first is None or phrase.search(text):
        return None
    return particle.sub("", text), first.span()
