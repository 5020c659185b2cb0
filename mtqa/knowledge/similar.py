"""How alike two words are: by letters (edit distance) and by sound (consonants)."""

from __future__ import annotations

from functools import lru_cache

from mtqa.knowledge.people import fold
from mtqa.lazy import regex

__all__ = ["distance", "grown", "likeness", "skeleton", "slip"]

_SOUNDS = (
    ("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("zh", "S"), ("ph", "f"), ("th", "t"), ("kh", "h"),
    ("gh", "k"), ("ck", "k"), ("tz", "s"), ("ts", "s"), ("dj", "S"), ("ng", "n"), ("x", "S"), ("q", "S"), ("j", "S"),
)  # fmt: skip
_CLASS = str.maketrans("bdgvwrzcmSy", "ptkfflssns" + "i")
_VOWELS = regex("[aeiouh]")
#: What makes other words of a name: Kasatkin, Kasatkina; Houthi, Houthis; Serb, Serbian; Kyrgyz, Kyrgyzstan.
_ENDINGS = (
    "",
    *"s es a an n ian ans i is ese ish ans ia ov ova na ska ski y ie in ina ev eva o e u us um er ers land stan ic ist "
    "ism aya te ka ko nen son sen ez".split(),
)
#: Creeds and their followers: Trumpism, Trumpist; in French with an e.
_CREED = regex("is[mt]e?s?$")


def distance(one: str, other: str, limit: int) -> int:
    """Letters to insert, delete, replace or swap with a neighbour to make one word the other.

    Anything above `limit` comes back as `limit + 1`; time grows with the shorter word times `limit`.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    if one == other:
        return 0
    if len(set(one) ^ set(other)) > 2 * limit:  # each changes two of them at most; most words differ by more
        return limit + 1
    begin, end = 0, min(len(one), len(other))
    while begin < end and one[begin] == other[begin]:
        begin += 1
    end -= begin
    behind = 0
    while behind < end and one[-1 - behind] == other[-1 - behind]:
        behind += 1
    one, other = one[begin : len(one) - behind], other[begin : len(other) - behind]
    previous2: list[int] = []
    previous = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i] + [limit + 1] * len(other)
        for j in range(max(1, i - limit), min(len(other), i + limit) + 1):
            b = other[j - 1]
            best = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, previous2[j - 2] + 1)
            row[j] = best
        if min(row) > limit:
            return limit + 1
        previous2, previous = previous, row
    return min(previous[-1], limit + 1)


def grown(one: str, other: str) -> bool:
    """Whether two words, in plain small letters, are one with other endings: Kasatkin, Kasatkina.

    A creed and its followers are, too: Trumpism, Trumpist.
    """
    head = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    endings = one[head:] in _ENDINGS and other[head:] in _ENDINGS and head > min(len(one), len(other)) - 3
    return endings or _CREED.sub("", one) == _CREED.sub("", other)


def slip(one: str, other: str, long: int = 7) -> bool:
    """Whether two words, in plain small letters, differ by a letter, or by two if they are long, and by no ending.

    Args:
        long: letters of a long word.
    """
    limit = 2 if min(len(one), len(other)) >= long else 1
    return 0 < distance(one, other, limit) <= limit and not grown(one, other)


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants of a word in coarse classes, as they survive being spelt in another writing.

    `Trump`, `telangpu` (`特朗普`) -> `tlnp`; `Obama`, `aobama` -> `pn`. Doubled letters count once.
    """
    plain = fold(word[:60]).lower()
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    found: list[str] = []
    for char in _VOWELS.sub(" ", plain).translate(_CLASS):
        if char == " " or not char.isalpha() or char == "i":
            found.append(" ")
        elif not found or found[-1] != char:
            found.append(char)
    return "".join(found).replace(" ", "")


def likeness(one: str, other: str) -> float:
    """0 to 1: how alike two skeletons are; 0 where one is empty."""
    longest = max(len(one), len(other))
    if not one or not other:
        return 0.0
    return 1 - distance(one, other, longest) / longest
