/// What must not be in the middle of something when the process forks.
#pragma once

#include <mutex>

namespace tersely {

/// fork() waits until each ForkMutex is free, so the child inherits no lock that another thread took while it held one.
/// Give each thread one of its own: then threads never wait for each other. Do not fork while holding one, nor hold one
/// for long. An ordinary mutex where there is no fork (Windows).
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
