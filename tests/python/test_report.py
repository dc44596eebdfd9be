"""What a column of summaries says about its rows, and what it can be converted to."""

import pytest

import tersely

RAIN = "It rained all day. The river rose and took the bridge. Nobody was hurt."
ROWS = [
    RAIN,
    None,
    "",
    "Es regnete. Der Fluss stieg über die Ufer und riss die Brücke mit.",
    "<p>It</p> <b>r</b>. No.",
    b"caf\xe9.",
]


@pytest.mark.parametrize("output", ["text", "struct"])
@pytest.mark.filterwarnings("ignore:1 of 6 rows failed")
def test_a_report_counts_rows(output):
    report = tersely.summarize_column(ROWS, 1, output=output).report()
    rows = tersely.summarize_column(ROWS, 1, output="struct").to_list()

    def count(values):
        return {value: values.count(value) for value in values}

    there = [row for row in rows if row is not None and row["error"] is None]
    assert report.rows == 6
    assert report.statuses == count([row["status"] if row else "missing" for row in rows])
    assert report.statuses == {"ok": 3, "missing": 1, "empty": 1, "error": 1}
    assert report.languages == count([row["language"] for row in there])
    assert report.flags == count([flag for row in there for flag in row["flags"]])
    assert list(report.errors.values()) == [1]
    assert "invalid UTF-8 at byte 3" in next(iter(report.errors))


@pytest.mark.parametrize("threads", [1, 3])
def test_a_report_of_many_rows(threads):
    texts = [f"{RAIN} Day {i}." if i % 5 else None for i in range(40_000)]
    report = tersely.summarize_column(texts, 1, threads=threads, language="en").report()
    assert report.statuses == {"ok": 32_000, "missing": 8_000}
    assert report.languages == {"en": 32_000}
    assert report.flags == report.errors == {}


def test_a_report_as_text():
    report = tersely.Report({"ok": 1200, "missing": 3, "error": 5}, {"en": 1000, "de": 200}, {"repeated": 7}, {})
    report.errors.update({"a": 1, "b": 3, "c": 1, "d": 1})
    assert str(report).splitlines() == [
        "1,208 rows: 1,200 ok, 5 error, 3 missing",
        "languages: 1,000 en, 200 de",
        "flags: 7 repeated",
        "error in 3 rows: b",
        "error in 1 row: a",
        "error in 1 row: c",
        "1 more kind of errors",
    ]
    assert str(tersely.summarize_column([]).report()) == "0 rows"


def test_reports_of_parts_add_up_and_stay_small():
    total = tersely.Report()
    for part in range(3):
        total.add(tersely.Report({"error": 100}, {}, {}, {f"reason {part} {i}": 1 for i in range(100)}))
    assert total.rows == 300
    assert sum(total.errors.values()) == 300
    assert len(total.errors) == 101
    assert total.errors["other errors"] == 200


# Conversions


def columns():
    yield tersely.summarize_column([RAIN, None], 1)
    yield tersely.summarize_column([RAIN, None], 1, output="struct")
    yield tersely.split_column([RAIN, None])
    yield tersely.keyphrases_column([RAIN, None], 2)


@pytest.mark.parametrize("column", list(columns()), ids=["text", "struct", "sentences", "keyphrases"])
def test_conversions(column):
    assert column.to_pylist() == column.to_list() == list(column)
    pandas = pytest.importorskip("pandas")
    series = column.to_pandas()
    assert series[0] == column[0]
    assert series.isna().tolist() == [False, True]
    assert isinstance(series.dtype, pandas.StringDtype) == isinstance(column[0], str)
    polars = pytest.importorskip("polars")
    series = column.to_polars()
    assert isinstance(series, polars.Series)
    assert series.to_list()[0] == column[0]
    assert series.to_list()[1] is None


def test_columns_of_missing_texts_keep_their_type():
    pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    assert tersely.summarize_column([None], 1).to_pandas().dtype == "string"
    assert tersely.summarize_column([None], 1, output="struct").to_pandas().dtype == object
    assert tersely.summarize_column([None], 1).to_polars().dtype == polars.String
    assert isinstance(tersely.summarize_column([None], 1, output="struct").to_polars().dtype, polars.Struct)


@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_without_the_package_the_message_says_how_to_get_it(monkeypatch, engine):
    monkeypatch.setitem(__import__("sys").modules, engine, None)
    with pytest.raises(ImportError, match=rf"tersely\[{engine}\]"):
        getattr(tersely.summarize_column([RAIN], 1), f"to_{engine}")()
