#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/workspace_or_own.h"
#include "support/interner.h"
#include "tersely/evaluate.h"

namespace tersely {

/// A text as the ids of its tokens, with the end of each line that has any.
struct Tokens {
  std::vector<std::uint32_t> ids;
  std::vector<std::size_t> line_ends;

  std::size_t n_lines() const { return line_ends.size(); }
  std::span<const std::uint32_t> line(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : line_ends[i - 1];
    return std::span(ids).subspan(begin, line_ends[i] - begin);
  }
};

/// Reads texts as tokens. Equal tokens of all texts that one reader has read have equal ids: 0, 1, 2...
class TokenReader {
 public:
  TokenReader(RougeTokens tokens, bool use_stemmer, Workspace* workspace) : tokens_(tokens), use_stemmer_(use_stemmer) {
    if (tokens == RougeTokens::words) workspace_.emplace(workspace);
  }

  /// O(bytes).
  Tokens read(std::string_view text, const Cancel& cancel);
  std::uint32_t n_ids() const { return ids_.size(); }

 private:
  void read_line(std::string_view line, std::vector<std::uint32_t>* ids, const Cancel& cancel);
  void read_letters(std::string_view line, std::vector<std::uint32_t>* ids);
  void end_token(std::vector<std::uint32_t>* ids);

  RougeTokens tokens_;
  bool use_stemmer_;
  std::optional<WorkspaceOrOwn> workspace_;  // only for words, as an own one is expensive to make
  Interner ids_;
  std::string token_;  // the one that is being read
  std::vector<Span> words_;
};

}  // namespace tersely
