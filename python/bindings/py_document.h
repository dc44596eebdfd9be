#pragma once

#include <memory>
#include <string>
#include <vector>

#include "prelude.h"
#include "py_options.h"
#include "py_summary.h"
#include "source_text.h"
#include "tersely/document.h"
#include "tersely/summarizer.h"

namespace tersely::python {

class PyDocument;

/// What the reader knows already: see tersely::Seen. Keeps the documents alive.
struct PySeen {
  std::vector<std::shared_ptr<const PyDocument>> documents;
  std::vector<std::string> sentences;
};

/// Units that must be and must not be in the summary, and what the reader knows; `seen` may be null.
Constraints make_constraints(const std::vector<std::uint32_t>& include, const std::vector<std::uint32_t>& exclude,
                             const PySeen* seen);

/// A Document and the text it borrows. Immutable. Its methods release the GIL while they compute.
class PyDocument {
 public:
  PyDocument(py::object text, const PyOptions& options);
  /// `bounds`: the begin and end of each given sentence, in the caller's unit.
  PyDocument(py::object text, const std::vector<std::int64_t>& bounds, const PyOptions& options);
  /// `headings`: see SegmenterOptions; ascending begins and ends, in code points of a str or bytes of bytes.
  PyDocument(py::object text, const PyOptions& options, const std::vector<std::uint32_t>& headings);
  /// See SourceText.
  PyDocument(const py::list& texts, std::vector<double> scores, const PyOptions& options);

  const SourceText& text() const { return text_; }
  const Document& document() const { return document_; }

  std::shared_ptr<PySummary> summarize(const PyOptions& options, const std::vector<std::uint32_t>& include,
                                       const std::vector<std::uint32_t>& exclude, const PySeen* seen) const;
  std::vector<SentenceRow> units() const;

 private:
  SourceText text_;
  Document document_;
};

}  // namespace tersely::python
