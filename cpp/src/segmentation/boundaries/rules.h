/// The rules of decision.h, in three lists: common ones, then those of ! and ? or those of the full stop. A rule
/// answers whether the unit ends, or nothing; the first answer counts, so a rule may rely on what those before it let
/// pass.
#pragma once

#include <optional>
#include <string_view>

#include "segmentation/boundaries/decision.h"

namespace tersely {

struct Candidate {
  const Window& paragraph;
  const Boundary& at;
  const DocumentContext& document;

  std::string_view next_word() const { return word_at(paragraph, at.word); }
  /// Bits of the folded next word; of its part before an apostrophe where the whole is unknown ("l'homme").
  WordTable::Bits next_word_bits() const;
  /// Does a word come next that often begins sentences?
  bool before_starter() const;
  /// "wikiHow", "iPhone" are as good as capitals.
  bool before_lower() const { return is_lower(at.initial) && !begins_mixed_case(); }
  bool begins_mixed_case() const;
  bool inside_bracket() const { return in_bracket(paragraph, at.unit_begin, at.mark); }
};

/// The answer of the first of `rules` that has one. Calls that the compiler sees through, unlike those of a list.
template <auto... rules, typename C>
std::optional<bool> first_answer(const C& candidate) {
  std::optional<bool> answer;
  (void)((answer = rules(candidate), answer.has_value()) || ...);
  return answer;
}

std::optional<bool> apply_common_rules(const Candidate& candidate);
bool apply_stop_mark_rules(const Candidate& candidate);
bool apply_full_stop_rules(const Candidate& candidate);

/// "word.Next": does a full stop that lacks the white space behind it end a sentence?
bool lacks_space(const Candidate& candidate);

/// At least one lower-case letter and no other case, as str.islower has it.
bool is_all_lower(std::string_view word);

}  // namespace tersely
