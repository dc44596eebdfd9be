#pragma once

#include <atomic>
#include <memory>

namespace tersely {

/// A value that is built on first use. Threads that need it at the same time each build one, and all use the first that
/// is ready. There is no lock that a forked child could inherit.
template <class T>
class Lazy {
 public:
  Lazy() = default;
  Lazy(const Lazy&) = delete;
  Lazy& operator=(const Lazy&) = delete;
  ~Lazy() { delete made_.load(std::memory_order_relaxed); }

  /// `make()` returns a T, always the same. Thread-safe.
  template <class Make>
  const T& get(const Make& make) const {
    const T* made = made_.load(std::memory_order_acquire);
    if (made != nullptr) return *made;
    auto mine = std::make_unique<const T>(make());
    if (made_.compare_exchange_strong(made, mine.get(), std::memory_order_acq_rel)) return *mine.release();
    return *made;
  }

 private:
  mutable std::atomic<const T*> made_{nullptr};
};

}  // namespace tersely
