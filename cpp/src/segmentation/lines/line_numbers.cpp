#include "segmentation/lines/line_numbers.h"

#include <algorithm>
#include <charconv>

#include "segmentation/lines/wrapping.h"
#include "text/characters.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t enough = 8;                // consecutive numbers
constexpr std::size_t reach = 8;                 // lines between two of them
constexpr std::size_t open_share = 5;            // at least one of this many lines continues in lower case
constexpr std::size_t open_share_of_pages = 12;  // ... if the numbers restart; captions and blank lines have some too
constexpr std::uint32_t least_length = 30;

/// A number at the start of a line, or alone on one.
struct Number {
  std::size_t line = 0;
  std::uint32_t value = 0;
  std::uint32_t end = 0;  // after its digits
  bool alone = false;
};

std::vector<Number> find_numbers(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    constexpr std::size_t most_digits = 4;
    const Line& line = lines[i];
    if (!is_ascii_digit(static_cast<unsigned char>(text[line.first]))) continue;
    const std::string_view shown = line.of(text);
    const std::size_t size = std::min(shown.find_first_not_of("0123456789"), shown.size());
    if (size > most_digits || (size < shown.size() && shown[size] != ' ')) continue;
    Number& number = numbers.emplace_back();
    number.line = i;
    number.end = line.first + static_cast<std::uint32_t>(size);
    number.alone = size == shown.size();
    std::from_chars(shown.data(), shown.data() + size, number.value);
  }
  return numbers;
}

/// The text on the line besides its number.
Line beside(const Number& number, std::string_view text, const std::vector<Line>& lines) {
  Line line = lines[number.line];
  line.begin = line.first = static_cast<std::uint32_t>(Window(text, number.end, line.last).skip_space(number.end));
  return line;
}

/// Does the sentence before the second number continue after it? Numbers alone on lines one below the other, as of
/// double-spaced text, count once.
bool goes_on(std::string_view text, const std::vector<Line>& lines, const Number& first, const Number& second,
             const Number* third) {
  const bool apart = second.line > first.line + 1;
  if (!apart && first.alone) return false;
  const Line before = apart ? lines[second.line - 1] : beside(first, text, lines);
  const Number& last = third != nullptr && third->line == second.line + 1 && second.alone ? *third : second;
  if (last.alone && last.line + 1 >= lines.size()) return false;
  const Line after = last.alone ? lines[last.line + 1] : beside(last, text, lines);
  const Link link = link_between(text, before, after);
  return link.length >= least_length && link.lower_after_open_end();
}

bool follows(const Number& first, const Number& second) {
  return second.line <= first.line + reach &&
         (second.value == first.value + 1 || (second.value == 1 && first.value + 1 >= enough));
}

/// Replaces a number by spaces. A number on a line of its own then no longer separates the lines around it.
void blank(const std::vector<Line>& lines, const Number& number, std::string* text) {
  const Line& line = lines[number.line];
  std::size_t begin = line.first;
  std::size_t end = number.end;
  const bool inside = number.alone && number.line > 0 && number.line + 1 < lines.size() && !line.after_separator &&
                      !lines[number.line + 1].after_separator;
  const std::size_t last_break = inside ? lines[number.line + 1].begin - 1 : 0;
  if (inside && (*text)[last_break] == '\n') {
    begin = lines[number.line - 1].last;
    end = last_break;
  }
  std::fill(text->begin() + static_cast<std::ptrdiff_t>(begin), text->begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

}  // namespace

std::optional<std::string> without_line_numbers(std::string_view text, const std::vector<Line>& lines) {
  const std::vector<Number> numbers = find_numbers(text, lines);
  if (numbers.size() < enough) return std::nullopt;
  std::optional<std::string> result;
  std::vector<Number> run;
  std::size_t open = 0;
  const auto restarts = [&run] {
    return std::count_if(run.begin(), run.end(), [](const Number& n) { return n.value == 1; }) >= 2;
  };
  const auto end_run = [&] {
    if (run.size() >= enough && open * (restarts() ? open_share_of_pages : open_share) >= run.size()) {
      if (!result) result.emplace(text);
      for (const Number& number : run) blank(lines, number, &*result);
    }
    run.clear();
    open = 0;
  };
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Number& number = numbers[i];
    if (!run.empty() && number.line > run.back().line + reach) end_run();
    if (!run.empty() && !follows(run.back(), number)) continue;
    const Number* next = i + 1 < numbers.size() ? &numbers[i + 1] : nullptr;
    if (!run.empty() && goes_on(text, lines, run.back(), number, next)) ++open;
    run.push_back(number);
  }
  end_run();
  return result;
}

}  // namespace tersely
