"""The files that the command line writes: one output for all inputs, or one for
each in a folder."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from .._output import open_output
from .compression import compressed, split_ending
from .kinds import TABLES, kind_of
from .sources import STANDARD_INPUT
from .wording import WrongCall


class Job(NamedTuple):
    """Inputs that go into one output. `out`: None is standard output."""

    files: list[str]
    out: str | None


def plan(files: list[str], parsed: argparse.Namespace) -> list[Job]:
    """Returns what to write. Raises WrongCall."""
    if parsed.out_dir is None:
        if parsed.skip_existing:
            raise WrongCall("--skip-existing needs --out-dir")
        return [Job(files, parsed.out)]
    jobs = [Job([file], os.path.join(parsed.out_dir, _name_for(file, parsed))) for file in files]
    _check_outputs(jobs)
    return jobs


def open_jobs(jobs: Sequence[Job], parsed: argparse.Namespace) -> list[Job]:
    """Returns the jobs whose output does not exist yet, if that is asked for.
    An output that exists is complete."""
    return [job for job in jobs if not (parsed.skip_existing and os.path.lexists(job.out or ""))]


@contextmanager
def open_target(out: str | None) -> Iterator[BinaryIO]:
    """Like open_output, compressed if the name says so. Raises OSError,
    ImportError."""
    with open_output(out) as file:
        ending = split_ending(out or "")[1]
        if not ending:
            yield file
            return
        with compressed(file, ending) as target:
            yield target


def make_folder(parsed: argparse.Namespace) -> None:
    """Raises OSError."""
    if parsed.out_dir is not None:
        os.makedirs(parsed.out_dir, exist_ok=True)


def _name_for(file: str, parsed: argparse.Namespace) -> str:
    """A table keeps its name. The summary of a text is text or JSON, whatever
    the text was."""
    if file == STANDARD_INPUT:
        raise WrongCall("--out-dir needs files with names, not standard input")
    name = Path(file).name
    if (parsed.input or kind_of(file)) in TABLES:
        return name
    content, _ = split_ending(name)
    return f"{Path(content).stem}{'.json' if parsed.json else '.txt'}"


def _check_outputs(jobs: Sequence[Job]) -> None:
    by_output: dict[str, str] = {}
    for (file,), out in jobs:
        assert out is not None
        other = by_output.setdefault(out, file)
        if other != file:
            raise WrongCall(f"--out-dir: {other} and {file} would both be written to {out}")
    inputs = {os.path.realpath(file) for (file,), _ in jobs}
    for out in by_output:
        if os.path.realpath(out) in inputs:
            raise WrongCall(f"--out-dir: {out} is one of the inputs; name another folder")
