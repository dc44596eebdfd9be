/// Plain twins of the core's algorithms: dense matrices and sums by definition, without any optimisation. They take
/// units, words and stop flags from the core and compute everything else anew.
#pragma once

#include <string>
#include <vector>

#include "tersely/document.h"

namespace tersely::textbook {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

/// The terms of each row as the keys of its words, in order, and its concepts, each once.
struct Bags {
  std::vector<std::vector<std::string>> terms;
  std::vector<std::vector<std::string>> concepts;
};
Bags bags(const Document& document);

/// tf * (ln((n + 1) / (df + 1)) + 1), divided by .25 * mean length + .75 * own length. One column per distinct term, by
/// first occurrence.
Matrix tfidf(const Bags& bags);

/// x_i . x_j for all pairs of rows.
Matrix gram(const Matrix& rows);
Matrix cosines(const Matrix& rows);

/// y_i = min(8, 1 + a / 2 * sum over j of other sources of gram_ij + a * sum over j > i of its source of y_j *
/// gram_ij). `sources`: of each row; empty: all rows are of one.
Vector votes(const Matrix& gram, std::vector<std::uint32_t> sources = {});

/// The units that cover picks, in order, for a budget of `sentences` or, if that is 0, of `words`. Rescans all units at
/// every pick. For words, the best by coverage of three choices: with gains per square root of the length, per sentence
/// and per word. Position "start", no title.
std::vector<std::uint32_t> cover(const Document& document, std::size_t sentences, std::size_t words);

/// PageRank on an explicit matrix of weights, ignoring its diagonal.
Vector pagerank(Matrix weights, double damping);

Matrix overlap(const Bags& bags);
Matrix idf_modified_cosine(const Bags& bags);

}  // namespace tersely::textbook
