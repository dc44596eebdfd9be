#include "tersely/analyzer.h"

#include <algorithm>
#include <utility>

#include "icu.h"
#include "interner.h"
#include "packed_word.h"
#include "pair_ids.h"
#include "word_ids.h"

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

/// The same of a packed one, which is ASCII.
PackedWord key_of(PackedWord folded, Stem stem) {
  if (stem != Stem::none && !folded.has_digit() && folded.has_lower()) folded.cut(prefix_length);
  return folded;
}

/// Sizes that spare the tables of an article their growth, and those of a book their emptiness.
constexpr std::size_t bytes_per_word = 6;
constexpr std::size_t bytes_per_form = 16;
constexpr std::size_t most_expected = 4096;

/// Sorts the ids of a row that earlier rows have too; the others, as they come, are ascending and higher.
class RowIds {
 public:
  void add(std::uint32_t id, bool is_new) { (is_new ? new_ : old_).push_back(id); }

  void flush(std::uint32_t offset, std::vector<std::uint32_t>* ids) {
    std::sort(old_.begin(), old_.end());
    for (const std::vector<std::uint32_t>* part : {&old_, &new_}) {
      for (const std::uint32_t id : *part) ids->push_back(offset + id);
    }
    old_.clear();
    new_.clear();
  }

 private:
  std::vector<std::uint32_t> old_;
  std::vector<std::uint32_t> new_;
};

void index_terms(const Words& words, std::span<const std::uint32_t> candidates, Terms* terms) {
  constexpr std::uint32_t no_row = UINT32_MAX;
  std::vector<std::uint32_t> last_row(words.n_keys(), no_row);  // of each term
  std::vector<std::uint32_t> counts(words.n_keys());            // of each term, in that row
  RowIds ids;
  terms->term_ids.reserve(words.size());
  terms->term_counts.reserve(words.size());
  for (std::uint32_t row = 0; row < candidates.size(); ++row) {
    const std::uint32_t n_before = terms->n_terms;
    for (const Word& word : words.of_unit(candidates[row])) {
      if (words.is_stop_word(word)) continue;
      std::uint32_t& term = terms->term_of_key[words.key(word)];
      if (term == Terms::no_term) term = terms->n_terms++;
      if (std::exchange(last_row[term], row) != row) {
        counts[term] = 0;
        ids.add(term, term >= n_before);
      }
      ++counts[term];
    }
    const std::size_t begin = terms->term_ids.size();
    ids.flush(0, &terms->term_ids);
    for (std::size_t i = begin; i < terms->term_ids.size(); ++i) terms->term_counts.push_back(counts[terms->term_ids[i]]);
    terms->term_offsets.push_back(static_cast<std::uint32_t>(terms->term_ids.size()));
  }
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
      form_ids_(std::make_unique<WordIds>(std::min(text.size() / bytes_per_form, most_expected))),
      key_ids_(std::make_unique<WordIds>(std::min(text.size() / bytes_per_form, most_expected))) {
  std::vector<Span> spans;
  std::string folded;
  offsets_.reserve(units.size() + 1);
  words_.reserve(text.size() / bytes_per_word);
  for (std::size_t u = 0; u < units.size(); ++u) {
    cancel.check_at(u);
    spans.clear();
    workspace->word_iterator().append_words(text, {units[u].content, units[u].span.end}, &spans);
    for (const Span& span : spans) words_.push_back({span, form_of(text, span, &folded)});
    offsets_.push_back(static_cast<std::uint32_t>(words_.size()));
  }
}

/// `folded`: scratch memory.
std::uint32_t Words::form_of(std::string_view text, Span word, std::string* folded) {
  if (word.size() <= PackedWord::max_size) {
    PackedWord packed(text, word);
    if (packed.is_ascii()) {
      packed.fold();
      const std::uint32_t form = form_ids_->intern(packed);
      if (form == forms_.size()) forms_.push_back(analyze(packed));
      return form;
    }
  }
  fold(word.of(text), folded);
  const std::uint32_t form = form_ids_->intern(*folded);
  if (form == forms_.size()) forms_.push_back(analyze(*folded));
  return form;
}

Words::Form Words::analyze(std::string_view folded) {
  return {key_ids_->intern(key_of(folded, stem_)), is_stop_word(folded)};
}

Words::Form Words::analyze(const PackedWord& folded) {
  const auto bytes = folded.bytes();
  return {key_ids_->intern(key_of(folded, stem_)), is_stop_word({bytes.data(), folded.size()})};
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
    if (key != WordIds::not_found && !is_stop_word(folded)) keys.push_back(key);
  }
  return keys;
}

Terms index_terms(const Words& words, std::span<const std::uint32_t> candidates, const Cancel& cancel) {
  Terms terms;
  terms.term_of_key.assign(words.n_keys(), Terms::no_term);
  index_terms(words, candidates, &terms);

  PairIds pairs(std::min<std::size_t>(words.size(), most_expected));
  RowIds ids;
  terms.concept_ids.reserve(2 * words.size());
  for (std::uint32_t row = 0; row < candidates.size(); ++row) {
    cancel.check_at(row);
    const auto row_terms = terms.terms(row);
    terms.concept_ids.insert(terms.concept_ids.end(), row_terms.begin(), row_terms.end());
    const std::uint32_t n_before = pairs.size();
    const std::span<const Word> row_words = words.of_unit(candidates[row]);
    for (std::size_t w = 1; w < row_words.size(); ++w) {
      if (!words.is_pair(row_words[w - 1], row_words[w])) continue;
      const auto [pair, in_row] = pairs.intern(words.key(row_words[w - 1]), words.key(row_words[w]), row);
      if (!in_row) ids.add(pair, pair >= n_before);
    }
    ids.flush(terms.n_terms, &terms.concept_ids);
    terms.concept_offsets.push_back(static_cast<std::uint32_t>(terms.concept_ids.size()));
  }
  terms.n_concepts = terms.n_terms + pairs.size();
  return terms;
}

}  // namespace tersely
