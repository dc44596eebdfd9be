"""The units of random texts are valid in every language and layout. See also tests/bench/fuzz_segmentation.py."""

from __future__ import annotations

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st
from support.checks import check_units
from support.random_texts import random_text

import tersely

texts = st.builds(random_text, st.randoms(use_true_random=False))


@pytest.mark.parametrize("newline", ["auto", "break", "join", "blank"])
@pytest.mark.parametrize("language", ["en", "de", "ja", "th", "hy", "tr"])
@seed(584)
@given(texts)
def test_units_are_sound(language, newline, text):
    check_units(text, tersely.split_sentences(text, language=language, newline=newline))
