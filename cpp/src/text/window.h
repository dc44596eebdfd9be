#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace tersely {

/// A part of a text in which no read leaves the part. Offsets are bytes of the whole text.
class Window {
 public:
  Window(std::string_view text, std::size_t begin, std::size_t end) : text_(text.substr(0, end)), begin_(begin) {}

  std::size_t begin() const noexcept { return begin_; }
  std::size_t end() const noexcept { return text_.size(); }
  std::string_view slice(std::size_t from, std::size_t to) const noexcept { return text_.substr(from, to - from); }
  std::string_view from(std::size_t at) const noexcept { return text_.substr(at); }

  /// no_code_point at the end.
  CodePoint at(std::size_t offset) const noexcept {
    return offset < text_.size() ? decode(text_, &offset) : no_code_point;
  }
  /// no_code_point at the start.
  CodePoint before(std::size_t offset) const noexcept {
    return offset > begin_ ? decode_backward(text_, &offset) : no_code_point;
  }
  /// The offset after the code point at `offset`, which must not be the end.
  std::size_t after(std::size_t offset) const noexcept {
    decode(text_, &offset);
    return offset;
  }
  std::size_t previous(std::size_t offset) const noexcept {
    decode_backward(text_, &offset);
    return offset;
  }
  CodePoint second_at(std::size_t offset) const noexcept { return offset < end() ? at(after(offset)) : no_code_point; }
  bool starts_with(std::size_t offset, std::string_view prefix) const noexcept {
    return from(offset).starts_with(prefix);
  }

  std::size_t skip_space(std::size_t offset) const noexcept {
    return skip(offset, [](CodePoint c) { return is_space(c); });
  }
  std::size_t skip_space_and_invisible(std::size_t offset) const noexcept {
    return skip(offset, [](CodePoint c) { return is_space(c) || is_invisible(c); });
  }
  /// `offset` moved back over white space and invisible controls, but not before `from`.
  std::size_t trim_end(std::size_t from, std::size_t offset) const noexcept {
    while (offset > from) {
      std::size_t last = offset;
      const CodePoint c = decode_backward(text_, &last);
      if (!is_space(c) && !is_invisible(c)) break;
      offset = last;
    }
    return offset;
  }

  template <typename Predicate>
  std::size_t skip(std::size_t offset, Predicate predicate) const noexcept {
    while (offset < end()) {
      std::size_t behind = offset;
      if (!predicate(decode(text_, &behind))) break;
      offset = behind;
    }
    return offset;
  }

 private:
  std::string_view text_;
  std::size_t begin_;
};

}  // namespace tersely
