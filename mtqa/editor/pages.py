"""What an editor shows of a finding: its page in Markdown, and where that stands."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mtqa.editor.checking import REASON
from mtqa.finding import CATEGORIES, Finding
from mtqa.lazy import regex
from mtqa.registry import RuleSet, UnknownRuleError
from mtqa.reporters.lines import suggestion_line
from mtqa.reporters.place import rule_ids
from mtqa.reporters.visible import clip
from mtqa.rule import Rule

_SIGNS = regex(r"([\\`*_{}\[\]()#+\-.!<>|~&])")
_MESSAGE = 1000


def hover(finding: Finding, rules: RuleSet, *, markdown: bool) -> str:
    """What is wrong, what to write instead, and the rule's page.

    Args:
        markdown: whether the editor shows that; else plain text.
    """
    plain = _plain if not markdown else _escaped
    head = f"{rule_ids(finding)} ({finding.severity}, {CATEGORIES[finding.category]})"
    parts = [f"**{_escaped(head)}**" if markdown else head, plain(clip(finding.message, _MESSAGE))]
    if suggestion := suggestion_line(finding):
        parts.append(plain(suggestion[0].upper() + suggestion[1:]))
    rule = rule_of(finding, rules)
    if rule is not None:
        parts += ["---", rule.page.strip()]
    return "\n\n".join(parts)


def rule_of(finding: Finding, rules: RuleSet) -> Rule | None:
    """The rule of a finding."""
    try:
        return rules.get(finding.rule)
    except UnknownRuleError:
        return None


def suppression(finding: Finding, document: str, file: str) -> str:
    """A table that silences a finding in one document, for the end of a configuration; its reason is to be filled in.

    Args:
        file: name of the configuration file.
    """
    table = "tool.mtqa.suppress" if Path(file).name == "pyproject.toml" else "suppress"
    rows = (
        ("rule", finding.rule),
        ("text", finding.text.strip()),
        ("document", _literal(document)),
        ("reason", REASON),
    )
    return f"\n[[{table}]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in rows)


def _literal(document: str) -> str:
    """A document's id as a pattern that fits it alone."""
    return re.sub(r"([*?\[])", r"[\1]", document)


def _toml(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _plain(text: str) -> str:
    return text
