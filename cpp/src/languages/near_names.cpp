#include "languages/near_names.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace tersely {
namespace {

constexpr std::size_t longest = 64;
constexpr std::size_t most = 3;
constexpr std::size_t least_prefix = 4;
constexpr std::size_t letters_per_edit = 4;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
}

/// The edit distance of Levenshtein (1966), in bytes.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = std::exchange(row[j + 1], std::min({row[j + 1] + 1, row[j] + 1, replaced}));
    }
  }
  return row.back();
}

}  // namespace

std::vector<std::string_view> near_names(std::string_view wanted, std::span<const std::string_view> names) {
  std::vector<std::string_view> near;
  if (wanted.size() < 2 || wanted.size() > longest) return near;
  const std::string word = lower(wanted);
  std::vector<std::pair<std::size_t, std::string_view>> found;
  for (const std::string_view original : names) {
    const std::string name = lower(original);
    const bool begins = (word.size() >= least_prefix && name.starts_with(word)) || word.starts_with(name);
    const std::size_t edits = begins ? 0 : distance(word, name);
    if (edits <= std::max<std::size_t>(1, word.size() / letters_per_edit)) found.emplace_back(edits, original);
  }
  std::sort(found.begin(), found.end());
  for (std::size_t i = 0; i < std::min(found.size(), most); ++i) near.push_back(found[i].second);
  return near;
}

}  // namespace tersely
