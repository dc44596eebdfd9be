#include "segmentation/lines/chat_notices.h"

#include <cstddef>

#include "text/icu.h"

namespace tersely {
namespace {

constexpr int first_messages = 3;
constexpr std::size_t longest_notice = 80;  // bytes
constexpr int most_words = 6;

int count_words(std::string_view message) {
  int words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < message.size();) {
    const bool in_word = is_alnum(next_code_point(message, &at));
    words += in_word && !inside ? 1 : 0;
    inside = in_word;
  }
  return words;
}

/// "IMG-0001.jpg", "IMG-0001.jpg (file attached)"
bool is_file(std::string_view message) {
  const std::size_t dot = message.find('.');
  const std::size_t space = message.find(' ');
  if (dot == std::string_view::npos || dot > space) return false;
  const std::string_view ending = message.substr(dot + 1, space == std::string_view::npos ? space : space - dot - 1);
  if (ending.size() < 3 || ending.size() > 4) return false;
  for (const char c : ending) {
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) return false;
  }
  if (space == std::string_view::npos) return message.find_first_of("0123456789") < dot;
  return message[space + 1] == '(' && message.ends_with(')');
}

}  // namespace

bool ChatNotices::is_notice(std::string_view message) {
  ++n_asked_;
  if (message.starts_with('<') && message.ends_with('>')) return true;
  if (n_asked_ <= first_messages && finder_.find(message).has(topic::encryption)) return true;
  if (message.size() > longest_notice) return false;
  if (is_file(message)) return true;
  return count_words(message) <= most_words && finder_.find(message).has(topic::omission);
}

}  // namespace tersely
