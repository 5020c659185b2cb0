"""Placeholders without numbers have changed places: `%d … %s` for `%s … %d`.

Why it happens: the sentence was turned about, as its language wants it, and the placeholders with it; but the program
fills them in as they come, so a name stands where the number should, or the program stops.

How it is found: a placeholder of printf takes another kind of value than the one that stands in its place in the
source.

What it leaves alone: placeholders of one kind, of which nobody can tell whether they were changed; numbered ones
(`%2$d … %1$s`) and named ones, whose order is free. It runs on every target language.

Not met in the measured texts: they are news, which has no placeholders; catalogues of messages were read instead
(docs/rules/adequacy.md).
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._placeholders import differences

rule = Rule(category="design/markup", severity="major", languages=(), needs=("source",), since="0.3")

BAD = [
    Example("There are [[%d]] files in [[%s]].", source="In %s sind %d Dateien."),
    Example("[[%d]] von [[%s]]", source="%s: %d", language="de"),
    Example("[[%d]] ([[%s]]) %s", source="%s %d %s"),
    Example("Line [[%d]] of [[%s]] is wrong.", source="In %s ist Zeile %d falsch."),
    Example("[[%f]] of [[%d]] were read.", source="Von %d wurden %f gelesen."),
]
GOOD = [
    Example("There are %2$d files in %1$s.", source="In %s sind %d Dateien."),
    Example("%s is in %s.", source="In %s ist %s."),
    Example("There are {count} files in {folder}.", source="In {folder} sind {count} Dateien."),
    Example("In %s there are %d files.", source="In %s sind %d Dateien."),
    Example("In %s there are %i files.", source="In %s sind %d Dateien."),
    Example("There are %d files.", source="In %s sind %d Dateien."),
    Example("%1$s has %2$d files.", source="%1$s hat %2$d Dateien."),
    "There are %d files in %s.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each that stands in another's place."""
    for index, _, found in differences(document):
        for place, right in found.moved:
            message = f"“{place.text}” stands where the program puts the value of “{right.text}”: number them."
            yield Match(index, place.start, place.end, message)
