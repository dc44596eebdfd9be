#include "candidates/steps.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "candidates/unit_shape.h"
#include "text/icu.h"

namespace tersely {
namespace {

constexpr std::size_t least_steps = 3;
constexpr std::size_t longest_label = 24;  // bytes of "Step" or a similar label
constexpr std::uint32_t most_number = 99;
constexpr std::uint64_t least_step_words = 5;
constexpr std::uint64_t most_step_words = 80;

/// "Step 12": the text before the number, without white space, and the number.
struct Numbered {
  std::string_view label;
  std::uint32_t number = 0;
};

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

/// Letters, with only spaces and marks of Markdown between them and the number.
std::optional<std::string_view> read_label(std::string_view before) {
  std::size_t begin = before.find_first_not_of("#*_ \t");
  if (begin == std::string_view::npos) return std::string_view();
  std::string_view label = before.substr(begin);
  while (!label.empty() && (label.back() == ' ' || label.back() == '\t')) label.remove_suffix(1);
  for (std::size_t at = 0; at < label.size();) {
    const CodePoint c = next_code_point(label, &at);
    if (!is_letter(c) && !is_mark(c)) return std::nullopt;
  }
  return label;
}

/// The number that a unit begins with, alone ("3.", "3)") or with a label before it ("Step 3:").
std::optional<Numbered> read_number(std::string_view unit) {
  const std::string_view head = unit.substr(0, longest_label);
  const std::size_t begin = head.find_first_of("0123456789");
  if (begin == std::string_view::npos) return std::nullopt;
  std::size_t end = begin;
  std::uint32_t number = 0;
  for (; end < unit.size() && is_digit_byte(unit[end]) && number <= most_number; ++end) {
    number = 10 * number + static_cast<std::uint32_t>(unit[end] - '0');
  }
  const std::optional<std::string_view> label = read_label(head.substr(0, begin));
  if (!label || number == 0 || number > most_number) return std::nullopt;
  const char after = end < unit.size() ? unit[end] : '\0';
  const bool closed = after == '.' || after == ')' || after == ':';
  const bool further = end + 1 < unit.size() && is_digit_byte(unit[end + 1]);  // "1.2", "9:30"
  if (further || (label->empty() && !closed)) return std::nullopt;
  return Numbered{*label, number};
}

bool begins_paragraph(std::span<const Unit> units, std::size_t i) {
  return i == 0 || units[i].paragraph != units[i - 1].paragraph;
}

/// For each list of steps, the units that begin a step.
std::vector<std::vector<std::size_t>> find_lists(std::string_view text, std::span<const Unit> units) {
  std::vector<std::vector<std::size_t>> lists;
  std::vector<std::size_t> list;
  Numbered last;
  const auto end_list = [&] {
    if (list.size() >= least_steps) lists.push_back(list);
    list.clear();
  };
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind == UnitKind::code || !begins_paragraph(units, i)) continue;
    const std::optional<Numbered> next = read_number(units[i].span.of(text));
    if (!next) continue;
    const bool goes_on = !list.empty() && next->number == last.number + 1 && next->label == last.label;
    if (!goes_on && next->number != 1) continue;
    if (!goes_on) end_list();
    list.push_back(i);
    last = *next;
  }
  end_list();
  return lists;
}

/// Marks the parts of one list of steps. `begins`: the first units of the steps, ascending.
class StepMarker {
 public:
  StepMarker(std::span<const Unit> units, std::vector<StepPart>* parts) : units_(units), parts_(*parts) {}

  void mark(std::span<const std::size_t> steps) {
    bool titled = false;
    for (std::size_t k = 0; k < steps.size(); ++k) {
      const bool heading = !units_[steps[k]].terminated;
      const bool last = k + 1 == steps.size();
      if (!last) titled = heading && has_sentences(steps[k] + 1, steps[k + 1]);
      const std::size_t end = last ? end_of_last(steps[k], heading && titled) : steps[k + 1];
      std::fill(at(steps[k]), at(end), StepPart::inside);
      if (!titled || !heading) parts_[steps[k]] = StepPart::says;
    }
  }

 private:
  std::vector<StepPart>::iterator at(std::size_t unit) { return parts_.begin() + static_cast<std::ptrdiff_t>(unit); }

  bool has_sentences(std::size_t begin, std::size_t end) const {
    const auto of_step = units_.subspan(begin, end - begin);
    return std::any_of(of_step.begin(), of_step.end(), is_sentence_like);
  }

  std::size_t end_of_last(std::size_t step, bool titled) const {
    const auto belongs = [&](const Unit& unit) {
      return unit.paragraph == units_[step].paragraph || (titled && unit.kind != UnitKind::heading);
    };
    std::size_t end = step + 1;
    while (end < units_.size() && belongs(units_[end])) ++end;
    return end;
  }

  std::span<const Unit> units_;
  std::vector<StepPart>& parts_;
};

bool instructs(std::span<const Unit> units, std::span<const std::uint32_t> n_words, const std::vector<StepPart>& parts,
               std::size_t n_steps) {
  std::uint64_t all = 0;
  std::uint64_t words = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind == UnitKind::code) continue;
    all += n_words[i];
    if (parts[i] != StepPart::outside) words += n_words[i];
  }
  return 10 * words >= 4 * all && words >= least_step_words * n_steps && words <= most_step_words * n_steps;
}

}  // namespace

std::vector<StepPart> find_steps(std::string_view text, std::span<const Unit> units,
                                 std::span<const std::uint32_t> n_words) {
  const std::vector<std::vector<std::size_t>> lists = find_lists(text, units);
  if (lists.empty()) return {};
  std::vector<StepPart> parts(units.size(), StepPart::outside);
  StepMarker marker(units, &parts);
  std::size_t n_steps = 0;
  for (const std::vector<std::size_t>& list : lists) {
    marker.mark(list);
    n_steps += list.size();
  }
  if (!instructs(units, n_words, parts, n_steps)) return {};
  return parts;
}

}  // namespace tersely
