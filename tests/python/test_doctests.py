"""The examples of the docstrings and of the README."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import tersely
from tersely import evaluate

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [(tersely.__path__, ""), (evaluate.__path__, "evaluate.")]
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
NAMES = [f"{prefix}{module.name}" for path, prefix in FOLDERS for module in pkgutil.iter_modules(path)]
MODULES = [name for name in NAMES if name != "_core" and not name.endswith("__main__")]


@pytest.mark.parametrize("name", ["__init__", *MODULES])
def test_examples_run_as_they_stand(name):
    module = tersely if name == "__init__" else importlib.import_module(f"tersely.{name}")

    result = doctest.testmod(module, extraglobs={"tersely": tersely, "evaluate": evaluate}, optionflags=FLAGS)

    assert result.failed == 0


def test_the_first_example_of_the_readme_runs_as_it_stands(monkeypatch):
    monkeypatch.chdir(ROOT)

    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")

    assert result.attempted > 0
    assert result.failed == 0
