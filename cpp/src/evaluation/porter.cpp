#include "evaluation/porter.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace tersely {
namespace {

// NLTK's extensions, where they differ from the paper: a list of irregular words; "-ies" of four letters gives "-ie";
// "-ied" is a suffix; "y" becomes "i" after a consonant that is not the first letter; "-bli", "-alli", "-fulli" and
// "-logi" are suffixes; two letters, a vowel and a consonant, count as a short stem.

using Irregular = std::pair<std::string_view, std::string_view>;
constexpr std::array<Irregular, 16> irregular_words = {{{"cannings", "canning"},
                                                        {"canning", "canning"},
                                                        {"dying", "die"},
                                                        {"exceed", "exceed"},
                                                        {"howe", "howe"},
                                                        {"inning", "inning"},
                                                        {"innings", "inning"},
                                                        {"lying", "lie"},
                                                        {"news", "news"},
                                                        {"outing", "outing"},
                                                        {"outings", "outing"},
                                                        {"proceed", "proceed"},
                                                        {"skies", "sky"},
                                                        {"sky", "sky"},
                                                        {"succeed", "succeed"},
                                                        {"tying", "tie"}}};

struct Rule {
  std::string_view suffix;
  std::string_view replacement;
};

// In these lists, no rule but the first whose suffix matches is tried.
constexpr Rule step_2_rules[] = {{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"},   {"anci", "ance"},
                                 {"izer", "ize"},    {"bli", "ble"},     {"alli", "al"},     {"entli", "ent"},
                                 {"eli", "e"},       {"ousli", "ous"},   {"ization", "ize"}, {"ation", "ate"},
                                 {"ator", "ate"},    {"alism", "al"},    {"iveness", "ive"}, {"fulness", "ful"},
                                 {"ousness", "ous"}, {"aliti", "al"},    {"iviti", "ive"},   {"biliti", "ble"},
                                 {"fulli", "ful"},   {"logi", "log"}};
constexpr Rule step_3_rules[] = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
                                 {"ical", "ic"},  {"ful", ""},   {"ness", ""}};
constexpr std::string_view step_4_suffixes[] = {"al",  "ance",  "ence", "er",  "ic",  "able", "ible",
                                                "ant", "ement", "ment", "ent", "ion", "ou",   "ism",
                                                "ate", "iti",   "ous",  "ive", "ize"};

bool is_vowel(std::string_view word, std::size_t i) {
  static constexpr std::string_view vowels = "aeiou";
  if (vowels.find(word[i]) != std::string_view::npos) return true;
  if (word[i] != 'y') return false;
  std::size_t first = i;  // of the run of y, in which consonant and vowel alternate
  while (first > 0 && word[first - 1] == 'y') --first;
  const bool after_consonant = first > 0 && vowels.find(word[first - 1]) == std::string_view::npos;
  return (i - first) % 2 == (after_consonant ? 0 : 1);
}

bool has_vowel(std::string_view stem) {
  for (std::size_t i = 0; i < stem.size(); ++i) {
    if (is_vowel(stem, i)) return true;
  }
  return false;
}

/// The number of vowel-consonant sequences, m in the paper; counted to 2 only.
int measure(std::string_view stem) {
  int n = 0;
  bool after_vowel = false;
  for (std::size_t i = 0; i < stem.size() && n < 2; ++i) {
    const bool vowel = is_vowel(stem, i);
    n += after_vowel && !vowel ? 1 : 0;
    after_vowel = vowel;
  }
  return n;
}

bool ends_in_double_consonant(std::string_view word) {
  const std::size_t n = word.size();
  return n >= 2 && word[n - 1] == word[n - 2] && !is_vowel(word, n - 1);
}

/// *o in the paper: consonant, vowel, consonant other than w, x, y.
bool ends_short(std::string_view word) {
  const std::size_t n = word.size();
  if (n == 2) return is_vowel(word, 0) && !is_vowel(word, 1);
  if (n < 3 || is_vowel(word, n - 3) || !is_vowel(word, n - 2) || is_vowel(word, n - 1)) return false;
  return word[n - 1] != 'w' && word[n - 1] != 'x' && word[n - 1] != 'y';
}

std::string_view without(std::string_view word, std::string_view suffix) {
  return word.substr(0, word.size() - suffix.size());
}

void replace(std::string* word, Rule rule) {
  word->resize(word->size() - rule.suffix.size());
  word->append(rule.replacement);
}

void step_1a(std::string* word) {
  if (word->size() == 4 && word->ends_with("ies")) return replace(word, {"ies", "ie"});
  if (word->ends_with("sses")) return replace(word, {"sses", "ss"});
  if (word->ends_with("ies")) return replace(word, {"ies", "i"});
  if (word->ends_with("s") && !word->ends_with("ss")) word->pop_back();
}

/// What follows when "-ed" or "-ing" has been removed.
void repair(std::string* word) {
  for (const Rule rule : {Rule{"at", "ate"}, Rule{"bl", "ble"}, Rule{"iz", "ize"}}) {
    if (word->ends_with(rule.suffix)) return replace(word, rule);
  }
  if (ends_in_double_consonant(*word)) {
    const char last = word->back();
    if (last != 'l' && last != 's' && last != 'z') word->pop_back();
  } else if (measure(*word) == 1 && ends_short(*word)) {
    word->push_back('e');
  }
}

void step_1b(std::string* word) {
  if (word->ends_with("ied")) return replace(word, {"ied", word->size() == 4 ? "ie" : "i"});
  if (word->ends_with("eed")) {
    if (measure(without(*word, "eed")) > 0) word->pop_back();
    return;
  }
  for (const std::string_view suffix : {"ed", "ing"}) {
    if (!word->ends_with(suffix) || !has_vowel(without(*word, suffix))) continue;
    replace(word, {suffix, ""});
    return repair(word);
  }
}

void step_1c(std::string* word) {
  const std::size_t n = word->size();
  if (n > 2 && word->back() == 'y' && !is_vowel(*word, n - 2)) word->back() = 'i';
}

/// Replaces the suffix of the first rule that matches, if the stem has a positive measure.
void apply_rules(std::span<const Rule> rules, std::string* word) {
  for (const Rule& rule : rules) {
    if (!word->ends_with(rule.suffix)) continue;
    // The "l" of "-logi" belongs to the stem, so that "geology" is stemmed as "archaeology" is.
    const std::string_view suffix = rule.suffix == "logi" ? "ogi" : rule.suffix;
    if (measure(without(*word, suffix)) > 0) replace(word, rule);
    return;
  }
}

void step_2(std::string* word) {
  if (word->ends_with("alli") && measure(without(*word, "alli")) > 0) replace(word, {"alli", "al"});
  apply_rules(step_2_rules, word);
}

void step_4(std::string* word) {
  for (const std::string_view suffix : step_4_suffixes) {
    if (!word->ends_with(suffix)) continue;
    const std::string_view stem = without(*word, suffix);
    const bool allowed = suffix != "ion" || stem.ends_with('s') || stem.ends_with('t');
    if (allowed && measure(stem) > 1) replace(word, {suffix, ""});
    return;
  }
}

void step_5(std::string* word) {
  if (word->ends_with('e')) {
    const std::string_view stem = without(*word, "e");
    const int m = measure(stem);
    if (m > 1 || (m == 1 && !ends_short(stem))) word->pop_back();
  }
  if (word->ends_with("ll") && measure(without(*word, "l")) > 1) word->pop_back();
}

}  // namespace

void porter_stem(std::string* word) {
  const auto irregular = std::find_if(irregular_words.begin(), irregular_words.end(),
                                      [&](const Irregular& entry) { return entry.first == *word; });
  if (irregular != irregular_words.end()) {
    *word = irregular->second;
    return;
  }
  if (word->size() <= 2) return;
  step_1a(word);
  step_1b(word);
  step_1c(word);
  step_2(word);
  apply_rules(step_3_rules, word);
  step_4(word);
  step_5(word);
}

}  // namespace tersely
