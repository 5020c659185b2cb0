"""XML namespaces of feeds: what names mean, also where a feed declares them wrongly or not at all."""

from __future__ import annotations

from collections.abc import Mapping

from mtqa.lazy import regex

#: Address, without scheme and final mark, -> the prefix used here; "" for the words of RSS itself.
_KNOWN = {
    "": "",
    "purl.org/rss/1.0": "",
    "my.netscape.com/rdf/simple/0.9": "",
    "channel.netscape.com/rdf/simple/0.9": "",
    "backend.userland.com/rss": "",
    "backend.userland.com/rss2": "",
    "blogs.law.harvard.edu/tech/rss": "",
    "cyber.law.harvard.edu/rss/rss.html": "",
    "www.rssboard.org/rss-specification": "",
    "www.w3.org/2005/atom": "atom",
    "purl.org/atom/ns": "atom",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/terms": "dc",
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/rss/1.0/modules/dc": "dc",
    "search.yahoo.com/mrss": "media",
    "tools.search.yahoo.com/mrss": "media",
    "www.rssboard.org/media-rss": "media",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "www.google.com/schemas/play-podcasts/1.0": "googleplay",
    "www.w3.org/1999/xhtml": "xhtml",
    "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "news.yandex.ru": "yandex",
}
#: What a prefix means where its address is missing or unknown.
_USUAL = {prefix: prefix for prefix in _KNOWN.values() if prefix} | {"dcterms": "dc", "a10": "atom", "html": "xhtml"}
#: Of an address that is not known.
OTHER = "?"

_ENDS = regex(r"^(?:https?://)?|[/#]*$")


def space(address: str) -> str:
    """The prefix used here for an address; `OTHER` for an unknown one."""
    return _KNOWN.get(_ENDS.sub("", address.strip().lower()[:200]), OTHER)


def declared(attributes: Mapping[str, str], outer: dict[str, str]) -> dict[str, str]:
    """Prefixes that hold in an element, with our names for them; "" is that of names without one.

    Args:
        attributes: of its tag.
        outer: what holds around it; returned itself where nothing changes.
    """
    inner = outer
    for name, value in attributes.items():
        if name == "xmlns" or name.startswith("xmlns:"):
            if inner is outer:
                inner = dict(outer)
            inner[name[6:]] = space(value)
    return inner


def usual(prefix: str) -> str:
    """What a prefix means that is not declared, or with an unknown address."""
    return _USUAL.get(prefix.lower(), OTHER)
