#include "evaluation/token_reader.h"

#include "evaluation/porter.h"
#include "text/icu.h"
#include "text/utf8.h"
#include "text/word_iterator.h"

namespace tersely {
namespace {

constexpr std::size_t shortest_stemmed = 4;  // letters; rouge-score does not stem shorter words

/// The only code points beyond ASCII whose lower case begins with an ASCII letter: the Kelvin sign, and I with a dot,
/// whose lower case is "i" and a combining dot.
constexpr CodePoint kelvin_sign = 0x212a;
constexpr CodePoint dotted_i = 0x130;

}  // namespace

Tokens TokenReader::read(std::string_view text, const Cancel& cancel) {
  Tokens tokens;
  WorkMeter meter(cancel);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t n_before = tokens.ids.size();
    read_line(text.substr(begin, end - begin), &tokens.ids, cancel);
    if (tokens.ids.size() > n_before) tokens.line_ends.push_back(tokens.ids.size());
    meter.add(end - begin);
    begin = end + 1;
  }
  return tokens;
}

void TokenReader::read_line(std::string_view line, std::vector<std::uint32_t>* ids, const Cancel& cancel) {
  if (tokens_ == RougeTokens::rouge_score) return read_letters(line, ids);
  words_.clear();
  workspace_->get()->word_iterator().append_words(line, {0, static_cast<std::uint32_t>(line.size())}, &words_, cancel);
  for (const Span word : words_) {
    fold(word.of(line), &token_);
    ids->push_back(ids_.intern(token_));
  }
}

void TokenReader::read_letters(std::string_view line, std::vector<std::uint32_t>* ids) {
  token_.clear();
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode(line, &at);
    if (is_ascii(c) && ascii::is(c, ascii::lower | ascii::digit)) {
      token_.push_back(static_cast<char>(c));
    } else if (is_ascii(c) && ascii::is(c, ascii::upper)) {
      token_.push_back(static_cast<char>(c + ('a' - 'A')));
    } else if (c == kelvin_sign) {
      token_.push_back('k');
    } else {
      if (c == dotted_i) token_.push_back('i');
      end_token(ids);
    }
  }
  end_token(ids);
}

void TokenReader::end_token(std::vector<std::uint32_t>* ids) {
  if (token_.empty()) return;
  if (use_stemmer_ && token_.size() >= shortest_stemmed) porter_stem(&token_);
  ids->push_back(ids_.intern(token_));
  token_.clear();
}

}  // namespace tersely
