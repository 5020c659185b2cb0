"""What other languages call states, towns, bodies and people whom everybody knows, and where a text names them.

The tables are `data/abroad-SCRIPT.txt.gz`, built by `tools/build_abroad.py` from CLDR and GeoNames, and
`data/renowned.txt`, by hand. Those of a script are read when a text of it is first looked at.
"""

from __future__ import annotations

import gzip
import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from mtqa.knowledge.data import DATA
from mtqa.knowledge.exonyms import exonyms
from mtqa.knowledge.translit import squeeze
from mtqa.lazy import regex
from mtqa.values import NamedTuple

__all__ = ["Known", "as_listed", "known", "pairs", "renderings", "renowned", "script_of", "words", "written"]

_MARK = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963"
_MARK += "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd"
_MARK += "\u0b3c-\u0b4d\u0bbe-\u0bcd"
_MARK += "\u0c3e-\u0c4d\u0cbe-\u0ccd\u0d3e-\u0d4d"
#: A word of any script, its joined parts included: `Sankt-Peterburg`, `ארה״ב`, `O’Neill`.
_WORD = regex(rf"[^\W\d_](?:[\w{_MARK}\u200c]|[-‐‑’'״\"·](?=[^\W\d_]))*")
#: Articles and the like that are written to the word: l'Espagne, dell'Italia.
_ARTICLE = regex("(?:qu|[ldnjcstm]|dell|all|nell|sull|dall|un)['’](?=\\w)", re.IGNORECASE)
_HAN = regex("[\u3040-\u30ff\u4e00-\u9fff々ＡＢ-Ｚａ-ｚ]+")
_LONGEST_HAN = 12
_NOTHING = "-"  # characters that only look like a name of the table: 联合国家, 中东欧
_BLOCKS = (
    ("cyrl", "\u0400", "\u052f"), ("grek", "\u0370", "\u03ff"), ("hebr", "\u0590", "\u05ff"), ("arab", "\u0600",
    "\u06ff"),
    ("indi", "\u0900", "\u0d7f"), ("geor", "\u10a0", "\u10ff"), ("armn", "\u0530", "\u058f"), ("ethi", "\u1200",
    "\u137f"),
    ("hang", "\uac00", "\ud7a3"), ("hani", "\u3040", "\u9fff"),
)  # fmt: skip


@cache
def written(script: str) -> Mapping[str, tuple[str, ...]]:
    """How a script writes the names that its table knows, by their English forms of one word, as `squeeze` has them.

    Args:
        script: `hani`, `cyrl` …; not `latn`, in which languages differ.
    """
    found: dict[str, list[str]] = {}
    for key, value in _rows(script):
        value = value.removeprefix("?")
        for form in value.split(" | ") if value[:1] not in ("=", _NOTHING) else ():
            found.setdefault(squeeze(form), []).append(key)
    return {form: tuple(keys) for form, keys in found.items()}


def script_of(text: str) -> str:
    """The script of the first letter of a text that is not Latin: `hani`, `cyrl` …; else `latn`."""
    return _script(text)


class Known(NamedTuple):
    """A name of a text that a table knows.

    Attributes:
        start, end: code points.
        text: as it stands there.
        code: of a state (`mtqa.knowledge.places`), or "".
        forms: what it is in English; none for a state.
        whole: whether the word is the name as the table has it, or an adjective, a case, a part of a compound.
    """

    start: int
    end: int
    text: str
    code: str
    forms: tuple[str, ...]
    whole: bool


class _Tables(NamedTuple):
    """What a table holds.

    Attributes:
        names: what each name is, lower-cased.
        stems: of names of one word, without the vowels they end with.
        firsts: the words that names of several words begin with.
    """

    names: Mapping[str, str]
    stems: Mapping[str, str]
    firsts: frozenset[str]


def _script(text: str) -> str:
    for char in text:
        if char > "\u024f":
            return next((name for name, first, last in _BLOCKS if first <= char <= last), "latn")
    return "latn"


@cache
def _renowned() -> dict[str, list[tuple[str, str]]]:
    """Names by script, those of Latin letters with their language before them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in DATA.joinpath("renowned.txt").read_text(encoding="utf-8").split("\n"):
        value, colon, names = line.partition(" ! ")[0].partition(": ")
        if colon and not line.startswith("#"):
            for name in names.split(", "):
                latin = re.match("[a-z]{2}:", name)
                script = "latn" if latin else _script(name)
                found.setdefault(script, []).append((name.strip().lower(), value))
    return found


@cache
def renderings() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """What engines make of names of the table, by the usual English name: the words, lower-cased."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in DATA.joinpath("renowned.txt").read_text(encoding="utf-8").split("\n"):
        row, mark, wrong = line.partition(" ! ")
        if mark and not line.startswith("#"):
            found[re.split(r" \| |: ", row)[0]] = tuple(tuple(one.lower().split()) for one in wrong.split(" | "))
    return found


@cache
def renowned() -> frozenset[str]:
    """The English names of one word of the table by hand, as `squeeze` writes them; not those of states."""
    rows = (row for those in _renowned().values() for _, row in those if row[0] != "=")
    return frozenset(
        squeeze(form) for row in rows for form in row.split(" | ") if " " not in form and not form.isupper()
    )


def _rows(script: str) -> list[tuple[str, str]]:
    path = DATA / f"abroad-{script}.txt.gz"
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n") if path.exists() else []
    rows = [(key, value) for key, _, value in (line.partition("\t") for line in lines) if key]
    if script == "hani":  # two characters may be a part of anything
        rows = [(key, value if len(key) > 2 or value[0] in "=?" else f"?{value}") for key, value in rows]
        rows += [(han, " | ".join(name.forms)) for han, name in exonyms()[0].items()]
    return rows + _renowned().get(script, [])


@cache
def _by_language() -> dict[str, dict[str, str]]:
    """The names in Latin letters by the language they are of; "" for towns."""
    found: dict[str, dict[str, str]] = {}
    for key, value in _rows("latn"):
        language, _, name = key.partition(":")
        found.setdefault(language, {})[name] = value
    return found


_VOWELS = "аеёиоуыэюяьйіїєaeiouyąęåäöõüéáíóúýāēīūėųαεηιουω"


def _stems(names: Mapping[str, str], shortest: int) -> dict[str, str]:
    stems: dict[str, str] = {}
    for key, value in names.items():
        stem = key.rstrip(_VOWELS)
        if " " not in key and len(stem) >= shortest:
            stems.setdefault(stem, value)
            bare = stem.removesuffix("ск").removesuffix("sk")
            if value[0] == "=" and len(bare) >= shortest:
                stems.setdefault(bare, value)
    return stems


@cache
def _towns_stems() -> dict[str, str]:
    return _stems(_by_language()[""], 4)


def _tables(script: str, language: str) -> _Tables:
    return _of_script(script, language if script == "latn" else "")  # others have one table for all languages


@cache
def _of_script(script: str, language: str) -> _Tables:
    if script == "latn":
        own = _by_language().get(language, {})
        names: Mapping[str, str] = ChainMap(own, _by_language()[""])
        stems: Mapping[str, str] = ChainMap(_stems(own, 4), _towns_stems())
    else:
        own = names = dict(_rows(script))
        stems = _stems(own, 3) if script in ("cyrl", "grek", "geor", "armn") else {}
    return _Tables(names, stems, frozenset(key.partition(" ")[0] for key in own if " " in key))


def words(text: str) -> list[re.Match[str]]:
    """The words of a text of any script whose words stand apart."""
    found = []
    for match in _WORD.finditer(text):
        article = _ARTICLE.match(match[0])
        part = _WORD.match(text, match.start() + article.end(), match.end()) if article else None
        found.append(part or match)
    return found


def as_listed(name: str, language: str) -> bool:
    """Whether a table has a name in this very form: as it is called, not as it is declined."""
    lower = name.lower()
    return lower in _tables(_script(lower), language).names


def known(text: str, language: str | None) -> list[Known]:
    """The names of a text that the tables know, in reading order, none in another; the longest where several fit.

    Args:
        text: at most some thousand characters.
        language: ISO 639-1.
    """
    found: list[Known] = []
    if language in ("zh", "ja") or _HAN.search(text):
        found += _spaceless(text)
        if language in ("zh", "ja"):
            return sorted([*found, *_pairs(text, language, found)])
    return sorted([*found, *_spaced(text, language or "")])


#: What may stand behind the stem of a state's name: cases, adjectives, people.
_TAILS = {
    "cyrl": regex(
        "(?:й?с?ь?к|[аяеи]нск|йск|[иаея]н|[аяи]н[цк]|[ие]?ц|к|чан|анк|янк|цьк|зьк)?(?:ого|ому|ими|ыми|ами|ями|ах|ях|ов|ев|ей|"
        "ой|ою|ий|ый|их|ых|им|ым|ом|ем|ам|ям|ем|ін|ії|ія|ю|[аеёиоуыэюяьйіїєъ]{0,3})"
    ),
    "grek": regex("\\w{0,4}"),
    "geor": regex("\\w{0,5}"),
    "armn": regex("\\w{0,5}"),
}
_LATIN_TAIL = regex(
    "(?:(?:sk|ck|sch|isch|č?esk|ńsk|lain|läin|las|lan|ian|an|en|in|es)(?=[^\\W]))?"
    "[aeiouyąęåäöõüéáíóúýāēīūėųěů]{0,3}(?:n|s|t|d|m|h|j|k|l|v|st|le|lt|sse|ssa|ssä|sta|stä|lla|llä|lta|lle|ni|ga|ta|tä|ks|ksi|mi|ch|ho|mu|om|"
    "em|ów|ban|ben|ból|ba|be|nak|nek|val|vel|ra|re|en|er|es|je|jos|jai|ją|ai|is|ių|os|us|ijos|jā|as|u|iem|nın|nin|nun|nün|da|"
    "de|dan|den|ya|ye|yı|yi|'\\w+|’\\w+)?"
)
_BEFORE = {
    "arab": ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف", "ك"),
    "hebr": ("וה", "שב", "וב", "מה", "ה", "ב", "ל", "מ", "ו", "ש", "כ"),
}


_MOST_WORDS = 5  # of a name
_CASED = frozenset(("latn", "cyrl", "grek", "armn"))


def _spaced(text: str, language: str) -> Iterator[Known]:
    script = "latn" if text.isascii() else _script(re.sub("[^\\w]+", "", text[:400]))
    tokens, table = words(text), _tables(script, language)
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        lower = token[0].lower().replace("i̇", "i")
        size, found = 1, None
        if lower in table.firsts:
            for more in range(min(count - at, _MOST_WORDS), 1, -1):
                value = table.names.get(text[token.start() : tokens[at + more - 1].end()].lower())
                if value is not None and (token[0][0].isupper() or script not in _CASED):
                    size, found = more, (value, True)
                    break
        found = found or _word(lower, token[0][0].isupper(), token[0].isupper(), script, language)
        if found is not None:
            yield _made(text, token.start(), tokens[at + size - 1].end(), *found)
        at += size


@lru_cache(maxsize=1 << 14)
def _word(lower: str, capital: bool, capitals: bool, script: str, language: str) -> tuple[str, bool] | None:
    """What one word is, and whether it is the name itself.

    Args:
        lower: the word, lower-cased.
        capital, capitals: whether it begins with a capital, and is all of them.
        script, language: of the table.
    """
    table = _tables(script, language)
    cased = script in _CASED
    if cased and not capital and (len(lower) < 5 or _ADJECTIVE.search(lower, 3) is None):
        return None
    value = table.names.get(lower)
    if value is not None and (not cased or len(lower) > 3 or capitals):
        found: tuple[str, bool] | None = (value, True)
    else:
        found = _tail(lower, table, script) if value is None else None
    if found is not None and cased and not capital and found[0][0] != "=":
        return None  # an adjective of a town
    return found


#: What a word in small letters ends with that may be of a state: `российский`, `finnische`, `français`, `saksalainen`.
_ADJECTIVE = regex(
    "[цс]ь?к|sk|ck|isch|lai|lan|las|(?:ain|aine|ais|ois|ano|ana|és|esa|ense|ien|enne|[ií]c?[oa])[es]?s?$"
)


def _tail(lower: str, table: _Tables, script: str) -> tuple[str, bool] | None:
    """The name that a word is a case or an adjective of."""
    if script in _BEFORE:
        for before in _BEFORE[script]:
            rest = lower[len(before) :]
            if lower.startswith(before) and len(rest) >= 3:
                for form in (rest, "ال" + rest if script == "arab" else rest):
                    for cut in (
                        form,
                        form.removesuffix("ين"),
                        form.removesuffix("ون"),
                        form.removesuffix("ة"),
                        form.removesuffix("ים"),
                    ):
                        if len(cut) >= 3 and cut in table.names:
                            return table.names[cut], cut == form
        return None
    if script in ("hang", "indi", "ethi"):
        for size in range(len(lower) - 1, 1, -1):
            value = table.names.get(lower[:size])
            if value is not None and (script == "hang" or (size > 3 and len(lower) - size <= 3)):
                return value, len(lower) - size <= 2
        return None
    tails = _TAILS.get(script, _LATIN_TAIL)
    parts = re.split("[-’']", lower)
    for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
        found = (
            (table.names[part], True) if part in table.names else _tail(part, table, script) if len(part) > 5 else None
        )
        if found is not None and len(part) > 2:
            return found[0], part is parts[0] and "-" not in lower
    for size in range(len(lower), 2, -1):
        value = table.stems.get(lower[:size]) or (table.names.get(lower[:size]) if size < len(lower) else None)
        if value is not None and len(lower) - size <= 8 and tails.fullmatch(lower, size):
            return value, len(lower) - size <= 3 and size > 3
    return None


def _made(text: str, start: int, end: int, value: str, whole: bool) -> Known:
    if value[0] == "?":
        value, whole = value[1:], False
    code = value[1:] if value[0] == "=" else ""
    return Known(start, end, text[start:end], code, () if code else tuple(value.split(" | ")), whole)


def _spaceless(text: str) -> Iterator[Known]:
    table = _tables("hani", "")
    for run in _HAN.finditer(text):
        here, at = run[0].lower(), 0
        while at < len(here):
            for size in range(min(_LONGEST_HAN, len(here) - at), 1, -1):
                value = table.names.get(here[at : at + size])
                if value is not None and _free(here, at, at + size):
                    start = run.start() + at
                    if value != _NOTHING:
                        yield _made(text, start, start + size, value, True)
                    at += size - 1
                    break
            at += 1


_KATAKANA = regex("[\u30a1-\u30ff]")


def _free(here: str, start: int, end: int) -> bool:
    """Whether a name in katakana is a whole run of it: not タイ of タイム."""
    if not _KATAKANA.match(here[start]):
        return True
    before, behind = here[start - 1 : start] if start else "", here[end : end + 1]
    return not (before and _KATAKANA.match(before) and before != "・") and not (
        behind and _KATAKANA.match(behind) and behind != "・"
    )


#: One character for a state, in words of two: 中俄, 对美, 日米.
_ONE = {
    "zh": dict(
        zip(
            "中美英法德俄日韩朝印澳加意欧台港越泰以伊乌土巴菲马肯埃",
            "CN US GB FR DE RU JP KR KP IN AU CA IT EU TW HK VN TH IL IR UA TR PK PH MY KE EG".split(),
            strict=True,
        )
    ),
    "ja": dict(
        zip("日米中韓朝露ロ英仏独伊印豪加台欧", "JP US CN KR KP RU RU GB FR DE IT IN AU CA TW EU".split(), strict=True)
    ),
}
_TIED = {
    "zh": "两国|关系|双方|贸易|合作|边境|会谈|元首|友好|经贸|联合|谈判|之间|三国|三方|"
    "四国|外交|首脑|领导|间|战|边界|摩擦|同盟|战略|共同|人民|企业|建交|投资|经济",
    "ja": "関係|両国|首脳|貿易|会談|間|同盟|協議|外相|友好|国交|共同|合意|摩擦|対立|政府|戦争|安保",
}  # fmt: skip
_SIDED = {"zh": ("驻访对赴在反援亲抗", "方军媒商企"), "ja": ("訪対在駐反親", "側軍紙")}
_PAIR: dict[str, re.Pattern[str]] = {
    language: regex(
        f"(?P<a>[{''.join(_ONE[language])}])(?P<b>[{''.join(_ONE[language])}])(?=[{''.join(_ONE[language])}]?(?:{_TIED[language]}))"
        f"|(?<=[{_SIDED[language][0]}])(?P<c>[{''.join(_ONE[language])}華华])(?![国國文学])"
        f"|(?<![\u4e00-\u9fff])(?P<d>[{''.join(_ONE[language])}])(?=[{_SIDED[language][1]}])"
    )
    for language in ("zh", "ja")
}


def pairs(text: str, language: str) -> list[Known]:
    """States that one character stands for, in words of two: `中俄关系`, `对美`."""
    return list(_pairs(text, language, []))


def _pairs(text: str, language: str, found: list[Known]) -> Iterator[Known]:
    taken = {i for one in found for i in range(one.start, one.end)}
    codes = {**_ONE[language], "华": "CN", "華": "CN"}
    for match in _PAIR[language].finditer(text):
        for group in "abcd":
            if match[group] and match.start(group) not in taken:
                yield Known(match.start(group), match.end(group), match[group], codes[match[group]], (), False)
