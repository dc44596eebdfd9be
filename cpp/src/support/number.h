#pragma once

#include <string>

namespace tersely {

/// The shortest of the usual ways to write a number: "3", "0.85", "1e-10". Independent of the locale.
std::string show(double value);

}  // namespace tersely
