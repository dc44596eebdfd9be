/// The parts of a Document, as the library itself uses them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/source.h"
#include "analysis/speakers.h"
#include "analysis/tfidf.h"
#include "analysis/votes.h"
#include "support/lazy.h"
#include "tersely/document.h"

namespace tersely {

/// The parts of a Document. There are three numberings. *Units* are all pieces of the text. *Rows* are the candidates
/// among them, ascending in each source, with the sources ordered by their texts: see order_by_text(). *Concepts* are
/// the terms (ids below n_terms(), columns of tfidf()) and then the word pairs, each by first occurrence in the rows.
class AnalysedText {
 public:
  /// See Document for all members that have the same name there.
  AnalysedText(std::string_view text, const AnalysisOptions& options, Workspace* workspace, const Cancel& cancel);
  AnalysedText(std::string_view text, const std::vector<Span>& sentences, const AnalysisOptions& options,
               Workspace* workspace, const Cancel& cancel);
  AnalysedText(const Sources& given, const AnalysisOptions& options, Workspace* workspace, const Cancel& cancel);

  std::string_view text() const { return text_; }
  Language language() const { return language_; }
  std::uint32_t flags() const { return flags_; }  // of Flag
  /// False if the sentences were given; then the white space between them is not the author's.
  bool segmented() const { return segmented_; }

  /// In the order in which they were given; one for a text.
  std::span<const Source> sources() const { return sources_; }
  /// The same in the order of their rows.
  std::span<const std::uint32_t> source_order() const { return source_order_; }
  std::uint32_t source_of_unit(std::uint32_t unit) const;
  const Source& source_of_row(std::uint32_t row) const { return sources_[source_of_unit(candidates_[row])]; }
  /// Did the caller give the relevance of each source?
  bool has_scores() const { return has_scores_; }
  /// Is any source a transcript?
  bool has_transcript() const;

  std::uint32_t n_units() const { return static_cast<std::uint32_t>(units_.size()); }
  const Unit& unit(std::uint32_t unit) const { return units_[unit]; }
  std::span<const Unit> units() const { return units_; }
  Reason reason(std::uint32_t unit) const { return reasons_[unit]; }
  /// The weight of a unit compared with others, in (0, 1]: see Candidates.
  double factor(std::uint32_t unit) const { return factors_.empty() ? 1 : factors_[unit]; }

  /// The words of a unit, their number, and the number of words of all units.
  std::span<const Word> words(std::uint32_t unit) const { return words_.of_unit(unit); }
  std::uint32_t n_words(std::uint32_t unit) const { return words_.n_words(unit); }
  std::uint64_t n_words() const { return words_.size(); }
  bool is_stop_word(const Word& word) const { return words_.is_stop_word(word); }

  std::uint32_t n_rows() const { return static_cast<std::uint32_t>(candidates_.size()); }
  std::span<const std::uint32_t> candidates() const { return candidates_; }  // row -> unit
  static constexpr std::uint32_t no_row = UINT32_MAX;
  /// The row of a unit, or no_row. O(log units).
  std::uint32_t row_of(std::uint32_t unit) const;
  /// The span of the first words of a unit. `n_words`: from 1 to n_words(unit).
  Span beginning(std::uint32_t unit, std::uint32_t n_words) const {
    return {units_[unit].span.begin, words(unit)[n_words - 1].span.end};
  }
  /// The number of words of a row's unit, at least 1.
  double words_in_row(std::uint32_t row) const;

  std::uint32_t n_terms() const { return terms_.n_terms; }
  std::uint32_t n_concepts() const { return terms_.n_concepts; }
  std::span<const std::uint32_t> concepts(std::uint32_t row) const { return terms_.concepts(row); }
  /// The concepts of the first `n_words` words of a row, ascending. O(words of the rows up to this one).
  std::vector<std::uint32_t> concepts_of_beginning(std::uint32_t row, std::uint32_t n_words) const;
  /// The term of a word; Terms::no_term for stop words and for words that occur in no candidate.
  std::uint32_t term_of(const Word& word) const {
    return is_stop_word(word) ? Terms::no_term : terms_.term_of_key[words_.key(word)];
  }
  const Terms& term_index() const { return terms_; }
  const Words& word_index() const { return words_; }
  /// n_rows x n_terms; see tfidf.h.
  const SparseMatrix& tfidf() const { return tfidf_; }

  /// What only some summaries need, or all of them need after the analysis: built on the first call, and kept.
  /// Thread-safe.
  const std::vector<double>& votes(const Cancel& cancel) const {
    return votes_.get([&] { return backward_votes(tfidf_, rows_of_sources(), cancel); });
  }
  /// Per concept: 1 if only one row holds it, otherwise 0.
  const std::vector<std::uint8_t>& singletons() const {
    return singletons_.get([&] { return find_singletons(terms_); });
  }
  /// n_terms x n_rows: the number of occurrences of each term in each row that holds it.
  const SparseMatrix& rows_of_terms() const {
    return rows_of_terms_.get([&] { return SparseMatrix(count_terms(terms_).transpose()); });
  }
  const Speakers& speakers(Workspace* workspace) const {
    return speakers_.get([&] { return Speakers(text_, units_, sources_, candidates_, words_, workspace); });
  }

  /// See Words::read.
  std::vector<Words::Other> read(std::string_view text, Workspace* workspace) const {
    return words_.read(text, workspace);
  }
  /// The term of a word of another text; Terms::no_term for stop words and for words that occur in no candidate.
  std::uint32_t term_of(const Words::Other& word) const {
    return word.stop || word.key_id == Words::no_key ? Terms::no_term : terms_.term_of_key[word.key_id];
  }
  /// The ids, ascending, of the terms of another text (a title) that occur in this one.
  std::vector<std::uint32_t> terms_of(std::string_view text, Workspace* workspace) const;
  /// The same for the first unit of each source, where that is a heading and not a candidate.
  std::vector<std::uint32_t> terms_of_leading_headings() const;

  /// The most frequent spelling of each term in the text; the first one if several are equally frequent. O(words).
  std::vector<std::string> surface_forms() const;
  struct ConceptForm {
    std::string text;
    bool has_stop_word = false;  // it is a pair of which one word is a stop word
  };
  /// The same for each concept: terms as above; word pairs as they first occur in a candidate, with a space. O(words).
  std::vector<ConceptForm> concept_forms() const;

 private:
  void read(const AnalysisOptions& options, Workspace* workspace, const Cancel& cancel);
  void choose_candidates_of(const Source& source, const Cancel& cancel);
  void analyze(Workspace* workspace, const Cancel& cancel);
  void number_rows();
  std::vector<Range> rows_of_sources() const;

  std::string_view text_;
  Language language_ = Language::und();
  std::uint32_t flags_ = 0;
  bool segmented_ = true;
  std::vector<Unit> units_;
  std::vector<Source> sources_;
  std::vector<std::uint32_t> source_order_;
  bool has_scores_ = false;
  Words words_;
  std::vector<Reason> reasons_;
  std::vector<double> factors_;
  std::vector<std::uint32_t> candidates_;
  Terms terms_;
  SparseMatrix tfidf_;
  Lazy<std::vector<double>> votes_;
  Lazy<std::vector<std::uint8_t>> singletons_;
  Lazy<SparseMatrix> rows_of_terms_;
  Lazy<Speakers> speakers_;
};

}  // namespace tersely
