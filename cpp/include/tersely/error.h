/// What can go wrong, as exceptions. Every one derives from tersely::Error; std::bad_alloc passes through.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace tersely {

/// what() is UTF-8, whatever the message quotes: U+FFFD stands for bytes that are none.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message);
};

/// A value as messages quote it: its first 100 characters, and "..." where there are more.
std::string shorten_value(std::string_view value);

/// An option has a value that it does not allow. what() names the option, the value and what is allowed.
class InvalidOption : public Error {
 public:
  /// what() quotes `value` as shorten_value() does, as far as it is UTF-8; `allowed` completes "must be ...".
  InvalidOption(std::string option, std::string value, const std::string& allowed);

  const std::string& option() const noexcept { return option_; }
  const std::string& value() const noexcept { return value_; }

 private:
  std::string option_;
  std::string value_;
};

/// The bytes are not UTF-8. position() is the index of the first byte that cannot be read.
class InvalidText : public Error {
 public:
  InvalidText(std::size_t position, const std::string& message) : Error(message), position_(position) {}

  std::size_t position() const noexcept { return position_; }

 private:
  std::size_t position_;
};

/// The text is larger than `max_bytes` or 2 GiB, or has more sentences (`max_sentences`) or pairs of similar ones than
/// a quadratic method takes.
class LimitExceeded : public Error {
 public:
  using Error::Error;
};

/// `timeout` seconds have passed.
class SummaryTimeout : public Error {
 public:
  using Error::Error;
};

/// An Arrow column holds no text; what() names its type and the cast.
class ColumnTypeError : public Error {
 public:
  using Error::Error;
};

/// An Arrow column is damaged, has been released, or its stream failed.
class InvalidColumn : public Error {
 public:
  using Error::Error;
};

}  // namespace tersely
