#include "thai.h"

#include <algorithm>

#include "characters.h"

namespace tersely {
namespace {

using namespace characters;

/// And, or, by, which, that, make, so, with, for instance, will, then, of, from; Lao: and, or, by, which, that.
constexpr std::string_view continuations[] = {
    "และ", "หรือ", "โดย", "ซึ่ง", "ที่", "ทำให้", "จึง", "กับ", "ได้แก่", "เช่น",
    "จะ", "ก็",  "ว่า", "ของ", "จาก", "ແລະ", "ຫຼື",  "ໂດຍ", "ຊຶ່ງ",   "ທີ່"};

bool carries_on(const Window& unit, std::size_t at) {
  const CodePoint c = unit.at(at);
  if (is_ascii(c) || c == 0xe46 || c == 0xe2f) return true;  // digits and Latin; repetition and abbreviation marks
  return std::any_of(std::begin(continuations), std::end(continuations),
                     [&](std::string_view word) { return unit.starts_with(at, word); });
}

}  // namespace

bool has_thai_or_lao(std::string_view text) {
  constexpr std::size_t sequence = 3;  // bytes of a letter that begins with this one
  if (text.find('\xe0') == std::string_view::npos) return false;
  for (std::size_t at = text.find('\xe0'); at + sequence <= text.size();) {
    if (text[at] != '\xe0') {
      ++at;
      continue;
    }
    const auto second = static_cast<std::uint8_t>(text[at + 1]);
    if (second >= 0xb8 && second <= 0xbb) return true;
    at += sequence;
  }
  return false;
}

std::uint32_t find_thai_ends(const Window& unit, std::vector<std::size_t>* ends) {
  std::uint32_t length = 0;
  CodePoint previous = no_code_point;
  for (std::size_t at = unit.begin(); at < unit.end();) {
    const CodePoint c = unit.at(at);
    if (is_space(c) && length >= min_thai_sentence && is_thai_or_lao(previous)) {
      const std::size_t next = unit.skip_space(at);
      if (next < unit.end() && !carries_on(unit, next)) {
        ends->push_back(at);
        length = 0;
        previous = no_code_point;
        at = next;
        continue;
      }
    }
    previous = c;
    if (c != '\r') ++length;  // CR LF is one character
    at = unit.after(at);
  }
  return length;
}

}  // namespace tersely
