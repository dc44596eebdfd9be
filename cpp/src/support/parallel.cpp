#include "support/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <exception>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#ifdef __linux__
#include <sched.h>
#endif

namespace tersely {
namespace {

constexpr auto wait_interval = std::chrono::milliseconds(50);

#ifdef __linux__
unsigned affinity_cores() {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? static_cast<unsigned>(CPU_COUNT(&set)) : 0;
}

/// The cgroup's CPU quota, rounded up to cores; 0 if there is no limit. In v2, "cpu.max" holds "<quota|max> <period>";
/// v1 has a file for each, with -1 for no quota.
unsigned cgroup_cores() {
  double quota = -1;
  double period = 0;
  if (std::ifstream file("/sys/fs/cgroup/cpu.max"); file) {
    std::string first;
    file >> first >> period;
    if (first != "max" && !first.empty()) quota = std::stod(first);
  } else {
    std::ifstream("/sys/fs/cgroup/cpu/cpu.cfs_quota_us") >> quota;
    std::ifstream("/sys/fs/cgroup/cpu/cpu.cfs_period_us") >> period;
  }
  return quota > 0 && period > 0 ? static_cast<unsigned>(std::max(1.0, std::ceil(quota / period))) : 0;
}
#else
unsigned affinity_cores() { return 0; }
unsigned cgroup_cores() { return 0; }
#endif

/// The state that the threads of one call share.
class Batch {
 public:
  Batch(std::size_t n, unsigned threads) : n_(n), running_(threads) {}

  void work(unsigned worker, const std::function<void(unsigned, std::size_t)>& item) {
    try {
      for (std::size_t i = next_++; i < n_ && !stopped_; i = next_++) item(worker, i);
    } catch (...) {
      stop(std::current_exception());
    }
    const std::lock_guard lock(mutex_);
    --running_;
    done_.notify_one();
  }

  void wait(const std::function<void()>& poll) {
    std::unique_lock lock(mutex_);
    while (!done_.wait_for(lock, wait_interval, [&] { return running_ == 0; })) {
      if (stopped_) continue;
      lock.unlock();
      try {
        poll();
      } catch (...) {
        stop(std::current_exception());
      }
      lock.lock();
    }
  }

  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

  void stop(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    if (!error_) error_ = std::move(error);
  }

  void forget(unsigned threads) {
    const std::lock_guard lock(mutex_);
    running_ -= threads;
  }

 private:
  const std::size_t n_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::condition_variable done_;
  unsigned running_;
  std::exception_ptr error_;
};

}  // namespace

unsigned available_cores() {
  unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  for (const unsigned limit : {affinity_cores(), cgroup_cores()}) {
    if (limit > 0) cores = std::min(cores, limit);
  }
  return cores;
}

void for_each_parallel(std::size_t n, unsigned threads, const std::function<void(unsigned worker, std::size_t i)>& work,
                       const std::function<void()>& wait) {
  if (threads == 0) threads = available_cores();
  threads = static_cast<unsigned>(std::min<std::size_t>(threads, n));
  if (threads <= 1) {
    for (std::size_t i = 0; i < n; ++i) work(0, i);
    return;
  }
  Batch batch(n, threads);
  std::vector<std::thread> workers;
  workers.reserve(threads);
  for (unsigned worker = 0; worker < threads; ++worker) {
    try {
      workers.emplace_back([&batch, &work, worker] { batch.work(worker, work); });
    } catch (...) {  // cannot start a thread: those that run do the work; without any, rethrow
      batch.forget(threads - worker);
      if (workers.empty()) throw;
      break;
    }
  }
  batch.wait(wait);
  for (std::thread& worker : workers) worker.join();
  batch.rethrow();
}

unsigned threads_for(std::size_t n, unsigned threads) {
  return static_cast<unsigned>(std::clamp<std::size_t>(n, 1, threads == 0 ? available_cores() : threads));
}

void for_each_cancellable(std::size_t n, unsigned threads,
                          const std::function<void(unsigned worker, std::size_t i, const Cancel& cancel)>& work,
                          const std::function<void(std::size_t done)>& wait) {
  threads = threads_for(n, threads);
  std::atomic<std::size_t> done{0};
  const auto wait_done = [&] { wait(done.load(std::memory_order_relaxed)); };
  Cancel cancel(std::nullopt, threads == 1 ? std::function<void()>(wait_done) : nullptr);
  for_each_parallel(
      n, threads,
      [&](unsigned worker, std::size_t i) {
        try {
          cancel.check();
          work(worker, i, cancel);
        } catch (const Cancelled&) {
          return;  // `wait` has thrown; for_each_parallel rethrows that
        }
        done.fetch_add(1, std::memory_order_relaxed);
      },
      [&] {
        try {
          wait_done();
        } catch (...) {
          cancel.request();
          throw;
        }
      });
}

}  // namespace tersely
