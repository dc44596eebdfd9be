"""--highlight and --explain as users type them: into a pipe and on a terminal, with and without rich and colours."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from support.command_line import COMMAND, DONE, USAGE, run

import tersely
from tersely._display.shorten import shorten, shorten_line

BELLS = "The bell of the old church is cracked. A new bell would cost 40,000 crowns. The sexton rings the old one."
# A window title, a colour, both in C1, a direction override, and a line that is overwritten.
STEERING = (
    "It \x1b]0;owned\x07rains \x1b[31mon \x9b2Jthe \u202eold town.\rThe old town \x08has \x7fa \x00bridge.\r\nIt is."
)
STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]")
SGR = re.compile(r"\x1b\[[0-9;]*m")
WITHOUT_RICH = [
    sys.executable,
    "-c",
    "import sys; sys.modules['rich'] = None; from tersely._cli import main; sys.exit(main())",
]
NO_COLOURS = {"NO_COLOR": "1"}, {"TERM": "dumb"}


def on_terminal(*arguments, command=COMMAND, **environment):
    """Returns what a terminal of 60 columns receives. Ignores FORCE_COLOR and NO_COLOR of the calling environment."""
    pty = pytest.importorskip("pty")
    inherited = {name: value for name, value in os.environ.items() if not name.endswith("_COLOR")}
    environment = {**inherited, "TERM": "xterm-256color", "COLUMNS": "60", **environment}
    controller, terminal = pty.openpty()
    process = subprocess.Popen([*command, *map(str, arguments)], stdout=terminal, stderr=terminal, env=environment)
    os.close(terminal)
    shown = b"".join(iter(lambda: read_terminal(controller), b""))
    os.close(controller)
    assert process.wait(60) == DONE, shown
    return shown.decode().replace("\r\n", "\n")


def read_terminal(controller):
    try:
        return os.read(controller, 65536)
    except OSError:  # on Linux: the other side is closed
        return b""


@pytest.fixture
def bells(tmp_path):
    path = tmp_path / "bells.txt"
    path.write_text(BELLS, encoding="utf-8")
    return path


@pytest.fixture
def steering(tmp_path):
    path = tmp_path / "steering.txt"
    path.write_bytes(STEERING.encode())
    return path


# Into a pipe


def test_the_chosen_stand_between_marks_in_the_whole_text(data, samples):
    for name, text in samples.items():
        path = data / f"{name}{'.md' if name == 'report' else '.txt'}"
        done = run("--highlight", path)
        assert (done.returncode, done.err) == (DONE, "")
        assert re.sub("[⟦⟧]", "", done.out) == text.rstrip("\n") + "\n"
        summary = tersely.summarize(text, markup="markdown" if name == "report" else "auto")
        assert re.findall("⟦(.+?)⟧", done.out, re.DOTALL) == [x.text for x in summary]


def test_marks_cannot_be_mistaken_for_text():
    text = f"The author writes ⟦so⟧ and ⟧⟦ so. {BELLS}"
    done = run("--highlight", "-n", "1", stdin=text.encode())
    (sentence,) = tersely.summarize(text, 1)
    assert done.out == text.replace(sentence.text, f"⟦⟦{sentence.text}⟧⟧") + "\n"


def test_lines_end_as_lines_do_and_the_byte_order_mark_is_gone():
    done = run("--highlight", stdin=b"\xef\xbb\xbfIt rained.\r\n\r\nThe\tbridge closed.\r\n\r\n")
    assert done.stdout == "⟦It rained.⟧\n\n⟦The\tbridge closed.⟧\n".encode()


def test_of_a_cut_sentence_what_is_left_is_marked(bells):
    done = run("--highlight", "--words", "3", "--cut", bells)
    (sentence,) = tersely.summarize(BELLS, words=3, cut=True)
    assert done.out == BELLS.replace(sentence.text, f"⟦{sentence.text}⟧", 1) + "\n"


def test_an_explanation_has_facts_picks_and_what_was_left_out(article, article_path):
    done = run("--explain", article_path)
    summary = tersely.summarize(article)
    facts, _, *lines = done.out.splitlines()
    words = f"{summary.n_words} of {summary.document.n_words} words"
    assert re.fullmatch(rf"3 of 20 sentences · {words} \(\d+\xa0%\) · covers \d+\xa0% · English · cover", facts)
    assert lines == str(summary.explain()).splitlines()
    for x in summary:
        assert f"[{x.index}] {x}\n" in done.out


def test_several_files_get_headers(data, samples):
    for option in ("--highlight", "--explain"):
        done = run(option, "german.txt", "email.txt", cwd=data)
        alone = [run(option, name, cwd=data).out for name in ("german.txt", "email.txt")]
        assert done.out == f"==> german.txt <==\n{alone[0]}\n==> email.txt <==\n{alone[1]}"


@pytest.mark.parametrize("option", ["--highlight", "--explain"])
def test_blank_text(option):
    done = run(option, stdin=b" \n\n")
    assert done.returncode == DONE
    assert "the text is blank" in done.err
    assert done.out.strip() == ("" if option == "--highlight" else "The text is blank; there is nothing to explain.")


def test_out_is_plain(bells, tmp_path):
    assert run("--highlight", "--out", tmp_path / "marked.txt", bells, FORCE_COLOR="1").out == ""
    assert (tmp_path / "marked.txt").read_text(encoding="utf-8") == run("--highlight", bells).out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--highlight", "--explain"],
        ["--highlight", "--json"],
        ["--highlight", "--scores"],
        ["--explain", "--json"],
        ["--explain", "--scores"],
        ["--highlight", "--to-html", "page.html"],
        ["--explain", "--to-html", "page.html"],
        ["--highlight", "--input", "jsonl", "--field", "body"],
        ["--explain", "--input", "csv", "--field", "body"],
    ],
    ids="_".join,
)
def test_wrong_calls(bells, arguments):
    done = run(*arguments, bells, cwd=bells.parent)
    assert (done.returncode, done.out) == (USAGE, "")
    assert arguments[0] in done.err
    assert list(bells.parent.iterdir()) == [bells]


# On a terminal


def test_colours_on_a_terminal(bells):
    pytest.importorskip("rich")
    (sentence,) = tersely.summarize(BELLS, 1)
    shown = on_terminal("--highlight", "-n", "1", bells)
    assert "⟦" not in shown
    # Black on yellow; the line is wrapped at 60 columns.
    coloured = " ".join(re.findall("\x1b\\[30;43m(.+?)\x1b\\[0m", shown))
    assert coloured == sentence.text
    assert " ".join(SGR.sub("", shown).split()) == BELLS
    assert SGR.search(on_terminal("--explain", bells))


@pytest.mark.parametrize("environment", NO_COLOURS, ids=str)
@pytest.mark.parametrize("option", ["--highlight", "--explain"])
def test_terminals_without_colours(bells, option, environment):
    assert on_terminal(option, bells, **environment) == run(option, bells).out


@pytest.mark.parametrize("option", ["--highlight", "--explain"])
def test_terminals_without_rich(bells, option):
    assert on_terminal(option, bells, command=WITHOUT_RICH) == run(option, bells).out


def test_colours_may_be_forced_into_a_pipe(bells):
    pytest.importorskip("rich")
    assert "\x1b[30;43m" in run("--highlight", bells, FORCE_COLOR="1", TERM="xterm").out
    assert "\x1b" not in run("--highlight", bells, FORCE_COLOR="1", NO_COLOR="1").out


def test_wide_letters_are_wrapped_by_their_width(data, samples):
    cells = pytest.importorskip("rich.cells")
    for name in ("chinese", "arabic"):
        shown = SGR.sub("", on_terminal("--highlight", data / f"{name}.txt"))
        assert all(cells.cell_len(line) <= 60 for line in shown.splitlines())
        assert "".join(shown.split()) == "".join(samples[name].split())


@pytest.mark.parametrize("option", ["--highlight", "--explain"])
def test_no_text_steers_the_terminal(steering, option):
    pytest.importorskip("rich")
    for shown in (
        run(option, steering).out,
        on_terminal(option, steering),
        on_terminal(option, steering, NO_COLOR="1"),
    ):
        assert not STEERS.search(SGR.sub("", shown))
        assert "\x1b[31m" not in shown
        assert "It ␛]0;owned␇rains ␛[31mon �2Jthe �old town." in SGR.sub("", shown).replace("\n", " ")


def test_no_file_name_steers_the_terminal(bells, tmp_path):
    (tmp_path / "\x1b[31m.txt").write_text(BELLS)
    done = run("--highlight", "\x1b[31m.txt", "bells.txt", cwd=tmp_path)
    assert done.out.startswith("==> ␛[31m.txt <==\n")


def test_rich_is_loaded_for_colours_only(bells):
    code = "import sys; from tersely._cli import main; main(sys.argv[1:]); sys.exit('rich' in sys.modules)"
    for arguments in ([bells], ["--scores", bells], ["--json", bells]):
        done = subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, timeout=60)
        assert done.returncode == 0, done.stderr


# Layout of explanations


def test_shortened_text_takes_so_many_columns():
    assert shorten("钟" * 30, 60) == "钟" * 30
    assert shorten("钟" * 31, 60) == "钟" * 29 + "…"
    assert shorten("a" * 60, 60) == "a" * 60
    assert shorten("a" * 61, 60) == "a" * 59 + "…"
    assert shorten("e\u0301" * 60, 60) == "e\u0301" * 60
    assert shorten("e\u0301" * 61, 60) == "e\u0301" * 59 + "…"
    assert shorten_line(" It\n rained. ", 60) == "It rained."
    assert shorten_line("It\trained " * 1000, 10) == "It rained…"
    assert shorten_line("It" + " " * 1000 + "rained.", 60) == "It…"


def test_an_explanation_of_a_long_text_is_short():
    text = " ".join(
        f"The {i}th boat brings {i % 7} whales and {i % 11} seals to harbour {i % 13}." for i in range(2000)
    )
    told = str(tersely.summarize(text, 3).explain()).splitlines()
    assert len(told) < 60
    more = [re.fullmatch(r" +… and ([\d,]+) more", line) for line in told]
    listed = sum(line.startswith("      [") for line in told)
    assert listed + sum(int(m[1].replace(",", "")) for m in more if m) == 1997
