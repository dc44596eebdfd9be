#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {

/// The simple case folding of a word, in a buffer of its own, without allocation. It differs from `fold` in the few
/// letters that fold to several, and leaves decomposed letters unchanged. A typographic apostrophe becomes "'";
/// invisible controls are dropped. Words longer than 160 bytes are cut, since no table holds one.
class FoldedWord {
 public:
  explicit FoldedWord(std::string_view word) noexcept {
    const FoldTable& table = FoldTable::get();
    for (std::size_t i = 0; i < word.size() && size_ + 4 <= bytes_.size();) {
      const CodePoint c = decode(word, &i);
      if (is_ascii(c)) {
        bytes_[size_++] = static_cast<char>(ascii::is(c, ascii::upper) ? c + ('a' - 'A') : c);
      } else if (c == 0x2019) {
        bytes_[size_++] = '\'';
      } else if (!is_invisible(c)) {
        append(table.simple(c));
      }
    }
  }

  std::string_view view() const noexcept { return {bytes_.data(), size_}; }
  bool empty() const noexcept { return size_ == 0; }

 private:
  void append(CodePoint c) noexcept { size_ += encode(c, bytes_.data() + size_); }

  std::array<char, 160> bytes_;
  std::size_t size_ = 0;
};

}  // namespace tersely
