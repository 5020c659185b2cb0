"""Make docs/images: the page of samples/, in Chromium.

    python tools/screenshots.py

Needs `pip install 'mtqa[browser]' pillow`, Chromium, its driver, and fonts with Chinese characters (fonts-noto-cjk).
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
SIZE = (1360, 850)

COLOURS = 256

#: Most bytes of a picture.
MOST = 200_000

STORY = "#finding=jl-zh-1;1;22-36;names%2Fchimera"
NIGHT = "#finding=jl-ru-1;3;67-93;roles%2Fsame-thing"


def page(path: Path) -> None:
    """Write the page of the samples."""
    samples = sorted(str(one.relative_to(ROOT)) for one in (ROOT / "samples").iterdir() if one.is_file())
    command = [sys.executable, "-m", "mtqa", "check", "--exit-zero", "--format", f"html={path}", *samples]
    subprocess.run(command, cwd=ROOT, check=True)


def browser() -> Any:
    """Chromium, without a window."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-lcd-text"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def take(driver: Any, address: str, name: str, theme: str, script: str = "") -> None:
    """One picture."""
    driver.get("about:blank")
    width, height = SIZE
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    feature = [{"name": "prefers-color-scheme", "value": theme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": feature})
    driver.get(address)
    ready = "const done = arguments[0]; const look = () => document.body.dataset.ready === 'verdicts' ? "
    driver.execute_async_script(ready + "setTimeout(done, 300) : setTimeout(look, 20); look();")
    if script:
        driver.execute_async_script(f"{script}; setTimeout(arguments[0], 500);")
    file = IMAGES / f"{name}.png"
    picture = Image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    if file.stat().st_size > MOST:
        raise SystemExit(f"{file} has {file.stat().st_size:,} bytes; {MOST:,} are the most")
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size:,} bytes")


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        page(path)
        driver = browser()
        try:
            address = path.as_uri()
            take(driver, address, "overview", "light")
            take(driver, address + STORY, "story", "light", "document.querySelector('.why').open = true")
            take(driver, address + NIGHT, "story-dark", "dark")
        finally:
            driver.quit()


if __name__ == "__main__":
    main()
