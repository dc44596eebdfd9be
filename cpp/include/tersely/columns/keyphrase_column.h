/// Finds the keyphrases of a column of texts.
#pragma once

#include <cstddef>
#include <functional>

#include "tersely/columns/result_column.h"

namespace tersely {

/// Finds keyphrases on many cores. The result has one list<struct<text, score, count, spans>> per text, in order, where
/// spans is a list<struct<start, end>> in code points (bytes of binary columns). A missing text gives a null, and so
/// does one that fails; a blank one gives an empty list. Arguments, memory and threads are as in summarize_column.
ColumnResult keyphrase_column(const BatchInput& input, const Options& options, unsigned threads, bool stop_at_failure,
                              const std::function<void(std::size_t done)>& wait);

}  // namespace tersely
