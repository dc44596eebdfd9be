"""Errors: their base classes, their attributes, and that they survive a process boundary. Limits on size and time."""

from __future__ import annotations

import pickle
import signal
import threading

import pytest
from support.hostile_pages import STORY

import tersely


def raised_by(call, *arguments, **options):
    with pytest.raises(tersely.TerselyError) as raised:
        call(*arguments, **options)
    return raised.value


def invalid_option():
    return raised_by(tersely.summarize, STORY, words=-3)


def invalid_text():
    return raised_by(tersely.summarize, b"The caf\xe9 is closed.")


def invalid_row():
    return raised_by(tersely.summarize_many, [STORY, b"The caf\xe9 is closed."])


def limit_exceeded():
    return raised_by(tersely.summarize, STORY, max_bytes=10)


def summary_timeout():
    return raised_by(tersely.summarize, STORY * 5000, timeout=1e-6)


ALL = [invalid_option, invalid_text, invalid_row, limit_exceeded, summary_timeout]


def test_family():
    assert issubclass(tersely.TerselyError, Exception)
    for error, base in [
        (tersely.InvalidOption, ValueError),
        (tersely.InvalidText, ValueError),
        (tersely.LimitExceeded, Exception),
        (tersely.SummaryTimeout, TimeoutError),
    ]:
        assert issubclass(error, tersely.TerselyError)
        assert issubclass(error, base)
    assert not issubclass(tersely.LimitExceeded, ValueError)


def test_invalid_option_carries_option_and_value():
    error = invalid_option()
    assert isinstance(error, tersely.InvalidOption)
    assert error.option == "words"
    assert str(error.value) == "-3"
    assert "words" in str(error)
    assert "-3" in str(error)


def test_invalid_text_carries_the_position():
    error = invalid_text()
    assert isinstance(error, tersely.InvalidText)
    assert error.position == 7
    assert error.row is None
    assert "7" in str(error)


def test_invalid_text_of_a_batch_carries_the_row():
    error = invalid_row()
    assert isinstance(error, tersely.InvalidText)
    assert (error.row, error.position) == (1, 7)
    assert "row 1" in str(error)


def test_limits_and_timeouts():
    assert isinstance(limit_exceeded(), tersely.LimitExceeded)
    assert "10" in str(limit_exceeded())
    assert isinstance(summary_timeout(), tersely.SummaryTimeout)
    with pytest.raises(TimeoutError):
        tersely.summarize(STORY * 5000, timeout=1e-6)


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_errors_are_pickled_whole(make):
    error = make()
    loaded = pickle.loads(pickle.dumps(error))
    assert type(loaded) is type(error)
    assert str(loaded) == str(error)
    for name in ("option", "value", "position", "row"):
        assert getattr(loaded, name, None) == getattr(error, name, None)


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_messages_are_sentences_for_users(make):
    message = str(make())
    assert " " in message
    assert not {"std::", "basic_string", "_core", "pybind"} & set(message.split())
    assert "<" not in message
    assert "0x" not in message


def test_the_library_works_on_after_an_error(article):
    expected = tersely.summarize(article)
    for make in ALL:
        make()
        assert tersely.summarize(article) == expected


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX timers")
def test_a_signal_interrupts_a_long_call():
    class Interrupted(Exception):
        pass

    def interrupt(number, frame):
        raise Interrupted

    text = " ".join(f"Whale number {i} weighs {i * 7 % 1000} tons near place {i % 90}." for i in range(15_000))
    finished = []

    def work():
        signal.setitimer(signal.ITIMER_REAL, 0.15)
        finished.append(tersely.summarize(text, method="textrank-overlap"))

    previous = signal.signal(signal.SIGALRM, interrupt)
    try:
        with pytest.raises(Interrupted):
            work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    assert finished == []
    assert len(tersely.summarize(STORY)) == 3


def test_other_threads_run_while_one_summarises(article):
    text = article * 300
    running, results = threading.Event(), []

    def work():
        running.set()
        results.append(tersely.summarize(text))

    thread = threading.Thread(target=work)
    thread.start()
    assert running.wait(60)
    results.append(tersely.summarize(article))
    thread.join()
    assert len(results) == 2
    assert all(len(result) == 3 for result in results)


# Limits


def test_max_bytes_counts_bytes():
    text = "Äpfel und Öl."  # 13 characters, 15 bytes
    assert len(tersely.summarize(text, max_bytes=15)) == 1
    with pytest.raises(tersely.LimitExceeded, match="max_bytes"):
        tersely.summarize(text, max_bytes=14)
    with pytest.raises(tersely.LimitExceeded, match="max_bytes"):
        tersely.Document(text, max_bytes=14)


def test_timeout():
    text = " ".join(f"Sentence number {i} is about thing {i % 977}." for i in range(40_000))
    with pytest.raises(tersely.SummaryTimeout, match="timeout"):
        tersely.summarize(text, timeout=1e-6)
    assert len(tersely.summarize(STORY, timeout=600)) == 3


def test_max_sentences():
    assert tersely.summarize(STORY, method="textrank-overlap", max_sentences=8)
    with pytest.raises(tersely.LimitExceeded, match=r"max_sentences[\s\S]*7|7[\s\S]*max_sentences"):
        tersely.summarize(STORY, method="textrank-overlap", max_sentences=7)
