"""`mtqa explain`: a rule's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from mtqa.cli.messages import Fault
from mtqa.cli.options import config_option
from mtqa.cli.output import opened
from mtqa.cli.rules import loaded
from mtqa.config import Config
from mtqa.figures import Figures
from mtqa.reporters.lines import count
from mtqa.reporters.visible import disarmed, pad, visible, width
from mtqa.rule import Example, Rule
from mtqa.rulefacts import facts, given


@click.command("explain", short_help="Print a rule's page: what it finds, how, and its examples.")
@config_option
@click.argument("rule_id", metavar="ID")
def command(config: Config, rule_id: str) -> int:
    """Print the page of a rule: what it finds and why, what it leaves alone, its examples and its figures.

    ID is as `mtqa rules` and every finding show it, such as names/chimera; of a family, such as names, the rules
    are listed with what each finds.
    """
    rule_set = loaded(config)
    family = [rule for rule in rule_set.rules if rule.id.startswith(rule_id.rstrip("/") + "/")]
    try:
        lines = _family(rule_id.rstrip("/"), family) if family else _page(rule_set.get(rule_id))
    except ValueError as error:
        raise Fault(str(error)) from error
    with opened(None) as stream:
        for line in lines:
            stream.write(disarmed(line) + "\n")
    return 0


def _family(name: str, rules: Sequence[Rule]) -> Iterator[str]:
    yield name
    yield "=" * len(name)
    yield f"{count(len(rules), 'rule')}; `mtqa explain ID` prints the page of one."
    for rule in rules:
        yield ""
        yield f"{rule.id} ({rule.severity}{', preview' if rule.status == 'preview' else ''})"
        yield f"  {visible(rule.title)}"


def _page(rule: Rule) -> Iterator[str]:
    yield rule.id
    yield "=" * len(rule.id)
    yield from (visible(line) for line in rule.page.strip().split("\n"))
    yield ""
    for name, value in facts(rule):
        missing = name == "Engine" and rule.extra is not None and rule.extra.missing
        yield f"{name + ':':<9} {value}" + (" (not installed)" if missing else "")
    yield ""
    yield from _figures(rule.figures)
    yield ""
    yield "Flagged (the span in [[ ]]):"
    yield from _examples(rule.bad)
    yield ""
    yield "Left alone:"
    yield from _examples((*rule.good, *(one.example for one in rule.leave)))


def _figures(figures: tuple[Figures, ...]) -> Iterator[str]:
    """The figures as a table."""
    if not figures:
        yield "Not measured."
        return
    rows: list[tuple[str, ...]] = [("Measured on", "words", "found", "distinct", "unread", "met", "chance")]
    for row in figures:
        shares = ("" if share is None else f"{share:.2f}" for share in (row.met, row.chance))
        counts = (f"{number:,}" for number in (row.words, row.found, row.distinct, row.unread))
        rows.append((visible(row.set), *counts, *shares))
    size = max(width(name) for name, *_ in rows)
    for name, *cells in rows:
        yield (pad(name, size) + "".join(f"{cell:>11}" for cell in cells)).rstrip()


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    for example in examples:
        first = "  - "
        for name, value in given(example):
            yield f"{first}{name}: {visible(value)}"
            first = "    "
        for paragraph in example.text.split("\n\n"):
            yield first + visible(paragraph)
            first = "    "
