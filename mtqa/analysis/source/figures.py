"""Every figure of a source, in digits and in words, with all values it may be said to have.

What a language writes between its digits, how it counts (万, lakh, Milliarde, billón) and what its words are is known
for those of `mtqa/knowledge/data/numerals.txt` and for Chinese, Japanese and Korean; of the others digits and the
decimal mark are read, and nothing is said of magnitudes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from mtqa.analysis.figures import Figure
from mtqa.analysis.source import SourceSegment
from mtqa.analysis.source.dates import clocks, days, era_years
from mtqa.analysis.source.digits import known_language, western
from mtqa.knowledge.calendars import calendar
from mtqa.knowledge.numerals import PERCENT, Numerals, numerals
from mtqa.lazy import regex
from mtqa.values import dataclass

__all__ = ["Read", "source_figures"]

_MOST = 400
_EAST = frozenset(("zh", "ja", "ko"))
_HAN = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "廿": 20,
}
_SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
    "兆": 10**12,
    "십": 10,
    "백": 100,
    "천": 1000,
    "만": 10**4,
    "억": 10**8,
    "조": 10**12,
}
_GROUPS = " \u00a0\u2009\u202f’'"
_NUMBER = regex(rf"(?<!\d)\d{{1,3}}(?:[{_GROUPS}]\d{{3}})+(?:[.,٫]\d+)?(?!\d)|\d{{1,25}}(?:[.,٫/]\d{{1,20}}){{0,8}}")
#: Digits and Han characters mixed, with scales: 3亿5000万, 7천330억, 三百五十, 11万7015, 10余万.
_EASTERN = regex(
    rf"(?:\d{{1,25}}(?:[.,]\d{{1,20}}){{0,6}}|[{''.join(_HAN)}]+|(?<=[^\w]|[{''.join('约近超达有共逾满增至')}])[十百千](?=[万亿億]|\b)|[十百千])"
    rf"(?:\s?(?:[{''.join(_SCALES)}](?![瓦克伏卡赫帕]))|[多余餘几]{{1,2}}(?=[{''.join(_SCALES)}])|[{''.join(_HAN)}]|(?<=[万萬亿億千百兆만억천조백])\s?\d{{1,8}}(?:[.,]\d{{1,6}})?){{0,24}}"
)
_DIGIT = regex(r"\d")
_PART = regex(rf"\d[\d.,]*|[{''.join(_HAN)}]|[{''.join(_SCALES)}]")
#: One letter that may be a scale: 50 M$.
_MILLION = regex(r"\s?M(?:[$€£]|\b)")
_PERCENT_BEFORE = regex(r"(?:%|yüzde|百分之|백분의)\s?-?$", re.IGNORECASE)
#: What joins a number to one behind it that has the scale or the sign of both.
_RANGE = regex(
    r"\s?(?:[-–—~～〜/、至到及和与と及或或者]|から|에서|내지|bis|do|до|и|a|à|al|y|e|o|ou|oder|und|et|en|tot|til|till|ja|или|alebo|nebo|až|lub|"
    r"đến|až|arasında|ile|ilâ|إلى|الى|أو|تا|یا|עד|או|से|या|és|vagy|și|sau|ir|iki|"
    r"või|kuni|og|eða)\s?[$€£¥₽₹]?$", re.IGNORECASE
)  # fmt: skip
_CODE = regex(r"(?:[A-Za-z][-–.]?|[А-ЯЁІЇЄа-яё][-–]?|[#@_/=&+]|[A-Za-z]\d{1,4}[-/.])$")
_CODE_BEHIND = regex(r"[A-Z](?![a-z])(?!H\b|W\b)|-?[А-ЯЁ](?![а-яё])|[._@/=]\w|-[A-Z]{2,}|\d")
_ORDINAL = regex(
    r"(?:[º°ª]|\.(?=\s[^\W\d_])|-?(?:й|я|е|го|му|ой|ю|та|те|ва|тий|ий)\b|e\b|er\b|ème\b|nd[oa]\b|:\w{1,3}\b|(?:th|st|nd|rd)\b|번째|위\b|번|位|等|名)"
)
_PERIOD = {"世纪": "century", "世紀": "century", "세기": "century", "年代": "decade", "년대": "decade"}
_YEAR_BEHIND = regex(r"\s?(?:[年년]|г\.|год|року|р\.|рок|m\.|gada?|an\b|год[ау]?)")
#: An ending of a case behind figures: 49-ти тысячам.
_ENDING = regex("-(?:ти|ми|х|и)(?= )")
_MINUS = regex(
    r"(?:(?:^|[\s(（])[-−–](?=$)|零下|氷点下|マイナス|영하|минус|мінус|moins|minus|menos|meno|mínus|miinus)\s?$",
    re.IGNORECASE,
)
_WORD = regex(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0900-\u0dff\u200c])+(?:[-’'][^\W\d_]+)*")
_ROMAN = regex(r"\b[IVXХІ]{1,6}(?=(?:e|ème|ος|-го|-й|-м)?\b)(?![’'])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "Х": 10, "І": 1}
_COUNTERS = (
    "个個名人次位岁歲天家种種项項条條座只隻支部件届屆场場周月日分倍成国國省市县縣村州层層辆輛架艘台张張所間间户戶"
    "起例轮輪步级級点點年世代枚本匹頭社校区つ回度歳語者割億万千円元块股艘颗名"
)
#: Han words that begin with a numeral and count nothing.
_NO_NUMBER = regex(
    "千万|万一|十分|百姓|万岁|万科|千里|四川|三亚|九江|六安|三星|八达|七夕|百年|百货|千米|万象|三峡|千禧|百度|万达|万州|十一[”’」月黄长国假小期前后]|五角大|八卦|四处|三农|七大姑|一[些般样直起定]|第一|统一|唯一|之一|一带一路|两岸|两会|千方百计|百里|千葉|八幡|三菱|三井|四国|九州|六本木|千代|五輪|百合|十字|七尾|二人三脚"
)


@dataclass(frozen=True, slots=True)
class Read:
    """The figures of a source.

    Attributes:
        figures: in order, those in words that are surely numbers among them.
        loose: values that a target may hold for something else the source says: parts of figures, halves, numbers in
            words that may be other words, months.
        scaled: whether the language's words for magnitudes are known.
        percent: whether a word or sign for percent stands in it.
    """

    figures: tuple[Figure, ...]
    loose: frozenset[Decimal]
    scaled: bool
    percent: bool


@lru_cache(maxsize=256)
def source_figures(segment: SourceSegment) -> Read:
    """The figures of a source."""
    text = western(segment.text).replace("İ", "i")  # whose small form is two characters
    known = numerals(known_language(segment))
    east = known_language(segment) in _EAST
    loose: set[Decimal] = set()
    figures = _digits(text, segment, known) if any(char.isdecimal() for char in text) else []
    if known is not None and not (east and known_language(segment) != "ko"):
        figures.extend(_words(text, known, loose, figures))
    if east:
        figures.extend(_han_decimals(text))
        figures.extend(_han_words(text, loose, figures))
    figures.extend(_roman(text))
    figures.sort(key=lambda one: (one.start, -one.end))
    figures = _dated(segment, figures)
    loose.update(_loosely(text, segment))
    percent = bool(_PERCENT_ANY.search(text))
    return Read(tuple(figures[:_MOST]), frozenset(loose), known is not None or east, percent)


_PERCENT_ANY = regex(PERCENT.pattern.replace(r"\s?-?", "", 1) + "|yüzde|百分|[成割折厘]|백분", re.IGNORECASE)


def _mark(segment: SourceSegment, known: Numerals | None) -> str | None:
    if known is not None:
        return known.mark
    if known_language(segment) in _EAST:
        return "."
    found = calendar(known_language(segment))
    return None if found is None else found.mark


def read_number(shown: str, mark: str | None) -> tuple[Decimal, tuple[Decimal, ...]]:
    """The value of digits with marks between them, and the other values they may have.

    Args:
        shown: with western digits.
        mark: the decimal mark of the language; `None` if unknown.
    """
    compact = re.sub(rf"[{_GROUPS}]", "", shown)
    runs = [Decimal(run) for run in re.findall(r"\d+", shown)]
    joined = Decimal(re.sub(r"\D", "", compact))
    parts = re.split(r"([.,٫/])", compact)
    numbers, marks = parts[::2], parts[1::2]
    if not marks:
        return Decimal(compact), tuple(runs) if len(runs) > 1 and mark is None else ()
    decimal = Decimal("".join(numbers[:-1]) + "." + numbers[-1])
    grouped = all(len(one) == 3 for one in numbers[1:]) or (
        len(numbers[-1]) == 3 and all(len(one) == 2 for one in numbers[1:-1])
    )
    if "/" in marks:
        value = Decimal(numbers[0]) / Decimal(numbers[1]) if len(numbers) == 2 and int(numbers[1]) else joined
        season = [run % 100 for run in runs if 1900 <= run <= 2099]
        return value, (*runs, *season, decimal)
    if "٫" in marks:
        value = decimal
    elif len(set(marks)) == 2:
        value = decimal if marks.count(marks[-1]) == 1 else joined
    elif len(marks) > 1:
        value = joined if grouped else decimal
    elif len(numbers[1]) == 3 and len(numbers[0]) <= 3 and numbers[0] != "0":
        value = decimal if mark == marks[0] and mark == "." else joined if marks[0] != mark else decimal
    else:
        value = decimal
    others = {joined, decimal} if mark is None and len(numbers[-1]) == 3 else set()
    if len(numbers) > 2 or (marks == ["."] and mark != "." and int(numbers[0]) <= 31 and len(numbers[1]) <= 2):
        others.update(runs)  # perhaps a day or a time
    return value, tuple(sorted(others - {value}))


def _digits(text: str, segment: SourceSegment, known: Numerals | None) -> list[Figure]:
    mark = _mark(segment, known)
    east = known_language(segment) in _EAST
    figures: list[Figure] = []
    at = 0
    pattern = _EASTERN if east else _NUMBER
    while (found := pattern.search(text, at)) is not None:
        if not found.group()[0].isdecimal():
            digit = _DIGIT.search(text, found.start(), found.end())
            at = digit.start() if digit else found.end()
            continue
        figure = (
            _eastern_figure(text, found) if east else _western_figure(text, found, mark, known, known_language(segment))
        )
        if figures:
            figure = _joined(text, figures, figure)
        figures.append(figure)
        at = max(figure.end, found.end())
        if len(figures) >= _MOST:
            break
    return figures


def _western_figure(
    text: str, found: re.Match[str], mark: str | None, known: Numerals | None, language: str | None
) -> Figure:
    start, end = found.span()
    value, others = read_number(found.group(), mark)
    ambiguous = mark is None and len(found.group()) > 4 and found.group()[-4] in ".,"
    scale, kind = Decimal(1), ""
    if known is not None:
        ending = _ENDING.match(text, end)
        for _ in range(2):
            begin = ending.end() if ending else end
            word = _WORD.match(text, begin + 1 if text[begin : begin + 1] in ("\u00a0", " ", "-", "\u202f") else begin)
            numeral = known.word(word.group().lower()) if word and word.end() - end < 24 else None
            if (
                numeral is None
                or numeral.kind != "scale"
                or (numeral.value < 1000 and (value >= 1000 or language not in ("hi", "vi", "fi", "cs")))
            ):
                break
            others = tuple(other * numeral.value for other in others)
            if not numeral.sure and numeral.value > 10**9:  # a billion of the short scale
                others, ambiguous = (*others, value * numeral.value / 1000), True
            value, scale = value * numeral.value, scale * numeral.value
            end, ending = word.end() if word else end, None
        word = _WORD.match(text, end + 1)
        if word and known.word(word.group().lower()) and known.word(word.group().lower()).kind == "fraction":  # type: ignore[union-attr]
            others = (*others, value + Decimal("0.5"))
    return _finished(text, Figure(value, kind, start, end, not ambiguous, True, scale, tuple(dict.fromkeys(others))))


def _eastern_figure(text: str, found: re.Match[str]) -> Figure:
    shown = found.group().rstrip()
    start = found.start()
    return _finished(text, Figure(_counted(shown), "", start, start + len(shown), scale=_scale(shown)))


def _scale(shown: str) -> Decimal:
    """What the scales at the end of a number multiply by."""
    scale = Decimal(1)
    for char in reversed(shown):
        if char not in _SCALES:
            break
        scale *= _SCALES[char]
    return scale


def _counted(shown: str) -> Decimal:
    """The value of digits and Han or Hangul numerals with their scales: 3亿5000万, 三百五十, 二〇一七, 1.2千万."""
    total = section = Decimal(0)
    number: Decimal | None = None
    run = ""
    for part in _PART.findall(shown):
        if part in _HAN:
            run += str(_HAN[part])
            number = Decimal(run)
            continue
        run = ""
        scale = _SCALES.get(part)
        if scale is None:
            number = read_number(part.rstrip(".,"), ".")[0]
        elif scale >= 10**4:
            inner = section + (number or 0)
            total = total + (inner or 1) * scale if inner or not total else total * scale
            section, number = Decimal(0), None
        else:
            section += (1 if number is None else number) * scale
            number = None
    return total + section + (number or 0)


def _finished(text: str, figure: Figure) -> Figure:
    """The figure with what stands at its sides: percent, a minus, letters that make it a part of a name."""
    start, end, value = figure.start, figure.end, figure.value
    before = text[max(0, start - 12) : start]
    kind, sure, others = figure.kind, figure.sure, list(figure.others)
    percent = PERCENT.match(text, end)
    if _MILLION.match(text, end):
        others.append(value * 10**6)
        sure = False
    if percent or _PERCENT_BEFORE.search(before):
        kind = "%"
        end = percent.end() if percent else end
        others.extend((value / 100, 100 - value))
    elif _CODE.search(before) or _CODE_BEHIND.match(text, end):
        kind, sure = "code", False
    elif text[end : end + 1] in ("割", "分", "厘") and re.match(r"[割分厘](?!钟|鐘|布|析|配|裂|野|間)", text[end:]):
        sure = False
        others.extend((value * 10, value / 10))
    elif text[end : end + 1] == "成" and text[end + 1 : end + 2] not in "为立员长本功果绩都就":
        others.extend((value * 10, value / 10))
    elif text[end : end + 1] in ("倍", "배"):
        others.extend((value - 1, value * 100, (value - 1) * 100, value + 1))
    elif text[end : end + 1] == "折":
        others.extend((100 - value * 10, value * 10, 100 - value))
    elif text[end : end + 2] in _PERIOD:
        kind = _PERIOD[text[end : end + 2]]
        others.extend(((value - 1) * 100, value + 1900, value + 2000, value % 100, value / 10))
    elif text[end : end + 2] in ("分之", "분의") or text[end : end + 3] == "분의 ":
        kind, sure = "fraction", False
    if not kind and 1000 <= value <= 2199 and not figure.scaled and re.fullmatch(r"\d{4}", text[start : figure.end]):
        kind = "year"
        others.extend((value % 100, value // 10 * 10, value // 100 + 1))
    elif not kind and value < 100 and (_YEAR_BEHIND.match(text, end) or before.endswith(("'", "’"))):
        others.extend((value + 1900, value + 2000))
    return replace(figure, kind=kind, sure=sure, end=end, others=tuple(dict.fromkeys(others)))


def _joined(text: str, figures: list[Figure], figure: Figure) -> Figure:
    """Two numbers that are one (1 млн 200 тыс.) as one; the first of a range with what the second has."""
    before = figures[-1]
    gap = text[before.end : figure.start]
    if len(gap) > 6:
        return figure
    if (
        before.scaled
        and not before.kind
        and before.value > figure.value
        and figure.scaled
        and gap.strip() in ("", "و", "a", "и", "và", "und", "ja", "og")
    ):
        figures.pop()
        value = before.value + figure.value
        return replace(
            figure, value=value, start=before.start, others=(before.value, *before.others, figure.value, *figure.others)
        )
    if before.scale == 1000 and gap == " " and figure.kind == "" and not figure.scaled and 100 <= figure.value < 1000:
        figures.pop()  # 117 bin 378
        return replace(
            figure, value=before.value + figure.value, start=before.start, others=(before.value, figure.value)
        )
    if (
        _RANGE.search(gap)
        and (figure.scaled or figure.kind == "%")
        and not before.scaled
        and before.kind in ("", "year")
    ):
        others = (*before.others, before.value * figure.scale) if figure.scaled else before.others
        figures[-1] = replace(
            before,
            kind="%" if figure.kind == "%" else before.kind,
            sure=before.sure and not figure.scaled,
            others=others,
        )
    return figure


def _words(text: str, known: Numerals, loose: set[Decimal], figures: list[Figure]) -> list[Figure]:
    """Numbers in words; those that may be another word go into `loose`."""
    found: list[Figure] = []
    taken = [(one.start, one.end) for one in figures]
    lower = text.lower()
    if len(lower) != len(text):
        return found
    total = part = Decimal(0)
    start = end = -1
    sure = False
    scale = Decimal(1)
    pending: tuple[int, int] | None = None

    def close() -> None:
        nonlocal total, part, start, end, sure, scale
        if start >= 0:
            value = total + part
            inside = any(a <= start < b for a, b in taken)
            if not inside:
                figure = Figure(value, "", start, end, sure and value > 1, False, scale)
                percent = PERCENT.match(text, end)
                if percent or _PERCENT_BEFORE.search(text, max(0, start - 8), start):
                    figure = replace(figure, kind="%", others=(value / 100,))
                found.append(figure)
            loose.add(value)
        total = part = Decimal(0)
        start = end = -1
        sure = False

    scale = Decimal(1)

    for first, last in _pieces(lower, known):
        text_of = lower[first:last]
        numeral = known.word(text_of)
        if any(a <= first < b for a, b in taken):
            close()
            continue
        if numeral is None:
            if start >= 0 and text_of in known.joiners and lower[end:first].isspace():
                pending = (first, last)
                continue
            close()
            pending = None
            continue
        if numeral.kind == "fraction":
            loose.update(
                (
                    numeral.value,
                    Decimal(100) * numeral.value,
                    Decimal(round(1 / numeral.value)),
                    Decimal(round(60 * numeral.value)),
                    Decimal(round(12 * numeral.value)),
                )
            )
            if start >= 0:
                loose.update((total + part + numeral.value, total + scale * numeral.value))
                if total + part < 1 / numeral.value:  # three quarters of a year
                    shares = (total + part) * numeral.value
                    loose.update((shares, shares * 100, shares * 60, shares * 12))
                    sure = False
            close()
            continue
        gap = lower[pending[1] if pending else end : first]
        near = start >= 0 and not gap.strip("-\u200c\u00a0 ") and len(gap) < 3
        pending = None
        if not near:
            close()
        if not numeral.sure:
            loose.add(numeral.value)
        fits = True
        if numeral.kind == "scale" and numeral.value >= 1000:
            if start >= 0 and not part and total and scale > 1:
                total *= numeral.value  # mil millones
            else:
                total += (part or 1) * numeral.value
            part, scale = Decimal(0), numeral.value
        elif numeral.kind == "scale" or (numeral.value == 100 and 0 < part < 10):
            part = (part or 1) * numeral.value
        elif numeral.value >= 100:
            fits = part == 0
            part += numeral.value if fits else 0
        elif numeral.value >= 10:
            fits = (
                part % 100 == 0
                or (part % 100 < 10 and numeral.value % 10 == 0 and known.backward and text_of[0] in "وו")
                or (known.backward and part % 100 < 10 and numeral.value == 10 and part > 0)
            )
            part += numeral.value if fits else 0
        else:
            # on iki is one word in English, ten two is none
            fits = part % 10 == 0 and (part % 100 != 10 or known.joined)
            part += numeral.value if fits else 0
        if not fits:
            close()
            part = numeral.value
        if start < 0:
            start = first
            sure = numeral.sure and numeral.kind == "number"
        sure = sure and numeral.sure
        end = last
    close()
    return found


def _pieces(lower: str, known: Numerals) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand; the parts of one with hyphens, unless it is a number as a whole."""
    for word in _WORD.finditer(lower):
        if "-" not in word.group() or known.word(word.group()):
            yield word.span()
        else:
            at = word.start()
            for piece in word.group().split("-"):
                yield at, at + len(piece)
                at += len(piece) + 1


_HAN_DECIMAL = regex(
    rf"([{''.join(_HAN)}十百千]{{1,12}})[点點]([{''.join(_HAN)}]{{1,6}})(?:[多余餘](?=[万萬亿億]))?([{''.join(_SCALES)}]{{0,2}})(?![{''.join(_HAN)}十分钟鐘刻半整多])"
)


def _han_decimals(text: str) -> Iterator[Figure]:
    """Numbers in Han characters that have decimals: 四百一十二点五, 七点五万, 百分之零点二五."""
    for one in _HAN_DECIMAL.finditer(text):
        behind = "".join(str(_HAN[char]) for char in one[2])
        scale = _scale("一" + one[3]) if one[3] else Decimal(1)
        value = (_counted(one[1]) + Decimal(f"0.{behind}")) * scale
        percent = text[max(0, one.start() - 3) : one.start()] == "百分之"
        others = (value / 100, 100 - value) if percent else ()
        yield Figure(value, "%" if percent else "", *one.span(), True, False, scale, others)


def _han_words(text: str, loose: set[Decimal], figures: list[Figure]) -> list[Figure]:
    """Numbers in Han characters; those that may count nothing go into `loose`."""
    found: list[Figure] = []
    taken = [range(one.start, one.end) for one in figures]
    for one in _EASTERN.finditer(text):
        shown = one.group().rstrip()
        if any(char.isdecimal() for char in shown) or any(one.start() in span for span in taken):
            continue
        value = _counted(shown)
        loose.add(value)
        loose.update(Decimal(_HAN[char]) for char in shown if char in _HAN)
        loose.update(Decimal(_SCALES[char]) for char in shown if char in _SCALES)
        if re.search(rf"(?<![〇零\d{''.join(_HAN)}])[一二两三四五六七八九]{{2}}(?![〇零{''.join(_HAN)}])", shown):
            tail = re.sub(r"^[一二两三四五六七八九]", "", shown)
            loose.update((_counted(tail), _counted(shown[0] + tail[1:]), _counted(shown[-1:])))
            continue  # 三四十: thirty or forty
        if _NO_NUMBER.match(text, max(0, one.start() - 1)) or _NO_NUMBER.match(text, one.start()):
            continue
        before, behind = text[max(0, one.start() - 1) : one.start()], text[one.end() : one.end() + 1]
        if (
            behind in ("几", "多", "余", "来", "点", "點")
            or before in ("几", "数", "第", "初", "周", "期", "拜", "点", "點")
            or re.match(r"[数何]", before)
        ):
            loose.add(value)
            sure = False
        else:
            sure = (len(shown) > 1 and value > 10) or (value > 2 and behind in _COUNTERS and behind != "")
        figure = Figure(value, "", one.start(), one.end(), sure and value > 2, False, _scale(shown))
        if 1000 <= value <= 2199 and len(shown) == 4 and behind == "年":
            figure = replace(figure, kind="year", others=(value % 100,))
        elif text[max(0, one.start() - 3) : one.start()] == "百分之":
            figure = replace(figure, kind="%", others=(value / 100, 100 - value))
        elif behind in ("成", "割"):
            figure = replace(figure, others=(value * 10, value / 10), sure=False)
        elif behind in ("倍", "折", "分"):
            figure = replace(
                figure, others=(value - 1, value * 100, (value - 1) * 100, value * 10, 100 - 10 * value), sure=False
            )
        found.append(figure)
    return found


#: How often a batter hits: 1割8分2厘, 2割4~5分.
_AVERAGE = regex(
    r"([\d一二三四五六七八九])割(?:([\d一二三四五六七八九])(?:[~～-]([\d一二三四五六七八九]))?分)?(?:([\d一二三四五六七八九])厘)?"
)
#: 1分半, 两个半小时
_AND_A_HALF = regex(rf"(\d{{1,3}}|[{''.join(_HAN)}]{{1,3}})[^\d\s，。、]{{0,2}}半")
_TENS = regex(r"\b([^\W\d_]{3,9})\sдесятк(?:а|ов|ами|ах|и|ів)\b")
_HALVES = regex("半|반|절반|半数")
_THIRD = regex(r"([\d一二三四五六七八九十百]+)\s?(?:分之|분의|分の)\s?([\d一二三四五六七八九十]+)")


def _roman(text: str) -> Iterator[Figure]:
    """Roman numbers: centuries, kings, chapters."""
    for found in _ROMAN.finditer(text):
        values = [_ROMAN_VALUES[char] for char in found.group()]
        value = Decimal(sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True)))
        yield Figure(value, "ordinal", *found.span(), len(values) > 1, False, others=((value - 1) * 100,))


def _loosely(text: str, segment: SourceSegment) -> set[Decimal]:
    """Values that the source may be said to hold beside its figures."""
    held: set[Decimal] = set()
    for day in days(segment):
        held.update(Decimal(one) for one in (day.day, day.month, day.year) if one)
    if known_language(segment) in _EAST:
        if _HALVES.search(text):
            held.update(map(Decimal, ("0.5", "50", "30", "6", "2", "15")))
            held.update(one + Decimal("0.5") for one in list(held) if one < 100)
            held.update(_counted(one[1]) + Decimal("0.5") for one in _AND_A_HALF.finditer(text))
        for one in _THIRD.finditer(text):
            low, high = _counted(one[1]), _counted(one[2])
            if low:
                held.update(
                    (low, high, round(high / low, 2), Decimal(round(100 * high / low)), round(100 * high / low, 1))
                )
        for one in _AVERAGE.finditer(text):
            for last in (one[2] or "", one[3] or one[2] or ""):
                shown = "".join(str(_HAN.get(char, char)) for char in (one[1], last, one[4] or "") if char)
                held.update((Decimal(shown), Decimal(f"0.{shown}"), Decimal(f"{shown[:2]}.{shown[2:] or 0}")))
        if re.search("双|兩|两|俩|양|両", text):
            held.add(Decimal(2))
        if "季度" in text or "분기" in text or "四半期" in text:
            held.update((Decimal(3), Decimal(4)))
    elif known_language(segment) in ("ar", "he"):
        held.add(Decimal(2))
    known = numerals(known_language(segment))
    for one in _TENS.finditer(text) if known is not None else ():
        count = known.word(one[1].lower()) if known is not None else None
        if count is not None:  # two tens are two dozen in English
            held.update((count.value, count.value * 10, count.value * 12))
    return held


#: A day of the Solar Hijri calendar.
_SOLAR_DAY = regex(r"\d{1,2}\s(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)")
#: How long a race took: 2:03:59, 3:51,943.
_TIMED = regex(r"(?<![\d:.])\d{1,2}:\d\d(?::\d\d|[.,]\d{1,3})(?!\d)")


def _dated(segment: SourceSegment, figures: list[Figure]) -> list[Figure]:
    """The figures with days, times and years of eras known as such."""
    spans: list[tuple[int, int, str, tuple[Decimal, ...]]] = [
        (one.start, one.end, "era", tuple(map(Decimal, one.years))) for one in era_years(segment)
    ]
    spans.extend(
        (one.start, one.end, "clock", tuple(Decimal(at) for at in sorted(one.minutes))) for one in clocks(segment)
    )
    spans.extend((one.start, one.end, "day", ()) for one in days(segment))
    if known_language(segment) == "fa":
        spans.extend((*one.span(), "day", ()) for one in _SOLAR_DAY.finditer(western(segment.text)))
    spans.extend((*one.span(), "time", ()) for one in _TIMED.finditer(western(segment.text)))
    if not spans:
        return figures
    marked: list[Figure] = []
    for figure in figures:
        for start, end, kind, values in spans:
            if start <= figure.start < end:
                if kind == "day" and 1000 <= figure.value <= 2199:
                    continue
                extra: tuple[Decimal, ...] = values
                if kind == "clock":
                    extra = (*values, (figure.value + 12) % 24, (figure.value - 12) % 24)
                figure = replace(figure, kind=kind, sure=False, others=tuple(dict.fromkeys((*figure.others, *extra))))
                break
        marked.append(figure)
    return marked
