#include <exception>
#include <memory>
#include <vector>

#include "calls.h"
#include "errors.h"
#include "py_options.h"
#include "py_summary.h"
#include "source_rows.h"
#include "tersely/columns/batch.h"

namespace tersely::python {
namespace {

/// The results of the rows; none for missing rows.
class Summaries final : public BatchOutput {
 public:
  /// Both arguments must outlive it.
  Summaries(const SourceRows& sources, const std::string& method)
      : sources_(sources), method_(method), rows_(sources.size()) {}

  void write(std::size_t row, const Document& document, const Summary& summary) override {
    rows_[row].summary = std::make_shared<PySummary>(sources_.source(row), document, summary, method_);
    rows_[row].summary->scores = {};  // computed again when asked for
  }

  void fail(std::size_t row, std::exception_ptr error) override { rows_[row].error = std::move(error); }

  /// `first_row`: the number of the first row, for messages.
  py::list results(std::size_t first_row) const {
    py::list list;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].summary) warn_of(rows_[i].summary->flags);
      list.append(rows_[i].error ? as_python_error(rows_[i].error, py::int_(first_row + i))
                                 : py::cast(rows_[i].summary));
    }
    return list;
  }

 private:
  struct Row {
    std::shared_ptr<PySummary> summary;
    std::exception_ptr error;
  };

  const SourceRows& sources_;
  const std::string& method_;
  std::vector<Row> rows_;
};

py::list summarize_many(const py::list& texts, std::size_t first_row, const PyOptions& options, unsigned threads,
                        const py::object& progress) {
  const SourceRows sources(texts);
  Summaries summaries(sources, options.options.method);
  {
    const ReleaseGil release;
    summarize_batch({&sources}, 0, sources.size(), options.options, threads, &summaries, wait_for(progress));
  }
  return summaries.results(first_row);
}

}  // namespace

void bind_batch(py::module_& m) {
  m.def("summarize_many", &summarize_many, py::arg("texts"), py::arg("first_row"), py::arg("options"),
        py::arg("threads"), py::arg("progress"),
        "A Summary, None or an exception for each str, bytes or None. progress: None or a function that gets the "
        "number of rows done.");
}

}  // namespace tersely::python
