"""Measures what vectors add: ROUGE-1 + ROUGE-2 of methods with and without the LSA vectors of a collection.

    python tests/bench/vectors.py DATA_FOLDER [SET ...] [--limit N] [--dimensions N]

DATA_FOLDER holds the sets of before_after.py, whose figures these are, at reference length. The vectors are those of
scikit-learn: TruncatedSVD of the TF-IDF of all candidates of all texts of a set, so that words are similar that occur
in similar sentences anywhere in the collection. A line has the figure of a method without vectors, with them, and the
difference with the 95 % bounds of a paired bootstrap.
"""

from __future__ import annotations

import argparse
import json
import statistics
from pathlib import Path
from typing import Any

from before_after import best_f1, bounds, tokens
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

import tersely

SETS = ("cnndm_val_cnn1000", "scisummnet", "qmsum")
METHODS: dict[str, dict[str, Any]] = {
    "cover": {},
    "textrank": {"method": "textrank"},
    "textrank, redundancy .3": {"method": "textrank", "redundancy": 0.3},
    "lexrank": {"method": "lexrank", "threshold": None},
    "centroid": {"method": "centroid"},
    "centroid, redundancy .3": {"method": "centroid", "redundancy": 0.3},
}


def vectors_of(documents: list[tersely.Document], dimensions: int) -> list[Any]:
    """A matrix for each document."""
    texts = [[document[i].text for i in document.candidates] for document in documents]
    tfidf = TfidfVectorizer(sublinear_tf=True, min_df=2).fit_transform([text for of in texts for text in of])
    rows = TruncatedSVD(dimensions, random_state=0).fit_transform(tfidf)
    ends = [0]
    for of_document in texts:
        ends.append(ends[-1] + len(of_document))
    return [rows[start:end] for start, end in zip(ends, ends[1:])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET", default=list(SETS))
    parser.add_argument("--limit", type=int, default=200, help="at most this many texts per set (200)")
    parser.add_argument("--dimensions", type=int, default=100, help="of the vectors (100)")
    arguments = parser.parse_args()
    for name in arguments.sets:
        lines = (arguments.folder / f"{name}.jsonl").read_text("utf-8").rstrip("\n").split("\n")[: arguments.limit]
        rows = [json.loads(line) for line in lines]
        documents = [
            tersely.Document(row.get("text") or "\n\n".join(row["documents"]), language=row["lang"]) for row in rows
        ]
        matrices = vectors_of(documents, arguments.dimensions)
        for method, options in METHODS.items():
            figures: list[list[float]] = []
            for row, document, matrix in zip(rows, documents, matrices):
                references = row["reference"] if isinstance(row["reference"], list) else [row["reference"]]
                wanted = [tokens(reference, row["lang"]) for reference in references]
                words = max(1, round(statistics.mean(map(len, wanted))))
                found = [
                    document.summarize(words=words, title=row.get("title"), vectors=vectors, **options)
                    for vectors in (None, matrix)
                ]
                figures.append([best_f1(tokens(str(summary), row["lang"]), wanted) for summary in found])
            without, with_vectors = (statistics.fmean(column) for column in zip(*figures))
            low, high = bounds([after - before for before, after in figures])
            difference = f"{with_vectors - without:+.2f} [{low:+.2f}, {high:+.2f}]"
            print(f"{name:20} {len(rows):4}  {method:24} {without:6.2f} {with_vectors:6.2f}  {difference}", flush=True)


if __name__ == "__main__":
    main()
