"""The textbook twin of the keyphrases: counts every phrase by definition, with plain dictionaries.

It takes the words, units and stop flags from the library, the concept weights from the twin of `cover` (textbook.py),
and the breakers from the files in cpp/data. Words that are divided at line ends or by soft hyphens are not supported.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from textbook import SINGLETON, Analysis, key, total

import tersely

DATA = Path(__file__).resolve().parents[2] / "cpp" / "data"
MOST_JOINED = 6
SINGLE, CAPITALS, PLACE = 0.35, 2, 100
PARTICLE = re.compile(".[\u3041-\u3096]$|..\u7684$")
SPACES = " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
SPACES += "\u2028\u2029\u202f\u205f\u3000"


class Piece(NamedTuple):
    start: int
    end: int
    text: str
    place: int
    is_stop: bool
    weight: float


class Token(NamedTuple):
    pieces: list[Piece]
    text: str
    is_inside: bool

    @property
    def keys(self):
        return tuple(key(piece.text) for piece in self.pieces)

    @property
    def is_capitalised(self):
        return unicodedata.category(self.text[0]) in ("Lu", "Lt")

    @property
    def is_number(self):
        return all(c.isdecimal() or c in ".," for piece in self.pieces for c in piece.text)

    @property
    def stands_alone(self):
        letters = [c for c in self.text if unicodedata.category(c)[0] == "L" or c.isdecimal()]
        cased = any(c.lower() != c or c.upper() != c for c in letters)
        return len(letters) >= (3 if cased and any(c.islower() for c in letters) else 2)


@cache
def breakers(language):
    sections, inherited = {}, []
    section = None
    for line in (DATA / f"{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("inherits "):
            inherited = line.split()[1:]
        elif line.startswith("["):
            section = line[1:-1]
        elif section and not line.startswith("#"):
            sections.setdefault(section, set()).update(line.split())
    own = {folded(word) for section in ("breakers", "fillers") for word in sections.get(section, ())}
    return own.union(*(breakers(code) for code in inherited))


def folded(text):
    return unicodedata.normalize("NFC", text).casefold().replace("’", "'")


class Twin:
    def __init__(self, document):
        self.document, self.text = document, document.text
        stops = set(tersely.stop_words(document.language)) if document.language != "und" else set()
        fillers = {folded(word.text) for word in document.words if word.is_stop}  # of transcripts
        self.stops = stops | fillers
        known = document.language if document.language != "und" else "common"
        self.breakers = breakers(known) | breakers("common")
        self.analysis = Analysis(document)
        self.weights = self.analysis.concept_weights("", [], "auto") if document.candidates else []
        self.words = {folded(word.text): key(word.text) for word in document.words}
        self.known = set(self.words.values())

    def weight(self, word_key):
        concept = self.analysis.term_ids.get(word_key)
        return SINGLETON if concept is None else self.weights[concept]

    def is_stop(self, text):
        word = folded(text)
        return word in self.stops or bool(PARTICLE.search(word) and word[-1] in self.stops)

    def pieces(self, word, place):
        start, end, text = word.start, word.end, word.text
        if re.search("['’]", text) and not self.is_stop(text):
            article = re.match("[^'’]*['’]", text)[0]
            if len(article) < len(text) and folded(article[:-1]) in self.stops:
                yield Piece(start, start + len(article), article, place, True, 0)
                start, text = start + len(article), text[len(article) :]
            if len(text) > 2 and re.search("['’][sS]$", text):
                end, text = end - 2, text[:-2]
        of = key(text) if key(text) in self.known else key(word.text)
        yield Piece(start, end, text, place, self.is_stop(text), self.weight(of))

    def runs(self):
        """Lists of tokens, each with the end of its predecessor in mind."""
        runs, place = [], 0
        by_unit = {}
        for word in self.document.words:
            by_unit.setdefault(word.unit, []).append(word)
        for unit in self.document:
            if unit.reason in ("code", "repeated", "boilerplate"):
                continue
            tokens = []
            for word in by_unit.get(unit.index, []):
                for piece in self.pieces(word, place):
                    gap = self.text[tokens[-1][-1].end : piece.start] if tokens else None
                    if gap in ("-", "\u2010", "\u2011", "&"):
                        tokens[-1].append(piece)
                    else:
                        tokens.append([piece])
                place += 1
            runs += self.runs_of(tokens)
        return runs

    def runs_of(self, tokens):
        runs, is_open, before = [], False, None
        for number, pieces in enumerate(tokens):
            token = Token(pieces, self.text[pieces[0].start : pieces[-1].end], number > 0)
            continues = is_open and self.continues(before, token)
            is_open = self.is_content(token, continues)
            if is_open and continues:
                runs[-1].append(token)
            elif is_open:
                runs.append([token])
            before = token
        return runs

    def continues(self, before, token):
        last = before.pieces[-1]
        gap = self.text[last.end : token.pieces[0].start]
        if len(gap) > 1 and gap[0] == "." and (len(last.text) == 1 or "." in last.text):
            return not gap[1:].strip(SPACES) and gap.count("\n") < 2
        return gap.strip(SPACES) in ("", "&") and gap.count("\n") < 2

    def is_content(self, token, continues):
        stop = [piece.is_stop for piece in token.pieces]
        if all(stop) or len(stop) > MOST_JOINED or (token.is_number and not continues):
            return False
        weak = all(s or folded(piece.text) in self.breakers for s, piece in zip(stop, token.pieces))
        return not weak or (token.is_capitalised and token.is_inside)

    def phrases(self, max_words):
        found, left, right = {}, {}, {}
        for run in self.runs():
            for begin in range(len(run)):
                for end in range(begin + 1, min(begin + max_words, len(run)) + 1):
                    part = run[begin:end]
                    if part[0].is_number or (len(part) == 1 and not part[0].stands_alone):
                        continue
                    keys = tuple(k for token in part for k in token.keys)
                    occurrences = found.setdefault(keys, [])
                    if occurrences and occurrences[-1][-1].pieces[-1].end > part[0].pieces[0].start:
                        continue
                    occurrences.append(part)
                    if begin > 0:
                        left.setdefault(keys, Counter())[run[begin - 1].keys] += 1
                    if end < len(run):
                        right.setdefault(keys, Counter())[run[end].keys] += 1
        return {
            keys: (occurrences, *(max(side.get(keys, {}).values(), default=0) for side in (left, right)))
            for keys, occurrences in found.items()
        }

    def score(self, occurrences, left, right):
        n, first = len(occurrences), occurrences[0]
        weights = [piece.weight for token in first for piece in token.pieces if not piece.is_stop]
        inside = [part for part in occurrences if part[0].is_inside]
        share = sum(all(token.is_capitalised for token in part) for part in inside) / max(1, len(inside))
        frequency = n * math.sqrt(math.sqrt(n))  # n ** 1.25
        weight = math.sqrt(total(weights) / len(weights))
        freedom = math.sqrt((1 - left / n) * (1 - right / n))
        length = SINGLE if len(first) == 1 else 1
        place = first[0].pieces[0].place
        return frequency * weight * freedom * (1 + CAPITALS * share) * length / (1 + place / PLACE)

    def ranked(self, max_words):
        """(score, keys, spans) of all phrases that are independent, the best first."""
        rows = []
        for keys, (occurrences, left, right) in self.phrases(max_words).items():
            score = self.score(occurrences, left, right)
            spans = tuple((part[0].pieces[0].start, part[-1].pieces[-1].end) for part in occurrences)
            if score > 0:
                rows.append((score, keys, spans))
        return sorted(rows, key=lambda row: (-row[0], row[2][0]))


def keyphrases(document, n=10, max_words=4):
    """[(text, score, spans)], as Document.keyphrases gives them."""
    chosen = []
    for score, keys, spans in Twin(document).ranked(max_words):
        if len(chosen) == n:
            break
        if not any(keys == of[i : i + len(keys)] for _, of, _ in chosen for i in range(len(of))):
            chosen.append((score, keys, spans))
    results = []
    for score, _, spans in chosen:
        spellings = [document.text[start:end] for start, end in spans]
        results.append((max(spellings, key=Counter(spellings).__getitem__), score / chosen[0][0], spans))
    return results
