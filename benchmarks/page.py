"""`python -m benchmarks.page`: how long the page of a large report takes, in Chromium.

A thousand stories with thirty thousand findings (`--stories`, `--findings` of each), each with source and reference,
made of the words of `samples/`; the places of the findings are by chance (fixed seed). Of each figure the best and the
worst of `--repeat` are shown, by the clock; and the best of what the thread of the page worked, which other work beside
does not change. Needs `pip install 'mtqa[browser]'`, Chromium and its driver.
"""

from __future__ import annotations

import argparse
import datetime
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.text import paragraphs
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.finding import Finding
from mtqa.report import DocumentReport
from mtqa.reporters import REPORTERS, Tally
from mtqa.score import penalty, score, verdict

_SIZE = 12  # paragraphs of a story

#: Notes when the page first shows something of its own, and when its verdicts are there.
_WATCH = """
const look = () => {
  const state = document.body && document.body.dataset.ready;
  if (state && !window["at" + state]) window["at" + state] = performance.now();
  if (state !== "verdicts") requestAnimationFrame(look);
};
look();
"""

#: Milliseconds from an act until the next frame is drawn.
_TIMED = """
const [act, done] = [arguments[0], arguments[1]];
const begin = performance.now();
new Function(act)();
requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
"""

_SET = "const one = document.getElementById('filter-{}'); one.value = '{}'; one.dispatchEvent(new Event('change'));"
ACTS = {
    "filter by severity": _SET.format("severity", "critical"),
    "filter by verdict too": _SET.format("verdict", "fail"),
    "all again": "document.getElementById('reset').click()",
    "next finding": "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}));",
    "filter beside a story": _SET.format("severity", "minor"),
    "all again, beside it": "document.getElementById('reset').click()",
    "dismiss": "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'x', bubbles: true}));",
    "down the list": "document.getElementById('stories').scrollTop = 20000;",
}


def reports(stories: int, findings: int) -> Iterator[DocumentReport]:
    """Stories with findings by chance."""
    pick = random.Random(0)
    pool = paragraphs()
    rules = Engine().rules
    for number in range(stories):
        texts = pick.choices(pool, k=_SIZE)
        segments = [Segment(text, pick.choice(pool), pick.choice(pool), line=n + 1) for n, text in enumerate(texts)]
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=number % 600)
        document = Document(
            f"story-{number}", segments, f"feeds/{number % 9}.xml", texts[0][:80], "en", "ru", day, number
        )
        found = []
        for _ in range(findings):
            segment = pick.randrange(_SIZE)
            start = pick.randrange(max(1, len(texts[segment]) - 12))
            rule = pick.choice(rules)
            place = (segment, start, start + 12, segment + 1, start + 1, texts[segment][start : start + 12])
            found.append(Finding(rule.id, rule.category, rule.severity, rule.title, *place, ("other words",)))
        found.sort(key=Finding.order)
        words = sum(len(text.split()) for text in texts)
        points = penalty(found)
        value = score(points / 4, words)
        decided = verdict(value, found[:1], 70, 90, "critical")
        yield DocumentReport(document, words, value, points, decided, (), tuple(found), 0, None, (), ())


def write(path: Path, stories: int, findings: int) -> float:
    """Write the page; seconds that the reporter took."""
    made = list(reports(stories, findings))
    begin = time.process_time()
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        reporter = REPORTERS["html"](stream, "benchmark", rules=Engine().rules)
        tally = Tally()
        for report in made:
            reporter.add(report)
            tally.add(report)
        reporter.close(tally.summary("benchmark"))
    return time.process_time() - begin


def measure(path: Path, repeat: int) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Milliseconds of everything, `repeat` times: by the clock, and of the thread of the page."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.support.wait import WebDriverWait

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1440,900"):
        options.add_argument(argument)
    driver: Any = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    taken: dict[str, list[float]] = {}
    worked: dict[str, list[float]] = {}

    def work() -> float:
        metrics = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return next(1000 * one["value"] for one in metrics if one["name"] == "TaskDuration")

    try:
        driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        driver.set_script_timeout(60)
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _WATCH})
        for _ in range(repeat):
            driver.get("about:blank")
            before = work()
            driver.get(path.as_uri())
            WebDriverWait(driver, 60).until(lambda one: one.execute_script("return window.atverdicts"))
            paint = "return performance.getEntriesByName('first-contentful-paint')[0].startTime"
            taken.setdefault("first paint", []).append(driver.execute_script(paint))
            taken.setdefault("list and overview are there", []).append(
                driver.execute_script("return window.attrue || window.atverdicts")
            )
            worked.setdefault("list and overview are there", []).append(work() - before)
            for name, act in ACTS.items():
                before = work()
                taken.setdefault(name, []).append(driver.execute_async_script(_TIMED, act))
                worked.setdefault(name, []).append(work() - before)
            search = "return performance.now()"
            begin = driver.execute_script(search)
            field = driver.find_element("id", "filter-words")
            field.send_keys("moscow")
            WebDriverWait(driver, 60, 0.01).until(
                lambda one: " of " in one.execute_script("return document.getElementById('found').textContent")
            )
            taken.setdefault("search, typing included", []).append(driver.execute_script(search) - begin)
            taken.setdefault("elements on the page", []).append(
                driver.execute_script("return document.querySelectorAll('*').length")
            )
            driver.execute_script("localStorage.clear()")
    finally:
        driver.quit()
    return taken, worked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=1_000)
    parser.add_argument("--findings", type=int, default=30, help="of each story")
    parser.add_argument("--repeat", type=int, default=5)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        seconds = write(path, wanted.stories, wanted.findings)
        size = path.stat().st_size / 1e6
        total = wanted.stories * wanted.findings
        print(f"{wanted.stories:,} stories, {total:,} findings: {size:.1f} MB, written in {seconds:.1f} s")
        print(f"{'milliseconds':32}{'best':>8}{'worst':>8}{'work':>8}")
        taken, worked = measure(path, wanted.repeat)
        for name, values in taken.items():
            own = f"{min(worked[name]):8.0f}" if name in worked else ""
            print(f"{name:32}{min(values):8.0f}{max(values):8.0f}{own}")


if __name__ == "__main__":
    main()
