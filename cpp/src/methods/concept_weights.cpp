#include "methods/concept_weights.h"

#include <algorithm>

namespace tersely {
namespace {

constexpr double position_scale = 10;
constexpr double least_of_position = 0.5;          // with a query
constexpr std::uint32_t section_threshold = 1000;  // candidates above which "auto" counts from the last heading

/// The number of candidates before each row of a source, from its start or from the last heading.
void find_places(const AnalysedText& document, const Source& source, Position position, std::vector<double>* places) {
  if (position == Position::automatic) {
    position = source.rows.size() > section_threshold ? Position::section : Position::start;
  }
  std::uint32_t start = source.rows.begin;
  std::uint32_t unit = source.units.begin;
  for (std::uint32_t row = source.rows.begin; row < source.rows.end; ++row) {
    for (; position == Position::section && unit < document.candidates()[row]; ++unit) {
      if (document.unit(unit).kind == UnitKind::heading) start = row;
    }
    (*places)[row] = row - start;
  }
}

/// p_i of each row.
std::vector<double> positions(const AnalysedText& document, Position position) {
  std::vector<double> places(document.n_rows(), 0);
  if (position == Position::none) return places;
  for (const Source& source : document.sources()) find_places(document, source, position, &places);
  return places;
}

}  // namespace

std::vector<double> weigh_rows(const AnalysedText& document, std::span<const double> votes,
                               std::span<const double> relevance, Position position) {
  std::vector<double> weights = positions(document, position);
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    const double place = 1 + weights[row] / position_scale;
    weights[row] = votes[row] * votes[row];
    if (relevance.empty()) {
      weights[row] /= place;
    } else {
      weights[row] *= std::max(least_of_position, 1 / place) * relevance[row];
    }
  }
  return weights;
}

std::vector<double> sum_evidence(const AnalysedText& document, std::span<const double> evidence) {
  std::vector<double> sums(document.n_concepts(), 0);
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    if (evidence[row] == 0) continue;
    for (const std::uint32_t concept_id : document.concepts(row)) sums[concept_id] += evidence[row];
  }
  return sums;
}

ConceptWeights weigh_concepts(const AnalysedText& document, std::span<const double> votes, const TermPrior& prior,
                              std::span<const double> relevance, Position position) {
  ConceptWeights model;
  const std::vector<double> evidence = weigh_rows(document, votes, relevance, position);
  double all = 0;
  for (const double of_row : evidence) all += of_row;
  model.weights = sum_evidence(document, evidence);
  const std::vector<std::uint8_t>& singletons = document.singletons();
  for (std::uint32_t c = 0; c < document.n_concepts(); ++c) {
    if (singletons[c] != 0) model.weights[c] *= singleton_weight;
  }
  for (const auto& [term, factor] : prior.entries) {
    model.weights[term] = factor * (model.weights[term] + all / document.n_rows());
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
