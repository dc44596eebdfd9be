"""python -m tersely.selftest"""

import subprocess
import sys

import pytest

import tersely
from tersely import selftest


def run(*arguments):
    command = [sys.executable, "-m", "tersely.selftest", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)


def test_this_installation_passes():
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
    info = tersely.build_info()
    assert done.stdout.startswith(f"tersely {info['version']}, ICU {info['icu']}, ")
    assert done.stdout.endswith("texts: all is well\n")
    assert ("Results are not compared" in done.stdout) == (info["icu"] != info["icu_of_digests"])


def test_it_carries_texts_in_many_scripts():
    names = dict(selftest.texts_of(selftest.FOLDER))
    assert {"arabic.txt", "chinese.txt", "german.txt", "russian.txt", "thai.txt", "genres/transcript.txt"} <= set(names)


@pytest.mark.skipif(
    tersely.build_info()["icu"] != tersely.build_info()["icu_of_digests"], reason="digests are of another ICU"
)
def test_a_different_result_is_reported(monkeypatch, capsys):
    monkeypatch.setattr(selftest, "digest", lambda text, methods: "something else")
    assert selftest.main([]) == 1
    assert "DIFFERENT: thai.txt\n" in capsys.readouterr().out


def test_another_icu_compares_no_results(monkeypatch, capsys):
    info = {**tersely.build_info(), "icu_of_digests": "1.0"}
    monkeypatch.setattr(tersely, "build_info", lambda: info)
    assert selftest.main([]) == 0
    assert "they were saved with ICU 1.0" in capsys.readouterr().out


def test_help_and_wrong_usage():
    assert run("--help").returncode == 0
    assert run("--no-such-thing").returncode == 2
