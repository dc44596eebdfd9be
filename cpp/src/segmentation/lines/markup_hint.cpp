#include "segmentation/lines/markup_hint.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/icu.h"

namespace tersely {
namespace {

constexpr std::size_t longest_name = 10;
constexpr std::array<std::string_view, 34> tag_names = {
    "a",      "article", "b",    "blockquote", "body",  "br",    "button", "code",  "div",  "em",  "footer", "h1",
    "h2",     "h3",      "head", "header",     "html",  "i",     "img",    "li",    "main", "nav", "ol",     "p",
    "script", "section", "span", "strong",     "style", "table", "td",     "title", "tr",   "ul"};

/// The lower-cased name after `<` or `</` if a tag may end there, else "".
std::string tag_name(std::string_view after) {
  std::string name;
  for (const char c : after.substr(0, longest_name + 1)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && ascii::is(byte, ascii::upper | ascii::lower | ascii::digit)) {
      name += static_cast<char>(ascii::is(byte, ascii::upper) ? byte + ('a' - 'A') : byte);
      continue;
    }
    return c == '>' || c == ' ' || c == '/' || c == '\n' ? name : "";
  }
  return "";
}

bool has_entities(std::string_view text) {
  constexpr std::array<std::string_view, 8> entities = {"quot;", "nbsp;", "amp;", "#39;",
                                                        "lt;",   "gt;",   "#34;", "#160;"};
  int found = 0;
  for (std::size_t at = text.find('&'); at != std::string_view::npos && found < 2; at = text.find('&', at + 1)) {
    const std::string_view after = text.substr(at + 1);
    found += std::any_of(entities.begin(), entities.end(), [after](auto name) { return after.starts_with(name); });
  }
  return found == 2;
}

}  // namespace

bool looks_like_html(std::string_view text) {
  if (has_entities(text)) return true;
  int tags = 0;
  int closing = 0;
  int breaks = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const bool closes = text.substr(at + 1, 1) == "/";
    const std::string name = tag_name(text.substr(at + (closes ? 2 : 1)));
    if (std::find(tag_names.begin(), tag_names.end(), name) == tag_names.end()) continue;
    ++tags;
    closing += closes;
    breaks += name == "br";
    if ((tags >= 3 && closing >= 1) || breaks >= 2) return true;
  }
  return false;
}

bool has_written_newlines(std::string_view text) {
  constexpr std::string_view mark = "\\n";
  constexpr std::string_view stops = ".!?\"";
  int found = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) {
    const char before = at > 0 ? text[at - 1] : ' ';
    const std::size_t end = at + mark.size();
    if (stops.find(before) != std::string_view::npos) return true;
    const char next = end < text.size() ? text[end] : ' ';
    if (before != '\\' && !(next >= 'a' && next <= 'z') && ++found == 2) return true;
  }
  return false;
}

}  // namespace tersely
