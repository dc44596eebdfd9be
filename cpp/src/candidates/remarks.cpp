#include "candidates/remarks.h"

#include <algorithm>

#include "candidates/citations.h"
#include "languages/language_tables.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

constexpr std::size_t sample = 100;         // units whose lines show the genre
constexpr std::uint32_t most_of_line = 12;  // words of such a line
constexpr std::uint32_t most_of_salutation = 5;
constexpr std::uint32_t most_of_courtesy = 16;
constexpr std::uint32_t most_of_formula = 25;
constexpr double without_outcome = 0.4;
constexpr double without_outcome_spoken = 0.8;

/// A sentence with a number or a quotation says something.
bool says_something(std::string_view sentence) {
  return sentence.find_first_of("0123456789\"") != std::string_view::npos ||
         sentence.find("\u201c") != std::string_view::npos || sentence.find("\u00ab") != std::string_view::npos;
}

/// The first run of letters, or nothing if a digit precedes it.
std::string_view first_word(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t next = 0; begin < text.size(); begin = next) {
    const CodePoint c = decode(text, &next);
    if (is_digit(c)) return {};
    if (is_letter(c)) break;
  }
  std::size_t end = begin;
  for (std::size_t next = begin; end < text.size() && is_letter(decode(text, &next)); end = next) {
  }
  return text.substr(begin, end - begin);
}

}  // namespace

Remarks::Remarks(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words,
                 const Language& language, Speech speech)
    : text_(text), units_(units), n_words_(n_words), language_(language), phrases_(language.tables().remarks()) {
  genre_.speech = speech;
  find_genre();
}

std::string_view Remarks::said(std::size_t unit) const {
  return text_.substr(units_[unit].content, units_[unit].span.end - units_[unit].content);
}

bool Remarks::begins_paragraph(std::size_t unit) const {
  return unit == 0 || units_[unit - 1].paragraph != units_[unit].paragraph;
}

void Remarks::find_genre() {
  std::vector<std::string_view> marks;
  const auto find = [&](std::size_t i) {
    if (n_words_[i] > most_of_line || !begins_paragraph(i)) return;
    const std::string_view line = units_[i].kind == UnitKind::turn ? units_[i].span.of(text_) : said(i);
    const PhraseTable::Found found = phrases_.find(line);
    genre_.letter = genre_.letter || is_salutation(i, found.section);
    const bool mark = (found.section & word_bit::record_mark) != 0;
    if (mark && std::find(marks.begin(), marks.end(), found.text) == marks.end()) marks.push_back(found.text);
  };
  for (std::size_t i = 0; i < std::min(sample, units_.size()); ++i) find(i);
  for (std::size_t i = std::max(sample, units_.size()) - sample; i < units_.size(); ++i) find(i);
  genre_.record = marks.size() >= 2;
}

/// "Dear Ann,", "Hi all!", "Many thanks"
bool Remarks::is_salutation(std::size_t unit, WordTable::Bits section) const {
  if (n_words_[unit] > most_of_salutation) return false;
  const bool line = units_[unit].kind == UnitKind::heading || units_[unit].kind == UnitKind::code;
  return (section & word_bit::salutation) != 0 || (line && (section & word_bit::courtesy) != 0);
}

/// "Um, okay, so let's wait": without the words before "let's".
std::string_view Remarks::without_fillers(std::string_view sentence) const {
  constexpr int most = 4;
  for (int n = 0; n < most; ++n) {
    const std::string_view word = first_word(sentence);
    const bool filler = language_.is_filler(FoldedWord(word).view()) ||
                        language_.tables().openings().find(word).kind == Opening::connective;
    if (word.empty() || !filler) break;
    sentence.remove_prefix(static_cast<std::size_t>(word.data() - sentence.data()) + word.size());
  }
  return sentence;
}

bool Remarks::is_courtesy(std::size_t unit) const {
  if (n_words_[unit] > most_of_courtesy || says_something(said(unit))) return false;
  const auto is_one = [this](std::string_view words) {
    return (phrases_.find(words).section & word_bit::courtesy) != 0;
  };
  return is_one(said(unit)) || (genre_.speech != Speech::none && is_one(without_fillers(said(unit))));
}

bool Remarks::is_formula(std::size_t unit) const {
  if (!genre_.record || n_words_[unit] > most_of_formula) return false;
  return (phrases_.find(said(unit)).section & word_bit::formula) != 0 ||
         (n_words_[unit] <= most_of_line && is_bare(said(unit)));
}

std::vector<std::size_t> Remarks::find_empty(std::span<const Reason> reasons) const {
  const bool courtesies = genre_.letter || genre_.speech != Speech::none;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (reasons[i] != Reason::candidate) continue;
    if (is_formula(i) || (courtesies && is_courtesy(i)) || is_citation(said(i), n_words_[i], phrases_))
      found.push_back(i);
  }
  return found;
}

void Remarks::weigh_outcomes(std::span<const Reason> reasons, std::vector<double>* factors) const {
  if (!genre_.record && genre_.speech != Speech::conversation) return;
  std::vector<std::size_t> others;
  std::size_t outcomes = 0;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (reasons[i] != Reason::candidate) continue;
    if (phrases_.occurs(said(i), word_bit::outcome)) {
      ++outcomes;
    } else {
      others.push_back(i);
    }
  }
  if (outcomes == 0) return;
  factors->resize(units_.size(), 1);
  const double factor = genre_.record ? without_outcome : without_outcome_spoken;
  for (const std::size_t i : others) (*factors)[i] *= factor;
}

}  // namespace tersely
