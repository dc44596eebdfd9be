#include "tersely/columns/result_column.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "tersely/cancel.h"
#include "tersely/error.h"
#include "tersely/text.h"

namespace tersely {
namespace {

struct Sentence {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t index = 0;
  double score = 0;
  std::optional<std::uint32_t> source = {};  // in a group of texts
};

/// The result of a row until it is written; rows are written in order.
struct Row {
  enum class State : std::uint8_t { missing, done, failed };

  State state = State::missing;
  Status status = Status::empty;
  std::uint32_t flags = 0;
  double coverage = 0;
  std::string_view language;  // refers to static memory
  std::string summary;
  std::vector<Sentence> sentences;
  std::string error;
  std::exception_ptr failure;
};

std::vector<Sentence> sentences_of(std::string_view text, OffsetUnit unit, const Summary& summary) {
  std::vector<Span> spans;
  for (const Chosen& chosen : summary.sentences) spans.push_back(chosen.span);
  const std::vector<std::uint32_t> offsets = convert_spans(text, spans, unit);
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Chosen& chosen = summary.sentences[i];
    sentences.push_back({offsets[2 * i], offsets[2 * i + 1], chosen.unit, chosen.score});
  }
  return sentences;
}

/// With offsets in the text of each sentence. `units`: the unit of offsets into each text of the group.
std::vector<Sentence> sentences_of_group(const Document& document, const std::function<OffsetUnit(std::size_t)>& units,
                                         const Summary& summary) {
  std::vector<Sentence> sentences(summary.sentences.size());
  std::map<std::uint32_t, std::vector<std::size_t>> by_source;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    by_source[document.source_of(summary.sentences[i].unit)].push_back(i);
  }
  for (const auto& [source, members] : by_source) {
    const Span text = document.source_span(source);
    std::vector<Span> spans;
    for (const std::size_t i : members) {
      const Span span = summary.sentences[i].span;
      spans.push_back({span.begin - text.begin, span.end - text.begin});
    }
    const std::vector<std::uint32_t> offsets = convert_spans(text.of(document.text()), spans, units(source));
    for (std::size_t k = 0; k < members.size(); ++k) {
      const Chosen& chosen = summary.sentences[members[k]];
      sentences[members[k]] = {offsets[2 * k], offsets[2 * k + 1], chosen.unit, chosen.score, source};
    }
  }
  return sentences;
}

/// The rows [first, first + n) of a batch.
class Slice final : public BatchOutput {
 public:
  Slice(const BatchInput& input, ColumnOutput output, std::size_t first, std::size_t n)
      : input_(input), output_(output), first_(first), rows_(n) {}

  void write(std::size_t row, const Document& document, const Summary& summary) override {
    Row& out = rows_[row - first_];
    out.summary = print(document, document.text(), summary);
    if (out.summary.size() > INT32_MAX) throw LimitExceeded("the summary is larger than 2 GiB");
    out.status = summary.status;
    out.flags = document.flags() | summary.flags | flags_of(row);
    out.coverage = summary.coverage;
    out.language = document.language().code();
    if (output_ == ColumnOutput::structure) out.sentences = sentences(row, document, summary);
    out.state = Row::State::done;
  }

  void fail(std::size_t row, std::exception_ptr error) override {
    Row& out = rows_[row - first_];
    out.state = Row::State::failed;
    out.summary.clear();
    out.failure = std::move(error);
  }

  void append_to(ColumnResult* result);

 private:
  std::vector<Sentence> sentences(std::size_t row, const Document& document, const Summary& summary) const {
    if (input_.groups == nullptr) return sentences_of(document.text(), input_.texts->unit(row), summary);
    const std::size_t first = (*input_.groups)[row]->begin;
    return sentences_of_group(
        document, [&](std::size_t source) { return input_.texts->unit(first + source); }, summary);
  }
  /// Flags that the texts have besides those of the document.
  std::uint32_t flags_of(std::size_t row) const {
    if (input_.groups == nullptr) return input_.texts->flags(row);
    const TextGroup group = *(*input_.groups)[row];
    std::uint32_t flags = 0;
    for (std::size_t i = group.begin; i < group.end; ++i) flags |= input_.texts->flags(i);
    return flags;
  }
  static void write_structure(const Row& row, ArrayData* out);

  const BatchInput& input_;
  const ColumnOutput output_;
  const std::size_t first_;
  std::vector<Row> rows_;
};

std::string reason(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    return error.what();
  }
}

/// The names of the flags that are set.
std::vector<std::string_view> names_of(std::uint32_t flags) {
  std::vector<std::string_view> names;
  for (std::size_t bit = 0; bit < flag_names().size(); ++bit) {
    if ((flags >> bit & 1) != 0) names.push_back(flag_names()[bit]);
  }
  return names;
}

constexpr std::string_view failed_status = "error";

void count(const Row& row, RowCounts* counts) {
  if (row.state == Row::State::missing) {
    ++counts->statuses["missing"];
  } else if (row.state == Row::State::failed) {
    ++counts->statuses[failed_status];
    ++counts->errors[row.error];
  } else {
    ++counts->statuses[to_string(row.status)];
    ++counts->languages[row.language];
    for (const std::string_view name : names_of(row.flags)) ++counts->flags[name];
  }
}

constexpr std::size_t row_bytes = 256;  // upper bound for status, language and flags

void Slice::append_to(ColumnResult* result) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_[i];
    if (row.state == Row::State::failed) {
      result->failures.add(first_ + i, row.failure);
      row.error = reason(row.failure);
    }
    count(row, &result->counts);
    result->column->append(row.summary.size() + row.error.size() + row_bytes, [&](ArrayData* out) {
      if (row.state == Row::State::missing) return out->append_null();
      if (output_ == ColumnOutput::structure) return write_structure(row, out);
      if (row.state == Row::State::failed) return out->append_null();
      out->append(row.summary);
    });
    row = {};
  }
}

void Slice::write_structure(const Row& row, ArrayData* out) {
  const bool failed = row.state == Row::State::failed;
  std::vector<ArrayData>& fields = out->children;
  failed ? fields[0].append_null() : fields[0].append(row.summary);
  for (const Sentence& sentence : row.sentences) {
    ArrayData& item = fields[1].children.front();
    item.children[0].append(std::int64_t{sentence.start});
    item.children[1].append(std::int64_t{sentence.end});
    item.children[2].append(std::int64_t{sentence.index});
    item.children[3].append(sentence.score);
    if (sentence.source) item.children[4].append(std::int64_t{*sentence.source});
    item.close();
  }
  fields[1].close();
  fields[2].append(failed ? failed_status : to_string(row.status));
  fields[3].append(failed ? "und" : row.language);
  fields[4].append(row.coverage);
  for (const std::string_view name : names_of(row.flags)) fields[5].children.front().append(name);
  fields[5].close();
  failed ? fields[6].append(row.error) : fields[6].append_null();
  out->close();
}

}  // namespace

/// Defines the fields of a struct; write_structure fills them in this order.
ArrayData summary_type(ColumnOutput output, bool groups) {
  if (output == ColumnOutput::text) return ArrayData::type("summary", "u");
  ArrayData sentence = ArrayData::type("item", "+s");
  for (const char* name : {"start", "end", "index"}) sentence.children.push_back(ArrayData::type(name, "l"));
  sentence.children.push_back(ArrayData::type("score", "g"));
  if (groups) sentence.children.push_back(ArrayData::type("source", "l"));
  return ArrayData::type(
      "summary", "+s",
      {ArrayData::type("summary", "u"), ArrayData::type("sentences", "+l", {std::move(sentence)}),
       ArrayData::type("status", "u"), ArrayData::type("language", "u"), ArrayData::type("coverage", "g"),
       ArrayData::type("flags", "+l", {ArrayData::type("item", "u")}), ArrayData::type("error", "u")});
}

ResultColumn::ResultColumn(ArrayData type, std::size_t chunk_bytes)
    : chunk_bytes_(chunk_bytes), last_(std::make_shared<ArrayData>(std::move(type))), chunks_{last_}, ends_{0} {}

void Failures::add(std::size_t row, const std::exception_ptr& error) {
  if (count++ > 0) return;
  first_row = row;
  first = error;
}

void ResultColumn::append(std::size_t bytes, const std::function<void(ArrayData*)>& write) {
  if (last_->length > 0 && bytes_ + bytes > chunk_bytes_) {
    last_ = std::make_shared<ArrayData>(last_->empty());
    chunks_.push_back(last_);
    ends_.push_back(ends_.back());
    bytes_ = 0;
  }
  write(last_.get());
  bytes_ += bytes;
  ++ends_.back();
}

std::pair<const ArrayData*, std::int64_t> ResultColumn::find(std::size_t row) const {
  const auto next = std::upper_bound(ends_.begin(), ends_.end(), row);
  const auto i = static_cast<std::size_t>(next - ends_.begin());
  return {chunks_[i].get(), static_cast<std::int64_t>(row - (i == 0 ? 0 : ends_[i - 1]))};
}

ColumnResult fill_column(ArrayData type, std::size_t n_rows, bool stop_at_failure,
                         const std::function<void(std::size_t)>& wait,
                         const std::function<void(std::size_t, std::size_t, ColumnResult*)>& fill) {
  constexpr std::size_t slice_rows = 16'384;
  ColumnResult result{std::make_shared<ResultColumn>(std::move(type)), {}};
  std::size_t begin = 0;
  const Cancel between_slices(std::nullopt, [&] { wait(begin); });  // a slice of nulls ends before it would check
  while (begin < n_rows && !(stop_at_failure && result.failures.count > 0)) {
    between_slices.check();
    const std::size_t end = begin + std::min(slice_rows, n_rows - begin);
    fill(begin, end, &result);
    begin = end;
  }
  return result;
}

ColumnResult summarize_column(const BatchInput& input, const Options& options, ColumnOutput output, unsigned threads,
                              bool stop_at_failure, const std::function<void(std::size_t)>& wait) {
  return fill_column(summary_type(output, input.groups != nullptr), input.n_rows(), stop_at_failure, wait,
                     [&](std::size_t begin, std::size_t end, ColumnResult* result) {
                       Slice slice(input, output, begin, end - begin);
                       summarize_batch(input, begin, end, options, threads, &slice,
                                       [&](std::size_t done) { wait(begin + done); });
                       slice.append_to(result);
                     });
}

}  // namespace tersely
