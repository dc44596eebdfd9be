"""Properties of all adapters."""

import doctest
import importlib
import sys

import pytest

EXTRAS = {  # module: the package that it imports, the extra that installs it
    "pandas": ("pandas", "pandas"),
    "polars": ("polars", "polars"),
    "duckdb": ("duckdb", "duckdb"),
    "pyspark": ("pyspark.sql.functions", "pyspark"),
    "dask": ("dask.dataframe", "dask"),
    "ray": ("ray.data", "ray"),
    "sklearn": ("sklearn.base", "sklearn"),
    "datasets": ("datasets", "datasets"),
    "langchain": ("langchain_core.documents", "langchain"),
    "llama_index": ("llama_index.core.schema", "llama-index"),
    "haystack": ("haystack", "haystack"),
    "spacy": ("spacy.language", "spacy"),
}


@pytest.mark.parametrize("name", EXTRAS)
def test_a_missing_engine_names_the_pip_line(monkeypatch, name):
    engine, extra = EXTRAS[name]
    monkeypatch.setitem(sys.modules, engine, None)  # makes the import fail
    monkeypatch.delitem(sys.modules, f"tersely.integrations.{name}", raising=False)

    with pytest.raises(ImportError, match=rf'pip install "tersely\[{extra}\]"'):
        importlib.import_module(f"tersely.integrations.{name}")


@pytest.mark.parametrize("name", EXTRAS)
def test_examples_run_as_they_stand(request, name):
    pytest.importorskip(EXTRAS[name][0])
    if name in ("pyspark", "ray"):
        request.getfixturevalue({"pyspark": "spark", "ray": "ray_data"}[name])
    module = importlib.import_module(f"tersely.integrations.{name}")

    result = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)

    assert result.attempted > 0
    assert result.failed == 0
