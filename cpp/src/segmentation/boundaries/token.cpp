#include "segmentation/boundaries/token.h"

#include <algorithm>
#include <string>

#include "segmentation/boundaries/lookaround.h"
#include "segmentation/boundaries/rules.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

TokenClass table_class(std::string_view folded, const DocumentContext& document) {
  if (document.is_extra_abbreviation(folded)) return TokenClass::title;
  return static_cast<TokenClass>(document.word_bits(folded) & word_bit::abbreviation);
}

/// "sat", "in", "mass" are words when in lower case.
bool is_everyday_word(std::string_view token, std::string_view folded, const DocumentContext& document) {
  return (document.word_bits(folded) & word_bit::capitalised) != 0 && is_all_lower(token);
}

/// Groups of one to three letters with dots between them: "u.s", "ph.d".
bool is_dotted_acronym(std::string_view folded) {
  int letters = 0;
  bool dotted = false;
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = decode(folded, &i);
    if (c == '.') {
      if (letters == 0) return false;
      letters = 0;
      dotted = true;
    } else if (!is_mark(c) && (!is_letter(c) || ++letters > 3)) {
      return false;
    }
  }
  return dotted && letters > 0;
}

/// "J.-P", "J-P"
bool is_double_initial(std::string_view folded) {
  const std::size_t hyphen = folded.find('-');
  if (hyphen == std::string_view::npos) return false;
  std::string_view first = folded.substr(0, hyphen);
  if (first.ends_with('.')) first.remove_suffix(1);
  return is_single_letter(first) && is_single_letter(folded.substr(hyphen + 1));
}

bool follows_apostrophe(const Window& paragraph, std::size_t begin) {
  return is_apostrophe(paragraph.before(begin)) && begin > paragraph.begin() &&
         is_letter(paragraph.before(paragraph.previous(begin)));
}

/// The "s" of "Mary's" and the "t" of "didn't" are not initials; "int'l" may be an abbreviation.
TokenClass class_with_apostrophe(const Window& paragraph, std::size_t end, std::string_view token,
                                 const DocumentContext& document) {
  const std::size_t apostrophe = paragraph.previous(end - token.size());
  const std::string_view head = token_before(paragraph, paragraph.begin(), apostrophe);
  return table_class(FoldedWord(paragraph.slice(apostrophe - head.size(), end)).view(), document);
}

/// Slavic words may have an r or l between consonants in place of a vowel: "prst", "vlk", "трг".
bool is_syllabic(CodePoint c) { return c == 'r' || c == 'l' || c == 0x440 || c == 0x43b; }

bool has_syllabic_consonants(std::string_view folded, const DocumentContext& document) {
  for (const std::string_view code : {"cs", "sk", "sl", "hr", "bs", "sr"}) {
    if (document.is(code)) return true;
  }
  return is_cyrillic(Window(folded, 0, folded.size()).at(0));
}

/// Two to five consonants, none of which forms a syllable.
bool is_vowelless(std::string_view folded, const DocumentContext& document) {
  std::uint32_t letters = 0;
  bool syllable = false;  // true if another letter follows
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = decode(folded, &i);
    if (!is_consonant(c) || ++letters > 5) return false;
    if (syllable && has_syllabic_consonants(folded, document)) return false;
    syllable = letters > 1 && is_syllabic(c);
  }
  return letters > 1;
}

bool looks_abbreviated(std::string_view token, std::string_view folded, const DocumentContext& document) {
  if (!is_vowelless(folded, document)) return false;
  if (!is_all_lower(token.substr(Window(token, 0, token.size()).after(0)))) return false;
  return (document.word_bits(folded) & word_bit::interjection) == 0;
}

/// Hebrew writes a quotation mark before the last letter of an acronym.
bool follows_gershayim(const Window& paragraph, std::size_t begin) {
  const CodePoint mark = paragraph.before(begin);
  if (mark != '"' && mark != 0x5f4 && mark != 0x201d) return false;
  return is_hebrew(paragraph.at(begin)) && is_hebrew(paragraph.before(paragraph.previous(begin)));
}

/// The class of "z. B.", "и т. д.", "u. S. w.": short tokens with spaces between them. The table has them without
/// spaces.
TokenClass class_of_spaced(const Window& paragraph, std::size_t begin, std::string_view folded,
                           const DocumentContext& document) {
  constexpr std::uint32_t max_letters = 3;
  constexpr int max_tokens = 3;
  TokenClass found = TokenClass::word;
  std::string joined;
  for (int n = 0; n < max_tokens; ++n) {
    const std::size_t stop = before_space(paragraph, begin);
    if (stop == begin || paragraph.before(stop) != '.') break;
    const std::string_view token = token_before(paragraph, paragraph.begin(), stop - 1);
    if (token.empty() || count_code_points(token) > max_letters) break;
    if (joined.empty()) joined = folded;
    joined.insert(0, std::string(FoldedWord(token).view()) + ".");
    if (const TokenClass c = table_class(joined, document); c != TokenClass::word) found = c;
    begin = stop - 1 - token.size();
  }
  return found;
}

/// "LTS" and "EST" are acronyms, not the abbreviations "Lts." and "est.", unless their neighbour is in capitals too.
bool is_acronym(const Window& paragraph, std::size_t end, std::string_view token, std::string_view folded,
                const DocumentContext& document) {
  if (!is_capital_word(token) || (document.word_bits(folded) & word_bit::acronym) == 0) return false;
  if (table_class(folded, document) == TokenClass::numeric) return false;
  const std::size_t before = before_space(paragraph, end - token.size());
  const std::string_view last = token_before(paragraph, paragraph.begin(), before);
  const std::string_view next = word_at(paragraph, std::min(paragraph.skip_space(end + 1), paragraph.end()));
  return !is_capital_word(last.empty() ? next : last);
}

}  // namespace

bool is_single_letter(std::string_view token) {
  if (token.empty()) return false;
  std::size_t i = 0;
  const CodePoint c = decode(token, &i);
  while (i < token.size()) {
    if (!is_mark(decode(token, &i))) return false;
  }
  return is_letter(c);
}

bool is_capital_word(std::string_view word) {
  std::uint32_t letters = 0;
  for (std::size_t i = 0; i < word.size(); ++letters) {
    if (!is_upper(decode(word, &i))) return false;
  }
  return letters > 1;
}

bool is_number(std::string_view token) {
  bool digit = false;  // was the last character a digit?
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    if (is_ascii_digit(c)) {
      digit = true;
    } else if ((c == '.' && digit) || (c == '-' && i > 0 && token[i - 1] != '-')) {
      digit = false;
    } else {
      return false;
    }
  }
  return digit;
}

bool is_roman_numeral(std::string_view token) {
  return !token.empty() && token.size() <= 5 && token.find_first_not_of("IVX") == std::string_view::npos;
}

TokenClass classify(const Window& paragraph, std::size_t end, std::string_view token, std::string_view folded,
                    const DocumentContext& document) {
  const std::size_t begin = end - token.size();
  if (follows_gershayim(paragraph, begin)) return TokenClass::word;
  if (follows_apostrophe(paragraph, begin)) {
    const TokenClass c = class_with_apostrophe(paragraph, end, token, document);
    if (c != TokenClass::word || (is_single_letter(token) && is_all_lower(token))) return c;
  }
  if (const TokenClass c = class_of_spaced(paragraph, begin, folded, document); c != TokenClass::word) return c;
  if (is_acronym(paragraph, end, token, folded, document)) return TokenClass::word;
  if (paragraph.before(begin) == '/' && is_single_letter(token)) return TokenClass::word;  // "km/h"
  while (folded.starts_with('-') || folded.starts_with('#')) folded.remove_prefix(1);
  if (const TokenClass c = table_class(folded, document); c != TokenClass::word) {
    return c == TokenClass::may_end && is_everyday_word(token, folded, document) ? TokenClass::word : c;
  }
  if (is_double_initial(folded)) return TokenClass::initial;
  if (const std::size_t hyphen = folded.rfind('-'); hyphen != std::string_view::npos) {
    const std::string_view last = folded.substr(hyphen + 1);
    const TokenClass c = last == "in" || last == "no" ? TokenClass::word : table_class(last, document);
    if (c != TokenClass::word) return c;
  }
  if (is_single_letter(folded)) return TokenClass::initial;
  if (is_dotted_acronym(folded)) return TokenClass::may_end;
  return looks_abbreviated(token, folded, document) ? TokenClass::vowelless : TokenClass::word;
}

}  // namespace tersely
