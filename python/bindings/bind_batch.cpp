#include <atomic>
#include <exception>
#include <memory>
#include <vector>

#include "calls.h"
#include "errors.h"
#include "py_options.h"
#include "py_summary.h"
#include "source_text.h"
#include "tersely/parallel.h"
#include "tersely/summarizer.h"

namespace tersely::python {
namespace {

/// A text of the batch and what became of it. Missing texts have no source.
struct Row {
  std::unique_ptr<SourceText> source;
  std::shared_ptr<PySummary> summary;
  std::exception_ptr error;
};

std::vector<Row> read(const py::list& texts) {
  std::vector<Row> rows(texts.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const py::object text = texts[i];
    if (!text.is_none()) rows[i].source = std::make_unique<SourceText>(text);
  }
  return rows;
}

void summarize_row(const Options& options, Workspace* workspace, const std::function<void()>& poll, Row* row) {
  if (!row->source) return;
  try {
    const Cancel cancel(options.timeout, poll);
    const Document document(row->source->text(), options.analysis, workspace, cancel);
    const Summary summary = summarize(document, options, {}, workspace, cancel);
    row->summary = std::make_shared<PySummary>(*row->source, document, summary, options.ranking.method);
    row->summary->scores = {};  // analysed again when asked for
  } catch (const Error&) {
    row->error = std::current_exception();
  }
}

/// Without the GIL.
void summarize_rows(const Options& options, unsigned threads, std::vector<Row>* rows) {
  if (threads == 0) threads = available_cores();
  // The caller's function counts tokens in the caller's thread.
  if (options.count_tokens) threads = 1;
  threads = static_cast<unsigned>(std::min<std::size_t>(threads, std::max<std::size_t>(rows->size(), 1)));
  std::vector<Workspace> workspaces(threads);
  std::atomic<bool> interrupted{false};
  const auto poll = [&] {
    if (threads == 1) check_signals();
    if (interrupted) throw Cancelled{};
  };
  const auto wait = [&] {
    try {
      check_signals();
    } catch (...) {
      interrupted = true;
      throw;
    }
  };
  const Cancel between(std::nullopt, threads == 1 ? std::function<void()>(check_signals) : nullptr);
  for_each_parallel(
      rows->size(), threads,
      [&](unsigned worker, std::size_t i) {
        between.check();
        summarize_row(options, &workspaces[worker], poll, &(*rows)[i]);
      },
      wait);
}

/// A Summary, None for a missing text, or the exception of a row that failed.
py::object result(const Row& row, std::size_t index) {
  if (!row.error) return row.summary ? py::cast(row.summary) : py::none();
  try {
    std::rethrow_exception(row.error);
  } catch (const Error& error) {
    return as_python_error(error, py::int_(index));
  }
}

py::list summarize_many(const py::list& texts, const PyOptions& options, unsigned threads) {
  std::vector<Row> rows = read(texts);
  {
    const py::gil_scoped_release release;
    summarize_rows(options.options, threads, &rows);
  }
  py::list results;
  for (std::size_t i = 0; i < rows.size(); ++i) results.append(result(rows[i], i));
  return results;
}

}  // namespace

void bind_batch(py::module_& m) {
  m.def("summarize_many", &summarize_many, py::arg("texts"), py::arg("options"), py::arg("threads"),
        "A Summary, None or an exception for each str, bytes or None.");
}

}  // namespace tersely::python
