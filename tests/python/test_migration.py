"""The code of the migration pages. Examples of tersely have prompts and are run; those of other packages have none."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "migration").glob("*.md"))
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OPTIONAL = {"scikit-learn": ("scipy", "sklearn")}  # packages that the examples of a page need


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_examples_run_as_they_stand(page, monkeypatch):
    for package in OPTIONAL.get(page.stem, ()):
        pytest.importorskip(package)
    monkeypatch.chdir(ROOT)

    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")

    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_all_examples_of_tersely_have_prompts(page):
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))

    assert [block for block in blocks if "tersely" in block and not block.startswith(">>> ")] == []


def test_the_readme_links_every_page():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [page.name for page in PAGES if f"docs/migration/{page.name}" not in readme] == []
