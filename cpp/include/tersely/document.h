/// An analysed text. Every summary starts from one.
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
#include "tersely/sources.h"
#include "tersely/workspace.h"

namespace tersely {

class AnalysedText;

struct Word {
  Span span;           // bytes of the text
  std::uint32_t form;  // id of its folded form
};

/// A sparse matrix by rows (CSR). It refers to memory that something else owns.
struct SparseRows {
  std::uint32_t n_rows = 0;
  std::uint32_t n_columns = 0;
  std::span<const double> values;         // row by row
  std::span<const std::int32_t> columns;  // of each value; ascending in a row
  std::span<const std::int32_t> offsets;  // n_rows + 1: where each row begins
};

/// Immutable; any number of threads may read it at once. It refers to the text, which must outlive it.
///
/// There are two numberings. *Units* are all pieces of the text. *Rows* are the candidates among them, that is, the
/// units that may be chosen, in ascending order; if there are several sources, source by source in the order of their
/// texts.
class Document {
 public:
  /// Splits and analyses `text`. `workspace`: may be null. O(bytes). Throws InvalidText, LimitExceeded, SummaryTimeout
  /// and InvalidOption (language).
  explicit Document(std::string_view text, const AnalysisOptions& options = {}, Workspace* workspace = nullptr,
                    const Cancel& cancel = Cancel());

  /// Uses the given sentences, as ascending spans of `text`. White space at their ends is left out. An empty span keeps
  /// its place and is never chosen. Text between the spans is never chosen; it helps to detect the language. A line
  /// break between two spans begins a paragraph. Also throws InvalidOption (spans), see read_spans() in text.h.
  Document(std::string_view text, const std::vector<Span>& sentences, const AnalysisOptions& options = {},
           Workspace* workspace = nullptr, const Cancel& cancel = Cancel());

  /// Analyses several texts together. Each is split as a text of its own. Its sentences stand in their own text as if
  /// it were alone, and all sources vote for what they have in common (see summarize()). The order of the sources
  /// decides the numbers of units and the order of printing, and nothing else. Refers to `sources.text`. The
  /// position of an InvalidText is that in its source.
  Document(const Sources& sources, const AnalysisOptions& options = {}, Workspace* workspace = nullptr,
           const Cancel& cancel = Cancel());
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  std::string_view text() const;
  Language language() const;
  std::uint32_t flags() const;  // bits of Flag

  /// The number of texts, and the one to which a unit belongs. 1 and 0 unless it was made of Sources.
  std::uint32_t n_sources() const;
  std::uint32_t source_of(std::uint32_t unit) const;
  /// Where a text stands in text().
  Span source_span(std::uint32_t source) const;

  std::uint32_t n_units() const;
  const Unit& unit(std::uint32_t unit) const { return units()[unit]; }
  std::span<const Unit> units() const;
  Reason reason(std::uint32_t unit) const;

  /// The words of a unit, and the number of words of all units.
  std::span<const Word> words(std::uint32_t unit) const;
  std::uint64_t n_words() const;
  bool is_stop_word(const Word& word) const;

  /// The unit of each row.
  std::span<const std::uint32_t> candidates() const;
  /// One row per candidate and one column per term: tf * (ln((n + 1) / (df + 1)) + 1), where n and df count candidates,
  /// divided by the pivoted length 0.25 * mean + 0.75 * own (Singhal, Buckley & Mitra 1996).
  SparseRows tfidf() const;
  /// The most frequent spelling of each term in the text; the first one if several are equally frequent. O(words).
  std::vector<std::string> surface_forms() const;

  /// For the library itself.
  const AnalysedText& parts() const { return *parts_; }

 private:
  std::unique_ptr<const AnalysedText> parts_;
};

}  // namespace tersely
