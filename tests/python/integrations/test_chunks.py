"""Chunks of whole sentences, against a plain definition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tersely
from tersely.integrations._chunks import split_chunks

WORDS = st.lists(st.sampled_from(["rain", "fell", "on", "the", "Harrow", "bridge", "again"]), min_size=1, max_size=8)
TEXTS = st.lists(WORDS.map(lambda words: " ".join(words).capitalize() + "."), max_size=12).map("\n\n".join)


def plain(text, size, overlap, length):
    """Fills a chunk unit by unit; then drops units from its start until the rest may be repeated."""
    units = [(x.start, x.end) for x in tersely.split_sentences(text)]
    chunks, current = [], []

    def of(part):
        return length(text[part[0][0] : part[-1][1]])

    for unit in units:
        if current and of([*current, unit]) > size:
            chunks.append(current)
            current = current[1:]
            while current and (overlap == 0 or of(current) > overlap or of([*current, unit]) > size):
                current = current[1:]
        current = [*current, unit]
    chunks += [current] if current else []
    return [(chunk[0][0], chunk[-1][1]) for chunk in chunks]


@given(text=TEXTS, size=st.integers(1, 120), overlap=st.integers(0, 60), words=st.booleans())
def test_chunks_are_those_of_the_definition(text, size, overlap, words):
    length = (lambda part: len(part.split())) if words else len
    assert split_chunks(text, size, overlap, length, {}) == plain(text, size, overlap, length)


@pytest.mark.parametrize("size, overlap", [(300, 0), (800, 200), (2000, 500)])
def test_chunks_of_an_article(article, size, overlap):
    units = tersely.split_sentences(article)
    chunks = split_chunks(article, size, overlap, len, {})

    starts, ends = {x.start for x in units}, {x.end for x in units}
    assert all(start in starts and end in ends for start, end in chunks)
    assert all(any(start <= x.start and x.end <= end for start, end in chunks) for x in units)
    for (start, end), (next_start, next_end) in zip(chunks, chunks[1:]):
        assert start < next_start
        assert end < next_end
        assert max(0, end - next_start) <= overlap
    alone = {(x.start, x.end) for x in units}
    assert all(end - start <= size or (start, end) in alone for start, end in chunks)


def test_a_blank_text_has_no_chunks():
    assert split_chunks("", 10, 0, len, {}) == split_chunks(" \n ", 10, 0, len, {}) == []


def test_a_sentence_that_is_too_long_is_a_chunk_of_its_own():
    text = "It rained. The river rose and the river took the bridge. A ferry is free."
    parts = [text[start:end] for start, end in split_chunks(text, 20, 0, len, {})]
    assert parts == ["It rained.", "The river rose and the river took the bridge.", "A ferry is free."]
