"""Formats that hold translations or prose but are not read: told by name or content, never taken for prose."""

from __future__ import annotations

import re
from collections.abc import Callable

from mtqa.lazy import regex
from mtqa.readers.base import ReadError
from mtqa.values import NamedTuple

_UNITS = 'convert it to JSONL, a line {{"id", "segments": [{{"target", "source"}}]}}'
_CUES = 'join its cues to sentences, and give text, or JSONL with {{"target"}} segments'
_PROSE = "render it as HTML and give that; --input-format text reads it as it stands"
_VALUES = 'give its texts as JSONL, a line {{"id", "text"}}'
_OFFICE = "export it as text or HTML"


class Kind(NamedTuple):
    """A format that is not read: what it is called, and what to do."""

    name: str
    remedy: str


XLZ = Kind("a packed XLIFF (XLZ)", "unpack it, and give the XLIFF in it")
MO = Kind("a compiled gettext catalogue (MO)", "unpack it with msgunfmt, and give the PO")
QT = Kind("a Qt catalogue (TS)", _UNITS)
STRINGS = Kind("a file of interface strings", _UNITS)
SUBTITLES = Kind("subtitles", _CUES)
MARKDOWN = Kind("Markdown", _PROSE)
MARKUP = Kind("a text with markup", _PROSE)
YAML = Kind("YAML", _VALUES)
INI = Kind("an INI or properties file", _VALUES)
TOML = Kind("TOML", _VALUES)
WORD = Kind("a Word document", _OFFICE)
MAIL = Kind("an e-mail message", "save its text, or its HTML")
OFFICE = Kind("an office document", _OFFICE)

_BY_SUFFIX = {
    **dict.fromkeys((".xlz",), XLZ),
    **dict.fromkeys((".mo",), MO),
    **dict.fromkeys((".resx", ".resw", ".strings", ".stringsdict", ".xcstrings", ".arb", ".ftl"), STRINGS),
    **dict.fromkeys((".sbv", ".ass", ".ssa", ".ttml", ".dfxp", ".smi", ".lrc", ".stl"), SUBTITLES),
    **dict.fromkeys((".mdx", ".rmd", ".qmd"), MARKDOWN),
    **dict.fromkeys((".rst", ".adoc", ".asciidoc", ".tex", ".textile", ".org", ".wiki"), MARKUP),
    **dict.fromkeys((".yaml", ".yml"), YAML),
    **dict.fromkeys((".ini", ".cfg", ".conf", ".properties"), INI),
    **dict.fromkeys((".toml",), TOML),
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages"), WORD),
    **dict.fromkeys((".pptx", ".ppt", ".odp", ".xlsx", ".xlsm", ".xls", ".ods", ".epub", ".idml", ".pdf"), OFFICE),
    **dict.fromkeys((".eml", ".msg", ".mbox"), MAIL),
}

_CLOCK = r"\d{1,3}:\d\d(?::\d\d)?"
_CUE = regex(rf"^[ \t]*{_CLOCK}[,.:]\d{{1,3}}[ \t]*-->[ \t]*{_CLOCK}[,.:]\d{{1,3}}", re.MULTILINE)
_NUMBERED_CUE = regex(rf"\s*\d{{1,6}}[ \t]*\n[ \t]*{_CLOCK}[,.:]\d{{1,3}}[ \t]*-->")
_SBV_CUE = regex(r"^\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3}[ \t]*$", re.MULTILINE)
_FRAMES = regex(r"^\{\d{1,7}\}\{\d{1,7}\}", re.MULTILINE)
_SUNG = regex(r"^\[\d{1,2}:\d\d[.:]\d\d\]", re.MULTILINE)
_UNIT = regex(r'^msgid[ \t]+"', re.MULTILINE), regex(r'^msgstr(?:\[\d\])?[ \t]+"', re.MULTILINE)

_KEY = regex(r"[ \t]*(?:- )?(?:[a-z_$][\w.-]{0,60}|\"[^\"\n]{1,60}\"|'[^'\n]{1,60}')[ \t]?:(?:[ \t].*)?$")
_NESTING = regex(
    r"^([ \t]*)(?:- )?[a-z_][\w.-]{0,60}:[ \t]*\n\1(?:[ \t]{1,8}|(?=- ))(?:- \S|[\w.-]{1,60}:)", re.MULTILINE
)
_ITEM = regex(r"[ \t]*-(?:[ \t].*)?$|[ \t]+\S.*$|[ \t]*#.*$|\.\.\.$|---$")

_SECTION = regex(r"\[[^\[\]\n]{1,80}\][ \t]*$")
_SETTING = regex(r"[ \t]*[\w.\-/ ]{1,80}?[ \t]*=.*$|[ \t]*\"[^\"\n]{1,200}\"[ \t]*=[ \t]*\".*\";?[ \t]*$")
_REMARK = regex(r"[ \t]*(?:[#;!]|//|/\*|\*)")

#: What only Markdown has; a text that shows two of these is Markdown. One alone is left to the rules.
_MARKDOWN: tuple[tuple[re.Pattern[str], int], ...] = (
    (regex(r"^#{1,6} \S", re.MULTILINE), 2),
    (regex(r"!?\[[^\[\]\n]{1,300}\]\((?:https?://|/|#|\./|\.\./|mailto:)[^()\s]{0,500}\)"), 1),
    (regex(r"^\[[^\[\]\n]{1,60}\]:[ \t]+https?://", re.MULTILINE), 1),
    (regex(r"^\|?(?:[ \t]*:?-{3,}:?[ \t]*\|){1,40}(?:[ \t]*:?-{3,}:?[ \t]*)?$", re.MULTILINE), 1),
    (regex(r"^```\w{0,20}$", re.MULTILINE), 4),
    (regex(r"^(?:[*+-] \[[ xX]\] )", re.MULTILINE), 2),
)


def by_name(suffix: str) -> Kind | None:
    """The format that a suffix stands for, `None` if that is read, or not known."""
    return _BY_SUFFIX.get(suffix)


def by_content(text: str) -> Kind | None:
    """The format of a text that is no markup of XML or HTML, by its first characters; `None` if it may be prose."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return next((kind for tell, kind in _TELLS if tell(text)), None)


def by_root(name: str, text: str) -> Kind | None:
    """The format of XML by its outermost element."""
    if name == "TS" and "<context>" in text:
        return QT
    if name == "tt" and "/ttml" in text:
        return SUBTITLES
    if (name == "resources" and "<string" in text) or (name == "root" and "<resheader" in text):
        return STRINGS
    return None


def refusal(kind: Kind) -> ReadError:
    """The error for a format that is not read."""
    return ReadError(f"{kind.name}: not read yet; {kind.remedy.format()}")


def is_subtitles(text: str) -> bool:
    """Whether a text is SRT or WebVTT."""
    return text.startswith("WEBVTT") or bool(_NUMBERED_CUE.match(text)) or len(_CUE.findall(text)) > 1


def _subtitles(text: str) -> bool:
    """Whether a text is in another format of subtitles."""
    if text.startswith("[Script Info]") or _SBV_CUE.match(text):
        return True
    if any(len(form.findall(text)) > 1 for form in (_SBV_CUE, _FRAMES)):
        return True
    return 2 * len(_SUNG.findall(text)) > len(_lines(text)) > 2


def is_po(text: str) -> bool:
    """Whether a text is a catalogue of gettext."""
    return all(form.search(text) for form in _UNIT)


def _front_matter(text: str) -> bool:
    """Values of YAML or TOML before a text."""
    fence = text[:4]
    if fence not in ("---\n", "+++\n"):
        return False
    values, end, body = text[4:].partition("\n" + fence)
    lines = _lines(values)
    form = _KEY if fence[0] == "-" else _SETTING
    fits = all(form.match(line) or _ITEM.match(line) for line in lines)
    return bool(end and body.strip() and fits and any(form.match(line) for line in lines))


def _yaml(text: str) -> bool:
    if text.startswith("%YAML"):
        return True
    lines = _lines(text.removeprefix("---\n"))
    keys = sum(bool(_KEY.match(line)) for line in lines)
    if not keys or not all(_KEY.match(line) or _ITEM.match(line) for line in lines):
        return False
    return text.startswith("---\n") or (keys > 1 and bool(_NESTING.search(text)))


def _ini(text: str) -> bool:
    lines = [line for line in _lines(text) if not _REMARK.match(line)]
    sections = sum(bool(_SECTION.match(line)) for line in lines)
    settings = sum(bool(_SETTING.match(line)) for line in lines)
    return sections + settings == len(lines) and settings >= (1 if sections else 3)


def is_markdown(text: str) -> bool:
    """Whether a text is Markdown, by values that stand before it or by two signs that prose has not."""
    return _front_matter(text) or sum(len(form.findall(text)) >= least for form, least in _MARKDOWN) > 1


def _lines(text: str) -> list[str]:
    """Lines that hold something; the last one may be cut off where the file is long, so it does not count then."""
    lines = text.split("\n")
    return [line for line in (lines[:-1] if len(text) > 60_000 else lines) if line.strip()]


_TELLS: tuple[tuple[Callable[[str], object], Kind], ...] = (
    (_subtitles, SUBTITLES),
    (_yaml, YAML),
    (_ini, INI),
)
