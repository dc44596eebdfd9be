/// Scratch memory and ICU's iterator: what is dear to make and can be used again.
#pragma once

#include <cstddef>
#include <memory>

namespace tersely {

class WordIterator;

/// One per thread; never shared between threads at the same time. Contents do not influence results.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  WordIterator& word_iterator() { return *word_iterator_; }

 private:
  std::unique_ptr<WordIterator> word_iterator_;
};

}  // namespace tersely
