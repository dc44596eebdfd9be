#include "selection/dangling.h"

#include <algorithm>

#include "languages/language_tables.h"

namespace tersely {
namespace {

constexpr double factor_of_connective = 0.5;
constexpr double factor_of_pronoun = 0.8;
constexpr std::size_t most_needed = 2;

double factor_of(Opening opening, Coherence coherence) {
  if (opening == Opening::connective) return factor_of_connective;
  return opening == Opening::pronoun && coherence == Coherence::full ? factor_of_pronoun : 1;
}

}  // namespace

Openings::Found opening_of(const AnalysedText& document, std::uint32_t unit) {
  const Unit& of_unit = document.unit(unit);
  const Span beginning{of_unit.content, of_unit.span.end};
  return document.language().tables().openings().find(beginning.of(document.text()));
}

std::optional<std::uint32_t> row_before(const AnalysedText& document, std::uint32_t row) {
  if (row == document.source_of_row(row).rows.begin) return std::nullopt;
  for (std::uint32_t unit = document.candidates()[row - 1] + 1; unit < document.candidates()[row]; ++unit) {
    if (document.reason(unit) == Reason::heading) return std::nullopt;
  }
  return row - 1;
}

Dangling::Dangling(const AnalysedText& document, Coherence coherence) : brings_rows_(coherence == Coherence::full) {
  if (coherence == Coherence::none) return;
  picked_.assign(document.n_rows(), false);
  factors_.assign(document.n_rows(), 1);
  for (std::uint32_t row = 1; row < document.n_rows(); ++row) {
    if (!row_before(document, row)) continue;
    factors_[row] = factor_of(opening_of(document, document.candidates()[row]).kind, coherence);
  }
}

void Dangling::pick(std::uint32_t row) {
  if (!picked_.empty()) picked_[row] = true;
}

std::optional<std::uint32_t> Dangling::raised_by(std::uint32_t row) const {
  if (row + 1 >= factors_.size() || factors_[row + 1] == 1) return std::nullopt;
  return row + 1;
}

std::vector<std::uint32_t> Dangling::needed_by(std::uint32_t row) const {
  std::vector<std::uint32_t> rows;
  if (!brings_rows_) return rows;
  while (rows.size() < most_needed && dangles(row)) rows.push_back(--row);
  std::reverse(rows.begin(), rows.end());
  return rows;
}

}  // namespace tersely
