#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tersely {

/// An immutable set of words of at most eight bytes, each stored as a number (see PackedWord::low). A word is in one of
/// two slots (cuckoo hashing, Pagh & Rodler 2001). A search reads both slots without a branch, since whether a word is
/// in the set is unpredictable.
class ShortWords {
 public:
  ShortWords() : ShortWords(std::span<const std::string_view>()) {}
  /// Leaves out words that are longer or contain a NUL. All words must differ.
  explicit ShortWords(std::span<const std::string_view> words);

  bool has(std::uint64_t word) const noexcept {
    const unsigned in_first{first_[place(word, factors_[0])] == word};
    const unsigned in_second{second_[place(word, factors_[1])] == word};
    const unsigned is_word{word != 0};  // 0 marks a free slot
    return ((in_first | in_second) & is_word) != 0;
  }

 private:
  bool try_factors(std::span<const std::uint64_t> words);
  std::size_t place(std::uint64_t word, std::uint64_t factor) const noexcept { return word * factor >> shift_; }

  std::array<std::uint64_t, 2> factors_{0x9e3779b97f4a7c15u, 0xd6e8feb86659fd93u};
  int shift_ = 60;  // each half has 2^(64 - shift_) slots
  std::vector<std::uint64_t> first_;
  std::vector<std::uint64_t> second_;
};

}  // namespace tersely
