#include <algorithm>

#include "characters.h"
#include "decision.h"
#include "folded_word.h"

namespace tersely {
namespace {

/// What begins after a sentence end: "word. Next" or "word. next".
struct CaseCount {
  std::size_t upper = 0;
  std::size_t lower = 0;
};

bool is_ascii_stop(CodePoint c) { return c == '.' || c == '!' || c == '?'; }

CaseCount count_sentence_starts(std::string_view text) {
  CaseCount count;
  int letters = 0;  // directly before
  const Window window(text, 0, text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, &at);
    if (is_letter(c)) {
      ++letters;
      continue;
    }
    if (is_ascii_stop(c) && letters >= 3) {
      const std::size_t behind = window.skip(at, is_ascii_stop);
      at = window.skip_space(behind);
      if (at > behind) {
        count.upper += is_upper(window.at(at)) ? 1u : 0u;
        count.lower += is_lower(window.at(at)) ? 1u : 0u;
      }
    }
    letters = 0;
  }
  return count;
}

}  // namespace

DocumentContext::DocumentContext(std::string_view text, const Language& language,
                                 const std::vector<std::string>& abbreviations)
    : text_(text), tables_(language.tables()) {
  for (const std::string& given : abbreviations) {
    std::string_view token = given;
    if (token.ends_with('.')) token.remove_suffix(1);
    if (!token.empty()) abbreviations_.emplace_back(FoldedWord(token).view());
  }
  std::sort(abbreviations_.begin(), abbreviations_.end());
}

bool DocumentContext::is_extra_abbreviation(std::string_view folded) const noexcept {
  return !abbreviations_.empty() &&
         std::binary_search(abbreviations_.begin(), abbreviations_.end(), folded, std::less<std::string_view>());
}

bool DocumentContext::in_lower_case() const {
  if (!in_lower_case_) {
    const CaseCount count = count_sentence_starts(text_);
    in_lower_case_ = count.lower >= 2 && 2 * count.lower >= count.upper;
  }
  return *in_lower_case_;
}

}  // namespace tersely
