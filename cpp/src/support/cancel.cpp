#include "tersely/cancel.h"

#include <string>

#include "support/number.h"
#include "tersely/error.h"

namespace tersely {

Cancel::Cancel(std::optional<double> timeout_seconds, std::function<void()> poll, Clock::duration interval)
    : timeout_(timeout_seconds), poll_(std::move(poll)), interval_(interval) {
  if (!timeout_ && !poll_) return;
  const auto now = Clock::now();
  if (timeout_) {
    const std::chrono::duration<double> left = Clock::time_point::max() - now;
    if (*timeout_ < left.count() / 2) {
      deadline_ = now + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(*timeout_));
    }
  }
  next_poll_ = now + interval_;
}

Cancel::Cancel(std::optional<double> timeout_seconds, const Cancel* whole) : Cancel(timeout_seconds) { whole_ = whole; }

void Cancel::check() const {
  if (whole_ != nullptr) whole_->check();
  if (requested_.load(std::memory_order_relaxed)) throw Cancelled{};
  if (!timeout_ && !poll_) return;
  const auto now = Clock::now();
  if (now >= deadline_) throw SummaryTimeout("no summary within timeout=" + show(*timeout_) + " seconds");
  if (poll_ && now >= next_poll_) {
    next_poll_ = now + interval_;
    poll_();
  }
}

}  // namespace tersely
