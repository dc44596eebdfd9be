/// Messages that a chat program writes in the name of a participant.
#pragma once

#include <string_view>

#include "languages/topics.h"

namespace tersely {

/// Call it with the messages of a chat in order, without their labels.
class ChatNotices {
 public:
  /// Is it a placeholder of a picture or a call ("<Media omitted>", "image omitted", "IMG-0001.jpg (file attached)"), a
  /// deleted message, or, among the first three messages, a notice about encryption? O(bytes).
  bool is_notice(std::string_view message);

 private:
  TopicFinder finder_;
  int n_asked_ = 0;
};

}  // namespace tersely
