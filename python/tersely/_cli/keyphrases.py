"""The command line for keyphrases: those of each text, one per line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from .._display import terminal
from .._document import Document
from .._errors import InvalidOption, TerselyError
from .._keyphrases import Keyphrases
from .._options import ANALYSIS, with_keyphrase_options
from .json_line import dump
from .kinds import TABLES, kind_of
from .notes import note_on_flags
from .outputs import open_target
from .sources import open_source
from .streams import one_line, reason, tell
from .wording import WrongCall, flag, say_option

_OF_SUMMARIES = ("highlight", "explain", "to_html", "out_dir", "skip_existing", "field", "prefix", "delimiter")


def run(files: list[str], parsed: argparse.Namespace, given: Mapping[str, Any]) -> bool:
    """Returns whether all files could be read; reports those that could not.
    `given`: the options, validated.

    Raises:
        WrongCall: an argument is wrong or does not go with --keyphrases.
        OSError: the output fails.
    """
    _check_call(files, parsed, given)
    results = []
    for file in files:
        try:
            with open_source(file, parsed.encoding) as source:
                data = source.stream.read()
            document = _analyse(parsed.input or kind_of(file), data, given)
            results.append((file, document.keyphrases(parsed.keyphrases)))
            note = note_on_flags(document.flags) if document.units else "the text is blank; there are no keyphrases"
            if note is not None and not parsed.quiet:
                tell(f"{file}: {note}" if len(files) > 1 else note)
        except (OSError, ImportError, TerselyError) as error:
            tell(reason(error, file))
    if results:  # if nothing could be read, keep an existing output file
        with open_target(parsed.out) as out:
            for number, (file, found) in enumerate(results):
                if len(files) > 1 and not parsed.json:
                    name = one_line(file) if out.isatty() else file
                    out.write(_encode(f"{chr(10) if number else ''}==> {name} <==\n"))
                path = {"path": file} if len(files) > 1 else {}
                out.write(_dump(path, found) if parsed.json else _show(found, parsed.scores, out.isatty()))
    return len(results) == len(files)


def _check_call(files: list[str], parsed: argparse.Namespace, given: Mapping[str, Any]) -> None:
    names = [name for name in _OF_SUMMARIES if getattr(parsed, name) not in (None, False)]
    for name in [*names, *(name for name in given if name not in ANALYSIS)]:
        raise WrongCall(f"{flag(name)} does not go with --keyphrases")
    if not {parsed.input or kind_of(file) for file in files}.isdisjoint(TABLES):
        raise WrongCall("--keyphrases is for texts, not for tables; in Python, use keyphrases_column")
    try:
        with_keyphrase_options({}, parsed.keyphrases, None)
    except InvalidOption as error:
        raise WrongCall(say_option(error).replace(flag(error.option), "--keyphrases", 1)) from None


def _analyse(kind: str | None, data: bytes, given: Mapping[str, Any]) -> Document:
    if kind == "html":
        return Document.from_html(data, **given)
    markup = {"markup": "markdown"} if kind == "markdown" else {}
    return Document(_as_str(data), **{**markup, **given})


def _as_str(data: bytes) -> str | bytes:
    """Spans then count code points, as everywhere in the output. Document()
    refuses what is not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _dump(path: Mapping[str, str], found: Keyphrases) -> bytes:
    rows = [{"text": x.text, "score": x.score, "count": x.count, "spans": x.spans} for x in found]
    return dump({**path, "keyphrases": rows}) + b"\n"


def _show(found: Keyphrases, scores: bool, on_terminal: bool) -> bytes:
    text = "".join(f"{x.score:.3f}\t{x}\n" if scores else f"{x}\n" for x in found)
    return _encode(terminal.visible(text) if on_terminal else text)


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")  # file names may hold any bytes
