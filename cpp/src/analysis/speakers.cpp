#include "analysis/speakers.h"

#include "support/sort_unique.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

/// The label of each row of a source: that of the turn with which its paragraph begins.
void find_labels(std::span<const Unit> units, const Source& source, std::span<const std::uint32_t> candidates,
                 std::vector<Span>* labels) {
  Span label;
  std::uint32_t unit = source.units.begin;
  for (std::uint32_t row = source.rows.begin; row < source.rows.end; ++row) {
    for (; unit <= candidates[row]; ++unit) {
      const bool begins = unit == source.units.begin || units[unit].paragraph != units[unit - 1].paragraph;
      if (begins || units[unit].kind == UnitKind::turn) label = {};
      if (units[unit].kind == UnitKind::turn) label = {units[unit].span.begin, units[unit].content};
    }
    (*labels)[row] = label;
  }
}

bool is_number(std::string_view key) {
  std::size_t at = 0;
  return is_digit(decode(key, &at));
}

}  // namespace

Speakers::Speakers(std::string_view text, std::span<const Unit> units, std::span<const Source> sources,
                   std::span<const std::uint32_t> candidates, const Words& words, Workspace* workspace)
    : labels_(candidates.size()) {
  for (const Source& source : sources) {
    if (source.turns.prevail) find_labels(units, source, candidates, &labels_);
  }
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
