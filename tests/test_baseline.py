"""The baseline: what it knows again, and what it does not."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.baseline import Baseline, BaselineError
from mtqa.finding import Finding
from mtqa.suppress import Suppression


def finding(text: str = "the the", *, rule: str = "r/double", start: int = 0, rules: tuple[str, ...] = ()) -> Finding:
    return Finding(
        rule=rule, category="fluency/grammar", severity="minor", message="m", segment=0, start=start,
        end=start + len(text), line=1, column=1, text=text, rules=rules or (rule,),
    )  # fmt: skip


FINDINGS = st.lists(
    st.builds(
        finding,
        st.text(max_size=3),
        start=st.integers(0, 9),
        rules=st.sampled_from([("r/a",), ("r/b",), ("r/a", "r/b")]),
    ),
    max_size=8,
)


@given(FINDINGS, st.text(max_size=3))
def test_holds_all_it_was_made_of_after_a_round_trip(findings: list[Finding], document: str) -> None:
    made = Baseline.of((document, item) for item in findings)
    again = pickle.loads(pickle.dumps(made))
    assert again.new(document, findings) == []
    assert again.dumps() == made.dumps()
    assert again.new(document + "x", findings) == findings


@given(FINDINGS, FINDINGS)
def test_order_of_the_findings_does_not_change_the_file(one: list[Finding], other: list[Finding]) -> None:
    forth = Baseline.of([("a", item) for item in one] + [("b", item) for item in other])
    back = Baseline.of([("b", item) for item in reversed(other)] + [("a", item) for item in reversed(one)])
    assert forth.dumps() == back.dumps()
    assert forth.hash == back.hash


def test_load_reads_what_save_wrote(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    items = [finding("„Zażółć“ \ud800\n"), finding("=1")]
    made = Baseline.of(("doc", item) for item in items)
    made.save(path)
    assert Baseline.load(path).dumps() == made.dumps()
    assert Baseline.load(path).new("doc", items) == []
    assert len(Baseline.load(path)) == 2


def test_of_equal_findings_only_as_many_are_held_as_there_were() -> None:
    baseline = Baseline.of([("d", finding(start=5)), ("d", finding(start=20))])
    now = [finding(start=start) for start in (1, 2, 3)]
    assert baseline.new("d", now) == now[2:]


def test_a_rule_that_was_not_there_says_something_new_of_the_place() -> None:
    baseline = Baseline.of([("d", finding(rules=("r/a", "r/b")))])
    assert baseline.new("d", [finding(rules=("r/a",))]) == [], "one rule less is nothing new"
    more = [finding(rules=("r/a", "r/c"))]
    assert baseline.new("d", more) == more


@pytest.mark.parametrize("count", ["0", "-1", "true", "1.5", '"1"', "null"])
def test_wrong_counts_are_refused(tmp_path: Path, count: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(
        f'{{"version": 1, "findings": [{{"document": "d", "rule": "r", "text": "t", "count": {count}}}]}}', "utf-8"
    )
    with pytest.raises(BaselineError, match=r"b\.json: entry 1 is not a finding of a baseline"):
        Baseline.load(path)


@pytest.mark.parametrize(
    ("suppression", "fits"),
    [
        (Suppression("r/double"), True),
        (Suppression("r"), True),
        (Suppression("r/"), True),
        (Suppression("r/doub"), False),
        (Suppression("s/also"), True),
        (Suppression("r", text="the the"), True),
        (Suppression("r", text="the"), False),
        (Suppression("r", document="feed-*"), True),
        (Suppression("r", document="feed"), False),
        (Suppression("r", text="the the", document="other"), False),
    ],
)
def test_suppression_fits_where_everything_given_does(suppression: Suppression, fits: bool) -> None:
    assert suppression.fits("feed-1", finding(rules=("r/double", "s/also"))) is fits
