"""Where a story is at home."""

from __future__ import annotations

import pytest

from mtqa.analysis.regions import at_home
from mtqa.document import Document


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Russian minister came.", "ru"),
        ("The yards of Ulsan and Changwon are full. Norway bought a ship.", "ko"),
        ("In Ulsan, Jae-in Moon spoke. A ship left.", "ko"),
        ("Tran Tuan and Nguyen Van met in the United States.", "vi"),
    ],
)
def test_a_story_is_at_home_where_its_towns_and_people_are(text: str, language: str) -> None:
    assert at_home(Document.from_text(text).analysis, language)


@pytest.mark.parametrize(
    "text", ["The yards of Ulsan are full.", "It rained in Ulsan, Yaroslavl and Voronezh. It snowed."]
)
def test_one_town_is_not_enough(text: str) -> None:
    assert not at_home(Document.from_text(text).analysis, "ko")
