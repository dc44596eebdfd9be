/// A text, analysed: what every summary starts from.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/cancel.h"
#include "tersely/language.h"
#include "tersely/options.h"
#include "tersely/reasons.h"
#include "tersely/segmenter.h"
#include "tersely/workspace.h"

namespace tersely {

class AnalysedText;

struct Word {
  Span span;           // bytes of the text
  std::uint32_t form;  // id of its folded form
};

/// A sparse matrix by rows (CSR), read where it lies.
struct SparseRows {
  std::uint32_t n_rows = 0;
  std::uint32_t n_columns = 0;
  std::span<const double> values;         // row by row
  std::span<const std::int32_t> columns;  // of each value; ascending in a row
  std::span<const std::int32_t> offsets;  // n_rows + 1: where each row begins
};

/// Immutable; any number of threads may read one. Borrows the text, which must outlive it.
///
/// Two numberings: *units* are all pieces of the text; *rows* are the candidates among them, those that may be chosen,
/// ascending.
class Document {
 public:
  /// Cuts and analyses `text`. `workspace`: null for one of its own. O(bytes). Throws InvalidText, LimitExceeded,
  /// SummaryTimeout, InvalidOption (language).
  explicit Document(std::string_view text, const AnalysisOptions& options = {}, Workspace* workspace = nullptr,
                    const Cancel& cancel = Cancel());

  /// Takes the sentences as they are, as ascending spans of `text`; an empty span keeps its place and is never chosen.
  /// Throws Error too where spans overlap or are no part of the text.
  Document(std::string_view text, const std::vector<Span>& sentences, const AnalysisOptions& options = {},
           Workspace* workspace = nullptr, const Cancel& cancel = Cancel());
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  std::string_view text() const;
  Language language() const;
  std::uint32_t flags() const;  // of Flag

  std::uint32_t n_units() const;
  const Unit& unit(std::uint32_t unit) const { return units()[unit]; }
  std::span<const Unit> units() const;
  Reason reason(std::uint32_t unit) const;

  /// Words of a unit, and how many of all units.
  std::span<const Word> words(std::uint32_t unit) const;
  std::uint64_t n_words() const;
  bool is_stop_word(const Word& word) const;

  /// The unit of each row.
  std::span<const std::uint32_t> candidates() const;
  /// A row for each candidate, a column for each term: tf * (ln((n + 1) / (df + 1)) + 1), n and df counting candidates,
  /// over the pivoted length 0.25 * mean + 0.75 * own (Singhal, Buckley & Mitra 1996).
  SparseRows tfidf() const;
  /// The most frequent spelling of each term in the text, ties to the first. O(words).
  std::vector<std::string> surface_forms() const;

  /// For the library itself.
  const AnalysedText& parts() const { return *parts_; }

 private:
  std::unique_ptr<const AnalysedText> parts_;
};

}  // namespace tersely
