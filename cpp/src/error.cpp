#include "tersely/error.h"

namespace tersely {

InvalidOption::InvalidOption(std::string option, std::string value, const std::string& allowed)
    : Error(option + "=" + value + ": must be " + allowed), option_(std::move(option)), value_(std::move(value)) {}

}  // namespace tersely
