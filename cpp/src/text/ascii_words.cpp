#include "text/ascii_words.h"

#include <algorithm>
#include <bit>
#include <string>

#include "text/byte_block.h"
#include "text/icu.h"

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
    note_word_part(static_cast<char>(i), (classes & word_part) != 0);
  }
}

void AsciiWords::note_word_part(char c, bool is_part) {
  if (ascii::is(c, ascii::upper | ascii::lower | ascii::digit) || c == '_') {
    scans_blocks_ = scans_blocks_ && is_part;
  } else if (is_part) {
    scans_blocks_ = scans_blocks_ && other_part_ == '_';
    other_part_ = c;
  }
}

/// Bit i: is text[begin + i], before `end` (> begin), a part of a word?
std::uint64_t AsciiWords::find_word_parts(std::string_view text, std::size_t begin, std::size_t end) const {
  const std::size_t size = std::min(end - begin, block_size);
  std::array<char, block_size> last;
  const char* bytes = text.data() + begin;
  if (begin + block_size > text.size()) {  // do not read past the end of the text
    last.fill(0);
    std::copy_n(bytes, size, last.begin());
    bytes = last.data();
  }
  std::uint64_t parts = 0;  // bits at or after `end` are cleared below
  if (scans_blocks_) {
    for (std::size_t i = 0; i < block_size; i += ByteBlock::size) {
      const ByteBlock block = ByteBlock::load(bytes + i);
      const ByteBlock in_word = block.with(0x20).in_range('a', 'z') | block.in_range('0', '9') | block.equals('_') |
                                block.equals(other_part_);
      parts |= std::uint64_t{in_word.top_bits()} << i;
    }
  } else {
    for (std::size_t i = 0; i < size; ++i) parts |= std::uint64_t{(class_of(bytes[i]) & word_part) != 0} << i;
  }
  return parts & (~std::uint64_t{0} >> (block_size - size));  // NOLINT(clang-analyzer-core.*): size is not 0
}

void AsciiWords::append_words(std::string_view text, Span within, std::vector<Span>* words) const {
  const std::string_view part = within.of(text);
  std::size_t begin = 0;
  bool inside = false;
  bool joined = false;  // the word continues after a mark
  const auto end_at = [&](std::size_t end) {
    joined = joins_at(part, end);
    // A lone "_" is not a word; two are.
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

/// Does the byte at `mark` join the characters around it into one word?
bool AsciiWords::joins_at(std::string_view part, std::size_t mark) const {
  return mark + 1 < part.size() && (class_of(part[mark]) & between) != 0 &&
         joins(class_of(part[mark - 1]), class_of(part[mark]), class_of(part[mark + 1]));
}

}  // namespace tersely
