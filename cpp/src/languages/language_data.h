#pragma once

#include <span>
#include <string_view>

namespace tersely {

/// One file of cpp/data, as embedded by cmake/embed.cmake.
struct LanguageTable {
  std::string_view code;
  std::string_view text;
};

std::span<const LanguageTable> language_data();

}  // namespace tersely
