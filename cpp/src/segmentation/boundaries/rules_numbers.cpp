/// The rules of the full stop that look at numbers around it.
#include "segmentation/boundaries/rules_full_stop.h"

namespace tersely {
namespace {

using namespace characters;
using Answer = std::optional<bool>;

std::size_t skip_digits(const Window& paragraph, std::size_t at) { return paragraph.skip(at, is_ascii_digit); }

std::size_t skip_one_space(const Window& paragraph, std::size_t at) {
  return is_space(paragraph.at(at)) ? paragraph.after(at) : at;
}

bool is_unit(const FullStop& f, std::string_view word) {
  return (f.document.word_bits(FoldedWord(word).view()) & word_bit::unit) != 0;
}

/// "5 ft. 3 in."
bool before_other_measure(const FullStop& f) {
  const std::size_t end = skip_digits(f.paragraph, f.at.next);
  return is_unit(f, word_at(f.paragraph, skip_one_space(f.paragraph, end)));
}

bool begins_upper(std::string_view token) {
  std::size_t i = 0;
  return !token.empty() && is_upper(decode(token, &i));
}

struct EarlierToken {
  std::string_view token;
  std::size_t begin = 0;
  bool dotted = false;  // a full stop ends it, or an apostrophe shortens it
};

/// The token before the one at `begin`, if there is a space between the two.
EarlierToken token_before_space(const FullStop& f, std::size_t begin) {
  const std::size_t stop = before_space(f.paragraph, begin);
  if (stop == begin || stop <= f.at.unit_begin) return {};
  bool dotted = f.paragraph.before(stop) == '.';
  const std::size_t end = dotted ? stop - 1 : stop;
  std::string_view token = token_before(f.paragraph, f.at.unit_begin, end);
  if (is_apostrophe(f.paragraph.before(end - token.size()))) {  // "Int'l" has no full stop
    dotted = true;
    const std::size_t apostrophe = f.paragraph.previous(end - token.size());
    const std::string_view head = token_before(f.paragraph, f.at.unit_begin, apostrophe);
    token = f.paragraph.slice(apostrophe - head.size(), end);
  }
  return {token, end - token.size(), dotted};
}

/// "2d", "3d": the second and third series of a reporter.
bool is_before_series(const FullStop& f) {
  const std::size_t end = skip_digits(f.paragraph, f.at.next);
  const CodePoint c = f.paragraph.at(end);
  return end - f.at.next == 1 && c == 'd' && !is_alnum(f.paragraph.at(end + 1));
}

/// "4 Wheat. 316, 320", "10 Cush. 30": a short, unknown name whose number is not followed by a word.
bool may_name_reports(const FullStop& f) {
  constexpr std::uint32_t max_name = 6;
  if (!begins_upper(f.token) || is_capital_word(f.token) || count_code_points(f.token) > max_name) return false;
  const std::size_t end = skip_digits(f.paragraph, f.at.next);
  return is_letter(f.at.previous) && !is_alnum(f.paragraph.at(skip_one_space(f.paragraph, end)));
}

/// "art. L. 123-4", "article R. 5"
bool is_label(const FullStop& f, std::string_view token) {
  const WordTable::Bits bits = f.document.word_bits(FoldedWord(token).view());
  const auto abbreviation = static_cast<AbbreviationClass>(bits & word_bit::abbreviation);
  return (bits & word_bit::label) != 0 || abbreviation == AbbreviationClass::numeric;
}

/// "I" is a word before lower case, a number elsewhere. "Did" is not a number.
bool is_before_roman_numeral(const FullStop& f) {
  const std::string_view next = f.next_word();
  if (next.empty() || next.find_first_not_of("IVXLCDMivxlcdm") != std::string_view::npos) return false;
  if (!is_all_lower(next) && next.find_first_not_of("IVXLCDM") != std::string_view::npos) return false;
  const std::size_t behind = f.at.word + next.size();
  if (next == "I" && f.is_everyday_word()) return !is_lower(f.paragraph.at(skip_one_space(f.paragraph, behind)));
  return true;
}

/// "Fig. S2", "sol. A": a capital, alone or with digits.
bool is_before_label(const FullStop& f) {
  const std::string_view next = f.next_word();
  if (next.size() != 1 || !is_upper(f.at.initial)) return false;
  if (is_ascii_digit(f.paragraph.at(f.at.word + 1))) return true;
  return !f.is_everyday_word() && !f.follows_number();
}

bool is_year(std::string_view token) {
  return token.size() == 4 && (token[0] == '1' || token[0] == '2') && is_number(token);
}

/// "5 m.", but not "1990 m. Lietuva", where the number is a year.
bool is_measured(const FullStop& f) {
  if (!f.follows_number() || !is_all_lower(f.token)) return false;
  return f.token.size() > 1 || !is_year(token_before_space(f, f.token_begin).token);
}

}  // namespace

/// "It is 5 km. Farmers walk.": the full stop after a unit ends the sentence. "ft." and "min." are units only after a
/// number.
Answer unit_of_measure(const FullStop& f) {
  if (!f.has_bit(word_bit::unit) || f.before_bracket()) return std::nullopt;
  const bool symbol = f.token_class == TokenClass::vowelless || f.token_class == TokenClass::word;
  if (f.token_class != TokenClass::vowelless && !is_measured(f)) return std::nullopt;
  if (f.before_digit()) return symbol && f.follows_number() && !before_other_measure(f);
  return is_letter(f.at.initial) && f.document.capitalises_nouns() && !symbol ? std::nullopt : Answer(true);
}

/// "438 U. S. 265", "631 F. 3d 213", "Fed. R. Civ. P. 12": a number, or an abbreviation of several letters, then
/// initials and abbreviations, then a number.
Answer citation_of_report(const FullStop& f) {
  constexpr int max_tokens = 6;
  if (!f.before_digit() || f.at.closers > 0) return std::nullopt;
  if (is_before_series(f)) return false;
  if (!f.is_abbreviation() && !may_name_reports(f)) return std::nullopt;
  std::size_t begin = f.token_begin;
  for (int n = 0; n < max_tokens; ++n) {
    const EarlierToken earlier = token_before_space(f, begin);
    if (n == 0 && f.token_class == TokenClass::initial && is_label(f, earlier.token)) return false;
    if (!earlier.dotted) return is_number(earlier.token) ? Answer(false) : std::nullopt;
    if (!begins_upper(earlier.token)) break;
    if (f.token_class == TokenClass::initial && count_code_points(earlier.token) > 1) return false;
    begin = earlier.begin;
  }
  return std::nullopt;
}

/// "Matt. 5:3": a short name before a chapter and a verse.
Answer chapter_and_verse(const FullStop& f) {
  constexpr std::uint32_t max_name = 5;
  if (!f.before_digit() || !begins_upper(f.token) || f.has_bit(word_bit::starter | word_bit::stop)) return std::nullopt;
  if (count_code_points(f.token) > max_name || f.token.find('.') != std::string_view::npos) return std::nullopt;
  const std::size_t colon = skip_digits(f.paragraph, f.at.next);
  if (f.paragraph.at(colon) != ':' || !is_ascii_digit(f.paragraph.at(colon + 1))) return std::nullopt;
  return is_letter(f.at.previous) ? Answer(false) : std::nullopt;
}

/// "2020. 5. 3.": Korean and Hungarian dates, and full dates in any language. In Korean the last full stop is part of
/// the date.
Answer date_in_numbers(const FullStop& f) {
  if (f.at.closers > 0 || !is_number(f.token)) return std::nullopt;
  const bool usual = f.document.is("ko") || f.document.is("hu");
  const std::size_t end = skip_digits(f.paragraph, f.at.next);
  const bool before_part = end > f.at.next && end - f.at.next <= 2 && f.paragraph.at(end) == '.';
  if (is_year(f.token)) {
    const bool in_full = before_part && is_space(f.paragraph.at(end + 1)) &&
                         is_ascii_digit(f.paragraph.at(skip_one_space(f.paragraph, end + 1)));
    return in_full || (before_part && usual) ? Answer(false) : std::nullopt;
  }
  const EarlierToken earlier = token_before_space(f, f.token_begin);
  if (f.token.size() > 2 || !earlier.dotted || !is_number(earlier.token)) return std::nullopt;
  if (is_year(earlier.token)) return before_part || usual ? Answer(false) : std::nullopt;
  const bool day = is_year(token_before_space(f, earlier.begin).token);
  return day && f.document.is("ko") ? Answer(false) : std::nullopt;
}

/// "No. 5", "Vol. IV", "Fig. S2"; otherwise an ordinary word ("He said no. Then").
Answer number_or_label(const FullStop& f) {
  if (f.token_class != TokenClass::numeric) return std::nullopt;
  if (f.before_digit() || is_before_roman_numeral(f) || is_before_label(f)) return false;
  return count_code_points(f.folded) > 1 || f.before_starter();
}

}  // namespace tersely
