"""Which encoding bytes are perhaps in: for hints to the user, and for feeds that declare the wrong one."""

from __future__ import annotations

import codecs
import re

from mtqa.lazy import regex

#: Encoding, characters that are common in its languages, and the share of them among the others than ASCII.
_CANDIDATES = (
    ("gb18030", "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生，。、", 0.12),
    ("big5", "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生，。、", 0.12),
    ("shift_jis", "のにはをたがでてとしれさいなるらかりもこうあ", 0.2),
    ("euc_jp", "のにはをたがでてとしれさいなるらかりもこうあ", 0.2),
    ("euc_kr", "이다의는에을를가고도한지로하은사기서니자", 0.15),
    ("cp1251", "оеаинтсрвл", 0.45),
    ("koi8-r", "оеаинтсрвл", 0.45),
    ("cp866", "оеаинтсрвл", 0.45),
    ("cp1253", "αοιετσνηυρ", 0.4),
    ("cp1255", "יוהלאתרבמש", 0.45),
    ("cp1256", "اليمنرتوبة", 0.45),
    ("cp874", "านรกอเงมล่", 0.4),
)
#: Those of one byte a letter.
_NARROW = ("cp", "koi8")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
#: Names that iconv knows, where they are not Python's in capitals.
_NAMES = {"euc_jp": "EUC-JP", "euc_kr": "EUC-KR"}
_HIGH = regex(rb"[\x80-\xff]+")
#: Bytes looked at.
_SAMPLE = 65536
#: UTF-16 is not told from fewer bytes, nor where fewer than one in so many is zero.
_SHORTEST, _FEWEST = 8, 100


def guess(data: bytes) -> str | None:
    """Python's name of the encoding; "utf-8" for damaged UTF-8, `None` where nothing fits."""
    data = data[:_SAMPLE]
    if wide := guess_wide(data):
        return wide
    good = bad = 0
    for char in data.decode("utf-8", "surrogateescape"):
        if "\udc80" <= char <= "\udcff":
            bad += 1
        else:
            good += char > "\x7f"
    if good > bad:
        return "utf-8"
    runs = _HIGH.findall(data)
    # letters of the West stand alone between those of ASCII
    western = 2 * sum(len(run) for run in runs if len(run) < 3) > sum(map(len, runs))
    share, codec = max((_share(data, codec, common) / least, codec) for codec, common, least in _CANDIDATES)
    if share >= 1 and not (western and codec.startswith(_NARROW)):
        return codec
    return "cp1252" if western else None


def _share(data: bytes, codec: str, common: str) -> float:
    try:
        text = codecs.getincrementaldecoder(codec)().decode(data)
    except UnicodeDecodeError:
        return 0.0
    others = [char for char in text if char > "\x7f"]
    return sum(char in common for char in others) / len(others) if others else 0.0


def guess_wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, or `None`: text in which hardly a byte would be text otherwise."""
    data = data[:_SAMPLE]
    if len(data) < _SHORTEST or data.count(0) * _FEWEST < len(data):
        return None
    best, found = 0.5, None
    for codec in _WIDE:
        if len(data) % (4 if "32" in codec else 2):
            continue
        try:
            text = codecs.getincrementaldecoder(codec)().decode(data)
        except UnicodeDecodeError:
            continue
        plain = sum(char.isascii() and (char.isprintable() or char in "\t\n\r") for char in text)
        if not all(char.isprintable() or char in "\t\n\r\ufeff\u3000\xa0\u2028" for char in text):
            continue
        # text of any language has some marks or line breaks of ASCII among its letters
        share = max(plain, sum(map(str.isalpha, text))) / len(text) if plain * _FEWEST >= len(text) else 0.0
        if share > best:
            best, found = share, codec
    return found


def iconv_name(codec: str) -> str:
    """What the program iconv calls an encoding."""
    if re.fullmatch(r"cp125\d", codec):
        return "WINDOWS-" + codec[2:]
    if codec.startswith("utf-"):  # UTF-16LE
        return re.sub(r"-(.E)$", r"\1", codec.upper())
    return _NAMES.get(codec, codec.upper())
