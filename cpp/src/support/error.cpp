#include "tersely/error.h"

#include <algorithm>

#include "text/utf8.h"

namespace tersely {
namespace {

/// A message with a NUL would end there, because what() returns a C string.
std::string printable(const std::string& message) {
  std::string out = replace_invalid_utf8(message);
  std::replace(out.begin(), out.end(), '\0', ' ');
  return out;
}

}  // namespace

std::string shorten_value(std::string_view value) {
  constexpr std::size_t most_characters = 100;
  constexpr std::size_t most_bytes = 4 * most_characters;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(value[i]) & 0xc0) != 0x80;
    if ((begins && ++characters > most_characters) || i >= most_bytes) return std::string(value.substr(0, i)) + "...";
  }
  return std::string(value);
}

Error::Error(const std::string& message) : std::runtime_error(printable(message)) {}

InvalidOption::InvalidOption(std::string option, const std::string& value, const std::string& allowed)
    : Error(option + "=" + shorten_value(value) + ": must be " + allowed),
      option_(std::move(option)),
      value_(replace_invalid_utf8(value)) {}

}  // namespace tersely
