"""A server that is killed at any moment: what it answered for is there, and nothing is there twice."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import httpx

from mtqa.review.said import Said

from .made import finding, report, review_at
from .served import Editor, Server, serving

_KILLS, _EDITORS = 20, 4


def test_no_verdict_is_lost_and_none_is_there_twice(address):
    texts = [f"This is is sentence {i}." for i in range(50)]
    found = [finding(i, 5, 10, "repetition/doubled-word") for i in range(50)]
    review = review_at(address, [report("d1", texts, found)])
    chance = random.Random(7)
    answered: dict[str, str] = {}
    unanswered: dict[int, tuple[str, Said]] = {}  # of each editor the request that got no answer
    steps = Counter[int]()

    def work(server: Server, number: int) -> None:
        try:
            with Editor(server.url, f"editor {number}") as editor:
                while True:
                    client, said = unanswered.get(number) or _next(steps, number)
                    unanswered[number] = (client, said)
                    answer = editor.put(said, client)
                    assert answer.status_code == 200, answer.text
                    del unanswered[number]
                    answered[client] = said.verdict
        except httpx.TransportError:
            return  # killed

    for _ in range(_KILLS):
        before = len(answered)
        with serving(address) as server, ThreadPoolExecutor(_EDITORS) as pool:
            waiting = [pool.submit(work, server, number) for number in range(_EDITORS)]
            while len(answered) < before + chance.randrange(1, 25) and not any(one.done() for one in waiting):
                time.sleep(0.001)
            threading.Event().wait(chance.random() / 50)
            server.kill()
            for one in waiting:
                one.result()
    asked_again = dict(unanswered)
    with serving(address) as server:
        for number, (client, said) in asked_again.items():
            with Editor(server.url, f"editor {number}") as editor:
                assert editor.put(said, client).status_code == 200
            answered[client] = said.verdict

    kept = [one for one in review.history(most=1_000_000) if one["kind"] == "verdict"]
    assert len(kept) == len(answered) >= _KILLS
    assert Counter(one["verdict"] for one in kept) == Counter(answered.values())
    last: dict[tuple[str, int], str] = {}
    for one in reversed(kept):
        last[one["by"], one["segment"]] = one["verdict"]
    assert {(one.by, one.segment): one.verdict for one in review.all_verdicts()} == last


def _next(steps: Counter[int], number: int) -> tuple[str, Said]:
    """The next thing an editor says, with an id of its own."""
    step = steps[number]
    steps[number] += 1
    verdict = "accept" if step % 3 else "dismiss"
    return f"editor-{number}-{step}", Said("d1", "in.jsonl", step % 50, 5, 10, "repetition/doubled-word", verdict)
