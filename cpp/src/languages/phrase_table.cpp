#include "languages/phrase_table.h"

#include <algorithm>
#include <utility>

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
  WordReader(text).read(PhraseTable::max_words, &tokens);
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

}  // namespace

PhraseTable::PhraseTable(const DataFile& file, WordTable::Bits sections) {
  for (const DataFile::Word& word : file.words()) {
    if ((word.bits & sections) != 0) phrases_.push_back(read_phrase(word.text, word.bits & sections));
  }
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.head.front() < b.head.front(); });
}

PhraseTable::Phrase PhraseTable::read_phrase(std::string_view text, WordTable::Bits section) {
  const std::size_t cut = text.find(gap);
  if (cut == std::string_view::npos) return {read_words(text), {}, section};
  return {read_words(text.substr(0, cut)), read_words(text.substr(cut + gap.size())), section};
}

std::vector<PhraseTable::Phrase>::const_iterator PhraseTable::first_with(const std::string& word) const {
  return std::lower_bound(phrases_.begin(), phrases_.end(), word,
                          [](const Phrase& a, const std::string& first) { return a.head.front() < first; });
}

template <class Tokens>
bool PhraseTable::begins(const Tokens& tokens, std::size_t at, const Phrase& phrase) {
  if (!stands_at(phrase.head, tokens, at)) return false;
  bool found = phrase.tail.empty();
  for (std::size_t others = 1; others <= max_gap && !found; ++others) {
    found = stands_at(phrase.tail, tokens, at + phrase.head.size() + others);
  }
  return found;
}

PhraseTable::Found PhraseTable::find(std::string_view sentence) const {
  WordReader reader(sentence);
  std::vector<Token> tokens;
  if (!phrases_.empty()) reader.read(1, &tokens);
  if (tokens.empty()) return {};
  const std::string first = tokens.front().folded;
  const Phrase* longest = nullptr;
  for (auto phrase = first_with(first); phrase != phrases_.end() && phrase->head.front() == first; ++phrase) {
    if (tokens.size() == 1) reader.read(max_words - 1, &tokens);
    const bool longer = longest == nullptr || phrase->size() > longest->size();
    if (longer && begins(tokens, 0, *phrase)) longest = &*phrase;
  }
  if (longest == nullptr) return {};
  const std::size_t begin = tokens.front().begin;
  return {longest->section, sentence.substr(begin, tokens[longest->head.size() - 1].end - begin)};
}

bool PhraseTable::occurs(std::string_view sentence, WordTable::Bits sections) const {
  std::vector<Token> tokens;
  if (!phrases_.empty()) WordReader(sentence).read(sentence.size(), &tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::string& first = tokens[at].folded;
    for (auto phrase = first_with(first); phrase != phrases_.end() && phrase->head.front() == first; ++phrase) {
      const bool sure = at == 0 || phrase->size() > 1;
      if (sure && (phrase->section & sections) != 0 && begins(tokens, at, *phrase)) return true;
    }
  }
  return false;
}

}  // namespace tersely
