"""Optimisations and refactorings must not change any choice, to the last bit."""

import json
import runpy
from pathlib import Path

import pytest

import tersely
from tersely._digests import digest, texts_of

TESTS = Path(__file__).resolve().parent.parent

# Saved by `python tests/bench/digests.py tests/data --save tests/data/digests.json`. Save again only if the results are
# meant to change: that script says what else belongs to it.
BEFORE = json.loads((TESTS / "data" / "digests.json").read_text(encoding="utf-8"))
same_icu = pytest.mark.skipif(tersely.build_info()["icu"] != BEFORE["icu"], reason=f"saved with ICU {BEFORE['icu']}")


@same_icu
def test_every_text_gives_what_it_gave():
    before = BEFORE["digests"]
    now = {name: digest(text, BEFORE["methods"]) for name, text in texts_of(TESTS / "data")}
    assert [name for name in now if now[name] != before.get(name)] == []
    assert now.keys() == before.keys()


@same_icu
def test_the_digests_belong_to_the_ruleset():
    assert tersely.build_info()["ruleset"] == BEFORE["ruleset"]


def test_the_ruleset_names_the_version_of_icu():
    number, icu = tersely.build_info()["ruleset"].split("+icu")
    assert int(number) >= 1
    assert icu == tersely.build_info()["icu"]


def test_other_digests_need_another_ruleset(tmp_path):
    script = TESTS / "bench" / "digests.py"
    if not script.exists():
        pytest.skip("the sdist has no benchmarks")
    save = runpy.run_path(str(script))["save"]
    text, digests = tmp_path / "a.txt", tmp_path / "digests.json"
    text.write_text("It rained. The river rose and took the bridge.", encoding="utf-8")
    save(digests, tmp_path)
    saved = digests.read_bytes()
    save(digests, tmp_path)  # nothing has changed
    assert digests.read_bytes() == saved

    text.write_text("It snowed. The river froze.", encoding="utf-8")  # as good as other rules for the same text
    with pytest.raises(SystemExit, match=r"a\.txt.*raise it in"):
        save(digests, tmp_path)
    assert digests.read_bytes() == saved

    digests.write_bytes(saved.replace(tersely.build_info()["ruleset"].encode(), b"0"))
    save(digests, tmp_path)
    assert json.loads(digests.read_bytes())["ruleset"] == tersely.build_info()["ruleset"]
