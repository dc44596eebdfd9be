#include "tersely/columns/split_column.h"

#include <optional>
#include <utility>

#include "tersely/error.h"
#include "tersely/text.h"

namespace tersely {
namespace {

/// The result of a row until it is written; rows are written in order.
struct Row {
  std::string_view text;
  std::optional<Split> split;  // nullopt: missing or failed
  std::vector<std::uint32_t> offsets;
  std::exception_ptr failure;
};

/// The rows [first, first + n) of a batch.
class Slice final : public SplitOutput {
 public:
  Slice(const TextRows& texts, ColumnOutput output, std::size_t first, std::size_t n)
      : texts_(texts), output_(output), first_(first), rows_(n) {}

  void write(std::size_t row, std::string_view text, Split split) override {
    Row& out = rows_[row - first_];
    if (text.size() > INT32_MAX) throw LimitExceeded("the sentences have more than 2 GiB");
    out.text = text;
    if (output_ == ColumnOutput::structure) out.offsets = unit_offsets(text, split.units, texts_.unit(row));
    out.split = std::move(split);
  }

  void fail(std::size_t row, std::exception_ptr error) override { rows_[row - first_].failure = std::move(error); }

  void append_to(ColumnResult* result) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      Row& row = rows_[i];
      if (row.failure) result->failures.add(first_ + i, row.failure);
      result->column->append(bytes(row), [&](ArrayData* out) { append(row, out); });
      row = {};
    }
  }

 private:
  /// An upper bound for the texts of the units and the names of their kinds.
  static std::size_t bytes(const Row& row) {
    constexpr std::size_t kind_bytes = 8;
    return row.split ? row.text.size() + kind_bytes * row.split->units.size() : 0;
  }

  void append(const Row& row, ArrayData* out) const {
    if (!row.split) return out->append_null();
    append_units(row.text, row.split->units, row.offsets, output_, &out->children.front());
    out->close();
  }

  const TextRows& texts_;
  const ColumnOutput output_;
  const std::size_t first_;
  std::vector<Row> rows_;
};

}  // namespace

/// The fields are in the order in which append_units fills them.
ArrayData unit_type(ColumnOutput output) {
  if (output == ColumnOutput::text) return ArrayData::type("item", "u");
  return ArrayData::type("item", "+s",
                         {ArrayData::type("text", "u"), ArrayData::type("start", "l"), ArrayData::type("end", "l"),
                          ArrayData::type("kind", "u"), ArrayData::type("paragraph", "l")});
}

void append_units(std::string_view text, const std::vector<Unit>& units, const std::vector<std::uint32_t>& offsets,
                  ColumnOutput output, ArrayData* array) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string_view verbatim = units[i].span.of(text);
    if (output == ColumnOutput::text) {
      array->append(verbatim);
      continue;
    }
    array->children[0].append(verbatim);
    array->children[1].append(std::int64_t{offsets[2 * i]});
    array->children[2].append(std::int64_t{offsets[2 * i + 1]});
    array->children[3].append(to_string(units[i].kind));
    array->children[4].append(std::int64_t{units[i].paragraph});
    array->close();
  }
}

std::vector<std::uint32_t> unit_offsets(std::string_view text, const std::vector<Unit>& units, OffsetUnit unit) {
  std::vector<Span> spans;
  spans.reserve(units.size());
  for (const Unit& u : units) spans.push_back(u.span);
  return convert_spans(text, spans, unit);
}

ColumnResult split_column(const BatchInput& input, const Options& options, ColumnOutput output, unsigned threads,
                          bool stop_at_failure, const std::function<void(std::size_t)>& wait) {
  return fill_column(ArrayData::type("sentences", "+l", {unit_type(output)}), input.texts->size(), stop_at_failure,
                     wait, [&](std::size_t begin, std::size_t end, ColumnResult* result) {
                       Slice slice(*input.texts, output, begin, end - begin);
                       split_batch(input, begin, end, options, threads, &slice,
                                   [&](std::size_t done) { wait(begin + done); });
                       slice.append_to(result);
                     });
}

}  // namespace tersely
