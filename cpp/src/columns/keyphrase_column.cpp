#include "tersely/columns/keyphrase_column.h"

#include <optional>
#include <utility>
#include <vector>

#include "tersely/error.h"
#include "tersely/text.h"

namespace tersely {
namespace {

/// The fields are in the order in which append() fills them.
ArrayData keyphrases_type() {
  const ArrayData span = ArrayData::type("item", "+s", {ArrayData::type("start", "l"), ArrayData::type("end", "l")});
  return ArrayData::type("keyphrases", "+l",
                         {ArrayData::type("item", "+s",
                                          {ArrayData::type("text", "u"), ArrayData::type("score", "g"),
                                           ArrayData::type("count", "l"), ArrayData::type("spans", "+l", {span})})});
}

/// The result of a row until it is written; rows are written in order.
struct Row {
  std::string_view text;
  std::optional<std::vector<Keyphrase>> keyphrases;  // nullopt: missing or failed
  std::vector<std::uint32_t> offsets;                // of all spans, in order
  std::exception_ptr failure;
};

void append(const Row& row, ArrayData* out) {
  if (!row.keyphrases) return out->append_null();
  ArrayData& items = out->children.front();
  auto offset = row.offsets.begin();
  for (const Keyphrase& keyphrase : *row.keyphrases) {
    items.children[0].append(keyphrase.form.of(row.text));
    items.children[1].append(keyphrase.score);
    items.children[2].append(static_cast<std::int64_t>(keyphrase.spans.size()));
    ArrayData& spans = items.children[3].children.front();
    for (std::size_t i = 0; i < keyphrase.spans.size(); ++i) {
      spans.children[0].append(std::int64_t{*offset++});
      spans.children[1].append(std::int64_t{*offset++});
      spans.close();
    }
    items.children[3].close();
    items.close();
  }
  out->close();
}

/// The rows [first, first + n) of a batch.
class Slice final : public KeyphraseOutput {
 public:
  Slice(const TextRows& texts, std::size_t first, std::size_t n) : texts_(texts), first_(first), rows_(n) {}

  void write(std::size_t row, std::string_view text, std::vector<Keyphrase> keyphrases) override {
    Row& out = rows_[row - first_];
    std::vector<Span> spans;
    std::size_t bytes = 0;
    for (const Keyphrase& keyphrase : keyphrases) {
      spans.insert(spans.end(), keyphrase.spans.begin(), keyphrase.spans.end());
      bytes += keyphrase.form.size();
    }
    if (bytes > INT32_MAX) throw LimitExceeded("the keyphrases have more than 2 GiB");
    out.text = text;
    out.offsets = convert_spans(text, spans, texts_.unit(row));
    out.keyphrases = std::move(keyphrases);
  }

  void fail(std::size_t row, std::exception_ptr error) override { rows_[row - first_].failure = std::move(error); }

  void append_to(ColumnResult* result) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      Row& row = rows_[i];
      if (row.failure) result->failures.add(first_ + i, row.failure);
      std::size_t bytes = 0;
      if (row.keyphrases) {
        for (const Keyphrase& keyphrase : *row.keyphrases) bytes += keyphrase.form.size();
      }
      result->column->append(bytes, [&](ArrayData* out) { append(row, out); });
      row = {};
    }
  }

 private:
  const TextRows& texts_;
  const std::size_t first_;
  std::vector<Row> rows_;
};

}  // namespace

ColumnResult keyphrase_column(const BatchInput& input, const Options& options, unsigned threads, bool stop_at_failure,
                              const std::function<void(std::size_t)>& wait) {
  return fill_column(keyphrases_type(), input.texts->size(), stop_at_failure, wait,
                     [&](std::size_t begin, std::size_t end, ColumnResult* result) {
                       Slice slice(*input.texts, begin, end - begin);
                       keyphrase_batch(input, begin, end, options, threads, &slice,
                                       [&](std::size_t done) { wait(begin + done); });
                       slice.append_to(result);
                     });
}

}  // namespace tersely
