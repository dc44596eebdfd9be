"""The manual page, made from the parser."""

from __future__ import annotations

import argparse


def make(parser: argparse.ArgumentParser) -> str:
    """Returns the source of the page, for man(1)."""
    parts = [
        f".TH {parser.prog.upper()} 1\n",
        f".SH NAME\n{parser.prog} \\- the best sentences of a text, verbatim\n",
        f".SH SYNOPSIS\n{_text(parser.usage or '')}\n",
        f".SH DESCRIPTION\n{_text(parser.description or '')}\n",
    ]
    for group in parser._action_groups:
        if group._group_actions:
            parts.append(f'.SH "{(group.title or "").upper()}"\n')
            parts += [
                f".TP\n.B {_text(_names(action))}\n{_text(action.help or '')}\n" for action in group._group_actions
            ]
    for section in (parser.epilog or "").split("\n\n"):
        title, _, lines = section.partition(":\n")
        parts.append(f'.SH "{title.upper()}"\n.nf\n{_text(lines)}\n.fi\n')
    return "".join(parts)


def _names(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"{action.metavar} ..."
    value = "" if action.nargs == 0 else f" {action.metavar or '{' + ','.join(action.choices or ()) + '}'}"
    return ", ".join(action.option_strings) + value


def _text(text: str) -> str:
    """Escapes what would be a command of the page."""
    escaped = text.strip().replace("%%", "%").replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in escaped.splitlines())
