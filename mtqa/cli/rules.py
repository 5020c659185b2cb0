"""`mtqa rules`: which rules there are, and whether they keep their word."""

from __future__ import annotations

import json

import click

from mtqa.cli.messages import Fault
from mtqa.cli.options import config_option
from mtqa.cli.output import opened
from mtqa.config import Config
from mtqa.guard import described
from mtqa.registry import RuleLoadError, RuleSet, load_rules
from mtqa.reporters.visible import disarmed, pad, visible, width
from mtqa.rule import Rule


@click.command("rules", short_help="List the rules, or test them on their own examples.")
@config_option
@click.argument("filters", nargs=-1, metavar="[FILTER]...")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--selftest", is_flag=True, help="Run every rule over its own examples; exit status 1 if one fails.")
def command(config: Config, filters: tuple[str, ...], format_: str, selftest: bool) -> int:
    """List the rules, those of your own folders too (`rules` in the configuration), or test them.

    A FILTER is part of an id, a category or a title, or a severity or a status; of several, all must fit:
    `mtqa rules names critical`. "preview" rules run only where they are selected by their full id, or all are.
    """
    rules = tuple(rule for rule in loaded(config).rules if all(_fits(rule, word.casefold()) for word in filters))
    if not rules:
        raise Fault(f"no rule fits {' '.join(filters)!r}; see `mtqa rules` for all")
    if selftest:
        return _selftest(rules)
    with opened(None) as stream:
        if format_ == "json":
            text = json.dumps([_record(rule) for rule in rules], ensure_ascii=False, indent=2)
            stream.write(text.replace("##", "#\\u0023") + "\n")  # `##[` is a command to some CI systems
            return 0
        rows = [("ID", "SEVERITY", "CATEGORY", "STATUS", "TITLE")]
        rows += [(rule.id, rule.severity, rule.category, rule.status, visible(rule.title)) for rule in rules]
        widths = [max(width(row[i]) for row in rows) for i in range(4)]
        for row in rows:
            cells = [pad(text, size) for text, size in zip(row[:4], widths, strict=True)]
            stream.write(disarmed("  ".join((*cells, row[4]))) + "\n")
    return 0


def _fits(rule: Rule, word: str) -> bool:
    return word in (rule.severity, rule.status) or any(
        word in text.casefold() for text in (rule.id, rule.category, rule.title)
    )


def loaded(config: Config) -> RuleSet:
    """All rules. Raises Fault: a rule file that cannot be used."""
    try:
        return load_rules(config.rules)
    except RuleLoadError as error:
        raise Fault(str(error)) from error


def _record(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "severity": rule.severity,
        "category": rule.category,
        "status": rule.status,
        "since": rule.since,
        "needs": list(rule.needs),
        "extra": rule.extra.install if rule.extra is not None else None,
        "languages": list(rule.languages),
        "title": rule.title,
        "measured": list(rule.measured),
    }


def _selftest(rules: tuple[Rule, ...]) -> int:
    failed = 0
    with opened(None) as stream:
        for rule in rules:
            try:
                failures = rule.self_test()
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # a broken rule is a failure of its own, the others are still tested
                failures = [f"{rule.id}: crashed: {described(error)}"]
            failed += bool(failures)
            for failure in failures:
                stream.write(disarmed(visible(failure)) + "\n")
        for rule in rules:
            if rule.extra is not None and rule.extra.missing is not None:
                stream.write(f"{rule.id}: not tested: {rule.extra.missing}\n")
        examples = sum(len(rule.bad) + len(rule.good) for rule in rules)
        outcome = f"{failed} failed" if failed else "all as they should be"
        stream.write(f"{len(rules)} rules, {examples} examples: {outcome}\n")
    return 1 if failed else 0
