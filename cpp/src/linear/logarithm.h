#pragma once

namespace tersely {

/// The natural logarithm of x > 0, computed by additions, multiplications and divisions only, because the last bit of
/// the platform's own function differs between machines. The error is about one unit in the last place.
double ln(double x);

}  // namespace tersely
