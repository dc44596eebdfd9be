#pragma once

namespace tersely {

/// Brings memory near that will be asked for soon; a hint, where the compiler has one. Tables of long texts are far
/// larger than the caches, and the looks at them do not depend on each other.
inline void prefetch(const void* address) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#else
  (void)address;
#endif
}

}  // namespace tersely
