#include "segmentation/boundaries/boundary_finder.h"

#include <bit>
#include <cstring>

#include "text/byte_block.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

/// Whether these are possible boundaries depends on their neighbours.
constexpr bool depends_on_neighbours(CodePoint c) { return c == ':' || c == ';' || c == '|' || c == '<' || c == '\\'; }

bool is_possible(CodePoint c) {
  return is_terminator(c) || is_bullet(c) || depends_on_neighbours(c) || c == 0x37e || c == 0x1361 || c == 0x300d;
}

/// Colons and semicolons end sentences only in Armenian and Greek, that is after a letter beyond ASCII or a closer.
bool may_precede_colon(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte >= 0x80 || is_closer(byte);
}

/// A danda written as a bar follows a letter beyond ASCII, with or without a space between them.
bool may_precede_bar(const Window& paragraph, std::size_t at) {
  if (at > paragraph.begin() && paragraph.from(at - 1).front() == ' ') --at;
  return at > paragraph.begin() && static_cast<std::uint8_t>(paragraph.from(at - 1).front()) >= 0x80;
}

/// Is there a possible boundary at `at`? The exact test, after the tables.
bool may_be_boundary(const Window& paragraph, std::size_t at) {
  const CodePoint c = paragraph.at(at);
  if (!depends_on_neighbours(c)) return is_possible(c);
  const CodePoint next = paragraph.at(at + 1);
  if (c == '<') return next == '/' || (is_ascii(next) && ascii::is(next, ascii::upper | ascii::lower));
  if (c == '\\') return next == 'n' || next == 'r';
  if (c == '|') return may_precede_bar(paragraph, at);
  return at > paragraph.begin() && may_precede_colon(paragraph.from(at - 1).front());
}

/// The same for code points that differ only in their last byte; 1 for ASCII.
constexpr std::uint32_t group_of(CodePoint c) { return is_ascii(c) ? 1 : static_cast<std::uint32_t>(c) / 64; }

constexpr std::size_t step = 8;
constexpr std::size_t longest = 3;  // bytes of a sequence that the tables check
constexpr std::uint8_t lead4 = 0xf0;

/// Bit i: may byte i of the block, all ASCII, be a boundary?
std::uint32_t ascii_boundaries(const ByteBlock& block) {
  const ByteBlock colons = block.with(1).equals(';');     // ":" and ";" differ only in that bit
  const ByteBlock markup = block.with(0x60).equals('|');  // "<", "\\" and "|" (and a control) differ only in those
  return (block.equals('.') | block.equals('!') | block.equals('?') | colons | markup).top_bits();
}

std::uint16_t load_pair(const std::uint8_t* bytes) {
  std::uint16_t pair = 0;
  std::memcpy(&pair, bytes, sizeof pair);
  return pair;
}

}  // namespace

BoundaryFinder::BoundaryFinder() {
  // Beyond the basic plane the tables let everything through to the exact test.
  Bits bit = 1;
  first_[lead4] = bit;
  second_.fill(bit);
  third_.fill(bit);
  std::uint32_t last_group = 0;
  for (CodePoint c = 0; c < 0x10000; ++c) {
    const bool surrogate = c >= 0xd800 && c < 0xe000;
    if (surrogate || icu_property::is_han_or_hangul(c) || !is_possible(c)) continue;
    const std::uint32_t group = group_of(c);
    if (group != last_group && bit << 1 != 0) bit <<= 1;  // with too many groups, the last ones share a bit
    last_group = group;
    add(c, bit);
  }
  for (std::size_t first = 0; first < first_.size(); ++first) {
    for (std::size_t second = 0; second < second_.size(); ++second) {
      const std::array<std::uint8_t, 2> bytes = {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(second)};
      pairs_[load_pair(bytes.data())] = (first_[first] & second_[second]) != 0 ? 1 : 0;
    }
  }
}

void BoundaryFinder::add(CodePoint c, Bits bit) {
  std::array<char, 4> bytes{};
  const std::size_t size = encode(c, bytes.data());
  const auto allow = [bit](Table* table, char byte, bool any) {
    for (std::size_t i = 0; i < table->size(); ++i) {
      if (any || i == static_cast<std::uint8_t>(byte)) (*table)[i] |= bit;
    }
  };
  allow(&first_, bytes[0], false);
  allow(&second_, bytes[1], size < 2);
  allow(&third_, bytes[2], size < 3);
}

const BoundaryFinder& BoundaryFinder::get() {
  static const BoundaryFinder finder;
  return finder;
}

std::size_t BoundaryFinder::find(const Window& paragraph, std::size_t from) const noexcept {
  const std::string_view text = paragraph.slice(0, paragraph.end());
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = from;
  for (; at + ByteBlock::size <= text.size(); at += ByteBlock::size) {
    const ByteBlock block = ByteBlock::load(text.data() + at);
    if (block.top_bits() != 0) break;  // continue with the tables
    for (std::uint32_t found = ascii_boundaries(block); found != 0; found &= found - 1) {
      const std::size_t mark = at + static_cast<std::size_t>(std::countr_zero(found));
      if (may_be_boundary(paragraph, mark)) return mark;
    }
  }
  for (; at + step + longest - 1 <= text.size(); at += step) {
    const std::uint8_t* const b = bytes + at;
    std::uint32_t any = 0;
    for (std::size_t i = 0; i < step; ++i) any |= pairs_[load_pair(b + i)];
    if (any == 0) continue;
    for (std::size_t i = 0; i < step; ++i) {
      const Bits all = first_[b[i]] & second_[b[i + 1]] & third_[b[i + 2]];
      if (all != 0 && may_be_boundary(paragraph, at + i)) return at + i;
    }
  }
  while (at < text.size() && (first_[bytes[at]] == 0 || !may_be_boundary(paragraph, at))) ++at;
  return at;
}

}  // namespace tersely
