"""Languages by their tags: what they are called in English, and the commonest words of those in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from mtqa.lazy import regex

__all__ = ["FUNCTION_WORDS", "TOLD_APART", "by_letters", "is_language", "kin", "language_name", "primary", "scripts"]

_NAMES: Mapping[str, str] = MappingProxyType(
    dict(
        line.split(" ", 1)
        for line in (
            "af Afrikaans,am Amharic,ar Arabic,az Azerbaijani,be Belarusian,bg Bulgarian,bn Bengali,bs Bosnian,"
            "ca Catalan,cs Czech,cy Welsh,da Danish,de German,el Greek,en English,eo Esperanto,es Spanish,"
            "et Estonian,eu Basque,fa Persian,fi Finnish,fr French,ga Irish,gl Galician,gu Gujarati,ha Hausa,"
            "he Hebrew,hi Hindi,hr Croatian,hu Hungarian,hy Armenian,id Indonesian,is Icelandic,it Italian,"
            "ja Japanese,ka Georgian,kk Kazakh,km Khmer,kn Kannada,ko Korean,ky Kyrgyz,lo Lao,lt Lithuanian,"
            "lv Latvian,mk Macedonian,ml Malayalam,mn Mongolian,mr Marathi,ms Malay,mt Maltese,my Burmese,"
            "ne Nepali,nl Dutch,no Norwegian,pa Punjabi,pl Polish,ps Pashto,pt Portuguese,ro Romanian,ru Russian,"
            "si Sinhala,sk Slovak,sl Slovenian,so Somali,sq Albanian,sr Serbian,sv Swedish,sw Swahili,ta Tamil,"
            "te Telugu,tg Tajik,th Thai,tl Tagalog,tr Turkish,ug Uyghur,uk Ukrainian,ur Urdu,uz Uzbek,"
            "vi Vietnamese,zh Chinese"
        ).split(",")
    )
)

#: Other codes of the same languages: of ISO 639-2, old ones, and those of a variety.
_SAME: Mapping[str, str] = MappingProxyType(
    dict(
        pair.split("=")
        for pair in (
            "eng=en deu=de ger=de fra=fr fre=fr spa=es ita=it por=pt rus=ru zho=zh chi=zh cmn=zh yue=zh jpn=ja kor=ko "
            "ara=ar nld=nl dut=nl pol=pl tur=tr ukr=uk ces=cs cze=cs swe=sv dan=da nor=no nob=no nb=no nn=no nno=no "
            "fin=fi hun=hu ell=el gre=el heb=he iw=he in=id ind=id may=ms msa=ms hin=hi fas=fa per=fa ron=ro rum=ro "
            "vie=vi tha=th fil=tl tgl=tl sh=sr cat=ca bul=bg hrv=hr srp=sr slk=sk slo=sk slv=sl est=et lav=lv lit=lt"
        ).split()
    )
)

#: Languages so near each other that no short text tells them apart.
_KIN = tuple(
    frozenset(group.split())
    for group in (
        "da no sv",
        "cs sk",
        "hr sr bs sl mk",
        "es gl pt ca",
        "id ms",
        "nl af",
        "hi mr ne",
        "ky mn",
        "tr az uz",
        "fi et",
        "bn as",
    )
)

#: The scripts a language is written in, where not in Latin letters alone; in the names of `mtqa.analysis.language`.
_SCRIPTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys("ru uk be bg mk ky tg mn".split(), ("Cyrillic",)),
        **dict.fromkeys("sr bs kk".split(), ("Cyrillic", "Latin")),
        **dict.fromkeys("ar fa ur ps ug".split(), ("Arabic",)),
        **dict.fromkeys("hi mr ne".split(), ("Devanagari",)),
        "az": ("Latin", "Cyrillic"), "uz": ("Latin", "Cyrillic"),
        "zh": ("Chinese",), "ja": ("Japanese", "Chinese"), "ko": ("Korean", "Chinese"), "he": ("Hebrew",),
        "el": ("Greek",), "th": ("Thai",), "bn": ("Bengali",), "as": ("Bengali",), "ta": ("Tamil",), "te": ("Telugu",),
        "ka": ("Georgian",), "hy": ("Armenian",), "am": ("Ethiopic",), "ti": ("Ethiopic",), "km": ("Khmer",),
        "lo": ("Lao",), "my": ("Burmese",), "bo": ("Tibetan",), "gu": ("Gujarati",), "pa": ("Gurmukhi",),
        "kn": ("Kannada",), "ml": ("Malayalam",), "si": ("Sinhala",),
    }
)  # fmt: skip

#: Letters that a language has and others of its script have not; those it has not; the share of the former that shows
#: it. The surest come first.
_TELLING = (
    ("be", "ў", "", 0.003), ("kk", "әғқңөұүһі", "їєґ", 0.01), ("tg", "ҳҷӣӯғқ", "", 0.005), ("mk", "ѓќѕ", "", 0.001),
    ("sr", "ђјљњћџ", "", 0.005), ("uk", "іїєґ", "ыэъё", 0.003), ("ru", "ыэё", "іїєґўәғқңөұүһҳ", 0.006),
    ("bg", "ъ", "ыэёіїєґ", 0.01),
    ("ug", "ۇۆۈې", "", 0.01), ("ps", "ښځڅډړږ", "", 0.005), ("ur", "ٹڈڑںےہ", "", 0.01), ("fa", "پچژگک", "ةكيى", 0.01),
    ("ar", "ةكيى", "پچژگکی", 0.01),
)  # fmt: skip
#: Where Russian writes the letter that tells Bulgarian.
_HARD = regex("ъ[еёюя]")
#: Characters of Chinese that Japanese has not.
_NOT_JAPANESE = frozenset("们們这说說么吗嗎你您她它哪吧呢很让讓给个过对为")

_WORD = regex(r"[a-z]{2,3}")


@lru_cache(maxsize=1024)
def primary(tag: str) -> str:
    """The language of a tag, as ISO 639-1 has it: `en` for `en-GB`, `en_US`, `eng` and `English`,
    `sr` for `sr@latin`, `de` for `de_DE.UTF-8`.

    Empty for a tag that names no language: `und`, `mul`, `zxx`, `x-default`, and what is no tag.
    """
    word = re.split(r"[-_@.\s]", tag.strip().lower(), maxsplit=1)[0]
    word = _SAME.get(word, word)
    if word in _NAMES:
        return word
    named = next((code for code, name in _NAMES.items() if name.lower() == word), "")
    return named or (word if _WORD.fullmatch(word) and word not in ("und", "mul", "zxx", "mis") else "")


def language_name(code: str) -> str:
    """What a language is called in English; its code where that is not known."""
    return _NAMES.get(primary(code), code)


def is_language(code: str) -> bool:
    """Whether a code of two or three letters, in any case, is that of a language known here."""
    return primary(code) in _NAMES


def kin(one: str, other: str) -> bool:
    """Whether two codes name one language, or two that are easily taken for each other."""
    return one == other or any(one in group and other in group for group in _KIN)


def scripts(code: str) -> tuple[str, ...]:
    """The scripts a language is written in, the usual one first: names as in `mtqa.analysis.language`, or `Latin`."""
    return _SCRIPTS.get(code, ("Latin",))


def by_letters(text: str, expected: str = "") -> str:
    """The language that a text in Cyrillic or Arabic letters, or in Han characters, is in by these alone.

    Args:
        text: words in one script; 2,000 characters are read.
        expected: ISO 639-1; one letter that only this language has is enough for it.

    Returns:
        ISO 639-1; "" where no letter tells it.
    """
    text = _HARD.sub("", text[:2_000].lower())
    letters = sum(map(str.isalpha, text))
    if sum(char in _NOT_JAPANESE for char in text) > 0.01 * letters:
        return "zh"
    found = set(text)
    for code, told, _, _ in _TELLING:
        if code == expected and not found.isdisjoint(told):
            return code
    for code, told, never, share in _TELLING:
        if code == "ru" and expected in ("kk", "ky") and text.count("о") + text.count("и") < 2 * text.count("ы"):
            continue  # ы is usual there, о and и are not
        if found.isdisjoint(never) and sum(map(text.count, told)) > share * letters:
            return code
    return ""


#: The commonest words of languages in Latin letters that English does not have.
FUNCTION_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        code: frozenset(words.split())
        for code, words in {
            "af": "van het nie en wat vir aan om dit hy ek sy ons hulle deur ook maar sal kan moet word nog",
            "az": "və bir bu da üçün ilə olan edir daha kimi onun çox deyil edən olub isə ki amma sonra",
            "ca": "el la els les de del dels que amb per una un és es al als ha han va són més com però aquest "
            "aquesta seva seu també",
            "cs": "je se na že v z s ve ze o si pro jako ale jsou byl byla bylo které který která jeho jejich nebo "
            "když při také po podle až má už jsem není před co taky tak jen nebyl nebyla nebude bude budou mezi "
            "proti kterou protože aby něco nic někdo někdy tedy jeden kde kdy bez pod nad přes jak ani",
            "cy": "y yr yn ar o mae ei eu wedi gan bod ond fel am oedd hyn i'r a'r o'r yw sydd roedd",
            "da": "og er det en et den til på af ikke de med som der har jeg fra var han vi blev også efter eller kan "
            "skal være ud hun hvad om",
            "de": "der das und ist nicht mit von zu den dem des ein eine einen einem einer auf für sich auch es im "
            "als aus bei nach wird sind hat haben wurde ich wir sie er über wie dass zum zur noch vor durch "
            "werden oder aber",
            "eo": "la kaj de estas en ne al ke por kun sed li ili estis pri el oni tiu kiu kiel aŭ",
            "es": "el la los las de del que y en un una por con para se su al lo como más es pero sus le ha este esta "
            "también fue entre sobre ser son está han desde ya muy sin hasta porque cuando",
            "et": "ja ei et see kui ka oma aga mis ta oli kes või ning selle seda pole nii siis veel ole tema üle "
            "kuid siin seal pärast enne iga kõik palju väga kuni juba koos siiski mida nende üks peab saab olid",
            "eu": "eta da du ez dira bat ere baina dute zen beste egin izan duen zuen hau dela",
            "fi": "ja ei että se oli hän mutta ovat kun joka myös ole niin kuin tai olla sen mukaan jos vain sekä jo "
            "ollut hänen tämä nyt jossa jonka jotka niiden heidän ettei kuitenkaan vielä kanssa jälkeen ennen "
            "koko eikä voi tästä sitä siitä jolloin",
            "fr": "le la les de des du et un une que qui dans en est pour pas sur par au aux ce se il elle avec plus "
            "ne sont cette ses mais ont été comme ou leur nous vous je à d'un d'une qu'il n'est c'est l'on",
            "ga": "na agus ar go le sé sí tá bhí ag chun don sa nach leis seo ach féin",
            "gl": "o os de da dos das que e en un unha por con para non se ao á como máis é pero súa seu foi",
            "ha": "da na ta ya shi ba wannan ne ce kuma cewa don su suka wani ga yana sun",
            "hr": "je u na se da su za od o s koji koja koje kako ali ili bi kao što nije bio biti još iz će samo ne "
            "nakon",
            "hu": "az és hogy nem egy azt ez meg de ha mint már csak volt vagy még el lesz kell van amely ezt pedig "
            "után mert nincs volna itt ott minden nagyon akkor aki ami ahol szerint között",
            "id": "yang dan di dari untuk dengan ini itu pada tidak dalam akan ke juga adalah oleh telah bisa ada "
            "saya mereka kami sebagai atau karena",
            "is": "og að er í á sem ekki það við um en til var af með fyrir hann þar þetta voru eru hefur þau því",
            "it": "il la le lo gli di del della dei delle che e un una per non con si da è sono ha al alla nel nella "
            "più come anche ma dal dalla questo essere era hanno o ai",
            "lt": "ir yra kad su iš į tai ne bet kaip jis buvo apie už nuo po jo savo dėl taip pat per šis ar jų kur "
            "dar kai ką jau tik mes jie labai tarp prieš arba",
            "lv": "un ir ar ka uz par kas bet arī tā tas viņš kā pēc vai nav lai šo bija savu tiek līdz kur kad jau "
            "ļoti mēs viņi starp pirms nekā tikai būs",
            "mt": "il li ta' u fil ma minn għal kien dan hija għandu tal mill mhux biex huwa",
            "nl": "de het een van en dat niet te op met voor zijn er aan ook om als bij maar uit hij ze wordt naar "
            "heeft hebben werd kan nog worden deze door dit ik je",
            "no": "og er det en et den til på av ikke de med som har jeg fra var han vi ble også etter eller kan skal "
            "være hun hva om seg",
            "pl": "w na z się nie że jest o jak po od za przez dla ale są był była było oraz przy tym jego co tylko "
            "może już tego które który która ze ma gdy tak będzie więc bardzo jednak czy bo mu tu tam gdzie "
            "kiedy bez nad pod przed między ani",
            "pt": "o os de da dos das que e em um uma por com para não se na nos nas ao como mais é mas foi seu sua "
            "também são pelo pela ser está até",
            "ro": "și în de la pe cu al ale un o care nu este din că se pentru sunt mai ce fost prin lui au sau dar "
            "după",
            "sk": "je sa na že v z s vo zo o si pre ako ale sú bol bola bolo ktoré ktorý ktorá jeho ich alebo keď pri "
            "tiež po podľa až má už som nie pred čo tak len nebol nebude bude budú medzi proti ktorú pretože "
            "aby niečo nič niekto teda jeden kde kedy bez pod nad cez ani",
            "sl": "je v na se da za s z ki pa o bi tudi ne po od kot še ni bil bila ali kako ker iz pri lahko",
            "so": "waa ee ka oo ku ah iyo uu ay la iyada soo ayaa si waxaa",
            "sq": "të e në dhe për një që nga është se nuk më ka kjo ky por ishte janë",
            "sr": "je u na se da su za od o s koji koja koje kako ali ili bi kao što nije bio biti još iz će samo ne "
            "nakon",
            "sv": "och är det att en ett den till på av inte de med som har jag från var han vi blev också efter "
            "eller kan ska vara hon vad om sig för",
            "sw": "ya na wa kwa ni katika za la kuwa hiyo huo yake cha vya alisema kama lakini hii wake",
            "tl": "ang ng sa na ay mga ni si para kay hindi ito ako niya siya nang kung",
            "tr": "ve bir bu da de için ile olan olarak çok daha ne gibi ama kadar sonra en o var değil ki olduğunu "
            "ise mi",
            "uz": "va bu bilan uchun bir ham esa edi bo'lgan deb emas",
            "vi": "và của là có không được cho các trong với một người này đã những khi ở đến để từ tôi về như cũng đó",
        }.items()
    }
)

#: Languages that are told from others; of the rest a text in one of these may be a near relative.
TOLD_APART = FUNCTION_WORDS.keys() | {
    "en",
    "zh",
    "ja",
    "ko",
    "ru",
    "uk",
    "bg",
    "el",
    "he",
    "ar",
    "fa",
    "hi",
    "th",
    "ka",
    "hy",
}
