/// The topics of a piece of text, by the words of notices.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "languages/notice_words.h"

namespace tersely {

struct Topics {
  std::uint32_t all = 0;    // of all its words
  std::uint32_t first = 0;  // of its first word

  bool has(std::uint32_t topic) const { return (all & topic) != 0; }
};

/// Finds the topics of pieces of text, each in O(bytes). Not thread-safe: use one per thread.
class TopicFinder {
 public:
  /// Those of `wanted`; the fewer, the faster.
  Topics find(std::string_view piece, std::uint32_t wanted = topic::any);
  /// `first` of it, with a look at no more than its first words.
  std::uint32_t find_first(std::string_view piece);
  /// Does it have a topic that can make it a notice? Faster than `find`.
  bool has_subject(std::string_view piece);

 private:
  std::string folded_;
};

}  // namespace tersely
