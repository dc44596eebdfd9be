"""The examples of the documentation: Python with prompts, and commands with their output."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IMPORT = re.compile(r"^>>> (?:import|from) (\w+(?:, \w+)*)", re.MULTILINE)
ADAPTER = re.compile(r"tersely\.integrations\.\w+")


@dataclass
class Part:
    """A page, or one recipe of the cookbook: examples that run one after the other."""

    name: str
    text: str

    def blocks(self, language: str) -> list[str]:
        return [code for name, code in BLOCK.findall(self.text) if name == language]

    @property
    def python(self) -> str:
        return "\n".join(code for code in self.blocks("python") if code.startswith(">>> "))

    @property
    def modules(self) -> set[str]:
        """The packages that the examples import, and the adapters of tersely that they use."""
        lists = IMPORT.findall(self.python)
        return {name for names in lists for name in names.split(", ")}.union(ADAPTER.findall(self.python))

    def commands(self) -> list[Command]:
        return [command for block in self.blocks("console") for command in _read_commands(block)]


@dataclass
class Command:
    """A line after "$ ", and what it prints; nothing means that the page does not show it."""

    line: str
    output: list[str] = field(default_factory=list)

    def arguments_of(self, program: str) -> list[list[str]]:
        """The arguments of each call of the program, between pipes and semicolons."""
        words = shlex.shlex(self.line, posix=True, punctuation_chars=True)
        words.whitespace_split = True
        calls: list[list[str]] = [[]]
        for word in words:
            if set(word) <= set("|;&<>"):
                calls.append([])
            else:
                calls[-1].append(word)
        return [call[1:] for call in calls if call[:1] == [program]]


def parts() -> Iterator[Part]:
    """All pages; the cookbook recipe by recipe, because each must run alone."""
    for page in PAGES:
        name = str(page.relative_to(DOCS).with_suffix(""))
        text = page.read_text(encoding="utf-8")
        if name == "cookbook":
            for number, recipe in enumerate(text.split("\n## ")[1:], 1):
                yield Part(f"{name}-{number}", recipe)
        else:
            yield Part(name, text)


def run_python(part: Part) -> doctest.TestResults:
    """Runs the examples with prompts, in one namespace. Failures are printed."""
    test = doctest.DocTestParser().get_doctest(part.python, {}, part.name, part.name, 0)
    return doctest.DocTestRunner().run(test)


def _read_commands(block: str) -> Iterator[Command]:
    command: Command | None = None
    for line in block.splitlines():
        if line.startswith("$ "):
            if command is not None:
                yield command
            command = Command(line.removeprefix("$ "))
        elif command is not None:
            command.output.append(line)
    if command is not None:
        yield command
