#include "segmentation/boundaries/rules_full_stop.h"
#include "segmentation/boundaries/rules.h"
#include "segmentation/boundaries/token.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

using namespace characters;
using Answer = std::optional<bool>;

/// "Wait ... what", "etc.. Next", "1 . . . 5"
Answer ellipsis(const FullStop& f) {
  const Boundary& b = f.at;
  if (!is_ellipsis(b.first) && !(b.run > 1 && b.only_dots)) return std::nullopt;
  if (f.before_lower()) return false;
  if (f.before_nothing()) return true;
  if (b.run == 2 && f.is_abbreviation()) return is_upper(b.initial);
  const bool spaced_out = b.run == 3 && f.paragraph.at(b.mark + 1) == ' ';
  if (spaced_out && is_space(b.previous)) return false;
  if (f.before_digit()) return b.first == '.' && b.run > 3;
  return true;
}

/// Armenian writes ":" for the full stop and "." inside sentences.
Answer armenian(const FullStop& f) { return is_armenian(f.at.previous) ? Answer(false) : std::nullopt; }

std::size_t count_digits(const Window& paragraph, std::size_t at) { return paragraph.skip(at, is_ascii_digit) - at; }

/// One capital letter, or the same one twice.
bool is_initial(std::string_view token) {
  if (token.empty()) return false;
  std::size_t i = 0;
  const CodePoint first = decode(token, &i);
  return is_upper(first) && (i == token.size() || token.substr(0, i) == token.substr(i));
}

/// Tokenised "10 . 000", "0 . 05"
bool joins_digits(const FullStop& f) {
  if (!is_digit(f.paragraph.before(f.token_end))) return false;
  return f.token == "0" ? f.before_digit() : count_digits(f.paragraph, f.at.next) == 3;
}

/// A reporting clause after a quotation: "'' he said", "'' said"
bool begins_report(const FullStop& f) {
  const std::string_view word = f.next_word();
  const auto reports = [&f](std::string_view w) {
    return (f.document.word_bits(FoldedWord(w).view()) & word_bit::reporting) != 0;
  };
  return reports(word) || reports(word_at(f.paragraph, f.paragraph.skip_space(f.at.word + word.size())));
}

/// Tokenised "Mr . Smith", but "the verb V . For all"
bool is_title_of_name(const FullStop& f) {
  return f.token_class == TokenClass::title && is_upper(f.at.initial) && !is_initial(f.token) && !f.before_starter();
}

/// Tokenised text: "end . Next". (" .NET" has no space after the dot and never gets here.) A lower-case word begins a
/// sentence if the text has no capitals.
Answer detached(const FullStop& f) {
  if (f.at.mark == f.at.unit_begin) return false;
  if (!f.detached()) return std::nullopt;
  if (joins_digits(f)) return false;
  if (f.token_class == TokenClass::numeric && (f.before_bracket() || f.before_digit())) return false;
  if (!f.before_lower()) return !is_title_of_name(f);
  if (f.paragraph.before(f.token_end) == ',') return false;
  if (!f.document.in_lower_case_tokens()) return false;
  if (f.at.closers > 0 && begins_report(f)) return false;
  if (f.token_class == TokenClass::title) return false;
  return f.token_class == TokenClass::numeric || !f.is_abbreviation() || f.follows_number() || f.before_starter();
}

bool is_marker(std::string_view token) {
  constexpr std::string_view roman = "ivxIVX";
  std::size_t i = 0;
  while (i < token.size()) {
    std::size_t behind = i;
    const CodePoint c = decode(token, &behind);
    if (!is_bullet(c) && c != '(' && c != '[') break;
    i = behind;
  }
  token.remove_prefix(i);
  if (is_single_letter(token)) return true;
  if (token.empty() || token.size() > 5) return false;
  return token.find_first_not_of(roman) == std::string_view::npos ||
         (is_number(token) && token.find('-') == std::string_view::npos);
}

bool only_bullets(const Window& paragraph, std::size_t begin, std::size_t end) {
  constexpr std::size_t max_size = 16;
  if (end - begin > max_size) return false;
  const std::size_t behind = paragraph.skip(begin, [](CodePoint c) {
    return is_bullet(c) || (c >= 0x2013 && c <= 0x2014) || c == '-' || c == '*' || c == '#' || c == '(' || c == ' ' ||
           c == '\t' || c == 0xa0;
  });
  return behind >= end;
}

/// "1. First", "a. First", "IV. Fourth", "1.) First" at the start of the unit.
Answer list_marker(const FullStop& f) {
  const Boundary& b = f.at;
  if (b.closers > 0 && f.paragraph.slice(b.mark, b.end) != ".)") return std::nullopt;
  return is_marker(f.token) && only_bullets(f.paragraph, b.unit_begin, f.token_begin) ? Answer(false) : std::nullopt;
}

Answer closer_before_lower(const FullStop& f) {
  return (f.at.closers > 0 || f.at.emphasised) && f.before_lower() ? Answer(false) : std::nullopt;
}

/// "Sec. 4. Text", "Article 12. Text": a label with its number is not a sentence.
Answer label(const FullStop& f) {
  const Boundary& b = f.at;
  constexpr std::size_t max_label = 40;
  if (b.closers > 0 || b.mark - b.unit_begin > max_label || f.before_lower()) return std::nullopt;
  const Window& p = f.paragraph;
  std::size_t at =
      p.skip(b.unit_begin, [](CodePoint c) { return c == '"' || c == '\'' || c == '`' || c == '(' || c == '['; });
  const std::string_view word = word_at(p, at);
  if ((f.document.word_bits(FoldedWord(word).view()) & word_bit::label) == 0) return std::nullopt;
  at += word.size();
  if (p.at(at) == '.') ++at;
  if (p.at(at) == ' ') ++at;
  std::string_view number = p.slice(at, std::max(at, b.mark));
  const std::size_t size = std::min(number.find_first_not_of("0123456789IVXivx"), number.size());
  if (size == 0 || size > 5) return std::nullopt;
  number.remove_prefix(size);
  return number.empty() || is_single_letter(number) ? Answer(false) : std::nullopt;
}

/// "ab 1. Mai" in an unknown language.
bool before_foreign_month(const FullStop& f) {
  return f.token.size() <= 2 && f.document.is("und") && (f.next_word_bits() & word_bit::month) != 0;
}

/// "am 3. Mai", "der 12. Mann"; German capitalises nouns, so only a starter ends the sentence there.
Answer ordinal(const FullStop& f) {
  if (f.at.closers > 0 || !is_number(f.token)) return std::nullopt;
  if (!f.document.has_ordinals()) return before_foreign_month(f) ? Answer(false) : std::nullopt;
  if (f.before_lower()) return false;
  const bool short_number = f.token.size() <= 2;
  if (short_number || f.token.find_first_of(".-") != std::string_view::npos) {
    if (f.before_digit()) return false;
    const WordTable::Bits bits = f.next_word_bits();
    if ((bits & word_bit::month) != 0) return false;
    if (short_number && f.document.is("de") && is_upper(f.at.initial) && (bits & word_bit::starter) == 0) return false;
  }
  return short_number && f.before_nothing() ? Answer(true) : std::nullopt;
}

/// "Ludwig XIV. regierte", "Johannes XXIII. Papst"
Answer roman_ordinal(const FullStop& f) {
  if (!f.document.has_ordinals() || !is_roman_numeral(f.token)) return std::nullopt;
  if (f.before_lower() || f.before_digit()) return false;
  return is_upper(f.at.initial) && !f.before_starter() ? Answer(false) : std::nullopt;
}

bool is_lower_case_word(std::string_view token, std::size_t min_letters) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < token.size(); ++letters) {
    if (!is_letter(decode(token, &i))) return false;
  }
  return letters >= min_letters && is_all_lower(token);
}

/// Lower case follows. This is usually inside a sentence, but an end after a whole word, or if the text begins its
/// sentences in lower case.
Answer lower_next(const FullStop& f) {
  if (!f.before_lower()) return std::nullopt;
  if (f.is_abbreviation() || f.before_bracket() || f.at.opened) return false;
  if (is_lower_case_word(f.token, 4)) return true;
  return count_code_points(f.folded) >= 2 && is_letter(f.at.previous) && f.document.in_lower_case();
}

Answer title(const FullStop& f) { return f.token_class == TokenClass::title ? Answer(false) : std::nullopt; }

Answer bracket_after_abbreviation(const FullStop& f) {
  const bool applies = f.token_class == TokenClass::numeric || f.token_class == TokenClass::may_end;
  return applies && f.before_bracket() ? Answer(false) : std::nullopt;
}

/// "(Ct. App. Feb. 2, 2023)", "(Crim. App. June 5, 2003)": inside a bracket, before another abbreviation or a month.
Answer abbreviations_in_bracket(const FullStop& f) {
  if (f.at.closers > 0 || !f.is_abbreviation() || f.token_class == TokenClass::ends) return std::nullopt;
  if (!is_upper(f.at.initial)) return std::nullopt;
  const WordTable::Bits bits = f.next_word_bits();
  const bool month = (bits & word_bit::month) != 0;
  const bool abbreviation =
      (bits & word_bit::abbreviation) != 0 && f.paragraph.at(f.at.word + f.next_word().size()) == '.';
  return (month || abbreviation) && f.inside_bracket() ? Answer(false) : std::nullopt;
}

/// "Inc.", "U.S.": ends before a starter ("in the U.S. The law") or an opening quote, but not before a name.
Answer may_end(const FullStop& f) {
  if (f.token_class != TokenClass::may_end) return std::nullopt;
  if (f.before_digit()) return false;
  return f.before_nothing() || is_opener(f.at.following) || f.before_starter();
}

/// "At 5 a.m. Mr. Smith", "p.m. ET"
bool is_time_inside_sentence(const FullStop& f) {
  const bool half_day = f.folded == "a.m" || f.folded == "p.m" || f.folded == "am" || f.folded == "pm";
  if (half_day && (f.next_word_bits() & word_bit::time) != 0) return true;
  const std::string_view before = f.paragraph.slice(f.at.unit_begin, f.token_begin);
  constexpr std::size_t max_size = 24;
  if (before.size() > max_size || std::count(before.begin(), before.end(), ' ') > 2) return false;
  const FoldedWord first(word_at(f.paragraph, f.at.unit_begin));
  for (const std::string_view preposition : {"at", "by", "from", "until", "before", "after", "around", "since"}) {
    if (first.view() == preposition) return true;
  }
  return false;
}

/// "etc. The", "at 5 p.m. The"
Answer ends(const FullStop& f) {
  if (f.token_class != TokenClass::ends) return std::nullopt;
  if (f.token == "Am") return f.before_starter();  // "Am. J. Med."
  return !f.before_digit() && !is_time_inside_sentence(f);
}

/// "J. Smith", "plan B. The"
Answer initial(const FullStop& f) {
  if (f.token_class != TokenClass::initial) return std::nullopt;
  if (f.before_digit()) return !is_all_lower(f.token);
  return is_upper(f.at.initial) && f.before_starter();
}

/// "А. С. Пушкин", "U. S.", "EE. UU.": a capital or a doubled one, followed by another with its own full stop.
Answer chained_initials(const FullStop& f) {
  const std::string_view next = f.next_word();
  const bool chain = is_initial(f.token) && is_initial(next) && f.paragraph.at(f.at.word + next.size()) == '.';
  return chain && f.at.word == f.at.next ? Answer(false) : std::nullopt;
}

Answer vowelless(const FullStop& f) {
  if (f.token_class != TokenClass::vowelless) return std::nullopt;
  return !f.before_digit() && f.before_starter();
}

/// "Com. & Adm.", "Stat. § 5"
Answer before_symbol(const FullStop& f) {
  const CodePoint c = f.at.following;
  if (c == '&' || c == '=') return is_space(f.paragraph.at(f.at.next + 1)) ? Answer(false) : std::nullopt;
  const bool section = c == 0xa7 || c == 0xb6 || c == 0x2116 || c == '#';
  const bool ordinal = f.document.has_ordinals() && is_number(f.token);
  return section && (ordinal || f.is_abbreviation()) ? Answer(false) : std::nullopt;
}

/// "(pop. 256,000)", "(вып. № 5)"
Answer digit_inside_bracket(const FullStop& f) {
  const bool number = f.before_digit() || f.at.following == 0x2116;
  return number && f.at.closers == 0 && f.inside_bracket() ? Answer(false) : std::nullopt;
}

}  // namespace

bool apply_full_stop_rules(const BoundaryContext& context) {
  const FullStop full_stop(context);
  return first_answer<ellipsis, armenian, before_symbol, detached, list_marker, closer_before_lower, label,
                      date_in_numbers, ordinal, roman_ordinal, lower_next, unit_of_measure, title, chained_initials,
                      citation_of_report, chapter_and_verse, bracket_after_abbreviation, abbreviations_in_bracket,
                      number_or_label, may_end, ends, initial, vowelless, digit_inside_bracket>(full_stop)
      .value_or(true);
}

}  // namespace tersely
