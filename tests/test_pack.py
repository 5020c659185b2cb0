"""Pattern packs: what a pattern matches, what a pack says when it is wrong, and that hostile text costs no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.analysis.extents import Extents
from mtqa.analysis.reading import Reading
from mtqa.document import Document, Segment
from mtqa.matching.pack import PackError, load_pack
from mtqa.matching.pattern import compile_pattern
from mtqa.registry import RuleLoadError, load_rules
from mtqa.rule import Rule

PATTERN = """
[[pattern]]
name = "of-of"
title = "“Of” stands twice."
message = "“{text}” says “of” twice."
category = "fluency/grammar"
severity = "minor"
tokens = "[[ of of ]]"
bad = ["The head [[of of]] state."]
good = ["The head of state."]
"""


def document(*paragraphs: str, kind: str = "body") -> Document:
    return Document("d", [Segment(text, kind=kind) for text in paragraphs])  # type: ignore[arg-type]


def found(pattern: str, text: str) -> list[str]:
    """The texts of the spans a pattern marks."""
    marked = []
    for sentence, starts in (compiled := compile_pattern(pattern.split())).places(document(text)):
        first, last = (starts[edge] for edge in compiled.span)
        marked.append(text[sentence.tokens[first].start : sentence.tokens[last - 1].end])
    return marked


def pack(folder: Path, text: str) -> list[Rule]:
    path = folder / "house.toml"
    path.write_text(text, encoding="utf-8")
    return load_pack(path, "mine/house")


@pytest.mark.parametrize(
    ("pattern", "text", "spans"),
    [
        ("although !.{1,8} , [[ but ]]", "Although it rained, but he came.", ["but"]),
        ("[[ !.{1,3} said ]] nothing", "So he said nothing.", ["he said"]),
        ("in [[ =May ]]", "In May we may; in may.", ["May"]),
        ("in the? year", "In year, in the year.", ["In year", "in the year"]),
        ("on <day> ~<month>", "On 21 it ended, on 21 March it began, on 45.", ["On 21"]),
        ("of~ [[ course ]]", "Course one, of course, a course.", ["Course", "course"]),
        ("!a|the~ [[ course ]]", "Course, a course, of course.", ["Course", "course"]),
        ("<start> however <any>", "However he came. He however came.", ["However he"]),
        ("left <end>", "He left. He left", ["left"]),
        ("<name> [[ a|<number> ]] cars", "Ford 20 cars, Ford a cars.", ["20", "a"]),
        ("can !be|<tag:R> it", "We can do it, can be it, can never it.", ["can do it"]),
        ("<ends:ing> to", "Going to to go to.", ["Going to"]),
        ("more <only:K>", "More stronger, more money.", ["More stronger"]),
        ("don't", "I don't, I don’t.", ["don't", "don’t"]),
        ("<ordinal> of <month>", "The 3rd of May, the 3 of May, the 3rd of may.", ["3rd of May"]),
        ("in <year> ,", "In 2015, in 20150, in 1815,", ["In 2015,"]),
        ("so <word>{2,2} that", "So very big that, so big that.", ["So very big that"]),
        ("<weekday> night", "Friday night, friday night.", ["Friday night"]),
    ],
)
def test_a_pattern_marks_what_it_says(pattern: str, text: str, spans: list[str]) -> None:
    assert found(pattern, text) == spans


@pytest.mark.parametrize(
    ("pattern", "text", "spans"),
    [
        ("despite of [[ <np> ]]", "Despite of the heavy rain in May they came.", ["the heavy rain"]),
        ("[[ <np> ]] despite", "They finished the long match despite it.", ["the long match"]),
        ("visited [[ <np> ]]", "They visited the bank's new chief in Rome.", ["the bank's new chief"]),
        ("despite [[ <np:many> ]]", "Despite two storms they came, despite a storm.", ["two storms"]),
        ("despite [[ <np:one> ]]", "Despite two storms they came, despite a storm.", ["a storm"]),
        ("[[ <vp:finite> ]] about", "They have never talked about it; talking about it helps.", ["have never talked"]),
        ("there <vp:finite> [[ <np:many> ]]", "There were three men in the boat.", ["three men"]),
        ("talked [[ <pp>{1,3} ]] .", "They talked in the hall of the town.", ["in the hall of the town"]),
        ("[[ <pp>{1,3} ]] , however", "In the hall of the town, however, they talked.", ["of the town"]),
        ("met [[ <np>? ]] <pp> .", "They met the mayor in the hall. They met in the hall.", ["the mayor"]),
        ("although [[ <clause> ]] , but <clause>", "Although he liked the dog, but she sold it.", ["he liked the dog"]),
        ("although <clause>", "Although of age, he left.", []),
        ("[[ <clause> ]] because", "The teacher left because it rained.", ["The teacher left"]),
        ("the man [[ <clause> ]] ,", "The man who wrote the book, a teacher, died.", ["who wrote the book"]),
    ],
)
def test_a_phrase_is_taken_whole_from_either_side(pattern: str, text: str, spans: list[str]) -> None:
    assert found(pattern, text) == spans


@pytest.mark.parametrize(
    ("pattern", "text", "spans"),
    [
        ("to [[ <verb:base> ]]", "They went to work to the work.", ["work"]),
        ("the [[ <noun:one>|old ]] of", "The work of the old of the dogs of London.", ["work", "old"]),
        ("the [[ !<noun:many> ]] of", "The work of the dogs of London.", ["work"]),
        ("can [[ <verb:base> ]] ~<noun>", "They can eat fish. They can eat quickly.", ["eat"]),
        ("<adjective>~ [[ dogs ]]", "The old dogs saw dogs.", ["dogs"]),
        ("[[ will <is:VB|VB-A> ]]", "They will be late. His will was late. They will go.", ["will be", "will go"]),
        ("<class:nominatives> [[ it ]]", "He it saw; him it saw; we it saw.", ["it", "it"]),
    ],
)
def test_a_word_class_is_that_of_the_sentence(pattern: str, text: str, spans: list[str]) -> None:
    assert found(pattern, text) == spans


def test_a_doubtful_class_is_neither_there_nor_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reading, "tag", lambda _self, _place: None)
    for pattern in ("to <verb:base>", "to !<verb:base>", "to ~<verb:base>", "<noun>~ to"):
        assert found(pattern, "They went to work.") == []


def test_what_cannot_be_read_is_no_phrase() -> None:
    assert found("[[ <np> ]] boat", "The old man the boat.") == []
    assert found("apples or eating [[ <np> ]]", "He likes apples or eating apples.") == []


def test_a_sentence_is_read_only_where_the_words_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    whole = Reading.extents

    def noted(self: Reading, kind: str) -> Extents:
        read.append(self.tokens[0].text)
        return whole(self, kind)

    monkeypatch.setattr(Reading, "extents", noted)
    found("despite of [[ <np> ]]", "Despite the rain they came. Despite of the rain they came. Rain of the year.")
    found("[[ <np> ]] despite of", "The rain came despite the sun. They came despite of the rain.")
    assert read == ["Despite", "They"]


def test_phrases_in_a_row_are_read_through_in_hostile_text() -> None:
    # as many ways to part the windows as with tokens, and one noun phrase in every place
    hostile = document("cat of the man who saw dogs " * 20_000)
    ahead = compile_pattern("cat <pp>{0,40} <any>{0,40} <np>{0,40} <clause>{0,40} <any>{0,40} =CAT".split())
    behind = compile_pattern("=CAT <any>{0,40} <clause>{0,40} <np>{0,40} <any>{0,40} <pp>{0,40} cat ~cat".split())
    assert list(ahead.places(hostile)) == list(behind.places(hostile)) == []


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("", "at least one element"),
        ("<any> <word>", "needs a word that is neither optional nor repeated"),
        ("the? of{1,3}", "needs a word that is neither optional nor repeated"),
        ("[[ of", "do not pair"),
        ("of ]]", "do not pair"),
        ("[[ ]] of", "hold nothing"),
        ("[[ of [[ the ]]", "do not pair"),
        ("of x{3,2}", "low before high"),
        ("of x{0,41}", "between 0 and 40"),
        ("of <verbs>", "unknown class <verbs>; known: <adjective>"),
        ("of <np:two>", "unknown class <np:two>; known: <adjective>"),
        ("of <is:VBQ>", "no tag 'VBQ'; there are \""),
        ("of <class:preposition>", "mtqa.knowledge has no list 'preposition'; there are sure-prepositions"),
        ("of <np>|it", "element '<np>|it': <np> takes a phrase, so it stands alone"),
        ("of !<pp>", "stands alone"),
        ("of ~<np>", "stands alone"),
        ("<np> <vp:finite>", "needs a word that is neither optional nor repeated"),
        ("of <tag:Ö>", "no word class has the letter 'Ö'; there are N (noun"),
        ("of a||b", "an alternative is empty"),
        ("of |a", "an alternative is empty"),
        ("of ~a?", "cannot be repeated"),
        ("of <end>?", "cannot be repeated"),
        (" ".join(["of"] * 41), "41 elements; at most 40"),
    ],
)
def test_a_wrong_pattern_says_what_is_wrong(pattern: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        compile_pattern(pattern.split())


def test_a_pack_becomes_rules_that_pass_their_own_examples(tmp_path: Path) -> None:
    (rule,) = pack(tmp_path, PATTERN)
    assert (rule.id, rule.title, rule.self_test()) == ("mine/house/of-of", "“Of” stands twice.", [])
    assert rule.run is not None
    (match,) = rule.run(document("One of of them."))
    assert match.message == "“of of” says “of” twice."


def test_values_above_the_first_pattern_hold_for_all(tmp_path: Path) -> None:
    text = 'category = "style/awkward"\nseverity = "major"\n' + PATTERN.replace('severity = "minor"\n', "")
    (rule,) = pack(tmp_path, text)
    assert (rule.category, rule.severity) == ("fluency/grammar", "major")


def test_slots_hold_the_words_of_the_text(tmp_path: Path) -> None:
    text = PATTERN.replace('"[[ of of ]]"', '"[[ of of? the <word> ]]"').replace(
        'bad = ["The head [[of of]] state."]',
        'bad = ["x"]\nsuggestions = ["of {2} {4}", "{text}"]',
    )
    (rule,) = pack(tmp_path, text)
    assert rule.run is not None
    (match,) = rule.run(document("Of the State he knew nothing."))
    assert match.suggestions == ("Of State", "Of the State")


def test_slots_count_the_elements_that_take_tokens(tmp_path: Path) -> None:
    text = PATTERN.replace('"[[ of of ]]"', '"<start> once~ [[ of of ]] ~course <word>"').replace(
        'bad = ["The head [[of of]] state."]',
        'bad = ["x"]\nsuggestions = ["{1} {3}"]',
    )
    (rule,) = pack(tmp_path, text)
    assert rule.run is not None
    (match,) = rule.run(document("of of state he knew nothing."))
    assert match.suggestions == ("of state",)


def test_a_slot_may_give_each_word_a_form_of_its_own(tmp_path: Path) -> None:
    text = PATTERN.replace('"[[ of of ]]"', '"[[ assist|assisted at ]]"').replace(
        'bad = ["The head [[of of]] state."]',
        'bad = ["x"]\nsuggestions = ["{1:assist=attend, assisted=was present}"]',
    )
    (rule,) = pack(tmp_path, text)
    assert rule.run is not None
    found = list(rule.run(document("They assist at it. He assisted at it. Assisted at night, he left.")))
    assert [match.suggestions for match in found] == [("attend",), ("was present",), ("Was present",)]


@pytest.mark.parametrize(
    ("slot", "fault"),
    [
        ("{1:assist=attend}", "has no form for 'assisted'"),
        ("{2:at=in}", "has no form for '2'"),
        ("{text:a=b}", "has no form for 'text'"),
    ],
)
def test_a_word_without_its_form_is_named(tmp_path: Path, slot: str, fault: str) -> None:
    text = PATTERN.replace('"[[ of of ]]"', '"[[ assist|assisted <word> ]]"').replace(
        'bad = ["The head [[of of]] state."]', f'bad = ["x"]\nsuggestions = ["{slot}"]'
    )
    with pytest.raises(PackError, match=fault):
        pack(tmp_path, text)


def test_one_place_is_found_once(tmp_path: Path) -> None:
    text = PATTERN.replace('tokens = "[[ of of ]]"', 'any_of = ["of of", "[[ of of ]] state"]')
    (rule,) = pack(tmp_path, text)
    assert rule.run is not None
    assert [match.start for match in rule.run(document("A head of of state; of of course."))] == [7, 20]


def test_each_pattern_may_have_its_own_suggestion(tmp_path: Path) -> None:
    text = PATTERN.replace(
        'tokens = "[[ of of ]]"', 'any_of = [["of of", "of"], ["the the", "{1}", "a"], "in in"]\nsuggestions = ["x"]'
    )
    text = text.replace("“{text}” says “of” twice.", "Write “{suggestion}”.")
    (rule,) = pack(tmp_path, text)
    assert rule.run is not None
    matches = list(rule.run(document("Of of the the state in in.")))
    assert [match.message for match in matches] == ["Write “Of”.", "Write “the”.", "Write “x”."]
    assert [match.suggestions for match in matches] == [("Of",), ("the", "a"), ("x",)]


def test_exceptions_are_proved_by_their_sentences(tmp_path: Path) -> None:
    proved = 'leave = [["of of state", "The head of of state."], ["<quoted>", "The “head of of”, [[of of]] men."]]\n'
    text = PATTERN.replace("The head [[of of]] state.", "The men [[of of]] old.")
    (rule,) = pack(tmp_path, text + proved)
    assert rule.self_test() == []
    (rule,) = pack(tmp_path, text + proved.replace("<quoted>", "<verse>"))
    assert len(rule.self_test()) == 2


def test_headlines_may_be_left_alone(tmp_path: Path) -> None:
    (rule,) = pack(tmp_path, "headlines = false\n" + PATTERN)
    assert rule.run is not None
    assert len(list(rule.run(document("Head of of state")))) == 1
    assert not list(rule.run(document("Head of of state", kind="headline")))


def test_a_pattern_may_be_for_some_registers_only(tmp_path: Path) -> None:
    (rule,) = pack(tmp_path, 'registers = ["news"]\n' + PATTERN)
    assert rule.registers == ("news",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "of-of"\n', "", "pattern number 1: missing name"),
        ('title = "“Of” stands twice."\n', "", "pattern of-of: missing title"),
        ('name = "of-of"', 'name = "Of of"', "name must be lower-case words joined by hyphens"),
        ("tokens =", "token =", "unknown key token"),
        ('tokens = "[[ of of ]]"', "", "give either tokens (one pattern) or any_of (several)"),
        ('tokens = "[[ of of ]]"', 'tokens = "of"\nany_of = ["of"]', "give either tokens"),
        ('tokens = "[[ of of ]]"', "tokens = 3", "tokens must be a text"),
        ('tokens = "[[ of of ]]"', "any_of = [3]", "any_of must be a list of texts"),
        ('"[[ of of ]]"', '"<any>"', "pattern of-of: needs a word"),
        ('tokens = "[[ of of ]]"', "any_of = [[]]", "any_of must be a list of texts, or of lists of a pattern and"),
        ('tokens = "[[ of of ]]"', 'any_of = [["of", "{2}"]]', "names element 2, which not every pattern has"),
        ("“{text}”", "{suggestion}", "names the suggestion; not every pattern has one"),
        ("good = [", 'leave = ["of of"]\ngood = [', "leave must be a list of pairs"),
        ("good = [", 'leave = [["<quote>", "x"]]\ngood = [', "exceptions that have a name: <archaic>"),
        ('"fluency/grammar"', '"grammar"', "unknown MQM category 'grammar'"),
        ('"minor"', '"bad"', "unknown severity 'bad'"),
        ('"minor"', '"minor"\nstatus = "on"', "status must be stable or preview"),
        ('"minor"', '"minor"\nheadlines = 1', "headlines must be true or false"),
        ("“{text}”", "{9}", "names element 9, which not every pattern has"),
        ("good = [", "good = [[", "cannot read the pattern pack"),
        ('bad = ["The head [[of of]] state."]', 'bad = "x"', "bad must be a list of texts"),
    ],
)
def test_a_wrong_pack_names_file_pattern_and_fault(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(PackError) as caught:
        pack(tmp_path, PATTERN.replace(old, new))
    assert "house.toml" in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds [[pattern]] tables; it has none"),
        ("pattern = 3", "holds [[pattern]] tables; it has none"),
        ("pattern = [3]", "holds [[pattern]] tables; it has none"),
        ('author = "me"\n' + PATTERN, "unknown key author; above the first pattern may stand"),
        (PATTERN + PATTERN, "two patterns have the name 'of-of'"),
    ],
)
def test_a_file_that_is_no_pack_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PackError) as caught:
        pack(tmp_path, text)
    assert message in str(caught.value)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(PackError, match="cannot read the pattern pack"):
        load_pack(path, "mine/house")
    with pytest.raises(RuleLoadError, match=r"house\.toml: cannot read"):
        load_rules([str(tmp_path)])


@given(st.lists(st.sampled_from(["of", "the", "a", ",", ".", "Of", "x", "3", "May", "“"]), max_size=30))
def test_no_text_breaks_a_pattern_and_every_span_lies_in_it(words: list[str]) -> None:
    text = " ".join(words)
    for pattern in ("[[ the{0,3} of !a{0,5} ]] of", "<any>{1,4} of ~<any>", "x~ of <month>? <end>", "<pp>? of <np>?"):
        compiled = compile_pattern(pattern.split())
        for sentence, starts in compiled.places(document(text)):
            assert len(starts) == len(compiled.elements) + 1
            assert starts == sorted(starts)
            assert 0 <= starts[0] <= starts[-1] <= len(sentence.tokens)


def test_triggers_at_every_place_and_a_huge_word_are_read_through() -> None:
    # 40 × 40 × 40 ways to part each window at each of 100,000 places would take days
    hostile = document("cat dog " * 100_000 + "x" * 2_000_000)
    ahead = compile_pattern("cat !x{0,40} !x{0,40} !x{0,40} =DOG".split())
    behind = compile_pattern("=DOG !x{0,40} !x{0,40} !x{0,40} cat ~dog".split())
    assert list(ahead.places(hostile)) == list(behind.places(hostile)) == []


def test_fixed_patterns_are_found_at_every_place() -> None:
    pattern = compile_pattern("cat [[ dog ]]".split())
    assert len(list(pattern.places(document("cat dog " * 5_000)))) == 5_000


def test_every_grammar_rule_reads_hostile_text_to_its_end() -> None:
    rules = [rule for rule in load_rules().rules if rule.family == "grammar"]
    assert len(rules) > 100
    texts = ("the of in " * 3_000, "“ " * 20_000, "although , " * 5_000, "he is to have the " * 3_000, "a" * 200_000)
    for text in texts:
        hostile = document(text)
        for rule in rules:
            assert rule.run is not None
            for match in rule.run(hostile):
                assert 0 <= match.start < match.end <= len(text)
