#include "linear/logarithm.h"

#include <cmath>

namespace tersely {

double ln(double x) {
  constexpr double ln2_high = 6.93147180369123816490e-01;  // 33 bits, so that its product with an exponent is exact
  constexpr double ln2_low = 1.90821492927058770002e-10;
  constexpr double sqrt_half = 0.70710678118654752440;
  int exponent = 0;
  double m = std::frexp(x, &exponent);
  if (m < sqrt_half) {
    m *= 2;
    --exponent;
  }
  // ln m = 2 artanh s, |s| < 0.172: after the twelfth, the terms are below 2^-53.
  const double s = (m - 1) / (m + 1);
  const double s2 = s * s;
  double series = 0;
  for (int k = 25; k >= 3; k -= 2) series = (series + 1.0 / k) * s2;
  return exponent * ln2_high + (2 * s + (2 * s * series + exponent * ln2_low));
}

}  // namespace tersely
