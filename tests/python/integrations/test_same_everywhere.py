"""The same 10,000 texts give the same summaries and statuses through every engine and every type of column.

`tests/bench/engines.py` compares the engines on your own texts.
"""

import pytest
from support.column_texts import LONG, make_column, make_damaged
from support.engines import OF_BYTES, OF_TEXT, one_by_one


@pytest.fixture(scope="module")
def texts(article, samples):
    return make_column([article, *samples.values()], 10_000)


@pytest.fixture(scope="module")
def expected(texts):
    return one_by_one(texts)


@pytest.fixture(scope="module")
def damaged(texts):
    return make_damaged(texts[:2000])


@pytest.fixture(scope="module")
def damaged_expected(damaged):
    return one_by_one(damaged)


def test_the_column_has_every_kind_of_row(texts, expected, damaged_expected):
    assert len(texts) == 10_000
    assert {row and row[1] for row in expected} >= {None, "ok", "whole_text", "all_candidates", "empty"}
    assert {row and row[1] for row in damaged_expected} >= {None, "ok", "error"}
    assert max(len(text.encode()) for text in texts if text is not None) >= LONG


@pytest.mark.parametrize("engine", OF_TEXT)
def test_texts(request, texts, expected, engine):
    assert_same(_run(request, OF_TEXT, engine, texts), expected)


@pytest.mark.parametrize("engine", OF_BYTES)
def test_bytes_with_damage(request, damaged, damaged_expected, engine):
    assert_same(_run(request, OF_BYTES, engine, damaged), damaged_expected)


def assert_same(rows, expected):
    """Fails with one row in the message, not with ten thousand."""
    assert len(rows) == len(expected)
    different = [(number, row, wanted) for number, (row, wanted) in enumerate(zip(rows, expected)) if row != wanted]
    assert not different, f"{len(different)} rows differ, the first: {different[0]}"


def _run(request, engines, name, rows):
    needed, run = engines[name]
    for module in needed:
        pytest.importorskip(module)
    if name in ("Spark", "Ray"):  # shared by all tests
        request.getfixturevalue({"Spark": "spark", "Ray": "ray_data"}[name])
    return run(rows)
