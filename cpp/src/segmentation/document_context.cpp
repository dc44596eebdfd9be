#include "segmentation/document_context.h"

#include <algorithm>
#include <functional>

#include "byte_scan.h"
#include "folded_word.h"
#include "segmentation/window.h"

namespace tersely {
namespace {

/// What begins after a sentence end: "word. Next" or "word. next".
struct CaseCount {
  std::size_t upper = 0;
  std::size_t lower = 0;
};

bool is_ascii_stop(CodePoint c) { return c == '.' || c == '!' || c == '?'; }

bool ends_in_letters(const Window& text, std::size_t end, int count) {
  for (; count > 0 && end > 0; --count) {
    const std::size_t last = text.previous(end);
    if (!is_letter(text.at(last))) return false;
    end = last;
  }
  return count == 0;
}

constexpr auto is_stop_byte = [](const Byte* b) { return (*b == '.') + (*b == '!') + (*b == '?'); };

CaseCount count_sentence_starts(std::string_view text) {
  CaseCount count;
  const Window window(text, 0, text.size());
  std::size_t behind = 0;
  for (std::size_t at = find_bytes<1>(text, 0, is_stop_byte); at < text.size();
       at = find_bytes<1>(text, behind, is_stop_byte)) {
    behind = window.skip(at, is_ascii_stop);
    const std::size_t next = window.skip_space(behind);
    if (next == behind || !ends_in_letters(window, at, 3)) continue;
    count.upper += is_upper(window.at(next)) ? 1u : 0u;
    count.lower += is_lower(window.at(next)) ? 1u : 0u;
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
