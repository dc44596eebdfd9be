#include "segmentation/boundaries/inline_markup.h"

#include <algorithm>
#include <array>
#include <optional>

#include "segmentation/boundaries/lookaround.h"
#include "text/characters.h"
#include "text/folded_word.h"

namespace tersely {
namespace {

using namespace characters;

constexpr std::size_t max_look_back = 1024;  // bytes searched backward for the start of an emphasis
constexpr std::size_t max_tag = 240;         // bytes
constexpr std::size_t max_target = 400;      // bytes of a link's address
constexpr std::size_t max_note = 400;        // bytes of a reference in tags

struct Tag {
  std::string_view name;
  bool closes = false;
  std::size_t end = 0;
};

/// `<name>`, `</name>`, `<name/>` or `<name key="value">`, but not "a<b and c>d".
std::optional<Tag> read_tag(const Window& paragraph, std::size_t at) {
  if (paragraph.at(at) != '<') return std::nullopt;
  Tag tag;
  tag.closes = paragraph.at(at + 1) == '/';
  const std::size_t name = at + (tag.closes ? 2 : 1);
  const std::size_t name_end = paragraph.skip(
      name, [](CodePoint c) { return is_ascii(c) && ascii::is(c, ascii::upper | ascii::lower | ascii::digit); });
  const std::string_view rest = paragraph.from(name_end).substr(0, max_tag);
  const std::size_t size = rest.find_first_of("<>");
  if (name_end == name || size == std::string_view::npos || rest[size] == '<') return std::nullopt;
  const std::string_view attributes = rest.substr(0, size);
  const bool plain = attributes.find_first_not_of(" /") == std::string_view::npos;
  if (!plain && (attributes[0] != ' ' || attributes.find('=') == std::string_view::npos)) return std::nullopt;
  tag.name = paragraph.slice(name, name_end);
  tag.end = name_end + size + 1;
  return tag;
}

bool ends_line(const Tag& tag) {
  constexpr std::array<std::string_view, 17> names = {"br", "p",  "div",        "li",      "ul",     "ol",
                                                      "tr", "hr", "n",          "h1",      "h2",     "h3",
                                                      "h4", "h5", "blockquote", "article", "section"};
  return std::find(names.begin(), names.end(), FoldedWord(tag.name).view()) != names.end();
}

/// `<p>` and `<li>` belong to what follows them, `<br>` and `<n>` to what precedes them.
bool begins_block(const Window& paragraph, const Tag& tag) {
  const FoldedWord name(tag.name);
  const bool lone = name.view() == "br" || name.view() == "hr" || name.view() == "n";
  return !lone && !tag.closes && paragraph.at(tag.end - 2) != '/';
}

/// The end of the first of `entities` that is at `at`, or `at`.
template <std::size_t n>
std::size_t skip_entity(const Window& paragraph, std::size_t at, const std::array<std::string_view, n>& entities) {
  if (paragraph.at(at) != '&') return at;
  for (const std::string_view entity : entities) {
    if (paragraph.starts_with(at, entity)) return at + entity.size();
  }
  return at;
}

constexpr std::array<std::string_view, 11> closing_quotes = {
    "&quot;", "&#34;", "&#39;", "&#x27;", "&apos;", "&rdquo;", "&rsquo;", "&raquo;", "&#8221;", "&#8217;", "&#187;"};
constexpr std::array<std::string_view, 10> opening_quotes = {"&quot;",  "&#34;",   "&#39;",   "&#x27;",  "&apos;",
                                                             "&ldquo;", "&lsquo;", "&laquo;", "&#8220;", "&#171;"};
constexpr std::array<std::string_view, 5> spaces = {"&nbsp;", "&#160;", "&#xa0;", "&ensp;", "&emsp;"};

/// Is an emphasis with the mark `c` open at `at`? Marks between two spaces or two letters do not count.
bool is_emphasis_open(const Window& paragraph, std::size_t at, char c) {
  const std::size_t begin = std::max(paragraph.begin() + max_look_back, at) - max_look_back;
  const std::string_view text = paragraph.slice(0, at);
  bool open = false;
  for (std::size_t run = text.find(c, begin); run < at;) {
    const std::size_t end = std::min(text.find_first_not_of(c, run), at);
    const CodePoint before = paragraph.before(run);
    const CodePoint behind = paragraph.at(end);
    const bool lone = (before == no_code_point || is_space(before)) && is_space(behind);
    if (!lone && !(is_alnum(before) && is_alnum(behind))) open = !open;
    run = text.find(c, end);
  }
  return open;
}

std::size_t skip_emphasis(const Window& paragraph, std::size_t at) {
  constexpr std::size_t max_marks = 3;
  const CodePoint c = paragraph.at(at);
  const std::size_t end = paragraph.skip(at, [c](CodePoint mark) { return mark == c; });
  const CodePoint next = paragraph.at(end);
  if (end - at > max_marks || (is_alnum(next) && !is_han_or_kana(next))) return at;
  return is_emphasis_open(paragraph, at, static_cast<char>(c)) ? end : at;
}

std::size_t skip_link_target(const Window& paragraph, std::size_t at) {
  if (paragraph.before(at) != ']') return at;
  const std::string_view target = paragraph.from(at).substr(0, max_target);
  const std::size_t size = target.find(')');
  return size == std::string_view::npos || target.find('\n') < size ? at : at + size + 1;
}

/// "<sup>1</sup>", "<ref>...</ref>", "<ref name=a/>": a reference at `at` with the tag that begins it, or `at`.
std::size_t skip_tagged_note(const Window& paragraph, std::size_t at, const Tag& tag) {
  const std::string_view close = tag.name == "sup" ? "</sup>" : tag.name == "ref" ? "</ref>" : "";
  if (close.empty()) return at;
  if (paragraph.at(tag.end - 2) == '/') return tag.end;
  const std::size_t size = paragraph.from(tag.end).substr(0, max_note).find(close);
  return size == std::string_view::npos ? at : tag.end + size + close.size();
}

/// "\n" as two characters. In a path or a command, lower case follows: "C:\new", "\noindent".
std::size_t skip_written_newline(const Window& paragraph, std::size_t at, const DocumentContext& document,
                                 bool after_stop) {
  const CodePoint letter = paragraph.at(at + 1);
  if (paragraph.at(at) != '\\' || paragraph.before(at) == '\\' || (letter != 'n' && letter != 'r')) return at;
  const std::size_t end = at + 2;
  const CodePoint next = paragraph.at(end);
  if (next == '\\') return paragraph.at(end + 1) == 'n' || paragraph.at(end + 1) == 'r' || after_stop ? end : at;
  if (is_lower(next)) {
    const WordTable::Bits bits = document.word_bits(FoldedWord(word_at(paragraph, end)).view());
    return after_stop && (bits & (word_bit::starter | word_bit::stop)) != 0 ? end : at;
  }
  return after_stop || is_alnum(next) || is_dash(next) || is_bullet(next) || next == '*' || next == '#' ? end : at;
}

}  // namespace

std::size_t skip_closing_markup(const Window& paragraph, std::size_t at) {
  const CodePoint c = paragraph.at(at);
  if (is_emphasis(c)) return skip_emphasis(paragraph, at);
  if (c == '(') return skip_link_target(paragraph, at);
  if (c != '<') return at;
  const std::optional<Tag> tag = read_tag(paragraph, at);
  if (!tag || ends_line(*tag)) return at;
  return tag->closes ? tag->end : skip_tagged_note(paragraph, at, *tag);
}

std::size_t skip_quote_entity(const Window& paragraph, std::size_t at) {
  const std::size_t end = skip_entity(paragraph, at, closing_quotes);
  return end > at && is_alnum(paragraph.at(end)) ? at : end;
}

std::size_t skip_opening_markup(const Window& paragraph, std::size_t at) {
  const CodePoint c = paragraph.at(at);
  if (c == '&') {
    const std::size_t end = skip_entity(paragraph, at, opening_quotes);
    return end > at ? end : skip_entity(paragraph, at, spaces);
  }
  const std::optional<Tag> tag = read_tag(paragraph, at);
  return tag && !tag->closes ? tag->end : at;
}

WrittenBreaks skip_written_breaks(const Window& paragraph, std::size_t at, const DocumentContext& document,
                                  bool after_stop) {
  WrittenBreaks found;
  found.end = at;
  while (at < paragraph.end()) {
    at = paragraph.skip_space(at);
    const CodePoint c = paragraph.at(at);
    std::size_t end = at;
    if (c == '<') {
      const std::optional<Tag> tag = read_tag(paragraph, at);
      if (!tag || !ends_line(*tag)) break;
      found.breaks = true;
      if (begins_block(paragraph, *tag)) break;
      end = tag->end;
    } else if (c == '\\') {
      end = skip_written_newline(paragraph, at, document, after_stop || found.breaks);
    } else if (c == '&') {
      end = skip_entity(paragraph, at, spaces);
    }
    if (end == at) break;
    found.breaks = found.breaks || c != '&';
    found.end = at = end;
  }
  return found;
}

}  // namespace tersely
