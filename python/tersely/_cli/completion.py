"""Completion of options, their values and file names in bash, zsh and fish,
made from the parser."""

from __future__ import annotations

import argparse
from typing import NamedTuple

SHELLS = ("bash", "zsh", "fish")


class Option(NamedTuple):
    names: list[str]
    help: str
    values: list[str]  # what may follow it, if that is a choice
    takes_value: bool


def make(parser: argparse.ArgumentParser, shell: str) -> str:
    """Returns a script that the shell reads at its start."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](parser.prog, options_of(parser))


def options_of(parser: argparse.ArgumentParser) -> list[Option]:
    return [
        Option(
            list(action.option_strings),
            " ".join((action.help or "").replace("%%", "%").split()),
            list(action.choices or getattr(action, "completes", None) or ()),
            action.nargs != 0,
        )
        for action in parser._actions
        if action.option_strings
    ]


def _bash(program: str, options: list[Option]) -> str:
    names = " ".join(name for option in options for name in option.names)
    cases = "".join(
        f'    {"|".join(option.names)}) COMPREPLY=($(compgen -W "{" ".join(option.values)}" -- "$word")); return ;;\n'
        for option in options
        if option.values
    )
    others = "|".join(name for option in options if option.takes_value and not option.values for name in option.names)
    return f"""\
_{program}() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}"
  case "${{COMP_WORDS[COMP_CWORD-1]}}" in
{cases}    {others}) COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "{names}" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}}
complete -o filenames -F _{program} {program}
"""


def _zsh(program: str, options: list[Option]) -> str:
    lines = []
    for option in options:
        text = "".join(f"\\{c}" if c in "[]:\\" else c for c in option.help).replace("'", "'\\''")
        value = (
            f":value:({' '.join(option.values)})" if option.values else ":value:_files" if option.takes_value else ""
        )
        lines += [f"  '{name}[{text}]{value}' \\\n" for name in option.names]
    return f"""\
#compdef {program}
_{program}() {{
  _arguments \\
{"".join(lines)}  '*:file:_files'
}}
compdef _{program} {program}
"""


def _fish(program: str, options: list[Option]) -> str:
    lines = []
    for option in options:
        names = "".join(f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}" for name in option.names)
        value = f" -x -a '{' '.join(option.values)}'" if option.values else " -r" if option.takes_value else ""
        text = option.help.replace("\\", "\\\\").replace("'", "\\'")
        lines.append(f"complete -c {program}{names}{value} -d '{text}'\n")
    return "".join(lines)
