"""Texts, what is expected of them, and engines that take seconds to start, once a run."""

from __future__ import annotations

import sys

import pytest

import tersely


def summaries(texts, sentences=None, **options):
    """One by one, the plain way."""
    return [None if text is None else str(tersely.summarize(text, sentences, **options)) for text in texts]


@pytest.fixture(scope="session")
def texts(article, samples):
    return [article, None, samples["german"], "", " \n", samples["chinese"], "It rained."]


@pytest.fixture(scope="session")
def expected(texts):
    return summaries(texts, 2)


@pytest.fixture(scope="session")
def spark():
    """Local mode, two workers."""
    sql = pytest.importorskip("pyspark.sql")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)  # or the workers run the first python of the PATH
        settings = {
            "spark.ui.enabled": "false",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.sql.session.timeZone": "UTC",
        }
        session = sql.SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


@pytest.fixture(scope="session")
def ray_data():
    """Ray on this machine, two workers."""
    ray = pytest.importorskip("ray")
    data = pytest.importorskip("ray.data")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    data.DataContext.get_current().enable_progress_bars = False
    yield data
    ray.shutdown()
