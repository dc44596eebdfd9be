#pragma once

namespace tersely {

/// Hints that memory will soon be read; does nothing where the compiler has no such hint. It pays because the tables of
/// long texts are far larger than the caches, and look-ups do not depend on each other.
inline void prefetch(const void* address) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#else
  (void)address;
#endif
}

}  // namespace tersely
