#ifndef _WIN32

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

#include "text/fork_mutex.h"

namespace tersely {
namespace {

/// The exit code of a forked child that returns `code()`.
template <class Code>
int in_child(const Code& code) {
  const pid_t child = fork();
  if (child == 0) _exit(code());
  int status = 0;
  if (waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

TEST(ForkMutex, AChildSeesNothingHalfDone) {
  std::atomic<bool> locked{false};
  std::atomic<bool> forking{false};
  std::atomic<bool> half_done{false};
  std::thread other([&] {
    ForkMutex mutex;
    const std::lock_guard lock(mutex);
    half_done = true;
    locked = true;
    while (!forking) std::this_thread::yield();
    for (int i = 0; i < 50; ++i) std::this_thread::yield();  // by now the fork has begun and waits
    half_done = false;
  });
  while (!locked) std::this_thread::yield();
  forking = true;
  EXPECT_EQ(in_child([&] { return half_done ? 1 : 0; }), 0);
  other.join();
}

TEST(ForkMutex, IsFreeInTheChildAndItsChild) {
  ForkMutex kept;
  std::make_unique<ForkMutex>().reset();  // fork() does not wait for a destroyed mutex
  const auto lock_it = [&] {
    const std::lock_guard lock(kept);
    return 7;
  };
  EXPECT_EQ(in_child([&] { return lock_it() + in_child(lock_it); }), 14);
}

}  // namespace
}  // namespace tersely

#endif
