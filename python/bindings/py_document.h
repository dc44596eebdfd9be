#pragma once

#include <memory>
#include <vector>

#include "prelude.h"
#include "py_options.h"
#include "py_summary.h"
#include "source_text.h"
#include "tersely/document.h"
#include "tersely/summarizer.h"

namespace tersely::python {

/// A Document and the text it borrows. Immutable. Its methods release the GIL while they compute.
class PyDocument {
 public:
  PyDocument(py::object text, const PyOptions& options);
  /// `text`: given sentences joined by line feeds; `lengths`: the UTF-8 bytes of each.
  PyDocument(py::object text, const std::vector<std::uint32_t>& lengths, const PyOptions& options);
  /// `headings`: see SegmenterOptions; ascending begins and ends, in code points of a str or bytes of bytes.
  PyDocument(py::object text, const PyOptions& options, const std::vector<std::uint32_t>& headings);

  const SourceText& text() const { return text_; }
  const Document& document() const { return document_; }

  std::shared_ptr<PySummary> summarize(const PyOptions& options, const std::vector<std::uint32_t>& include,
                                       const std::vector<std::uint32_t>& exclude) const;
  std::vector<SentenceRow> units() const;

 private:
  SourceText text_;
  Document document_;
};

}  // namespace tersely::python
