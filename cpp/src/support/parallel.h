/// Threads for a batch: started and joined inside the call, no pool.
#pragma once

#include <cstddef>
#include <functional>

#include "tersely/cancel.h"

namespace tersely {

/// The number of cores this process may use, at least 1. On Linux it respects the CPU affinity and the cgroup's quota.
unsigned available_cores();

/// Calls work(worker, i) once for every i in [0, n) on `threads` threads (0: available_cores()); `worker` is in [0,
/// threads). Items are handed out in order, one by one. With one thread, everything runs in the caller's. Otherwise the
/// caller runs `wait` about every 50 ms until all is done. An exception thrown by `wait` or `work` stops the rest and
/// is rethrown after all threads have joined.
void for_each_parallel(std::size_t n, unsigned threads, const std::function<void(unsigned worker, std::size_t i)>& work,
                       const std::function<void()>& wait);

/// The number of threads that for_each_cancellable() uses for n items.
unsigned threads_for(std::size_t n, unsigned threads);

/// The same, with a Cancel for each item. `wait(done)` gets the number of items done, also with one thread, where
/// `Cancel::check` calls it. If it throws, all items stop at their next check. `work` may let Cancelled pass.
void for_each_cancellable(std::size_t n, unsigned threads,
                          const std::function<void(unsigned worker, std::size_t i, const Cancel& cancel)>& work,
                          const std::function<void(std::size_t done)>& wait);

}  // namespace tersely
