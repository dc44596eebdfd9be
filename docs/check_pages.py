"""Checks the built pages: every internal link has its target, and nothing is loaded from another server.

    python docs/check_pages.py build/docs

Sphinx checks the links that it resolves itself. This also checks those in docstrings, notebooks, the navigation and raw
HTML. The exit code is 1 if a page is wrong.
"""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

LOADED = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "src"}
REMOTE_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\"']+")


class Page(HTMLParser):
    """The links, the targets of links and the addresses of loaded files of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.targets: set[str] = set()
        self.loaded: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.targets.update(value for name in ("id", "name") if (value := given.get(name)))
        if tag == "a" and (link := given.get("href")):
            self.links.add(link)
        if tag in LOADED and (address := given.get(LOADED[tag])):
            self.loaded.add(address)


def is_remote(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def check(folder: Path) -> list[str]:
    """Returns a message for each fault."""
    pages = {path.resolve(): Page(path) for path in folder.rglob("*.html")}
    faults = []
    for path, page in pages.items():
        name = path.relative_to(folder.resolve())
        faults.extend(f"{name}: loads {address}" for address in page.loaded if is_remote(address))
        for link in {link for link in page.links | page.loaded if not is_remote(link) and not link.startswith("data:")}:
            file, target = urldefrag(link)
            aim = (path.parent / unquote(urlsplit(file).path)).resolve() if file else path
            if not aim.exists():
                faults.append(f"{name}: {link} does not exist")
            elif target and aim in pages and unquote(target) not in pages[aim].targets:
                faults.append(f"{name}: {link} has no such target")
    for style in folder.rglob("*.css"):
        found = REMOTE_STYLE.findall(style.read_text(encoding="utf-8"))
        faults.extend(f"{style.relative_to(folder)}: loads {address}" for address in found)
    return sorted(faults)


def main() -> int:
    faults = check(Path(sys.argv[1]))
    print("\n".join(faults) or "all links of the pages lead somewhere")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
