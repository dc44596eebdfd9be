#include "segmentation/boundaries/thai.h"

#include <algorithm>

#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t sequence = 3;  // bytes per letter

/// Thai: and, or, by, which, that, make, so, with, for instance, will, then, of, from. Lao: and, or, by, which, that.
constexpr std::string_view continuations[] = {"และ", "หรือ", "โดย", "ซึ่ง",  "ที่",   "ทำให้", "จึง", "กับ",  "ได้แก่", "เช่น",
                                              "จะ",  "ก็",   "ว่า",  "ของ", "จาก", "ແລະ",  "ຫຼື",  "ໂດຍ", "ຊຶ່ງ",   "ທີ່"};

bool carries_on(const Window& unit, std::size_t at) {
  const CodePoint c = unit.at(at);
  if (is_ascii(c) || c == 0xe46 || c == 0xe2f) return true;  // digits and Latin; repetition and abbreviation marks
  const std::string_view next = unit.from(at);
  // Comparing the third byte first rules out most words without a call.
  return std::any_of(std::begin(continuations), std::end(continuations), [next](std::string_view word) {
    return next.size() >= word.size() && next[sequence - 1] == word[sequence - 1] && next.starts_with(word);
  });
}

/// Are these the first two bytes of a Thai or Lao letter? The first is a lead byte, so no alignment is needed.
constexpr bool begins_letter(std::uint8_t first, std::uint8_t second) {
  return ((first ^ 0xe0u) | ((second & 0xfcu) ^ 0xb8u)) == 0;
}

}  // namespace

bool has_thai_or_lao(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  constexpr std::size_t block = 64;
  std::size_t at = text.find('\xe0');
  if (at == std::string_view::npos) return false;
  // The inner loop has no exit, so that compilers vectorise it.
  for (; at + block < text.size(); at += block) {
    std::uint8_t any = 0;
    for (std::size_t i = at; i < at + block; ++i) {
      any = static_cast<std::uint8_t>(any | (begins_letter(bytes[i], bytes[i + 1]) ? 1u : 0u));
    }
    if (any != 0) return true;
  }
  for (; at + 1 < text.size(); ++at) {
    if (begins_letter(bytes[at], bytes[at + 1])) return true;
  }
  return false;
}

std::uint32_t find_thai_ends(const Window& unit, std::vector<std::size_t>* ends) {
  std::uint32_t length = 0;
  for (std::size_t at = unit.begin(); at < unit.end();) {
    // Nearly every letter begins with this byte, and no white space does.
    if (at + sequence <= unit.end() && unit.from(at).front() == '\xe0') {
      ++length;
      at += sequence;
      continue;
    }
    const CodePoint c = unit.at(at);
    if (is_space(c) && length >= min_thai_sentence && is_thai_or_lao(unit.before(at))) {
      const std::size_t next = unit.skip_space(at);
      if (next < unit.end() && !carries_on(unit, next)) {
        ends->push_back(at);
        length = 0;
        at = next;
        continue;
      }
    }
    if (c != '\r') ++length;  // CR LF is one character
    at = unit.after(at);
  }
  return length;
}

}  // namespace tersely
