#include "analysis/speakers.h"

#include "support/sort_unique.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

/// The label of each row: that of the turn with which its paragraph begins.
std::vector<Span> find_labels(std::span<const Unit> units, std::span<const std::uint32_t> candidates) {
  std::vector<Span> labels;
  labels.reserve(candidates.size());
  Span label;
  std::uint32_t unit = 0;
  for (const std::uint32_t candidate : candidates) {
    for (; unit <= candidate; ++unit) {
      const bool begins = unit == 0 || units[unit].paragraph != units[unit - 1].paragraph;
      if (begins || units[unit].kind == UnitKind::turn) label = {};
      if (units[unit].kind == UnitKind::turn) label = {units[unit].span.begin, units[unit].content};
    }
    labels.push_back(label);
  }
  return labels;
}

bool is_number(std::string_view key) {
  std::size_t at = 0;
  return is_digit(decode(key, &at));
}

}  // namespace

Speakers::Speakers(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> candidates,
                   const Words& words, Workspace* workspace)
    : labels_(find_labels(units, candidates)) {
  std::vector<std::uint32_t> keys;  // of the last label
  Span last;
  for (std::uint32_t row = 0; row < labels_.size(); ++row) {
    if (labels_[row] != last) {
      last = labels_[row];
      keys.clear();
      for (const Words::Other& word : words.read(last.of(text), workspace)) {
        if (!is_number(word.key)) keys.push_back(keys_.intern(word.key));
      }
      sort_unique(&keys);
      rows_.resize(keys_.size());
    }
    for (const std::uint32_t key : keys) rows_[key].push_back(row);
  }
  if (keys_.size() == 0) labels_.clear();
}

std::span<const std::uint32_t> Speakers::rows(std::string_view key) const {
  const std::uint32_t id = keys_.find(key);
  if (id == Interner::not_found) return {};
  return rows_[id];
}

}  // namespace tersely
