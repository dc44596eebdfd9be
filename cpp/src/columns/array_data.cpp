#include "tersely/columns/array_data.h"

#include <cstring>
#include <utility>

#include "tersely/error.h"

namespace tersely {

ArrayData ArrayData::type(std::string name, std::string format, std::vector<ArrayData> children) {
  ArrayData type;
  type.name = std::move(name);
  type.format = std::move(format);
  type.children = std::move(children);
  return type;
}

bool ArrayData::is_valid(std::int64_t row) const {
  return validity.empty() || (validity[static_cast<std::size_t>(row / 8)] >> (row % 8) & 1) != 0;
}

namespace {

std::int32_t as_offset(std::size_t end) {
  if (end > INT32_MAX) throw LimitExceeded("a chunk of the result column is larger than 2 GiB");
  return static_cast<std::int32_t>(end);
}

}  // namespace

std::string_view ArrayData::string(std::int64_t row) const {
  const auto begin = static_cast<std::size_t>(offsets[static_cast<std::size_t>(row)]);
  const auto end = static_cast<std::size_t>(offsets[static_cast<std::size_t>(row) + 1]);
  return std::string_view(values.data(), values.size()).substr(begin, end - begin);
}

template <class T>
T ArrayData::number(std::int64_t row) const {
  T number;
  std::memcpy(&number, values.data() + static_cast<std::size_t>(row) * sizeof(T), sizeof(T));
  return number;
}

template std::int64_t ArrayData::number(std::int64_t row) const;
template double ArrayData::number(std::int64_t row) const;

void ArrayData::append(std::string_view text) {
  values.insert(values.end(), text.begin(), text.end());
  offsets.push_back(as_offset(values.size()));
  end_row(true);
}

void ArrayData::append_bytes(const void* bytes, std::size_t n) {
  const auto* begin = static_cast<const char*>(bytes);
  values.insert(values.end(), begin, begin + n);
  end_row(true);
}

void ArrayData::close() {
  if (format == "+l") offsets.push_back(as_offset(static_cast<std::size_t>(children.front().length)));
  end_row(true);
}

void ArrayData::append_null() {
  if (format == "u" || format == "+l") offsets.push_back(offsets.back());
  if (format == "l" || format == "g") values.insert(values.end(), sizeof(std::int64_t), '\0');
  if (format == "+s") {
    for (ArrayData& child : children) child.append_null();
  }
  end_row(false);
}

void ArrayData::end_row(bool valid) {
  if (!valid && validity.empty()) validity.assign(static_cast<std::size_t>(length / 8) + 1, 0xff);
  if (!validity.empty()) {
    const auto byte = static_cast<std::size_t>(length / 8);
    if (byte == validity.size()) validity.push_back(0xff);
    if (!valid) validity[byte] = static_cast<std::uint8_t>(validity[byte] & ~(1u << (length % 8)));
  }
  if (!valid) ++null_count;
  ++length;
}

ArrayData ArrayData::empty() const {
  ArrayData type = ArrayData::type(name, format);
  for (const ArrayData& child : children) type.children.push_back(child.empty());
  return type;
}

namespace {

constexpr std::int64_t nullable_flag = 2;  // ARROW_FLAG_NULLABLE

struct ExportedSchema {
  std::string format;
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

struct ExportedArray {
  std::shared_ptr<const ArrayData> array;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
};

struct ExportedStream {
  std::vector<std::shared_ptr<const ArrayData>> chunks;
  std::size_t next = 0;
  std::string error;
};

/// The consumer may have moved a child out; its new owner then releases it.
template <class Exported, class T>
void release(T* exported) {
  const std::unique_ptr<Exported> owner(static_cast<Exported*>(exported->private_data));
  for (T* child : owner->pointers) {
    if (child->release != nullptr) child->release(child);
  }
  exported->release = nullptr;
}

std::vector<const void*> buffers_of(const ArrayData& array) {
  const void* validity = array.validity.empty() ? nullptr : array.validity.data();
  if (array.format == "+s") return {validity};
  if (array.format == "+l") return {validity, array.offsets.data()};
  if (array.format == "u") return {validity, array.offsets.data(), array.values.data()};
  return {validity, array.values.data()};
}

/// C callers get an error code instead of an exception.
template <class Function>
int no_throw(ArrowArrayStream* stream, const Function& function) {
  auto* self = static_cast<ExportedStream*>(stream->private_data);
  try {
    function(self);
    return 0;
  } catch (const std::exception& error) {
    self->error = error.what();
    return 12;  // ENOMEM: only std::bad_alloc can be thrown
  }
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  return no_throw(stream, [out](ExportedStream* self) { export_schema(*self->chunks.front(), out); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  return no_throw(stream, [out](ExportedStream* self) {
    *out = {};
    if (self->next < self->chunks.size()) export_array(self->chunks[self->next++], out);
  });
}

const char* last_error(ArrowArrayStream* stream) {
  return static_cast<ExportedStream*>(stream->private_data)->error.c_str();
}

void release_stream(ArrowArrayStream* stream) {
  const std::unique_ptr<ExportedStream> owner(static_cast<ExportedStream*>(stream->private_data));
  stream->release = nullptr;
}

}  // namespace

void export_schema(const ArrayData& type, ArrowSchema* out) {
  auto exported = std::make_unique<ExportedSchema>();
  exported->format = type.format;
  exported->name = type.name;
  exported->children.resize(type.children.size());
  for (std::size_t i = 0; i < type.children.size(); ++i) {
    export_schema(type.children[i], &exported->children[i]);
    exported->pointers.push_back(&exported->children[i]);
  }
  *out = {};
  out->format = exported->format.c_str();
  out->name = exported->name.c_str();
  out->flags = nullable_flag;
  out->n_children = static_cast<std::int64_t>(exported->children.size());
  out->children = exported->pointers.data();
  out->release = &release<ExportedSchema, ArrowSchema>;
  out->private_data = exported.release();
}

void export_array(const std::shared_ptr<const ArrayData>& array, ArrowArray* out) {
  auto exported = std::make_unique<ExportedArray>();
  exported->array = array;
  exported->buffers = buffers_of(*array);
  exported->children.resize(array->children.size());
  for (std::size_t i = 0; i < array->children.size(); ++i) {
    export_array({array, &array->children[i]}, &exported->children[i]);
    exported->pointers.push_back(&exported->children[i]);
  }
  *out = {};
  out->length = array->length;
  out->null_count = array->null_count;
  out->n_buffers = static_cast<std::int64_t>(exported->buffers.size());
  out->buffers = exported->buffers.data();
  out->n_children = static_cast<std::int64_t>(exported->children.size());
  out->children = exported->pointers.data();
  out->release = &release<ExportedArray, ArrowArray>;
  out->private_data = exported.release();
}

void export_stream(std::vector<std::shared_ptr<const ArrayData>> chunks, ArrowArrayStream* out) {
  auto exported = std::make_unique<ExportedStream>();
  exported->chunks = std::move(chunks);
  *out = {get_schema, get_next, last_error, release_stream, exported.release()};
}

}  // namespace tersely
