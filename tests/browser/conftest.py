"""The page in a real Chromium, driven by selenium.

Without Chromium, its driver or selenium these tests are skipped, with the reason; where `MTQA_NEED_BROWSER` is set (as
in `.ci/run`) they fail instead.
"""

from __future__ import annotations

import io
import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from mtqa.document import Document, Segment
from mtqa.finding import Finding
from mtqa.report import DocumentReport, SegmentScore
from mtqa.reporters import REPORTERS, Tally
from mtqa.rule import Rule

SIGNATURE = "rules:0a1b2c3d(3)|config:00000000|score:mqm-linear-100|engines:none|version:0.0.0"
SEVERITY = {"names/chimera": "critical", "grammar/agreement": "major", "casing/stray": "minor", "house/note": "neutral"}
RULES = [
    Rule(
        "accuracy/mistranslation", "critical", id="names/chimera", page="A person of two people.\n\nWhy it happens: …"
    ),
    Rule("fluency/grammar", "major", id="grammar/agreement", page="Subject and verb do not agree."),
    Rule("fluency/casing", "minor", id="casing/stray", page="A stray capital."),
    Rule("style/awkward", "neutral", id="house/note", page="A note."),
]
_CATEGORY = {rule.id: rule.category for rule in RULES}


def missing() -> str | None:
    """Why there is no browser, or `None`."""
    try:
        import axe_core_python  # noqa: F401
        import selenium  # noqa: F401
    except ImportError as error:
        return f"needs {error.name}: pip install 'mtqa[browser]'"
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        return "needs Chromium and its driver: apt-get install chromium chromium-driver"
    return None


def story(
    id: str,
    *targets: str,
    found: tuple[tuple[str, int, int, int], ...] = (),
    title: str | None = None,
    source: str | None = None,
    date: Any = None,
    verdict: Any = "warn",
    score: float = 80.0,
    message: str = "Something is wrong.",
    suggestions: tuple[str, ...] = (),
    fields: tuple[tuple[str, str | None], ...] = (),
) -> DocumentReport:
    """A report by hand; `found` holds (rule, segment, start, end)."""
    segments = [Segment(target, source, line=number + 1, column=1) for number, target in enumerate(targets)]
    language = source and "ru"
    document = Document(id, segments, path=f"{id}.txt", title=title, source_language=language, date=date, fields=fields)
    findings = tuple(
        Finding(
            *(rule, _CATEGORY.get(rule, "fluency/casing"), SEVERITY.get(rule, "minor"), message, segment, start, end),
            *(segment + 1, start + 1, targets[segment][start:end], suggestions),
        )
        for rule, segment, start, end in found
    )
    words = sum(len(target.split()) for target in targets)
    scores = tuple(SegmentScore(number, 1, 100.0, 0) for number in range(len(targets)))
    return DocumentReport(document, words, score, 0, verdict, scores, findings, 0, None, (), ())


def written(reports: list[DocumentReport]) -> str:
    """The page of these reports."""
    stream = io.StringIO()
    reporter = REPORTERS["html"](stream, SIGNATURE, rules=RULES)
    tally = Tally()
    for report in reports:
        reporter.add(report)
        tally.add(report)
    reporter.close(tally.summary(SIGNATURE))
    return stream.getvalue()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and remembers what it was asked for."""

    asked: list[str]

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        self.asked.append(self.path)


class Page:
    """A page in the browser.

    Args:
        driver: of selenium.
        folder: that is served.
        origin: address of the server.
        asked: paths it was asked for so far.
        downloads: folder of saved files.
    """

    def __init__(self, driver: Any, folder: Path, origin: str, asked: list[str], downloads: Path) -> None:
        self.driver, self.folder, self.origin, self.asked, self.downloads = driver, folder, origin, asked, downloads

    def open(self, reports: list[DocumentReport] | str, fragment: str = "") -> None:
        """Write the page and open it, in a window that knows nothing of other pages."""
        text = reports if isinstance(reports, str) else written(reports)
        (self.folder / "page.html").write_text(text, encoding="utf-8")
        self.driver.get("about:blank")
        self.driver.get(f"{self.origin}/page.html{fragment}")
        self.settle()

    def reload(self) -> None:
        self.driver.refresh()
        self.settle()

    def settle(self) -> None:
        """Wait until the page has all it shows."""
        self.until("return document.body.dataset.ready === 'verdicts'")

    def until(self, script: str) -> Any:
        from selenium.webdriver.support.wait import WebDriverWait

        return WebDriverWait(self.driver, 20, 0.02).until(lambda driver: driver.execute_script(script), script)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def keys(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        from selenium.webdriver.common.action_chains import ActionChains

        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()
        self.frame()

    def frame(self) -> None:
        """Let the page draw, and the promises of the store end."""
        script = "setTimeout(() => { requestAnimationFrame(arguments[0]); setTimeout(arguments[0], 300); }, 30)"
        self.driver.execute_async_script(script)  # in a window that is hidden no frame is drawn

    def texts(self, selector: str) -> list[str]:
        return self.run("return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)", selector)

    def text(self, selector: str) -> str:
        (text,) = self.texts(selector)
        return text

    def count(self, selector: str) -> int:
        return len(self.texts(selector))

    def click(self, selector: str) -> None:
        self.driver.find_element("css selector", selector).click()
        self.frame()

    def choose(self, field: str, value: str) -> None:
        from selenium.webdriver.support.select import Select

        Select(self.driver.find_element("id", f"filter-{field}")).select_by_value(value)
        self.run("document.activeElement.blur()")  # as a click elsewhere does
        self.frame()

    def saved(self) -> bytes:
        """The file that the page saved last."""
        self.until("return true")
        for _ in range(200):
            files = [path for path in self.downloads.glob("*.csv") if path.stat().st_size]
            if files and not list(self.downloads.glob("*.crdownload")):
                (file,) = files
                content = file.read_bytes()
                file.unlink()
                return content
            threading.Event().wait(0.05)
        pytest.fail("nothing was saved")

    def complaints(self) -> list[str]:
        """What the browser wrote to its console."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture(scope="session")
def _driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Path]]:
    reason = missing()
    if reason:
        (pytest.fail if os.environ.get("MTQA_NEED_BROWSER") else pytest.skip)(reason)
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    downloads = tmp_path_factory.mktemp("downloads")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1440,900",
    ):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_script_timeout(60)
    yield driver, downloads
    driver.quit()


@pytest.fixture
def page(_driver: tuple[Any, Path], tmp_path: Path) -> Iterator[Page]:
    """A window without memory, and a server that counts."""
    driver, downloads = _driver
    handler = type("Handler", (_Quiet,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    driver.get_log("browser")
    yield Page(driver, tmp_path, f"http://127.0.0.1:{server.server_address[1]}", handler.asked, downloads)
    driver.get("about:blank")
    server.shutdown()
    server.server_close()
    thread.join()
    for file in downloads.iterdir():
        file.unlink()
