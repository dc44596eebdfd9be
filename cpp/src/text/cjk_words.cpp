#include "text/cjk_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <span>

#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::uint32_t bytes_per_character = 3;
constexpr std::uint32_t cost_of_unknown_character = 255;

constexpr bool is_katakana(char16_t part) { return part >= 0x30a1 && part <= 0x30fc; }

/// A sequence of katakana may be a word that the dictionary does not have. Its cost by its length, as in ICU.
constexpr std::uint32_t katakana_cost(std::size_t size) {
  constexpr std::array<std::uint32_t, 9> costs = {8192, 984, 408, 240, 204, 252, 300, 372, 480};
  return size < costs.size() ? costs[size] : costs.front();
}
constexpr std::size_t longest_katakana = 19;

std::size_t size_of_katakana(std::span<const char16_t> run) {
  return static_cast<std::size_t>(std::find_if_not(run.begin(), run.end(), is_katakana) - run.begin());
}

}  // namespace

void CjkWords::find_cheapest(Scratch* scratch) const {
  const std::span<const char16_t> run = scratch->run;
  std::vector<std::uint32_t>& costs = scratch->costs;
  costs.assign(run.size() + 1, std::numeric_limits<std::uint32_t>::max());
  scratch->begins.resize(run.size() + 1);
  costs[0] = 0;
  bool after_katakana = false;
  for (std::uint32_t at = 0; at < run.size(); ++at) {
    const auto offer = [&](std::size_t size, std::uint32_t cost) {
      if (costs[at] + cost >= costs[at + size]) return;
      costs[at + size] = costs[at] + cost;
      scratch->begins[at + size] = at;
    };
    const std::span<const char16_t> rest = run.subspan(at);
    bool is_word = false;
    dictionary_->visit_words(rest, [&](std::size_t size, std::uint32_t cost) {
      is_word = is_word || size == 1;
      offer(size, cost);
    });
    if (!is_word) offer(1, cost_of_unknown_character);
    const bool katakana = is_katakana(rest.front());
    if (katakana && !after_katakana) {
      const std::size_t size = size_of_katakana(rest);
      if (size <= longest_katakana) offer(size, katakana_cost(size));
    }
    after_katakana = katakana;
  }
}

void CjkWords::append_words(std::string_view text, Span run, Scratch* scratch, std::vector<Span>* words) const {
  scratch->run.clear();
  for (std::size_t i = run.begin; i < run.end;) scratch->run.push_back(static_cast<char16_t>(decode(text, &i)));
  find_cheapest(scratch);
  const auto n_before = static_cast<std::ptrdiff_t>(words->size());
  const auto place = [&run](std::uint32_t character) { return run.begin + bytes_per_character * character; };
  for (auto end = static_cast<std::uint32_t>(scratch->run.size()); end > 0; end = scratch->begins[end]) {
    words->push_back({place(scratch->begins[end]), place(end)});
  }
  std::reverse(words->begin() + n_before, words->end());
}

}  // namespace tersely
