"""Optimisations and refactorings must not change any result, to the last bit."""

import json
from pathlib import Path

import pytest

import tersely
from tersely._digests import digest, texts_of

TESTS = Path(__file__).resolve().parent.parent

# Saved by `python tests/bench/digests.py tests/data --save tests/data/digests.json`. Save again only if the results are
# meant to change, and say so in the changelog.
BEFORE = json.loads((TESTS / "data" / "digests.json").read_text(encoding="utf-8"))


@pytest.mark.skipif(tersely.build_info()["icu"] != BEFORE["icu"], reason=f"saved with ICU {BEFORE['icu']}")
def test_every_text_gives_what_it_gave():
    before = BEFORE["digests"]
    now = {name: digest(text, BEFORE["methods"]) for name, text in texts_of(TESTS / "data")}
    assert [name for name in now if now[name] != before.get(name)] == []
    assert now.keys() == before.keys()
