"""What stands on a rule's page beside its text: for the terminal, and for the site."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.finding import CATEGORIES, WEIGHTS
from mtqa.rule import Example, Rule

__all__ = ["facts", "given"]


def facts(rule: Rule) -> Iterator[tuple[str, str]]:
    """What is fixed of a rule: name and value, those that it has."""
    yield "Category", f"{rule.category} ({CATEGORIES[rule.category]})"
    yield "Severity", f"{rule.severity} (weight {WEIGHTS[rule.severity]})"
    yield "Status", f"{rule.status}, since {rule.since}"
    if rule.status == "preview":
        yield "Runs", f"only where it is selected: `--select default,{rule.id}`"
    if rule.fix == "safe":
        yield "Fix", "safe: `mtqa fix` puts the suggestion in"
    if rule.languages:
        yield "For", ", ".join(rule.languages)
    if rule.needs:
        yield "Needs", ", ".join(rule.needs)
    if rule.extra is not None:
        yield "Engine", rule.extra.install


def given(example: Example) -> Iterator[tuple[str, str]]:
    """What an example has beside its text: name and value."""
    parts = {
        "title": example.title,
        "date": example.date and example.date.isoformat(),
        "source": example.source,
        "reference": example.reference,
        "glossary": example.terms,
        "language": example.language if example.language != "en" else None,
    }
    yield from ((name, value) for name, value in parts.items() if value)
