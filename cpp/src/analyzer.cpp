#include "tersely/analyzer.h"

#include <algorithm>
#include <utility>

#include "divided_words.h"
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
constexpr std::size_t bytes_per_form = 8;
constexpr std::size_t most_expected = 4096;

/// The ids of a row, each once. Whether earlier rows have an id too is as good as random: so both places are written,
/// and no branch is guessed wrong.
class RowIds {
 public:
  explicit RowIds(std::size_t most) : old_(most + 1), new_(most + 1) {}

  void add(std::uint32_t id, bool is_new) {
    old_[n_old_] = id;
    new_[n_new_] = id;
    n_old_ += !is_new;
    n_new_ += is_new;
  }

  /// Appends them, ascending: those that earlier rows do not have come so, and are higher than all others.
  void flush(std::vector<std::uint32_t>* ids) {
    const auto old_end = old_.begin() + static_cast<std::ptrdiff_t>(n_old_);
    std::sort(old_.begin(), old_end);
    ids->insert(ids->end(), old_.begin(), old_end);
    ids->insert(ids->end(), new_.begin(), new_.begin() + static_cast<std::ptrdiff_t>(n_new_));
    n_old_ = n_new_ = 0;
  }

 private:
  std::vector<std::uint32_t> old_;
  std::vector<std::uint32_t> new_;
  std::size_t n_old_ = 0;
  std::size_t n_new_ = 0;
};

/// What index_terms() takes from the words of a row: keys of the terms, and pairs of keys, in order.
class RowKeys {
 public:
  explicit RowKeys(std::size_t most) : terms_(most + 1), pairs_(most + 1) {}

  /// Stop words are as good as random: see RowIds.
  void read(const Words& words, std::uint32_t unit) {
    n_terms_ = n_pairs_ = 0;
    Words::Form before{0, true};
    bool is_first = true;
    for (const Word& word : words.of_unit(unit)) {
      const Words::Form form = words.form(word);
      terms_[n_terms_] = form.key;
      n_terms_ += !form.stop;
      pairs_[n_pairs_] = {before.key, form.key};
      const bool is_pair = !is_first & Words::is_pair(before, form);
      n_pairs_ += is_pair;
      before = form;
      is_first = false;
    }
  }
  std::span<const std::uint32_t> terms() const { return std::span(terms_).first(n_terms_); }
  std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs() const { return std::span(pairs_).first(n_pairs_); }

 private:
  std::vector<std::uint32_t> terms_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
  std::size_t n_terms_ = 0;
  std::size_t n_pairs_ = 0;
};

std::size_t longest_row(const Words& words, std::span<const std::uint32_t> candidates) {
  std::size_t longest = 0;
  for (const std::uint32_t unit : candidates) longest = std::max<std::size_t>(longest, words.n_words(unit));
  return longest;
}

/// Terms and concepts row by row.
class TermIndexer {
 public:
  TermIndexer(const Words& words, std::span<const std::uint32_t> candidates)
      : words_(words),
        last_row_(words.n_keys(), no_row),
        counts_(words.n_keys()),
        pairs_(std::min<std::size_t>(words.size(), most_expected)),
        keys_(longest_row(words, candidates)),
        ids_(longest_row(words, candidates)) {
    terms_.term_of_key.assign(words.n_keys(), Terms::no_term);
    terms_.term_ids.reserve(words.size());
    terms_.term_counts.reserve(words.size());
    pair_ids_.reserve(words.size());
    for (std::vector<std::uint32_t>* offsets : {&terms_.term_offsets, &pair_offsets_, &terms_.concept_offsets}) {
      offsets->reserve(candidates.size() + 1);
    }
  }

  /// `row`: one more than that of the call before.
  void add(std::uint32_t row, std::uint32_t unit) {
    keys_.read(words_, unit);
    for (const auto& [left, right] : keys_.pairs()) pairs_.expect(left, right);
    add_terms(row);
    add_pairs(row);
  }

  /// Concepts of each row: its terms, and behind them its pairs.
  Terms finish() {
    terms_.n_concepts = terms_.n_terms + pairs_.size();
    terms_.concept_ids.resize(terms_.term_ids.size() + pair_ids_.size());
    auto out = terms_.concept_ids.begin();
    for (std::uint32_t row = 0; row + 1 < pair_offsets_.size(); ++row) {
      const auto of_row = terms_.terms(row);
      out = std::copy(of_row.begin(), of_row.end(), out);
      const auto pairs = std::span(pair_ids_).subspan(pair_offsets_[row], pair_offsets_[row + 1] - pair_offsets_[row]);
      out = std::transform(pairs.begin(), pairs.end(), out, [&](std::uint32_t pair) { return terms_.n_terms + pair; });
      terms_.concept_offsets.push_back(static_cast<std::uint32_t>(out - terms_.concept_ids.begin()));
    }
    return std::move(terms_);
  }

 private:
  void add_terms(std::uint32_t row) {
    const std::uint32_t n_before = terms_.n_terms;
    for (const std::uint32_t key : keys_.terms()) {
      std::uint32_t& term = terms_.term_of_key[key];
      if (term == Terms::no_term) term = terms_.n_terms++;
      if (std::exchange(last_row_[term], row) != row) {
        counts_[term] = 0;
        ids_.add(term, term >= n_before);
      }
      ++counts_[term];
    }
    const std::size_t begin = terms_.term_ids.size();
    ids_.flush(&terms_.term_ids);
    for (std::size_t i = begin; i < terms_.term_ids.size(); ++i) {
      terms_.term_counts.push_back(counts_[terms_.term_ids[i]]);
    }
    terms_.term_offsets.push_back(static_cast<std::uint32_t>(terms_.term_ids.size()));
  }

  void add_pairs(std::uint32_t row) {
    const std::uint32_t n_before = pairs_.size();
    for (const auto& [left, right] : keys_.pairs()) {
      const auto [pair, in_row] = pairs_.intern(left, right, row);
      if (!in_row) ids_.add(pair, pair >= n_before);
    }
    ids_.flush(&pair_ids_);
    pair_offsets_.push_back(static_cast<std::uint32_t>(pair_ids_.size()));
  }

  static constexpr std::uint32_t no_row = UINT32_MAX;

  const Words& words_;
  Terms terms_;
  std::vector<std::uint32_t> last_row_;  // of each term
  std::vector<std::uint32_t> counts_;    // of each term, in that row
  PairIds pairs_;
  std::vector<std::uint32_t> pair_ids_;  // of each row: ascending, each once
  std::vector<std::uint32_t> pair_offsets_{0};
  RowKeys keys_;
  RowIds ids_;
};

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
      key_ids_(std::make_unique<WordIds>(std::min(text.size() / bytes_per_form, most_expected))) {
  WordIds form_ids(std::min(text.size() / bytes_per_form, most_expected));
  std::vector<Span> spans;
  std::string folded;
  forms_.reserve(std::min(text.size() / bytes_per_form, most_expected));
  offsets_.reserve(units.size() + 1);
  words_.reserve(text.size() / bytes_per_word);
  for (std::size_t u = 0; u < units.size(); ++u) {
    cancel.check_at(u);
    spans.clear();
    workspace->word_iterator().append_words(text, {units[u].content, units[u].span.end}, &spans);
    if (units[u].divided) join_divided_words(text, &spans);
    for (const Span& span : spans) {
      if (units[u].divided) {
        fold(undivided(span.of(text)), &folded);
        words_.push_back({span, form_of(folded, &form_ids)});
        continue;
      }
      PackedWord packed;
      const bool short_ascii = span.size() <= PackedWord::max_size && (packed = {text, span}).is_ascii();
      if (!short_ascii) fold(span.of(text), &folded);
      words_.push_back({span, short_ascii ? form_of(packed, &form_ids) : form_of(folded, &form_ids)});
    }
    offsets_.push_back(static_cast<std::uint32_t>(words_.size()));
  }
}

std::uint32_t Words::form_of(PackedWord word, WordIds* ids) {
  word.fold();
  const std::uint32_t form = ids->intern(word);
  if (form == forms_.size()) forms_.push_back(analyze(word));
  return form;
}

std::uint32_t Words::form_of(std::string_view folded, WordIds* ids) {
  const std::uint32_t form = ids->intern(folded);
  if (form == forms_.size()) forms_.push_back(analyze(folded));
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
  TermIndexer indexer(words, candidates);
  for (std::uint32_t row = 0; row < candidates.size(); ++row) {
    cancel.check_at(row);
    indexer.add(row, candidates[row]);
  }
  return indexer.finish();
}

}  // namespace tersely
