"""Makes docs/examples.zip, with the texts of tests/data that the examples of the pages read. Pages link to it with the
role `download`."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from sphinx.application import Sphinx

DOCS = Path(__file__).resolve().parents[1]


def make_archive(_: Sphinx) -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in DOCS.rglob("*.md"))
    with zipfile.ZipFile(DOCS / "examples.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(set(re.findall(r"tests/data/[\w./-]*\w", pages))):
            if (DOCS.parent / name).is_file():
                archive.write(DOCS.parent / name, name)


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("builder-inited", make_archive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
