#include "analysis/analyzer.h"

#include <algorithm>
#include <utility>

#include "analysis/author_years.h"
#include "analysis/noise_marks.h"
#include "analysis/scratch.h"
#include "analysis/word_ids.h"
#include "languages/language_tables.h"
#include "support/interner.h"
#include "text/divided_words.h"
#include "text/icu.h"
#include "text/packed_word.h"
#include "text/word_iterator.h"

namespace tersely {
namespace {

constexpr std::size_t prefix_length = 6;  // code points

/// The part of a folded word that serves as its key.
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

/// The same for a packed word, which is ASCII.
PackedWord key_of(PackedWord folded, Stem stem) {
  const bool may_be_cut = stem != Stem::none && folded.size() > prefix_length;
  if (may_be_cut && !folded.has_digit() && folded.has_lower()) folded.cut(prefix_length);
  return folded;
}

/// Initial sizes with which the tables of an article need not grow, and those of a book are not mostly empty.
constexpr std::size_t bytes_per_word = 6;
constexpr std::size_t bytes_per_form = 8;
constexpr std::size_t max_expected = 4096;

constexpr std::size_t words_at_once = 4096;  // between two checks of Cancel, in a long unit

std::size_t longest_row(const Words& words, std::span<const std::uint32_t> candidates) {
  std::size_t longest = 0;
  for (const std::uint32_t unit : candidates) longest = std::max<std::size_t>(longest, words.n_words(unit));
  return longest;
}

/// Collects terms and concepts row by row.
class TermIndexer {
 public:
  /// Borrows all arguments.
  TermIndexer(const Words& words, std::span<const std::uint32_t> candidates, Scratch* scratch)
      : words_(words), scratch_(*scratch) {
    const std::size_t longest = longest_row(words, candidates);
    scratch_.row_keys.restart(longest);
    scratch_.row_ids.restart(longest);
    scratch_.pairs.restart(std::min<std::size_t>(words.size(), max_expected));
    scratch_.last_rows.assign(words.keys_end(), no_row);
    scratch_.term_counts.assign(words.keys_end(), 0);
    scratch_.pair_ids.clear();
    scratch_.pair_offsets.assign(1, 0);
    terms_.term_of_key.assign(words.keys_end(), Terms::no_term);
    terms_.term_ids.reserve(words.size());
    terms_.term_counts.reserve(words.size());
    for (std::vector<std::uint32_t>* offsets : {&terms_.term_offsets, &terms_.concept_offsets}) {
      offsets->reserve(candidates.size() + 1);
      offsets->push_back(0);
    }
  }

  /// `row`: one more than in the previous call.
  void add(std::uint32_t row, std::uint32_t unit) {
    scratch_.row_keys.read(words_, unit);
    if (scratch_.pairs.is_large()) {
      for (const auto& [left, right] : scratch_.row_keys.pairs()) scratch_.pairs.expect(left, right);
    }
    add_terms(row);
    add_pairs(row);
  }

  /// The concepts of each row: its terms, and then its pairs.
  Terms finish() {
    const auto& pair_ids = scratch_.pair_ids;
    const auto& pair_offsets = scratch_.pair_offsets;
    terms_.n_concepts = terms_.n_terms + scratch_.pairs.size();
    terms_.concept_ids.resize(terms_.term_ids.size() + pair_ids.size());
    auto out = terms_.concept_ids.begin();
    for (std::uint32_t row = 0; row + 1 < pair_offsets.size(); ++row) {
      const auto of_row = terms_.terms(row);
      out = std::copy(of_row.begin(), of_row.end(), out);
      const auto pairs = std::span(pair_ids).subspan(pair_offsets[row], pair_offsets[row + 1] - pair_offsets[row]);
      out = std::transform(pairs.begin(), pairs.end(), out, [&](std::uint32_t pair) { return terms_.n_terms + pair; });
      terms_.concept_offsets.push_back(static_cast<std::uint32_t>(out - terms_.concept_ids.begin()));
    }
    return std::move(terms_);
  }

 private:
  void add_terms(std::uint32_t row) {
    std::vector<std::uint32_t>& counts = scratch_.term_counts;
    const std::uint32_t n_before = terms_.n_terms;
    for (const std::uint32_t key : scratch_.row_keys.terms()) {
      std::uint32_t& term = terms_.term_of_key[key];
      if (term == Terms::no_term) term = terms_.n_terms++;
      if (std::exchange(scratch_.last_rows[term], row) != row) {
        counts[term] = 0;
        scratch_.row_ids.add(term, term >= n_before);
      }
      ++counts[term];
    }
    const std::size_t begin = terms_.term_ids.size();
    scratch_.row_ids.flush(&terms_.term_ids);
    for (std::size_t i = begin; i < terms_.term_ids.size(); ++i) {
      terms_.term_counts.push_back(counts[terms_.term_ids[i]]);
    }
    terms_.term_offsets.push_back(static_cast<std::uint32_t>(terms_.term_ids.size()));
  }

  void add_pairs(std::uint32_t row) {
    const std::uint32_t n_before = scratch_.pairs.size();
    for (const auto& [left, right] : scratch_.row_keys.pairs()) {
      const auto [pair, in_row] = scratch_.pairs.intern(left, right, row);
      if (!in_row) scratch_.row_ids.add(pair, pair >= n_before);
    }
    scratch_.row_ids.flush(&scratch_.pair_ids);
    scratch_.pair_offsets.push_back(static_cast<std::uint32_t>(scratch_.pair_ids.size()));
  }

  static constexpr std::uint32_t no_row = UINT32_MAX;

  const Words& words_;
  Scratch& scratch_;
  Terms terms_;
};

}  // namespace

Words::Words() = default;
Words::~Words() = default;
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;

Words::Words(std::string_view text, std::span<const Unit> units, bool transcript, const Language& language,
             const AnalysisOptions& options, Workspace* workspace, const Cancel& cancel)
    : language_(language),
      transcript_(transcript),
      stem_(options.stem),
      own_stop_words_(fold_stop_words(options)),
      ids_(std::make_unique<WordIds>(std::min(text.size() / bytes_per_form, max_expected))) {
  NoiseMarks marks(text, language_);
  const std::vector<Span> citations = find_author_years(text);
  std::vector<Span>& spans = workspace->scratch().spans;
  forms_.reserve(std::min(text.size() / bytes_per_form, max_expected));
  offsets_.reserve(units.size() + 1);
  offsets_.push_back(0);
  words_.reserve(text.size() / bytes_per_word);
  WorkMeter meter(cancel);
  for (const Unit& unit : units) {
    const Span content{unit.content, unit.span.end};
    meter.add(content.size());
    spans.clear();
    workspace->word_iterator().append_words(text, content, &spans, cancel);
    if (unit.spoken) marks.drop(content, &spans);
    if (unit.divided) join_divided_words(text, &spans);
    const auto after = [&](const Span& citation) { return citation.end <= content.begin; };
    const auto cited = std::span(std::partition_point(citations.begin(), citations.end(), after), citations.end());
    for (std::size_t done = 0; done < spans.size(); done += words_at_once) {
      if (done > 0 || content.size() > WorkMeter::most) cancel.check();
      add(text, std::span(spans).subspan(done, std::min(spans.size() - done, words_at_once)), unit.divided, cited);
    }
    offsets_.push_back(static_cast<std::uint32_t>(words_.size()));
  }
}

void Words::add(std::string_view text, std::span<const Span> words, bool divided, std::span<const Span> citations) {
  std::string folded;
  for (const Span& span : words) {
    while (!citations.empty() && citations.front().end <= span.begin) citations = citations.subspan(1);
    if (!citations.empty() && citations.front().begin <= span.begin) {
      words_.push_back({span, form_of_citation()});
      continue;
    }
    PackedWord packed;
    const bool short_ascii =
        span.size() <= PackedWord::max_size && (packed = {text, span}).is_ascii() && !(divided && packed.has_hyphen());
    if (!short_ascii) {
      const std::string_view word = span.of(text);
      if (divided && may_be_divided(word)) {
        fold(undivided(word), &folded);
      } else {
        fold(word, &folded);
      }
    }
    words_.push_back({span, short_ascii ? form_of(packed) : form_of(folded)});
  }
}

std::uint32_t Words::form_of_citation() {
  const std::uint32_t form = ids_->intern(std::string_view());
  if (!is_form(form)) add_form(form, {form, Role::cited});
  return form;
}

std::uint32_t Words::form_of(PackedWord word) {
  word.fold();
  const std::uint32_t form = ids_->intern(word);
  if (!is_form(form)) {
    const PackedWord key = key_of(word, stem_);
    add_form(form, {key == word ? form : ids_->intern(key), is_stop_word(word) ? Role::stop_word : Role::term});
  }
  return form;
}

std::uint32_t Words::form_of(std::string_view folded) {
  const std::uint32_t form = ids_->intern(folded);
  if (!is_form(form)) {
    const std::string_view key = key_of(folded, stem_);
    add_form(form, {key.size() == folded.size() ? form : ids_->intern(key),
                    is_stop_word(folded) ? Role::stop_word : Role::term});
  }
  return form;
}

void Words::add_form(std::uint32_t id, Form form) {
  while (forms_.size() < ids_->size()) forms_.push_back({no_key, Role::term});
  forms_[id] = form;
}

bool Words::is_stop_word(std::string_view folded) const {
  if (own_stop_words_) return own_stop_words_->find(folded) != Interner::not_found;
  const WordTable::Bits bits = transcript_ ? word_bit::stop | word_bit::filler : word_bit::stop;
  return (language_.tables().words().table.find(folded) & bits) != 0;
}

bool Words::is_stop_word(const PackedWord& folded) const {
  if (!own_stop_words_ && folded.high() == 0) {
    const bool stop_word = language_.tables().words().short_stop_words.has(folded.low());
    if (stop_word || !transcript_) return stop_word;
  }
  const auto bytes = folded.bytes();
  return is_stop_word(std::string_view(bytes.data(), folded.size()));
}

std::uint32_t Words::keys_end() const { return ids_->size(); }

std::string_view Words::key_text(std::string_view folded) const { return key_of(folded, stem_); }

std::uint32_t Words::find_key(std::string_view key_text) const {
  static_assert(WordIds::not_found == no_key);
  return ids_->find(key_text);
}

std::vector<Words::Other> Words::read(std::string_view text, Workspace* workspace) const {
  std::vector<Span> spans;
  workspace->word_iterator().append_words(text, {0, static_cast<std::uint32_t>(text.size())}, &spans);
  std::vector<Other> words;
  words.reserve(spans.size());
  for (const Span& span : spans) {
    const std::string folded = fold(span.of(text));
    const std::string_view key = key_text(folded);
    const WordTable::Bits bits = language_.tables().words().table.find(folded);
    words.push_back({span, std::string(key), find_key(key), is_stop_word(folded), (bits & word_bit::instruction) != 0});
  }
  return words;
}

Terms index_terms(const Words& words, std::span<const std::uint32_t> candidates, Workspace* workspace,
                  const Cancel& cancel) {
  TermIndexer indexer(words, candidates, &workspace->scratch());
  for (std::uint32_t row = 0; row < candidates.size(); ++row) {
    cancel.check_at(row);
    indexer.add(row, candidates[row]);
  }
  return indexer.finish();
}

std::vector<std::uint8_t> find_singletons(const Terms& terms) {
  std::vector<std::uint8_t> counts(terms.n_concepts);
  for (const std::uint32_t concept_id : terms.concept_ids) counts[concept_id] += counts[concept_id] < 2;
  for (std::uint8_t& count : counts) count = count == 1;
  return counts;
}

}  // namespace tersely
