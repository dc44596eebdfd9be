#include "selection/spreading.h"

#include <algorithm>

namespace tersely {
namespace {

constexpr std::uint32_t enough_turns = 50;
constexpr std::uint32_t enough_rows = 100;
constexpr std::uint32_t enough_words = 3;
constexpr double weak_row = 0.5;
constexpr double cost_of_nearness = 0.5;
constexpr double parts = 8;

bool is_weak(const AnalysedText& document, std::uint32_t unit) {
  if (!document.unit(unit).terminated) return true;
  std::uint32_t content_words = 0;
  for (const Word& word : document.words(unit)) {
    content_words += document.is_stop_word(word) ? 0u : 1u;
    if (content_words == enough_words) return false;
  }
  return true;
}

}  // namespace

std::vector<double> row_factors(const AnalysedText& document) {
  std::vector<double> factors(document.n_rows(), 1);
  if (!document.turns().prevail || document.turns().n < enough_turns) return factors;
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) {
    if (is_weak(document, document.candidates()[row])) factors[row] = weak_row;
  }
  return factors;
}

bool spreads(const AnalysedText& document, Position position) {
  return position == Position::automatic && document.turns().prevail && document.n_rows() >= enough_rows;
}

void spread(std::uint32_t picked, std::vector<double>* factors) {
  const double reach = static_cast<double>(factors->size()) / parts;
  for (std::size_t i = 0; i < factors->size(); ++i) {
    const double distance = i > picked ? static_cast<double>(i - picked) : static_cast<double>(picked - i);
    (*factors)[i] *= 1 - cost_of_nearness * std::max(0.0, 1 - distance / reach);
  }
}

}  // namespace tersely
