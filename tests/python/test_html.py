"""HTML on the command line, with trafilatura."""

import subprocess
import sys

import pytest

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
