#include "columns/arrow_types.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "tersely/error.h"

namespace tersely {
namespace {

/// The names of types by the beginning of their format string, longer beginnings first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 29> type_names{{
    {"+l", "list"},
    {"+L", "large_list"},
    {"+vl", "list_view"},
    {"+vL", "large_list_view"},
    {"+w", "list"},
    {"+s", "struct"},
    {"+m", "map"},
    {"+u", "union"},
    {"+r", "run-end encoded"},
    {"tdD", "date32"},
    {"tdm", "date64"},
    {"ts", "timestamp"},
    {"tt", "time"},
    {"tD", "duration"},
    {"ti", "interval"},
    {"w", "fixed-size binary"},
    {"d", "decimal"},
    {"b", "bool"},
    {"c", "int8"},
    {"C", "uint8"},
    {"s", "int16"},
    {"S", "uint16"},
    {"i", "int32"},
    {"I", "uint32"},
    {"l", "int64"},
    {"L", "uint64"},
    {"e", "halffloat"},
    {"f", "float"},
    {"g", "double"},
}};

std::string type_name(std::string_view format) {
  for (const auto& [beginning, name] : type_names) {
    if (format.substr(0, beginning.size()) == beginning) return std::string(name);
  }
  return "of format \"" + std::string(format) + "\"";
}

std::string_view format_of(const ArrowSchema& schema) {
  if (schema.release == nullptr) throw InvalidColumn("the Arrow schema has been released");
  if (schema.format == nullptr) throw InvalidColumn("the Arrow schema has no format");
  return schema.format;
}

const ArrowSchema& child_of(const ArrowSchema& schema, std::int64_t i) {
  if (schema.children == nullptr || schema.children[i] == nullptr) {
    throw InvalidColumn("the Arrow schema lacks a field");
  }
  return *schema.children[i];
}

std::string_view name_of(const ArrowSchema& schema) { return schema.name == nullptr ? "" : schema.name; }

std::string field_names(const ArrowSchema& schema) {
  constexpr std::int64_t most = 100;
  std::string names;
  for (std::int64_t i = 0; i < std::min(schema.n_children, most); ++i) {
    names += (i == 0 ? "" : ", ");
    names += name_of(child_of(schema, i));
  }
  return schema.n_children > most ? names + ", ..." : names;
}

std::int64_t find_field(const ArrowSchema& schema, const std::string& field) {
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    if (name_of(child_of(schema, i)) == field) return i;
  }
  throw ColumnTypeError("the table has no field \"" + field + "\"; it has " + field_names(schema));
}

bool is_index(std::string_view format) {
  return format.size() == 1 && std::string_view("cCsSiIlL").find(format[0]) != std::string_view::npos;
}

}  // namespace

ArrowTextType::ArrowTextType(const ArrowSchema& schema, const std::optional<std::string>& name) {
  const bool is_table = format_of(schema) == "+s";
  if (is_table && !name) {
    throw ColumnTypeError("a table or struct needs field=, the name of its column of text; it has " +
                          field_names(schema));
  }
  if (!is_table && name) throw ColumnTypeError("field=\"" + *name + "\" is for tables and structs; this is one column");
  if (is_table) field = find_field(schema, *name);
  const ArrowSchema& text = is_table ? child_of(schema, *field) : schema;
  if (text.dictionary != nullptr && is_index(format_of(text))) {
    index = text.format[0];
    set_layout(*text.dictionary);
  } else {
    set_layout(text);
  }
}

ArrowTextType ArrowTextType::values() const {
  ArrowTextType type;
  type.layout = layout;
  type.unit = unit;
  return type;
}

void ArrowTextType::set_layout(const ArrowSchema& schema) {
  const std::string_view format = format_of(schema);
  if (format == "n") return;
  if (schema.dictionary == nullptr) {
    if (format == "u" || format == "z") layout = ArrowLayout::offsets32;
    if (format == "U" || format == "Z") layout = ArrowLayout::offsets64;
    if (format == "vu" || format == "vz") layout = ArrowLayout::views;
  }
  if (layout == ArrowLayout::null) {
    const bool is_list = format.starts_with("+l") || format.starts_with("+L") || format.starts_with("+v");
    throw ColumnTypeError("the column holds no text, its Arrow type is " + type_name(format) +
                          (is_list ? ": for lists of texts, use summarize_documents" : ": cast it to string"));
  }
  if (format.back() == 'z' || format.back() == 'Z') unit = OffsetUnit::byte;
}

}  // namespace tersely
