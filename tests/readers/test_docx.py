"""Word documents."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
)
BODY = """
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The bridge</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The mayor </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>spoke</w:t></w:r>
<w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:ins><w:r><w:t>.</w:t></w:r></w:ins>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:br/><w:t>Then</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>One item</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>
"""


def docx(body: str = BODY, name: str = "word/document.xml") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, f"{HEAD}{body}</w:body></w:document>")
    return packed.getvalue()


def test_paragraphs(read: Any) -> None:
    (document,), problems = read("a.docx", docx())
    assert not problems
    assert document.title == "The bridge"
    assert [(s.target, s.kind, s.line) for s in document.segments] == [
        ("The bridge", "headline", None),
        ("The mayor spoke.\nThen", "body", None),
        ("One item", "list", None),
        ("Cell", "table", None),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (docx(name="xl/workbook.xml"), "a.docx: a ZIP archive without a Word document"),
        (docx()[:200], "a.docx: a Word document that cannot be unpacked"),
        (docx("<w:p><w:r>"), "a.docx: broken XML: mismatched tag"),
        (docx("<w:p><w:r><w:t>" + "x" * 70_000_000), "a.docx: a Word document of more than 64 MiB unpacked"),
        (docx("<w:p><w:r><w:t>" + "x" * 20_000_000), "a.docx: unpacks to more than 200 times its size"),
    ],
)
def test_broken_documents(read: Any, data: bytes, message: str) -> None:
    documents, (error,) = read("a.docx", data)
    assert not documents
    assert error.startswith(message)
