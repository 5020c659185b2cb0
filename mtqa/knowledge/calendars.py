"""Names of months and weekdays, and decimal marks, in the languages of CLDR: `data/calendars.txt`."""

from __future__ import annotations

from functools import cache

from mtqa.knowledge.data import DATA
from mtqa.knowledge.table import Table
from mtqa.values import NamedTuple

__all__ = ["Calendar", "calendar"]

_ENDING = 6  # letters that may stand behind a stem
_VOWELS = "aeiouáéíóúаеиоуяьюйіāīēūų"
_STEM = 4  # letters that a stem has
_TABLE = Table(DATA / "calendars.txt")
#: Forms that CLDR has not: other spellings, other names of months, cases that change the stem, what stands before them.
_MORE: dict[str, tuple[str, str]] = {
    "ar": (
        "كانون الثاني|جانفي;شباط|فيفري;آذار;نيسان|ابريل|إبريل|أفريل;أيار|ماي;حزيران|جوان;تموز|يوليوز|جويلية;"
        "آب|اغسطس|غشت|أوت;أيلول|شتنبر;تشرين الأول|اكتوبر|تشرين الاول;تشرين الثاني|نونبر;كانون الأول|دجنبر|كانون الاول",
        "الإثنين|الاثنين;الثلثاء;الاربعاء;;;;",
    ),
    "cs": (
        "ledna|lednu|lednem;února|únoru;března|březnu;dubna|dubnu;května|květnu;června|červnu;července|červenci;"
        "srpna|srpnu;září;října|říjnu;listopadu;prosince|prosinci",
        "pondělka|pondělek;;středu|středy|středě;čtvrtka;pátku;sobotu|soboty|sobotě;neděli",
    ),
    "de": ("jänner|jän;feber;;;;;;;;;;", "montag;dienstag;;;;sonnabend;"),
    "fa": (
        "ژانویه;فوریه;مارس;آوریل;مه|می;ژوئن|ژوین;ژوئیه|جولای;اوت|آگوست;سپتامبر;اکتبر;نوامبر;دسامبر",
        ";سه شنبه;;پنج‌شنبه|پنج شنبه;;;",
    ),
    "fi": (
        ";".join(
            f"{stem}kuu" for stem in "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split()
        ),
        "",
    ),
    "he": (";".join(("",) * 12), "יום שני|ב׳;יום שלישי|ג׳;יום רביעי|ד׳;יום חמישי|ה׳;שישי|יום שישי|ו׳;שבת;יום ראשון|א׳"),
    "hi": (";फरवरी|फ़रवरी;;;;;;;सितम्बर;अक्तूबर|अक्टूबर;नवम्बर;दिसम्बर", ";मंगल;;वीरवार|बृहस्पतिवार;;;इतवार"),
    "lt": (
        "sausio|sausį;vasario|vasarį;kovo|kovą;balandžio|balandį;gegužės|gegužę|gegužė;birželio|birželį;liepos|liepą;"
        "rugpjūčio|rugpjūtį;rugsėjo|rugsėjį;spalio|spalį;lapkričio|lapkritį;gruodžio|gruodį",
        "",
    ),
    "pl": (
        "stycznia|styczniu|styczniem;lutego|lutym;marca|marcu;kwietnia|kwietniu;maja|maju;czerwca|czerwcu;lipca|lipcu;"
        "sierpnia|sierpniu;września|wrześniu;października|październiku;listopada|listopadzie;grudnia|grudniu",
        "poniedziałku|poniedziałkowy;wtorku;środę|środy|środzie;czwartku;piątku|piątkowy;sobotę|soboty;niedzielę|niedzieli",
    ),
    "ru": (
        "январе|январю|январем;феврале|февралю;марте|марту;апреле|апрелю;мае|маю;июне|июню;июле|июлю;августе|августу;"
        "сентябре|сентябрю;октябре|октябрю;ноябре|ноябрю;декабре|декабрю",
        "понедельника|понедельнику;вторника|вторнику|вторникам;среду|среды|средам|среде;четверга|четвергу;"
        "пятницу|пятницы|пятнице;субботу|субботы|субботе;воскресенья|воскресенью",
    ),
    "uk": (
        "січні;лютому;березні;квітні;травні;червні;липні;серпні;вересні;жовтні;листопаді;грудні",
        "понеділка;вівторка;середу|середи;четверга;п'ятницю|п’ятницю|п'ятниця|п’ятниця|п'ятниці|п’ятниці;суботу|суботи;неділю|неділі",
    ),
}


class Calendar(NamedTuple):
    """What a language calls months and weekdays.

    Attributes:
        mark: its decimal mark.
        months: lower-cased form -> 1 to 12.
        weekdays: lower-cased form -> 0 (Monday) to 6.
        month_stems, weekday_stems: beginnings that an ending may follow.
    """

    mark: str
    months: dict[str, int]
    weekdays: dict[str, int]
    month_stems: dict[str, int]
    weekday_stems: dict[str, int]

    def month(self, word: str) -> int | None:
        """The month a lower-cased word names."""
        return _named(word, self.months, self.month_stems)

    def weekday(self, word: str) -> int | None:
        """The weekday a lower-cased word (or two) names."""
        return _named(word, self.weekdays, self.weekday_stems)


def _named(word: str, forms: dict[str, int], stems: dict[str, int]) -> int | None:
    found = forms.get(word)
    if found is None:
        for size in range(len(word) - 1, max(_STEM, len(word) - _ENDING) - 1, -1):
            found = stems.get(word[:size])
            if found is not None:
                return found
    return found


def _read(cells: str, more: str, first: int) -> tuple[dict[str, int], dict[str, int]]:
    """Forms with their numbers, and stems that no other name begins with."""
    forms: dict[str, int] = {}
    for cell in (cells, more):
        for number, names in enumerate(cell.split(";"), first):
            for name in names.split("|"):
                if name:
                    forms.setdefault(name, number)
    stems: dict[str, int] = {}
    for form, number in forms.items():
        if not form.isalpha():
            continue  # signs of vowels are letters too
        stem = form.rstrip(_VOWELS)
        for base in {form, stem, form[: max(_STEM, len(form) - 2)]}:
            shared = any(other.startswith(base) and at != number for other, at in forms.items())
            if len(base) >= _STEM and not shared:
                stems.setdefault(base, number)
    return forms, stems


@cache
def calendar(language: str | None) -> Calendar | None:
    """The calendar of a language (ISO 639-1), read when first asked for; `None` where none is kept."""
    line = _TABLE.get(language or "-")
    if line is None:
        return None
    mark, months, weekdays = line.split("\t")
    more = _MORE.get(language or "", ("", ""))
    forms, stems = _read(months, more[0], 1)
    days, day_stems = _read(weekdays, more[1], 0)
    return Calendar(mark, forms, days, stems, day_stems)
