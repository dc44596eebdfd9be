/// What the detection of the language leaves out.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tersely/text.h"

namespace tersely {

/// Finds a closing mark at most a few kilobytes ahead. Remembers where there is none, so that a text that opens marks
/// everywhere and closes none is still read once.
class ClosingMark {
 public:
  explicit constexpr ClosingMark(std::string_view mark) : mark_(mark) {}
  std::size_t size() const { return mark_.size(); }
  /// The first place at or after `from`, npos if there is none. Call it with ascending places.
  std::size_t find(std::string_view text, std::size_t from);

 private:
  std::string_view mark_;
  std::size_t clear_ = 0;  // the mark does not begin between the last place asked for and this one
};

/// Skips markup and code: tags and comments of HTML, entities, code in backticks or in a tag, descriptions of images of
/// Markdown, and addresses of links. O(bytes) for all calls together.
class MarkupSkipper {
 public:
  explicit MarkupSkipper(std::string_view text) : text_(text) {}
  /// The end of what begins with the ASCII character at `at`; `at` if there is none. Call it with ascending places.
  std::size_t skip(std::size_t at);

 private:
  struct Element {
    std::string_view opening;
    ClosingMark closing;
  };

  std::size_t after(std::size_t at, std::size_t from, ClosingMark* closing);
  std::size_t after_on_line(std::size_t at, std::size_t from, ClosingMark* closing);
  std::size_t skip_tag(std::size_t at);
  std::size_t skip_code(std::size_t at);

  std::string_view text_;
  ClosingMark comment_end_{"-->"};
  ClosingMark fence_{"```"};
  ClosingMark link_end_{")"};
  ClosingMark image_end_{"]"};
  ClosingMark line_end_{"\n"};
  std::array<Element, 4> elements_ = {{{"<code", ClosingMark("</code>")},
                                       {"<pre", ClosingMark("</pre>")},
                                       {"<script", ClosingMark("</script>")},
                                       {"<style", ClosingMark("</style>")}}};
};

/// The end of the URL or mail address that begins with this word of ASCII letters. The end of the word if it is none.
/// `word` must end before the text does.
std::size_t skip_address(std::string_view text, Span word);

}  // namespace tersely
