"""What earlier versions saved is still read: pickles, and structs in Arrow files.

`python tests/python/test_saved_results.py` saves the files of the present version, for each release once.
"""

import json
import pickle
from pathlib import Path

import pytest

import tersely

DATA = Path(__file__).parent.parent / "data"
SAVED = DATA / "saved"
VERSIONS = sorted(path.name for path in SAVED.iterdir()) if SAVED.exists() else []


def make_objects():
    """Returns name -> an object of each kind that users keep."""
    article = (DATA / "article.txt").read_text("utf-8")
    email = (DATA / "email.txt").read_text("utf-8")
    document = tersely.Document(article, language="en")
    texts = tersely.DocumentSet([article, email], names=["article", "email"])
    return {
        "document": document,
        "summary": document.summarize(words=60, query="street lights"),
        "texts": texts,
        "summary of texts": texts.summarize(3),
        "sentences": list(tersely.split_sentences(email)),
        "keyphrases": list(document.keyphrases(5)),
        "given sentences": tersely.summarize_sentences(["The boat is old.", None, "It leaks."], 1),
    }


def tell(thing):
    """Returns what a user reads from it, as JSON holds it."""
    if isinstance(thing, tersely.Document):
        return [unit.text for unit in thing]
    if isinstance(thing, tersely.Summary):
        return [[x.text, x.start, x.end, x.source] for x in thing]
    return [[x.text, getattr(x, "start", None)] for x in thing]


def make_column():
    texts = [(DATA / name).read_text("utf-8") for name in ("article.txt", "german.txt")]
    return tersely.summarize_column([texts[0], None, texts[1], ""], 2, output="struct")


@pytest.mark.parametrize("version", VERSIONS)
def test_pickles_are_read(version):
    told = json.loads((SAVED / version / "told.json").read_text("utf-8"))

    read = pickle.loads((SAVED / version / "objects.pickle").read_bytes())

    assert {name: tell(thing) for name, thing in read.items()} == told


@pytest.mark.parametrize("version", VERSIONS)
def test_a_summary_that_was_pickled_is_chosen_again(version):
    summary = pickle.loads((SAVED / version / "objects.pickle").read_bytes())["summary"]

    again = summary.at(sentences=1)

    assert len(again) == 1
    assert summary.document.text[again[0].start : again[0].end] == again[0].text


@pytest.mark.parametrize("version", VERSIONS)
def test_structs_keep_their_fields(version):
    pyarrow = pytest.importorskip("pyarrow")
    with pyarrow.ipc.open_file(SAVED / version / "column.arrow") as file:
        saved = file.read_all().column(0).combine_chunks()

    fresh = pyarrow.array(make_column())

    fields = {field.name: field.type for field in fresh.type}
    assert {field.name: fields.get(field.name) for field in saved.type} == {x.name: x.type for x in saved.type}
    assert [row and row["status"] for row in saved.to_pylist()] == [row and row["status"] for row in fresh.to_pylist()]


def save():
    import pyarrow

    folder = SAVED / tersely.__version__
    folder.mkdir(parents=True)
    objects = make_objects()
    (folder / "objects.pickle").write_bytes(pickle.dumps(objects, protocol=4))
    told = {name: tell(thing) for name, thing in objects.items()}
    (folder / "told.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    table = pyarrow.table({"summary": pyarrow.array(make_column())})
    with pyarrow.ipc.new_file(folder / "column.arrow", table.schema) as file:
        file.write_table(table)


if __name__ == "__main__":
    save()
