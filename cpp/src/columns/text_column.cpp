#include "tersely/columns/text_column.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

#include "columns/arrow_types.h"
#include "tersely/error.h"

namespace tersely {
namespace {

template <class T>
T load(const void* buffer, std::int64_t i) {
  T value;
  std::memcpy(&value, static_cast<const char*>(buffer) + i * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
  return value;
}

bool is_valid(const ArrowArray& array, std::int64_t i) {
  const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
  return bits == nullptr || (bits[i / 8] >> (i % 8) & 1) != 0;
}

template <class Offset>
std::string_view between_offsets(const ArrowArray& array, std::int64_t i) {
  const auto begin = load<Offset>(array.buffers[1], i);
  const auto end = load<Offset>(array.buffers[1], i + 1);
  const auto* data = static_cast<const char*>(array.buffers[2]);
  if (begin < 0 || end < begin || (data == nullptr && end > begin)) {
    throw InvalidColumn("the column's offsets are damaged here");
  }
  return begin == end ? std::string_view() : std::string_view(data + begin, static_cast<std::size_t>(end - begin));
}

/// A view is a length, then either the text itself (at most 12 bytes) or its first 4 bytes, a buffer number and an
/// offset.
std::string_view of_view(const ArrowArray& array, std::int64_t i) {
  constexpr std::int32_t inline_bytes = 12;
  const char* view = static_cast<const char*>(array.buffers[1]) + 16 * i;
  const auto size = load<std::int32_t>(view, 0);
  if (size >= 0 && size <= inline_bytes) return {view + 4, static_cast<std::size_t>(size)};
  const std::int64_t n_data = array.n_buffers - 3;  // after validity and views, before the sizes
  const auto buffer = load<std::int32_t>(view, 2);
  const auto begin = load<std::int32_t>(view, 3);
  if (size < 0 || buffer < 0 || buffer >= n_data || begin < 0 || array.buffers[array.n_buffers - 1] == nullptr ||
      array.buffers[2 + buffer] == nullptr ||
      begin > load<std::int64_t>(array.buffers[array.n_buffers - 1], buffer) - size) {
    throw InvalidColumn("the column's views are damaged here");
  }
  return {static_cast<const char*>(array.buffers[2 + buffer]) + begin, static_cast<std::size_t>(size)};
}

std::int64_t load_index(char format, const void* buffer, std::int64_t i) {
  switch (format) {
    case 'c':
      return load<std::int8_t>(buffer, i);
    case 'C':
      return load<std::uint8_t>(buffer, i);
    case 's':
      return load<std::int16_t>(buffer, i);
    case 'S':
      return load<std::uint16_t>(buffer, i);
    case 'i':
      return load<std::int32_t>(buffer, i);
    case 'I':
      return load<std::uint32_t>(buffer, i);
    default:
      return load<std::int64_t>(buffer, i);  // 'l', and 'L', since no dictionary is so large that the sign matters
  }
}

/// `i` counts from the start of the buffers.
std::optional<std::string_view> value(const ArrowTextType& type, const ArrowArray& array, std::int64_t i) {
  if (type.layout == ArrowLayout::null || !is_valid(array, i)) return std::nullopt;
  if (type.index != 0) {
    const std::int64_t index = load_index(type.index, array.buffers[1], i);
    const ArrowArray& dictionary = *array.dictionary;
    if (index < 0 || index >= dictionary.length) throw InvalidColumn("the column's dictionary has no such entry");
    return value(type.values(), dictionary, dictionary.offset + index);
  }
  switch (type.layout) {
    case ArrowLayout::offsets32:
      return between_offsets<std::int32_t>(array, i);
    case ArrowLayout::offsets64:
      return between_offsets<std::int64_t>(array, i);
    default:
      return of_view(array, i);
  }
}

[[noreturn]] void damaged(const std::string& what) { throw InvalidColumn("the Arrow array " + what); }

/// Limits lengths and offsets so that no address computed for a row overflows.
void check_extent(const ArrowArray& array) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 64;  // a view has 16 bytes
  if (array.length < 0 || array.offset < 0) damaged("has a negative length or offset");
  if (array.length > most || array.offset > most) damaged("claims more rows than any memory holds");
}

void check_array(const ArrowTextType& type, const ArrowArray& array) {
  if (type.layout == ArrowLayout::null) return;
  constexpr std::int64_t max_views = std::int64_t{1} << 31;  // views refer to data buffers by 32-bit numbers
  check_extent(array);
  const bool is_view = type.layout == ArrowLayout::views && type.index == 0;
  const bool has_offsets = type.index == 0 && !is_view;
  const std::int64_t expected = has_offsets ? 3 : 2;
  if (is_view ? array.n_buffers < 3 || array.n_buffers > max_views : array.n_buffers != expected) {
    damaged("has " + std::to_string(array.n_buffers) + " buffers, too many or too few for its type");
  }
  if (array.buffers == nullptr || (array.length > 0 && array.buffers[1] == nullptr)) damaged("lacks a buffer");
  if (type.index == 0) return;
  if (array.dictionary == nullptr || array.dictionary->release == nullptr) damaged("has no dictionary");
  check_array(type.values(), *array.dictionary);
}

/// Null rows need no memory, so their number must be limited for sums to fit all counters, Python's included.
void check_rows(const ArrowArray& array, std::size_t rows_before) {
  constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (array.length < 0 || array.offset < 0) damaged("has a negative length or offset");
  if (static_cast<std::uint64_t>(array.length) > most - rows_before) damaged("claims more rows than can be counted");
}

const ArrowArray& field_of(const ArrowArray& table, std::int64_t field) {
  if (table.n_children <= field || table.n_buffers != 1) damaged("has fewer fields than its schema");
  if (table.buffers == nullptr) damaged("lacks a buffer");
  check_extent(table);
  if (table.children == nullptr || table.children[field] == nullptr || table.children[field]->release == nullptr) {
    damaged("lacks a field");
  }
  const ArrowArray& text = *table.children[field];
  check_extent(text);
  if (text.length < table.offset + table.length) damaged("has a field that is shorter than the table");
  return text;
}

}  // namespace

struct TextColumn::Type : ArrowTextType {
  using ArrowTextType::ArrowTextType;
};

/// Releases its array on destruction.
struct TextColumn::Chunk {
  explicit Chunk(ArrowArray* moved) : array(*moved) { moved->release = nullptr; }
  Chunk(const Chunk&) = delete;
  Chunk& operator=(const Chunk&) = delete;
  ~Chunk() {
    if (array.release != nullptr) array.release(&array);
  }

  ArrowArray array;
  const ArrowArray* text = nullptr;  // `array` or its field
  std::int64_t first = 0;            // index of the first row in the buffers of `text`
};

TextColumn::TextColumn(ArrowSchema* schema, const std::optional<std::string>& field)
    : type_(std::make_unique<Type>(*schema, field)) {}

TextColumn::~TextColumn() = default;

void TextColumn::append(ArrowArray* array) {
  auto chunk = std::make_unique<Chunk>(array);
  const ArrowArray& whole = chunk->array;
  if (whole.release == nullptr) damaged("has been released: a capsule can be used once");
  check_rows(whole, size());
  chunk->text = &whole;
  chunk->first = whole.offset;
  if (type_->field) {
    chunk->text = &field_of(whole, *type_->field);
    chunk->first += chunk->text->offset;
  }
  check_array(*type_, *chunk->text);
  ends_.push_back(size() + static_cast<std::size_t>(whole.length));
  chunks_.push_back(std::move(chunk));
}

std::optional<std::string_view> TextColumn::text(std::size_t row) const {
  const auto next = std::upper_bound(ends_.begin(), ends_.end(), row);
  const auto i = static_cast<std::size_t>(next - ends_.begin());
  const auto place = static_cast<std::int64_t>(row - (i == 0 ? 0 : ends_[i - 1]));
  const Chunk& chunk = *chunks_[i];
  if (type_->field && !is_valid(chunk.array, chunk.array.offset + place)) return std::nullopt;
  return value(*type_, *chunk.text, chunk.first + place);
}

OffsetUnit TextColumn::unit(std::size_t) const { return type_->unit; }

namespace {

/// Takes a schema from its caller and releases it on destruction.
class OwnedSchema {
 public:
  OwnedSchema() = default;
  explicit OwnedSchema(ArrowSchema* moved) : schema_(std::exchange(*moved, {})) {
    if (schema_.release == nullptr)
      throw InvalidColumn("the Arrow schema has been released: a capsule can be used once");
  }
  OwnedSchema(const OwnedSchema&) = delete;
  OwnedSchema& operator=(const OwnedSchema&) = delete;
  ~OwnedSchema() {
    if (schema_.release != nullptr) schema_.release(&schema_);
  }
  ArrowSchema* get() { return &schema_; }

 private:
  ArrowSchema schema_{};
};

class OwnedStream {
 public:
  explicit OwnedStream(ArrowArrayStream* moved) : stream_(std::exchange(*moved, {})) {
    if (stream_.release == nullptr)
      throw InvalidColumn("the Arrow stream has been released: a capsule can be used once");
    if (stream_.get_schema == nullptr || stream_.get_next == nullptr) {
      stream_.release(&stream_);
      throw InvalidColumn("the Arrow stream lacks a function");
    }
  }
  OwnedStream(const OwnedStream&) = delete;
  OwnedStream& operator=(const OwnedStream&) = delete;
  ~OwnedStream() { stream_.release(&stream_); }

  void read_schema(ArrowSchema* out) { check(stream_.get_schema(&stream_, out)); }
  void read_next(ArrowArray* out) { check(stream_.get_next(&stream_, out)); }

 private:
  void check(int code) {
    if (code == 0) return;
    const char* reason = stream_.get_last_error == nullptr ? nullptr : stream_.get_last_error(&stream_);
    throw InvalidColumn("the Arrow stream failed: " + std::string(reason == nullptr ? "no reason given" : reason));
  }

  ArrowArrayStream stream_;
};

}  // namespace

std::unique_ptr<TextColumn> TextColumn::of_array(ArrowSchema* schema, ArrowArray* array,
                                                 const std::optional<std::string>& field) {
  Chunk owned(array);  // released even if the schema is rejected
  OwnedSchema type(schema);
  std::unique_ptr<TextColumn> column(new TextColumn(type.get(), field));
  column->append(&owned.array);
  return column;
}

std::unique_ptr<TextColumn> TextColumn::of_stream(ArrowArrayStream* moved, const std::optional<std::string>& field) {
  OwnedStream stream(moved);
  OwnedSchema type;
  stream.read_schema(type.get());
  std::unique_ptr<TextColumn> column(new TextColumn(type.get(), field));
  while (true) {
    ArrowArray array{};
    stream.read_next(&array);
    if (array.release == nullptr) return column;
    column->append(&array);
  }
}

}  // namespace tersely
