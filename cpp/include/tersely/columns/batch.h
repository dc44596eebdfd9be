/// Many texts on many cores: what summarize_many, split_many and columns are made of.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>

#include "tersely/columns/text_rows.h"
#include "tersely/options.h"
#include "tersely/split.h"
#include "tersely/summary.h"

namespace tersely {

/// The columns of a batch, of one length. Rows of `titles` and `languages` replace the options' values where they are
/// not missing.
struct BatchInput {
  const TextRows* texts = nullptr;
  const TextRows* titles = nullptr;
  const TextRows* languages = nullptr;
};

/// What becomes of the rows that are not missing. Called from the working threads, once for each row.
class RowOutput {
 public:
  RowOutput() = default;
  RowOutput(const RowOutput&) = delete;
  RowOutput& operator=(const RowOutput&) = delete;
  virtual ~RowOutput() = default;

  /// `error`: a tersely::Error. The other rows go on.
  virtual void fail(std::size_t row, std::exception_ptr error) = 0;
};

class BatchOutput : public RowOutput {
 public:
  virtual void write(std::size_t row, const Document& document, const Summary& summary) = 0;
};

class SplitOutput : public RowOutput {
 public:
  virtual void write(std::size_t row, std::string_view text, Split split) = 0;
};

/// Summarizes rows [begin, end). Each row's result is the one of summarize(), whatever the other rows, the range and
/// the number of threads are.
///
/// threads: 0 is available_cores(); 1 where the options count tokens by a function of the caller, which runs in the
/// caller's thread. `wait(done)` is called in the caller's thread about every 50 ms with the number of rows done; what
/// it throws ends the batch within about 100 ms: no thread is left, and it is thrown again. Throws Error where a column
/// of titles or languages has not as many rows as the texts.
void summarize_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options,
                     unsigned threads, BatchOutput* output, const std::function<void(std::size_t done)>& wait);

/// Splits rows [begin, end), as summarize_batch summarizes them; of the options, those of the analysis and `timeout`
/// count. `input.titles` is not read.
void split_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options, unsigned threads,
                 SplitOutput* output, const std::function<void(std::size_t done)>& wait);

}  // namespace tersely
