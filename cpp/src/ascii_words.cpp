#include "ascii_words.h"

#include <algorithm>
#include <bit>
#include <string>

#include "byte_words.h"
#include "icu.h"

namespace tersely {
namespace {

using namespace word_class;

constexpr std::size_t block_size = 64;

}  // namespace

AsciiWords::AsciiWords(const std::function<bool(std::string_view)>& is_one_word) {
  for (std::size_t i = 0; i < 128; ++i) {
    const std::string c(1, static_cast<char>(i));
    WordClass& classes = classes_[i];
    if (is_one_word(c + "'a")) {
      classes = letter;
    } else if (is_one_word(c + ",1")) {
      classes = digit;
    } else if (is_one_word("a" + c)) {
      classes = connector;
    } else {
      if (is_one_word("a" + c + "a")) classes |= between_letters;
      if (is_one_word("1" + c + "1")) classes |= between_digits;
    }
    const bool in_word = ascii::is(static_cast<CodePoint>(i), ascii::upper | ascii::lower | ascii::digit) || i == '_';
    usual_ = usual_ && in_word == ((classes & word_part) != 0);
  }
}

/// Bit i: is text[begin + i], before `end`, a part of a word?
std::uint64_t AsciiWords::find_word_parts(std::string_view text, std::size_t begin, std::size_t end) const {
  const std::size_t size = std::min(end - begin, block_size);
  if (!usual_ || begin + block_size > text.size()) {
    std::uint64_t parts = 0;
    for (std::size_t i = 0; i < size; ++i) {
      parts |= std::uint64_t{(class_of(text[begin + i]) & word_part) != 0} << i;
    }
    return parts;
  }
  std::uint64_t parts = 0;
  for (std::size_t i = 0; i < block_size; i += 8) {
    const std::uint64_t bytes = load_bytes(text.data() + begin + i);  // what is behind `end` spoils nothing before it
    const std::uint64_t in_word = bytes_in_range(bytes | each_byte(0x20), 'a', 'z') | bytes_in_range(bytes, '0', '9') |
                                  bytes_in_range(bytes, '_', '_');
    parts = parts >> 8 | top_bits(in_word) << (block_size - 8);
  }
  return parts & (~std::uint64_t{0} >> (block_size - size));
}

void AsciiWords::append_words(std::string_view text, Span within, std::vector<Span>* words) const {
  const std::string_view part = within.of(text);
  std::size_t begin = 0;
  bool inside = false;
  bool joined = false;  // the word goes on behind a mark
  const auto end_at = [&](std::size_t end) {
    joined = joins_at(part, end);
    // A lone "_" is none; two are one.
    if (joined || (end - begin == 1 && class_of(part[begin]) == connector)) return;
    words->push_back(
        {within.begin + static_cast<std::uint32_t>(begin), within.begin + static_cast<std::uint32_t>(end)});
  };
  for (std::size_t block = 0; block < part.size(); block += block_size) {
    const std::uint64_t parts = find_word_parts(text, within.begin + block, within.end);
    for (std::uint64_t edges = parts ^ (parts << 1 | std::uint64_t{inside}); edges != 0; edges &= edges - 1) {
      const std::size_t at = block + static_cast<std::size_t>(std::countr_zero(edges));
      if (inside) end_at(at);
      if (!inside && !joined) begin = at;
      inside = !inside;
    }
  }
  if (inside) end_at(part.size());
}

/// Is the byte at `mark` one that stands between two parts of a word?
bool AsciiWords::joins_at(std::string_view part, std::size_t mark) const {
  return mark + 1 < part.size() && (class_of(part[mark]) & between) != 0 &&
         joins(class_of(part[mark - 1]), class_of(part[mark]), class_of(part[mark + 1]));
}

}  // namespace tersely
