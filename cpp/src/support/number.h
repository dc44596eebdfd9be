#pragma once

#include <string>

namespace tersely {

/// The number as a short decimal: "3", "0.85", "1e-10". Independent of the locale.
std::string show(double value);

}  // namespace tersely
