"""`python -m tersely.evaluate`: compares methods on a JSON Lines file and
prints the table."""

from __future__ import annotations

import argparse
import json
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from .._cli.sources import open_source
from .._cli.streams import reason, tell
from .._cli.wording import say_option
from .._errors import InvalidOption, TerselyError
from .._output import open_output
from ._compare import compare

DONE, FAILED, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code: 0 done, 1 the file cannot be read or used, 2 wrong
    usage."""
    parsed = _make_parser().parse_args(arguments)
    try:
        rows = list(_read(parsed.file))
        texts, references = ([row.get(field) for row in rows] for field in (parsed.field, parsed.reference))
        _check_fields(parsed, rows)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the conclusion says the same
            result = compare(
                texts,
                references,
                parsed.methods.split(",") if parsed.methods else None,
                words=parsed.words,
                sentences=parsed.sentences,
                baseline=parsed.baseline,
                use_stemmer=parsed.use_stemmer,
                threads=parsed.threads,
            )
    except KeyboardInterrupt:
        return 130
    except (OSError, ImportError, TypeError, ValueError, TerselyError) as error:
        if isinstance(error, InvalidOption) and error.option not in ("texts", "references"):
            tell(say_option(error).replace("--method ", "--methods ", 1))
            return USAGE
        tell(reason(error, parsed.file))
        return FAILED
    try:
        with open_output(None) as out:
            out.write(f"{result}\n".encode())
    except BrokenPipeError:
        pass  # the reader has read enough, e.g. head
    except OSError as error:
        tell(reason(error, "output"))
        return FAILED
    return DONE


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tersely.evaluate",
        description="Compares methods by ROUGE on texts with references, and says which differences are real.",
    )
    parser.add_argument("file", metavar="FILE", help="JSON Lines; - reads standard input")
    parser.add_argument("--field", required=True, metavar="NAME", help="the field with the texts")
    parser.add_argument(
        "--reference", required=True, metavar="NAME", help="the field with the references, a string or a list of them"
    )
    parser.add_argument("--methods", metavar="NAMES", help="separated by commas; all methods by default")
    budget = parser.add_mutually_exclusive_group()
    budget.add_argument(
        "--words", type=int, metavar="N", help="words of each summary; by default those of its references"
    )
    budget.add_argument("--sentences", type=int, metavar="N", help="sentences of each summary")
    parser.add_argument("--baseline", default="lead", metavar="NAME", help="what the others are compared with (lead)")
    parser.add_argument("--use-stemmer", action="store_true", help="apply Porter's stemmer, for English")
    parser.add_argument("--threads", type=int, default=0, metavar="N", help="0 means all cores")
    return parser


def _read(file: str) -> Iterator[dict[str, Any]]:
    """Raises OSError, and ValueError that names the line."""
    with open_source(file) as source:
        for number, line in enumerate(source.stream, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode("utf-8-sig"))
            except ValueError as error:
                raise ValueError(f"line {number}: not JSON in UTF-8: {error}") from None
            if not isinstance(row, dict):
                raise ValueError(f"line {number}: not a JSON object")
            yield row


def _check_fields(parsed: argparse.Namespace, rows: Sequence[dict[str, Any]]) -> None:
    for field in (parsed.field, parsed.reference):
        if rows and not any(field in row for row in rows):
            raise ValueError(f"no row has a field {field!r}; the first has {', '.join(rows[0])}")


if __name__ == "__main__":
    raise SystemExit(main())
