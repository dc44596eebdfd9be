"""Streams of texts, and the progress of batches."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys

import pytest
from support.hostile_pages import STORY

import tersely

BAD = b"The caf\xe9 is closed."


def test_a_stream_gives_what_single_calls_give(samples):
    texts = [*samples.values(), None, "", STORY]
    expected = [None if text is None else tersely.summarize(text, words=40) for text in texts]
    summarizer = tersely.Summarizer(words=40)
    for batch_size in (1, 2, 100):
        assert list(summarizer.pipe(texts, batch_size=batch_size)) == expected


def test_contexts_go_along():
    rows = [(STORY, {"id": 1}), (None, "gap"), ("", None)]
    results = list(tersely.Summarizer(1).pipe(rows, as_tuples=True))
    assert [context for _, context in results] == [{"id": 1}, "gap", None]
    assert [summary for summary, _ in results] == [tersely.summarize(STORY, 1), None, tersely.summarize("", 1)]


def test_a_stream_has_no_end():
    results = tersely.Summarizer(1).pipe((f"Report {i} came. It rained." for i in itertools.count()), batch_size=7)
    assert [str(summary) for summary in itertools.islice(results, 20)] == [f"Report {i} came." for i in range(20)]


def test_texts_are_read_when_results_are_asked_for():
    read = []

    def source():
        for i in range(100):
            read.append(i)
            yield STORY

    results = tersely.Summarizer().pipe(source(), batch_size=10)
    assert read == []
    next(results)
    assert read == list(range(10))


def test_large_texts_close_a_batch():
    read = []

    def source():
        for i in range(4):
            read.append(i)
            yield "The river rose. " * 600_000

    next(tersely.Summarizer(1, method="lead").pipe(source()))
    assert read == [0, 1]


@pytest.mark.parametrize("error", [OSError("disk on fire"), TypeError("row 5")])
def test_finished_results_come_before_an_error_of_the_source(error):
    def source():
        yield from [STORY] * 5
        if isinstance(error, OSError):
            raise error
        yield 7

    results = tersely.Summarizer().pipe(source(), batch_size=3)
    assert [next(results) for _ in range(5)] == [tersely.summarize(STORY)] * 5
    with pytest.raises(type(error), match=str(error)):
        next(results)


def test_finished_results_come_before_an_error_of_a_row():
    results = tersely.Summarizer().pipe([STORY] * 5 + [BAD, STORY], batch_size=4)
    assert [next(results) for _ in range(5)] == [tersely.summarize(STORY)] * 5
    with pytest.raises(tersely.InvalidText, match="row 5") as raised:
        next(results)
    assert raised.value.row == 5


def test_a_row_that_fails_is_told_by_its_status():
    results = list(tersely.Summarizer().pipe([STORY, BAD, STORY], batch_size=2, on_error="status"))
    assert [summary.status for summary in results] == ["ok", "error", "ok"]


@pytest.mark.parametrize(
    ("options", "named"),
    [({"batch_size": 0}, "batch_size"), ({"threads": -1}, "threads"), ({"on_error": "x"}, "on_error")],
)
def test_wrong_options_are_told_before_a_text_is_read(options, named):
    with pytest.raises(tersely.InvalidOption, match=named):
        tersely.Summarizer().pipe(iter([STORY]), **options)


def test_things_that_are_no_stream():
    with pytest.raises(TypeError, match="list"):
        tersely.Summarizer().pipe(STORY)
    with pytest.raises(TypeError, match=r"row 1[^\n]*tuple"):
        list(tersely.Summarizer().pipe([(STORY, 1), STORY], as_tuples=True))


# Progress


def test_a_function_is_told_the_end():
    told = []
    tersely.summarize_many([STORY] * 10, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (10, 10)
    assert told == sorted(told)
    tersely.summarize_column([STORY, None], progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


def test_the_length_of_a_stream_may_be_unknown():
    told = []
    list(tersely.Summarizer().pipe(iter([STORY] * 5), batch_size=2, progress=lambda *at: told.append(at)))
    assert [at for at in told if at[0] in (2, 4, 5)] == [(2, None), (4, None), (5, None)]


@pytest.mark.parametrize("threads", [1, 2])
def test_what_a_function_raises_ends_the_batch(threads):
    class Enough(Exception):
        pass

    def stop(done, total):
        raise Enough

    with pytest.raises(Enough):
        tersely.summarize_many([STORY] * 100_000, threads=threads, progress=stop)


def test_a_bar(capfd):
    pytest.importorskip("tqdm")
    assert len(tersely.summarize_many([STORY] * 3, progress=True)) == 3
    assert "3/3" in capfd.readouterr().err


def test_a_bar_without_tqdm_names_the_command(monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "tqdm"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with pytest.raises(ImportError, match=r'pip install "tersely\[progress\]"'):
        tersely.summarize_many([STORY], progress=True)


# Ctrl-C

INTERRUPTED = """
import os, signal, sys, tersely
signal.signal(signal.SIGINT, signal.default_int_handler)
def interrupt(done, total):
    if done < total: os.kill(os.getpid(), signal.SIGINT)
text = "The council closed the old bridge. Engineers had found cracks in its beams. A ferry will carry people. " * 40
rows = [text] * 100_000
def pipe(rows, **options): return list(tersely.Summarizer().pipe(rows, batch_size=len(rows), **options))
call = {"many": tersely.summarize_many, "column": tersely.summarize_column, "pipe": pipe}[sys.argv[1]]
try:
    call(rows, threads=int(sys.argv[2]), progress=interrupt)
except KeyboardInterrupt:
    print("interrupted", len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name != "posix", reason="sends itself a signal")
@pytest.mark.parametrize("threads", ["1", "2", "8"])
@pytest.mark.parametrize("call", ["many", "column", "pipe"])
def test_ctrl_c_ends_a_batch_and_leaves_no_thread(call, threads):
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, call, threads], capture_output=True, text=True, timeout=120
    )
    assert done.stdout.split() == ["interrupted", "1"], done.stderr
