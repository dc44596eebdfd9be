"""Texts, expected results, and engines that take seconds to start, so that they are started once per run."""

from __future__ import annotations

import pytest
from support import engines

import tersely


def summaries(texts, sentences=None, **options):
    """The expected summaries: one call for each text."""
    return [None if text is None else str(tersely.summarize(text, sentences, **options)) for text in texts]


@pytest.fixture(scope="session")
def texts(article, samples):
    return [article, None, samples["german"], "", " \n", samples["chinese"], "It rained."]


@pytest.fixture(scope="session")
def expected(texts):
    return summaries(texts, 2)


@pytest.fixture(scope="session")
def spark():
    pytest.importorskip("pyspark.sql")
    with engines.spark_session() as session:
        yield session


@pytest.fixture(scope="session")
def ray_data():
    pytest.importorskip("ray.data")
    with engines.ray_data() as data:
        yield data
