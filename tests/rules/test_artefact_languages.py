"""What an assistant leaves, in the languages that most people read, and what a reporter writes that begins alike."""

from __future__ import annotations

import pytest

from mtqa import check_documents
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.report import DocumentReport

#: Language: a refusal, a label, a note, a prompt.
LEFT = {
    "zh": ("抱歉，我无法翻译该内容。", "译文：", "译者注：此处保留原文。", "请将以下文本翻译成中文："),
    "ja": (
        "申し訳ありませんが、そのリクエストにはお応えできません。", "翻訳：", "訳注：原文のまま。",
        "以下の文章を日本語に翻訳してください。",
    ),
    "ko": (
        "죄송합니다. 이 요청은 처리할 수 없습니다.", "번역:", "옮긴이 주: 원문 그대로.",
        "다음 텍스트를 한국어로 번역하세요.",
    ),
    "es": (
        "Lo siento, pero no puedo traducir este contenido.", "Traducción:", "Nota del traductor: se ha dejado así.",
        "Traduce el siguiente texto al español.",
    ),
    "fr": (
        "Je suis désolé, mais je ne peux pas traduire ce texte.", "Traduction :",
            "Note du traducteur : laissé tel quel.",
        "Traduisez le texte suivant en français.",
    ),
    "de": (
        "Es tut mir leid, aber ich kann diesen Text nicht übersetzen.", "Übersetzung:",
        "Anmerkung des Übersetzers: so belassen.", "Übersetze den folgenden Text ins Deutsche.",
    ),
    "ru": (
        "Извините, я не могу перевести этот текст.", "Перевод:", "Примечание переводчика: оставлено как есть.",
        "Переведите следующий текст на русский язык.",
    ),
    "ar": (
        "عذرًا، لا يمكنني ترجمة هذا النص.", "الترجمة:", "ملاحظة المترجم: ترك كما هو.",
        "ترجم النص التالي إلى العربية.",
    ),
    "pt": (
        "Desculpe, mas não posso traduzir este texto.", "Tradução:", "Nota do tradutor: mantido assim.",
        "Traduza o seguinte texto para o português.",
    ),
    "it": (
        "Mi dispiace, ma non posso tradurre questo testo.", "Traduzione:", "Nota del traduttore: lasciato così.",
        "Traduci il seguente testo in italiano.",
    ),
    "hi": (
        "क्षमा करें, मैं इस पाठ का अनुवाद करने में असमर्थ हूँ।", "अनुवाद:", "अनुवादक की टिप्पणी: ऐसे ही रखा गया।",
        "निम्नलिखित पाठ का हिंदी में अनुवाद करें।",
    ),
    "tr": (
        "Üzgünüm, ancak bu metni çeviremem.", "Çeviri:", "Çevirmenin notu: olduğu gibi bırakıldı.",
        "Aşağıdaki metni Türkçeye çevir.",
    ),
    "nl": (
        "Het spijt me, maar ik kan deze tekst niet vertalen.", "Vertaling:", "Noot van de vertaler: zo gelaten.",
        "Vertaal de volgende tekst naar het Nederlands.",
    ),
    "pl": (
        "Przepraszam, ale nie mogę przetłumaczyć tego tekstu.", "Tłumaczenie:", "Przypis tłumacza: tak pozostawiono.",
        "Przetłumacz poniższy tekst na język polski.",
    ),
    "uk": (
        "Вибачте, я не можу перекласти цей текст.", "Переклад:", "Примітка перекладача: залишено як є.",
        "Перекладіть наступний текст українською мовою.",
    ),
    "vi": (
        "Xin lỗi, tôi không thể dịch nội dung này.", "Bản dịch:", "Ghi chú của người dịch: giữ nguyên.",
        "Hãy dịch văn bản sau đây sang tiếng Việt.",
    ),
    "id": (
        "Maaf, saya tidak dapat menerjemahkan teks ini.", "Terjemahan:", "Catatan penerjemah: dibiarkan begitu.",
        "Terjemahkan teks berikut ke dalam bahasa Indonesia.",
    ),
    "th": ("ขออภัย ฉันไม่สามารถแปลข้อความนี้ได้", "คำแปล:", "หมายเหตุผู้แปล: คงไว้ตามเดิม", "กรุณาแปลข้อความต่อไปนี้เป็นภาษาไทย"),
    "fa": (
        "متأسفم، من نمی‌توانم این متن را ترجمه کنم.", "ترجمه:", "یادداشت مترجم: همان‌طور ماند.",
        "متن زیر را به فارسی ترجمه کنید.",
    ),
    "bn": (
        "দুঃখিত, আমি এই পাঠ্যটি অনুবাদ করতে পারছি না।", "অনুবাদ:", "অনুবাদকের টীকা: অপরিবর্তিত।",
        "নিচের লেখাটি বাংলায় অনুবাদ করুন।",
    ),
    "ur": (
        "معذرت، میں اس متن کا ترجمہ نہیں کر سکتا۔", "ترجمہ:", "مترجم کا نوٹ: ویسے ہی رہنے دیا۔",
        "درج ذیل متن کا اردو میں ترجمہ کریں۔",
    ),
    "sv": (
        "Jag är ledsen, men jag kan inte översätta den här texten.", "Översättning:",
        "Översättarens anmärkning: lämnat så.", "Översätt följande text till svenska.",
    ),
    "cs": (
        "Omlouvám se, ale tento text nemohu přeložit.", "Překlad:", "Poznámka překladatele: ponecháno.",
        "Přeložte následující text do češtiny.",
    ),
    "ro": (
        "Îmi pare rău, dar nu pot traduce acest text.", "Traducere:", "Nota traducătorului: lăsat așa.",
        "Traduceți următorul text în română.",
    ),
    "el": (
        "Λυπάμαι, αλλά δεν μπορώ να μεταφράσω αυτό το κείμενο.", "Μετάφραση:", "Σημείωση του μεταφραστή: έμεινε έτσι.",
        "Μετάφρασε το ακόλουθο κείμενο στα ελληνικά.",
    ),
    "he": ("מצטער, אני לא יכול לתרגם את הטקסט הזה.", "תרגום:", "הערת המתרגם: הושאר כך.", "תרגם את הטקסט הבא לעברית."),
    "hu": (
        "Sajnálom, de ezt a szöveget nem tudom lefordítani.", "Fordítás:", "A fordító megjegyzése: így maradt.",
        "Fordítsd le az alábbi szöveget magyarra.",
    ),
    "ta": (
        "மன்னிக்கவும், இந்த உரையை மொழிபெயர்க்க முடியவில்லை.", "மொழிபெயர்ப்பு:", "மொழிபெயர்ப்பாளர் குறிப்பு: அப்படியே.",
        "பின்வரும் உரையை தமிழில் மொழிபெயர்க்கவும்.",
    ),
    "te": (
        "క్షమించండి, నేను ఈ వచనాన్ని అనువదించలేను.", "అనువాదం:", "అనువాదకుని గమనిక: అలాగే ఉంచాం.",
        "కింది వచనాన్ని తెలుగులోకి అనువదించండి.",
    ),
    "mr": (
        "माफ करा, मी या मजकुराचे भाषांतर करू शकत नाही.", "भाषांतर:", "भाषांतरकाराची टीप: तसेच ठेवले.",
        "खालील मजकुराचे मराठीत भाषांतर करा.",
    ),
}  # fmt: skip
KINDS = ("refusal", "label", "translators-note", "prompt-leaked")


def found(language: str, *lines: str) -> list[str]:
    document = Document("story", [Segment(line) for line in lines], language=language)
    (report,) = check_documents([document], config=Config(select=tuple(f"artefacts/{kind}" for kind in KINDS)))
    assert isinstance(report, DocumentReport)
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize("kind", range(len(KINDS)), ids=KINDS)
@pytest.mark.parametrize("language", LEFT)
def test_what_an_assistant_leaves_is_found(language: str, kind: int) -> None:
    assert f"artefacts/{KINDS[kind]}" in found(language, LEFT[language][kind], "2026")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Как искусственный интеллект меняет рынок труда"),
        ("uk", "Як штучний інтелект змінює ринок праці"),
        ("de", "Als KI-Experte berät er die Regierung. Füge keine Hefe hinzu."),
        ("nl", "Als kunstmatige intelligentie doorzet, verdwijnen banen."),
        ("fr", "En tant qu'assistant parlementaire, il a suivi le débat. N'ajoutez pas de sel."),
        ("tr", "Bir yapay zeka şirketi Ankara'da açıldı."),
        ("hi", "एक AI कंपनी ने दिल्ली में दफ्तर खोला।"),
        ("zh", "作为人工智能领域的企业，该公司去年盈利。"),
        ("ja", "注：日程は変わることがある。"),
        ("ko", "저는 AI 연구자입니다, 하고 그는 말했다."),
        ("es", "No añadas sal hasta el final."),
        ("ru", "Не добавляйте сахар до кипения."),
        ("pl", "Przepraszam, ale nie mogę przyjść na spotkanie."),
        ("cs", "Omlouvám se, ale nemohu přijít."),
        ("hu", "Sajnos nem tudok elmenni a találkozóra."),
        ("vi", "Xin lỗi, tôi không thể đến được, anh nói."),
        ("id", "Maaf, saya tidak bisa datang, katanya."),
        ("it", "Non aggiungere acqua. In quanto assistente del sindaco, era presente."),
        ("ar", "لا تضف الملح قبل الغليان."),
        ("he", "מצטער, אני לא יכול להגיע מחר, אמר."),
    ],
)
def test_what_people_write_is_left_alone(language: str, text: str) -> None:
    assert found(language, text) == []
