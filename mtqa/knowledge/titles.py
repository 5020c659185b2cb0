"""Titles and courtesies before or behind a name, in languages whose writing has no capitals."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["PLACES_BEFORE", "titles"]

_TITLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in {
            "ar": "الرئيس السيد السيدة الوزير الملك الأمير الشيخ الدكتور الدكتورة الجنرال العقيد اللواء الفريق "
            "النائب السفير "
            "القائد المدير الحاج الإمام الأستاذ اللاعب المدرب الكاتب الشاعر الفنان العماد",
            "fa": "آقای خانم دکتر مهندس سید حاج شیخ آیت‌الله حجت‌الاسلام سردار رئیس‌جمهور وزیر سرلشکر استاد",
            "he": "מר גברת ד״ר פרופ׳ השר השרה הנשיא הרב האלוף תת־אלוף ח״כ המלך הנסיך",
            "hi": "श्री श्रीमती सुश्री डॉ डॉक्टर मंत्री राष्ट्रपति प्रधानमंत्री मुख्यमंत्री सांसद विधायक जनरल प्रोफेसर न्यायमूर्ति",
            "ur": "صدر وزیراعظم جنرل مسٹر ڈاکٹر مولانا سید",
            "gu": "શ્રી શ્રીમતી ડૉ મંત્રી રાષ્ટ્રપતિ વડાપ્રધાન મુખ્યમંત્રી",
            "ko": "대통령 총리 회장 장관 의원 대표 사장 교수 씨 감독 위원장 시장 지사 총장 원장 부회장 부총리 "
            "차관 비서관 실장 국장 "
            "팀장 선수 기자 변호사 판사 검사 이사장 청장 본부장 전무 상무 부사장 국무총리",
        }.items()
    }
)


#: What stands before the name of a place.
PLACES_BEFORE = frozenset("ميناء مدينة محافظة بلدة قرية بندر شهر روستای شهرستان استان اهل".split())


def titles(language: str) -> frozenset[str]:
    """The titles of a language, ISO 639-1; none where the table has none."""
    return _TITLES.get(language, frozenset()) | (PLACES_BEFORE if language in ("ar", "fa") else frozenset())
