#include "analysis/wrong_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "tersely/text.h"
#include "text/icu.h"

namespace tersely {
namespace {

constexpr std::size_t longest = 4096;  // bytes of a path or URL, as most systems limit them
constexpr std::size_t longest_ending = 7;
constexpr std::string_view white_space = " \t\r\n\f\v";

constexpr std::array<std::string_view, 24> endings = {
    "txt",   "text",    "md",  "rst", "html", "htm", "xhtml", "xml",  "json", "csv", "tsv", "yaml",
    "jsonl", "parquet", "pdf", "doc", "docx", "odt", "rtf",   "epub", "tex",  "srt", "vtt", "log"};

std::string_view trimmed(std::string_view text) {
  return trim(text, {0, static_cast<std::uint32_t>(text.size())}).of(text);
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && ascii::is(byte, ascii::upper | ascii::lower);
}

char in_lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// The letters and digits after the last full stop of the last part of a path, in lower case; "" if they are too many
/// or do not begin with a letter.
std::string ending_of(std::string_view path) {
  const std::size_t begin = path.size() > longest_ending ? path.size() - longest_ending - 1 : 0;
  const std::size_t dot = path.substr(begin).find_last_of("./\\");
  if (dot == std::string_view::npos || begin + dot == 0 || path[begin + dot] != '.') return "";
  std::string ending(path.substr(begin + dot + 1));
  if (ending.empty() || !is_letter(ending.front())) return "";
  for (char& c : ending) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || !ascii::is(byte, ascii::upper | ascii::lower | ascii::digit)) return "";
    c = in_lower_case(c);
  }
  return ending;
}

bool begins_with_root(std::string_view path) {
  const bool drive = path.size() > 2 && is_letter(path[0]) && path[1] == ':' && (path[2] == '\\' || path[2] == '/');
  return drive || path.starts_with('/') || path.starts_with("./") || path.starts_with("../") ||
         path.starts_with("~/") || path.starts_with("\\\\");
}

/// Do the two characters at `at`, of which the first is U+00C0 to U+00FF, stand for bytes of one character?
bool is_misread_pair(std::string_view text, std::size_t at) {
  constexpr std::string_view leads = "\x82\x83\x84\x85\x8e\x8f\x90\x91";  // of Â Ã Ä Å Î Ï Ð Ñ
  const std::string_view pair = text.substr(at, 5);
  if (pair.starts_with("\u00e2\u20ac") || pair.starts_with("\u00e2\u0080")) return true;
  if (pair.size() < 4 || pair[2] != '\xc2' || leads.find(pair[1]) == std::string_view::npos) return false;
  constexpr std::string_view follows_capitals = "\xa0\xab\xbb";  // of a no-break space, « and »
  const bool after_lower = at > 0 && text[at - 1] >= 'a' && text[at - 1] <= 'z';
  return after_lower || follows_capitals.find(pair[3]) == std::string_view::npos || pair.starts_with("\u00c2\u00a0");
}

}  // namespace

bool looks_like_url(std::string_view text) {
  if (text.size() > longest) return false;
  const std::string_view url = trimmed(text);
  constexpr std::array<std::string_view, 5> starts = {"http://", "https://", "ftp://", "file://", "www."};
  const auto begins_url = [&](std::string_view start) {
    return url.size() > start.size() &&
           std::equal(start.begin(), start.end(), url.begin(), [](char a, char b) { return a == in_lower_case(b); });
  };
  return std::any_of(starts.begin(), starts.end(), begins_url) &&
         url.find_first_of(white_space) == std::string_view::npos;
}

bool looks_like_path(std::string_view text) {
  if (text.size() > longest) return false;
  const std::string_view path = trimmed(text);
  if (path.size() < 3) return false;
  const std::string ending = ending_of(path);
  const bool rooted = begins_with_root(path);
  if (!rooted && ending.empty()) return false;  // nearly every text
  if (path.find_first_of("\r\n") != std::string_view::npos || looks_like_url(path)) return false;
  const bool one_word = path.find_first_of(white_space) == std::string_view::npos;
  const bool has_folder = path.find_first_of("/\\", 1) != std::string_view::npos;
  if (rooted) return one_word ? has_folder || !ending.empty() : !ending.empty();
  const bool known = std::find(endings.begin(), endings.end(), ending) != endings.end();
  return one_word && (known || (has_folder && !ending.empty()));
}

bool has_replacement_characters(std::string_view text) { return text.find("\xef\xbf\xbd") != std::string_view::npos; }

bool looks_misread(std::string_view text) {
  constexpr char first_byte = '\xc3';  // of U+00C0 to U+00FF
  bool seen = false;
  for (std::size_t at = text.find(first_byte); at != std::string_view::npos; at = text.find(first_byte, at + 2)) {
    if (!is_misread_pair(text, at)) continue;
    if (seen) return true;
    seen = true;
  }
  return false;
}

}  // namespace tersely
