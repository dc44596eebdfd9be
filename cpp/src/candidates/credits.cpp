#include "candidates/credits.h"

#include <algorithm>

namespace tersely {

bool is_credit_line(std::string_view line, TopicFinder* finder) {
  for (const std::string_view sign : {"\u00a9", " | ", " @"}) {
    if (line.find(sign) != std::string_view::npos) return true;
  }
  const Topics topics = finder->find(line);
  return (topics.first & topic::photo) != 0 || topics.has(topic::agency);
}

bool begins_bracketed_credit(std::string_view unit, TopicFinder* finder) {
  constexpr std::size_t longest = 120;  // bytes
  return unit.starts_with('(') && unit.size() <= longest && unit.find(':') != std::string_view::npos &&
         (finder->find_first(unit) & topic::photo) != 0;
}

bool ends_in_credit(std::string_view unit, TopicFinder* finder) {
  constexpr std::size_t max_credit = 80;  // bytes
  while (unit.ends_with('.')) unit.remove_suffix(1);
  if (!unit.ends_with(')')) return false;
  const std::size_t open = unit.substr(unit.size() - std::min(unit.size(), max_credit)).rfind('(');
  if (open == std::string_view::npos) return false;
  const Topics topics = finder->find(unit.substr(unit.size() - std::min(unit.size(), max_credit) + open));
  return topics.has(topic::agency) || (topics.first & topic::photo) != 0;
}

}  // namespace tersely
