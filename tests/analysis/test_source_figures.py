"""Figures, days and times of sources, as values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mtqa import check_documents
from mtqa.analysis.source import SourceSegment
from mtqa.analysis.source.dates import clocks, days, era_years, weekdays
from mtqa.analysis.source.figures import source_figures
from mtqa.analysis.source.matched import changes, compared
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.report import DocumentReport


def segment(language: str | None, text: str) -> SourceSegment:
    return SourceSegment(0, text, language)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("zh", "外债余额为19980亿美元", ["1998000000000"]),
        ("zh", "3亿5000万人，11万7015辆，三百五十人", ["350000000", "117015", "350"]),
        ("zh", "百分之十五", ["15"]),
        ("ko", "7천330억원, 2만5천명, 17만4천㎥급", ["733000000000", "25000", "174000"]),
        ("ja", "７万7000トン、１・６倍", ["77000", "1.6"]),
        ("ru", "286 млрд рублей, 1,5 млн тонн, 18 500 мест", ["286000000000", "1500000", "18500"]),
        ("ru", "двадцать пять тысяч человек", ["25000"]),
        ("de", "1.200 Milliarden, 3,5 Tonnen, fünfundzwanzig Leute", ["1200000000000", "3.5", "25"]),
        ("ar", "٢٥٠ ألف طن و١١٫٧ مليون، خمسة وعشرون", ["250000", "11700000", "25"]),
        ("fa", "چهار هزار میلیارد تومان", ["4000000000000"]),
        ("hi", "2 लाख 50 हजार, 5 करोड़, पच्चीस", ["250000", "50000000", "25"]),
        ("tr", "227 bin ton, 1,9 milyar, 117 bin 378", ["227000", "1900000000", "117378"]),
        ("vi", "97,9 triệu USD, 26.500 đồng", ["97900000", "26500"]),
        ("es", "42.000 millones, dos mil millones, treinta y cinco", ["42000000000", "2000000000", "35"]),
        ("fr", "quatre-vingt-dix-sept, 1 200 personnes", ["97", "1200"]),
        ("gu", "૧૨૩૪ લોકો", ["1234"]),
        ("fr", "2\u00a0000\u00a0hommes, 75\u202f000 $US", ["2000", "75000"]),
        ("ru", "49-ти тысячам жителей", ["49000"]),
        ("zh", "达到一点七多万例", ["17000"]),
        ("fi", "kahdennentoista tuotantokauden", ["12"]),
    ],
)
def test_a_figure_has_its_value(language: str, text: str, values: list[str]) -> None:
    found = {figure.value.normalize() for figure in source_figures(segment(language, text)).figures if figure.sure}
    assert {Decimal(value).normalize() for value in values} <= found


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("tr", "Geçtiğimiz on iki yıl boyunca çalıştım.", "I have worked for the last twelve years."),
        ("tr", "Programın on ikinci sezonu 28 Eylül'de başlıyor.", "The twelfth season begins on 28 September."),
        ("fi", "Ateenan 2004 satasen voittaja on Gatlin.", "Gatlin won in Athens in 2004 over this distance."),
        ("cs", "Roy byl nejlepší trenér v sezóně 2013/2014.", "Roy was the best coach in 2013-14."),
        ("cs", "Programování trvalo tři čtvrtě roku.", "It took 9 months to develop the app."),
        ("ru", "Около двух десятков улиц были закрыты.", "Close to two dozen streets were closed."),
        ("uk", "Передано понад півтора мільйона ковдр.", "More than one and a half million blankets were brought."),
        ("ja", "打率１割８分２厘の森が送りバントを決めた。", "Mori, who is hitting .182, laid down a bunt."),
        ("ja", "１分～１分半で到着する。", "It takes 1 to 1.5 minutes."),
        ("ja", "４人とも今は打率２割４～５分と苦しんでいる。", "All four are struggling with averages of .24 to .25."),
    ],
)
def test_what_is_said_otherwise_is_no_change(language: str, source: str, target: str) -> None:
    document = Document("d", [Segment(target, source=source)], source_language=language)
    (report,) = check_documents([document], config=Config(select=("adequacy",)))
    assert isinstance(report, DocumentReport)
    assert [finding.message for finding in report.findings] == []


def test_days_weekdays_times_and_eras() -> None:
    assert [(day.day, day.month) for day in days(segment("ru", "14 марта 2017 года"))] == [(14, 3)]
    assert [(day.day, day.month) for day in days(segment("ko", "3월 5일, 14일 밝혔다"))] == [(5, 3), (14, None)]
    assert [number for number, _, _ in weekdays(segment("vi", "hôm thứ năm"))] == [3]
    assert [sorted(one.minutes) for one in clocks(segment("de", "um halb acht"))] == [[450, 1170]]
    assert [one.years for one in era_years(segment("ja", "令和5年"))] == [(2023,)]


def test_a_changed_size_is_told_by_the_nearest_reading() -> None:
    """A decimal comma left in the target makes 11,7 no 117."""
    text = Segment("Egypt imported about 11,7 billion tons.", source="استوردت مصر نحو 11,7 مليون طن.")
    document = Document("d", [text], source_language="ar")
    (pair,) = compared(document.analysis, document.source_analysis)
    assert [change.power for change in changes(pair)] == [3]
