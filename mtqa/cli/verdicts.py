"""`mtqa verdicts`: what people said of findings, and what follows from it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.messages import Fault, say
from mtqa.cli.output import Reads, opened
from mtqa.finding import CATEGORIES, SEVERITIES, Severity
from mtqa.precision import Missed, Precision, by_finding, latest, missed, precisions
from mtqa.reporters.lines import count
from mtqa.reporters.record import dumps
from mtqa.reporters.visible import disarmed, visible
from mtqa.review.agreement import agreement
from mtqa.teach import TeachError, lessons, right_names, with_names, with_severities, with_suppressions
from mtqa.verdicts import Verdict, VerdictError, day, read_verdicts

if TYPE_CHECKING:
    from mtqa.review.agreement import Agreement

#: A file, and what adds to it: (content, name of the file) -> (content, what was added).
_Addition = tuple[str, Callable[[str, str], tuple[str, str]]]

#: Bytes of a configuration or a list of names that is added to.
_MOST_BYTES = 16 * 2**20
#: Pairs of editors shown.
_PAIRS = 10


def _day(_: click.Context, __: click.Parameter, value: str | None) -> datetime.date | None:
    try:
        return day(value or "")
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _settings(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, Severity]:
    made: dict[str, Severity] = {}
    for value in values:
        rule, _sign, severity = value.partition("=")
        known = next((one for one in SEVERITIES if one == severity.strip()), None)
        if not rule.strip() or known is None:
            raise click.BadParameter(f"{value!r} is no RULE=SEVERITY, with one of {', '.join(SEVERITIES)}")
        made[rule.strip()] = known
    return made


@click.command("verdicts", short_help="What editors said of findings: precision of rules, what follows from it.")
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option(
    "--least",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    metavar="N",
    help="Judged findings from which on a rule that is dismissed nine times of ten proposes itself for demotion.",
)
@click.option("--suppress", metavar="FILE", help="Add a [[suppress]] table to FILE for each finding that is dismissed.")
@click.option("--expires", callback=_day, metavar="DAY", help="When they end, where the verdicts do not say. [never]")
@click.option("--severity", metavar="FILE", help="Write the proposed severities into FILE, a configuration.")
@click.option(
    "--set", "settings", callback=_settings, multiple=True, metavar="RULE=SEVERITY", help="Propose this one, too."
)
@click.option("--names", metavar="FILE", help="Add names and terms that are right as they stand to FILE, a glossary.")
def command(
    files: tuple[str, ...],
    format_: str,
    least: int,
    suppress: str | None,
    expires: datetime.date | None,
    severity: str | None,
    settings: dict[str, Severity],
    names: str | None,
) -> int:
    """Print how often each rule was right, with an interval of 95 %, and what no rule found, by category.

    FILES are verdict files (CSV), or databases of `mtqa review`. A finding counts once, as most of those who judged it
    say; where as many accept as dismiss it, it is disputed and counts for neither. With --suppress, --severity or
    --names what follows is written down; FILE may be there already, and is added to.
    """
    verdicts = [one for file in files for one in _read(file)]
    if not verdicts:
        raise Fault("there are no verdicts; `mtqa review` or the page of `--format html` write some")
    rules, marks = precisions(verdicts), missed(verdicts)
    proposed: dict[str, Severity] = {one.rule: "neutral" for one in rules if one.demotes(least)}
    proposed |= settings
    dismissed, unsure = lessons(verdicts)
    writing: list[_Addition] = []
    if suppress is not None:
        whole = [one.suppression(expires) for one in dismissed]
        writing.append((suppress, lambda text, name: _counted(with_suppressions(text, name, whole), "suppression")))
    if severity is not None:
        said = f"{len(proposed)} severit{'y' if len(proposed) == 1 else 'ies'}"
        writing.append((severity, lambda text, name: (with_severities(text, name, proposed), said)))
    if names is not None:
        listed = right_names(dismissed)
        writing.append((names, lambda text, name: _counted(with_names(text, name, listed), "name")))
    if unsure and (suppress is not None or names is not None):
        say(f"{unsure} dismissed left out: their words, if any, are in findings that are not dismissed, too", "note")
    _write(writing, Reads(files))
    lines = _json(verdicts, rules, marks, proposed) if format_ == "json" else _text(verdicts, rules, marks, proposed)
    for line in lines:
        click.echo(disarmed(line))
    return 0


def _read(file: str) -> Sequence[Verdict]:
    """The verdicts of a file or database."""
    if "://" not in file and not _is_database(file):
        try:
            return read_verdicts(Path(file))
        except VerdictError as error:
            raise Fault(str(error)) from error
    from mtqa.review import EXTRA

    if EXTRA.missing:
        raise Fault(f"{file}: a database {EXTRA.missing}")
    from mtqa.review.database import Database, DatabaseError
    from mtqa.review.store import Review

    try:
        database = Database(file)
    except DatabaseError as error:
        raise Fault(str(error)) from error
    try:
        return Review(database).all_verdicts()
    finally:
        database.close()


def _is_database(file: str) -> bool:
    try:
        with open(file, "rb") as stream:
            return stream.read(16) == b"SQLite format 3\0"
    except (OSError, ValueError):
        return False  # read_verdicts says what is wrong


def _counted(made: tuple[str, int], what: str) -> tuple[str, str]:
    return made[0], count(made[1], what)


def _write(writing: Sequence[_Addition], reads: Reads) -> None:
    """Add to files, one after the other: two things may go into one."""
    for file, add in writing:
        with opened(file, reads) as output:
            try:
                with open(file, "rb") as stream:
                    content = stream.read(_MOST_BYTES + 1)
            except FileNotFoundError:
                content = b""
            except (OSError, ValueError) as error:
                raise Fault(f"{file}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
            if len(content) > _MOST_BYTES:
                raise Fault(f"{file}: is larger than {_MOST_BYTES // 2**20} MiB")
            try:
                made, what = add(content.decode("utf-8"), file)
            except UnicodeDecodeError as error:
                raise Fault(f"{file}: is not UTF-8 text; save it as UTF-8") from error
            except TeachError as error:
                raise Fault(str(error)) from error
            output.write(made)
        say(f"{file}: {what} written", "note")


def _text(
    verdicts: Sequence[Verdict], rules: Sequence[Precision], marks: Sequence[Missed], proposed: Mapping[str, Severity]
) -> Iterator[str]:
    last = latest(verdicts)
    people = sorted({one.by for one in last if one.by})
    own = sum(one.verdict == "missed" for one in last)
    disputed = sum(one.disputed for one in rules)
    yield (
        f"{count(len(last), 'verdict')}{' by ' + visible(', '.join(people)) if people else ''}: "
        f"{count(len(by_finding(last)), 'finding')} judged"
        f"{f', {disputed} of them disputed' if disputed else ''}, {count(own, 'own mark')}"
    )
    if rules:
        wide = max(len("rule"), *(len(visible(one.rule)) for one in rules))
        yield ""
        yield f"{'rule':<{wide}}  right  wrong  precision  95 %"
        for one in rules:
            yield f"{visible(one.rule):<{wide}}  {one.accepted:>5}  {one.dismissed:>5}  {_share(one)}".rstrip()
    if marks:
        yield ""
        yield "Missed, by category:"
        for mark in marks:
            yield f"  {CATEGORIES[mark.category]} ({mark.category}): {_marks(mark)}"
    pairs = list(_pairs(last))
    if pairs:
        yield ""
        yield "Agreement of two editors on the findings that both judged:"
        for one_by, other, parts in pairs[:_PAIRS]:
            yield f"  {visible(one_by)} and {visible(other)}: {_agreed(parts['all'])}"
        if len(pairs) > _PAIRS:
            yield f"  and {len(pairs) - _PAIRS} pairs more; --format json has all"
    if proposed:
        yield ""
        yield "Proposed for the configuration:"
        yield from with_severities("", "", proposed).splitlines()


def _share(one: Precision) -> str:
    interval = one.interval
    if one.share is None or interval is None:
        return f"{'–':>9}"
    low, high = (f"{100 * edge:.0f}" for edge in interval)
    return f"{f'{100 * one.share:.0f} %':>9}  {low}–{high} %"


def _marks(mark: Missed) -> str:
    parts = ", ".join(
        f"{number} {severity}"
        for severity, number in reversed(list(zip(SEVERITIES, mark.counts, strict=True)))
        if number
    )
    return (
        f"{mark.total} ({parts}), beside {count(mark.found, 'finding')} that {'is' if mark.found == 1 else 'are'} right"
    )


def _pairs(last: Sequence[Verdict]) -> Iterator[tuple[str, str, dict[str, Agreement]]]:
    """Two editors, and how far they agree: on all findings, and on those of each severity."""
    said: dict[str, dict[Any, Verdict]] = {}
    for one in last:
        if one.verdict != "missed" and one.by:
            said.setdefault(one.by, {})[one.place] = one
    for first, other in combinations(sorted(said), 2):
        both = [(one, said[other][place]) for place, one in said[first].items() if place in said[other]]
        if both:
            parts = {"all": agreement([(a.verdict, b.verdict) for a, b in both])}
            for severity in SEVERITIES:
                parts[severity] = agreement([(a.verdict, b.verdict) for a, b in both if a.severity == severity])
            yield first, other, parts


def _agreed(part: Agreement) -> str:
    kappa = "" if part.kappa is None else f", kappa {part.kappa:.2f}"
    return f"{part.same} of {part.both} the same ({100 * (part.share or 0):.0f} %){kappa}"


def _json(
    verdicts: Sequence[Verdict], rules: Sequence[Precision], marks: Sequence[Missed], proposed: Mapping[str, Severity]
) -> Iterator[str]:
    last = latest(verdicts)
    yield dumps(
        {
            "verdicts": len(last),
            "editors": sorted({one.by for one in last if one.by}),
            "rules": [
                {
                    "rule": one.rule,
                    "accepted": one.accepted,
                    "dismissed": one.dismissed,
                    "disputed": one.disputed,
                    "precision": one.share,
                    "low": one.interval and one.interval[0],
                    "high": one.interval and one.interval[1],
                }
                for one in rules
            ],
            "missed": [
                {"category": one.category, **dict(zip(SEVERITIES, one.counts, strict=True)), "found": one.found}
                for one in marks
            ],
            "agreement": [
                {
                    "editors": [one, other],
                    **{
                        name: {"both": part.both, "same": part.same, "share": part.share, "kappa": part.kappa}
                        for name, part in parts.items()
                    },
                }
                for one, other, parts in _pairs(last)
            ],
            "severity": dict(proposed),
        }
    )
