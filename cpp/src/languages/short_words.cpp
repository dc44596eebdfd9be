#include "languages/short_words.h"

#include <utility>

#include "text/packed_word.h"

namespace tersely {
namespace {

constexpr int most_moves = 64;

std::vector<std::uint64_t> as_numbers(std::span<const std::string_view> words) {
  std::vector<std::uint64_t> numbers;
  for (const std::string_view word : words) {
    if (word.empty() || word.size() > 8 || word.find('\0') != std::string_view::npos) continue;
    numbers.push_back(PackedWord(word, {0, static_cast<std::uint32_t>(word.size())}).low());
  }
  return numbers;
}

}  // namespace

ShortWords::ShortWords(std::span<const std::string_view> words) {
  const std::vector<std::uint64_t> numbers = as_numbers(words);
  while ((std::size_t{1} << (64 - shift_)) < 2 * numbers.size()) --shift_;
  while (!try_factors(numbers)) {
    for (std::uint64_t& factor : factors_) factor *= 0x9e3779b97f4a7c15u;  // odd times odd is odd
  }
}

/// Puts each word into its slot in one half and moves the previous occupant to the other half. False if this takes too
/// many moves.
bool ShortWords::try_factors(std::span<const std::uint64_t> words) {
  first_.assign(std::size_t{1} << (64 - shift_), 0);
  second_ = first_;
  for (std::uint64_t word : words) {
    for (int moves = 0; word != 0; ++moves) {
      if (moves == most_moves) return false;
      std::swap(word, moves % 2 == 0 ? first_[place(word, factors_[0])] : second_[place(word, factors_[1])]);
    }
  }
  return true;
}

}  // namespace tersely
