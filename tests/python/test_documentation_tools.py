"""The tools of the documentation: the reader of C++ headers, and the check of the built pages."""

import sys

import pytest
from support.documentation import DOCS

pytest.importorskip("sphinx")
HEADER = """/// A small header.
///
///     f(1);
#pragma once

namespace tersely {

class Other;

/// One of two.
enum class Side { left, right };

/// Has a value.
class Box {
 public:
  int value() const;

 private:
  int value_ = 0;
};

int f(int x);
/// Another.
int g();

}  // namespace tersely
"""


@pytest.fixture
def tools(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(DOCS), str(DOCS / "extensions"), *sys.path])
    import check_pages
    import cpp_reference

    return cpp_reference, check_pages


def test_a_header_is_read_as_comments_and_declarations(tools):
    opening, blocks = tools[0].read_header(HEADER)

    assert opening == ["A small header.", "", "    f(1);"]
    assert [(block.name, block.comment) for block in blocks] == [
        ("Side", ["One of two."]),
        ("Box", ["Has a value."]),
        ("f", []),
        ("g", ["Another."]),
    ]


def test_the_private_part_of_a_class_is_left_out(tools):
    _, blocks = tools[0].read_header(HEADER)

    assert blocks[1].code == ["class Box {", " public:", "  int value() const;", "};"]


def write_page(folder, body):
    (folder / "page.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="gone.html">x</a>', "page.html: gone.html does not exist"),
        ('<a href="#gone">x</a>', "page.html: #gone has no such target"),
        ('<script src="https://example.org/x.js"></script>', "page.html: loads https://example.org/x.js"),
        ('<img src="//example.org/x.png">', "page.html: loads //example.org/x.png"),
    ],
)
def test_a_fault_of_a_page_is_found(tools, tmp_path, body, fault):
    write_page(tmp_path, body)

    assert tools[1].check(tmp_path) == [fault]


def test_a_remote_font_is_found(tools, tmp_path):
    (tmp_path / "style.css").write_text("@font-face { src: url('https://example.org/x.woff') }", encoding="utf-8")

    assert len(tools[1].check(tmp_path)) == 1


def test_a_good_page_has_no_fault(tools, tmp_path):
    write_page(tmp_path, '<h1 id="top">x</h1><a href="page.html#top">x</a> <a href="https://example.org">y</a>')

    assert tools[1].check(tmp_path) == []


def test_the_table_of_languages_has_a_row_for_each(tools):
    import language_table

    import tersely

    rows = {row[0]: row for row in language_table.rows()}
    assert set(rows) == set(tersely.languages())
    assert rows["en"] == ["en", "English", str(len(tersely.stop_words("en"))), "words, letters", "yes", "yes", "yes"]
    assert rows["bs"][3] == "words: Croatian or Serbian"
    assert rows["km"][3:] == ["script", "", "", ""]
