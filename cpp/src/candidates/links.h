/// Links of Markdown and HTML in a piece of text.
#pragma once

#include <cstdint>
#include <string_view>

namespace tersely {

/// Words of links and others; addresses and the names of tags are neither.
struct LinkShare {
  std::uint32_t linked = 0;
  std::uint32_t others = 0;

  /// Are half of the words links, or so many that few others lie between?
  bool is_mostly_links() const { return linked > 0 && (linked >= others || others < few_words); }
  bool is_nothing_else() const { return linked > 0 && others == 0; }

 private:
  static constexpr std::uint32_t few_words = 6;
};

/// "[guide](guide.md)", "[guide][1]", "<a href=...>guide</a>", "https://example.org". O(bytes).
LinkShare count_linked_words(std::string_view piece);

}  // namespace tersely
