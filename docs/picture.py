"""Draws docs/summary.png, the picture of the README: a summary as a notebook shows it.

    python docs/picture.py

Needs Chromium (`apt-get install chromium`) and `pip install playwright`.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

import tersely

HERE = Path(__file__).resolve().parent
ARTICLE = HERE.parent / "tests" / "data" / "article.txt"
WIDTH, HEIGHT = 760, 404  # CSS pixels
STYLE = "<style>body { margin: 12px; font: 14px 'DejaVu Sans', sans-serif; background: white }</style>"


def main() -> None:
    summary = tersely.summarize(ARTICLE.read_text(encoding="utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1.5)
        page.set_content(STYLE + summary._repr_html_())
        page.screenshot(path=HERE / "summary.png")
        browser.close()


if __name__ == "__main__":
    main()
