"""The command line: tersely [FILE...] [-n 3 | --words 100 | --ratio 20% ...]."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import __version__
from ._errors import TerselyError
from ._html import extract
from ._options import TABLE
from ._summarizer import Summarizer
from ._tables import methods

if TYPE_CHECKING:
    from ._summary import Summary

DONE, FAILED, USAGE = 0, 1, 2
STANDARD_INPUT = "-"
INPUTS = ("text", "markdown", "html")
_ENDINGS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html"}
_SHORT = {"sentences": "-n", "method": "-m", "language": "-l"}
_NOT_FLAGS = ("count_tokens", "tokens")  # need a function


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line. Returns the exit code: 0 done, 1 something could not be read, 2 usage."""
    try:
        return _run(_parser(), list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # What was read is read; Python must not complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _run(parser: argparse.ArgumentParser, arguments: list[str]) -> int:
    if not arguments and sys.stdin.isatty():
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
    except TerselyError as error:
        parser.error(str(error))
    results, failed = _summarize(files, parsed.input, options)
    output = "".join(_show(file, summary, parsed, len(files) > 1, i) for i, (file, summary) in enumerate(results))
    if parsed.out is None:
        sys.stdout.buffer.write(output.encode("utf-8", "surrogatepass"))
        sys.stdout.buffer.flush()
    elif not _write(Path(parsed.out), output):
        return FAILED
    if failed:
        print(f"tersely: {failed} of {len(files)} could not be summarised", file=sys.stderr)
    return FAILED if failed else DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tersely",
        description="The best sentences of a text, verbatim. Reads text files, or standard input with - or a pipe.",
        epilog=f"Methods: {', '.join(methods())}.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="text in UTF-8; - is standard input")
    parser.add_argument("--version", action="version", version=f"tersely {__version__}")
    parser.add_argument("--input", choices=INPUTS, help="what the files hold [by their names, else text]")
    parser.add_argument("--json", action="store_true", help="all about each summary, one JSON object a line")
    parser.add_argument("--scores", action="store_true", help="a sentence a line, behind its score")
    parser.add_argument("--out", metavar="FILE", help="write there: complete, or not at all")
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
            data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
            results.append((file, _summarize_as(kind or _ENDINGS.get(Path(file).suffix.lower()), data, options)))
        except (OSError, ImportError, TerselyError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            print(f"tersely: {file}: {reason}", file=sys.stderr)
    return results, len(files) - len(results)


def _summarize_as(kind: str | None, data: bytes, options: dict[str, Any]) -> Summary:
    if kind == "html":
        return Summarizer(**options)(extract(data))
    return Summarizer(**({"markup": "markdown", **options} if kind == "markdown" else options))(data)


def _show(file: str, summary: Summary, parsed: argparse.Namespace, several: bool, number: int) -> str:
    if parsed.json:
        path = {"path": file} if several else {}
        return json.dumps({**path, **summary.to_dict()}, ensure_ascii=False) + "\n"
    header = f"{chr(10) if number else ''}==> {file} <==\n" if several else ""
    if parsed.scores:
        return header + "".join(f"{sentence.score:.3f}\t{sentence}\n" for sentence in summary)
    return f"{header}{summary}\n"


def _write(path: Path, output: str) -> bool:
    """Beside its name first, renamed at the end: complete or not at all."""
    temporary = None
    try:
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(output.encode("utf-8", "surrogatepass"))
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        print(f"tersely: {path}: {error.strerror}", file=sys.stderr)
        return False
    return True
