"""The recipes in docs/integrations run as they stand, and their output is the one that they show."""

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = {  # that a recipe needs
    "datasets": ("datasets",),
    "haystack": ("haystack",),
    "langchain": ("langchain_core", "langchain_text_splitters"),
    "llama-index": ("llama_index.core",),
    "spacy": ("spacy",),
    "tokens": ("tiktoken",),
}


@pytest.mark.parametrize("recipe", PACKAGES)
def test_recipes_run_as_they_stand(recipe, monkeypatch):
    for package in PACKAGES[recipe]:
        pytest.importorskip(package)
    monkeypatch.chdir(ROOT)

    page = ROOT / "docs" / "integrations" / f"{recipe}.md"
    result = doctest.testfile(
        str(page), module_relative=False, encoding="utf-8", optionflags=doctest.NORMALIZE_WHITESPACE
    )

    assert result.attempted > 0
    assert result.failed == 0


def test_every_recipe_is_run_and_linked():
    pages = {page.stem for page in (ROOT / "docs" / "integrations").glob("*.md")}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert pages == PACKAGES.keys()
    assert [page for page in pages if f"docs/integrations/{page}.md" not in readme] == []
