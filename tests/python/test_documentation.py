"""The examples of the documentation. Those of tersely have prompts and are run; those of other packages have none."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.documentation import DOCS, PAGES, ROOT, Part, parts, run_python

import tersely
from tersely import evaluate
from tersely._cli.arguments import make_parser, parse, read_options

README = Part("README", (ROOT / "README.md").read_text(encoding="utf-8"))
PARTS = list(parts())
MIGRATION = [page for page in PAGES if page.parent.name == "migration" and page.stem != "index"]
OPTIONAL = {  # packages that examples need without importing them
    "guide/structure": ("numpy",),
    "migration/scikit-learn": ("scipy", "sklearn"),
}


def part_id(part: Part) -> str:
    return part.name


def need_packages(part: Part) -> None:
    for module in sorted(part.modules.union(OPTIONAL.get(part.name, ()))):
        pytest.importorskip(module, exc_type=ImportError)


@pytest.mark.parametrize("part", [part for part in PARTS if part.python], ids=part_id)
def test_examples_run_as_they_stand(part, monkeypatch):
    need_packages(part)
    monkeypatch.chdir(ROOT)

    result = run_python(part)

    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("part", [part for part in PARTS if any(x.output for x in part.commands())], ids=part_id)
def test_commands_print_what_the_page_shows(part):
    need_packages(part)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for command in part.commands():
        if not command.output:
            continue

        done = subprocess.run(
            ["bash", "-c", command.line],
            cwd=ROOT,
            env={**os.environ, "PATH": path, "COLUMNS": "80"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

        assert done.stdout.splitlines() == command.output, command.line


@pytest.mark.parametrize("part", [*PARTS, README], ids=part_id)
def test_commands_have_options_that_exist(part):
    for command in part.commands():
        for arguments in command.arguments_of("tersely"):
            if "2" in command.output:  # the page shows the exit code of a wrong call
                continue

            options = read_options(parse(make_parser(), arguments))

            tersely.Summarizer(**{name: value for name, value in options.items() if value is not None})


@pytest.mark.parametrize("part", PARTS, ids=part_id)
def test_all_examples_of_tersely_have_prompts(part):
    blocks = part.blocks("python")

    assert [block for block in blocks if "tersely" in block and not block.startswith(">>> ")] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_is_closed(page):
    fences = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("```")]

    assert len(fences) % 2 == 0
    assert all(line == "```" for line in fences[1::2])


def test_every_migration_page_has_an_example():
    pages = {f"migration/{page.stem}" for page in MIGRATION}

    assert pages == {part.name for part in PARTS if part.name in pages and part.python}


def test_the_readme_links_every_migration_page():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [page.name for page in MIGRATION if f"docs/migration/{page.name}" not in readme] == []


def test_the_readme_links_every_integration():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = [page.name for page in PAGES if page.parent.name == "integrations"]

    assert [name for name in pages if f"docs/integrations/{name}" not in readme] == []


def test_the_cookbook_has_twenty_recipes():
    recipes = [part for part in PARTS if part.name.startswith("cookbook-")]

    assert len(recipes) == 20
    assert [part.name for part in recipes if not part.python and not part.commands()] == []


@pytest.mark.parametrize(("module", "page"), [(tersely, "python"), (evaluate, "evaluate")])
def test_the_reference_has_every_public_name_and_no_other(module, page):
    text = (DOCS / "reference" / f"{page}.md").read_text(encoding="utf-8")
    told = set(re.findall(rf":: {re.escape(module.__name__)}\.(\w+)$", text, re.MULTILINE))

    assert told == {name for name in module.__all__ if not name.startswith("_")}


def test_the_reference_has_every_header():
    text = (DOCS / "reference" / "cpp.md").read_text(encoding="utf-8")
    include = ROOT / "cpp" / "include"
    headers = [path.relative_to(include).as_posix() for path in include.rglob("*.h") if path.name != "arrow.h"]

    assert sorted(header for header in headers if f"{{cpp-header}} {header}\n" not in text) == []
