/// Scratch memory and ICU's iterator: what is expensive to make and can be used again.
#pragma once

#include <cstddef>
#include <memory>

namespace tersely {

class WordIterator;
struct Scratch;

/// One per thread; never shared between threads at the same time. Contents do not influence results. Between two texts
/// it keeps at most 8 MiB.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  WordIterator& word_iterator() { return *word_iterator_; }
  Scratch& scratch() { return *scratch_; }

  /// Frees the scratch memory if it is larger than what is kept between two texts.
  void trim();

 private:
  std::unique_ptr<WordIterator> word_iterator_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace tersely
