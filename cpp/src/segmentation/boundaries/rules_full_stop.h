/// What the rules of the full stop need to know.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "segmentation/boundaries/rules.h"
#include "segmentation/boundaries/token.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {

/// A boundary at a full stop, with the token before it.
struct FullStop : BoundaryContext {
  explicit FullStop(const BoundaryContext& c)
      : BoundaryContext(c),
        token_end(is_space(at.previous) ? std::max(before_space(paragraph, at.mark), at.unit_begin) : at.mark),
        token(token_before(paragraph, at.unit_begin, token_end)),
        token_begin(token_end - token.size()),
        folded_word(token),
        folded(folded_word.view()),
        token_class(class_before_closers()) {}
  FullStop(const FullStop&) = delete;
  FullStop& operator=(const FullStop&) = delete;

  bool is_abbreviation() const { return token_class != TokenClass::word; }
  bool before_digit() const { return is_digit(at.initial); }
  bool before_nothing() const { return at.initial == no_code_point; }
  bool before_bracket() const { return characters::is_open_bracket(at.following); }
  /// Tokenised text: there is a space before the stop.
  bool detached() const { return token_end < at.mark; }
  bool has_bit(WordTable::Bits bits) const { return (document.word_bits(folded) & bits) != 0; }
  /// Is the abbreviation also a common word: "no", "art"?
  bool is_everyday_word() const { return has_bit(word_bit::starter | word_bit::stop | word_bit::capitalised); }
  /// "5 km" or "5-km"; the "km" of "5km" is not a token of its own.
  bool follows_number() const { return is_digit(paragraph.before(before_space(paragraph, token_begin))); }

  std::size_t token_end;
  std::string_view token;
  std::size_t token_begin;
  FoldedWord folded_word;
  std::string_view folded;
  TokenClass token_class;

 private:
  /// A bracket that closes after the full stop makes the token an ordinary word ("(etc.) Next"). A quote before a
  /// capital makes most abbreviations end the sentence.
  TokenClass class_before_closers() const {
    const TokenClass c = classify(paragraph, token_end, token, folded, document);
    if (at.closers == 0 || c == TokenClass::word) return c;
    const CodePoint closer = paragraph.at(at.run_end);
    if (closer == ')' || closer == ']') return TokenClass::word;
    return is_upper(at.initial) && c != TokenClass::title && c != TokenClass::numeric ? TokenClass::ends : c;
  }
};

/// The rules of the full stop about numbers: "438 U. S. 265", "Matt. 5:3", "2020. 5. 3.", "5 km. Next".
std::optional<bool> unit_of_measure(const FullStop& f);
std::optional<bool> citation_of_report(const FullStop& f);
std::optional<bool> chapter_and_verse(const FullStop& f);
std::optional<bool> date_in_numbers(const FullStop& f);
std::optional<bool> number_or_label(const FullStop& f);

}  // namespace tersely
