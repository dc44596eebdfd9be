"""The examples of the docstrings."""

import doctest
import importlib
import pkgutil

import pytest

import tersely

MODULES = [module.name for module in pkgutil.iter_modules(tersely.__path__) if module.name not in {"_core", "__main__"}]


@pytest.mark.parametrize("name", ["__init__", *MODULES])
def test_examples_run_as_they_stand(name):
    module = tersely if name == "__init__" else importlib.import_module(f"tersely.{name}")

    result = doctest.testmod(module, extraglobs={"tersely": tersely}, optionflags=doctest.NORMALIZE_WHITESPACE)

    assert result.failed == 0
