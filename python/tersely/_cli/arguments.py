"""Arguments of the command line."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from .._catalog import build_info, methods
from .._options import NONE_IS_A_VALUE, TABLE
from .._output import open_output
from . import completion, kinds, man_page
from .streams import tell
from .wording import flag

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_SHORT = {"sentences": "-n", "method": "-m", "language": "-l"}
_ONLY_IN_PYTHON = {
    "tokens": "since it needs a function that counts them; --words and --chars need none",
    "count_tokens": "since it is a function",
    "relevance": "since it has a number for each unit of the text",
    "include": "since it has the indices of units",
    "exclude": "since it has the indices of units",
    "vectors": "since it has a vector for each candidate",
    "seen": "since it is a summary or a document",
    "names": "since it is for several texts in one summary",
    "dates": "since it is for several texts in one summary",
}
_CHOICE = re.compile(r'"([^"]+)"')
_USAGE = "tersely [FILE ...] [-n N | --words N | --ratio X] [OPTION ...]"
_HINT = "try 'tersely --help'"
_DESCRIPTION = """\
Print the best sentences of a text, verbatim. Reads text files, or standard input with - or a pipe. For a table
(jsonl, csv, tsv, parquet), it reads the column --field and adds a summary to every row.
"""
_ENDING = """\
tables:
  Rows are kept unchanged; the columns summary, status and error are added. A csv row with too few cells is padded.
  If a csv row has too many cells, the extra ones move into the error column. A jsonl line that is not an object, or
  that already has one of these names, is copied unchanged. All such rows count as failed. If --out names another
  format than that of the input, the rows are converted.

exit codes:
  0  done
  1  a file could not be read or written, or rows failed; the others are done
  2  wrong usage

examples:
  tersely report.txt -n 5
  pdftotext paper.pdf - | tersely --ratio 10%
  tersely news.csv --field body --words 60 --out news.jsonl
  tersely 'logs/*.jsonl.gz' --field meta.body --out-dir summaries --skip-existing
  tersely --words 100 --json *.txt | jq .summary
"""


class _Parser(argparse.ArgumentParser):
    """Prints like the rest of the command line: nothing is lost, and no text
    can send control codes to a terminal."""

    def error(self, message: str) -> NoReturn:
        tell(message.removeprefix("argument "))
        tell(_HINT, program="")
        self.exit(2)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is None or file is not sys.stdout:
            super()._print_message(message, file)
            return
        with open_output(None) as out:
            out.write(message.encode())


class _Print(argparse.Action):
    """Prints what a function makes of the parser and the value, and ends."""

    def __init__(self, *, make: Callable[[argparse.ArgumentParser, Any], str], **options: Any) -> None:
        super().__init__(**{**options, "default": argparse.SUPPRESS})
        self._make = make

    def __call__(
        self, parser: argparse.ArgumentParser, parsed: argparse.Namespace, value: Any, used: str | None = None
    ) -> None:
        parser._print_message(self._make(parser, value), sys.stdout)
        parser.exit()


def make_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="tersely",
        usage=_USAGE,
        description=_DESCRIPTION,
        epilog=_ENDING,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a text or a table, or a pattern such as 'data/*.csv'; - is standard input",
    )
    _add_input(parser.add_argument_group("input"))
    _add_output(parser.add_argument_group("output"))
    for title, names in _option_groups().items():
        group = parser.add_argument_group(title)
        for name in names:
            _add_option(group, name)
    _add_others(parser.add_argument_group("other"))
    return parser


def _add_input(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--input",
        choices=kinds.ALL,
        help="the file type [from the name, otherwise text]; .gz, .bz2, .xz and .zst are read too",
    )
    group.add_argument("--encoding", metavar="NAME", help="the encoding of the files, e.g. latin-1 [utf-8]")
    group.add_argument(
        "--field", metavar="NAME", help="the column with the texts, for tables; meta.body is body inside meta"
    )
    group.add_argument(
        "--delimiter",
        metavar="C",
        help="the character that separates the cells of a csv, or tab [guessed from the header: , ; tab |]",
    )


def _add_output(group: argparse._ArgumentGroup) -> None:
    where = group.add_mutually_exclusive_group()
    where.add_argument(
        "--out",
        metavar="FILE",
        help="write to FILE, completely or not at all; its name decides the format and the compression",
    )
    where.add_argument("--out-dir", metavar="DIR", help="write one file for each input, with its name, into DIR")
    group.add_argument(
        "--skip-existing", action="store_true", help="with --out-dir: leave out inputs whose output exists"
    )
    form = group.add_mutually_exclusive_group()
    form.add_argument(
        "--json",
        action="store_true",
        help="everything about each summary: one JSON object per line; for tables, in the one column summary",
    )
    form.add_argument("--scores", action="store_true", help="one sentence per line, after its score")
    form.add_argument("--highlight", action="store_true", help="the whole text, with the chosen sentences marked")
    form.add_argument("--explain", action="store_true", help="why each sentence was chosen, and what was left out")
    group.add_argument("--keyphrases", metavar="N", help="print the N best keyphrases of each text, not a summary")
    group.add_argument("--to-html", metavar="FILE", help="write a page to explore the summary in a browser")
    group.add_argument("--prefix", metavar="NAME", help="a prefix for the names of the added columns, for tables")


def _add_others(group: argparse._ArgumentGroup) -> None:
    group.add_argument("-q", "--quiet", action="store_true", help="no progress and no notes; errors are still shown")
    group.add_argument("--threads", metavar="N", type=_as_number, default=0, help="number of threads [all cores]")
    group.add_argument("-h", "--help", action="help", help="show this help")
    group.add_argument(
        "--version", action="version", version=f"tersely {build_info()['version']}", help="show the version"
    )
    group.add_argument(
        "--print-completion",
        action=_Print,
        choices=completion.SHELLS,
        make=completion.make,
        help="the completion of a shell",
    )
    group.add_argument(
        "--print-man",
        action=_Print,
        nargs=0,
        make=lambda parser, _: man_page.make(parser),
        help="the manual page, for man",
    )


def _option_groups() -> dict[str, list[str]]:
    """Returns the options of summarize() by the title of their group."""
    flags = [name for name in TABLE if name not in _ONLY_IN_PYTHON]
    budgets = ["sentences", "words", "chars", "ratio", "cut"]
    limits = ["timeout", "max_bytes"]
    ranking = [name for name in flags if TABLE[name].summary and name not in (*budgets, *limits)]
    analysis = [name for name in flags if name not in (*budgets, *limits, *ranking)]
    return {"length": budgets, "choice of sentences": ranking, "reading of the text": analysis, "limits": limits}


def _add_option(group: argparse._ArgumentGroup, name: str) -> None:
    option = TABLE[name]
    names = [*([_SHORT[name]] if name in _SHORT else []), flag(name)]
    text = option.help.replace("%", "%%")
    if option.type == "flag":
        group.add_argument(*names, action="store_true", default=argparse.SUPPRESS, help=text)
        return
    shown = "" if option.default in ("None", "()") else f" [{option.default.strip(chr(39))}]"
    if name == "method":
        shown += f" One of {', '.join(methods())}."
    added = group.add_argument(*names, metavar=_metavar(name), default=argparse.SUPPRESS, help=text + shown)
    added.completes = choices_of(name)  # type: ignore[attr-defined]  # the core checks them, and accepts any case


def choices_of(name: str) -> list[str]:
    """Returns the values of a choice, [] for other options."""
    if TABLE[name].type != "choice":
        return []
    return list(methods()) if name == "method" else _CHOICE.findall(TABLE[name].allowed)


def _metavar(name: str) -> str:
    choices = choices_of(name)
    if choices and name != "method":
        return f"{{{','.join(choices)}}}"
    return {"count": "N", "number": "X", "choice": "NAME", "text": "TEXT", "words": "WORD,..."}[TABLE[name].type]


def _as_number(text: str) -> int | str:
    """Leaves it to the check of the threads to refuse other texts."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else text


def parse(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """Files and options may stand in any order; all that follows -- are
    files."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    parsed, unknown = parser.parse_known_intermixed_args(arguments[:end])
    parsed.files += arguments[end + 1 :]
    if unknown:
        parser.error(_tell_unknown(parser, unknown[0]))
    return parsed


def _tell_unknown(parser: argparse.ArgumentParser, argument: str) -> str:
    name = argument.partition("=")[0]
    aliases = {flag(alias): flag(known) for known, option in TABLE.items() for alias in option.aliases}
    known = {**aliases, **{flag: flag for flag in parser._option_string_actions}}
    flags = [*known, *map(flag, _ONLY_IN_PYTHON)]
    near = difflib.get_close_matches(name.replace("_", "-").lower(), flags, n=1, cutoff=0.7)
    meant = known.get(near[0], near[0]) if near else ""
    for option, why in _ONLY_IN_PYTHON.items():
        if meant == flag(option):
            return f"{name}: {option} is an option of Python only, {why}"
    return f"{name}: no such option{f'; did you mean {meant}?' if meant else ''}"


def read_options(parsed: argparse.Namespace) -> dict[str, Any]:
    """Returns the options of summarize(), not yet validated."""
    given = {name: value for name, value in vars(parsed).items() if name in TABLE}
    return {name: _read_value(name, value) for name, value in given.items()}


def _read_value(name: str, value: Any) -> Any:
    if TABLE[name].type == "words":
        return [word for word in value.split(",") if word]
    return None if name in NONE_IS_A_VALUE and value.lower() == "none" else value
