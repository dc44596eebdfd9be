/// In which order units are printed.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysed_text.h"
#include "tersely/options.h"

namespace tersely {

/// 1 for the highest score, ties to the earlier row. `scores`: one per row. O(rows log rows).
std::vector<std::uint32_t> rank_rows(const std::vector<double>& scores);

/// A place for each unit: as in the document, or candidates by rank and then the others.
class PrintOrder {
 public:
  /// `ranks`: one per row, read only where the order is by score.
  PrintOrder(const AnalysedText& document, Order order, const std::vector<std::uint32_t>& ranks);

  std::uint32_t place(std::uint32_t unit) const { return places_[unit]; }
  void sort(std::vector<std::uint32_t>* units) const;

 private:
  std::vector<std::uint32_t> places_;
};

}  // namespace tersely
