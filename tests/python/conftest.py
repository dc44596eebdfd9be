"""Fixtures, the hypothesis profile, and the rule of TERSELY_REQUIRE_ALL.

TERSELY_REQUIRE_ALL=1 turns a skipped test into a failed one. It is for environments with every optional package, where
a skip would hide a test that did not run. TERSELY_MAY_MISS names packages that may be missing nevertheless.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import tersely

REQUIRE_ALL = os.environ.get("TERSELY_REQUIRE_ALL") == "1"
MAY_MISS = os.environ.get("TERSELY_MAY_MISS", "").split()
os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"  # read when Haystack is imported
DATA = Path(__file__).resolve().parent.parent / "data"
SMALL_TEXTS = ("german", "french", "russian", "chinese", "arabic", "email", "meeting")

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def _fail_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if not REQUIRE_ALL or not report.skipped or hasattr(report, "wasxfail"):
        return
    path, line, reason = report.longrepr if isinstance(report.longrepr, tuple) else ("", 0, report.longrepr)
    if any(f"No module named '{package}'" in str(reason) for package in MAY_MISS):
        return
    report.outcome = "failed"
    report.longrepr = f"{path}:{line}: skipped, but TERSELY_REQUIRE_ALL=1: {reason}"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport():
    outcome = yield
    _fail_skipped(outcome.get_result())


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report():
    outcome = yield
    _fail_skipped(outcome.get_result())


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of sample texts."""
    return DATA


@pytest.fixture(scope="session")
def article_path(data: Path) -> Path:
    return data / "article.txt"


@pytest.fixture(scope="session")
def article(article_path: Path) -> str:
    """A pasted news page in English: 20 paragraphs with a headline, credits and captions between them."""
    return article_path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def samples(data: Path) -> dict[str, str]:
    """The other sample texts by file stem; `report` is Markdown."""
    texts = {name: (data / f"{name}.txt").read_text(encoding="utf-8") for name in SMALL_TEXTS}
    return texts | {"report": (data / "report.md").read_text(encoding="utf-8")}


@pytest.fixture(scope="session")
def article_document(article: str) -> tersely.Document:
    return tersely.Document(article)
