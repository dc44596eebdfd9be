#include "candidates/links.h"

#include <algorithm>
#include <cstddef>

#include "text/icu.h"

namespace tersely {
namespace {

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
  /// Moves over what is not shown. False if what stands here is.
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
    const std::size_t close = target == '(' ? rest.find(')') : target == '[' ? rest.find(']', 1) : 1;
    skip_to(close == std::string_view::npos ? 1 : close + (target == '(' || target == '[' ? 1 : 0));
    return true;
  }

  bool skip_tag(std::string_view rest) {
    const std::size_t close = rest.find('>');
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
  std::size_t open_ = 0;  // brackets or tags around
  bool in_word_ = false;
  LinkShare share_;
};

}  // namespace

LinkShare count_linked_words(std::string_view piece) { return LinkReader(piece).read(); }

}  // namespace tersely
