"""Texts that are not articles: chats, an interview, subtitles, steps, release notes, a transcript, a book.

The golden picks are what the library chose. Each was checked against its text; the comment says why it is good.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.checks import check_budget, check_summary, check_units

import tersely

GENRES = Path(__file__).parents[1] / "data" / "genres"
NAMES = sorted(path.name for path in GENRES.iterdir())

# The first words of the three picks.
PICKS = {
    # Who she is, why she counts, how many nests there were; no question is picked.
    "interview.txt": ["Every June for", "When I moved here", "The parish books"],
    # The problem, the obstacle, what was agreed.
    "messenger.txt": [
        "12/03/2025, 10:04 - Anna: The boiler",
        "12/03/2025, 10:11 - Carla: My bikes",
        "12/03/2025, 10:19 - Anna: Perfect, I will tell",
    ],
    # The letter, the inheritance, the uncle: the beginning of the story, not a chapter title.
    "novel.txt": ["The letter came on", "His uncle\nwas dead", "He remembered a tall"],
    # The summary of the release, then two things that were added.
    "release_notes.md": ["This release makes", "- The import reads", "- `--dry-run` shows"],
    # How to begin, how to let the air out, how to end; not the list of tools.
    "steps.txt": ["1. Turn the heating off", "4. Put the key", "9. Turn the heating on"],
    # The lake as it was, the harm, the remedy; not half of the sentence that spans two cues.
    "subtitles.srt": ["The lake was once", "Within ten years", "So in 1978 eleven"],
    # What failed and why, what caused it, what will be done about it.
    "team_chat.txt": ["The nightly export failed", "Yes, the test videos", "I will change the build"],
}

# Lines that are not sentences of the text itself, and halves of sentences.
NEVER_PICKED = {
    "interview.txt": ["The woman who counts the swifts"],
    "messenger.txt": ["end-to-end encrypted", "<Media omitted>", "👍"],
    "novel.txt": ["CHAPTER", "The Letter", "The Tower", "The Keeper", "THE END"],
    "release_notes.md": ["## ", "pip install", "| Linux", "#412"],
    "steps.txt": ["How to bleed", "Before you start", "Afterwards", "Tools", "Bowl"],
    "subtitles.srt": ["-->", "[soft music]", "<i>", "began to let", "run into the lake"],
    "team_chat.txt": ["Priya Nair", "Tomás Vidal", "Lena Hoffmann", " AM"],
}


def _read(name: str) -> str:
    return (GENRES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_units_and_spans_are_verbatim(name: str) -> None:
    document = tersely.Document(_read(name), language="en")
    check_units(document.text, document.units)
    check_summary(document, document.summarize(3))


@pytest.mark.parametrize("name", PICKS)
def test_golden_picks(name: str) -> None:
    picks = [x.text for x in tersely.summarize(_read(name), 3, language="en")]
    assert len(picks) == len(PICKS[name])
    for pick, begin in zip(picks, PICKS[name], strict=True):
        assert pick.startswith(begin)


@pytest.mark.parametrize("name", NEVER_PICKED)
def test_lines_about_the_text_are_no_candidates(name: str) -> None:
    document = tersely.Document(_read(name), language="en")
    for unit in document.units:
        if any(line in unit.text for line in NEVER_PICKED[name]):
            assert not unit.candidate, unit.text


def test_every_message_of_a_team_chat_can_be_picked() -> None:
    document = tersely.Document(_read("team_chat.txt"), language="en")
    assert {unit.kind for unit in document.units} == {"code", "turn", "sentence"}
    assert all(unit.candidate for unit in document.units if unit.kind != "code")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("budget", [{"words": 60}, {"chars": 400}, {"sentences": 4}, {"sentences": 5, "words": 70}])
def test_budgets_are_ceilings(name: str, budget: dict[str, int]) -> None:
    summary = tersely.summarize(_read(name), language="en", **budget)
    assert summary.status != "over_budget"
    check_budget(summary, **budget)


def test_transcript_is_one_line_in_pieces() -> None:
    text = _read("transcript.txt")
    assert "\n" not in text.strip()
    document = tersely.Document(text, language="en")
    assert "no_punctuation" in document.flags
    assert {unit.kind for unit in document.units} == {"fragment"}
    # About 25 words each.
    assert all(5 <= len(unit.text.split()) <= 50 for unit in document.units)
    assert " ".join(unit.text for unit in document.units) == text.strip()
