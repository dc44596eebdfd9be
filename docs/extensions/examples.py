"""Makes docs/examples.zip, with the notebooks, and the texts that they and the pages read. Pages link to it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from sphinx.application import Sphinx

DOCS = Path(__file__).resolve().parents[1]


def make_archive(_: Sphinx) -> None:
    data = DOCS.parent / "tests" / "data"
    notebooks = (DOCS.parent / "notebooks").glob("*.ipynb")
    texts = [*data.glob("*.txt"), *data.glob("*.md"), *data.glob("genres/*.txt")]
    with zipfile.ZipFile(DOCS / "examples.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted([*notebooks, *texts]):
            archive.write(file, file.relative_to(DOCS.parent))


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("builder-inited", make_archive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
