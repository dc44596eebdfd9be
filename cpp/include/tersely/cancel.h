/// Stops a long computation: at a deadline, on request of another thread, or from a callback of the waiting caller.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

namespace tersely {

/// Thrown out of a computation whose Cancel was requested from outside (Ctrl-C in a batch).
struct Cancelled {};

/// Every analysis and every selection calls check() once, and every loop over units calls check_at(). Not copyable. It
/// belongs to one computation (or one batch). Any thread may call request(); the computing threads call check().
class Cancel {
 public:
  using Clock = std::chrono::steady_clock;

  static constexpr std::chrono::milliseconds poll_interval{50};

  Cancel() = default;
  /// `poll` runs in the calling thread, at most once per `interval`.
  explicit Cancel(std::optional<double> timeout_seconds, std::function<void()> poll = nullptr,
                  Clock::duration interval = poll_interval);
  /// For one part of a larger computation: it stops when `whole` stops. `whole` must outlive it.
  Cancel(std::optional<double> timeout_seconds, const Cancel* whole);
  Cancel(const Cancel&) = delete;
  Cancel& operator=(const Cancel&) = delete;

  void request() noexcept { requested_.store(true, std::memory_order_relaxed); }

  /// Throws SummaryTimeout after the deadline, Cancelled after request(), or whatever `poll` throws.
  void check() const;

  /// Calls check() at every 1,024th step of a loop, because a single step is too short to be worth reading the clock.
  void check_at(std::uint64_t step) const {
    if (step % 1024 == 1023) check();
  }

 private:
  const Cancel* whole_ = nullptr;
  std::atomic<bool> requested_{false};
  std::optional<double> timeout_;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::function<void()> poll_;
  Clock::duration interval_ = poll_interval;
  mutable Clock::time_point next_poll_ = Clock::time_point::min();
};

/// Calls check() after a fixed amount of work, for loops whose steps vary widely in size.
class WorkMeter {
 public:
  /// In bytes, or other steps of a few nanoseconds each: about a millisecond of work.
  static constexpr std::size_t most = std::size_t{1} << 16;

  explicit WorkMeter(const Cancel& cancel) : cancel_(cancel) {}

  void add(std::size_t steps) {
    done_ += steps;
    if (done_ < most) return;
    done_ = 0;
    cancel_.check();
  }

 private:
  const Cancel& cancel_;
  std::size_t done_ = 0;
};

}  // namespace tersely
