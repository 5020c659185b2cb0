"""Names of a source beside those of its target."""

from mtqa.analysis.source.names import source_names, targets
from mtqa.analysis.source.pairing import pairing
from mtqa.document import Document, Segment


def read(source: str, target: str, language: str) -> Document:
    return Document("x", [Segment(target, source)], source_language=language)


def test_what_came_and_what_did_not() -> None:
    document = read("Президент Швеции Соколов посетил Токио.", "President Sokolov of Finland visited Tokyo.", "ru")
    names = document.source_analysis.view(source_names)[0]
    target = document.analysis.view(targets)[0]
    assert [(name.text, target.has(name)) for name in names.names] == [
        ("Швеции", False),
        ("Соколов", True),
        ("Токио", True),
    ]
    assert names.licenses("Sokolov")
    assert names.licenses("Japan")
    assert not names.licenses("Finland")


def test_a_pairing_is_made_once() -> None:
    document = read("Путин.", "Putin.", "ru")
    assert pairing(document.analysis, document.source_analysis) is pairing(document.analysis, document.source_analysis)


def test_no_source_no_names() -> None:
    document = Document("x", [Segment("Putin spoke.", None)])
    assert pairing(document.analysis, document.source_analysis).sides == []
