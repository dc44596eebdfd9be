/// The plain twins that judge the core: dense matrices, sums by definition, nothing lazy, nothing clever. They take the
/// core's units, words and stop flags and compute the rest again.
#pragma once

#include <string>
#include <vector>

#include "tersely/document.h"

namespace tersely::textbook {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

/// Terms of each row as words' keys, in order; and its concepts, each once.
struct Bags {
  std::vector<std::vector<std::string>> terms;
  std::vector<std::vector<std::string>> concepts;
};
Bags bags(const Document& document);

/// tf * (ln((n + 1) / (df + 1)) + 1) over .25 * mean + .75 * own length; a column per distinct term, by first
/// occurrence.
Matrix tfidf(const Bags& bags);

/// x_i . x_j of all pairs.
Matrix gram(const Matrix& rows);
Matrix cosines(const Matrix& rows);

/// y_i = min(8, 1 + a * sum over j > i of y_j * gram_ij).
Vector votes(const Matrix& gram);

/// The units that cover picks, in order, for a budget of `sentences` or, where that is 0, of `words`: rescans all at
/// every pick. Position "start", no title.
std::vector<std::uint32_t> cover(const Document& document, std::size_t sentences, std::size_t words);

/// PageRank on an explicit matrix of weights, its diagonal ignored.
Vector pagerank(Matrix weights, double damping);

Matrix overlap(const Bags& bags);
Matrix idf_modified_cosine(const Bags& bags);

}  // namespace tersely::textbook
