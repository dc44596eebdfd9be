#include "methods/concept_weights.h"

#include <algorithm>

namespace tersely {
namespace {

constexpr double attenuation = 0.5;
constexpr double max_vote = 8;  // votes of thousands of near-equal rows would overflow
constexpr double position_scale = 10;
constexpr std::uint32_t section_threshold = 1000;  // candidates above which "auto" counts from the last heading

/// The mean over rows of the sum of their products with all other rows, computed from the column sums without an n x n
/// matrix. `columns`: one zero per column; receives the column sums.
double mean_degree(const SparseMatrix& matrix, std::vector<double>* columns) {
  double own = 0;
  for (Eigen::Index k = 0; k < matrix.nonZeros(); ++k) {
    const double value = matrix.valuePtr()[k];
    (*columns)[static_cast<std::size_t>(matrix.innerIndexPtr()[k])] += value;
    own += value * value;
  }
  double all = 0;
  for (const double sum : *columns) all += sum * sum;
  return std::max(0.0, (all - own) / static_cast<double>(matrix.rows()));
}

std::vector<double> backward_votes(const SparseMatrix& matrix, const Cancel& cancel) {
  std::vector<double> later(static_cast<std::size_t>(matrix.cols()));
  const double degree = mean_degree(matrix, &later);
  const double alpha = degree > 0 ? attenuation / degree : 0;
  std::vector<double> votes(static_cast<std::size_t>(matrix.rows()), 1);
  std::fill(later.begin(), later.end(), 0);  // receives the sum of y_j x_j over the rows after
  for (Eigen::Index row = matrix.rows() - 1; row >= 0; --row) {
    cancel.check_at(static_cast<std::uint64_t>(row));
    double product = 0;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it)
      product += it.value() * later[static_cast<std::size_t>(it.col())];
    const double vote = std::min(1 + alpha * product, max_vote);
    votes[static_cast<std::size_t>(row)] = vote;
    for (SparseMatrix::InnerIterator it(matrix, row); it; ++it)
      later[static_cast<std::size_t>(it.col())] += vote * it.value();
  }
  return votes;
}

/// p_i: the number of candidates before row i, from the start or from the last heading.
std::vector<double> positions(const AnalysedText& document, Position position) {
  const std::uint32_t n = document.n_rows();
  if (position == Position::automatic) position = n > section_threshold ? Position::section : Position::start;
  std::vector<double> places(n, 0);
  if (position == Position::none) return places;
  std::uint32_t start = 0;
  std::uint32_t unit = 0;
  for (std::uint32_t row = 0; row < n; ++row) {
    for (; position == Position::section && unit < document.candidates()[row]; ++unit) {
      if (document.unit(unit).kind == UnitKind::heading) start = row;
    }
    places[row] = row - start;
  }
  return places;
}

}  // namespace

ConceptWeights weigh_concepts(const AnalysedText& document, const TermPrior& prior, Position position,
                              const Cancel& cancel) {
  ConceptWeights model;
  model.votes = backward_votes(document.tfidf(), cancel);
  model.weights.assign(document.n_concepts(), 0);
  std::vector<std::uint32_t> counts(document.n_concepts());
  const std::vector<double> places = positions(document, position);
  double evidence = 0;
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    const double weight = model.votes[row] * model.votes[row] / (1 + places[row] / position_scale);
    evidence += weight;
    for (const std::uint32_t concept_id : document.concepts(row)) {
      model.weights[concept_id] += weight;
      ++counts[concept_id];
    }
  }
  for (std::uint32_t c = 0; c < document.n_concepts(); ++c) {
    if (counts[c] == 1) model.weights[c] *= singleton_weight;
  }
  for (const auto& [term, factor] : prior.entries) {
    model.weights[term] = factor * (model.weights[term] + evidence / document.n_rows());
  }
  for (const double weight : model.weights) model.total += weight;
  return model;
}

double uncovered_weight(const ConceptWeights& weights, const Covered& covered,
                        std::span<const std::uint32_t> concepts) {
  double weight = 0;
  for (const std::uint32_t concept_id : concepts) {
    if (!covered[concept_id]) weight += weights.weights[concept_id];
  }
  return weight;
}

}  // namespace tersely
