#include "analysis/workspace_or_own.h"
#include "tersely/evaluate.h"
#include "text/word_iterator.h"

namespace tersely {
namespace {

std::vector<Span> words_of(std::string_view text, Workspace* workspace) {
  WorkspaceOrOwn own(workspace);
  std::vector<Span> words;
  own.get()->word_iterator().append_words(text, {0, static_cast<std::uint32_t>(text.size())}, &words);
  return words;
}

}  // namespace

std::uint64_t count_words(std::string_view text, Workspace* workspace) { return words_of(text, workspace).size(); }

std::string_view first_words(std::string_view text, std::uint64_t n, Workspace* workspace) {
  const std::vector<Span> words = words_of(text, workspace);
  if (words.size() <= n) return text;
  return text.substr(0, n == 0 ? 0 : words[n - 1].end);
}

}  // namespace tersely
