"""What one party does to another, in English and in the languages of sources: thank, criticise, invade, sue, visit.

Each deed has its English forms and, by language, a pattern of the verb in the active, as a person or state does it.
"""
# ruff: noqa: E501 - a language a pattern, however long

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mtqa.lazy import regex
from mtqa.values import dataclass

__all__ = ["DEEDS", "PASSIVES", "Deed", "deed_of"]


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed of one party to another.

    Attributes:
        name: its plain form.
        active: forms of the English verb in the active, `to` infinitive and -ing left out.
        participle: its past participle.
        patterns: of the active verb, by language.
    """

    name: str
    active: frozenset[str]
    participle: str
    patterns: Mapping[str, re.Pattern[str]]


_VERBS = {
    "thank thanks thanked": {
        "ar": r"شكر(?:ت)?\b", "he": r"הוד(?:ה|תה|ו) ל", "hi": r"धन्यवाद (?:दिया|किया|कहा)|आभार", "el": r"ευχαρίστησ(?:ε|αν)",
        "ru": r"(?:по)?благодар(?:ил[аи]?|ит|ят)\b", "uk": r"(?:по)?дяку(?:вав|вала|вали|є|ють)\b", "tr": r"teşekkür e(?:t|di)",
        "fa": r"تشکر (?:کرد|می‌کند)|قدردانی (?:کرد|می‌کند)", "es": r"agradec(?:ió|e|ieron|en)\b", "fr": r"(?:a|ont|avait) remercié\b|\bremercien?t?\b",
        "it": r"(?:ha|hanno|aveva) ringraziato\b|\bringrazia(?:no)?\b", "pt": r"agradec(?:eu|e|eram)\b", "de": r"\bdank(?:te|ten|t)\b",
        "vi": r"\bcảm ơn\b|\bcám ơn\b", "zh": r"感谢|致谢", "ja": r"感謝し(?:た|て|、)|謝意を", "ko": r"감사(?:했|를 표)", "pl": r"podziękował", "cs": r"poděkoval",
    },
    "criticise criticises criticised": {
        "ar": r"انتقد(?:ت)?\b", "he": r"ביקר(?:ה|ו)?\b", "hi": r"आलोचना (?:की|करत)", "el": r"επέκριν(?:ε|αν)",
        "ru": r"(?:рас)?критик(?:овал[аи]?|ует|уют)\b", "uk": r"(?:роз)?критику(?:вав|вала|вали|є|ють)\b", "tr": r"eleştir(?!il)(?:di|iyor|mişti|diler|ir)",
        "fa": r"انتقاد (?:کرد|می‌کند)", "es": r"critic(?:ó|a|aron|an)\b", "fr": r"(?:a|ont|avait) critiqué\b|\bcritiquen?t?\b",
        "it": r"(?:ha|hanno|aveva) criticato\b|\bcritica(?:no)?\b", "pt": r"critic(?:ou|a|aram)\b", "de": r"\bkritisier(?:te|ten|t)\b",
        "vi": r"\bchỉ trích\b|\bphê phán\b", "zh": r"批评|抨击|指责", "ja": r"批判し(?:た|て|、)|非難し(?:た|て|、)", "ko": r"비판(?:했|하)|비난(?:했|하)",
        "pl": r"skrytykował", "cs": r"(?:z)?kritizoval",
    },
    "ask asks asked": {
        "ru": r"(?:по)?просил[аи]?\b|потребовал[аи]?\b|(?:по)?требу[ею]т\b|призвал[аи]?\b", "uk": r"(?:по)?просив|(?:по)?просил[аи]|вимага[єю]", "tr": r"iste(?!n)(?:di|mişti|yor)|talep et",
        "fa": r"درخواست (?:کرد|می‌کند)|خواست\b", "es": r"pidi(?:ó|eron)\b|\bpiden?\b|\bsolicit(?:ó|a|aron|an)\b", "fr": r"(?:a|ont|avait) demandé\b|\bdemanden?t?\b",
        "it": r"(?:ha|hanno|aveva) chiesto\b|\bchied(?:e|ono)\b", "pt": r"pediu\b|pediram\b|\bpedem?\b", "de": r"\b(?:bat|baten|bittet|bitten|forder(?:te|ten|t)|verlang(?:te|ten|t))\b",
        "vi": r"\b(?:đã|sẽ|đang|vừa) (?:yêu cầu|đề nghị)\b|\byêu cầu\b|\bđề nghị\b", "zh": r"要求|请求|提出", "ja": r"要請し(?:た|て|、)|要求し(?:た|て|、)|求め(?:た|て|、)",
        "ko": r"요청(?:했|하)|요구(?:했|하)|촉구(?:했|하)", "pl": r"popro(?:sił|szę)|zażądał|wezwał", "cs": r"požádal|vyzval",
    },
    "accuse accuses accused": {
        "ar": r"اتهم(?:ت)?\b", "he": r"האשימ(?:ה|ו)|האשים", "hi": r"आरोप लगा", "el": r"κατηγόρησ(?:ε|αν)",
        "ru": r"обвинил[аи]?\b|обвиня[ею]т\b", "uk": r"звинувати(?:в|л[аи])|звинувачу", "tr": r"suçla(?!n)(?:dı|dılar|mıştı)|suçluyor", "fa": r"متهم (?:کرد|می‌کند)",
        "es": r"acus(?:ó|a|aron|an)\b", "fr": r"(?:a|ont|avait) accusé\b|\baccusen?t?\b", "it": r"(?:ha|hanno) accusato\b|\baccusa(?:no)?\b", "pt": r"acus(?:ou|a|aram)\b",
        "de": r"\b(?:beschuldig(?:te|ten|t)|warf|wirft|werfen|warfen)\b", "vi": r"\bcáo buộc\b|\btố cáo\b", "zh": r"指责|指控|控告", "ja": r"非難し(?:た|て|、)", "ko": r"비난(?:했|하)",
        "pl": r"oskarżył", "cs": r"obvinil",
    },
    "condemn condemns condemned": {
        "ar": r"أدان(?:ت)?\b|ند(?:د|دت)\b", "he": r"גינ(?:ה|תה|ו)\b", "hi": r"निंदा (?:की|करत)", "el": r"καταδίκασ(?:ε|αν)",
        "ru": r"осудил[аи]?\b|осужда[ею]т\b", "uk": r"засуди(?:в|л[аи])|засуджу", "tr": r"kına(?!n)(?:dı|dılar)|kınıyor", "fa": r"محکوم (?:کرد|می‌کند)", "es": r"conden(?:ó|a|aron|an)\b",
        "fr": r"(?:a|ont|avait) condamné\b|\bcondamnen?t?\b", "it": r"(?:ha|hanno) condannato\b|\bcondanna(?:no)?\b", "pt": r"conden(?:ou|a|aram)\b", "de": r"\bverurteil(?:te|ten|t)\b",
        "vi": r"\blên án\b", "zh": r"谴责", "ja": r"非難し(?:た|て|、)", "ko": r"규탄(?:했|하)", "pl": r"potępił", "cs": r"odsoudil",
    },
    "praise praises praised": {
        "ar": r"أشاد(?:ت)?\b", "hi": r"प्रशंसा की|तारीफ की", "el": r"επαίνεσ(?:ε|αν)",
        "ru": r"(?:по)?хвалил[аи]?\b|похвалил", "uk": r"похвали", "tr": r"öv(?!ül)(?:dü|düler|üyor)", "fa": r"ستایش کرد|تمجید کرد", "es": r"elogi(?:ó|a|aron|an)\b|alab(?:ó|a)\b",
        "fr": r"(?:a|ont|avait) salué\b|\bsaluen?t?\b", "it": r"(?:ha|hanno) elogiato\b", "pt": r"elogi(?:ou|a|aram)\b", "de": r"\blob(?:te|ten|t)\b", "vi": r"\bca ngợi\b|\bkhen ngợi\b",
        "zh": r"赞扬|称赞|表扬", "ja": r"称賛し|たたえ|評価し", "ko": r"칭찬(?:했|하)", "pl": r"pochwalił", "cs": r"pochválil",
    },
    "warn warns warned": {
        "ar": r"حذر(?:ت)?\b", "he": r"הזהיר(?:ה|ו)?\b", "hi": r"चेतावनी दी|चेताया", "el": r"προειδοποίησ(?:ε|αν)",
        "ru": r"предупредил[аи]?\b|предупрежда[ею]т\b|предостерег", "uk": r"попереди(?:в|л[аи])", "tr": r"uyar(?!ıl)(?:dı|dılar|ıyor)", "fa": r"هشدار (?:داد|می‌دهد)", "es": r"advirti(?:ó|eron)\b|\badvierten?\b",
        "fr": r"(?:a|ont|avait) averti\b|(?:a|ont) mis en garde\b", "it": r"(?:ha|hanno) avvertito\b", "pt": r"advertiu\b|alertou\b", "de": r"\bwarn(?:te|ten|t)\b", "vi": r"\bcảnh báo\b", "zh": r"警告",
        "ja": r"警告し", "ko": r"경고(?:했|하)", "pl": r"ostrzegł", "cs": r"varoval",
    },
    "congratulate congratulates congratulated": {
        "ru": r"поздравил[аи]?\b|поздравля[ею]т\b", "uk": r"привіта(?:в|л[аи])", "tr": r"tebrik et|kutla(?!n)dı", "fa": r"تبریک (?:گفت|می‌گوید)", "es": r"felicit(?:ó|a|aron)\b", "fr": r"(?:a|ont|avait) félicité\b|\bféliciten?t?\b",
        "it": r"si (?:è|sono) congratulat", "pt": r"parabenizou|felicitou", "de": r"\bgratulier(?:te|ten|t)\b", "vi": r"\bchúc mừng\b", "zh": r"祝贺", "ja": r"祝意|祝福し", "ko": r"축하(?:했|하)", "pl": r"pogratulował", "cs": r"pogratuloval",
    },
    "invite invites invited": {
        "ar": r"دعا\b|دعت\b", "he": r"הזמינ(?:ה|ו)|הזמין", "hi": r"आमंत्रित किया|न्योता दिया", "el": r"προσκάλεσ(?:ε|αν)",
        "ru": r"пригласил[аи]?\b|приглаша[ею]т\b", "uk": r"запроси(?:в|л[аи])", "tr": r"davet et", "fa": r"دعوت (?:کرد|می‌کند)", "es": r"invit(?:ó|a|aron)\b", "fr": r"(?:a|ont|avait) invité\b|\binviten?t?\b",
        "it": r"(?:ha|hanno) invitato\b", "pt": r"convid(?:ou|a|aram)\b", "de": r"\blud(?:en)?\b|\blädt\b", "vi": r"\bmời\b", "zh": r"邀请", "ja": r"招待し|招き", "ko": r"초청(?:했|하)|초대(?:했|하)", "pl": r"zaprosił", "cs": r"pozval",
    },
    "receive receives received": {
        "ru": r"принял[аи]? (?!участ|реш|мер|закон)|принимает (?!участ|реш|мер)", "es": r"recib(?:ió|e|ieron|en)\b", "fr": r"(?:a|ont|avait) reçu\b|\breçoi(?:t|vent)\b", "it": r"(?:ha|hanno) ricevuto\b|\briceve\b", "pt": r"receb(?:eu|e|eram)\b",
        "de": r"\bempf(?:ing|ängt|ingen|angen)\b", "vi": r"\btiếp\b|\bđón tiếp\b", "zh": r"会见|接见", "ja": r"迎え", "ko": r"접견(?:했|하)", "pl": r"przyjął", "cs": r"přijal", "tr": r"kabul et",
    },
    "sue sues sued": {
        "ru": r"подал[аи]? в суд|подал[аи]? иск", "es": r"demand(?:ó|a|aron|an)\b", "fr": r"(?:a|ont) poursuivi\b|\battaquen?t? en justice", "it": r"(?:ha|hanno) citato\b|\bfa causa\b", "de": r"\bverklag(?:te|ten|t)\b", "vi": r"\bkiện\b",
        "zh": r"起诉|控告", "ja": r"提訴し|訴え", "ko": r"제소(?:했|하)|고소(?:했|하)", "tr": r"dava (?:aç|et)", "pl": r"pozwał", "cs": r"zažaloval", "pt": r"processou\b",
    },
    "send sends sent": {
        "ru": r"(?:на|от|по)(?:правил|слал)[аи]?\b", "es": r"envi(?:ó|a|aron|ará)\b", "fr": r"(?:a|ont) envoyé\b|\benvo(?:ie|ient|yé)\b", "it": r"(?:ha|hanno) inviato\b", "pt": r"envi(?:ou|a|aram)\b", "de": r"\b(?:sandte|schick(?:te|ten|t)|sendet)\b",
        "vi": r"\bgửi\b", "zh": r"致函|发送|派遣|派", "ja": r"送っ|派遣し", "ko": r"보냈|파견(?:했|하)", "tr": r"gönder(?!il)(?:di|ecek|iyor)", "pl": r"wysłał", "cs": r"poslal", "fa": r"فرستاد|ارسال کرد",
    },
    "attack attacks attacked": {
        "ar": r"هاجم(?:ت)?\b|قصف(?:ت)?\b", "he": r"תקפ(?:ה|ו)\b|תקף\b", "hi": r"हमला (?:किया|बोला)", "el": r"επιτέθηκ(?:ε|αν)",
        "ru": r"атаковал[аи]?\b|напал[аи]?\b", "uk": r"атакува(?:в|л[аи])", "es": r"atac(?:ó|a|aron|an)\b", "fr": r"(?:a|ont) attaqué\b|\battaquen?t?\b", "it": r"(?:ha|hanno) attaccato\b", "pt": r"atac(?:ou|a|aram)\b", "de": r"\b(?:griff|greift|griffen)\b",
        "vi": r"\btấn công\b", "zh": r"袭击|攻击|进攻", "ja": r"攻撃し", "ko": r"공격(?:했|하)", "tr": r"saldır(?!ıl)dı", "pl": r"zaatakował", "cs": r"zaútočil|napadl", "fa": r"حمله کرد",
    },
    "support supports supported": {
        "ar": r"دعم(?:ت)?\b|أيد(?:ت)?\b", "he": r"תמכ(?:ה|ו)\b|תמך\b", "hi": r"समर्थन किया", "el": r"υποστήριξ(?:ε|αν)",
        "ru": r"поддержал[аи]?\b|поддержива[ею]т\b", "uk": r"підтрима(?:в|л[аи])|підтриму", "es": r"apoy(?:ó|a|aron|an)\b", "fr": r"(?:a|ont) soutenu\b|\bsouti(?:ent|ennent)\b", "it": r"(?:ha|hanno) sostenuto\b|\bsosti(?:ene|engono)\b", "pt": r"apoi(?:ou|a|aram)\b",
        "de": r"\bunterstütz(?:te|ten|t)\b", "vi": r"\bủng hộ\b", "zh": r"支持", "ja": r"支持し|支援し", "ko": r"지지(?:했|하)|지원(?:했|하)", "tr": r"destekle(?!n)(?:di|diler)|destekliyor", "pl": r"poparł|wsparł", "cs": r"podpořil", "fa": r"حمایت (?:کرد|می‌کند)",
    },
    "defeat defeats defeated": {
        "ar": r"هزم(?:ت)?\b", "he": r"ניצח(?:ה|ו)?\b|הביס(?:ה|ו)?\b", "hi": r"हराया", "el": r"νίκησ(?:ε|αν)",
        "ru": r"победил[аи]?\b|обыграл[аи]?\b", "uk": r"перем(?:іг|огл[аи])", "es": r"derrot(?:ó|a|aron|an)\b|venci(?:ó|eron)\b", "fr": r"(?:a|ont) battu\b|\bbat(?:tent)?\b", "it": r"(?:ha|hanno) battuto\b|\bbatte\b", "pt": r"derrot(?:ou|a|aram)\b|venceu\b",
        "de": r"\b(?:besieg(?:te|ten|t)|schlug|schlägt)\b", "vi": r"\bđánh bại\b", "zh": r"击败|战胜", "ja": r"破っ|勝っ|下し", "ko": r"꺾었|이겼", "tr": r"yen(?!il)di|mağlup et", "pl": r"pokonał", "cs": r"porazil", "fa": r"شکست داد",
    },
    "invade invades invaded": {
        "ar": r"غز(?:ا|ت)\b|اجتاح(?:ت)?\b", "he": r"פלש(?:ה|ו)?\b", "el": r"εισέβαλ(?:ε|αν)",
        "ru": r"вторг(?:ся|лась|лись)\b", "uk": r"вторг(?:ся|лася|лись)\b", "es": r"invadi(?:ó|eron)\b|\binvaden?\b", "fr": r"(?:a|ont|avait) envahi\b|\benvahi(?:t|ssent)\b",
        "it": r"(?:ha|hanno) invaso\b|\binvad(?:e|ono)\b", "pt": r"invad(?:iu|iram|e|em)\b", "de": r"\büberf(?:iel|ielen|ällt)\b", "pl": r"najecha(?:ł|li)", "cs": r"napad(?:l|li)\b|vtrhl",
        "vi": r"\bxâm lược\b|\bxâm chiếm\b", "zh": r"入侵|侵略", "ja": r"侵攻し|侵略し", "ko": r"침공(?:했|하)|침략(?:했|하)", "tr": r"işgal e(?:tti|diyor)", "fa": r"اشغال کرد",
    },
    "sanction sanctions sanctioned": {
        "es": r"sancion(?:ó|a|aron|an)\b", "fr": r"(?:a|ont|avait) sanctionné\b|\bsanctionnen?t?\b", "it": r"(?:ha|hanno) sanzionato\b", "pt": r"sancion(?:ou|a|aram)\b", "de": r"\bsanktionier(?:te|ten|t)\b", "zh": r"制裁",
        "ja": r"制裁し", "ko": r"제재(?:했|하)",
    },
    "arrest arrests arrested": {
        "ru": r"арестовал[аи]?\b|задержал[аи]?\b", "uk": r"заарештува(?:в|л[аи])|затрима(?:в|л[аи])", "es": r"detuv(?:o|ieron)\b|arrest(?:ó|aron)\b", "fr": r"(?:a|ont|avait) arrêté\b|\barrêtent?\b", "it": r"(?:ha|hanno) arrestato\b",
        "pt": r"prend(?:eu|eram)\b|det(?:eve|iveram)\b", "de": r"\bverhaft(?:ete|eten|et)\b", "pl": r"aresztował|zatrzymał", "cs": r"zatk(?:l|nul)|zadržel", "vi": r"\bbắt giữ\b", "zh": r"逮捕|拘捕", "ja": r"逮捕し", "ko": r"체포(?:했|하)",
        "tr": r"tutukla(?!n)(?:dı|dılar)", "fa": r"بازداشت کرد|دستگیر کرد",
    },
    "reject rejects rejected": {
        "ru": r"отклонил[аи]?\b|отверг(?:ла|ли)?\b", "uk": r"відхили(?:в|л[аи])", "es": r"rechaz(?:ó|a|aron|an)\b", "fr": r"(?:a|ont|avait) rejeté\b|\brejett(?:e|ent)\b", "it": r"(?:ha|hanno) respinto\b|\brespinge\b", "pt": r"rejeit(?:ou|a|aram)\b",
        "de": r"\blehn(?:te|ten|t) [^.]{0,60}\bab\b", "pl": r"odrzucił", "cs": r"odmítl", "vi": r"\bbác bỏ\b|\btừ chối\b", "zh": r"拒绝|驳回", "ja": r"拒否し|退け", "ko": r"거부(?:했|하)|거절(?:했|하)", "tr": r"reddet(?!il)(?:ti|tiler)", "fa": r"رد کرد",
    },
    "visit visits visited": {
        "ar": r"زار(?:ت)?\b", "he": r"ביקר(?:ה|ו)? ב", "hi": r"दौरा किया", "el": r"επισκέφθηκ(?:ε|αν)|επισκέφτηκ(?:ε|αν)",
        "ru": r"посетил[аи]?\b", "uk": r"відвіда(?:в|л[аи])", "es": r"visit(?:ó|a|aron|an|ará)\b", "fr": r"(?:a|ont|avait) visité\b|\bvisitent?\b", "it": r"(?:ha|hanno) visitato\b|\bvisita\b", "pt": r"visit(?:ou|a|aram)\b", "de": r"\bbesuch(?:te|ten|t)\b",
        "pl": r"odwiedził", "cs": r"navštívil", "vi": r"\bthăm\b", "zh": r"访问|走访", "ja": r"訪問し|訪れ", "ko": r"방문(?:했|하)", "tr": r"ziyaret et", "fa": r"بازدید کرد|دیدار کرد",
    },
    "replace replaces replaced": {
        "ru": r"сменил[аи]?\b|заменил[аи]?\b", "uk": r"заміни(?:в|л[аи])|зміни(?:в|л[аи])", "es": r"sustituy(?:ó|e|eron)\b|reemplaz(?:ó|a|aron)\b", "fr": r"(?:a|ont|avait) remplacé\b|\bremplacen?t?\b", "it": r"(?:ha|hanno) sostituito\b|\bsostituisce\b",
        "pt": r"substitu(?:iu|i|íram)\b", "de": r"\bersetz(?:te|ten|t)\b|\blöst(?:e|en)? [^.]{0,40}\bab\b", "pl": r"zastąpił", "cs": r"nahradil|vystřídal", "vi": r"\bthay thế\b|\bthay\b", "zh": r"接替|取代", "ko": r"대체(?:했|하)|교체(?:했|하)",
    },
    "acquire acquires acquired": {
        "ru": r"купил[аи]?\b|приобр(?:ёл|ел[аи]?)\b|поглотил[аи]?\b", "uk": r"купи(?:в|л[аи])|придба(?:в|л[аи])", "es": r"adquiri(?:ó|eron)\b|compr(?:ó|a|aron)\b", "fr": r"(?:a|ont|avait) (?:acquis|racheté|acheté)\b|\brachètent?\b",
        "it": r"(?:ha|hanno) (?:acquisito|acquistato|comprato)\b", "pt": r"adquir(?:iu|iram)\b|compr(?:ou|aram)\b", "de": r"\b(?:kauf(?:te|ten|t)|übern(?:ahm|ahmen|immt))\b", "pl": r"przejął|kupił", "cs": r"koupil|převzal", "vi": r"\bmua lại\b|\bthâu tóm\b", "zh": r"收购",
        "ja": r"買収し", "ko": r"인수(?:했|하)", "tr": r"satın al(?!ın)(?:dı|dılar)", "fa": r"خرید\b",
    },
}  # fmt: skip
_MORE = {
    "criticise": "criticize criticizes criticized", "ask": "request requests requested urge urges urged demand demands demanded",
    "defeat": "beat beats", "receive": "host hosts hosted welcome welcomes welcomed",
}  # fmt: skip


def _deeds() -> tuple[Deed, ...]:
    found: list[Deed] = []
    for forms, patterns in _VERBS.items():
        name, *_, participle = forms.split()
        more = _MORE.get(name, "").split()
        compiled = MappingProxyType({language: regex(one, re.IGNORECASE) for language, one in patterns.items()})
        for k in range(0, len(more) + 1, 3):
            own = forms.split() if not k else more[k - 3 : k]
            found.append(
                Deed(name, frozenset(own), "beaten" if own[0] == "beat" else own[-1] if own else participle, compiled)
            )
    return tuple(found)


DEEDS = _deeds()

#: What shows that a sentence of a language may be in the passive, or speaks of what was done by somebody.
PASSIVES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        language: regex(pattern, re.IGNORECASE)
        for language, pattern in {
            "zh": "被|受到|遭|获|由|得到", "ja": "られ|され|れた", "ko": "당했|받았|되었|됐|받고", "vi": r"\b(?:bị|được)\b", "fr": r"\b(?:été|par)\b",
            "es": r"\b(?:sido|fue|fueron|por)\b", "pt": r"\b(?:sido|foi|foram|pel[oa]s?)\b", "it": r"\b(?:stat[oaie]|da|dal|dalla)\b", "de": r"\b(?:wurden?|worden|wird|von|vom)\b",
            "tr": r"tarafından", "fa": r"\bشد\b|توسط", "ar": r"\bمن قبل\b|\bتم\b|\bتعرض|\bعلى يد\b", "he": r"על ידי|\bעל-ידי", "hi": r"द्वारा|\bगया\b|\bगई\b|\bगए\b", "el": r"\bαπό\b", "ru": r"\b(?:был[аио]?|стал[аио]?)\b|ся\b", "uk": r"\bбу(?:в|л[аио])\b", "pl": r"\b(?:został[aoiy]?|przez)\b", "cs": r"\b(?:byl[aoiy]?)\b",
        }.items()
    }
)  # fmt: skip


@cache
def _by_form() -> dict[str, Deed]:
    return {form: deed for deed in DEEDS for form in (*deed.active, deed.participle)}


def deed_of(word: str) -> Deed | None:
    """The deed that a lower-cased form of an English verb is of."""
    return _by_form().get(word)
