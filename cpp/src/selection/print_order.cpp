#include "selection/print_order.h"

#include <algorithm>
#include <numeric>

namespace tersely {

std::vector<std::uint32_t> rank_rows(const std::vector<double>& scores) {
  std::vector<std::uint32_t> rows(scores.size());
  std::iota(rows.begin(), rows.end(), 0u);
  // With a query, most scores are 0: these rows are in order already.
  const auto zeros =
      std::stable_partition(rows.begin(), rows.end(), [&](std::uint32_t row) { return scores[row] != 0; });
  std::sort(rows.begin(), zeros,
            [&](std::uint32_t a, std::uint32_t b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a < b; });
  std::vector<std::uint32_t> ranks(scores.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) ranks[rows[i]] = i + 1;
  return ranks;
}

PrintOrder::PrintOrder(const AnalysedText& document, Order order, const std::vector<double>& scores)
    : places_(document.n_units()) {
  std::iota(places_.begin(), places_.end(), 0u);
  if (order == Order::document) return;
  const std::vector<std::uint32_t> ranks = rank_rows(scores);
  for (std::uint32_t& place : places_) place += document.n_rows();
  for (std::uint32_t row = 0; row < document.n_rows(); ++row) places_[document.candidates()[row]] = ranks[row] - 1;
}

void PrintOrder::sort(std::vector<std::uint32_t>* units) const {
  std::sort(units->begin(), units->end(), [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
}

}  // namespace tersely
