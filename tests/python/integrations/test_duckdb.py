"""The SQL functions of DuckDB."""

import pytest

import tersely

duckdb = pytest.importorskip("duckdb")
pyarrow = pytest.importorskip("pyarrow")
integration = pytest.importorskip("tersely.integrations.duckdb")

TITLED = "The bridge over the river is old and long. The ferry that crosses the river is new and fast."


@pytest.fixture
def connection(texts):
    with duckdb.connect() as connection:
        integration.register(connection)
        connection.execute("create table post (id integer, body varchar)")
        connection.executemany("insert into post values (?, ?)", list(enumerate(texts)))
        yield connection


def column(connection, expression, source="post"):
    return [row[0] for row in connection.execute(f"select {expression} from {source} order by id").fetchall()]


@pytest.mark.parametrize(
    "arguments, options",
    [
        ("body", {}),
        ("body, 2", {"sentences": 2}),
        ("body, words := 60", {"words": 60}),
        ("body, chars := 200, sentences := 2", {"chars": 200, "sentences": 2}),
        ("body, ratio := 0.2", {"ratio": 0.2}),
        ("body, 2, method := 'lead'", {"sentences": 2, "method": "lead"}),
        ("body, 2, coherence := 'full'", {"sentences": 2, "coherence": "full"}),
        ("body, 2, language := 'de', title := 'Brücke'", {"sentences": 2, "language": "de", "title": "Brücke"}),
    ],
)
def test_budgets_and_options_by_place_or_name(connection, texts, arguments, options):
    expected = [None if text is None else str(tersely.summarize(text, **options)) for text in texts]

    assert column(connection, f"tersely_summarize({arguments})") == expected


def test_titles_may_be_columns(connection):
    connection.execute(
        "create table titled as select * from (values (1, ?, 'The ferry'), (2, ?, null)) t(id, body, title)",
        [TITLED] * 2,
    )

    summaries = column(connection, "tersely_summarize(body, 1, title := title)", "titled")

    assert summaries == [str(tersely.summarize(TITLED, 1, title="The ferry")), str(tersely.summarize(TITLED, 1))]


def test_queries_may_be_columns(connection):
    connection.execute(
        "create table asked as select * from (values (1, ?, 'the ferry'), (2, ?, null)) t(id, body, question)",
        [TITLED] * 2,
    )

    summaries = column(connection, "tersely_summarize(body, 1, query := question)", "asked")

    assert summaries == [str(tersely.summarize(TITLED, 1, query="the ferry")), str(tersely.summarize(TITLED, 1))]


def test_struct(connection, texts, expected):
    assert column(connection, "tersely_summarize_struct(body, 2).summary") == expected
    assert column(connection, "tersely_summarize_struct(body, 2).status")[:4] == ["ok", None, "ok", "empty"]
    first = tersely.summarize(texts[0], 2)[0]
    assert column(connection, "tersely_summarize_struct(body, 2).sentences[1].start")[0] == first.start


def test_many_vectors_keep_their_rows(connection):
    connection.execute(
        "create table days as select i as id, 'It rained on day ' || i || '. The river took the bridge.' as body"
        " from range(10000) t(i)"
    )

    summaries = column(connection, "tersely_summarize(body, 1, method := 'lead')", "days")

    assert summaries == [f"It rained on day {i}." for i in range(10_000)]


def test_a_filter_and_an_aggregate_around_it(connection, expected):
    query = "select string_agg(tersely_summarize(body, 2), '|' order by id) from post where body like '%a%'"
    # the article, the German text and "It rained." contain an "a"
    assert connection.execute(query).fetchall() == [("|".join([expected[0], expected[2], expected[6]]),)]


def test_registering_again_and_on_a_cursor(connection, expected):
    integration.register(connection)
    cursor = connection.cursor()
    integration.register(cursor)

    assert column(cursor, "tersely_summarize(body, 2)") == expected
    assert column(connection, "tersely_summarize(body, 2)") == expected


def test_a_database_file_keeps_nothing_of_it(tmp_path):
    path = str(tmp_path / "file.duckdb")
    for _ in range(2):
        with duckdb.connect(path) as connection:
            integration.register(connection)
            assert connection.execute("select tersely_summarize('It rained.')").fetchall() == [("It rained.",)]
    with duckdb.connect(path) as connection:
        query = "select count(*) from duckdb_functions() where function_name like '%tersely%'"
        assert connection.execute(query).fetchall() == [(0,)]


@pytest.mark.parametrize(
    "expression", ["tersely_summarize(id)", "tersely_summarize(body::blob)", "tersely_summarize_struct(id)"]
)
def test_other_types_are_refused_with_a_word_of_casts(connection, expression):
    with pytest.raises(duckdb.BinderException, match="explicit type casts") as raised:
        column(connection, expression)
    name = expression.partition("(")[0]
    assert f"'{name}(" in str(raised.value)
    assert f"\t{name}(VARCHAR" in str(raised.value)


def test_decoded_blobs_are_texts(connection, expected):
    assert column(connection, "tersely_summarize(decode(encode(body)), 2)") == expected


def test_wrong_values_say_what_is_allowed(connection):
    with pytest.raises(duckdb.InvalidInputException, match="words=0: must be a whole number of 1 or more"):
        column(connection, "tersely_summarize(body, words := 0)")
    with pytest.raises(duckdb.InvalidInputException, match="sentences: must be the same in all rows"):
        column(connection, "tersely_summarize(body, id + 1)")
    with pytest.raises(duckdb.BinderException, match="words := NULL"):  # DuckDB lists the parameters
        column(connection, "tersely_summarize(body, word_count := 5)")


def test_keyphrases_are_lists_of_structs(connection, texts):
    expected = tersely.keyphrases_column(texts, 3, language="en").to_list()
    assert column(connection, "tersely_keyphrases(body, 3, language := 'en')") == expected
    assert column(connection, "tersely_keyphrases(body)") == tersely.keyphrases_column(texts).to_list()
