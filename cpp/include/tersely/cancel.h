/// How a long computation is stopped: by a deadline, by another thread, or by the waiting caller's own check.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace tersely {

/// Thrown out of a computation whose Cancel was requested from outside (Ctrl-C in a batch).
struct Cancelled {};

/// Every analysis and every choice calls check() once, and every loop over units check_at(). Not copyable; one
/// computation (or one batch) owns it. request() may come from any thread; check() is called by the computing threads.
class Cancel {
 public:
  using Clock = std::chrono::steady_clock;

  Cancel() = default;
  explicit Cancel(std::optional<double> timeout_seconds, std::function<void()> poll = nullptr);
  /// Of one part of a larger computation: stopped with it. `whole` must outlive it.
  Cancel(std::optional<double> timeout_seconds, const Cancel* whole);
  Cancel(const Cancel&) = delete;
  Cancel& operator=(const Cancel&) = delete;

  void request() noexcept { requested_.store(true, std::memory_order_relaxed); }

  /// Throws SummaryTimeout after the deadline, Cancelled after request(), or whatever `poll` throws; `poll` runs at
  /// most every 50 ms, in the calling thread.
  void check() const;

  /// check() at every 1,024th step of a loop: what is done before is too short to ask the clock.
  void check_at(std::uint64_t step) const {
    if (step % 1024 == 1023) check();
  }

 private:
  const Cancel* whole_ = nullptr;
  std::atomic<bool> requested_{false};
  std::optional<double> timeout_;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::function<void()> poll_;
  mutable Clock::time_point next_poll_ = Clock::time_point::min();
};

}  // namespace tersely
