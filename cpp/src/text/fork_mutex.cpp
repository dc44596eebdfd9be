#include "text/fork_mutex.h"

#ifndef _WIN32
#include <pthread.h>
#endif

#include <memory>
#include <new>
#include <vector>

namespace tersely {
namespace {

/// All mutexes that fork() waits for.
class ForkMutexes {
 public:
  /// Never destroyed: threads may still run while the process exits.
  static ForkMutexes& get() {
    static ForkMutexes* const mutexes = std::make_unique<ForkMutexes>().release();
    return *mutexes;
  }

  ForkMutexes() {
#ifndef _WIN32
    const auto lock = [] { get().lock_all(); };
    const auto unlock = [] { get().unlock_all(); };
    if (pthread_atfork(lock, unlock, unlock) != 0) throw std::bad_alloc();
#endif
  }

  void add(std::mutex* mutex) {
    const std::lock_guard lock(list_);
    all_.push_back(mutex);
  }

  void remove(std::mutex* mutex) {
    const std::lock_guard lock(list_);
    std::erase(all_, mutex);
  }

 private:
  void lock_all() {
    list_.lock();
    for (std::mutex* const mutex : all_) mutex->lock();
  }

  void unlock_all() {
    for (std::mutex* const mutex : all_) mutex->unlock();
    list_.unlock();
  }

  std::mutex list_;
  std::vector<std::mutex*> all_;
};

}  // namespace

ForkMutex::ForkMutex() { ForkMutexes::get().add(&mutex_); }
ForkMutex::~ForkMutex() { ForkMutexes::get().remove(&mutex_); }

}  // namespace tersely
