"""The command line for texts: a summary of each file, or an interactive page of one."""

from __future__ import annotations

import argparse

from .._display import terminal
from .._errors import TerselyError
from .._html import extract
from .._output import open_output
from .._summarizer import Summarizer
from .._summary import Summary
from .json_line import dump
from .kinds import kind_of
from .streams import one_line, open_input, reason, tell


def run(files: list[str], parsed: argparse.Namespace, summarizer: Summarizer) -> bool:
    """Returns whether all files could be read; reports those that could not. Raises OSError if the output fails."""
    results = _summarize(files, parsed.input, summarizer)
    several = len(files) > 1
    if results:  # if nothing could be read, keep an existing output file
        with open_output(parsed.out) as out:
            for number, (file, summary) in enumerate(results):
                out.write(_show(file, summary, parsed, several, number, out.isatty()))
    n_failed = len(files) - len(results)
    if n_failed:
        tell(f"{n_failed} of {len(files)} could not be summarised")
    return n_failed == 0


def run_page(file: str, parsed: argparse.Namespace, summarizer: Summarizer) -> bool:
    """Returns whether the file could be read; reports why not. Raises OSError if the page cannot be written."""
    results = _summarize([file], parsed.input, summarizer)
    for _, summary in results:
        summary.to_html(parsed.to_html)
    return bool(results)


def _summarize(files: list[str], told: str | None, summarizer: Summarizer) -> list[tuple[str, Summary]]:
    """Returns (name, summary) of each file that could be read."""
    results = []
    for file in files:
        try:
            with open_input(file) as source:
                data = source.read()
            results.append((file, _summarize_as(told or kind_of(file), data, summarizer)))
        except (OSError, ImportError, TerselyError) as error:
            tell(reason(error, file))
    return results


def _summarize_as(kind: str | None, data: bytes, summarizer: Summarizer) -> Summary:
    if kind == "html":
        return summarizer(extract(data))
    if kind == "markdown":
        summarizer = Summarizer(**{"markup": "markdown", **summarizer._given})
    return summarizer(data)


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
    return (header + text).encode("utf-8", "surrogateescape")  # file names may hold any bytes
