#pragma once

namespace tersely {

/// The natural logarithm of x > 0, by additions, multiplications and divisions only: the platform's own differs in its
/// last bit from machine to machine. Error below one unit in the last place or so.
double ln(double x);

}  // namespace tersely
