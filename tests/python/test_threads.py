"""Threads and processes share one Summarizer, and the results do not depend on which of them did the work."""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import random
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.hostile_pages import STORY_SENTENCES

import tersely

THREADS = 16
DOCUMENTS = 1000


@pytest.fixture(scope="module")
def documents(article):
    """A thousand different short documents: sentences of two texts, shuffled and numbered."""
    shuffle = random.Random(16)
    sentences = STORY_SENTENCES + [line for line in article.splitlines() if line.endswith(".")]
    return [
        f"Report {i} was written in room {i % 37}. " + " ".join(shuffle.sample(sentences, shuffle.randint(3, 9)))
        for i in range(DOCUMENTS)
    ]


@pytest.fixture(scope="module")
def expected(documents):
    return [tersely.Summarizer(2, method="cover")(text) for text in documents]


@pytest.mark.parametrize("summarizer", ["fresh", "pickled"])
def test_sixteen_threads_share_a_summarizer(documents, expected, summarizer):
    shared = tersely.Summarizer(2, method="cover")
    if summarizer == "pickled":
        shared = pickle.loads(pickle.dumps(shared))
    barrier = threading.Barrier(THREADS)

    def work(number):
        barrier.wait()
        return [(i, shared(documents[i])) for i in range(number % 3, DOCUMENTS, 3)]

    with ThreadPoolExecutor(THREADS) as pool:
        results = [pair for part in pool.map(work, range(THREADS)) for pair in part]
    assert {i for i, _ in results} == set(range(DOCUMENTS))
    assert [i for i, summary in results if summary != expected[i]] == []


def test_sixteen_threads_share_a_document(article, article_document):
    barrier = threading.Barrier(THREADS)
    methods = sorted(tersely.methods())

    def work(number):
        barrier.wait()
        return [article_document.summarize(3, method=m) for m in methods[number % 7 :] + methods[: number % 7]]

    with ThreadPoolExecutor(THREADS) as pool:
        results = list(pool.map(work, range(THREADS)))
    alone = {m: tersely.summarize(article, 3, method=m) for m in methods}
    assert all(summary == alone[summary.method] for part in results for summary in part)


def test_threads_cut_one_summary(article):
    (summary,) = tersely.summarize_many([article])  # it is analysed again on first use
    barrier = threading.Barrier(THREADS)

    def work(number):
        barrier.wait()
        return summary.at(number % 4 + 1), list(summary.scores)

    with ThreadPoolExecutor(THREADS) as pool:
        results = list(pool.map(work, range(THREADS)))
    whole = tersely.summarize(article)
    for number, (cut, scores) in enumerate(results):
        assert cut == whole.at(number % 4 + 1)
        assert scores == list(whole.scores)


@pytest.mark.parametrize("threads", [0, 1, 3, THREADS])
def test_batches_of_all_sizes(documents, expected, threads):
    assert tersely.summarize_many(documents, 2, method="cover", threads=threads) == expected


def test_batches_within_threads(documents, expected):
    def work(number):
        return tersely.Summarizer(2, method="cover").many(documents[number * 100 : number * 100 + 100], threads=2)

    with ThreadPoolExecutor(5) as pool:
        results = [summary for part in pool.map(work, range(10)) for summary in part]
    assert results == expected


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_processes_share_a_summarizer(documents, expected, method):
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(tersely.Summarizer(2, method="cover"), documents[:60]) == expected[:60]


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_child_can_run_a_batch(documents, expected, method):
    with multiprocessing.get_context(method).Pool(1) as pool:
        results = pool.apply_async(tersely.Summarizer(2, method="cover").many, (documents[:60],)).get(timeout=60)
    assert results == expected[:60]


def run(code, **environment):
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


CODE = """
import json, tersely
text = {text!r}
methods = sorted(tersely.methods())
print(json.dumps([s.to_dict() for m in methods for s in tersely.summarize_many([text] * 3, method=m)]))
"""


def test_other_processes_give_the_same(article):
    methods = sorted(tersely.methods())
    expected = [tersely.summarize(article, method=m).to_dict() for m in methods for _ in range(3)]
    code = CODE.format(text=article)
    for seed in ("0", "1", "271828"):
        assert run(code, PYTHONHASHSEED=seed) == expected


@pytest.mark.parametrize("number", ["1", "3"])
def test_the_environment_sets_the_number_of_threads(article, number):
    assert run(CODE.format(text=article), TERSELY_NUM_THREADS=number) == run(CODE.format(text=article))


def run_benchmark(script, *arguments):
    path = Path(__file__).parents[1] / "bench" / script
    command = [sys.executable, "-W", "ignore", str(path), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=900)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("language", ["en", "th", "ja"])  # languages without spaces use a dictionary of ICU
def test_children_forked_in_the_middle_of_batches_summarise(language):
    done = run_benchmark("forks.py", "--forks", "100", "--language", language)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_process_exits_quietly_while_daemon_threads_summarise():
    done = run_benchmark("exits.py", "--exits", "1")
    assert done.returncode == 0, done.stdout + done.stderr
