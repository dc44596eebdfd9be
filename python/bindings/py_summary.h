#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prelude.h"
#include "source_text.h"
#include "tersely/document.h"
#include "tersely/summary.h"

namespace tersely::python {

/// A unit as Python sees it, with offsets in the caller's unit.
struct SentenceRow {
  std::uint32_t index = 0;
  std::optional<std::uint32_t> source;  // if there are several
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;
  UnitKind kind = UnitKind::sentence;
  Reason reason = Reason::candidate;
  double score = 0;
  std::uint32_t rank = 0;
  bool cut = false;
  std::optional<double> relevance;
};

/// Units of a document as rows. `spans`: one per unit, in bytes. O(bytes up to the last unit).
std::vector<SentenceRow> make_rows(const SourceText& text, const Document& document,
                                   const std::vector<std::uint32_t>& units, const std::vector<Span>& spans);

/// A summary that no longer needs its document. Constructed without the GIL.
struct PySummary {
  PySummary(const SourceText& text, const Document& document, const Summary& summary, std::string method);

  Status status;
  std::vector<SentenceRow> sentences;
  std::vector<std::uint32_t> order;
  std::vector<double> scores;
  double coverage;
  std::uint64_t n_words;
  std::string printed;
  std::string language;
  std::string method;
  std::uint32_t flags;
};

/// The names of the flags that are set.
py::tuple flag_tuple(std::uint32_t flags);

/// Warns by tersely._wrong_text if the text with these flags is the name of a file or a URL. Needs the GIL.
void warn_of(std::uint32_t flags);

}  // namespace tersely::python
