#include "segmentation/lines/double_columns.h"

#include <algorithm>
#include <array>

#include "segmentation/boundaries/lookaround.h"
#include "segmentation/lines/gutters.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t reach = 10;  // lines
constexpr std::size_t enough = 3;
constexpr std::size_t many_long = 8;  // with which one proof is enough, or ten anywhere
constexpr std::size_t enough_anywhere = 10;
constexpr std::size_t least_bytes = 60;
constexpr std::size_t enough_divided = 5;  // lines with a divided word, and one of so many, in texts of two columns
constexpr std::size_t divided_share = 33;

/// Bytes of the middle of a line, where a column may end.
struct Middle {
  std::size_t begin = 0;
  std::size_t end = 0;

  Middle(const Line& line, double share) {
    const double size = line.last - line.first;
    begin = line.first + static_cast<std::size_t>(size * (1 - share) / 2);
    end = line.first + static_cast<std::size_t>(size * (1 + share) / 2);
  }
};

bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

/// "the con- ation of", "the con- (2019) of"; but not "short- and long-term".
bool has_divided_word(std::string_view text, const Middle& middle) {
  constexpr std::array<std::string_view, 6> links = {"and ", "or ", "to ", "und ", "oder ", "bis "};
  for (std::size_t i = middle.begin + 1; i + 2 < middle.end; ++i) {
    if (text[i] != '-' || text[i + 1] != ' ' || !is_ascii_lower(text[i - 1])) continue;
    const std::string_view next = text.substr(i + 2);
    const bool linked =
        std::any_of(links.begin(), links.end(), [next](std::string_view l) { return next.starts_with(l); });
    if (!linked && next.front() != ' ' && next.front() != '-') return true;
  }
  return false;
}

/// One gap of three spaces or more, with words on both sides.
bool has_one_gap(std::string_view line) {
  std::size_t gaps = 0;
  for (std::size_t at = line.find("   "); at != std::string_view::npos && gaps < 2; at = line.find("   ", at)) {
    ++gaps;
    at = std::min(line.find_first_not_of(' ', at), line.size());
  }
  return gaps == 1;
}

bool has_gap(std::string_view text, const Line& line, const Middle& middle) {
  const std::size_t gap = text.substr(0, middle.end).find("   ", middle.begin);
  return gap != std::string_view::npos && is_letter(Window(text, line.first, line.last).before(gap)) &&
         has_one_gap(line.of(text));
}

/// "A high-level overview The field of machine": a function word with a capital, and no end before it.
bool has_glued_sentence(std::string_view text, const Line& line, const DocumentContext& document) {
  const Middle middle(line, .3);
  const Window window(text, line.first, line.last);
  for (std::size_t at = middle.begin; at + 1 < middle.end; ++at) {
    const bool goes_on = is_letter(window.before(at)) || text[at - 1] == ',';
    if (text[at] != ' ' || !goes_on || !is_upper(window.at(at + 1))) continue;
    if ((document.word_bits(FoldedWord(word_at(window, at + 1)).view()) & word_bit::starter) != 0) return true;
  }
  return false;
}

/// Those of some ascending lines that are near a line, which ascends too.
class Near {
 public:
  explicit Near(const std::vector<std::size_t>& lines) : lines_(lines) {}

  std::size_t count(std::size_t line) {
    while (begin_ < lines_.size() && lines_[begin_] + reach < line) ++begin_;
    while (end_ < lines_.size() && lines_[end_] <= line + reach) ++end_;
    return end_ - begin_;
  }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }

 private:
  const std::vector<std::size_t>& lines_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

DoubleColumns::DoubleColumns(std::string_view text, const std::vector<Line>& lines, const Wrapping& wrapping,
                             const DocumentContext& document)
    : lines_(lines) {
  if (!wrapping.is_wrapped()) return;
  std::vector<std::size_t> evidence;
  std::vector<std::size_t> long_lines;
  std::size_t n_lines = 0;
  std::size_t n_divided = 0;
  const std::size_t twice = wrapping.width() * 8 / 5;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.last - line.first < least_bytes || line.role == LineRole::code) continue;
    const Middle middle(line, .6);
    const bool is_long = line.last - line.first >= twice;
    if (is_long) long_lines.push_back(i);
    const bool glued = is_long && has_glued_sentence(text, line, document);
    const bool divided = has_divided_word(text, middle);
    const bool proof = glued || divided || has_gap(text, line, middle);
    ++n_lines;
    n_divided += divided ? 1u : 0u;
    if (proof) evidence.push_back(i);
    n_long_proofs_ += proof && is_long ? 1u : 0u;
    if (glued) evidence.push_back(i);  // nothing else looks so
  }
  all_double_ = n_divided >= enough_divided && n_divided * divided_share >= n_lines;
  if (!evidence.empty()) mark(evidence, long_lines, twice);
  const std::vector<std::size_t> across = find_lines_across_gutters(text, lines);
  if (!across.empty()) is_double_.resize(lines.size());
  for (const std::size_t i : across) is_double_[i] = true;
}

void DoubleColumns::mark(const std::vector<std::size_t>& evidence, const std::vector<std::size_t>& long_lines,
                         std::size_t twice) {
  is_double_.assign(lines_.size(), false);
  Near proof(evidence);
  Near length(long_lines);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::size_t n_proof = proof.count(i);
    const bool between_long = length.count(i) >= many_long && (n_proof > 0 || n_long_proofs_ >= enough_anywhere);
    // Where the lines of the columns do not lie at one height, lines of one and of the other take turns.
    is_double_[i] = all_double_ && n_proof > 0;
    if (is_double_[i] || (n_proof < enough && !between_long)) continue;
    const std::size_t size = lines_[i].last - lines_[i].first;
    is_double_[i] = between_long && size >= twice;
    std::size_t bytes = 0;
    for (std::size_t k = proof.begin(); k < proof.end(); ++k)
      bytes += lines_[evidence[k]].last - lines_[evidence[k]].first;
    is_double_[i] = is_double_[i] || (n_proof > 0 && size * n_proof * 10 >= bytes * 8);
  }
}

/// A sentence that ends before the middle of its line, or begins after it, may be whole.
bool DoubleColumns::divides(const Unit& unit) {
  if (is_double_.empty()) return false;
  while (line_ + 1 < lines_.size() && lines_[line_].last <= unit.span.begin) ++line_;
  for (std::size_t i = line_; i < lines_.size() && lines_[i].first < unit.span.end; ++i) {
    if (!is_double_[i]) continue;
    const Line& line = lines_[i];
    if (unit.span.begin <= line.first || unit.span.end >= line.last) return true;
    const Middle middle(line, .1);
    if (unit.span.begin < middle.end && unit.span.end > middle.begin) return true;
  }
  return false;
}

}  // namespace tersely
