"""How a name sounds, whatever it is written in: scripts other than Latin in Latin letters, and names by their
consonants.

Not a transliteration by any standard: letters are written so that every usual romanisation of a name sounds nearly the
same (`Шойгу`: Shoigu, Shoygu, Choïgou, Schojgu). Chinese characters have their own module, `translit`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from math import inf

from mtqa.knowledge.people import fold
from mtqa.knowledge.similar import distance
from mtqa.lazy import regex

__all__ = ["alike", "bones", "far", "one_alike", "romanised"]

_ALPHABETS = (
    # Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh and its neighbours
    "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch "
    "ш=sh щ=shch "
    "ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=w ђ=dj ј=y љ=l њ=n ћ=ch џ=dj ѓ=g ќ=k ѕ=dz ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u "
    "һ=h ҳ=h ҷ=j "
    # Greek
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=ks ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=kh ψ=ps ω=o "
    # Hebrew
    "א= ב=b ג=g ד=d ה=h ו=w ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע= פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t "
    # Arabic, Persian, Urdu
    "ا=a أ=a إ=i آ=a ٱ=a ء= ؤ=w ئ=y ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=d ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh ف=f ق=k "
    "ك=k ک=k ل=l م=m ن=n ه=h ة= و=w ي=y ی=y ى=a پ=p چ=ch ژ=zh گ=g ڤ=v ٹ=t ڈ=d ڑ=r ں=n ہ=h ھ=h ے=e ۀ=h ۓ=e "
    # Georgian
    "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=k შ=sh ჩ=ch ც=ts "
    "ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h "
    # Armenian
    "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o "
    "չ=ch պ=p ջ=j "
    "ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=w փ=p ք=k և=ev օ=o ֆ=f"
)
#: Devanagari from U+0900 on; the other scripts of India stand in the same order, each 128 further on.
_INDIC = (
    "1=n 2=n 3= 5=a 6=a 7=i 8=i 9=u 10=u 11=ri 13=e 14=e 15=e 16=ai 17=o 18=o 19=o 20=au 21=k 22=kh 23=g 24=g "
    "25=n 26=ch "
    "27=ch 28=j 29=j 30=n 31=t 32=t 33=d 34=d 35=n 36=t 37=t 38=d 39=d 40=n 41=n 42=p 43=p 44=b 45=b 46=m 47=y "
    "48=r 49=r "
    "50=l 51=l 52=l 53=v 54=sh 55=sh 56=s 57=h 60= 62=a 63=i 64=i 65=u 66=u 67=ri 69=e 70=e 71=e 72=ai 73=o 74=o 75=o "
    "76=au 77= 88=k 89=kh 90=g 91=z 92=r 93=r 94=f 95=y"
)
_NUKTA = {"j": "z", "p": "f", "d": "r", "kh": "kh", "k": "k", "g": "g"}
_INITIALS = "g k n d t r m b p s s  j j ch k t p h".split(" ")
_FINALS = " k k k n n n t l l l l l l l l m p p t t ng t t k t p t".split(" ")
_KANA = {"si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu"}


def _letters() -> dict[str, str]:
    table = dict(pair.split("=") for pair in _ALPHABETS.split())
    for pair in _INDIC.split():
        offset, _, sound = pair.partition("=")
        for block in range(0x900, 0xD80, 0x80):
            table[chr(block + int(offset))] = sound
    return table


_LETTERS = _letters()
_MARKS = frozenset(chr(block + 60) for block in range(0x900, 0xD80, 0x80))


@lru_cache(maxsize=1 << 14)
def romanised(word: str) -> str:
    """A word in small Latin letters; what has no sound here (Chinese characters, marks) is left out.

    Vowels that a script does not write are not there: `مصر`, msr. At most 60 characters are read.
    """
    found: list[str] = []
    for char in word[:60].lower():
        if char <= "\u024f":
            found.append(fold(char).lower())
        elif char in _MARKS:
            if found:
                found[-1] = _NUKTA.get(found[-1], found[-1])
        elif char in _LETTERS:
            found.append(_LETTERS[char])
        elif "\uac00" <= char <= "\ud7a3":
            first, rest = divmod(ord(char) - 0xAC00, 588)
            # ㅇ in front is silent; vowels count little: a stands for all
            found.append(_INITIALS[first] + "aeiou"[rest // 28 % 5] + _FINALS[rest % 28])
        elif "\u3041" <= char <= "\u30ff":
            _kana(char, found)
        elif "\u1200" <= char <= "\u135a":
            found.append(unicodedata.name(char, "").rpartition(" ")[2].lower())
        else:
            found.append("".join(c for c in fold(char).lower() if "a" <= c <= "z"))
    return "".join(found)


def _kana(char: str, found: list[str]) -> None:
    name = unicodedata.name(char, "").split(" ")
    sound = name[-1].lower()
    if "SMALL" in name:
        if sound == "tu":
            return
        if found and found[-1] and sound[0] in "aeiouy":  # ティ, ファ, チャ: the vowel before goes
            before = found[-1].rstrip("aeiou") or found[-1]
            spoken = {"ch": "t"} if sound[0] != "y" and char in "ィぃ" else {}
            found[-1] = spoken.get(before, before)
            found.append(sound.lstrip("y"))
            return
    if len(name) > 2 and name[1] == "LETTER":
        found.append(_KANA.get(sound, sound))


#: Letters of Latin script by what they may sound like, the longest first.
_SOUNDS = dict(
    pair.split("=")
    for pair in (
        "shch=S tsch=C tch=C sch=S dzh=J sh=S ch=C zh=J cz=C sz=S dj=J ph=f th=t kh=h gh=g "
        "ck=k tz=c ts=c dz=z qu=k ng=n ce=s ci=s cy=s c=k q=k x=ks j=J"
    ).split()
)
_SPELT = regex("|".join((*_SOUNDS, ".")), re.DOTALL)
_PLAIN = frozenset("pbfvtdkgszmnlrhwySCJc")


@lru_cache(maxsize=1 << 14)
def bones(letters: str) -> str:
    """The consonants of a word in plain small letters, by their sound: `shoygu`, `shoigu` -> `Syg`, `Sg`.

    A vowel that opens the word is an `a`, so that where a name begins is not lost.
    """
    found: list[str] = []
    for spelt in _SPELT.findall(letters):
        for one in _SOUNDS.get(spelt, spelt):
            if one in _PLAIN:
                if not found or found[-1] != one:
                    found.append(one)
            elif not found and one.isalpha():
                found.append("a")
    return "".join(found)


def _costs() -> dict[str, float]:
    said = (
        "pb.2 fv.2 vw.1 fw.3 bv.3 bw.4 fp.35 pv.4 fh.4 td.2 kg.2 sz.15 sS.3 sC.35 zJ.25 SC.3 SJ.3 CJ.25 sc.2 "
        "zc.2 Cc.25 Sc.35 "
        "Ck.4 Ch.3 Ct.5 tc.4 kh.4 gh.3 Jh.4 Jg.3 Jy.2 Jd.4 ky.7 gy.4 lr.6 mn.5 ts.5 dz.4 tz.5 sJ.35 zS.4 wy.6 "
        "ah.1 ay.1 aw.1 "
        "Jz.25 ck.4 dr.7 aJ.4 hw.5 hs.7"
    )
    found: dict[str, float] = {}
    for item in said.split():
        found[item[:2]] = found[item[1::-1]] = float(item[2:])
    return found


_COSTS = _costs()
#: What a consonant costs that stands on one side only.
_ALONE = {
    "a": 0.15,
    "J": 0.35,
    "h": 0.25,
    "y": 0.15,
    "w": 0.3,
    "r": 0.5,
    "l": 0.8,
    "n": 0.7,
    "g": 0.6,
    "d": 0.7,
    "t": 0.7,
}


_ASIAN = _COSTS | dict.fromkeys("lr rl vb bv fp pf zJ Jz sS Ss ts st".split(), 0.1)


@lru_cache(maxsize=1 << 13)
def far(one: str, other: str, asian: bool = False, most: float = inf) -> float:
    """How far apart two rows of consonants are: what it costs to make one the other.

    Args:
        one, other: as `bones` gives them.
        asian: of a language that has one sound for l and r, and for v and b.
        most: what is more comes back as anything above it.
    """
    costs = _ASIAN if asian else _COSTS
    alone = [_ALONE.get(char, 0.9) for char in other]
    row = list(accumulate(alone, initial=0.0))
    for char in one:
        own = _ALONE.get(char, 0.9)
        last = row[0] + own
        below = [last]
        for j, char2 in enumerate(other):
            cost = 0.0 if char == char2 else costs.get(char + char2, 1.2)
            last += alone[j]
            if row[j] + cost < last:
                last = row[j] + cost
            if row[j + 1] + own < last:
                last = row[j + 1] + own
            below.append(last)
        row = below
        if min(row) > most:
            break
    return max(row[-1], min(row))


_VOWEL = regex("[aeiou]")
#: Cheapest share of the longer of two rows at which two words still are one name.
_NEAR = 0.22


@lru_cache(maxsize=1 << 14)
def alike(one: str, other: str, asian: bool = False, near: float = _NEAR) -> bool:
    """Whether two words in plain small letters may be one name.

    Args:
        one: of the source, `romanised`.
        other: of the target, `squeeze`d.
        asian: see `far`.
        near: the share of sounds that may differ.
    """
    if one == other:
        return True
    left, right = bones(one), bones(_spoken(other))
    longest = max(len(left), len(right))
    if min(len(left), len(right)) < 2:  # Ли, Io: hardly a consonant to tell them by
        return far(left, right) <= 0.35 and one[:1] == other[:1] and abs(len(one) - len(other)) <= 2
    if not _of_a_size(len(left), len(right)):
        return False
    if longest == 2 and _VOWEL.search(one) and not asian:  # two consonants are anybody's: the vowels count too
        return far(left, right) <= 0.4 and distance(one, other, 2) <= 2
    return far(left, right, asian, near * longest) <= near * longest


def one_alike(ones: Iterable[str], other: str, asian: bool = False, near: float = _NEAR) -> bool:
    """Whether a word may be one of several, see `alike`."""
    size = len(bones(_spoken(other)))
    return any(one == other or (_of_a_size(len(bones(one)), size) and alike(one, other, asian, near)) for one in ones)


def _spoken(other: str) -> str:
    return f"{other}h" if other.endswith("ic") else other  # Vucic


def _of_a_size(one: int, other: int) -> bool:
    """Whether rows of so many consonants may be one name."""
    shorter, longer = (one, other) if one < other else (other, one)
    return shorter < 2 or longer - shorter <= 1 + longer // 3 - (shorter == 2 < longer - 1)
