#include "tersely/analyzer.h"

#include <algorithm>
#include <cstring>

#include "icu.h"
#include "interner.h"
#include "sort_unique.h"

namespace tersely {
namespace {

constexpr std::size_t prefix_length = 6;  // code points

/// The part of a folded word that is its key.
std::string_view key_of(std::string_view folded, Stem stem) {
  if (stem == Stem::none) return folded;
  std::size_t cut = folded.size();
  std::size_t n = 0;
  bool cased = false;
  for (std::size_t at = 0; at < folded.size(); ++n) {
    if (n == prefix_length) cut = at;
    const CodePoint c = next_code_point(folded, &at);
    if (is_digit(c)) return folded;
    cased |= is_cased(c);
  }
  return cased ? folded.substr(0, cut) : folded;
}

std::unique_ptr<Interner> fold_stop_words(const AnalysisOptions& options) {
  if (!options.stop_words) return nullptr;
  auto folded = std::make_unique<Interner>();
  for (const std::string& word : *options.stop_words) folded->intern(fold(word));
  return folded;
}

/// A pair of keys as bytes, for an Interner.
std::string_view pair_bytes(const std::uint32_t (&pair)[2]) {
  return {reinterpret_cast<const char*>(pair), sizeof pair};
}

}  // namespace

Words::Words() = default;
Words::~Words() = default;
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;

Words::Words(std::string_view text, std::span<const Unit> units, const Language& language,
             const AnalysisOptions& options, Workspace* workspace, const Cancel& cancel)
    : language_(language),
      stem_(options.stem),
      own_stop_words_(fold_stop_words(options)),
      form_ids_(std::make_unique<Interner>()),
      key_ids_(std::make_unique<Interner>()) {
  std::vector<Span> spans;
  std::string folded;
  offsets_.reserve(units.size() + 1);
  for (std::size_t u = 0; u < units.size(); ++u) {
    cancel.check_at(u);
    spans.clear();
    workspace->word_iterator().append_words(text, {units[u].content, units[u].span.end}, &spans);
    for (const Span& span : spans) {
      fold(span.of(text), &folded);
      const std::uint32_t form = form_ids_->intern(folded);
      if (form == forms_.size()) forms_.push_back(analyze(folded));
      words_.push_back({span, form});
    }
    offsets_.push_back(static_cast<std::uint32_t>(words_.size()));
  }
}

Words::Form Words::analyze(std::string_view folded) {
  return {key_ids_->intern(key_of(folded, stem_)), is_stop_word(folded)};
}

bool Words::is_stop_word(std::string_view folded) const {
  return own_stop_words_ ? own_stop_words_->find(folded) != Interner::not_found : language_.is_stop_word(folded);
}

std::uint32_t Words::n_keys() const { return key_ids_->size(); }

std::vector<std::uint32_t> Words::known_keys(std::string_view text, Workspace* workspace) const {
  std::vector<Span> spans;
  workspace->word_iterator().append_words(text, {0, static_cast<std::uint32_t>(text.size())}, &spans);
  std::vector<std::uint32_t> keys;
  for (const Span& span : spans) {
    const std::string folded = fold(span.of(text));
    const std::uint32_t key = key_ids_->find(key_of(folded, stem_));
    if (key != Interner::not_found && !is_stop_word(folded)) keys.push_back(key);
  }
  return keys;
}

Terms index_terms(const Words& words, std::span<const std::uint32_t> candidates, const Cancel& cancel) {
  Terms terms;
  terms.term_of_key.assign(words.n_keys(), Terms::no_term);
  for (const std::uint32_t unit : candidates) {
    for (const Word& word : words.of_unit(unit)) {
      if (words.is_stop_word(word)) continue;
      std::uint32_t& term = terms.term_of_key[words.key(word)];
      if (term == Terms::no_term) term = terms.n_terms++;
      terms.term_ids.push_back(term);
    }
    terms.term_offsets.push_back(static_cast<std::uint32_t>(terms.term_ids.size()));
  }

  Interner pairs;
  for (std::uint32_t row = 0; row < candidates.size(); ++row) {
    cancel.check_at(row);
    const std::size_t begin = terms.concept_ids.size();
    for (const std::uint32_t term : terms.terms(row)) terms.concept_ids.push_back(term);
    const std::span<const Word> row_words = words.of_unit(candidates[row]);
    for (std::size_t w = 1; w < row_words.size(); ++w) {
      if (!words.is_pair(row_words[w - 1], row_words[w])) continue;
      const std::uint32_t pair[2] = {words.key(row_words[w - 1]), words.key(row_words[w])};
      terms.concept_ids.push_back(terms.n_terms + pairs.intern(pair_bytes(pair)));
    }
    sort_unique(&terms.concept_ids, begin);
    terms.concept_offsets.push_back(static_cast<std::uint32_t>(terms.concept_ids.size()));
  }
  terms.n_concepts = terms.n_terms + pairs.size();
  return terms;
}

}  // namespace tersely
