#include "candidates/links.h"

#include <algorithm>
#include <cstddef>

#include "text/icu.h"

namespace tersely {
namespace {

/// Finds a closing mark at any distance. Once there is none, it no longer looks, so that many opening marks cost
/// O(bytes).
class ClosingByte {
 public:
  explicit ClosingByte(char mark) : mark_(mark) {}

  /// Its offset in what is left of a piece, from `from` on. Call it with ever shorter rests.
  std::size_t find(std::string_view rest, std::size_t from = 0) {
    if (!is_there_) return std::string_view::npos;
    const std::size_t at = rest.find(mark_, from);
    is_there_ = at != std::string_view::npos;
    return at;
  }

 private:
  char mark_;
  bool is_there_ = true;
};

class LinkReader {
 public:
  explicit LinkReader(std::string_view piece) : piece_(piece) {}

  LinkShare read() {
    while (at_ < piece_.size()) {
      if (!skip_markup()) read_character();
    }
    return share_;
  }

 private:
  /// Moves past markup that is not displayed. False if the character here is displayed.
  bool skip_markup() {
    const std::string_view rest = piece_.substr(at_);
    const bool boundary = !in_word_;
    if (rest[0] == '<') return skip_tag(rest);
    if (boundary && (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."))) {
      ++share_.linked;
      skip_to(std::min(rest.find_first_of(" \t\n)>]"), rest.size()));
      return true;
    }
    if (rest[0] == '[') ++open_;
    if (rest[0] != ']' || open_ == 0) return false;
    --open_;
    const char target = rest.size() > 1 ? rest[1] : '\0';
    const std::size_t close = target == '(' ? parenthesis_.find(rest) : target == '[' ? bracket_.find(rest, 1) : 1;
    skip_to(close == std::string_view::npos ? 1 : close + (target == '(' || target == '[' ? 1 : 0));
    return true;
  }

  bool skip_tag(std::string_view rest) {
    const std::size_t close = angle_.find(rest);
    if (close == std::string_view::npos) return false;
    if (rest.starts_with("<a ")) ++open_;
    if (rest.starts_with("</a>") && open_ > 0) --open_;
    if (rest.starts_with("<http")) ++share_.linked;
    skip_to(close + 1);
    return true;
  }

  void skip_to(std::size_t size) {
    at_ += size;
    in_word_ = false;
  }

  void read_character() {
    const CodePoint c = next_code_point(piece_, &at_);
    const bool in_word = is_alnum(c) || (in_word_ && (c == '\'' || c == '-' || c == '.' || c == '_'));
    if (in_word && !in_word_) ++(open_ > 0 ? share_.linked : share_.others);
    in_word_ = in_word;
  }

  std::string_view piece_;
  std::size_t at_ = 0;
  std::size_t open_ = 0;  // brackets or tags that are open here
  bool in_word_ = false;
  ClosingByte angle_{'>'};
  ClosingByte parenthesis_{')'};
  ClosingByte bracket_{']'};
  LinkShare share_;
};

}  // namespace

LinkShare count_linked_words(std::string_view piece) { return LinkReader(piece).read(); }

}  // namespace tersely
