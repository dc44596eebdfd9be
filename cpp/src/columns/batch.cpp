#include "tersely/columns/batch.h"

#include <array>
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

void check_sizes(const BatchInput& input) {
  for (const TextRows* rows : {input.titles, input.languages, input.queries}) {
    if (rows == nullptr || rows->size() == input.n_rows()) continue;
    throw Error("titles, languages and queries must have as many rows as the texts, " + std::to_string(input.n_rows()) +
                ", not " + std::to_string(rows->size()));
  }
}

/// What a thread reuses from row to row.
struct Worker {
  Workspace workspace;
  Options options;  // of the last row

  /// `common` with the row's own title, language and query, if it has them.
  const Options& options_of(const BatchInput& input, std::size_t row, const Options& common) {
    if (input.titles != nullptr) {
      const std::optional<std::string_view> title = input.titles->text(row);
      options.title = title ? std::string(*title) : common.title;
    }
    if (input.languages != nullptr) {
      options.analysis.language = input.languages->text(row).value_or(common.analysis.language);
    }
    if (input.queries != nullptr) {
      const std::optional<std::string_view> query = input.queries->text(row);
      options.query.text = query ? std::string(*query) : common.query.text;
      if (query) check_options(options, std::array{std::pair<std::string, OptionValue>{"query", *options.query.text}});
    }
    return options;
  }
};

Sources join_group(const TextRows& texts, const TextGroup& group) {
  std::vector<std::string_view> of_group;
  for (std::size_t i = group.begin; i < group.end; ++i) of_group.push_back(texts.text(i).value_or(""));
  return join_sources(of_group);
}

void summarize_group(const BatchInput& input, std::size_t row, const Options& common, Worker* worker,
                     const Cancel& batch, BatchOutput* output) {
  const std::optional<TextGroup>& group = (*input.groups)[row];
  if (!group) return;
  const Options& options = worker->options_of(input, row, common);
  const Cancel cancel(options.timeout, &batch);
  const Sources sources = join_group(*input.texts, *group);
  const Document document(sources, options.analysis, &worker->workspace, cancel);
  output->write(row, document, summarize(document, options, {}, &worker->workspace, cancel));
}

void summarize_row(const BatchInput& input, std::size_t row, const Options& common, Worker* worker, const Cancel& batch,
                   BatchOutput* output) {
  if (input.groups != nullptr) return summarize_group(input, row, common, worker, batch, output);
  const std::optional<std::string_view> text = input.texts->text(row);
  if (!text) return;
  const Options& options = worker->options_of(input, row, common);
  const Cancel cancel(options.timeout, &batch);
  const Document document(*text, options.analysis, &worker->workspace, cancel);
  output->write(row, document, summarize(document, options, {}, &worker->workspace, cancel));
}

void split_row(const BatchInput& input, std::size_t row, const Options& common, Worker* worker, const Cancel& batch,
               SplitOutput* output) {
  const std::optional<std::string_view> text = input.texts->text(row);
  if (!text) return;
  const Options& options = worker->options_of(input, row, common);
  const Cancel cancel(options.timeout, &batch);
  output->write(row, *text, split(*text, options.analysis, cancel));
}

void find_keyphrases(const BatchInput& input, std::size_t row, const Options& common, Worker* worker,
                     const Cancel& batch, KeyphraseOutput* output) {
  const std::optional<std::string_view> text = input.texts->text(row);
  if (!text) return;
  const Options& options = worker->options_of(input, row, common);
  const Cancel cancel(options.timeout, &batch);
  const Document document(*text, options.analysis, &worker->workspace, cancel);
  output->write(row, *text, keyphrases(document, options, cancel));
}

/// Calls run(row, worker, cancel) for each row of [begin, end). An Error fails only its row.
template <class Run>
void run_rows(std::size_t begin, std::size_t end, const Options& options, unsigned threads, RowOutput* output,
              const std::function<void(std::size_t)>& wait, const Run& run) {
  std::vector<Worker> workers(threads_for(end - begin, threads));
  for (Worker& worker : workers) worker.options = options;
  for_each_cancellable(
      end - begin, threads,
      [&](unsigned worker, std::size_t i, const Cancel& batch) {
        try {
          run(begin + i, &workers[worker], batch);
        } catch (const Error&) {
          output->fail(begin + i, std::current_exception());
        }
      },
      wait);
}

}  // namespace

void summarize_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options,
                     unsigned threads, BatchOutput* output, const std::function<void(std::size_t)>& wait) {
  check_sizes(input);
  run_rows(begin, end, options, options.count_tokens ? 1 : threads, output, wait,
           [&](std::size_t row, Worker* worker, const Cancel& batch) {
             summarize_row(input, row, options, worker, batch, output);
           });
}

void split_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options, unsigned threads,
                 SplitOutput* output, const std::function<void(std::size_t)>& wait) {
  check_sizes(input);
  run_rows(begin, end, options, threads, output, wait, [&](std::size_t row, Worker* worker, const Cancel& batch) {
    split_row(input, row, options, worker, batch, output);
  });
}

void keyphrase_batch(const BatchInput& input, std::size_t begin, std::size_t end, const Options& options,
                     unsigned threads, KeyphraseOutput* output, const std::function<void(std::size_t)>& wait) {
  check_sizes(input);
  run_rows(begin, end, options, threads, output, wait, [&](std::size_t row, Worker* worker, const Cancel& batch) {
    find_keyphrases(input, row, options, worker, batch, output);
  });
}

}  // namespace tersely
