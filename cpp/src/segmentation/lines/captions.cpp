#include "segmentation/lines/captions.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/window.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::array<std::string_view, 22> caption_words = {
    "Figure",  "Fig.",   "FIG.",  "FIGURE", "Fig",     "Table",   "TABLE", "Tab.",    "Abbildung", "Abb.", "Tabelle",
    "Tableau", "Figura", "Tabla", "Tabela", "Tabella", "Рисунок", "Рис.",  "Таблица", "Табл.",     "图",   "表"};

std::size_t skip_digits_and_letters(std::string_view line, std::size_t at) {
  constexpr std::string_view parts = "0123456789IVXLabcdefABCDEFS.-";
  return std::min(line.find_first_not_of(parts, at), line.size());
}

/// Behind the number of "3.", "IV", "A.1", "S2" at `at`, or 0.
std::size_t skip_caption_number(std::string_view line, std::size_t at) {
  constexpr std::size_t longest = 8;
  const std::size_t end = skip_digits_and_letters(line, at);
  const std::string_view number = line.substr(at, end - at);
  const bool roman = number.find_first_not_of("IVXL.") == std::string_view::npos;
  const bool digits = number.find_first_of("0123456789") != std::string_view::npos;
  return !number.empty() && number.size() <= longest && (roman || digits) ? end : 0;
}

enum class CaptionKind { none, labelled, titled };

/// Does one of the words begin so?
constexpr bool may_begin_caption(char c) {
  return c == 'F' || c == 'T' || c == 'A' || static_cast<unsigned char>(c) >= 0x80;
}

CaptionKind caption_kind(std::string_view line) {
  if (line.empty() || !may_begin_caption(line.front())) return CaptionKind::none;
  for (const std::string_view word : caption_words) {
    if (word.front() != line.front() || !line.starts_with(word)) continue;
    const std::size_t number = line.substr(word.size()).starts_with(' ') ? word.size() + 1 : word.size();
    const std::size_t end = skip_caption_number(line, number);
    if (end == 0) continue;
    if (end == line.size()) return CaptionKind::labelled;
    const Window rest(line, end, line.size());
    const CodePoint c = rest.at(end);
    if (c == ':' || c == '|' || is_dash(c) || line[end - 1] == '.') return CaptionKind::labelled;
    if (is_space(c) && is_upper(rest.at(rest.skip_space(end)))) return CaptionKind::titled;
  }
  return CaptionKind::none;
}

}  // namespace

bool is_labelled_caption(std::string_view line) { return caption_kind(line) == CaptionKind::labelled; }

bool is_caption(std::string_view line) { return caption_kind(line) != CaptionKind::none; }

}  // namespace tersely
