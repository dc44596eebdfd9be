/// Texts that consist of posts: tweets, messages and the like, most of them without a stop.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "tersely/segmenter.h"

namespace tersely {

/// Do lines without a stop hold most of the words? Unless there are signs of posts ("#moordam", "@ann", addresses),
/// hardly any line may be brief, like the headings and credits among headlines, and few may begin in lower case, like
/// the lines of a wrapped text that could not be joined. `n_words`: one per unit. O(bytes).
bool are_posts(std::string_view text, std::span<const Unit> units, std::span<const std::uint32_t> n_words);

}  // namespace tersely
