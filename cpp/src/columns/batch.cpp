#include "tersely/columns/batch.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "support/parallel.h"
#include "tersely/cancel.h"
#include "tersely/error.h"
#include "tersely/summarizer.h"
#include "tersely/workspace.h"

namespace tersely {
namespace {

std::optional<std::string_view> own(const TextRows* rows, std::size_t row) {
  return rows == nullptr ? std::nullopt : rows->text(row);
}

void check_sizes(const BatchInput& input) {
  for (const TextRows* rows : {input.titles, input.languages}) {
    if (rows == nullptr || rows->size() == input.texts->size()) continue;
    throw Error("titles and languages must have as many rows as the texts, " + std::to_string(input.texts->size()) +
                ", not " + std::to_string(rows->size()));
  }
}

/// The options of a row that brings its own title or language.
Options with(const Options& options, std::optional<std::string_view> title, std::optional<std::string_view> language) {
  Options changed = options;
  if (title) changed.title = std::string(*title);
  if (language) changed.analysis.language = std::string(*language);
  return changed;
}

void summarize_text(std::size_t row, std::string_view text, const Options& options, Workspace* workspace,
                    const Cancel& batch, BatchOutput* output) {
  const Cancel cancel(options.timeout, &batch);
  const Document document(text, options.analysis, workspace, cancel);
  output->write(row, document, summarize(document, options, {}, workspace, cancel));
}

void summarize_row(const BatchInput& input, std::size_t row, const Options& options, Workspace* workspace,
                   const Cancel& batch, BatchOutput* output) {
  const std::optional<std::string_view> text = input.texts->text(row);
  if (!text) return;
  const auto title = own(input.titles, row);
  const auto language = own(input.languages, row);
  if (title || language) {
    summarize_text(row, *text, with(options, title, language), workspace, batch, output);
  } else {
    summarize_text(row, *text, options, workspace, batch, output);
  }
}

void split_row(const BatchInput& input, std::size_t row, const Options& options, const Cancel& batch,
               SplitOutput* output) {
  const std::optional<std::string_view> text = input.texts->text(row);
  if (!text) return;
  const auto language = own(input.languages, row);
  const Cancel cancel(options.timeout, &batch);
  output->write(row, *text,
                split(*text, language ? with(options, std::nullopt, language).analysis : options.analysis, cancel));
}

/// Calls run(row, workspace, cancel) for each row of [begin, end); an Error costs its row only.
template <class Run>
void run_rows(std::size_t begin, std::size_t end, unsigned threads, RowOutput* output,
              const std::function<void(std::size_t)>& wait, const Run& run) {
  const std::size_t n = end - begin;
  if (threads == 0) threads = available_cores();
  threads = static_cast<unsigned>(std::clamp<std::size_t>(n, 1, threads));
  std::vector<Workspace> workspaces(threads);
  std::atomic<std::size_t> done{0};
  const auto wait_done = [&] { wait(done.load(std::memory_order_relaxed)); };
  Cancel batch(std::nullopt, threads == 1 ? std::function<void()>(wait_done) : nullptr);
  for_each_parallel(
      n, threads,
      [&](unsigned worker, std::size_t i) {
        try {
          batch.check();
          run(begin + i, &workspaces[worker], batch);
        } catch (const Error&) {
          output->fail(begin + i, std::current_exception());
        } catch (const Cancelled&) {
          return;  // `wait` has thrown; for_each_parallel throws that.
        }
        done.fetch_add(1, std::memory_order_relaxed);
      },
      [&] {
        try {
          wait_done();
        } catch (...) {
          batch.request();
          throw;
        }
      });
}

}  // namespace

void summarize_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options,
                     unsigned threads, BatchOutput* output, const std::function<void(std::size_t)>& wait) {
  check_sizes(input);
  run_rows(begin, end, options.count_tokens ? 1 : threads, output, wait,
           [&](std::size_t row, Workspace* workspace, const Cancel& batch) {
             summarize_row(input, row, options, workspace, batch, output);
           });
}

void split_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options, unsigned threads,
                 SplitOutput* output, const std::function<void(std::size_t)>& wait) {
  check_sizes(input);
  run_rows(begin, end, threads, output, wait, [&](std::size_t row, Workspace* /*workspace*/, const Cancel& batch) {
    split_row(input, row, options, batch, output);
  });
}

}  // namespace tersely
