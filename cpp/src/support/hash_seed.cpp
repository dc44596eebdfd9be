#include "support/hash_seed.h"

#include <chrono>
#include <exception>
#include <random>

namespace tersely {

std::uint64_t hash_seed() noexcept {
  static const std::uint64_t seed = [] {
    try {
      std::random_device device;
      return (std::uint64_t{device()} << 32) | device();
    } catch (const std::exception&) {  // there is no source of randomness here
      return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    }
  }();
  return seed;
}

}  // namespace tersely
