"""Chats, captions and minutes as programs export them: speakers, lines that are not speech, and the spread of picks."""

from __future__ import annotations

import pytest

import tersely

NARROW, NO_BREAK, LEFT_MARK, RIGHT_MARK = "\u202f", "\xa0", "\u200e", "\u200f"


def said(text: str, **options: str) -> list[str]:
    """Returns the texts of the candidates."""
    return [unit.text for unit in tersely.Document(text, **options).units if unit.candidate]


def turns(text: str) -> list[str]:
    return [unit.text for unit in tersely.Document(text).units if unit.kind == "turn"]


def terms(text: str, language: str) -> set[str]:
    return {term.casefold() for term in tersely.Document(text, language=language).terms}


# Time stamps

STAMPS = [
    f"[14/10/2025, 3:34:09{NARROW}PM]",
    f"[14/10/2025, 3:34:09{NO_BREAK}PM]",
    f"{LEFT_MARK}[14.10.25, 15:34:09]",
    "[١٤/١٠/٢٠٢٥، ٣:٣٤:٠٩ م]",
    f"[{RIGHT_MARK}14/10/2025, 3:34:09{NARROW}ص]",
    "[۱۴۰۴/۷/۲۲،\u200f ۱۵:۳۴:۰۹]",
    "[2025/10/14 下午3:34:09]",
    "[Oct 14, 2025, 3:34 PM]",
    f"14/10/25, 3:34{NARROW}p.{NO_BREAK}m. -",
    "14.10.2025 klo 15.34 -",
    "14.10.25, 15:34 Uhr -",
    "2025年10月14日 15:34 -",
    "2025. 10. 14. 오후 3:34,",
    "2025/10/14(火) 15:34",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_time_stamps_of_exports(stamp: str) -> None:
    messages = ["the boiler inspection moved to Friday", "ok who lets them in?", "somebody has to clear the cellar"]
    text = "".join(f"{stamp} {name}: {message}\n" for name, message in zip(["Lena", "Tom", "Lena"], messages))
    document = tersely.Document(text)
    assert [unit.kind for unit in document.units] == ["turn"] * 3
    assert all(unit.candidate for unit in document.units)
    assert not {"lena", "tom"} & {term.casefold() for term in document.terms}


def test_numbers_at_the_begin_of_lines_are_no_times() -> None:
    text = "14.10.2025 was a Tuesday.\n3:1 was the result of the match.\n10. The dam is closed.\n"
    assert turns(text) == []


# System messages

NOTICES = [
    f"[19/10/2025, 01:02:19] Runners: {LEFT_MARK}Messages and calls are end-to-end encrypted.",
    f"{LEFT_MARK}[19/10/2025, 01:02:19] Läufer: {LEFT_MARK}Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.",
    f"[19/10/2025, 01:02:19] Coureurs : {LEFT_MARK}Tom vous a ajouté",
    f"[19/10/2025, 01:02:19] Lena: {LEFT_MARK}image omitted",
    "[19/10/2025, 01:02:19] Tom added you",
    "[19/10/2025, 01:02:19] Lena: <Media omitted>",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_notices_are_not_picked(notice: str) -> None:
    chat = [
        "[19/10/2025, 08:02:19] Lena: The next run starts at the bridge at seven.",
        "[19/10/2025, 08:03:19] Tom: Bring lamps, the path is dark.",
        "[19/10/2025, 08:04:19] Lena: I will bring two spare lamps for new people",
    ]
    assert said("\n".join([notice, *chat])) == chat


def test_a_mark_of_direction_before_every_message_means_nothing() -> None:
    chat = [f"[19/10/2025, 08:0{i}:19] לנה: {RIGHT_MARK}הריצה הבאה מתחילה בגשר {i}." for i in range(4)]
    assert len(said("\n".join(chat))) == 4


# Names and times above messages

HEADERS = [
    "{name}  9:4{n} AM",
    "{name} 9:4{n}",
    "{name} — Today at 9:4{n} AM",
    "{name} — 14/10/2025 9:4{n}",
    "{name}, [14.10.2025 09:4{n}]",
    "{name} [9:4{n} AM]",
    "{name}\t09:4{n}:12",
    "[9:4{n} AM] {name}",
    "09:4{n}:12 From {name} to Everyone:",
    "{name} (00:4{n}):",
    "{name} heute um 09:4{n} Uhr",
    "[Yesterday 9:4{n} AM] {name}",
    "[Gestern 09:4{n}] {name}",
    "[10/14 9:4{n} AM] {name}",
    "{name} 2025-10-14 09:4{n}:05",
]
POSTS = [
    ("Lena Moor", "the build fails on windows since the compiler update"),
    ("Tom Hill", "can you pin the old compiler until monday?"),
    ("Lena Moor", "pinned, the nightly job is green again"),
    ("Tom Hill", "thanks, then we ship the release at noon"),
]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("blank", ["", "\n"])
def test_headers_on_one_line(header: str, blank: str) -> None:
    text = "".join(f"{header.format(name=name, n=n)}\n{post}\n{blank}" for n, (name, post) in enumerate(POSTS))
    assert said(text) == [post for _, post in POSTS]


@pytest.mark.parametrize(
    "replies",
    ["3 replies\nLast reply today at 10:15 AM", "2 Antworten\nThread anzeigen", "1 réponse\nVoir le fil", "3 件の返信"],
)
def test_what_stands_below_a_message_is_not_picked(replies: str) -> None:
    text = "\n".join(f"{name}  9:4{n} AM\n{post}\n{replies}\n👍 2" for n, (name, post) in enumerate(POSTS))
    assert said(text) == [post for _, post in POSTS]


def test_a_message_may_end_in_a_time() -> None:
    posts = [*POSTS, ("Lena Moor", "then we meet at the bridge for the long run at 10:30")]
    text = "\n".join(f"{name}  9:4{n} AM\n{post}\nfine" for n, (name, post) in enumerate(posts))
    assert "then we meet at the bridge for the long run at 10:30" in said(text)


PAGES = [
    # comments below an article
    "The dam is closed.\n\nEngineers found a crack in the wall on Monday. The lake is drained now.\n\nThe repair"
    " takes a year.\n\nThe county pays for it.\n\nComments\n\nAnn Lee  9:41 AM\nGood news\n\n"
    "Bob Ray  9:52 AM\nAbout time\n\nAnn Lee  9:55 AM\nIndeed\n",
    # a programme in which all titles differ
    "Doors and coffee 9:00\nOld hall\nDams of the north 9:30\nRoom two\nRivers and their law 10:30\nRoom two\n",
    # one label
    "Updated 9:00 AM\nThe dam is closed\nUpdated 9:30 AM\nThe lake is drained\nUpdated 10:00 AM\nThe road is shut\n",
]


@pytest.mark.parametrize("page", PAGES, ids=["comments", "programme", "one label"])
def test_times_on_pages_make_no_chat(page: str) -> None:
    assert turns(page) == []


# Labels

LABELS = [
    ("#Person1#: ", "#Person2#: "),
    ("[Lena] ", "[Tom] "),
    ("[SPEAKER_00]: ", "[SPEAKER_01]: "),
    ("[SPEAKER_00] ", "[SPEAKER_01] "),
    ("(Lena): ", "(Tom): "),
    ("**Lena:** ", "**Tom:** "),
    ("**Lena**: ", "**Tom**: "),
    ("<Speaker 1>: ", "<Speaker 2>: "),
    ("Lena Moor (00:03:12): ", "Tom Hill (00:03:20): "),
    ("Lena Moor [00:03:12]: ", "Tom Hill [00:03:20]: "),
    ("[Lena] [오후 3:34] ", "[Tom] [오후 3:35] "),
    ("15:34\tLena\t", "15:35\tTom\t"),
    ("【Lena】", "【Tom】"),
]


@pytest.mark.parametrize("labels", LABELS, ids=lambda labels: labels[0].strip())
def test_labels(labels: tuple[str, str]) -> None:
    a, b = (label if label[-1] in " \t" else label + " " for label in labels)
    text = f"{a}Is the pump here\n{b}It came on Monday\n{a}Who signs the order\n{b}The treasurer does\n"
    document = tersely.Document(text, language="en")
    assert [unit.kind for unit in document.units] == ["turn"] * 4
    assert terms(text, "en") <= {"is", "pump", "here", "came", "monday", "signs", "order", "treasurer"}


@pytest.mark.parametrize(
    "text",
    [
        "[INFO] The server starts.\n[WARN] The disk is full.\n[INFO] The job ends.\n[WARN] The disk is full again.\n",
        "**Type:** a number.\nThe size of the pool.\nIt may be 0.\n**Default:** ten.\nMore is faster.\n"
        "**Type:** a text.\nThe name.\n**Default:** none.\nIt is shown.\nIt may be long.\n",
        "[1] The dam is old.\n[2] The wall is thick.\n[1] It has a crack.\n[2] The lake is deep.\n",
        "[Home](a.html) is here.\n[News](b.html) is new.\n[Home](a.html) is old.\n[News](b.html) is there.\n",
    ],
    ids=["log", "fields", "references", "links"],
)
def test_brackets_that_are_no_labels(text: str) -> None:
    assert turns(text) == []


# Captions


def cues(*lines: str, header: str = "WEBVTT\n\n") -> str:
    times = [f"00:00:{i:02}.000 --> 00:00:{i + 1:02}.000 align:start" for i in range(len(lines))]
    return header + "\n".join(f"{time}\n{line}\n" for time, line in zip(times, lines))


def spoken(text: str) -> list[str]:
    return [unit.text for unit in tersely.Document(text).units if unit.kind != "code"]


def test_rolling_captions_are_said_once() -> None:
    text = cues(
        " \nso<00:00:00.400><c> the</c><00:00:00.600><c> first point</c>",
        "so the first point\n ",
        "so the first point\nis<00:00:02.400><c> the</c><00:00:02.600><c> budget.</c>",
        "is the budget.\n ",
        "is the budget.\nwho<00:00:03.400><c> signs</c><00:00:03.600><c> it?</c>",
        "who signs it?\n ",
        header="WEBVTT\nKind: captions\nLanguage: en\n\n",
    )
    assert spoken(text) == ["so the first point", "is the budget.", "who signs it?"]


def test_lines_that_roll_up_are_said_once() -> None:
    text = cues(
        "The dam is old.\nIt has a crack.", "It has a crack.\nThe lake is drained.", "The lake is drained.\nSo what?"
    )
    assert " ".join(spoken(text)) == "The dam is old. It has a crack. The lake is drained. So what?"


def test_captions_that_grow_are_said_once() -> None:
    text = cues("der Damm", "der Damm ist", "der Damm ist zu", "und der See", "und der See ist leer", header="")
    assert spoken(text) == ["der Damm ist zu", "und der See ist leer"]


def test_what_somebody_says_twice_is_kept_in_other_subtitles() -> None:
    text = cues(
        "No!", "No!", "Where is the key?", "In the car.", "Which car?", "The red one.", "Let us go.", "Now.", "Wait."
    )
    assert spoken(text)[:2] == ["No!", "No!"]


@pytest.mark.parametrize("voice", ["<v {}>", "<v.loud {}>", "<b><v {}>"])
def test_voices_are_turns_without_their_tags(voice: str) -> None:
    a, b = voice.format("Lena Moor"), voice.format("Tom Hill")
    text = cues(
        f"{a}So the first point is the budget for the new pump,</v>",
        f"{a}which we have to spend before March.</v>",
        f"{b}Okay, and who signs the order?</v>",
    )
    document = tersely.Document(text)
    assert str(document.summarize(1)) == "Okay, and who signs the order?"
    assert [unit.kind for unit in document.units if unit.kind != "code"] == ["turn"] * 3
    assert "moor" not in {term.casefold() for term in document.terms}


@pytest.mark.parametrize("labels", [("Lena Moor: ", "Tom Hill: "), (">> LENA: ", ">> TOM: "), (">> ", ">> ")])
def test_speakers_in_cues_are_turns(labels: tuple[str, str]) -> None:
    a, b = labels
    text = cues(f"{a}The first point is the pump.", f"{b}Who signs\nthe order?", f"{a}The treasurer.", f"{b}Good.")
    document = tersely.Document(text, language="en")
    assert [unit.kind for unit in document.units if unit.kind != "code"] == ["turn"] * 4
    assert {term.casefold() for term in document.terms} <= {"point", "pump", "signs", "order", "treasurer", "good"}


# Noise marks


@pytest.mark.parametrize(
    "mark, language",
    [
        ("{vocalsound}", "en"),
        ("<noise>", "en"),
        ("[laughter]", "en"),
        ("[Laughter.]", "en"),
        ("(inaudible)", "en"),
        ("[inaudible 00:12]", "en"),
        ("[background noise]", "en"),
        ("(lacht)", "de"),
        ("(unverständlich)", "de"),
        ("(rires)", "fr"),
        ("(aplausos)", "es"),
        ("(смех)", "ru"),
        ("（笑）", "ja"),
        ("（笑声）", "zh"),
        ("[Music]", "ja"),
    ],
)
def test_marks_of_noise_are_no_words(mark: str, language: str) -> None:
    text = f"Lena: Pump {mark} budget.\nTom: {mark} Order?\nLena: Pump {mark} order {mark}.\n"
    assert terms(text, language) == {"pump", "budget", "order"}
    document = tersely.Document(text, language=language)
    assert [word.text for word in document.words] == ["Pump", "budget", "Order", "Pump", "order"]


@pytest.mark.parametrize("aside", ["(the old one)", "[the minister]", "a < b and c > d", "{ x = 1 }"])
def test_other_brackets_are_words(aside: str) -> None:
    text = f"Lena: The pump {aside} is here.\nTom: When {aside}?\nLena: Today.\n"
    assert len(tersely.Document(text).words) > 6
    assert any(word.text in aside for word in tersely.Document(text).words)


def test_marks_outside_of_speech_are_words() -> None:
    text = "The hall filled with (laughter) again. The word {vocalsound} stands in the file."
    assert {"laughter", "vocalsound"} <= terms(text, "en")


# Fillers


@pytest.mark.parametrize(
    "text, language, content",
    [
        ("A: Um, yeah, okay.\nB: Mm-hmm, the pump.\nA: Uh, okay.\n", "en", {"pump"}),
        ("A: Ähm, ja, genau.\nB: Hm, die Pumpe.\nA: Tja, okay.\n", "de", {"pumpe"}),
        ("A: Euh, ouais, bon.\nB: Ben, la pompe.\nA: Bah, oui.\n", "fr", {"pompe"}),
        ("A: Эм, ну да.\nB: Ага, насос.\nA: Угу, ладно.\n", "ru", {"насос"}),
    ],
)
def test_fillers_are_stop_words_in_transcripts_only(text: str, language: str, content: set[str]) -> None:
    assert terms(text, language) == content
    prose = " ".join(line.split(": ")[1] for line in text.splitlines())
    assert terms(prose, language) > content


# Long meetings


def meeting(n_turns: int) -> str:
    topics = ["pump budget", "bridge repair", "ferry winter", "school roof", "library hours", "market square"]
    lines = []
    for i in range(n_turns):
        a, b = topics[i * len(topics) // n_turns].split()
        lines.append(f"{'ABC'[i % 3]}: The {a} plan {i} needs the {b} of item{i % 7} and item{i % 5}.")
        lines.append(f"{'CAB'[i % 3]}: Okay {i}.")
    return "\n".join(lines)


def test_picks_come_from_all_of_a_long_meeting() -> None:
    document = tersely.Document(meeting(120), language="en")
    n = len(document.units)
    places = [sentence.index / n for sentence in document.summarize(6)]
    assert places[0] < 0.25
    assert places[-1] > 0.75
    from_start = [sentence.index / n for sentence in document.summarize(6, position="start")]
    assert max(from_start) < max(places)


def test_turns_that_say_little_count_half() -> None:
    explained = tersely.Document(meeting(60), language="en").summarize(120).explain()
    weak = [pick.factor for pick in explained.picks if ": Okay" in pick.sentence.text]
    assert explained.picks[0].factor == 1
    assert len(weak) == 60
    assert max(weak) <= 0.5
    short = tersely.Document(meeting(20), language="en").summarize(40).explain()
    assert max(pick.factor for pick in short.picks if ": Okay" in pick.sentence.text) <= 0.3


def test_budgets_nest_in_long_meetings() -> None:
    document = tersely.Document(meeting(120), language="en")
    picked: set[int] = set()
    for k in range(1, 40):
        now = set(document.summarize(k).order)
        assert picked < now
        picked = now


# What meetings say beside their matter


MEETING = """Hanna: Okay, so hi everyone. Can you hear me?
Oliver: Yeah, we can hear you.
Hanna: Um, so let's wait one more minute for Divya.
Oliver: We finished the new address form, and fewer customers leave the checkout now.
Divya: Is the address form of the checkout broken on the tablet?
Oliver: The address form of the checkout still loses the focus on the tablet.
Hanna: Let's replace the keyboard library of the checkout before the release.
Hanna: Thanks everyone, have a nice evening.
Divya: Bye bye.
"""


def test_small_talk_of_a_meeting_is_left_out() -> None:
    texts = " ".join(said(MEETING, language="en"))
    for small_talk in ("Can you hear me?", "we can hear you", "let's wait", "Thanks everyone", "Bye bye"):
        assert small_talk not in texts
    assert "We finished the new address form" in texts


def test_decisions_come_before_questions() -> None:
    picked = [sentence.text for sentence in tersely.summarize(MEETING, sentences=3, language="en")]
    assert any(
        text.endswith("Let's replace the keyboard library of the checkout before the release.") for text in picked
    )
    assert not any(text.endswith("?") for text in picked)


@pytest.mark.parametrize(
    "line",
    [
        "Thank you for the 300 pounds you lent to the club.",
        "Hear the lamp hum.",
        "Thanks to the pump the cellar is dry.",
    ],
)
def test_lines_that_resemble_small_talk_stay(line: str) -> None:
    assert any(text.endswith(line) for text in said(MEETING + f"Oliver: {line}\n", language="en"))
