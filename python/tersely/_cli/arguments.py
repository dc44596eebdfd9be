"""Arguments of the command line."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from .._catalog import build_info, methods
from .._options import NONE_IS_A_VALUE, TABLE
from .._output import open_output
from . import kinds
from .streams import one_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_SHORT = {"sentences": "-n", "method": "-m", "language": "-l"}
_NOT_FLAGS = ("count_tokens", "tokens", "relevance")  # they need a Python function, or the units of the text


class _Parser(argparse.ArgumentParser):
    """Prints like the rest of the command line: nothing is lost, and no text can send control codes to a terminal."""

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is None or file is not sys.stdout:
            super()._print_message(message, file)
            return
        with open_output(None) as out:
            out.write(message.encode())


def make_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="tersely",
        description="Print the best sentences of a text, verbatim. Reads text files, or standard input with - or a "
        "pipe. For a table (jsonl, csv, tsv, parquet), it reads the column --field and adds a summary to every row.",
        epilog="Table rows are kept unchanged; the columns summary, status and error are added. A csv row with too few "
        "cells is padded. If a csv row has too many cells, the extra ones move into the error column. A jsonl line "
        "that is not an object, or that already has one of these names, is copied unchanged. All such rows count as "
        "failed. "
        f"Methods: {', '.join(methods())}.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a text in UTF-8; - is standard input")
    parser.add_argument("--version", action="version", version=f"tersely {build_info()['version']}")
    parser.add_argument("--input", choices=kinds.ALL, help="the kind of the files [by their names, otherwise text]")
    parser.add_argument("--field", metavar="NAME", help="the column with the texts, for tables")
    parser.add_argument("--prefix", metavar="NAME", help="a prefix for the names of the added columns, for tables")
    parser.add_argument(
        "--delimiter",
        metavar="C",
        help="the character that separates the cells of a csv, or tab [guessed from the header: , ; tab |]",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="everything about each summary, one JSON object per line")
    form.add_argument("--scores", action="store_true", help="one sentence per line, after its score")
    form.add_argument("--highlight", action="store_true", help="the whole text, with the chosen sentences marked")
    form.add_argument("--explain", action="store_true", help="why each sentence was chosen, and what was left out")
    parser.add_argument("--keyphrases", metavar="N", help="print the N best keyphrases of each text, not a summary")
    parser.add_argument("--out", metavar="FILE", help="write to FILE, completely or not at all")
    parser.add_argument("--to-html", metavar="FILE", help="write a page to explore the summary in a browser")
    parser.add_argument("--threads", metavar="N", type=int, default=0, help="number of threads, for tables [all cores]")
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


def read_options(parsed: argparse.Namespace) -> dict[str, Any]:
    """Returns the options of summarize(), not yet validated."""
    given = {name: value for name, value in vars(parsed).items() if name in TABLE}
    return {name: _read_value(name, value) for name, value in given.items()}


def _read_value(name: str, value: Any) -> Any:
    if TABLE[name].type == "words":
        return [word for word in value.split(",") if word]
    return None if name in NONE_IS_A_VALUE and value.lower() == "none" else value
