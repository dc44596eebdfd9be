/// What a chat program says in the name of one who takes part.
#pragma once

#include <string_view>

#include "languages/topics.h"

namespace tersely {

/// Asked with the messages of a chat in their order, without their labels.
class ChatNotices {
 public:
  /// What stands in place of a picture or a call ("<Media omitted>", "image omitted", "IMG-0001.jpg (file attached)"),
  /// a message that was deleted, or, as one of the first three messages, how they are encrypted. O(bytes).
  bool is_notice(std::string_view message);

 private:
  TopicFinder finder_;
  int n_asked_ = 0;
};

}  // namespace tersely
