#include "candidates/about_sections.h"

#include <algorithm>

#include "languages/topics.h"

namespace tersely {
namespace {

constexpr std::size_t max_sentences = 12;
constexpr std::size_t least_name = 3;     // bytes
constexpr std::uint32_t first_words = 5;  // "Based in New York, ACME"

bool may_be_name(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.empty() ? 'a' : word.front());
  return word.size() >= least_name && !(first >= 'a' && first <= 'z');
}

/// Calls `visit` with each word between spaces until it returns true.
template <class Visit>
bool any_word(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    if (visit(word)) return true;
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return false;
}

bool is_web_address(std::string_view word) { return word.starts_with("www.") || word.starts_with("http"); }

/// Is one of the first words of the sentence a name of the title?
bool begins_with_name_of(std::string_view sentence, std::string_view title) {
  std::uint32_t n_words = 0;
  return any_word(sentence, [&](std::string_view first) {
    const auto is_name = [first](std::string_view word) { return may_be_name(word) && first.starts_with(word); };
    return ++n_words <= first_words && any_word(title, is_name);
  });
}

/// The title without its mark and colon.
std::string_view bare(std::string_view title) {
  const std::size_t begin = title.find_first_not_of("#*_ ");
  const std::size_t end = title.find_last_not_of("#*_: ");
  return begin == std::string_view::npos ? std::string_view() : title.substr(begin, end + 1 - begin);
}

}  // namespace

std::vector<std::size_t> find_about_sections(const Layout& layout, std::span<const Reason> reasons) {
  std::vector<std::size_t> found;
  TopicFinder finder;
  for (std::size_t place = layout.size() / 2; place + 1 < layout.size(); ++place) {
    if (layout.unit(place).kind != UnitKind::heading || !layout.is_prose(place + 1)) continue;
    const std::string_view title = bare(layout.said(place));
    if ((finder.find_first(title) & topic::about) == 0) continue;
    if (!begins_with_name_of(layout.said(place + 1), title) && !any_word(title, is_web_address)) continue;
    const std::size_t end = std::min(layout.run_end(place + 1), place + 1 + max_sentences);
    for (++place; place < end; ++place) {
      if (reasons[layout.index(place)] == Reason::candidate) found.push_back(layout.index(place));
    }
    --place;
  }
  return found;
}

}  // namespace tersely
