/// Many texts on many cores. The batches and columns of summaries, units and keyphrases use these functions.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <vector>

#include "tersely/columns/text_rows.h"
#include "tersely/keyphrases.h"
#include "tersely/options.h"
#include "tersely/split.h"
#include "tersely/summary.h"

namespace tersely {

/// Texts [begin, end) of a column, which are summarized together.
struct TextGroup {
  std::size_t begin = 0;
  std::size_t end = 0;
};
/// One per row; nullopt: the row is missing.
using TextGroups = std::vector<std::optional<TextGroup>>;

/// The columns of a batch, all of one length. A row of `titles`, `languages` or `queries` replaces the value of the
/// options unless it is missing.
struct BatchInput {
  const TextRows* texts = nullptr;
  const TextRows* titles = nullptr;
  const TextRows* languages = nullptr;
  const TextRows* queries = nullptr;
  /// If not null, each row is a group of `texts`, as the sources of one Document; missing texts are blank. Only
  /// summarize_batch reads it.
  const TextGroups* groups = nullptr;

  std::size_t n_rows() const { return groups == nullptr ? texts->size() : groups->size(); }
};

/// Receives the results of the rows that are not missing. Called from the worker threads, once for each row.
class RowOutput {
 public:
  RowOutput() = default;
  RowOutput(const RowOutput&) = delete;
  RowOutput& operator=(const RowOutput&) = delete;
  virtual ~RowOutput() = default;

  /// `error`: a tersely::Error. The other rows are still processed.
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

class KeyphraseOutput : public RowOutput {
 public:
  virtual void write(std::size_t row, std::string_view text, std::vector<Keyphrase> keyphrases) = 0;
};

/// Summarizes rows [begin, end). Each row has the result that summarize() gives; it does not depend on the other rows,
/// the range or the number of threads.
///
/// `threads`: 0 means available_cores(). If the options have a `count_tokens` function, one thread is used, and the
/// function runs in the caller's thread. `wait(done)` is called in the caller's thread about every 50 ms with the
/// number of rows done. If it throws, the batch ends within about 100 ms, all its threads are joined, and the exception
/// is thrown again. Throws Error if another column has a different number of rows than the texts. A row with a query
/// fails with InvalidOption if the method uses none.
void summarize_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options,
                     unsigned threads, BatchOutput* output, const std::function<void(std::size_t done)>& wait);

/// Splits rows [begin, end), in the way of summarize_batch. Only the options of the analysis and `timeout` are used.
/// Leave `input.titles` and `input.queries` null.
void split_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options, unsigned threads,
                 SplitOutput* output, const std::function<void(std::size_t done)>& wait);

/// Finds the keyphrases of rows [begin, end), in the way of split_batch; `keyphrases` of the options is used too.
void keyphrase_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options,
                     unsigned threads, KeyphraseOutput* output, const std::function<void(std::size_t done)>& wait);

}  // namespace tersely
