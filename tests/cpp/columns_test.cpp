/// Arrow import and export without an Arrow library. Arrays are built by hand, with buffers of exactly the necessary
/// size, so that the address sanitizer sees every access outside them.
#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tersely/columns/result_column.h"
#include "tersely/columns/text_column.h"
#include "tersely/error.h"

namespace tersely {
namespace {

using Rows = std::vector<std::optional<std::string>>;
using Bytes = std::vector<char>;

template <class T>
Bytes as_bytes(const std::vector<T>& values) {
  Bytes bytes(values.size() * sizeof(T));
  if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
  return bytes;
}

/// An array with everything it consists of. Counts how often it is released.
struct Node {
  std::string format;
  std::string name;
  std::int64_t length = 0;
  std::int64_t offset = 0;
  std::vector<std::optional<Bytes>> buffers;  // nullopt becomes a null pointer
  std::vector<std::shared_ptr<Node>> children;
  std::shared_ptr<Node> dictionary;
  int releases = 0;

  ArrowSchema schema() {
    ArrowSchema out{};
    schema_children.clear();
    for (const auto& child : children) schema_children.push_back(std::make_shared<ArrowSchema>(child->schema()));
    schema_pointers.clear();
    for (const auto& child : schema_children) schema_pointers.push_back(child.get());
    out.format = format.c_str();
    out.name = name.c_str();
    out.n_children = static_cast<std::int64_t>(children.size());
    out.children = schema_pointers.data();
    if (dictionary) {
      schema_dictionary = std::make_shared<ArrowSchema>(dictionary->schema());
      out.dictionary = schema_dictionary.get();
    }
    out.release = [](ArrowSchema* schema) { schema->release = nullptr; };
    return out;
  }

  ArrowArray array() {
    ArrowArray out{};
    pointers.clear();
    for (const auto& buffer : buffers) pointers.push_back(buffer ? buffer->data() : nullptr);
    array_children.clear();
    for (const auto& child : children) array_children.push_back(std::make_shared<ArrowArray>(child->array()));
    array_pointers.clear();
    for (const auto& child : array_children) array_pointers.push_back(child.get());
    out.length = length;
    out.null_count = -1;
    out.offset = offset;
    out.n_buffers = static_cast<std::int64_t>(buffers.size());
    out.buffers = pointers.data();
    out.n_children = static_cast<std::int64_t>(children.size());
    out.children = array_pointers.data();
    if (dictionary) {
      array_dictionary = std::make_shared<ArrowArray>(dictionary->array());
      out.dictionary = array_dictionary.get();
    }
    out.private_data = this;
    out.release = [](ArrowArray* array) {
      ++static_cast<Node*>(array->private_data)->releases;
      array->release = nullptr;
    };
    return out;
  }

  std::vector<std::shared_ptr<ArrowSchema>> schema_children;
  std::vector<ArrowSchema*> schema_pointers;
  std::shared_ptr<ArrowSchema> schema_dictionary;
  std::vector<const void*> pointers;
  std::vector<std::shared_ptr<ArrowArray>> array_children;
  std::vector<ArrowArray*> array_pointers;
  std::shared_ptr<ArrowArray> array_dictionary;
};

std::optional<Bytes> validity_of(const Rows& rows) {
  Bytes bits((rows.size() + 7) / 8, '\0');
  bool all = true;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i]) bits[i / 8] = static_cast<char>(bits[i / 8] | (1 << (i % 8)));
    all = all && rows[i].has_value();
  }
  return all ? std::nullopt : std::optional(bits);
}

template <class Offset>
Node strings(std::string format, const Rows& rows) {
  std::vector<Offset> offsets{0};
  std::string data;
  for (const auto& row : rows) {
    data += row.value_or("");
    offsets.push_back(static_cast<Offset>(data.size()));
  }
  Node node;
  node.format = std::move(format);
  node.length = static_cast<std::int64_t>(rows.size());
  node.buffers = {validity_of(rows), as_bytes(offsets), Bytes(data.begin(), data.end())};
  return node;
}

/// Long texts go to two data buffers alternately.
Node views(std::string format, const Rows& rows) {
  std::array<std::string, 2> data;
  Bytes views(16 * rows.size(), '\0');
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string text = rows[i].value_or("");
    const auto size = static_cast<std::int32_t>(text.size());
    char* view = views.data() + 16 * i;
    std::memcpy(view, &size, 4);
    if (size <= 12) {
      if (size > 0) std::memcpy(view + 4, text.data(), text.size());
      continue;
    }
    const auto buffer = static_cast<std::int32_t>(i % 2);
    const auto begin = static_cast<std::int32_t>(data[i % 2].size());
    std::memcpy(view + 4, text.data(), 4);
    std::memcpy(view + 8, &buffer, 4);
    std::memcpy(view + 12, &begin, 4);
    data[i % 2] += text;
  }
  Node node;
  node.format = std::move(format);
  node.length = static_cast<std::int64_t>(rows.size());
  node.buffers = {validity_of(rows), views, Bytes(data[0].begin(), data[0].end()),
                  Bytes(data[1].begin(), data[1].end()),
                  as_bytes(std::vector<std::int64_t>{static_cast<std::int64_t>(data[0].size()),
                                                     static_cast<std::int64_t>(data[1].size())})};
  return node;
}

template <class Index>
Node dictionary(std::string format, const std::vector<Index>& indices, Node values) {
  Node node;
  node.format = std::move(format);
  node.length = static_cast<std::int64_t>(indices.size());
  node.buffers = {std::nullopt, as_bytes(indices)};
  node.dictionary = std::make_shared<Node>(std::move(values));
  return node;
}

Node table(std::vector<Node> fields, std::int64_t length) {
  Node node;
  node.format = "+s";
  node.length = length;
  node.buffers = {std::nullopt};
  for (Node& field : fields) node.children.push_back(std::make_shared<Node>(std::move(field)));
  return node;
}

std::unique_ptr<TextColumn> column_of(Node& node, const std::optional<std::string>& field = std::nullopt) {
  ArrowSchema schema = node.schema();
  ArrowArray array = node.array();
  return TextColumn::of_array(&schema, &array, field);
}

Rows rows_of(const TextColumn& column) {
  Rows rows;
  for (std::size_t i = 0; i < column.size(); ++i) {
    const auto text = column.text(i);
    rows.push_back(text ? std::optional(std::string(*text)) : std::nullopt);
  }
  return rows;
}

std::string message_of(Node& node, const std::optional<std::string>& field = std::nullopt) {
  try {
    column_of(node, field);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

const Rows texts = {"It rained.",
                    std::nullopt,
                    "",
                    "twelve bytes",
                    "The river rose behind the old bridge.",
                    std::nullopt,
                    "Zwölf Brücken sind gesperrt.",
                    "x",
                    "A ferry carries people while the bridge is closed."};

TEST(TextColumn, ReadsEveryLayoutOfText) {
  for (const char* format : {"u", "z"}) {
    Node node = strings<std::int32_t>(format, texts);
    EXPECT_EQ(rows_of(*column_of(node)), texts) << format;
  }
  for (const char* format : {"U", "Z"}) {
    Node node = strings<std::int64_t>(format, texts);
    EXPECT_EQ(rows_of(*column_of(node)), texts) << format;
  }
  for (const char* format : {"vu", "vz"}) {
    Node node = views(format, texts);
    EXPECT_EQ(rows_of(*column_of(node)), texts) << format;
  }
}

TEST(TextColumn, ReadsDictionariesOfEveryIndexType) {
  const Rows values = {"It rained.", "The river rose.", std::nullopt};
  const Rows expected = {"The river rose.", "It rained.", std::nullopt, "The river rose."};
  std::vector<Node> nodes;
  nodes.push_back(dictionary<std::int8_t>("c", {1, 0, 2, 1}, strings<std::int32_t>("u", values)));
  nodes.push_back(dictionary<std::uint8_t>("C", {1, 0, 2, 1}, strings<std::int64_t>("U", values)));
  nodes.push_back(dictionary<std::int16_t>("s", {1, 0, 2, 1}, views("vu", values)));
  nodes.push_back(dictionary<std::uint16_t>("S", {1, 0, 2, 1}, strings<std::int32_t>("u", values)));
  nodes.push_back(dictionary<std::int32_t>("i", {1, 0, 2, 1}, strings<std::int32_t>("u", values)));
  nodes.push_back(dictionary<std::uint32_t>("I", {1, 0, 2, 1}, strings<std::int32_t>("u", values)));
  nodes.push_back(dictionary<std::int64_t>("l", {1, 0, 2, 1}, strings<std::int32_t>("u", values)));
  nodes.push_back(dictionary<std::uint64_t>("L", {1, 0, 2, 1}, strings<std::int32_t>("u", values)));
  for (Node& node : nodes) EXPECT_EQ(rows_of(*column_of(node)), expected) << node.format;
}

TEST(TextColumn, OffsetsCountRowsOfEveryBuffer) {
  for (Node node : {strings<std::int32_t>("u", texts), strings<std::int64_t>("Z", texts), views("vu", texts)}) {
    node.offset = 3;
    node.length = 5;
    EXPECT_EQ(rows_of(*column_of(node)), Rows(texts.begin() + 3, texts.begin() + 8)) << node.format;
  }
}

TEST(TextColumn, AFieldOfASlicedTable) {
  Node text = strings<std::int32_t>("u", texts);
  text.name = "body";
  text.offset = 1;  // field and table may both be slices
  text.length = 8;
  Node node = table({std::move(text)}, 4);
  node.offset = 2;
  node.buffers = {Bytes{static_cast<char>(0b0001'0111)}};  // rows 3 and 5 of the table do not exist
  const Rows expected = {texts[3], std::nullopt, texts[5], std::nullopt};
  EXPECT_EQ(rows_of(*column_of(node, "body")), expected);
}

TEST(TextColumn, NothingIsReadWhereNothingIs) {
  Node empty = strings<std::int32_t>("u", {});
  EXPECT_EQ(column_of(empty)->size(), 0u);
  empty.buffers = {std::nullopt, std::nullopt, std::nullopt};  // as some producers leave them if there are no rows
  EXPECT_EQ(column_of(empty)->size(), 0u);
  Node blank = strings<std::int32_t>("u", {"", ""});
  blank.buffers[2] = std::nullopt;
  EXPECT_EQ(rows_of(*column_of(blank)), Rows({"", ""}));
  Node nulls;
  nulls.format = "n";
  nulls.length = 2;
  EXPECT_EQ(rows_of(*column_of(nulls)), Rows({std::nullopt, std::nullopt}));
}

TEST(TextColumn, OffsetsOfTextCountCodePointsAndOfBinaryDataBytes) {
  Node text = strings<std::int32_t>("u", texts);
  Node binary = strings<std::int32_t>("z", texts);
  EXPECT_EQ(column_of(text)->unit(0), OffsetUnit::code_point);
  EXPECT_EQ(column_of(binary)->unit(0), OffsetUnit::byte);
}

TEST(TextColumn, IsReleasedOnce) {
  Node node = strings<std::int32_t>("u", texts);
  {
    const auto column = column_of(node);
    EXPECT_EQ(node.releases, 0);
  }
  EXPECT_EQ(node.releases, 1);
}

TEST(TextColumn, IsReleasedAlsoWhereItIsRefused) {
  Node numbers = dictionary<std::int64_t>("l", {1, 2}, strings<std::int32_t>("u", texts));
  numbers.dictionary = nullptr;
  EXPECT_EQ(message_of(numbers), "the column holds no text, its Arrow type is int64: cast it to string");
  EXPECT_EQ(numbers.releases, 1);
}

TEST(TextColumn, CanBeUsedOnce) {
  Node node = strings<std::int32_t>("u", texts);
  ArrowSchema schema = node.schema();
  ArrowArray array = node.array();
  TextColumn::of_array(&schema, &array, std::nullopt);
  EXPECT_THROW(TextColumn::of_array(&schema, &array, std::nullopt), InvalidColumn);
  ArrowSchema fresh = node.schema();
  EXPECT_THROW(TextColumn::of_array(&fresh, &array, std::nullopt), InvalidColumn);
}

TEST(TextColumn, TheFieldOfATableIsNamed) {
  Node text = strings<std::int32_t>("u", texts);
  text.name = "body";
  Node number = strings<std::int32_t>("u", texts);
  number.name = "title";
  Node node = table({std::move(text), std::move(number)}, 9);
  EXPECT_EQ(message_of(node), "a table or struct needs field=, the name of its column of text; it has body, title");
  EXPECT_EQ(message_of(node, "text"), "the table has no field \"text\"; it has body, title");
  Node column = strings<std::int32_t>("u", texts);
  EXPECT_NE(message_of(column, "body"), "");
}

TEST(TextColumn, DamageIsSeenBeforeItIsRead) {
  Node few = strings<std::int32_t>("u", texts);
  few.buffers.pop_back();
  EXPECT_THROW(column_of(few), InvalidColumn);
  Node missing = strings<std::int32_t>("u", texts);
  missing.buffers[1] = std::nullopt;
  EXPECT_THROW(column_of(missing), InvalidColumn);
  Node negative = strings<std::int32_t>("u", texts);
  negative.length = -1;
  EXPECT_THROW(column_of(negative), InvalidColumn);
  Node text = strings<std::int32_t>("u", texts);
  text.name = "body";
  Node longer = table({std::move(text)}, 10);
  EXPECT_THROW(column_of(longer, "body"), InvalidColumn);
}

TEST(TextColumn, DamagedRowsCostThemselves) {
  Node descending = strings<std::int32_t>("u", {"one", "two", "three"});
  descending.buffers[1] = as_bytes(std::vector<std::int32_t>{0, 6, 3, 11});
  const auto column = column_of(descending);
  EXPECT_NO_THROW(column->text(0));
  EXPECT_THROW(column->text(1), InvalidColumn);
  EXPECT_NO_THROW(column->text(2));

  Node lost = views("vu", {"A text that is long enough.", "x"});
  const std::int32_t no_buffer = 7;
  std::memcpy(lost.buffers[1]->data() + 8, &no_buffer, 4);
  EXPECT_THROW(column_of(lost)->text(0), InvalidColumn);
  EXPECT_EQ(column_of(lost)->text(1), "x");

  Node beyond = views("vu", {"A text that is long enough."});
  const std::int32_t too_far = 1;
  std::memcpy(beyond.buffers[1]->data() + 12, &too_far, 4);
  EXPECT_THROW(column_of(beyond)->text(0), InvalidColumn);

  Node unknown = dictionary<std::int32_t>("i", {0, 5, -1}, strings<std::int32_t>("u", {"one"}));
  EXPECT_EQ(column_of(unknown)->text(0), "one");
  EXPECT_THROW(column_of(unknown)->text(1), InvalidColumn);
  EXPECT_THROW(column_of(unknown)->text(2), InvalidColumn);
}

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

/// A table of one field, "body", with the texts above.
struct Table {
  Node node;
  ArrowSchema schema;
  ArrowArray array;

  explicit Table(Node text) {
    text.name = "body";
    node = table({std::move(text)}, 9);
    schema = node.schema();
    array = node.array();
  }
  std::unique_ptr<TextColumn> read() { return TextColumn::of_array(&schema, &array, "body"); }
  Node& text() { return *node.children.front(); }
  ArrowSchema* text_schema() { return node.schema_pointers.front(); }
};

TEST(TextColumn, NumbersOfAnOuterArrayThatCannotBe) {
  for (const std::int64_t number :
       {std::int64_t{-1}, std::int64_t{-5}, -(std::int64_t{1} << 40), -most, most, most - 8}) {
    for (const char* format : {"u", "U", "n"}) {
      Node text = format[0] == 'U' ? strings<std::int64_t>(format, texts) : strings<std::int32_t>(format, texts);
      for (std::int64_t ArrowArray::* member : {&ArrowArray::length, &ArrowArray::offset, &ArrowArray::n_buffers}) {
        Table lying(text);
        lying.array.*member = number;
        EXPECT_THROW(lying.read(), InvalidColumn) << format << ' ' << number;
      }
      for (std::int64_t ArrowArray::* member : {&ArrowArray::length, &ArrowArray::offset}) {
        Table lying(text);
        lying.array.children[0]->*member = number;
        EXPECT_THROW(lying.read(), InvalidColumn) << format << ' ' << number;
      }
    }
    Node column = strings<std::int32_t>("u", texts);
    column.offset = number;
    EXPECT_THROW(column_of(column), InvalidColumn) << number;
  }
}

TEST(TextColumn, PointersThatMustNotBeNull) {
  const std::vector<void (*)(Table*)> lies = {
      [](Table* t) { t->schema.format = nullptr; },
      [](Table* t) { t->schema.children = nullptr; },
      [](Table* t) { t->schema.children[0] = nullptr; },
      [](Table* t) { t->schema.children[0]->format = nullptr; },
      [](Table* t) { t->schema.children[0]->release = nullptr; },
      [](Table* t) { t->array.children = nullptr; },
      [](Table* t) { t->array.children[0] = nullptr; },
      [](Table* t) { t->array.children[0]->release = nullptr; },
      [](Table* t) { t->array.buffers = nullptr; },
      [](Table* t) { t->array.children[0]->buffers = nullptr; },
      [](Table* t) { t->array.children[0]->buffers[1] = nullptr; },
  };
  const std::vector<Node> nodes = {
      strings<std::int32_t>("u", texts), views("vu", texts),
      dictionary<std::int8_t>("c", {0, 1, 2, 3, 4, 5, 6, 7, 8}, strings<std::int32_t>("u", texts))};
  for (const Node& node : nodes) {
    for (std::size_t i = 0; i < lies.size(); ++i) {
      Table lying(node);
      lies[i](&lying);
      EXPECT_THROW(lying.read(), InvalidColumn) << node.format << ' ' << i;
    }
  }
}

TEST(TextColumn, PointersOfADictionaryAndOfViewsThatMustNotBeNull) {
  Table entries(dictionary<std::int8_t>("c", {0, 1, 2, 3, 4, 5, 6, 7, 8}, strings<std::int32_t>("u", texts)));
  entries.array.children[0]->dictionary = nullptr;
  EXPECT_THROW(entries.read(), InvalidColumn);
  Table format(dictionary<std::int8_t>("c", {0, 1, 2, 3, 4, 5, 6, 7, 8}, strings<std::int32_t>("u", texts)));
  format.schema.children[0]->dictionary->format = nullptr;
  EXPECT_THROW(format.read(), InvalidColumn);
  for (const int missing : {2, 4}) {  // data, sizes
    Table lying(views("vu", texts));
    lying.array.children[0]->buffers[missing] = nullptr;
    const auto column = lying.read();
    EXPECT_EQ(column->text(0), texts[0]);  // short texts are inside the view
    EXPECT_THROW(column->text(4), InvalidColumn);
  }
}

TEST(TextColumn, TheFunctionsOfAStreamMustBeThere) {
  ArrowArrayStream stream{};
  bool released = false;
  stream.private_data = &released;
  stream.release = [](ArrowArrayStream* self) {
    *static_cast<bool*>(self->private_data) = true;
    self->release = nullptr;
  };
  EXPECT_THROW(TextColumn::of_stream(&stream, std::nullopt), InvalidColumn);
  EXPECT_TRUE(released);
}

/// Damages arrays in ways that can be detected: impossible numbers, null pointers, and offsets, views and indices
/// anywhere inside their buffers.
class Liar {
 public:
  explicit Liar(unsigned seed) : random_(seed) {}

  void damage(Table* table) {
    for (std::size_t n = 1 + below(3); n > 0; --n) {
      switch (below(4)) {
        case 0:
          damage(below(2) == 0 ? &table->array : table->array.children[0]);
          break;
        case 1:
          damage(below(2) == 0 ? &table->schema : table->text_schema());
          break;
        default:
          damage_bytes(&table->text());
      }
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }

  std::int64_t number() {
    constexpr std::array<std::int64_t, 6> numbers = {-1, -5, -(std::int64_t{1} << 40), most, most - 3, 0};
    return numbers[below(numbers.size())];
  }

  void damage(ArrowArray* array) {
    if (array == nullptr) return;
    switch (below(7)) {
      case 0:
        array->offset = number();
        break;
      case 1:
        array->n_buffers = std::min<std::int64_t>(number(), 0);
        break;
      case 2:
        array->n_children = std::min<std::int64_t>(number(), 0);
        break;
      case 3:
        if (below(3) == 0) array->buffers = nullptr;
        break;
      case 4:
        if (array->buffers != nullptr && array->n_buffers > 0) {
          array->buffers[below(static_cast<std::size_t>(array->n_buffers))] = nullptr;
        }
        break;
      case 5:
        array->dictionary = nullptr;
        break;
      default:
        if (array->n_children > 0)
          array->length = number();  // only of the outer array; its field keeps the true length
    }
  }

  void damage(ArrowSchema* schema) {
    if (schema == nullptr) return;
    constexpr std::array<const char*, 6> formats = {nullptr, "", "\xff\xfe", "+s", "q", "n"};
    switch (below(4)) {
      case 0:
        schema->format = formats[below(formats.size())];
        break;
      case 1:
        schema->n_children = std::min<std::int64_t>(number(), 0);
        break;
      case 2:
        schema->children = nullptr;
        break;
      default:
        schema->name = below(2) == 0 ? nullptr : "\xe9";
    }
  }

  /// Damages any bit of views and indices. Offsets stay inside the data, since Arrow does not state its size.
  void damage_bytes(Node* text) {
    if (text->buffers.size() < 2 || !text->buffers[1] || text->buffers[1]->empty()) return;
    Bytes& bytes = *text->buffers[1];
    if (text->format == "u") {
      const auto offset = static_cast<std::int32_t>(below(text->buffers[2]->size() + 1)) - (below(5) == 0 ? 1000 : 0);
      std::memcpy(bytes.data() + 4 * below(bytes.size() / 4), &offset, 4);
    } else {
      bytes[below(bytes.size())] = static_cast<char>(random_());
    }
  }

  std::mt19937 random_;
};

TEST(TextColumn, DamagedArraysAreErrorsOrTextsAndAreReleasedOnce) {
  const std::vector<Node> nodes = {
      strings<std::int32_t>("u", texts), views("vu", texts),
      dictionary<std::int8_t>("c", {0, 1, 2, 3, 4, 5, 6, 7, 8}, strings<std::int32_t>("u", texts))};
  int errors = 0;
  for (unsigned seed = 0; seed < 1500; ++seed) {
    Table lying(nodes[seed % nodes.size()]);
    Liar(seed).damage(&lying);
    try {
      const auto column = lying.read();
      for (std::size_t row = 0; row < std::min<std::size_t>(column->size(), 9); ++row) {
        try {
          (void)column->text(row);
        } catch (const Error&) {
          ++errors;
        }
      }
    } catch (const Error&) {
      ++errors;
    }
    EXPECT_EQ(lying.node.releases, 1) << seed;
  }
  EXPECT_GT(errors, 500);
}

/// A stream of arrays. With a `failure`, it fails after the last one.
struct Stream {
  std::vector<Node*> chunks;
  std::string failure;
  std::size_t next = 0;
  int releases = 0;

  ArrowArrayStream stream() {
    return {[](ArrowArrayStream* self, ArrowSchema* out) {
              *out = static_cast<Stream*>(self->private_data)->chunks.front()->schema();
              return 0;
            },
            [](ArrowArrayStream* self, ArrowArray* out) {
              auto* stream = static_cast<Stream*>(self->private_data);
              *out = {};
              if (stream->next < stream->chunks.size())
                *out = stream->chunks[stream->next++]->array();
              else if (!stream->failure.empty())
                return 5;
              return 0;
            },
            [](ArrowArrayStream* self) { return static_cast<Stream*>(self->private_data)->failure.c_str(); },
            [](ArrowArrayStream* self) {
              ++static_cast<Stream*>(self->private_data)->releases;
              self->release = nullptr;
            },
            this};
  }
};

TEST(TextColumn, ReadsAStreamOfChunks) {
  Node first = strings<std::int32_t>("u", Rows(texts.begin(), texts.begin() + 4));
  Node none = strings<std::int32_t>("u", {});
  Node second = strings<std::int32_t>("u", Rows(texts.begin() + 4, texts.end()));
  Stream source{{&first, &none, &second}, ""};
  ArrowArrayStream stream = source.stream();
  {
    const auto column = TextColumn::of_stream(&stream, std::nullopt);
    EXPECT_EQ(rows_of(*column), texts);
    EXPECT_EQ(source.releases, 1);
    EXPECT_EQ(first.releases, 0);
  }
  EXPECT_EQ(first.releases + none.releases + second.releases, 3);
  EXPECT_THROW(TextColumn::of_stream(&stream, std::nullopt), InvalidColumn);
}

TEST(TextColumn, AStreamThatFailsTellsWhyAndIsReleased) {
  Node first = strings<std::int32_t>("u", texts);
  Stream source{{&first}, "disk on fire"};
  ArrowArrayStream stream = source.stream();
  try {
    TextColumn::of_stream(&stream, std::nullopt);
    ADD_FAILURE() << "no error";
  } catch (const InvalidColumn& error) {
    EXPECT_STREQ(error.what(), "the Arrow stream failed: disk on fire");
  }
  EXPECT_EQ(source.releases, 1);
  EXPECT_EQ(first.releases, 1);
}

ColumnResult summaries(Node& node, ColumnOutput output, unsigned threads = 1) {
  const auto column = column_of(node);
  Options options;
  options.budget.sentences = 1;
  return summarize_column({column.get()}, options, output, threads, false, [](std::size_t) {});
}

TEST(ResultColumn, ARowInARowOut) {
  Node node =
      strings<std::int32_t>("u", {"It rained. The river rose.", std::nullopt, " ", "\xff", "Nobody has to pay."});
  const ColumnResult result = summaries(node, ColumnOutput::text);
  ASSERT_EQ(result.column->size(), 5u);
  const ArrayData& rows = *result.column->chunks().front();
  EXPECT_EQ(rows.string(0), "The river rose.");
  EXPECT_FALSE(rows.is_valid(1));
  EXPECT_TRUE(rows.is_valid(2));
  EXPECT_EQ(rows.string(2), "");
  EXPECT_FALSE(rows.is_valid(3));
  EXPECT_EQ(rows.string(4), "Nobody has to pay.");
  EXPECT_EQ(result.failures.count, 1u);
  EXPECT_EQ(result.failures.first_row, 3u);
}

TEST(ResultColumn, OffsetsAreOfTheColumnsOwnUnit) {
  const Rows rows = {"Es regnete über Zürich. Die Brücke über den Fluss fiel."};
  Node text = strings<std::int32_t>("u", rows);
  Node binary = strings<std::int32_t>("z", rows);
  const auto start = [](Node& node) {
    const ColumnResult result = summaries(node, ColumnOutput::structure);
    const ArrayData& sentence = result.column->chunks().front()->children[1].children.front();
    return sentence.children[0].number<std::int64_t>(0);
  };
  EXPECT_EQ(start(text), 24);
  EXPECT_EQ(start(binary), 26);
}

TEST(ResultColumn, NullsOfAnyNumberAreStopped) {
  Node nulls;
  nulls.format = "n";
  nulls.length = std::int64_t{1} << 50;
  const auto column = column_of(nulls);
  struct Stop {};
  for (const unsigned threads : {1u, 4u}) {
    EXPECT_THROW((void)summarize_column({column.get()}, {}, ColumnOutput::text, threads, false,
                                        [](std::size_t) { throw Stop(); }),
                 Stop);
  }
}

TEST(ResultColumn, ATitleOrLanguageThatIsNotUtf8CostsItsRow) {
  Node node = strings<std::int32_t>("u", {"It rained.", "It rained."});
  Node beside = strings<std::int32_t>("z", {"\xff\xfe", "\xe9"});
  const auto column = column_of(node);
  const auto words = column_of(beside);
  for (const BatchInput& input :
       {BatchInput{column.get(), words.get(), nullptr}, BatchInput{column.get(), nullptr, words.get()}}) {
    const ColumnResult result = summarize_column(input, {}, ColumnOutput::structure, 1, false, [](std::size_t) {});
    EXPECT_EQ(result.failures.count, 2u);
    const ArrayData& errors = result.column->chunks().front()->children[6];
    EXPECT_NE(errors.string(1).find("\ufffd"), std::string_view::npos) << errors.string(1);
    EXPECT_EQ(errors.string(1).find('\xe9'), std::string_view::npos);
  }
}

TEST(ResultColumn, ThreadsChangeNothing) {
  Rows rows;
  for (int i = 0; i < 500; ++i) {
    rows.push_back("Report " + std::to_string(i) + " came. The river rose by " + std::to_string(i) +
                   " feet. It rained.");
    if (i % 7 == 0) rows.push_back(std::nullopt);
  }
  Node node = strings<std::int32_t>("u", rows);
  const auto printed = [&](unsigned threads) {
    const ColumnResult result = summaries(node, ColumnOutput::text, threads);
    std::vector<std::string> texts_of_rows;
    for (std::size_t i = 0; i < result.column->size(); ++i) {
      const auto [array, row] = result.column->find(i);
      texts_of_rows.push_back(array->is_valid(row) ? std::string(array->string(row)) : "null");
    }
    return texts_of_rows;
  };
  EXPECT_EQ(printed(1), printed(4));
}

TEST(ResultColumn, AChunkIsClosedBeforeItIsTooLarge) {
  ResultColumn column(summary_type(ColumnOutput::text), 10);
  for (const std::string text : {"123456", "1234", "1", "a row that is too large for a chunk"}) {
    column.append(text.size(), [&](ArrayData* out) { out->append(text); });
  }
  ASSERT_EQ(column.size(), 4u);
  ASSERT_EQ(column.chunks().size(), 3u);
  EXPECT_EQ(column.chunks()[0]->length, 2);
  EXPECT_EQ(column.find(2).first->string(column.find(2).second), "1");
  EXPECT_EQ(column.find(3).first->string(column.find(3).second), "a row that is too large for a chunk");
}

TEST(Export, WhatIsExportedIsReadAgain) {
  Node node = strings<std::int32_t>("u", texts);
  ArrowSchema schema{};
  ArrowArray array{};
  {
    const ColumnResult result = summaries(node, ColumnOutput::structure);
    export_schema(*result.column->chunks().front(), &schema);
    export_array(result.column->chunks().front(), &array);
  }  // the export outlives its column
  const auto column = TextColumn::of_array(&schema, &array, "status");
  EXPECT_EQ(column->text(0), "whole_text");
  EXPECT_EQ(column->text(1), std::nullopt);
  EXPECT_EQ(column->text(2), "empty");
}

TEST(Export, AChildMayBeMovedOut) {
  Node node = strings<std::int32_t>("u", texts);
  ArrowArray array{};
  {
    const ColumnResult result = summaries(node, ColumnOutput::structure);
    export_array(result.column->chunks().front(), &array);
  }
  ArrowArray child = *array.children[2];
  array.children[2]->release = nullptr;
  array.release(&array);
  EXPECT_EQ(array.release, nullptr);
  EXPECT_EQ(child.length, 9);
  EXPECT_EQ(std::memcmp(child.buffers[2], "whole_text", 10), 0);
  child.release(&child);
}

TEST(Export, AStreamGivesItsChunksAndEnds) {
  ResultColumn column(summary_type(ColumnOutput::text), 4);
  for (const std::string text : {"one", "two"}) {
    column.append(text.size(), [&](ArrayData* out) { out->append(text); });
  }
  ArrowArrayStream stream{};
  export_stream({column.chunks().begin(), column.chunks().end()}, &stream);
  EXPECT_EQ(rows_of(*TextColumn::of_stream(&stream, std::nullopt)), Rows({"one", "two"}));
  EXPECT_EQ(stream.release, nullptr);
}

TEST(ArrayData, NullsBeforeBehindAndBetween) {
  ArrayData array;
  array.format = "u";
  Rows expected;
  for (int i = 0; i < 40; ++i) {
    if (i % 3 == 0 || i == 38) {
      array.append_null();
      expected.push_back(std::nullopt);
    } else {
      array.append(std::to_string(i));
      expected.push_back(std::to_string(i));
    }
  }
  ArrowSchema schema{};
  ArrowArray exported{};
  export_schema(array, &schema);
  export_array(std::make_shared<ArrayData>(array), &exported);
  EXPECT_EQ(exported.null_count, 15);
  EXPECT_EQ(rows_of(*TextColumn::of_array(&schema, &exported, std::nullopt)), expected);
}

}  // namespace
}  // namespace tersely
