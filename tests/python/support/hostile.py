"""Texts and arguments that break summarisers.

TEXTS maps an id to a Hostile. ARGUMENTS lists odd ways to pass a number of sentences or a text, each with its expected
result. Everything is made here, from the same seed in every run. A few texts have a megabyte (MEGABYTE), the other
large ones a fifth of that (LARGE).
"""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tersely
from support.hostile_pages import HTML, MAIL, MARKDOWN, PAGE, PROGRAM, REPLY, SPEECH, STORY, STORY_SENTENCES

MEGABYTE = 1_000_000
LARGE = 200_000


@dataclass(frozen=True)
class Hostile:
    id: str
    text: str
    n: int = 3
    language: str = "en"


@dataclass(frozen=True)
class Argument:
    """`expected`: the number of sentences in the result, or the error. `telling`: words in the message of the error."""

    id: str
    text: Any
    sentences: Any
    expected: int | type[Exception]
    telling: tuple[str, ...] = ()


def _rng(name: str) -> random.Random:
    return random.Random(f"hostile {name}")


def _blank_and_tiny() -> Iterator[Hostile]:
    yield Hostile("empty", "")
    yield Hostile("one_space", " ")
    yield Hostile("only_white_space", "\t \r\n \v\f \x1c\x1f \x85 \xa0\u1680 \u2003\u2028\u2029 \u3000\n")
    yield Hostile("only_zero_width", "\u200b\u200d\ufeff\u200b")
    yield Hostile("one_letter", "q")
    yield Hostile("one_word", "Whale")
    yield Hostile("one_sentence", "The whale came ashore.")
    yield Hostile("no_full_stop", "the whale came ashore in the night and nobody heard it")
    yield Hostile("two_sentences", "The whale came ashore. Nobody heard it.")
    yield Hostile("as_many_as_asked", " ".join(STORY_SENTENCES[:3]))
    yield Hostile("one_more_than_asked", " ".join(STORY_SENTENCES[:4]))


def _without_words() -> Iterator[Hostile]:
    yield Hostile("only_punctuation", "?! ... --- ;;; ,,, !!! ::: (((...))) [[]] ?!")
    yield Hostile(
        "only_stop_words", "He was with them. It is not for us. They have been to it. You and I were there, and so on."
    )
    yield Hostile("one_word_sentences", "Up. Down. Left. Right. Up. Stop. Down. Go. Now.")
    yield Hostile("only_numbers", "17 18 19. 20.5 21,6 22. 23 24. 3000 4000 5000. 17 17 17. 1e9. 0x1F.")
    yield Hostile("only_combining_marks", "\u0301\u0308\u0327. \u0301\u0308! \u0300")
    yield Hostile("only_emoji", "😀🐋🌊👍🏽👩‍🚀🇮🇸🇳🇴🏳️‍🌈")


def _code_points() -> Iterator[Hostile]:
    yield Hostile(
        "emoji", ("🐋 seen at 6am!!! 👩‍👩‍👦 ran to the beach 🏖️. 🇮🇸🇳🇴 both claim it 😤… who is right?? 🤷🏽‍♀️ ❤️‍🔥")
    )
    yield Hostile(
        "lone_surrogates",
        STORY + " Half an emoji \ud83d here. The other half \udc0b there. \ud800\ud800 twice. Done now.",
    )
    yield Hostile(
        "nul",
        (
            "The first\x00 sentence has a zero. The second\x00\x00 has two. \x00The third begins with one. "
            "The last has none."
        ),
    )
    yield Hostile("byte_order_mark", "\ufeff" + STORY)
    yield Hostile("control_characters", "".join(map(chr, range(32))) + STORY + "".join(map(chr, range(0x7F, 0xA0))))
    yield Hostile(
        "bidirectional_controls", "\u202e" + STORY + "\u202c \u2066Isolated\u2069 words. \u200fRight-to-left mark here."
    )
    marks = _rng("zalgo")
    zalgo = "".join(
        c + "".join(chr(marks.randrange(0x300, 0x370)) for _ in range(15 if c.isalpha() else 0)) for c in STORY
    )
    yield Hostile("zalgo", zalgo)
    yield Hostile(
        "private_use",
        ("\ue123\ue124 \U000f1234. \U0010fffd means nothing. \ufffe and \uffff are no characters. The whale is."),
    )
    wide = {ord(" "): "\u3000", ord("."): "\uff0e"} | {c: c + 0xFEE0 for c in range(0x30, 0x7B) if chr(c).isalnum()}
    yield Hostile("full_width", STORY.translate(wide))
    german = (
        "Das Gerüst über dem Wal fällt. Fünf Restauratoren prüften die Schädelknochen. Später öffnet die "
        "Glasbrücke. Größe ist übrigens alles."
    )
    yield Hostile("decomposed", unicodedata.normalize("NFD", german), language="de")
    yield Hostile(
        "ligatures_and_compatibility",
        ("The ﬁrst ﬂoor is 12 m² large. ① One visitor ﬁts. Ⅳ rooms cost ½ of it. ﷺ is one character. ™ is not."),
    )
    yield Hostile(
        "turkish_i",
        ("İSTANBUL'DA IŞIK SÖNDÜ. İstanbul'da ışık söndü. Iğdır ile İzmir uzak. Balina kıyıya vurdu. Müze açıldı."),
        language="tr",
    )
    yield Hostile(
        "sharp_s", "STRASSE und Straße und STRAẞE. Der Fuß. DER FUSS. Maße und Masse sind zweierlei.", language="de"
    )


def _line_ends() -> Iterator[Hostile]:
    yield Hostile("crlf", "\r\n".join(STORY_SENTENCES))
    yield Hostile("cr", "\r".join(STORY_SENTENCES))
    yield Hostile(
        "mixed_line_ends",
        "".join(map(str.__add__, STORY_SENTENCES, ["\n", "\r\n", "\r", "\n\r", "\r\r\n", "\n\n", "\r\n\r\n", ""])),
    )
    ends = ["\u2028", "\u2029", "\x85", "\v", "\f", "\x1c", "\x1e", ""]
    yield Hostile("unicode_line_ends", "".join(map(str.__add__, STORY_SENTENCES, ends)))


def _large() -> Iterator[Hostile]:
    yield Hostile("large_one_letter", "z" * MEGABYTE)
    letters = _rng("letters")
    yield Hostile("large_random_word", "".join(letters.choices("etaoinshrdlu", k=LARGE)))
    yield Hostile("large_dotted_letters", "b. " * (LARGE // 3))
    yield Hostile("large_full_stops", "." * LARGE)
    yield Hostile("large_spaces", " " * MEGABYTE)
    yield Hostile("large_empty_lines", "\n" * LARGE + STORY + "\n" * LARGE)
    yield Hostile("large_one_sentence", "whale " * (LARGE // 6))
    yield Hostile("large_open_quotes", '"' * LARGE + STORY)
    yield Hostile("large_open_brackets", "(" * LARGE + STORY + "[" * LARGE)
    yield Hostile("large_abbreviations", "Dr. " * (LARGE // 4) + "Moss stayed.")
    yield Hostile("large_long_words", ("w" * 250 + "\n") * (LARGE // 250))
    yield Hostile("large_combining", "a" + "\u0301" * (LARGE // 2) + ". " + STORY)
    yield Hostile("large_open_marks", "](<!--![<code>" * (LARGE // 14), language="auto")  # none is closed
    yield Hostile("large_colons", ("who: " * 40 + "\n") * (LARGE // 200))
    yield Hostile("large_list_markers", "".join(f"{i}. " for i in range(LARGE // 6)))
    yield Hostile("large_backticks", "```\n" * (LARGE // 4) + STORY)
    yield Hostile("large_angle_brackets", "<" * LARGE + STORY)
    yield Hostile("large_open_tags", "<a\n" * (LARGE // 3) + STORY, language="auto")
    yield Hostile("large_open_links", "A word. Another.\n\n[a](b) see " + "<" * LARGE + "[" * LARGE + "](" * LARGE)
    yield Hostile("large_rules_like_fields", "--- a: ---\n" * (LARGE // 11))
    yield Hostile("large_number_before_verses", "1" * LARGE + " " + "ab. 1 " * (LARGE // 6))
    yield Hostile("large_words_then_digits", "the whale is " * 34 + "1" * LARGE, language="auto")
    yield Hostile("large_zero_width", "\u200b" * (LARGE // 3) + STORY + "\u200d" * (LARGE // 3))
    yield Hostile("large_cjk", "鲸鱼搁浅在北边的海滩上博物馆重新开放了" * (LARGE // 60))
    yield Hostile("large_thai", "พิพิธภัณฑ์เปิดห้องวาฬอีกครั้ง" * (LARGE // 90), language="th")


def _repetition() -> Iterator[Hostile]:
    yield Hostile("same_sentence_few", "The hall is open again. " * 5)
    yield Hostile("same_sentence_many", "The hall is open again on Sundays and holidays. " * (MEGABYTE // 48))
    yield Hostile("two_alternating", "The hall is open again. The attic is closed today. " * 2000)
    digits = _rng("distinct")
    bones = [f"Bone{i} from shelf{digits.randrange(700)} weighs {digits.randrange(9000)} grams." for i in range(4000)]
    yield Hostile("many_distinct", " ".join(bones))
    yield Hostile("all_share_one_word", " ".join(f"Whale w{i}a w{i}b w{i}c." for i in range(4000)))
    yield Hostile(
        "near_repetition", " ".join(f"The hall number {i} is open again on Sundays and holidays." for i in range(3000))
    )
    vocabulary = [f"term{i}" for i in range(300)]
    words = _rng("dense")
    yield Hostile(
        "every_two_share", " ".join(" ".join(words.choices(vocabulary, k=20)).capitalize() + "." for _ in range(1500))
    )


def _pages() -> Iterator[Hostile]:
    yield Hostile("pasted_news", PAGE)
    yield Hostile("hard_wrapped_mail", MAIL)
    yield Hostile("quoted_reply", REPLY)
    yield Hostile("markdown", MARKDOWN)
    yield Hostile("html", HTML)
    yield Hostile("program", PROGRAM * 20)
    yield Hostile("unpunctuated_speech", SPEECH * 12)
    yield Hostile(
        "bullets",
        ("Programme\n\n- welcome\n- the jaw: past, future\n- lunch\n• questions\n\nBring\n\n* boots\n* a torch"),
    )


def _records() -> Iterator[Hostile]:
    levels = ["WARN"] + ["DEBUG"] * 12
    log = [
        f"2025-04-{1 + i % 30:02d}T06:{i % 60:02d}:07.{i % 1000:03d}Z {levels[i % 13]} [pump-{i % 3}] hall.climate: "
        f"humidity={40 + i % 9}.{i % 10} rule={i}"
        for i in range(400)
    ]
    yield Hostile("log", "\n".join(log))
    rows = [f'{i},"Rib {i}, left",{i * 2.5},2025-02-{1 + i % 28:02d}' for i in range(300)]
    yield Hostile("csv", "\n".join(["bone,label,grams,weighed", *rows]))
    notes = [{"bone": i, "note": f"Rib {i} is cracked. It weighs {i}.5 kilos."} for i in range(80)]
    yield Hostile("json", json.dumps(notes))
    yield Hostile("table", "\n".join(f"| bone {i} | {i * 3} g | shelf {i % 7} |" for i in range(60)))
    cues = ["the whale was", "older than the museum.", "Nobody knew", "where it came from."] * 5
    times = [f"00:00:{i:02d},000 --> 00:00:{i + 1:02d},500" for i in range(len(cues))]
    subtitles = "".join(f"{i + 1}\n{times[i]}\n{cue}\n\n" for i, cue in enumerate(cues))
    yield Hostile("subtitles", subtitles)
    said = ["okay shall we start", "the jaw comes first", "i'd leave the jaw. it's old", "and who pays", "mm-hmm"]
    speakers = ["Ida", "Per", "Liv", "Guard"]
    yield Hostile("speaker_turns", "\n".join(f"{speakers[i % 4]}: {said[i % 5]}" for i in range(20)))
    messages = [f"12/03/2025, 10:{i:02d} - {speakers[i % 4]}: message number {i} about the jaw" for i in range(30)]
    yield Hostile("chat_export", "\n".join(messages))


def _styles() -> Iterator[Hostile]:
    yield Hostile("upper_case", STORY.upper())
    yield Hostile("lower_case", STORY.lower())
    yield Hostile("title_case", STORY.title())
    yield Hostile("no_space_after_stop", STORY.replace(". ", "."))
    yield Hostile("ellipses", STORY.replace(". ", "... "))
    yield Hostile("spaced_ellipses", STORY.replace(". ", " . . . "))
    yield Hostile(
        "abbreviations",
        (
            "Prof. Ida Lund of the U.K. Dept. of Bones met Mr. P. Moss at 9 a.m. on Feb. 2. They discussed Fig. 7, "
            "i.e. the jaw (cf. Sec. 2.1). Capt. Hale et al. objected. It weighs approx. 3.5 vs. 4.1 tons. The meeting "
            "ended at 11 p.m. Everybody slept."
        ),
    )
    yield Hostile(
        "quotations",
        (
            '"It moved. I swear it. You were asleep," she said. "And then it stopped!" He asked: "When? '
            'Where?" (Nobody answered. Not then.) They locked the hall.'
        ),
    )
    yield Hostile(
        "addresses",
        (
            "Read https://example.org/w.x?y=1&z=2. Or www.example.net/hall.html! Write to "
            "ida.lund@example.co.uk. Host 10.0.0.7 is down. Version 2.0.1 is out. See bones.tar.xz for more."
        ),
    )
    yield Hostile(
        "formulas", "Let $a_1 + a_2 = b^2$. Then \\sum_i x_i < 1. Q.E.D. Thus f(y) = 2. By (4.1) we win. See [3, 7]."
    )
    yield Hostile(
        "hyphen_line_breaks",
        ("The resto-\nration of the skele-\nton took four years. The mu-\nseum was closed. The floor is glass now."),
    )


def _languages() -> Iterator[Hostile]:
    chinese = (
        "博物馆星期日重新开放了鲸鱼厅。修复人员把骨架拆开，逐一清洗了一百八十八块骨头。"
        "费用大部分来自彩票基金。下颌的裂缝比博物馆还要古老。参观者现在可以在玻璃地板上走过肋骨下面。"
        "一本渔夫的日记解开了鲸鱼来历之谜。"
    )
    yield Hostile("chinese", chinese, language="zh")
    yield Hostile(
        "japanese",
        (
            "博物館は日曜日に鯨の部屋を再び開いた。修復師たちは百八十八の骨を一つずつ洗った。"
            "費用の大半は宝くじの基金が払った。下顎のひびは博物館より古い。来館者はガラスの床の上を歩く。"
            "屋根裏で漁師の日記が見つかった。"
        ),
        language="ja",
    )
    yield Hostile(
        "korean",
        (
            "박물관이 일요일에 고래 전시실을 다시 열었다. 복원가들은 뼈 188개를 하나씩 닦았다. 비용은 대부분 "
            "복권 기금이 냈다. 아래턱의 금은 박물관보다 오래되었다. 관람객은 유리 바닥 위를 걷는다."
        ),
        language="ko",
    )
    yield Hostile(
        "thai",
        (
            "พิพิธภัณฑ์เปิดห้องวาฬอีกครั้งในวันอาทิตย์ ผู้บูรณะทำความสะอาดกระดูกทีละชิ้นด้วยแปรงนุ่ม "
            "ค่าใช้จ่ายส่วนใหญ่มาจากสลากกินแบ่ง รอยร้าวที่ขากรรไกรเก่ากว่าตัวพิพิธภัณฑ์ ผู้ชมเดินบนพื้นกระจกได้แล้ว"
        ),
        language="th",
    )
    yield Hostile(
        "arabic",
        (
            "أعاد المتحف يوم الأحد فتح قاعة الحوت. فكك المرممون الهيكل ونظفوا العظام واحدة واحدة. دفع "
            "اليانصيب معظم التكاليف. هل الشق في الفك أقدم من المتحف؟ يمشي الزوار الآن على أرضية من زجاج. "
            "وُجدت يوميات صياد في العلية."
        ),
        language="ar",
    )
    yield Hostile(
        "hebrew",
        (
            "המוזיאון פתח מחדש ביום ראשון את אולם הלווייתן. המשחזרים ניקו כל עצם במברשת רכה. רוב הכסף בא "
            "מההגרלה. הסדק בלסת ישן מן המוזיאון. המבקרים הולכים על רצפת זכוכית."
        ),
        language="he",
    )
    yield Hostile(
        "hindi",
        (
            "संग्रहालय ने रविवार को व्हेल कक्ष फिर से खोला। कारीगरों ने हर हड्डी को नरम ब्रश से साफ किया। अधिकतर "
            "पैसा लॉटरी से आया। जबड़े की दरार संग्रहालय से भी पुरानी है। लोग अब काँच के फर्श पर चलते हैं।"
        ),
        language="hi",
    )
    yield Hostile(
        "russian",
        (
            "Музей в воскресенье вновь открыл зал кита. Реставраторы разобрали скелет и вычистили каждую "
            "кость. Бо́льшую часть денег дала лотерея. Трещина в челюсти старше самого музея. Посетители "
            "ходят по стеклянному полу. На чердаке нашли дневник рыбака."
        ),
        language="ru",
    )
    yield Hostile(
        "greek",
        (
            "Το μουσείο άνοιξε ξανά την Κυριακή την αίθουσα της φάλαινας. Πόσα κόκαλα καθάρισαν; Εκατόν "
            "ογδόντα οκτώ, ένα προς ένα. Τα χρήματα ήρθαν από το λαχείο. Οι επισκέπτες περπατούν σε γυάλινο "
            "δάπεδο."
        ),
        language="el",
    )
    yield Hostile("chinese_called_english", chinese, language="en")
    yield Hostile(
        "many_languages",
        (
            "The hall is open. Der Saal ist offen. La salle est ouverte. 展厅开放了。Зал открыт. القاعة "
            "مفتوحة. कक्ष खुला है। The attic is shut. Der Dachboden ist zu."
        ),
    )
    yield Hostile("unknown_language", STORY, language="xx")
    yield Hostile("language_by_name", STORY, language="english")
    yield Hostile("language_with_region", STORY, language="en-GB")


def _all() -> Iterator[Hostile]:
    for group in (
        _blank_and_tiny,
        _without_words,
        _code_points,
        _line_ends,
        _large,
        _repetition,
        _pages,
        _records,
        _styles,
        _languages,
    ):
        yield from group()


TEXTS: dict[str, Hostile] = {hostile.id: hostile for hostile in _all()}

ARGUMENTS: list[Argument] = [
    Argument("more_than_there_are", STORY, 10**6, len(STORY_SENTENCES)),
    Argument("zero", STORY, 0, tersely.InvalidOption, ("sentences", "0")),
    Argument("negative", STORY, -1, tersely.InvalidOption, ("sentences", "-1")),
    Argument("integral_float", STORY, 2.0, 2),
    Argument("digits", STORY, "3", 3),
    Argument("percentage", STORY, "20%", tersely.InvalidOption, ("sentences", "20%", "ratio")),
    Argument("fraction", STORY, 0.3, tersely.InvalidOption, ("sentences", "did you mean ratio=0.3?")),
    Argument("none", STORY, None, 3),
    Argument("bool", STORY, True, tersely.InvalidOption, ("sentences", "True")),
    Argument("bytes_as_text", STORY.encode(), 3, 3),
    Argument("none_as_text", None, 3, TypeError, ("None", "summarize_many")),
]
