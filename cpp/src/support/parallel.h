/// Threads for a batch: started and joined inside the call, no pool.
#pragma once

#include <cstddef>
#include <functional>

namespace tersely {

/// The number of cores this process may use: CPU affinity and, on Linux, the cgroup's quota count. At least 1.
unsigned available_cores();

/// Calls work(worker, i) for every i in [0, n), worker in [0, threads), each i once, from `threads` threads (0: as
/// many as available_cores()). With one thread all runs in the caller's. Otherwise the caller runs `wait` about every
/// 50 ms until all is done; an exception thrown by it or by `work` stops the rest and is rethrown after all threads
/// have joined. Items are handed out in order, one by one.
void for_each_parallel(std::size_t n, unsigned threads, const std::function<void(unsigned worker, std::size_t i)>& work,
                       const std::function<void()>& wait);

}  // namespace tersely
