"""The classic methods on examples worked by hand, and what a user notices of them. test_textbook.py has the twins."""

import pytest

import tersely

FOUR = "Storms hit Lisbon airport. Lisbon airport closed. Airport staff cleared snow. Snow melted."
# Keys (first six letters): storms hit lisbon airpor | lisbon airpor closed | airpor staff cleare snow | snow melted.


def scores(text, method, **options):
    return list(tersely.Document(text, language="en").summarize(1, method=method, **options).scores)


def test_reduction_by_hand():
    # Common words over the sum of logarithms; ln 4 = 1.386294, ln 3 = 1.098612, ln 2 = .693147:
    #   12: 2 / 2.484907 = .804859   13: 1 / 2.772589 = .360674
    #   23: 1 / 2.484907 = .402430   34: 1 / 2.079442 = .480898
    # Sums: 1.165533, 1.207289, 1.244002, .480898, over the largest:
    assert scores(FOUR, "reduction") == pytest.approx([0.936922, 0.970488, 1, 0.386573], abs=1e-6)


def test_reduction_counts_each_pair_of_equal_words():
    # ferry ferry ferry | ferry harbou | harbou snow: 12 share three pairs of "ferry", 23 one word.
    # ln 3 + ln 2 = 1.791759, 2 ln 2 = 1.386294. Sums: 1.674332, 1.674332 + .721348 = 2.395680, .721348.
    text = "Ferry, ferry, ferry! The ferry harbour. Harbour snow."
    assert scores(text, "reduction") == pytest.approx([0.698896, 1, 0.301104], abs=1e-6)


def test_kl_by_hand():
    # 13 words, 9 different: airpor 3, lisbon 2, snow 2, six more. Sum of P ln P = (3 ln 3 + 4 ln 2) / 13 - ln 13 =
    # -2.098147. ln .1 = -2.302585, ln 1.1 = .095310. A sentence that covers the share p of the text in L words has
    # KL = -2.098147 - .095310 p + 2.302585 (1 - p) + ln(L + .9); gain = 1 / (1 + KL):
    #   1: p = 7/13, L = 4: .502499, .665558    2: p = 6/13, L = 3: .458693, .685545
    #   3: p = 7/13, L = 4: as 1                4: p = 3/13, L = 2: .715788, .582823
    found = scores(FOUR, "kl")
    assert found == pytest.approx([0.970845, 1, 0.970845, 0.850160], abs=2e-6)
    assert found[0] == found[2]  # other words, but equally good


def test_kl_then_picks_what_the_summary_lacks():
    text = "Ferry harbour. Ferry harbour sails. Ferry harbour waits. Snow melted. Ferry snow."
    assert tuple(tersely.summarize(text, 2, method="kl", language="en").order) == (0, 4)


def test_lsa_by_hand():
    # storms closed airpor | storms closed harbou | snow melted: every word occurs once, so all entries are 1.
    # X X' = [[3, 2, 0], [2, 3, 0], [0, 0, 2]]: 5 for (1, 1, 0) / sqrt 2, 2 for (0, 0, 1), 1 for (1, -1, 0) / sqrt 2.
    # Singular values 2.236, 1.414, 1; half of the largest is 1.118, so the last is dropped.
    # Lengths: sqrt(5 / 2) = 1.581139 twice, sqrt 2 = 1.414214; 1.414214 / 1.581139 = .894427.
    text = "Storms closed airports. Storms closed harbours. Snow melted."
    assert scores(text, "lsa") == pytest.approx([1, 1, 0.894427], abs=1e-6)


def test_lsa_of_frequencies_by_hand():
    # ferry ferry harbou | snow: the row (1, .4 + .6 / 2 = .7), length 1.220656, and (1), whose value is above half.
    assert scores("Ferry ferry harbour. Snow.", "lsa") == pytest.approx([1, 0.819232], abs=1e-6)


def test_lsa_by_topics_by_hand():
    # storms closed airpor | storms closed harbou | snow melted | snow: X X' has 5 for (1, 1, 0, 0) / sqrt 2, 1 for
    # (1, -1, 0, 0) / sqrt 2, and for the last two, [[2, 1], [1, 1]], 2.618 for (.851, .526), .382 for (.526, -.851).
    # The first topic picks the first sentence (of equal ones), the second the third, the third the second, the last the
    # fourth. By length, the second would come before the third.
    text = "Storms closed airports. Storms closed harbours. Snow melted. Snow."
    assert scores(text, "lsa", lsa_selection="topics") == [1, 0.5, 0.75, 0.25]
    assert tuple(tersely.Document(text, language="en").summarize(2, method="lsa", lsa_selection="topics").order) == (
        0,
        2,
    )


def test_topics_of_equal_weight_are_one_topic_with_several_picks():
    # Two unrelated pairs of words have equal singular values, so that any mixture of their vectors is right.
    assert scores("Snow melted. Ferry sailed. Storms.", "lsa", lsa_selection="topics") == pytest.approx(
        [1, 2 / 3, 1 / 3]
    )


def test_lsa_without_words():
    assert scores("He was with them. It is not for us. We were there. You are.", "lsa") == [0] * 4


REPORT = """Closing the bridge

The council met on Monday. Engineers had found cracks in the bridge. Nobody was surprised.

Cars stop on both sides. The bridge carries them all. Drivers wait for hours.

A ferry sails from Friday. Perhaps people complain. Closing takes a year."""
# Without the heading. Location: 2 1 2 | 1 0 1 | 2 1 2. Words of the title (closin, bridge), two points each: 2 in the
# second and fifth sentence, and in the last.
LOCATION = [2, 1, 2, 1, 0, 1, 2, 1, 2]
TITLED = [0, 2, 0, 0, 2, 0, 0, 0, 2]


def expected(points):
    lowest = min(0, *points)
    return [0, *((value - lowest) / (max(points) - lowest) for value in points)]


def add(*points):
    return [sum(values) for values in zip(*points)]


@pytest.mark.parametrize(
    ("options", "points"),
    [
        ({}, add(LOCATION, TITLED)),
        ({"null_words": ["bridge"]}, add(LOCATION, [0] * 8 + [2])),
        ({"null_words": ["BRIDGES", "closing"]}, LOCATION),
        ({"bonus_words": ["FERRY", "Engineer"]}, add(LOCATION, TITLED, [0, 1, 0, 0, 0, 0, 1, 0, 0])),
        ({"stigma_words": ["people", "complain"]}, add(LOCATION, TITLED, [0, 0, 0, 0, 0, 0, 0, -2, 0])),
        ({"bonus_words": ["car"], "stigma_words": ["cars"]}, add(LOCATION, TITLED, [0, 0, 0, -1, 0, 0, 0, 0, 0])),
        ({"title": "Drivers"}, add(LOCATION, TITLED, [0, 0, 0, 0, 0, 2, 0, 0, 0])),
    ],
)
def test_edmundson_by_hand(options, points):
    assert scores(REPORT, "edmundson", **options) == pytest.approx(expected(points), abs=1e-8)


def test_cue_words_are_any_iterable_and_may_be_phrases():
    words = ["ferry", "cracks"]
    summaries = [
        tersely.summarize(REPORT, 1, method="edmundson", bonus_words=make(words)) for make in (list, tuple, set, iter)
    ]
    assert summaries == summaries[:1] * 4
    assert tersely.summarize(REPORT, 1, method="edmundson", bonus_words=["ferry cracks"]).scores == summaries[0].scores


def test_stop_words_are_no_cue_words():
    assert scores(REPORT, "edmundson", bonus_words=["the", "on"]) == scores(REPORT, "edmundson")
