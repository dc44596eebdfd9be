#ifndef _WIN32

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "support/lazy.h"
#include "tersely/build_info.h"
#include "tersely/language.h"
#include "tersely/summarizer.h"
#include "text/fork_mutex.h"
#include "text/icu.h"
#include "text/word_iterator.h"

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

bool is_sanitized() {
  return std::ranges::any_of(build_info(), [](const auto& fact) {
    return fact.first == "options" && fact.second.find("sanitize=") != std::string::npos;
  });
}

void cut(std::string_view text) {
  std::vector<Span> words;
  WordIterator().append_words(text, {0, static_cast<std::uint32_t>(text.size())}, &words);
}

TEST(Fork, AChildLoadsWhatAnotherThreadIsLoading) {
  if (is_sanitized()) {
    GTEST_SKIP() << "a sanitizer's allocator may stay locked in a child if another thread allocates during fork()";
  }
  prepare();
  // ICU's dictionaries and the words of a language are loaded when they are first needed.
  for (const std::string_view text : {"私は東京", "ภาษาไทย", "ພາສາລາວ", "ភាសាខ្មែរ", "မြန်မာဘာသာ"}) {
    const auto load = [text] {
      cut(text);
      return Language::detect(text).is_stop_word("the") ? 1 : 0;
    };
    std::atomic<bool> begun{false};
    std::thread other([&] {
      begun = true;
      load();
    });
    while (!begun) std::this_thread::yield();
    EXPECT_EQ(in_child([&] {
                alarm(60);  // ends a child that waits for ever
                return load();
              }),
              0);
    other.join();
  }
}

TEST(Lazy, AllThreadsGetTheSameValue) {
  for (int round = 0; round < 200; ++round) {
    const Lazy<int> lazy;
    std::array<const int*, 4> got{};
    std::vector<std::thread> threads;
    for (const int*& value : got) {
      threads.emplace_back([&lazy, &value] { value = &lazy.get([] { return 42; }); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const int* value : got) EXPECT_TRUE(value == got[0] && *value == 42);
  }
}

}  // namespace
}  // namespace tersely

#endif
