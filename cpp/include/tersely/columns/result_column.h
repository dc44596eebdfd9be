/// A column of results: one row for each text, in chunks of Arrow arrays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/columns/array_data.h"
#include "tersely/columns/batch.h"

namespace tersely {

/// The type of a row of the result.
enum class ColumnOutput : std::uint8_t {
  text,       // string: the printed summary
  structure,  // struct<summary, sentences: list<struct<start, end, index, score>>, status, language, coverage, flags,
              // error>, all nullable; offsets count code points (bytes of binary columns). Sentences of groups of texts
              // also have `source`, the number of their text in the group, and offsets in that text
};

/// Rows in chunks, each with less than 2 GiB of strings. Immutable, except by append().
class ResultColumn {
 public:
  /// `type`: an array without rows. `chunk_bytes`: the maximum number of bytes of strings in a chunk.
  explicit ResultColumn(ArrayData type, std::size_t chunk_bytes = INT32_MAX);

  std::size_t size() const { return ends_.back(); }
  std::span<const std::shared_ptr<const ArrayData>> chunks() const { return chunks_; }  // at least one
  /// The chunk that holds `row`, and its place in it.
  std::pair<const ArrayData*, std::int64_t> find(std::size_t row) const;

  /// Calls `write` with the array that the next row belongs to. `bytes`: an upper bound on the size of its strings.
  void append(std::size_t bytes, const std::function<void(ArrayData*)>& write);

 private:
  std::size_t chunk_bytes_;
  std::size_t bytes_ = 0;  // of the last chunk
  std::shared_ptr<ArrayData> last_;
  std::vector<std::shared_ptr<const ArrayData>> chunks_;
  std::vector<std::size_t> ends_;  // of each chunk, in rows
};

struct Failures {
  std::size_t count = 0;
  std::size_t first_row = 0;
  std::exception_ptr first;

  void add(std::size_t row, const std::exception_ptr& error);
};

/// The numbers of rows by what became of them.
struct RowCounts {
  std::map<std::string_view, std::size_t> statuses;   // also "missing" and "error"
  std::map<std::string_view, std::size_t> languages;  // of the rows with a summary
  std::map<std::string_view, std::size_t> flags;
  std::map<std::string, std::size_t> errors;  // by reason
};

struct ColumnResult {
  std::shared_ptr<ResultColumn> column;
  Failures failures;
  RowCounts counts = {};  // of summarize_column
};

/// Fills a column slice by slice, so that only about 16,384 rows are held twice. `fill(begin, end, result)` appends the
/// rows [begin, end). With `stop_at_failure` it is not called again after a slice with a failure. `wait` is called
/// between slices, about every 50 ms, because a slice of missing texts may end before it calls `wait` itself.
ColumnResult fill_column(ArrayData type, std::size_t n_rows, bool stop_at_failure,
                         const std::function<void(std::size_t done)>& wait,
                         const std::function<void(std::size_t begin, std::size_t end, ColumnResult* result)>& fill);

/// The type of the result of summarize_column, as an array without rows. `groups`: of texts, see BatchInput.
ArrayData summary_type(ColumnOutput output, bool groups = false);

/// Summarizes a column on many cores. The result has one row per text, in order. A missing text gives a null, and a
/// blank one "". A row that fails gives a null (text) or a struct with status "error" and the reason. Results do not
/// depend on threads or chunks. With `stop_at_failure`, rows after the first failure may be missing at the end.
///
/// `threads`, `wait`: see batch.h. Memory: that of the result, and a second copy of about 16,384 rows.
ColumnResult summarize_column(const BatchInput& input, const Options& options, ColumnOutput output, unsigned threads,
                              bool stop_at_failure, const std::function<void(std::size_t done)>& wait);

}  // namespace tersely
