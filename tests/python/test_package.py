"""The installed package: its content, its imports, and that its types agree with the option table."""

from __future__ import annotations

import ast
import copy
import importlib.metadata
import inspect
import json
import pathlib
import pickle
import pydoc
import re
import subprocess
import sys
import typing

import pytest

import tersely
import tersely.evaluate
from tersely import _core, _option_types, _options
from tersely._names import MethodName

FOLDER = pathlib.Path(tersely.__file__).parent
TESTS = pathlib.Path(__file__).resolve().parent
TABLE = {option.name: option for option in tersely._core.options()}
PUBLIC = [
    *("summarize", "summarize_many", "summarize_sentences", "split_sentences", "Document", "Summarizer", "Summary"),
    *("Sentence", "ScoredSentence", "methods", "languages", "stop_words", "build_info"),
    *("TerselyError", "InvalidOption", "InvalidText", "LimitExceeded", "SummaryTimeout"),
]

# As documented. `sentences` has the default None, because three applies only if no budget is given.
DEFAULTS = {
    "sentences": None,
    "words": None,
    "chars": None,
    "tokens": None,
    "ratio": None,
    "count_tokens": None,
    "language": "auto",
    "method": "cover",
    "title": None,
    "query": None,
    "unmatched": "summary",
    "relevance": None,
    "position": "auto",
    "coherence": None,
    "order": "document",
    "redundancy": 0,
    "damping": 0.85,
    "threshold": 0.1,
    "max_sentences": 20_000,
    "bonus_words": (),
    "stigma_words": (),
    "null_words": (),
    "lsa_selection": "length",
    "stop_words": None,
    "stem": "prefix",
    "newline": "auto",
    "keep_quotes": False,
    "abbreviations": (),
    "markup": "auto",
    "cut": False,
    "seed": 0,
    "timeout": None,
    "max_bytes": None,
}


def keywords(function):
    """Returns option -> default of a signature."""
    parameters = inspect.signature(function).parameters
    return {name: p.default for name, p in parameters.items() if name in TABLE}


def test_files():
    names = {path.name for path in FOLDER.iterdir()}
    assert {"__init__.py", "py.typed", "_core.pyi"} <= names
    assert [name for name in names if name.startswith("_core.") and name.endswith((".so", ".pyd"))]


def test_no_sources_are_installed():
    sources = {".c", ".cc", ".cpp", ".cxx", ".h", ".hpp", ".cmake", ".a", ".lib", ".txt"}
    texts = {"_selftest", "genres"}  # of the self-test
    assert [path for path in FOLDER.rglob("*") if path.suffix in sources and path.parent.name not in texts] == []
    installed = [file for file in importlib.metadata.files("tersely") or [] if file.parent.name not in texts]
    strangers = {file.parts[0] for file in installed} - {"tersely"}
    assert [name for name in strangers if not name.startswith(("tersely-", "..", "tersely.libs"))] == []
    assert [str(file) for file in installed if file.suffix in sources and "licenses" not in file.parts] == [
        str(file) for file in installed if file.name in ("entry_points.txt", "top_level.txt")
    ]


def is_compiled(name):
    return name.endswith(".pyc") or (name.startswith("tersely/_core.") and not name.endswith(".pyi"))


def installed_files():
    """Returns name -> size of what is installed into the package, without what is compiled."""
    found = {file.as_posix(): file.size for file in importlib.metadata.files("tersely") or []}
    return {name: size for name, size in found.items() if name.startswith("tersely/") and not is_compiled(name)}


def test_every_file_of_the_package_is_installed_and_nothing_else():
    package, texts = TESTS.parent.parent / "python" / "tersely", TESTS.parent / "data"
    if not package.exists():
        pytest.skip("there are no sources")
    written = {f"tersely/{path.relative_to(package).as_posix()}" for path in package.rglob("*.*") if path.is_file()}
    written = {name for name in written if not name.endswith(".pyc")}
    data = [path.relative_to(texts).as_posix() for path in texts.rglob("*.txt") if "display" not in path.parts]
    written |= {f"tersely/_selftest/{name}" for name in [*data, "digests.json"]}
    assert set(installed_files()) == written


def test_the_package_is_small():
    sizes = [size for size in installed_files().values() if size is not None]
    assert len(sizes) > 100
    assert sum(sizes) < 1_500_000  # packaging/build_wheels.py checks the size with what is compiled


def test_metadata():
    assert importlib.metadata.version("tersely") == tersely.__version__ == tersely.build_info()["version"]
    required = [r for r in importlib.metadata.requires("tersely") or [] if "extra ==" not in r]
    assert required == []
    scripts = importlib.metadata.entry_points(group="console_scripts", name="tersely")
    assert [script.value.split(":")[0].split(".")[0] for script in scripts] == ["tersely"]


def test_licences_of_the_code_inside():
    names = {file.name for file in importlib.metadata.files("tersely") or [] if "licenses" in file.parts}
    assert {"LICENSE", "Eigen.txt", "ICU.txt", "pybind11.txt", "libcxx.txt"} <= names


def test_public_names():
    assert [name for name in PUBLIC if not hasattr(tersely, name)] == []
    assert set(PUBLIC) <= set(tersely.__all__)
    assert [name for name in tersely.__all__ if not hasattr(tersely, name)] == []
    assert [name for name in PUBLIC if not (getattr(tersely, name).__doc__ or "").strip()] == []


def test_results_have_the_public_types(article_document):
    text = article_document.text
    assert isinstance(article_document.words[0], tersely.Word)
    assert isinstance(article_document.tfidf, tersely.SparseMatrix)
    assert isinstance(tersely.split_sentences(text), tersely.Sentences)
    assert isinstance(tersely.methods()["lead"], tersely.Method)
    assert isinstance(tersely.summarize_column([text]), tersely.SummaryColumn)
    assert isinstance(tersely.split_column([text]), tersely.SentenceColumn)
    assert isinstance(tersely.keyphrases_column([text]), tersely.KeyphraseColumn)


def names_in_tests():
    """Returns every name and every attribute that the code of a test has."""
    nodes = [node for path in TESTS.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return names | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("module", [tersely, tersely.evaluate], ids=lambda module: module.__name__)
def test_every_public_name_is_used_by_a_test(module):
    """A test has each name, and an attribute of each member's name; whose attribute it is, this does not tell."""
    used = names_in_tests()
    for name in module.__all__:
        value = getattr(module, name)
        assert name in used
        classes = [part for part in getattr(value, "__mro__", ()) if part.__module__.startswith("tersely")]
        members = {member for part in classes for member in [*vars(part), *part.__annotations__]}
        assert sorted(member for member in members - used if not member.startswith("_")) == [], name


HEAVY = (
    "IPython altair dask duckdb ipywidgets lxml matplotlib numpy pandas polars pyarrow pytz rich scipy sklearn tqdm "
    "trafilatura argparse asyncio csv dataclasses difflib html inspect json logging multiprocessing re unittest "
    "concurrent.futures decimal importlib.metadata random socket ssl subprocess tempfile "
    "tersely._cli tersely._display tersely.evaluate tersely.integrations tersely.selftest"
)


def test_import_loads_nothing_heavy():
    code = """
import sys, json
before = set(sys.modules)
import tersely
tersely.summarize("One. Two. Three. Four.", 2)
print(json.dumps(sorted(set(sys.modules) - before)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert set(json.loads(done.stdout)) & set(HEAVY.split()) == set()


# One table of options


def test_the_table_has_the_documented_options():
    assert set(TABLE) == set(DEFAULTS)
    assert all(option.help.strip() for option in TABLE.values())


@pytest.mark.parametrize("function", [tersely.summarize, tersely.Summarizer, tersely.summarize_many])
def test_signatures_list_every_option_with_its_default(function):
    assert keywords(function) == DEFAULTS
    parameters = inspect.signature(function).parameters
    for name in DEFAULTS:
        expected = inspect.Parameter.KEYWORD_ONLY
        if name == "sentences":
            expected = inspect.Parameter.POSITIONAL_OR_KEYWORD
        assert parameters[name].kind == expected, name
    assert not {"include", "exclude"} & set(parameters)


def test_signatures_are_like_any_other():
    signature = inspect.signature(tersely.summarize)
    assert isinstance(signature, inspect.Signature)
    assert str(signature).startswith("(text: ")
    assert repr(signature) == f"<Signature {signature}>"
    assert signature.bind("A text.", words=3).arguments == {"text": "A text.", "words": 3}
    assert signature.return_annotation == "Summary"
    for same in (signature.replace(), copy.copy(signature), pickle.loads(pickle.dumps(signature))):
        assert signature == same
        assert same == signature
        assert hash(signature) == hash(same)
    assert signature != inspect.signature(tersely.split_sentences)
    assert "words=None" in pydoc.plain(pydoc.render_doc(tersely.summarize))


def test_signatures_of_the_parts():
    analysis = {"language", "newline", "keep_quotes", "abbreviations", "markup", "stop_words", "stem", "max_bytes"}
    assert set(keywords(tersely.Document)) == analysis | {"timeout"}
    assert set(keywords(tersely.Document.summarize)) >= set(DEFAULTS) - analysis
    assert not set(keywords(tersely.Document.summarize)) & analysis
    assert set(keywords(tersely.split_sentences)) >= {"language", "newline", "keep_quotes", "abbreviations", "markup"}
    assert not set(keywords(tersely.split_sentences)) & {"words", "method"}
    assert {"sentences", "include", "exclude"} <= set(inspect.signature(tersely.Summary.at).parameters)
    assert list(inspect.signature(tersely.summarize_many).parameters)[:2] == ["texts", "sentences"]
    assert {"threads", "on_error"} <= set(inspect.signature(tersely.summarize_many).parameters)


def test_typed_dictionaries_agree_with_the_table():
    found = [x for x in vars(_option_types).values() if typing.is_typeddict(x)]
    keys = {key for x in found for key in typing.get_type_hints(x)}
    assert keys == set(DEFAULTS) - {"sentences"}
    assert any(set(typing.get_type_hints(x)) == set(DEFAULTS) - {"sentences"} for x in found)
    assert {"sentences", *_option_types.BudgetOptions.__annotations__} == _options.BUDGET_NAMES


def test_literals_are_the_choices_of_the_table():
    hints = {}
    for found in (x for x in vars(_option_types).values() if typing.is_typeddict(x)):
        hints |= typing.get_type_hints(found)
    choices = {option.name for option in _core.options() if option.type == "choice"} - {"method"}
    for option in (option for option in _core.options() if option.name in choices):
        literals = [hints[option.name], *typing.get_args(hints[option.name])]
        literal = next(x for x in literals if typing.get_origin(x) is typing.Literal)
        assert list(typing.get_args(literal)) == re.findall('"([a-z]+)"', option.allowed), option.name


def test_the_names_of_methods_are_those_of_the_registry():
    assert list(typing.get_args(MethodName)) == list(tersely.methods()), "run .ci/make_names"


def test_defaults_of_the_table_are_the_effective_ones(article):
    own = {"damping": "textrank", "threshold": "lexrank", "max_sentences": "textrank-overlap", "seed": "random"}
    own |= dict.fromkeys(("bonus_words", "stigma_words", "null_words"), "edmundson") | {"lsa_selection": "lsa"}
    for name, default in DEFAULTS.items():
        method = own.get(name, "centroid" if name == "redundancy" else "cover")
        if name in ("method", "sentences"):
            method = "cover"
        options = {"method": method} | {name: default}
        assert tersely.summarize(article, **options) == tersely.summarize(article, method=method), name


@pytest.mark.parametrize("name", ["summarize", "summarize_many", "Summarizer", "Document", "split_sentences"])
def test_docstrings_name_the_errors(name):
    documentation = inspect.getdoc(getattr(tersely, name)) or ""
    assert len(documentation.splitlines()) > 3
    assert "Raises:" in documentation or "see summarize" in documentation or "see Document" in documentation
