/// Memory and iterators that are expensive to construct and can be reused from text to text.
#pragma once

#include <cstddef>
#include <memory>

namespace tersely {

class WordIterator;
struct Scratch;

/// Use one per thread; two threads must not use it at the same time. Its contents never affect results. Between two
/// texts it keeps at most 8 MiB.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  WordIterator& word_iterator() { return *word_iterator_; }
  Scratch& scratch() { return *scratch_; }

  /// Frees the scratch memory if it exceeds the limit of 8 MiB.
  void trim();

 private:
  std::unique_ptr<WordIterator> word_iterator_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace tersely
