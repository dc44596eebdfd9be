#include "languages/openings.h"

#include <algorithm>
#include <cstddef>

#include "text/characters.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::string_view gap = "_.._";

struct Token {
  std::string folded;
  std::size_t begin;
  std::size_t end;
};

/// Runs of letters, marks and digits, with single hyphens inside.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  /// Appends up to `n` tokens.
  void read(std::size_t n, std::vector<Token>* tokens) {
    for (; n > 0 && skip_to_word(); --n) {
      const std::size_t begin = at_;
      const std::size_t end = end_of_word();
      tokens->push_back({fold(text_.substr(begin, end - begin)), begin, end});
    }
  }

 private:
  bool is_in_word(std::size_t at) const {
    if (at >= text_.size()) return false;
    const CodePoint c = decode(text_, &at);
    return is_alnum(c) || is_mark(c);
  }

  bool skip_to_word() {
    while (at_ < text_.size() && !is_in_word(at_)) decode(text_, &at_);
    return at_ < text_.size();
  }

  std::size_t end_of_word() {
    while (is_in_word(at_) || (at_ < text_.size() && text_[at_] == '-' && is_in_word(at_ + 1))) decode(text_, &at_);
    return at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::vector<std::string> read_words(std::string_view text) {
  std::vector<Token> tokens;
  WordReader(text).read(Openings::max_words, &tokens);
  std::vector<std::string> words;
  words.reserve(tokens.size());
  for (Token& token : tokens) words.push_back(std::move(token.folded));
  return words;
}

bool stands_at(const std::vector<std::string>& words, const std::vector<Token>& tokens, std::size_t at) {
  if (at + words.size() > tokens.size()) return false;
  return std::equal(words.begin(), words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                    [](const std::string& word, const Token& token) { return word == token.folded; });
}

Opening kind_of(WordTable::Bits bits) {
  if ((bits & word_bit::pronoun) != 0) return Opening::pronoun;
  return (bits & word_bit::connective) != 0 ? Opening::connective : Opening::self_contained;
}

}  // namespace

Openings::Openings(const DataFile& file) {
  for (const DataFile::Word& word : file.words()) {
    if ((word.bits & word_bit::openings) != 0) phrases_.push_back(read_phrase(word.text, kind_of(word.bits)));
  }
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.head.front() < b.head.front(); });
}

Openings::Phrase Openings::read_phrase(std::string_view text, Opening kind) {
  const std::size_t cut = text.find(gap);
  if (cut == std::string_view::npos) return {read_words(text), {}, kind};
  return {read_words(text.substr(0, cut)), read_words(text.substr(cut + gap.size())), kind};
}

template <class Tokens>
bool Openings::begins(const Tokens& tokens, const Phrase& phrase) {
  if (!stands_at(phrase.head, tokens, 0)) return false;
  bool found = phrase.tail.empty();
  for (std::size_t others = 1; others <= max_gap && !found; ++others) {
    found = stands_at(phrase.tail, tokens, phrase.head.size() + others);
  }
  return found;
}

Openings::Found Openings::find(std::string_view sentence) const {
  WordReader reader(sentence);
  std::vector<Token> tokens;
  if (!phrases_.empty()) reader.read(1, &tokens);
  if (tokens.empty()) return {};
  const std::string first = tokens.front().folded;
  auto phrase = std::lower_bound(phrases_.begin(), phrases_.end(), first,
                                 [](const Phrase& a, const std::string& word) { return a.head.front() < word; });
  const Phrase* longest = nullptr;
  for (; phrase != phrases_.end() && phrase->head.front() == first; ++phrase) {
    if (tokens.size() == 1) reader.read(max_words - 1, &tokens);
    const bool longer = longest == nullptr || phrase->size() > longest->size();
    if (longer && begins(tokens, *phrase)) longest = &*phrase;
  }
  if (longest == nullptr || longest->kind == Opening::self_contained) return {};
  const std::size_t begin = tokens.front().begin;
  return {longest->kind, sentence.substr(begin, tokens[longest->head.size() - 1].end - begin)};
}

}  // namespace tersely
