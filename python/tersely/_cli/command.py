"""The command line: tersely [FILE...] [-n 3 | --words 100 | --ratio 20%
...]."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence

from .._errors import InvalidOption
from .._summarizer import Summarizer
from .._threads import resolve_threads
from . import keyphrases, kinds, texts
from .arguments import make_parser, parse, read_options
from .kinds import kind_of
from .outputs import Job, open_jobs, plan
from .signals import Stopped, end_by, stoppable
from .sources import check_encoding, expand
from .streams import is_terminal, reason, tell
from .tables import run as tables
from .wording import WrongCall, flag, say_option

DONE, FAILED, USAGE = 0, 1, 2
_OF_TABLES = ("field", "prefix", "delimiter")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line. Returns the exit code: 0 done, 1 a file or a row
    failed, 2 wrong usage."""
    try:
        with stoppable(), warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # notes and reports say the same in other words
            return _run(make_parser(), list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return 130
    except Stopped as stopped:
        return end_by(stopped)
    except BrokenPipeError:
        return DONE  # the reader has read enough, e.g. head
    except OSError as error:  # an error of the output; it names the output
        tell(reason(error, "output"))
        return FAILED
    except ImportError as error:  # a package that the output needs
        tell(str(error))
        return FAILED


def _run(parser: argparse.ArgumentParser, arguments: list[str]) -> int:
    if not arguments and is_terminal(sys.stdin):
        parser.print_help()
        return DONE
    try:
        parsed = parse(parser, arguments)
        summarizer = Summarizer(**read_options(parsed))
        resolve_threads(parsed.threads)
        parsed.encoding = check_encoding(parsed.encoding)
        return DONE if _run_files(expand(parsed.files), parsed, summarizer) else FAILED
    except InvalidOption as error:
        parser.error(say_option(error))
    except WrongCall as error:
        parser.error(str(error))


def _run_files(files: list[str], parsed: argparse.Namespace, summarizer: Summarizer) -> bool:
    if parsed.keyphrases is not None:
        return keyphrases.run(files, parsed, summarizer._given)
    found = {parsed.input or kind_of(file) for file in files}
    if parsed.to_html is not None:
        _check_page_call(files, found, parsed)
        return texts.run_page(files[0], parsed, summarizer)
    are_tables = not found.isdisjoint(kinds.TABLES)
    if are_tables:
        kind = tables.check_call(files, found, parsed)
    else:
        _check_text_call(found, parsed)
    planned = plan(files, parsed)
    jobs = _skip(planned, parsed)
    if not jobs:
        return True
    return tables.run(jobs, kind, parsed, summarizer) if are_tables else texts.run(jobs, parsed, summarizer)


def _skip(jobs: list[Job], parsed: argparse.Namespace) -> list[Job]:
    left = open_jobs(jobs, parsed)
    if len(left) < len(jobs) and not parsed.quiet:
        tell(f"skipped {len(jobs) - len(left)} of {len(jobs)}, whose output exists")
    return left


def _check_page_call(files: list[str], found: set[str | None], parsed: argparse.Namespace) -> None:
    for name in ("json", "scores", "highlight", "explain", "out", "out_dir", "skip_existing", *_OF_TABLES):
        if getattr(parsed, name) not in (None, False):
            raise WrongCall(f"--to-html writes a page instead of the summary; it does not go with {flag(name)}")
    if len(files) > 1:
        raise WrongCall("--to-html makes a page of one text; name one file")
    if not found.isdisjoint(kinds.TABLES):
        raise WrongCall("--to-html makes a page of one text, not of a table")


def _check_text_call(found: set[str | None], parsed: argparse.Namespace) -> None:
    for name in _OF_TABLES:
        if getattr(parsed, name) is not None:
            raise WrongCall(f"--{name} is for tables (jsonl, csv, tsv, parquet); name the format with --input")
    if parsed.encoding is not None and "html" in found:
        raise WrongCall("--encoding is not for html: a page names its own encoding")
