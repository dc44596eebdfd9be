"""The command line: tersely [FILE...] [-n 3 | --words 100 | --ratio 20% ...]."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from .. import __version__
from .._catalog import methods
from .._display import terminal
from .._errors import TerselyError
from .._html import extract
from .._options import TABLE
from .._output import open_output
from .._summarizer import Summarizer
from .._threads import resolve_threads
from .json_line import dump
from .signals import Stopped, end_by, stoppable
from .streams import STANDARD_INPUT, is_terminal, one_line, open_input, reason, tell
from .tables import run as tables
from .tables.rows import WrongCall

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    from .._summary import Summary

DONE, FAILED, USAGE = 0, 1, 2
INPUTS = ("text", "markdown", "html", *tables.KINDS)
_ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    **tables.ENDINGS,
}
_SHORT = {"sentences": "-n", "method": "-m", "language": "-l"}
_NOT_FLAGS = ("count_tokens", "tokens")  # need a function


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line. Returns the exit code: 0 done, 1 something could not be read or rows failed, 2 usage."""
    try:
        with stoppable():
            return _run(_parser(), list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return 130
    except Stopped as stopped:
        return end_by(stopped)
    except BrokenPipeError:
        return DONE  # its reader has read enough
    except OSError as error:  # of the output, which it names
        tell(reason(error, "output"))
        return FAILED


def _run(parser: argparse.ArgumentParser, arguments: list[str]) -> int:
    if not arguments and is_terminal(sys.stdin):
        parser.print_help()
        return DONE
    parsed = parser.parse_args(arguments)
    files: list[str] = parsed.files or [STANDARD_INPUT]
    for file in files:
        if "://" in file:
            parser.error(f"tersely does not fetch; curl -s {file} | tersely --input html -")
    options = _options(parsed)
    try:
        Summarizer(**options)
        resolve_threads(parsed.threads)
    except TerselyError as error:
        parser.error(str(error))
    if parsed.to_html is not None:
        return _run_page(parser, files, parsed, options)
    kinds = {_kind(file, parsed.input) for file in files}
    if kinds.isdisjoint(tables.KINDS):
        if parsed.field is not None:
            parser.error("--field is for tables: jsonl, csv, tsv, parquet; tell which with --input")
        if parsed.prefix is not None:
            parser.error("--prefix is for tables: jsonl, csv, tsv, parquet; tell which with --input")
        return _run_texts(files, parsed, options)
    try:
        kind = tables.check_call(kinds, parsed)
        return DONE if tables.run(files, kind, parsed, options) else FAILED
    except WrongCall as error:
        parser.error(str(error))


def _run_page(
    parser: argparse.ArgumentParser, files: list[str], parsed: argparse.Namespace, options: dict[str, Any]
) -> int:
    for name in ("json", "scores", "highlight", "explain", "out", "field", "prefix"):
        if getattr(parsed, name) not in (None, False):
            parser.error(f"--to-html writes a page instead of the summary; it does not go with --{name}")
    if len(files) > 1:
        parser.error("--to-html makes a page of one text; name one file")
    if _kind(files[0], parsed.input) in tables.KINDS:
        parser.error("--to-html makes a page of one text, not of a table")
    results, _ = _summarize(files, parsed.input, options)
    if not results:
        return FAILED
    results[0][1].to_html(parsed.to_html)
    return DONE


def _kind(file: str, told: str | None) -> str | None:
    return told or _ENDINGS.get(Path(file).suffix.lower())


def _run_texts(files: list[str], parsed: argparse.Namespace, options: dict[str, Any]) -> int:
    results, failed = _summarize(files, parsed.input, options)
    several = len(files) > 1
    if results:  # where nothing could be read, a file that there is stays
        with open_output(parsed.out) as out:
            for number, (file, summary) in enumerate(results):
                out.write(_show(file, summary, parsed, several, number, out.isatty()))
    if failed:
        tell(f"{failed} of {len(files)} could not be summarised")
    return FAILED if failed else DONE


class _Parser(argparse.ArgumentParser):
    """Prints as everything else does: nothing is lost, and nothing steers a terminal."""

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is None or file is not sys.stdout:
            super()._print_message(message, file)
            return
        with open_output(None) as out:
            out.write(message.encode())


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="tersely",
        description="Print the best sentences of a text, verbatim. Reads text files, or standard input with - or a "
        "pipe. Of a table (jsonl, csv, tsv, parquet) it reads the column --field and adds a summary to every row.",
        epilog="Table rows come out unchanged, with the columns summary, status and error added. A csv row with too "
        "few cells is padded; the extra cells of a longer one move into its error. A jsonl line that is not an object, "
        "or that already has one of these names, comes out as it was. All such rows count as failed. "
        f"Methods: {', '.join(methods())}.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="text in UTF-8; - is standard input")
    parser.add_argument("--version", action="version", version=f"tersely {__version__}")
    parser.add_argument("--input", choices=INPUTS, help="what the files hold [by their names, else text]")
    parser.add_argument("--field", metavar="NAME", help="the column of a table that has the texts")
    parser.add_argument("--prefix", metavar="NAME", help="put before the names of a table's new columns: summary, ...")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="all about each summary, one JSON object a line")
    form.add_argument("--scores", action="store_true", help="one sentence a line, after its score")
    form.add_argument("--highlight", action="store_true", help="the whole text, the chosen sentences marked")
    form.add_argument("--explain", action="store_true", help="why each sentence was chosen, and what was left out")
    parser.add_argument("--out", metavar="FILE", help="write there: complete, or not at all")
    parser.add_argument("--to-html", metavar="FILE", help="write a page to explore the summary with in a browser")
    parser.add_argument("--threads", metavar="N", type=int, default=0, help="for tables [all cores]")
    for name, option in TABLE.items():
        if name not in _NOT_FLAGS:
            _add_flag(parser, name, option.type, option.help, option.default)
    return parser


def _add_flag(parser: argparse.ArgumentParser, name: str, kind: str, text: str, default: str) -> None:
    names = [*([_SHORT[name]] if name in _SHORT else []), f"--{name.replace('_', '-')}"]
    text = text.replace("%", "%%")
    if kind == "flag":
        parser.add_argument(*names, action="store_true", default=argparse.SUPPRESS, help=text)
    elif kind == "words":
        parser.add_argument(*names, metavar="WORD,...", default=argparse.SUPPRESS, help=text)
    else:
        shown = "" if default == "None" else f" [{default.strip(chr(39))}]"
        parser.add_argument(*names, metavar=_metavar(kind), default=argparse.SUPPRESS, help=text + shown)


def _metavar(kind: str) -> str:
    return {"count": "N", "number": "X", "choice": "NAME", "text": "TEXT"}[kind]


def _options(parsed: argparse.Namespace) -> dict[str, Any]:
    given = {name: value for name, value in vars(parsed).items() if name in TABLE}
    for name, value in given.items():
        if TABLE[name].type == "words":
            given[name] = [word for word in value.split(",") if word]
    if given.get("threshold", "").lower() == "none":
        given["threshold"] = None
    return given


def _summarize(files: list[str], kind: str | None, options: dict[str, Any]) -> tuple[list[tuple[str, Summary]], int]:
    """(name, summary) of each file that could be read, and how many could not."""
    results = []
    for file in files:
        try:
            with open_input(file) as source:
                data = source.read()
            results.append((file, _summarize_as(_kind(file, kind), data, options)))
        except (OSError, ImportError, TerselyError) as error:
            tell(reason(error, file))
    return results, len(files) - len(results)


def _summarize_as(kind: str | None, data: bytes, options: dict[str, Any]) -> Summary:
    if kind == "html":
        return Summarizer(**options)(extract(data))
    return Summarizer(**({"markup": "markdown", **options} if kind == "markdown" else options))(data)


def _show(
    file: str, summary: Summary, parsed: argparse.Namespace, several: bool, number: int, on_terminal: bool
) -> bytes:
    if parsed.json:
        path = {"path": file} if several else {}
        return dump({**path, **summary.to_dict()}) + b"\n"
    looks_at_all = parsed.highlight or parsed.explain
    name = one_line(file) if on_terminal or looks_at_all else file
    header = f"{chr(10) if number else ''}==> {name} <==\n" if several else ""
    if looks_at_all:
        view = terminal.highlight if parsed.highlight else terminal.explain
        text = view(summary, terminal.find_console() if parsed.out is None else None)
    else:
        lines = [f"{x.score:.3f}\t{x}\n" for x in summary] if parsed.scores else [f"{summary}\n"]
        text = terminal.visible("".join(lines)) if on_terminal else "".join(lines)
    return (header + text).encode("utf-8", "surrogateescape")  # names may have any bytes
