/// The rules of decision.h, in three lists: the common rules, then those for ! and ? or those for the full stop. A
/// rule says whether the unit ends, or nothing. The first answer counts, so a rule may assume that those before it had
/// none.
#pragma once

#include <optional>
#include <string_view>

#include "segmentation/boundaries/decision.h"

namespace tersely {

/// What a rule looks at: a possible boundary, its paragraph, and its document.
struct BoundaryContext {
  const Window& paragraph;
  const Boundary& at;
  const DocumentContext& document;

  std::string_view next_word() const { return word_at(paragraph, at.word); }
  /// The bits of the folded next word, with those of its part before an apostrophe ("l'homme") unless it is a starter.
  WordTable::Bits next_word_bits() const;
  /// Is the next word one that often begins sentences?
  bool before_starter() const;
  /// Words such as "wikiHow" and "iPhone" count as capitalised.
  bool before_lower() const { return is_lower(at.initial) && !begins_mixed_case(); }
  bool begins_mixed_case() const;
  bool inside_bracket() const { return in_bracket(paragraph, at.unit_begin, at.mark); }
};

/// The answer of the first of `rules` that has one. A template, not an array of functions, so that calls can be
/// inlined.
template <auto... rules, typename C>
std::optional<bool> first_answer(const C& context) {
  std::optional<bool> answer;
  (void)((answer = rules(context), answer.has_value()) || ...);
  return answer;
}

std::optional<bool> apply_common_rules(const BoundaryContext& context);
bool apply_stop_mark_rules(const BoundaryContext& context);
bool apply_full_stop_rules(const BoundaryContext& context);

/// "word.Next": does a full stop without white space after it end a sentence?
bool lacks_space(const BoundaryContext& context);

/// Is there a lower-case letter and none of another case, as in Python's str.islower?
bool is_all_lower(std::string_view word);

}  // namespace tersely
