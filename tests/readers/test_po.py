"""Catalogues of gettext."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.readers.po import unescaped
from mtqa.segment import Unit

#: As xgettext, msgmerge and Weblate write it.
PO = r"""# News of the town.
msgid ""
msgstr ""
"Language: en_GB\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#. Shown on top
#: src/a.c:1
#, c-format
msgid "Datei %s"
msgstr ""
"The file %s was\n"
"deleted."

#, fuzzy
#| msgid "old"
msgid "neu"
msgstr "old"

#, fuzzy
msgid "von der Maschine"
msgstr "by the machine"

msgctxt "menu"
msgid "%d Datei"
msgid_plural "%d Dateien"
msgstr[0] "one file"
msgstr[1] "%d \"files\""

msgid "leer"
msgstr ""

msgid "menu.file.open"
msgstr "Open a file"

#~ msgid "weg"
#~ msgstr "gone"
"""


def test_messages(read: Any) -> None:
    (document,), problems = read("a.po", PO)
    assert (document.id, document.language, document.source_language) == ("a.po", "en-GB", None)
    assert [(s.target, s.source, s.line) for s in document.segments] == [
        ("The file %s was\ndeleted.", "Datei %s", 12),
        ("by the machine", "von der Maschine", 23),
        ("one file", "%d Datei", 28),
        ('%d "files"', "%d Dateien", 29),
        ("Open a file", None, 35),
    ]
    units = [segment.unit for segment in document.segments]
    assert units[0] == Unit("Datei %s", note="Shown on top", formats=("c-format",))
    assert units[1] == Unit("von der Maschine", "fuzzy")
    assert units[3] == Unit("menu|%d Datei[1]", plural="%d Datei")
    assert problems == [
        "warning: a.po:18: a fuzzy message, the translation of another (#|): passed over",
        "warning: a.po:32: a unit without a translation: passed over",
        "warning: a.po:37: an obsolete message (#~): passed over",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message", "left"),
    [
        ('msgid "von', "msgid von", "a.po:22: broken message: found ", 4),
        ('Maschine"', "Maschine", "a.po:22: broken message: a string is not closed", 4),
        ('msgstr "by the machine"', '"by the machine"\n', "", 4),
        ('msgstr[1] "', 'mgstr[1] "', "a.po:29: broken message: found 'mgstr[1]", 3),
    ],
)
def test_a_broken_message_takes_no_other_along(read: Any, old: str, new: str, message: str, left: int) -> None:
    (document,), problems = read("a.po", PO.replace(old, new))
    assert [s for s in document.segments if s.target == "Open a file"]
    if message:
        assert problems[0].startswith(message)
        assert problems[0].endswith("this message was passed over")
    assert len(document.segments) == left


def test_a_file_that_breaks_off(read: Any) -> None:
    documents, problems = read("a.po", PO[: PO.index('msgstr "Open')])
    assert len(documents[0].segments) == 4
    assert problems[0] == "a.po:34: broken message: it breaks off before its msgstr; get the file anew"


def test_encodings(read: Any) -> None:
    text = PO.replace("UTF-8", "ISO-8859-1").replace("deleted", "gelöscht")
    (document,), _ = read("a.po", text.encode("latin-1"))
    assert "gelöscht" in document.segments[0].target
    (document,), problems = read("a.po", PO.replace("deleted", "gelöscht").encode("latin-1"))
    assert problems[0].startswith("a.po:14:5: not UTF-8: byte 0xf6")
    assert len(document.segments) == 4


def test_no_catalogue_at_all(read: Any) -> None:
    documents, problems = read("a.po", "The mayor said no.\n\n" * 30)
    assert not [document for document in documents if document.segments]
    assert problems[-1] == "a.po: gave up: the first 10 messages cannot be read; is this a PO file?"


def test_a_template_holds_nothing_to_check(read: Any) -> None:
    (document,), problems = read("a.pot", 'msgid "Datei"\nmsgstr ""\n')
    assert not document.segments
    assert problems == ["warning: a.pot:2: a unit without a translation: passed over"]


@given(st.text(max_size=40))
def test_escapes_round_trip(text: str) -> None:
    written = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    assert unescaped(written) == text


def test_escapes_of_bytes() -> None:
    assert unescaped(r"\101\x42\xff\q") == r"AB\xffq"


def test_forms_that_are_alike_are_read_once(read: Any) -> None:
    message = 'msgid "Bild"\nmsgid_plural "Bilder"\nmsgstr[0] "sheep"\nmsgstr[1] "sheep"\nmsgstr[2] "sheeps"\n'
    (document,), _ = read("a.po", message)
    assert [(s.target, s.source) for s in document.segments] == [("sheep", "Bild"), ("sheeps", "Bilder")]
