/// A mutex that is free whenever the process forks.
#pragma once

#include <mutex>

namespace tersely {

/// fork() waits until every ForkMutex is free, so the child cannot inherit a lock that another thread took while
/// holding one. Give each thread its own, so that threads never wait for each other. Do not fork while holding one, and
/// do not hold one for long. Where there is no fork (Windows) it is an ordinary mutex.
class ForkMutex {
 public:
  ForkMutex();
  ~ForkMutex();
  ForkMutex(const ForkMutex&) = delete;
  ForkMutex& operator=(const ForkMutex&) = delete;

  void lock() { mutex_.lock(); }
  void unlock() { mutex_.unlock(); }

 private:
  std::mutex mutex_;
};

}  // namespace tersely
