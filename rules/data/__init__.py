"""Tables that rules read; README.md says what each holds and where its facts are from."""

from __future__ import annotations

from pathlib import Path

from mtqa.kept import kept

#: The folder of the tables.
DATA = Path(__file__).parent


@kept("words", of=str(DATA))
def _lists() -> dict[str, dict[str, str]]:
    import tomllib  # costs start-up time

    with (DATA / "words.toml").open("rb") as file:
        return tomllib.load(file)


def wordset(rule: str, name: str) -> frozenset[str]:
    """A list of `words.toml`.

    Args:
        rule: id of the rule that needs it.
        name: of the list.
    """
    return frozenset(_lists()[rule][name].split())


def wordlist(rule: str, name: str) -> tuple[str, ...]:
    """The same in the order of the file, for what is tried one by one."""
    return tuple(_lists()[rule][name].split())
