/// tersely._core: the C++ library for Python. Each bind_*.cpp converts arguments, calls, and converts results; the
/// algorithms are in cpp/.
#include "prelude.h"
#include "tersely/summarizer.h"

PYBIND11_MODULE(_core, m, py::mod_gil_not_used(), py::multiple_interpreters::per_interpreter_gil()) {
  m.doc() = "The compiled core of tersely. Private: use the package.";
  tersely::prepare();

  using namespace tersely::python;
  bind_errors(m);      // C++ exceptions -> tersely._errors
  bind_options(m);     // Options, option_table
  bind_buffer(m);      // Buffer: numbers for memoryview
  bind_summary(m);     // Summary, Sentence rows
  bind_document(m);    // Document
  bind_explain(m);     // explain
  bind_keyphrases(m);  // keyphrases
  bind_batch(m);       // summarize_many
  bind_split(m);       // Split, split_many
  bind_column(m);      // summarize_column, split_column, keyphrase_column; TextColumn from Arrow, ResultColumn to Arrow
  bind_evaluate(m);    // rouge, oracle, overlap, bootstrap, make_table
  bind_tables(m);      // methods, languages, stop_words, build_info, print_text
}
