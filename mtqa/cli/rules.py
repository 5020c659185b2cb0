"""`mtqa rules`: which rules there are, whether they keep their word, and a new one."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from mtqa.cli.messages import Fault
from mtqa.cli.newrule import write
from mtqa.cli.options import config_option
from mtqa.cli.output import opened
from mtqa.config import Config
from mtqa.guard import described
from mtqa.registry import RuleLoadError, RuleSet, UnknownRuleError, load_rules
from mtqa.reporters.visible import disarmed, pad, visible, width
from mtqa.rule import Rule


@click.command("rules", short_help="List the rules, test them on their own examples, or begin one.")
@config_option
@click.argument("filters", nargs=-1, metavar="[FILTER]... | --selftest [ID]... | new FAMILY/NAME")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option(
    "--selftest",
    is_flag=True,
    help="Run rules over their own examples: those of each ID, which may be a family; else all. Status 1 if one fails.",
)
def command(config: Config, filters: tuple[str, ...], format_: str, selftest: bool) -> int:
    """List the rules, those of your own folders too (`rules` in the configuration), test them, or begin one.

    A FILTER is part of an id, a category or a title, or a severity or a status; of several, all must fit:
    `mtqa rules names critical`. "preview" rules run only where they are selected by their full id, or all are.

    `mtqa rules --selftest names/chimera` tests one rule. `mtqa rules new house/agency` writes a rule file to fill in.
    """
    rule_set = loaded(config)
    if filters[:1] == ("new",):
        if len(filters) != 2 or selftest:
            raise Fault("say which rule to begin: `mtqa rules new FAMILY/NAME`")
        return _new(filters[1], config, rule_set)
    rules = _named(rule_set, filters) if selftest else ()
    rules = rules or tuple(rule for rule in rule_set.rules if all(_fits(rule, word.casefold()) for word in filters))
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


def _new(rule_id: str, config: Config, rule_set: RuleSet) -> int:
    path, steps = write(rule_id, config.rules, rule_set.rules)
    with opened(None) as stream:
        stream.write(disarmed(visible(f"wrote {path}")) + "\n")
        for step in steps:
            stream.write(disarmed(visible(f"- {step}")) + "\n")
    return 0


def _named(rule_set: RuleSet, names: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of these ids, families and packs; none where a word is no such name, but may be a filter.

    Raises:
        Fault: a word that can only be an id, and is none.
    """
    known = [{rule.id for rule in rule_set.rules if f"{rule.id}/".startswith(f"{name.rstrip('/')}/")} for name in names]
    for name, ids in zip(names, known, strict=True):
        if not ids and "/" in name:
            try:
                rule_set.get(name)
            except UnknownRuleError as error:
                raise Fault(str(error)) from error
    return tuple(rule for rule in rule_set.rules if all(known) and any(rule.id in ids for ids in known))


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
        "fix": rule.fix,
        "needs": list(rule.needs),
        "extra": rule.extra.install if rule.extra is not None else None,
        "languages": list(rule.languages),
        "title": rule.title,
        "figures": [asdict(row) for row in rule.figures],
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
        examples = sum(len(rule.bad) + len(rule.good) + len(rule.leave) for rule in rules)
        outcome = f"{failed} failed" if failed else "all as they should be"
        stream.write(f"{len(rules)} rules, {examples} examples: {outcome}\n")
    return 1 if failed else 0
