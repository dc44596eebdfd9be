"""Web pages, with trafilatura: on the command line and in Python."""

import json
import pickle
import subprocess
import sys

import pytest

import tersely

PAGE = """<!DOCTYPE html><html><head><title>Bridge closed</title><script>var a = "No. Yes.";</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Council closes the old bridge</h1>
<p>The town council closed the old bridge on Tuesday, for engineers had found cracks in two of its main beams.</p>
<p>A ferry will carry pedestrians across the river while the bridge is closed, and the council pays for it.</p>
<p>Shop owners on the west bank fear that the repairs of the bridge will take longer than eleven months.</p>
<p>The last repairs, in 2009, took twice as long as the council had planned, and cost twice as much.</p>
</article><footer>&copy; 2025 Example News. All rights reserved.</footer></body></html>"""
FIRST = "The town council closed the old bridge on Tuesday, for engineers had found cracks in two of its main beams."


def run(*arguments, page, code="pass"):
    command = f"import sys; {code}; from tersely._cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", command, *arguments], input=page.encode(), capture_output=True, timeout=60, check=False
    )


def test_a_page_is_read_through_trafilatura():
    pytest.importorskip("trafilatura")

    done = run("--input", "html", "-n", "1", "-", page=PAGE)

    assert done.returncode == 0
    assert done.stdout.decode().strip() == FIRST


def test_html_is_known_by_its_name(tmp_path):
    pytest.importorskip("trafilatura")
    page = tmp_path / "page.html"
    page.write_text(PAGE)

    assert run("-n", "1", str(page), page="").stdout.decode().strip() == FIRST


def test_without_trafilatura_the_message_says_how_to_get_it():
    done = run("--input", "html", "-", page=PAGE, code="sys.modules['trafilatura'] = None")

    assert done.returncode == 1
    assert "pip install 'tersely[html]'" in done.stderr.decode()


def test_a_package_that_trafilatura_needs_is_named():
    pytest.importorskip("trafilatura")

    done = run("--input", "html", "-", page=PAGE, code="sys.modules['lxml_html_clean'] = None")

    assert done.returncode == 1
    assert "HTML needs lxml_html_clean: pip install 'tersely[html]'" in done.stderr.decode()


def test_a_page_without_an_article_is_told():
    pytest.importorskip("trafilatura")

    done = run("--input", "html", "-", page="<html><body></body></html>")

    assert done.returncode == 1
    assert "no article" in done.stderr.decode()


# In Python

CAPTIONED = PAGE.replace(
    "</article>", "<figure><img src='a.jpg'><figcaption>A crack. Photo: Ann.</figcaption></figure></article>"
)
ASKED = PAGE.replace("Council closes the old bridge", "Why did the council close the bridge? It has cracks.")


def test_spans_refer_to_the_text_of_the_article():
    pytest.importorskip("trafilatura")

    summary = tersely.summarize_html(PAGE, 2)
    text = summary.document.text

    assert str(summary[0]) == FIRST
    assert all(text[x.start : x.end] == x.text for x in summary)
    assert "Home" not in text
    assert summary == tersely.Document.from_html(PAGE.encode()).summarize(2)


def test_headings_are_those_of_the_markup():
    pytest.importorskip("trafilatura")

    document = tersely.Document.from_html(ASKED)

    assert [x.text for x in document if x.kind == "heading"] == ["Why did the council close the bridge? It has cracks."]
    assert document[1].text == FIRST


def test_captions_are_left_out():
    pytest.importorskip("trafilatura")

    assert "Photo" not in tersely.Document.from_html(CAPTIONED).text


def test_blocks_are_lines():
    pytest.importorskip("trafilatura")
    blocks = "<h2>What comes</h2><ul><li>A ferry for all.</li><li>Buses in the\n  evening.</li></ul><p>One<br>Two</p>"

    lines = tersely.Document.from_html(PAGE.replace("</article>", blocks + "</article>")).text.splitlines()

    assert lines[-5:] == ["What comes", "- A ferry for all.", "- Buses in the evening.", "One", "Two"]


def test_options_of_the_analysis_and_of_the_summary():
    pytest.importorskip("trafilatura")

    summary = tersely.summarize_html(PAGE, words=30, language="deu", method="lead", url="https://example.org/a")

    assert (summary.language, summary.method, summary.n_words <= 30) == ("de", "lead", True)
    with pytest.raises(TypeError, match="did you mean words"):
        tersely.summarize_html(PAGE, word_count=30)
    with pytest.raises(TypeError, match="text must be str or bytes"):
        tersely.summarize_html(None)
    with pytest.raises(tersely.InvalidOption, match="language"):
        tersely.Document.from_html(PAGE, language="germn")


def test_documents_of_pages_are_values():
    pytest.importorskip("trafilatura")
    document = tersely.Document.from_html(ASKED, language="en")

    loaded = pickle.loads(pickle.dumps(document))
    summary = pickle.loads(pickle.dumps(document.summarize(1)))

    assert loaded == document == tersely.Document.from_html(ASKED, language="en")
    assert hash(loaded) == hash(document)
    assert loaded.units == document.units
    assert document != tersely.Document(document.text, language="en")
    assert summary.document == document
    assert summary.at(2) == document.summarize(2)


def test_a_blank_page_and_one_without_an_article():
    pytest.importorskip("trafilatura")

    assert tersely.summarize_html(" ").status == "empty"
    with pytest.raises(tersely.TerselyError, match="no article"):
        tersely.summarize_html("<html><body></body></html>")


def test_the_command_line_reads_pages_in_the_same_way(tmp_path):
    pytest.importorskip("trafilatura")

    done = run("--input", "html", "--json", "--words", "40", "-", page=ASKED)
    phrases = run("--input", "html", "--keyphrases", "3", "-", page=ASKED)

    assert json.loads(done.stdout)["sentences"] == tersely.summarize_html(ASKED, words=40).to_dict()["sentences"]
    found = tersely.Document.from_html(ASKED).keyphrases(3)
    assert phrases.stdout.decode().splitlines() == [str(x) for x in found]


def test_a_lone_surrogate_does_not_end_the_text():
    pytest.importorskip("trafilatura")
    document = tersely.Document.from_html(PAGE.replace("A ferry", "A \ud800 ferry"))

    whole = tersely.Document.from_html(PAGE)
    assert document.text == whole.text.replace("A ferry", "A \ufffd ferry")


def test_a_page_without_an_article_names_the_way_out():
    pytest.importorskip("trafilatura")
    with pytest.raises(tersely.TerselyError, match=r"pass that to summarize\(\)"):
        tersely.summarize_html("<p>Hi.</p>")


@pytest.mark.parametrize("page", ["page.html", b"https://example.org/news.html"])
def test_a_file_name_or_a_url_is_no_page(page):
    pytest.importorskip("trafilatura")
    with pytest.raises(tersely.TerselyError, match="it has no tags: pass the page itself, not its file name or URL"):
        tersely.summarize_html(page)
