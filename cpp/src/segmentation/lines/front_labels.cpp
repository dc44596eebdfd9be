#include "segmentation/lines/front_labels.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t reach = 300;  // lines

constexpr std::array<std::string_view, 10> abstract_words = {"Abstract",        "ABSTRACT", "Summary", "SUMMARY",
                                                             "Zusammenfassung", "Résumé",   "RÉSUMÉ",  "Resumen",
                                                             "Resumo",          "Riassunto"};
constexpr std::array<std::string_view, 11> keyword_words = {
    "Keywords",    "KEYWORDS",        "Key words", "Key Words",      "KEY WORDS",     "Index Terms",
    "Index terms", "Schlüsselwörter", "Mots-clés", "Palabras clave", "Palavras-chave"};

/// One of the words, and then a dash, a colon or a full stop.
template <std::size_t n>
bool is_labelled(std::string_view line, const std::array<std::string_view, n>& words) {
  return std::any_of(words.begin(), words.end(), [line](std::string_view word) {
    if (!line.starts_with(word)) return false;
    const Window rest(line, word.size(), line.size());
    const CodePoint c = rest.at(rest.skip_space(word.size()));
    return c == ':' || c == '.' || is_dash(c);
  });
}

}  // namespace

void mark_front_labels(std::string_view text, std::vector<Line>* lines) {
  for (std::size_t i = 0; i < std::min(lines->size(), reach); ++i) {
    Line& line = (*lines)[i];
    if (line.role != LineRole::text) continue;
    const bool keywords = is_labelled(line.of(text), keyword_words);
    if (!keywords && !is_labelled(line.of(text), abstract_words)) continue;
    line.role = LineRole::rule;
    line.aside = keywords;
  }
}

}  // namespace tersely
