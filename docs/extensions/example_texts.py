"""Makes docs/examples.zip, with the texts that pages and notebooks read. Pages link to it with the role `download`."""

from __future__ import annotations

import zipfile
from pathlib import Path

from sphinx.application import Sphinx

DOCS = Path(__file__).resolve().parents[1]


def make_archive(_: Sphinx) -> None:
    data = DOCS.parent / "tests" / "data"
    with zipfile.ZipFile(DOCS / "examples.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for text in sorted([*data.glob("*.txt"), *data.glob("*.md"), *data.glob("genres/*.txt")]):
            archive.write(text, text.relative_to(DOCS.parent))


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("builder-inited", make_archive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
