#include "candidates/credits.h"

#include <algorithm>

#include "text/byte_scan.h"

namespace tersely {
namespace {

constexpr std::uint32_t of_credits = topic::photo | topic::agency;

/// The sign for rights, a bar between names, or the name of an account.
constexpr auto is_sign_of_credit = [](ByteBlock first, ByteBlock second, ByteBlock third) {
  return (first.equals('\xc2') & second.equals('\xa9')) |
         (first.equals(' ') & ((second.equals('|') & third.equals(' ')) | second.equals('@')));
};

}  // namespace

bool is_credit_line(std::string_view line, TopicFinder* finder) {
  if (find_bytes<3>(line, 0, is_sign_of_credit) < line.size()) return true;
  const Topics topics = finder->find(line, of_credits);
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
  const Topics topics = finder->find(unit.substr(unit.size() - std::min(unit.size(), max_credit) + open), of_credits);
  return topics.has(topic::agency) || (topics.first & topic::photo) != 0;
}

}  // namespace tersely
