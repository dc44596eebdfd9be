"""The command line for texts: a summary of each file, or an interactive page of
one."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import chain, groupby
from typing import BinaryIO

from .._display import terminal
from .._document import Document, make_failed_summary
from .._errors import TerselyError
from .._options import ANALYSIS, SUMMARY, part
from .._summarizer import Summarizer
from .._summary import Summary
from .json_line import dump
from .kinds import kind_of
from .notes import note_on
from .outputs import Job, make_folder, open_target
from .progress import Meter, make_meter
from .sources import STANDARD_INPUT, open_source, size_of
from .streams import one_line, reason
from .wording import say

_Result = tuple[str, Summary]
_Text = str | bytes | Document  # a document of a page
BATCH_FILES = 64
BATCH_BYTES = 8 << 20


def run(jobs: Sequence[Job], parsed: argparse.Namespace, summarizer: Summarizer) -> bool:
    """Returns whether all files could be read; reports those that could not.
    Raises OSError if an output fails.

    The files are summarised on all cores and written in order, as soon as those
    before them are done.
    """
    files = [file for job in jobs for file in job.files]
    n_failed = len(files)
    with closing(make_meter(parsed, "files", files)) as meter:
        texts = _Texts(parsed, summarizer, meter)
        if parsed.out_dir is not None:
            outs = {job.files[0]: job.out for job in jobs}
            make_folder(parsed)
            for file, summary in chain.from_iterable(texts.summaries(files)):
                with open_target(outs[file]) as out:
                    out.write(_show(file, summary, parsed, False, 0, False))
                n_failed -= 1
        else:
            n_failed -= _write_all(texts.summaries(files), len(files) > 1, parsed)
        if n_failed:
            meter.tell(f"{n_failed} of {len(files)} could not be summarised")
    return n_failed == 0


def _write_all(groups: Iterator[list[_Result]], several: bool, parsed: argparse.Namespace) -> int:
    """Returns the number of summaries. If there is none, an existing output
    file is kept."""
    number = 0
    out: BinaryIO | None = None
    with ExitStack() as stack:
        for group in groups:
            for file, summary in group:
                out = out or stack.enter_context(open_target(parsed.out))
                out.write(_show(file, summary, parsed, several, number, out.isatty()))
                number += 1
            if out is not None:
                out.flush()  # the reader of a pipe gets finished summaries at once
    return number


def run_page(file: str, parsed: argparse.Namespace, summarizer: Summarizer) -> bool:
    """Returns whether the file could be read; reports why not. Raises OSError
    if the page cannot be written."""
    with closing(Meter(False, "files", None)) as meter:
        results = list(chain.from_iterable(_Texts(parsed, summarizer, meter).summaries([file])))
    for _, summary in results:
        summary.to_html(parsed.to_html)
    return bool(results)


class _Texts:
    """Texts of a call. It reads some files, summarises them on all cores, and
    goes on."""

    def __init__(self, parsed: argparse.Namespace, summarizer: Summarizer, meter: Meter) -> None:
        self._parsed = parsed
        self._summarizer = summarizer
        self._markdown = Summarizer(**{"markup": "markdown", **summarizer._given})
        self._meter = meter
        self._done = self._position = 0

    def summaries(self, files: Sequence[str]) -> Iterator[list[_Result]]:
        """Yields groups of (name, summary) of the files that could be read, in
        order; reports the others."""
        for batch in self._batches(files):
            for kind, group in groupby(batch, lambda read: self._kind(read[0])):
                yield self._tell(*self._summarize(kind, list(group)))

    def _kind(self, file: str) -> str | None:
        return self._parsed.input or kind_of(file)

    def _batches(self, files: Sequence[str]) -> Iterator[list[tuple[str, _Text]]]:
        batch: list[tuple[str, _Text]] = []
        size = 0
        for file in files:
            try:
                text = self._read(file)
            except (OSError, ImportError, TerselyError) as error:
                self._meter.tell(reason(error, file))
                continue
            batch.append((file, text))
            size += len(text)
            if len(batch) >= BATCH_FILES or size >= BATCH_BYTES:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch

    def _read(self, file: str) -> _Text:
        is_page = self._kind(file) == "html"
        with open_source(file, self._parsed.encoding) as source:
            data = source.stream.read()
        return Document.from_html(data, **part(self._summarizer._given, ANALYSIS)) if is_page else data

    def _summarize(
        self, kind: str | None, read: Sequence[tuple[str, _Text]]
    ) -> tuple[Sequence[str], Iterable[Summary | None]]:
        """Returns the names and the summaries, which may have failed. All texts
        are of one kind."""
        names = [file for file, _ in read]
        pages = [text for _, text in read if isinstance(text, Document)]
        if pages:
            return names, map(self._summarize_page, pages)
        texts = [text for _, text in read if not isinstance(text, Document)]
        summarizer = self._markdown if kind == "markdown" else self._summarizer
        return names, summarizer.many(texts, on_error="status", threads=self._parsed.threads)

    def _summarize_page(self, page: Document) -> Summary:
        try:
            return page.summarize(**part(self._summarizer._given, SUMMARY))
        except TerselyError as error:
            return make_failed_summary(page.text, {}, error)

    def _tell(self, files: Sequence[str], summaries: Iterable[Summary | None]) -> list[_Result]:
        """Returns the results; tells what failed and what is odd."""
        summarizer = self._summarizer
        results = []
        for row, (file, summary) in enumerate(zip(files, summaries, strict=True)):
            name = "standard input" if file == STANDARD_INPUT else file
            assert summary is not None
            if summary.error is not None:
                self._meter.tell(f"{name}: {say(summary.error.removeprefix(f'row {row}: '))}")
                continue
            note = note_on(summary, summarizer)
            if note is not None and not self._parsed.quiet:
                self._meter.tell(f"{name}: {note}")
            results.append((file, summary))
            self._done += 1
            self._position += size_of(file) or 0
            self._meter.update(self._done, self._position)
        return results


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
        to_terminal = parsed.out is None and parsed.out_dir is None
        text = view(summary, terminal.find_console() if to_terminal else None)
    else:
        lines = [f"{x.score:.3f}\t{x}\n" for x in summary] if parsed.scores else [f"{summary}\n"]
        text = terminal.visible("".join(lines)) if on_terminal else "".join(lines)
    return (header + text).encode("utf-8", "surrogateescape")  # file names may hold any bytes
