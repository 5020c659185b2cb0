"""Translations in one folder and their sources in another: which file is the source of which, by their names."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mtqa.document import Document, Problem
from mtqa.knowledge.languages import is_language
from mtqa.lazy import regex
from mtqa.readers.sniff import format_of_name, suffix

#: What says the language of a file: story.zh.txt, story_pt-BR.html.
_TAG = regex(r"[._-]([A-Za-z]{2,3})(?:[-_][A-Za-z]{2,4})?$")

_Key = tuple[str, str, str]


class SourceFolder:
    """The files of a folder of sources.

    Args:
        folder: as the user named it.
        roots: folders that are checked, as the user named them.
        files: all that is checked.
        sources: the files of the folder.
    """

    def __init__(self, folder: str, roots: Sequence[str], files: Iterable[str], sources: Sequence[str]) -> None:
        self._folder = folder
        self._roots = sorted(roots, key=len, reverse=True)
        self._exact = {os.path.relpath(file, folder): file for file in sources}
        self._by_key = _grouped(self._exact)
        self._left = dict(self._exact)
        self.translations = {file for file in files if not self._holds(file)}
        self._places = {file: self._place(file) for file in sorted(self.translations)}
        self._named = set(self._places.values())
        self._claims = _grouped(self._places.values())

    def of(self, file: str) -> str | None:
        """The source of a translation: of the same name, or of one that differs by the language in it alone."""
        place = self._places[file]
        found = place if place in self._exact else None
        if found is None:
            key = _key(place)
            others = [name for name in self._by_key[key] if name not in self._named]
            if len(others) == 1 and len([name for name in self._claims[key] if name not in self._exact]) == 1:
                found = others[0]
        if found is None:
            return None
        self._left.pop(found, None)
        return self._exact[found]

    def alone(self, file: str, items: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
        """A file that has no counterpart; an error says so, unless it holds its sources itself."""
        lacking = False
        for item in items:
            lacking = lacking or (isinstance(item, Document) and not item.has_source)
            yield item
        if lacking:
            there = os.path.join(self._folder, self._places[file])
            several = sorted(self._by_key[_key(self._places[file])])
            why = f"{', '.join(several[:3])} could all be it" if len(several) > 1 else f"there is no {there}"
            yield Problem(file, f"has no source in {self._folder}: {why}; checked without")

    def left(self) -> Iterator[Problem]:
        """A warning for each source that no translation came for, where whole folders are checked."""
        if self._roots:
            for file in self._left.values():
                checked = ", ".join(sorted(self._roots))
                yield Problem(file, f"has no translation of its name in {checked}", severity="warning")

    def _place(self, file: str) -> str:
        """Where a translation stands in its folder.

        A file that is named itself stands in the folder beside that of the sources, or in none.
        """
        for root in self._roots:
            if file.startswith(os.path.join(root, "")):
                return os.path.relpath(file, root)
        beside = os.path.dirname(os.path.abspath(self._folder))
        way = os.path.relpath(os.path.abspath(file), beside)
        return way.partition(os.sep)[2] if not way.startswith(os.pardir) and os.sep in way else os.path.basename(file)

    def _holds(self, file: str) -> bool:
        inside = os.path.join(os.path.realpath(self._folder), "")
        return os.path.realpath(file).startswith(inside)


def _key(place: str) -> _Key:
    """What the names of a file and of its source share: folder, stem without the language, and format."""
    folder, name = os.path.split(place)
    kind = suffix(name)
    stem = name.lower().removesuffix(".gz").removesuffix(kind)
    tag = _TAG.search(stem)
    if tag and tag.start() and is_language(tag[1]):
        stem = stem[: tag.start()]
    return folder, stem, format_of_name(name) or kind


def _grouped(places: Iterable[str]) -> defaultdict[_Key, list[str]]:
    groups: defaultdict[_Key, list[str]] = defaultdict(list)
    for place in places:
        groups[_key(place)].append(place)
    return groups
