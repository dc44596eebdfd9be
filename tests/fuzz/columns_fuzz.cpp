/// An Arrow column with damaged offsets and texts: each row is summarised as it is alone, or fails alone.
#include <fuzzer/FuzzedDataProvider.h>

#include <cstdint>
#include <string>
#include <vector>

#include "check.h"
#include "tersely/columns/result_column.h"
#include "tersely/columns/text_column.h"
#include "tersely/tersely.h"

namespace {

using namespace tersely;
using tersely::fuzz::check;

template <class Offset>
struct Strings {
  const char* format;
  std::vector<Offset> offsets;
  std::vector<std::uint8_t> validity;
  std::vector<char> bytes;
  const void* buffers[3];

  Strings(const char* the_format, FuzzedDataProvider* input) : format(the_format) {
    const std::size_t n_rows = input->ConsumeIntegralInRange<std::size_t>(0, 12);
    // Arrow does not state the size of a buffer, so offsets beyond its end are the caller's fault.
    for (std::size_t i = 0; i <= n_rows; ++i) offsets.push_back(input->ConsumeIntegralInRange<Offset>(-1, 400));
    validity = input->ConsumeBytes<std::uint8_t>(2);
    validity.resize(2);
    bytes = input->ConsumeRemainingBytes<char>();
    bytes.resize(400, ' ');
  }

  std::unique_ptr<TextColumn> column() {
    buffers[0] = validity.data();
    buffers[1] = offsets.data();
    buffers[2] = bytes.data();
    ArrowSchema schema{};
    schema.format = format;
    schema.name = "";
    schema.release = [](ArrowSchema* released) { released->release = nullptr; };
    ArrowArray array{};
    array.length = static_cast<std::int64_t>(offsets.size()) - 1;
    array.null_count = -1;
    array.n_buffers = 3;
    array.buffers = buffers;
    array.release = [](ArrowArray* released) { released->release = nullptr; };
    return TextColumn::of_array(&schema, &array, std::nullopt);
  }
};

/// The printed summary of a row alone; nullopt if it is missing or fails.
std::optional<std::string> summarize_alone(const TextColumn& column, std::size_t row) try {
  const auto text = column.text(row);
  return text ? std::optional(summarize(*text).text) : std::nullopt;
} catch (const Error&) {
  return std::nullopt;
}

template <class Offset>
void run(const char* format, FuzzedDataProvider* input) {
  Strings<Offset> strings(format, input);
  const auto column = strings.column();
  const auto wait = [](std::size_t) {};
  const ColumnResult result = summarize_column({.texts = column.get()}, Options(), ColumnOutput::text, 1, false, wait);
  check(result.column->size() == column->size(), "one row of the result for each text");
  for (std::size_t row = 0; row < column->size(); ++row) {
    const auto [chunk, at] = result.column->find(row);
    const auto alone = summarize_alone(*column, row);
    check(chunk->is_valid(at) == alone.has_value(), "a row is missing as it is alone");
    if (alone) check(chunk->string(at) == *alone, "a row is summarised as it is alone");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  switch (input.ConsumeIntegralInRange(0, 3)) {
    case 0:
      run<std::int32_t>("u", &input);
      break;
    case 1:
      run<std::int64_t>("U", &input);
      break;
    case 2:
      run<std::int32_t>("z", &input);
      break;
    default:
      run<std::int64_t>("Z", &input);
  }
  return 0;
}
