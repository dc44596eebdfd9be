/// The list of summarization methods.
#pragma once

#include <string_view>
#include <vector>

namespace tersely {

struct MethodInfo {
  std::string_view name;
  std::string_view description;  // one sentence
  std::string_view paper;        // "" if there is none
  std::string_view options;      // names of the options that it uses and some methods do not, separated by spaces
  /// Time beyond the analysis of the text, in words, sentences, picks, and nnz: the number of different words of each
  /// sentence, summed over the sentences. Linear for most methods, as nnz <= words.
  std::string_view cost;
};

/// All methods, the default first. Thread-safe. O(methods).
std::vector<MethodInfo> methods();

}  // namespace tersely
