#include "segmentation/lines/protected_spans.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/byte_scan.h"

namespace tersely {
namespace {

constexpr std::size_t longest_span = 4000;  // bytes
constexpr std::size_t deepest = 32;         // open brackets

bool is_letter_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A backslash, "{{", "[[" or "<ref": the beginnings of the marks of LaTeX and wikitext.
constexpr auto may_begin_mark = [](ByteBlock first, ByteBlock second, ByteBlock third) {
  return first.equals('\\') | (first.equals('{') & second.equals('{')) | (first.equals('[') & second.equals('[')) |
         (first.equals('<') & second.equals('r') & third.equals('e'));
};

struct Open {
  std::size_t begin = 0;  // of the span, including the name of the command
  char bracket = 0;
  bool counts = false;  // belongs to a command or template
};

/// One pass over the brackets of a text. A blank line closes all of them.
class SpanFinder {
 public:
  SpanFinder(std::string_view text, const Cancel& cancel) : text_(text), cancel_(cancel) {}

  std::vector<Span> find() {
    std::size_t visited = 0;
    for (std::size_t at = find_bytes<3>(text_, 0, may_begin_mark); at < text_.size();) {
      cancel_.check_at(visited++);
      at = read(at);
      if (open_.empty() && !in_reference_) at = find_bytes<3>(text_, at, may_begin_mark);
    }
    return merged();
  }

 private:
  /// Reads the mark at `at` and returns the offset after it.
  std::size_t read(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        return read_command(at);
      case '{':
        return push(at, at, text_.substr(at, 2) == "{{");
      case '[':
        return push(at, at, text_.substr(at, 2) == "[[");
      case '}':
      case ']':
        return pop(at);
      case '<':
        return read_reference(at);
      case '\n':
        if (text_.substr(at + 1).starts_with('\n')) {
          open_.clear();
          in_reference_ = false;
        }
        return at + 1;
      default:
        return at + 1;
    }
  }

  /// "\cite[p. 3]{moor}": the command and its arguments. "\%" is not a command.
  std::size_t read_command(std::size_t at) {
    std::size_t end = at + 1;
    while (end < text_.size() && is_letter_byte(text_[end])) ++end;
    if (end < text_.size() && text_[end] == '*') ++end;
    const bool takes = end > at + 1 && end < text_.size() && (text_[end] == '{' || text_[end] == '[');
    return takes ? push(end, at, true) : std::max(end, at + 2);
  }

  std::size_t push(std::size_t at, std::size_t begin, bool counts) {
    if (open_.size() < deepest) open_.push_back({begin, text_[at], counts});
    return at + 1;
  }

  std::size_t pop(std::size_t at) {
    const char opener = text_[at] == '}' ? '{' : '[';
    if (open_.empty() || open_.back().bracket != opener) return at + 1;
    const Open open = open_.back();
    open_.pop_back();
    if (!open.counts) return at + 1;
    add(open.begin, at + 1);
    const bool again = open.begin < at && text_[open.begin] == '\\' && at + 1 < text_.size() &&
                       (text_[at + 1] == '{' || text_[at + 1] == '[');
    return again ? push(at + 1, open.begin, true) : at + 1;
  }

  /// "<ref>...</ref>", "<ref name=x />"
  std::size_t read_reference(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<ref>") || rest.starts_with("<ref ")) {
      reference_ = at;
      in_reference_ = true;
      const std::size_t close = rest.substr(0, 200).find('>');
      if (close == std::string_view::npos || rest[close - 1] != '/') return at + 4;
      in_reference_ = false;
      add(at, at + close + 1);
      return at + close + 1;
    }
    if (!in_reference_ || !rest.starts_with("</ref>")) return at + 1;
    in_reference_ = false;
    add(reference_, at + 6);
    return at + 6;
  }

  void add(std::size_t begin, std::size_t end) {
    if (end - begin > longest_span) return;
    spans_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  /// Keeps only the outermost spans; the span of a command with all its arguments contains those with fewer.
  std::vector<Span> merged() {
    std::sort(spans_.begin(), spans_.end(),
              [](const Span& a, const Span& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    std::vector<Span> outer;
    for (const Span& span : spans_) {
      if (outer.empty() || span.begin >= outer.back().end) outer.push_back(span);
    }
    return outer;
  }

  std::string_view text_;
  const Cancel& cancel_;
  std::vector<Open> open_;
  std::size_t reference_ = 0;
  bool in_reference_ = false;
  std::vector<Span> spans_;
};

/// Environments of LaTeX that do not hold prose.
constexpr std::array<std::string_view, 12> blocks = {"equation",    "align",      "eqnarray", "gather",
                                                     "displaymath", "math",       "tabular",  "verbatim",
                                                     "tikz",        "lstlisting", "minted",   "thebibliography"};
constexpr std::array<std::string_view, 8> titles = {"\\title{",       "\\part{",         "\\chapter{",
                                                    "\\section{",     "\\section*{",     "\\subsection{",
                                                    "\\subsection*{", "\\subsubsection{"};

void set_role(Line* line, LineRole role, std::size_t content) {
  line->role = role;
  line->content = static_cast<std::uint32_t>(content);
}

bool begins_block(std::string_view line) {
  constexpr std::string_view begin = "\\begin{";
  return line.starts_with(begin) && std::any_of(blocks.begin(), blocks.end(), [&](std::string_view name) {
           return line.substr(begin.size()).starts_with(name);
         });
}

/// From \begin{equation} to \end{equation}, if that follows within 100 lines.
void mark_blocks(std::string_view text, std::vector<Line>* lines) {
  constexpr std::size_t most = 100;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const std::string_view line = (*lines)[i].of(text);
    if (!begins_block(line)) continue;
    const std::string end = "\\end" + std::string(line.substr(6, line.find('}') - 5));
    std::size_t last = i;
    const std::size_t limit = std::min(lines->size(), i + most);
    while (last < limit && (*lines)[last].of(text).find(end) == std::string_view::npos) ++last;
    if (last == limit) continue;
    for (; i <= last; ++i) set_role(&(*lines)[i], LineRole::code, (*lines)[i].first);
    --i;
  }
}

/// Tables of wikitext: "{|" to "|}".
void mark_tables(std::string_view text, std::vector<Line>* lines) {
  constexpr std::size_t most = 500;
  std::size_t first = lines->size();
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const std::string_view line = (*lines)[i].of(text);
    if (line.starts_with("{|")) first = i;
    if (first >= lines->size() || !line.starts_with("|}") || i - first > most) continue;
    for (; first <= i; ++first) set_role(&(*lines)[first], LineRole::code, (*lines)[first].first);
    first = lines->size();
  }
}

/// Does the line hold only spans and punctuation?
bool is_covered(std::string_view text, const Line& line, const std::vector<Span>& spans, std::size_t next) {
  std::size_t at = line.first;
  for (; next < spans.size() && spans[next].begin < line.last; ++next) {
    const std::size_t begin = std::max<std::size_t>(spans[next].begin, at);
    if (text.substr(at, begin - at).find_first_not_of(" \t.,;%") != std::string_view::npos) return false;
    at = std::max<std::size_t>(at, std::min(spans[next].end, line.last));
  }
  return at > line.first && text.substr(at, line.last - at).find_first_not_of(" \t.,;%}") == std::string_view::npos;
}

}  // namespace

std::vector<Span> find_protected_spans(std::string_view text, const Cancel& cancel) {
  return SpanFinder(text, cancel).find();
}

void mark_commands(std::string_view text, const std::vector<Span>& spans, std::vector<Line>* lines) {
  mark_tables(text, lines);
  if (spans.empty()) return;
  mark_blocks(text, lines);
  std::size_t next = 0;
  for (Line& line : *lines) {
    while (next < spans.size() && spans[next].end <= line.first) ++next;
    const std::string_view shown = line.of(text);
    if (line.role == LineRole::code || line.role == LineRole::heading) continue;
    const auto title =
        std::find_if(titles.begin(), titles.end(), [&](std::string_view t) { return shown.starts_with(t); });
    if (title != titles.end()) {
      set_role(&line, LineRole::heading, line.first + title->size());
    } else if (shown.starts_with("==") && shown.ends_with("==") && shown.size() > 4) {
      set_role(&line, LineRole::heading, line.first + std::min(shown.find_first_not_of("= "), shown.size()));
    } else if (is_covered(text, line, spans, next)) {
      const bool link = shown.starts_with("[[") && shown.find(':') == std::string_view::npos;
      if (!link) set_role(&line, LineRole::code, line.first);
    }
  }
}

}  // namespace tersely
