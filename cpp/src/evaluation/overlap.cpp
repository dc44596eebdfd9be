#include <algorithm>
#include <utility>

#include "evaluation/token_reader.h"
#include "tersely/evaluate.h"

namespace tersely {
namespace {

using Ids = std::span<const std::uint32_t>;

/// Where each id stands in a text, by id.
class Places {
 public:
  Places(Ids text, std::uint32_t n_ids) : begins_(n_ids + 1), places_(text.size()) {
    for (const std::uint32_t id : text) ++begins_[id + 1];
    for (std::size_t id = 0; id < n_ids; ++id) begins_[id + 1] += begins_[id];
    std::vector<std::uint32_t> next = begins_;
    for (std::uint32_t i = 0; i < text.size(); ++i) places_[next[text[i]]++] = i;
  }

  std::span<const std::uint32_t> of(std::uint32_t id) const {
    return std::span(places_).subspan(begins_[id], begins_[id + 1] - begins_[id]);
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> places_;
};

/// The length of the longest sequence at the start of `summary` that occurs in `text`.
std::size_t longest_fragment(Ids text, const Places& places, Ids summary, WorkMeter* meter) {
  std::size_t longest = 0;
  for (const std::uint32_t place : places.of(summary.front())) {
    const Ids rest = text.subspan(place);
    const auto ends = std::mismatch(summary.begin(), summary.end(), rest.begin(), rest.end());
    const auto length = static_cast<std::size_t>(ends.first - summary.begin());
    longest = std::max(longest, length);
    meter->add(length);
    if (longest == summary.size()) break;
  }
  return longest;
}

/// The share of word pairs that occurred earlier.
double repeated_pairs(Ids ids) {
  if (ids.size() < 2) return 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t i = 0; i + 1 < ids.size(); ++i) pairs.emplace_back(ids[i], ids[i + 1]);
  const auto n = static_cast<double>(pairs.size());
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return (n - static_cast<double>(pairs.size())) / n;
}

}  // namespace

Overlap overlap_with(std::string_view text, std::string_view summary, Workspace* workspace, const Cancel& cancel) {
  TokenReader reader(RougeTokens::words, false, workspace);
  const std::vector<std::uint32_t> of_text = reader.read(text, cancel).ids;
  const std::vector<std::uint32_t> of_summary = reader.read(summary, cancel).ids;
  Overlap overlap{.n_text = of_text.size(), .n_summary = of_summary.size()};
  if (of_summary.empty()) return overlap;
  const Places places(of_text, reader.n_ids());
  WorkMeter meter(cancel);
  std::uint64_t n_copied = 0;
  std::uint64_t sum_of_squares = 0;
  for (Ids rest = of_summary; !rest.empty();) {
    const std::size_t length = longest_fragment(of_text, places, rest, &meter);
    n_copied += length;
    sum_of_squares += length * length;
    rest = rest.subspan(std::max<std::size_t>(1, length));
  }
  const auto n = static_cast<double>(of_summary.size());
  overlap.coverage = static_cast<double>(n_copied) / n;
  overlap.density = static_cast<double>(sum_of_squares) / n;
  overlap.redundancy = repeated_pairs(of_summary);
  return overlap;
}

}  // namespace tersely
