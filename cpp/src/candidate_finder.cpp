#include "candidate_finder.h"

#include "byte_scan.h"
#include "characters.h"

namespace tersely {
namespace {

using namespace characters;

/// The class of a lead byte is the length of its sequence.
enum ByteClass : std::uint8_t { ordinary = 0, stop = 1, lead2 = 2, lead3 = 3, lead4 = 4, colon = 5 };

constexpr ByteTable make_byte_classes() {
  ByteTable table{};
  for (const char c : {'.', '!', '?'}) table[static_cast<std::size_t>(c)] = stop;
  for (const char c : {':', ';'}) table[static_cast<std::size_t>(c)] = colon;
  // Leads of terminators and bullets. The letters of Latin, Greek, Cyrillic and most of Han begin with others.
  for (const unsigned lead : {0xc2u, 0xcdu, 0xd6u, 0xd8u, 0xdbu, 0xdcu, 0xdfu}) table[lead] = lead2;
  // No terminator, but the other half of the Arabic letters: one path for all of them is easier to predict.
  for (const unsigned lead : {0xd9u, 0xdau}) table[lead] = lead2;
  for (const unsigned lead : {0xe0u, 0xe1u, 0xe2u, 0xe3u, 0xeau, 0xefu}) table[lead] = lead3;
  table[0xf0] = lead4;
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
inline bool CandidateFinder::is_candidate_at(std::string_view text, std::size_t at, std::size_t length) const noexcept {
  std::uint32_t c = 0;
  switch (length) {
    case lead2: c = low_bits(text[at], 5) << 6 | low_bits(text[at + 1], 6); break;
    case lead3:
      c = low_bits(text[at], 4) << 12 | low_bits(text[at + 1], 6) << 6 | low_bits(text[at + 2], 6);
      break;
    default: return is_candidate(decode(text, &at));
  }
  return (members_[c / 64] >> (c % 64) & 1) != 0;
}

std::size_t CandidateFinder::find(const Window& paragraph, std::size_t from) const noexcept {
  const std::string_view text = paragraph.slice(0, paragraph.end());
  for (std::size_t at = from; at < text.size();) {
    const std::size_t byte_class = byte_classes[static_cast<std::uint8_t>(text[at])];
    switch (byte_class) {
      case ordinary: at = find_byte(text, at + 1, byte_classes); break;
      case stop: return at;
      case colon:
        if (at > paragraph.begin() && may_precede_colon(text[at - 1])) return at;
        ++at;
        break;
      default:
        if (is_candidate_at(text, at, byte_class)) return at;
        at += byte_class;
        break;
    }
  }
  return text.size();
}

}  // namespace tersely
