#include "segmentation/boundaries/document_context.h"

#include <algorithm>
#include <functional>

#include "text/byte_scan.h"
#include "text/folded_word.h"
#include "text/window.h"

namespace tersely {
namespace {

bool is_ascii_stop(CodePoint c) { return c == '.' || c == '!' || c == '?'; }

bool ends_in_letters(const Window& text, std::size_t end, int count) {
  for (; count > 0 && end > 0; --count) {
    const std::size_t last = text.previous(end);
    if (!is_letter(text.at(last))) return false;
    end = last;
  }
  return count == 0;
}

constexpr auto is_stop_byte = [](ByteBlock bytes) { return bytes.equals('.') | bytes.equals('!') | bytes.equals('?'); };

}  // namespace

DocumentContext::SentenceStarts DocumentContext::count_sentence_starts(std::string_view text) {
  SentenceStarts starts;
  const Window window(text, 0, text.size());
  std::size_t behind = 0;
  for (std::size_t at = find_bytes<1>(text, 0, is_stop_byte); at < text.size();
       at = find_bytes<1>(text, behind, is_stop_byte)) {
    behind = window.skip(at, is_ascii_stop);
    const std::size_t next = window.skip_space(behind);
    if (next == behind) continue;
    const bool detached = window.before(at) == ' ';
    if (!ends_in_letters(window, detached ? at - 1 : at, 3)) continue;
    CaseCount& count = detached ? starts.detached : starts.glued;
    count.upper += is_upper(window.at(next)) ? 1u : 0u;
    count.lower += is_lower(window.at(next)) ? 1u : 0u;
  }
  return starts;
}

DocumentContext::DocumentContext(std::string_view text, const Language& language,
                                 const std::vector<std::string>& abbreviations)
    : text_(text), tables_(language.tables()), words_(tables_.words()) {
  for (const std::string& given : abbreviations) {
    std::string_view token = given;
    if (token.ends_with('.')) token.remove_suffix(1);
    if (!token.empty()) abbreviations_.emplace_back(FoldedWord(token).view());
  }
  std::sort(abbreviations_.begin(), abbreviations_.end());
}

bool DocumentContext::is_extra_abbreviation(std::string_view folded) const noexcept {
  return !abbreviations_.empty() &&
         std::binary_search(abbreviations_.begin(), abbreviations_.end(), folded, std::less<>());
}

const DocumentContext::SentenceStarts& DocumentContext::starts() const {
  if (!starts_) starts_ = count_sentence_starts(text_);
  return *starts_;
}

}  // namespace tersely
