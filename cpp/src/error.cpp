#include "tersely/error.h"

#include "utf8.h"

namespace tersely {

Error::Error(const std::string& message) : std::runtime_error(replace_invalid_utf8(message)) {}

InvalidOption::InvalidOption(std::string option, std::string value, const std::string& allowed)
    : Error(option + "=" + value + ": must be " + allowed),
      option_(std::move(option)),
      value_(replace_invalid_utf8(value)) {}

}  // namespace tersely
