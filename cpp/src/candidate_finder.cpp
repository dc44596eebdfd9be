#include "candidate_finder.h"

#include "byte_scan.h"
#include "characters.h"

namespace tersely {
namespace {

using namespace characters;

enum ByteClass : std::uint8_t { ordinary, stop, colon, lead2, lead3, lead4 };

constexpr ByteTable make_byte_classes() {
  ByteTable table{};
  for (const char c : {'.', '!', '?'}) table[static_cast<std::size_t>(c)] = ByteClass::stop;
  for (const char c : {':', ';'}) table[static_cast<std::size_t>(c)] = ByteClass::colon;
  // Leads of terminators and bullets. The letters of Latin, Greek, Cyrillic and most of Han begin with others.
  for (const unsigned lead : {0xc2u, 0xcdu, 0xd6u, 0xd8u, 0xdbu, 0xdcu, 0xdfu}) table[lead] = ByteClass::lead2;
  for (const unsigned lead : {0xe0u, 0xe1u, 0xe2u, 0xe3u, 0xeau, 0xefu}) table[lead] = ByteClass::lead3;
  table[0xf0] = ByteClass::lead4;
  return table;
}
constexpr auto byte_classes = make_byte_classes();

bool is_candidate(CodePoint c) { return is_terminator(c) || is_bullet(c) || c == 0x37e || c == 0x1361; }

/// Colons and semicolons end sentences in Armenian and Greek only: behind a letter beyond ASCII, or a closer.
bool may_precede_colon(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte >= 0x80 || is_closer(byte);
}

std::uint32_t low_bits(char byte, int count) { return static_cast<std::uint8_t>(byte) & ((1u << count) - 1); }

}  // namespace

CandidateFinder::CandidateFinder() {
  for (CodePoint c = 0x80; c < 0x10000; ++c) {
    const bool surrogate = c >= 0xd800 && c < 0xe000;
    if (!surrogate && is_candidate(c)) members_[static_cast<std::size_t>(c) / 64] |= std::uint64_t{1} << (c % 64);
  }
}

const CandidateFinder& CandidateFinder::get() {
  static const CandidateFinder finder;
  return finder;
}

/// The text is valid UTF-8, so the bytes of a code point are all there.
bool CandidateFinder::is_candidate_at(std::string_view text, std::size_t at) const noexcept {
  std::uint32_t c = 0;
  switch (byte_classes[static_cast<std::uint8_t>(text[at])]) {
    case ByteClass::lead2: c = low_bits(text[at], 5) << 6 | low_bits(text[at + 1], 6); break;
    case ByteClass::lead3:
      c = low_bits(text[at], 4) << 12 | low_bits(text[at + 1], 6) << 6 | low_bits(text[at + 2], 6);
      break;
    default: return is_candidate(decode(text, &at));
  }
  return (members_[c / 64] >> (c % 64) & 1) != 0;
}

std::size_t CandidateFinder::find(const Window& paragraph, std::size_t from) const noexcept {
  const std::string_view text = paragraph.slice(0, paragraph.end());
  for (std::size_t at = find_byte(text, from, byte_classes); at < text.size();
       at = find_byte(text, at + 1, byte_classes)) {
    switch (byte_classes[static_cast<std::uint8_t>(text[at])]) {
      case ByteClass::stop: return at;
      case ByteClass::colon:
        if (at > paragraph.begin() && may_precede_colon(text[at - 1])) return at;
        break;
      default:
        if (is_candidate_at(text, at)) return at;
        break;
    }
  }
  return text.size();
}

}  // namespace tersely
