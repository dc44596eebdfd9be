"""The directive `cpp-header`: the reference of a C++ header, from its `///` comments and declarations.

    ```{cpp-header} tersely/summary.h
    ```

A header is its opening comment and a sequence of blocks that blank lines at the outermost level of `namespace tersely`
separate. Each block is shown as it stands, without its private part, after the comment above it, which is read as
MyST. In the comment, lines that are indented by four spaces are code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

INCLUDE = Path(__file__).resolve().parents[2] / "cpp" / "include"
NAME = re.compile(r"\b(?:struct|class|enum class|using)\s+(\w+)|(\w+)\(|(\w+)\s*=")
COMMENT = "///"


@dataclass
class Block:
    """A declaration, or several that stand together, with the comment above it."""

    comment: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        declaration = re.sub(r"^template <[^>]*>\s*", "", " ".join(self.code))
        found = NAME.search(declaration)
        return "" if found is None else next(filter(None, found.groups()))

    @property
    def is_declaration(self) -> bool:
        return bool(self.code) and not re.fullmatch(r"(class|struct) \w+;", " ".join(self.code))


def read_header(text: str) -> tuple[list[str], list[Block]]:
    """Returns the opening comment and the blocks inside the namespace."""
    lines = text.splitlines()
    opening = [_uncomment(line) for line in _leading_comment(lines)]
    inside = lines[lines.index("namespace tersely {") + 1 : lines.index("}  // namespace tersely")]
    blocks = [Block()]
    depth = 0
    for line in inside:
        if depth == 0 and not line.strip():
            blocks.append(Block())
        elif depth == 0 and line.startswith(COMMENT):
            if blocks[-1].code:
                blocks.append(Block())
            blocks[-1].comment.append(_uncomment(line))
        else:
            blocks[-1].code.append(line)
            depth += line.count("{") - line.count("}")
    return opening, [Block(block.comment, _public(block.code)) for block in blocks if block.is_declaration]


def _leading_comment(lines: list[str]) -> list[str]:
    end = next(number for number, line in enumerate(lines) if not line.startswith(COMMENT))
    return lines[:end]


def _uncomment(line: str) -> str:
    return line.removeprefix(COMMENT).removeprefix(" ")


def _public(code: list[str]) -> list[str]:
    """Leaves out the private part of a class, which stands last."""
    if " private:" not in code:
        return code
    kept = code[: code.index(" private:")]
    while not kept[-1].strip():
        kept.pop()
    return [*kept, code[-1]]


def _as_myst(comment: list[str]) -> list[str]:
    """Makes indented lines a code block and keeps the rest."""
    told: list[str] = []
    in_code = False
    for line in [*comment, ""]:
        is_code = line.startswith("    ") or (in_code and not line)
        if is_code and not in_code:
            told.append("```cpp")
        elif in_code and not is_code:
            told.extend(["```", ""])
        told.append(line.removeprefix("    ") if is_code else line)
        in_code = is_code
    return [*told, "```"] if in_code else told


class CppHeader(SphinxDirective):
    """See above."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        path = INCLUDE / self.arguments[0]
        self.env.note_dependency(path)
        opening, blocks = read_header(path.read_text(encoding="utf-8"))
        told = self._parse(_as_myst(opening))
        for block in blocks:
            told.append(self._show(block))
        return told

    def _parse(self, lines: list[str]) -> list[nodes.Node]:
        container = nodes.container()
        self.state.nested_parse(StringList(lines, source=self.arguments[0]), 0, container)
        return list(container.children)

    def _show(self, block: Block) -> nodes.Node:
        shown = nodes.container(classes=["cpp-entity"])
        if block.name:
            target = nodes.make_id(f"{Path(self.arguments[0]).stem} {block.name}")
            shown["ids"].append(target)
            shown += addnodes.index(entries=[("single", f"{block.name} (C++)", target, "", None)])
            shown += nodes.rubric("", block.name)
        shown += nodes.literal_block("\n".join(block.code), "\n".join(block.code), language="cpp")
        shown += self._parse(_as_myst(block.comment))
        return shown


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("cpp-header", CppHeader)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
