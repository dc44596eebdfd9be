/// The order in which units are printed.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysed_text.h"
#include "tersely/options.h"

namespace tersely {

/// 1 for the highest score, the earlier row first if equal. `scores`: one per row. O(rows log rows).
std::vector<std::uint32_t> rank_rows(const std::vector<double>& scores);

/// The place of each unit: as in the document, or candidates by rank and then the others.
class PrintOrder {
 public:
  /// `scores`: one per row, used only if the order is by score.
  PrintOrder(const AnalysedText& document, Order order, const std::vector<double>& scores);

  std::uint32_t place(std::uint32_t unit) const { return places_[unit]; }
  void sort(std::vector<std::uint32_t>* units) const;

 private:
  std::vector<std::uint32_t> places_;
};

}  // namespace tersely
