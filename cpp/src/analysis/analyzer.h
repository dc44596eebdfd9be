/// Turns units into words, words into keys, and keys into terms and concepts.
///
/// A word is a segment of UAX #29 that holds a letter, number, kana or ideograph. Two words are the same if their
/// *keys* are equal. The key of a word is its case-folded NFC form with U+2019 as an apostrophe, cut to the first six
/// code points (truncation stemming). Words with a digit and words without a cased letter are not cut. Stop words are
/// looked up before cutting.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"
#include "tersely/document.h"
#include "tersely/language.h"
#include "tersely/options.h"
#include "tersely/segmenter.h"
#include "tersely/workspace.h"

namespace tersely {

class Interner;
class PackedWord;
class WordIds;

/// The words of all units, in order, and the properties of each folded form.
class Words {
 public:
  Words();
  ~Words();
  Words(Words&&) noexcept;
  Words& operator=(Words&&) noexcept;

  /// Noise marks in spoken units contain no words. The words of citations count as stop words. `transcript`: so do
  /// fillers. O(bytes).
  Words(std::string_view text, std::span<const Unit> units, bool transcript, const Language& language,
        const AnalysisOptions& options, Workspace* workspace, const Cancel& cancel);

  std::uint64_t size() const { return words_.size(); }
  std::uint32_t n_words(std::uint32_t unit) const { return offsets_[unit + 1] - offsets_[unit]; }
  std::span<const Word> of_unit(std::uint32_t unit) const {
    return std::span(words_).subspan(offsets_[unit], n_words(unit));
  }

  /// Words of citations are stop words that are in no pair. is_pair() adds up the numbers.
  enum class Role : std::uint8_t { term = 0, stop_word = 1, cited = 2 };
  struct Form {
    std::uint32_t key;
    Role role;

    bool is_stop() const { return role != Role::term; }
  };
  Form form(const Word& word) const { return forms_[word.form]; }
  std::uint32_t key(const Word& word) const { return form(word).key; }
  bool is_stop_word(const Word& word) const { return form(word).is_stop(); }
  /// Do two adjacent words form a concept?
  static bool is_pair(const Form& left, const Form& right) {
    return static_cast<int>(left.role) + static_cast<int>(right.role) < static_cast<int>(Role::cited);
  }
  /// An upper bound on all keys. Some ids below it are those of forms only.
  std::uint32_t keys_end() const;

  static constexpr std::uint32_t no_key = UINT32_MAX;

  /// Would the folded word be a stop word?
  bool is_stop_word(std::string_view folded) const;
  /// The part of a folded word that identifies it, as a part of `folded`.
  std::string_view key_text(std::string_view folded) const;
  /// The key with this text, or no_key.
  std::uint32_t find_key(std::string_view key_text) const;

  /// A word of another text (a title, a query, a speaker's name), read as the words of this text are.
  struct Other {
    Span span;                      // in the other text
    std::string key;                // the words of this text have ids instead
    std::uint32_t key_id = no_key;  // its id, if the key occurs in this text
    bool stop = false;
    bool instruction = false;  // part of the wording of a query, such as "summarise"
  };
  /// The words of another text, in order. O(bytes).
  std::vector<Other> read(std::string_view text, Workspace* workspace) const;

 private:
  /// `divided`: words may be divided at line ends.
  /// `citations`: those that may hold some of the words.
  void add(std::string_view text, std::span<const Span> words, bool divided, std::span<const Span> citations);
  std::uint32_t form_of_citation();
  std::uint32_t form_of(PackedWord word);
  std::uint32_t form_of(std::string_view folded);
  bool is_form(std::uint32_t id) const { return id < forms_.size() && forms_[id].key != no_key; }
  void add_form(std::uint32_t id, Form form);
  bool is_stop_word(const PackedWord& folded) const;

  Language language_ = Language::und();
  bool transcript_ = false;
  Stem stem_ = Stem::prefix;
  std::unique_ptr<Interner> own_stop_words_;  // instead of the language's, or null
  std::vector<Word> words_;
  std::vector<std::uint32_t> offsets_;  // n_units + 1
  std::unique_ptr<WordIds> ids_;        // of folded forms and of keys: most short words are both
  std::vector<Form> forms_;             // by id; without a key: the id is only that of a key so far
};

/// Terms and concepts of the candidates, as ids by first occurrence.
struct Terms {
  std::uint32_t n_terms = 0;
  std::uint32_t n_concepts = 0;                // terms, then word pairs
  std::vector<std::uint32_t> term_offsets;     // n_rows + 1
  std::vector<std::uint32_t> term_ids;         // per row: ascending, each once
  std::vector<std::uint32_t> term_counts;      // the number of occurrences of each in its row
  std::vector<std::uint32_t> concept_offsets;  // n_rows + 1
  std::vector<std::uint32_t> concept_ids;      // per row: ascending, each once
  std::vector<std::uint32_t> term_of_key;      // or no_term

  static constexpr std::uint32_t no_term = UINT32_MAX;

  std::span<const std::uint32_t> terms(std::uint32_t row) const {
    return std::span(term_ids).subspan(term_offsets[row], term_offsets[row + 1] - term_offsets[row]);
  }
  std::span<const std::uint32_t> counts(std::uint32_t row) const {
    return std::span(term_counts).subspan(term_offsets[row], term_offsets[row + 1] - term_offsets[row]);
  }
  std::span<const std::uint32_t> concepts(std::uint32_t row) const {
    return std::span(concept_ids).subspan(concept_offsets[row], concept_offsets[row + 1] - concept_offsets[row]);
  }
};

/// The concepts of a row: its terms, and its pairs of adjacent words of which at least one is not a stop word.
/// O(words).
Terms index_terms(const Words& words, std::span<const std::uint32_t> candidates, Workspace* workspace,
                  const Cancel& cancel);

/// Per concept: 1 if only one row holds it, otherwise 0. O(concepts of all rows).
std::vector<std::uint8_t> find_singletons(const Terms& terms);

}  // namespace tersely
