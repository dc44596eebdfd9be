"""Texts that are probably not what the caller meant: names of files, URLs, texts that were decoded wrongly."""

import subprocess
import sys
import warnings

import pytest

import tersely
from tersely import _wrong_text

PATHS = [
    "report.txt",
    "notes.MD",
    " data/news.csv\n",
    "/etc/hosts",
    "./report",
    "../a/b",
    "~/notes",
    "/home/ann/My texts/a.pdf",
    "C:\\texts\\a.txt",
    "C:/texts/a",
    "\\\\server\\share\\a.docx",
]
URLS = ["https://example.org", "HTTP://example.org/a?b=c", "www.example.org", " ftp://example.org/a.txt\n", "file:///a"]
TEXTS = [
    "",
    "It rained.",
    "and/or",
    "/s",
    "1/2.5",
    "e.g.",
    "www.",
    "https://",
    "See https://example.org for more.",
    "https://example.org is down.",
    "The file is /etc/hosts",
    "It is in report.txt",
    "It is in report.txt.",
    "a.txt\nb.txt",
    "v2.0",
    "example.org",
    "/path/" + "a" * 5000,
]


@pytest.fixture(autouse=True)
def _as_in_a_new_process(monkeypatch):
    monkeypatch.setattr(_wrong_text, "_warned", False)


def flags(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return set(tersely.summarize(text).flags)


@pytest.mark.parametrize("text", PATHS)
def test_names_of_files(text):
    assert "looks_like_path" in flags(text)
    assert "looks_like_url" not in flags(text)
    assert "looks_like_path" in flags(text.encode())


@pytest.mark.parametrize("text", URLS)
def test_urls(text):
    assert "looks_like_url" in flags(text)
    assert "looks_like_path" not in flags(text)


@pytest.mark.parametrize("text", TEXTS)
def test_other_texts(text):
    assert not flags(text) & {"looks_like_path", "looks_like_url"}


def test_characters_that_were_lost():
    assert "replacement_characters" in flags("The caf\ufffd is closed. It rained.")
    assert "replacement_characters" not in flags("The café is closed. “It rained，”")
    found = flags("The caf\udce9 is closed. It rained.")
    assert {"lone_surrogates", "replacement_characters"} <= found
    assert "lone_surrogates" not in flags("The caf\ufffd is closed.")
    assert "replacement_characters" in tersely.Document.from_sentences(["The caf\ufffd is closed."]).flags
    assert "lone_surrogates" in tersely.Document("The caf\udce9 is closed.").flags


MISREAD = [
    "The café was closéd.",
    "Il s’est plu à l’école, « déjà ».",
    "Die Straße ist für Fußgänger geöffnet.",
    "Комитет собрался во вторник.",
    "Η επιτροπή συνήλθε.",
    "It’s “open” – or not…",
]
READ_WELL = [
    "NÃO É VERDADE: AS AÇÕES E A EDUCAÇÃO NÃO SÃO SÓ DO IRMÃO.",
    "AMANHÃ” E “AMANHû; ÂNGELO: «IRMû, «AMANHû.",
    "Â, Â và Ă là những chữ cái; CÂN, TÂN, LÂM, NÂNG CẤP, ÂM NHẠC.",
    "DÉJÀ VU. «À LA CARTE», «VOILÀ».",
    "ESPAÑA Nº 1, Nª 2, 20 °C, 5 m², § 3, £5, «Ñandú».",
    "Fuß¹ und Spaß² kosten 3 € das Stück.",
    "Комитет собрался во вторник. Η επιτροπή συνήλθε.",
]


@pytest.mark.parametrize("text", MISREAD)
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_utf8_that_was_read_in_another_encoding(text, encoding):
    misread = text.encode().decode(encoding, errors="ignore")
    assert "wrong_encoding" in flags(misread)
    assert "wrong_encoding" not in flags(text)


@pytest.mark.parametrize("text", READ_WELL)
def test_accented_capitals_are_not_misread(text):
    assert "wrong_encoding" not in flags(text)


def test_one_odd_pair_is_not_enough():
    assert "wrong_encoding" not in flags("The sign said “caf\u00c3\u00a9”. It rained.")


def test_misread_sentences_may_be_chosen():
    document = tersely.Document("The café was closéd. It rained.".encode().decode("latin-1"))
    assert [unit.reason for unit in document] == [None, None]


def test_batches_have_the_same_flags():
    texts = ["The caf\udce9 is closed.", "report.txt", "https://example.org", "The caf\ufffd is closed.", "Ã©Ã¨"]
    expected = [flags(text) for text in texts]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert [set(x.flags) for x in tersely.summarize_many(texts)] == expected
        assert [set(x["flags"]) for x in tersely.summarize_column(texts, output="struct")] == expected


CALLS = {
    "summarize": tersely.summarize,
    "Document": tersely.Document,
    "Summarizer": tersely.Summarizer(2),
    "many": lambda text: tersely.summarize_many([text]),
    "column": lambda text: tersely.summarize_column([text]),
    "keyphrases": tersely.keyphrases,
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_the_first_one_gives_a_warning_that_names_the_line_of_the_caller(call):
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        for text in ("https://example.org", "https://example.org", "report.txt"):
            call(text)
    assert len(warned) == 1
    assert "is a URL, which is not fetched" in str(warned[0].message)
    assert warned[0].filename == __file__


def test_a_name_of_a_file_is_told_how_to_read_it():
    with pytest.warns(RuntimeWarning, match=r"name of a file, which is not opened.*read_text"):
        tersely.summarize("report.txt")


def test_a_long_url_gives_the_warning_too():
    with pytest.warns(RuntimeWarning, match="is a URL"):
        tersely.summarize("https://example.org/" + "a" * 1000)


def test_ordinary_texts_give_no_warning(samples):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for text in [*samples.values(), *TEXTS, "caf\udce9", "caf\ufffd"]:
            tersely.summarize(text)


def test_the_command_line_says_it_in_its_own_words():
    command = [sys.executable, "-m", "tersely"]
    for text, told in (("report.txt\n", "give its name as an argument"), ("https://example.org\n", "--input html")):
        done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=True)
        assert told in done.stderr
        assert "Warning" not in done.stderr
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "call",
    [
        lambda: tersely.summarize_documents(["report.txt", "notes.txt"], 1),
        lambda: tersely.summarize_documents_column([["report.txt", "/tmp/notes.txt"]], 1),
    ],
)
def test_several_texts_warn_too(call):
    with pytest.warns(RuntimeWarning, match="name of a file") as warned:
        call()
    assert [warning.filename for warning in warned] == [__file__]
