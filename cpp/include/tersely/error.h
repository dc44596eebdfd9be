/// The exceptions that tersely throws. All of them derive from tersely::Error, except Cancelled (cancel.h).
/// std::bad_alloc is not caught.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace tersely {

/// what() is always valid UTF-8: in what the message quotes, U+FFFD replaces invalid bytes, and a space replaces NUL.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message);
};

/// A value as messages quote it: its first 100 characters, and "..." if there are more.
std::string shorten_value(std::string_view value);

/// An option has a value that is not allowed. what() names the option, the value and the allowed values.
class InvalidOption : public Error {
 public:
  /// what() quotes the result of shorten_value(value). `allowed` completes "must be ...".
  InvalidOption(std::string option, const std::string& value, const std::string& allowed);

  const std::string& option() const noexcept { return option_; }
  const std::string& value() const noexcept { return value_; }

 private:
  std::string option_;
  std::string value_;
};

/// The text is not UTF-8. position() is the index of the first invalid byte.
class InvalidText : public Error {
 public:
  InvalidText(std::size_t position, const std::string& message) : Error(message), position_(position) {}

  std::size_t position() const noexcept { return position_; }

 private:
  std::size_t position_;
};

/// The text is larger than `max_bytes` or 2 GiB, or it has more sentences (`max_sentences`) or more pairs of similar
/// sentences (`max_links`) than a quadratic method accepts.
class LimitExceeded : public Error {
 public:
  using Error::Error;
};

/// `timeout` seconds have passed.
class SummaryTimeout : public Error {
 public:
  using Error::Error;
};

/// An Arrow column does not hold text. what() names its type and the cast to use.
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
