"""Make the documentation a site: pages of the rules out of their modules, files beside docs/ as pages, links that hold.

`mkdocs build --strict` calls it (hooks in mkdocs.yml). On the site a page for every rule stands under rules/, as
`mtqa explain` prints it, and README, CHANGELOG and their like under project/. A link out of docs/ to anything else
stays as its text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mtqa.figures import Figures
from mtqa.registry import load_rules
from mtqa.rule import Example, Rule
from mtqa.rulefacts import facts, given

ROOT = Path(__file__).parent.parent
PROJECT = "project"
#: Pages that stand beside docs/, by their place in the repository.
BESIDE = (
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "benchmarks/README.md"),
    *("mtqa/knowledge/data/README.md", "rules/data/README.md"),
)
_LINK = re.compile(r"(?<!!)\[([^\]\n]{1,300})\]\(([^)\s:#]{1,300})(#[^)\s]{1,100})?\)")
#: What begins a part of a rule's page: `How it is found:`.
_HEADING = re.compile(r"\n+([A-Z][A-Za-z ]{3,30}):(?=\s)")
_PICTURE = re.compile(r"!\[([^\]\n]{0,300})\]\(([^)\s:]{1,300})\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made here."""
    rules = load_rules().rules
    if not rules:
        raise PluginError("no rules are installed: pip install '.[docs]' first")
    for rule in rules:
        files.append(File.generated(config, f"rules/{rule.id}.md", content=_rule(rule)))
    files.append(File.generated(config, "rules/all.md", content=_all(rules)))
    for name in BESIDE:
        text = (ROOT / name).read_text(encoding="utf-8")
        files.append(File.generated(config, f"{PROJECT}/{name}", content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Point links of the repository at pages of the site."""
    here = page.file.src_uri
    place = here.removeprefix(f"{PROJECT}/") if here.startswith(f"{PROJECT}/") else f"docs/{here}"

    def site(target: str) -> str | None:
        """Where a file of the repository, as linked from this page, stands on the site."""
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(place), target))
        if inside in BESIDE:
            found = f"{PROJECT}/{inside}"
        elif inside.startswith("docs/"):
            found = inside.removeprefix("docs/")
        else:
            return None
        return posixpath.relpath(found, posixpath.dirname(here) or ".") if files.get_file_from_path(found) else None

    def link(found: re.Match[str]) -> str:
        to = site(found[2])
        return f"[{found[1]}]({to}{found[3] or ''})" if to else found[1]

    def picture(found: re.Match[str]) -> str:
        to = site(found[2])
        return f"![{found[1]}]({to})" if to else found[1]

    return _PICTURE.sub(picture, _LINK.sub(link, markdown))


def _all(rules: tuple[Rule, ...]) -> str:
    """The list of all rules, family by family."""
    lines = ["# All rules", "", f"{len(rules)} rules. Each page says what is wrong, why it happens, how it is found."]
    family = ""
    for rule in rules:
        if rule.family != family:
            family = rule.family
            lines += ["", f"## {family}", ""]
        preview = ", preview" if rule.status == "preview" else ""
        lines.append(f"- [{rule.id.partition('/')[2]}]({rule.id}.md) ({rule.severity}{preview}): {_prose(rule.title)}")
    return "\n".join(lines) + "\n"


def _rule(rule: Rule) -> str:
    """A rule's page."""
    page = _HEADING.sub(r"\n\n**\1.** ", _prose(rule.page.strip()))
    parts = [f"# {rule.id}", page, "  \n".join(f"**{name}** {_prose(value)}" for name, value in facts(rule))]
    if rule.figures:
        parts += ["## Measured", _figures(rule.figures)]
    parts += ["## Flagged", _examples(rule.bad)]
    parts += ["## Left alone", _examples((*rule.good, *(one.example for one in rule.leave)))]
    return "\n\n".join(parts) + "\n"


def _figures(rows: tuple[Figures, ...]) -> str:
    lines = [
        "| set | words | findings | different | in documents nobody read | meets a person's mark | by chance |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for one in rows:
        shares = ("" if share is None else f"{share:.2f}" for share in (one.met, one.chance))
        cells = (one.set, f"{one.words:,}", f"{one.found:,}", f"{one.distinct:,}", f"{one.unread:,}", *shares)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _examples(examples: Iterable[str | Example]) -> str:
    blocks = []
    for example in examples:
        text = example if isinstance(example, str) else _text(example)
        fence = "````" if "```" in text else "```"
        blocks.append(f"{fence}text\n{text}\n{fence}")
    return "\n\n".join(blocks)


def _text(example: Example) -> str:
    """An example with what stands beside it."""
    return "\n".join((*(f"{name}: {text}" for name, text in given(example)), example.text))


def _prose(text: str) -> str:
    """Plain prose as Markdown: what stands between backticks is code, nothing else is a mark."""
    parts = text.split("`")
    for number in range(0, len(parts), 2):
        parts[number] = re.sub(r"([\\*_{}\[\]<>#|~])", r"\\\1", parts[number])
    return "`".join(parts)
