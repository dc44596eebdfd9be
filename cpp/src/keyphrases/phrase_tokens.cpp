#include "keyphrases/phrase_tokens.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "support/interner.h"
#include "text/divided_words.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace tersely {
namespace {

constexpr std::uint32_t most_joined = 6;  // longer chains are addresses, not phrases

bool is_read(Reason reason) {
  return reason != Reason::code && reason != Reason::repeated && reason != Reason::boilerplate;
}

bool is_number(std::string_view folded) {
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode(folded, &at);
    if (!is_digit(c) && c != '.' && c != ',') return false;
  }
  return true;
}

/// The byte behind the first apostrophe, or 0.
std::size_t behind_apostrophe(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, &at);
    if (c == '\'' || c == 0x2019) return at;
  }
  return 0;
}

/// A character that is a particle at the end of a word with `n_before` bytes before it: hiragana, or U+7684 after at
/// least two characters.
bool is_particle(CodePoint c, std::size_t n_before) {
  constexpr std::size_t two_characters = 6;
  const bool hiragana = c >= 0x3041 && c <= 0x3096;
  return n_before > 0 && (hiragana || (c == 0x7684 && n_before >= two_characters));
}

/// Without a final 's.
std::string_view without_genitive(std::string_view word) {
  if (!word.ends_with('s') && !word.ends_with('S')) return word;
  const std::string_view rest = word.substr(0, word.size() - 1);
  for (const std::string_view apostrophe : {"'", "\u2019"}) {
    if (rest.size() > apostrophe.size() && rest.ends_with(apostrophe)) {
      return rest.substr(0, rest.size() - apostrophe.size());
    }
  }
  return word;
}

/// Does the text between two words join them to one token?
bool joins_words(std::string_view gap) { return gap == "-" || gap == "\u2010" || gap == "\u2011" || gap == "&"; }

/// Does the text between two tokens leave them in one run? `is_initial`: the token before may be abbreviated by one
/// letter ("J. K. Rowling").
bool continues_run(std::string_view gap, bool is_initial) {
  int line_feeds = 0;
  int marks = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const bool is_first = at == 0;
    const CodePoint c = decode(gap, &at);
    line_feeds += c == '\n';
    if (is_space(c)) continue;
    const bool is_stop = c == '.' && is_first && is_initial && at < gap.size();
    if (!is_stop && c != '&') return false;
    ++marks;
  }
  return line_feeds < 2 && marks < 2;
}

bool may_stand_alone(std::string_view text, Span span) {
  int n = 0;
  bool cased = false;
  bool lower = false;
  for (std::size_t at = span.begin; at < span.end;) {
    const CodePoint c = decode(text, &at);
    if (!is_alnum(c)) continue;
    ++n;
    cased |= is_cased(c);
    lower |= is_lower(c);
  }
  return n >= (cased && lower ? 3 : 2);
}

bool begins_with_capital(std::string_view text, Span span) {
  std::size_t at = span.begin;
  return is_upper(decode(text, &at));
}

class TokenReader {
 public:
  /// Borrows both arguments.
  TokenReader(const AnalysedText& document, const Cancel& cancel)
      : document_(document), cancel_(cancel), words_(document.word_index()), traits_(words_.keys_end()) {
    read_.tokens.reserve(document.n_words() / 2);
    read_.keys.reserve(document.n_words() / 2);
  }

  void read_unit(std::uint32_t unit) {
    divided_ = document_.unit(unit).divided;
    is_open_ = is_inside_ = false;
    for (const Word& word : document_.words(unit)) {
      cancel_.check_at(place_);
      add_word(word);
      ++place_;
    }
    close_token();
  }

  PhraseTokens finish() { return std::move(read_); }

 private:
  struct Traits {  // of a folded form
    bool known = false;
    bool stop = false;
    bool breaker = false;
    bool number = false;
    bool apostrophe = false;
  };

  /// A word, or what is left of it without article and genitive.
  struct Piece {
    Span span;
    PhraseKey key;
    Traits traits;
  };

  std::string folded(Span span) const {
    const std::string_view word = span.of(document_.text());
    return divided_ ? fold(undivided(word)) : fold(word);
  }

  /// Words of ICU's dictionary may end in a particle: "实践中的". Other characters of stop words are parts of nouns
  /// too.
  bool ends_in_particle(std::string_view folded) const {
    std::size_t last = folded.size();
    if (last == 0 || !is_particle(decode_backward(folded, &last), last)) return false;
    return words_.is_stop_word(folded.substr(last));
  }

  Traits find_traits(std::string_view folded) const {
    Traits traits;
    traits.known = true;
    traits.stop = words_.is_stop_word(folded) || ends_in_particle(folded);
    traits.breaker = document_.language().is_breaker(folded);
    traits.number = is_number(folded);
    traits.apostrophe = behind_apostrophe(folded) > 0;
    return traits;
  }

  static Traits breaker() {
    Traits traits;
    traits.known = traits.stop = traits.breaker = true;
    return traits;
  }

  void add_word(const Word& word) {
    Traits& traits = traits_[word.form];
    if (!traits.known)
      traits = words_.form(word).role == Words::Role::cited ? breaker() : find_traits(folded(word.span));
    if (traits.apostrophe && !traits.stop) return add_cut_word(word);
    const std::uint32_t key = words_.key(word);
    add_piece({word.span, {key, document_.term_index().term_of_key[key], traits.stop}, traits});
  }

  void add_cut_word(const Word& word) {
    Span rest = word.span;
    const auto article = static_cast<std::uint32_t>(behind_apostrophe(rest.of(document_.text())));
    std::string elided = folded({rest.begin, rest.begin + article});
    elided.pop_back();
    if (article < rest.size() && words_.is_stop_word(elided)) {
      rest.begin += article;
      Traits stop;
      stop.stop = true;
      add_piece({{word.span.begin, rest.begin}, {0, Terms::no_term, true}, stop});
    }
    rest.end = rest.begin + static_cast<std::uint32_t>(without_genitive(rest.of(document_.text())).size());
    const std::string text = folded(rest);
    const Traits traits = find_traits(text);
    add_piece({rest, key_of(text, word, traits.stop), traits});
  }

  /// The key of a part of a word. If no word has this key, the weight is that of the whole word.
  PhraseKey key_of(std::string_view folded, const Word& word, bool is_stop) {
    const std::vector<std::uint32_t>& term_of_key = document_.term_index().term_of_key;
    const std::string_view text = words_.key_text(folded);
    const std::uint32_t known = words_.find_key(text);
    if (known != UINT32_MAX) return {known, term_of_key[known], is_stop};
    return {words_.keys_end() + own_keys_.intern(text), term_of_key[words_.key(word)], is_stop};
  }

  void add_piece(const Piece& piece) {
    const std::string_view text = document_.text();
    const bool joined = n_words_ > 0 && joins_words(Span{token_.span.end, piece.span.begin}.of(text));
    if (!joined) begin_token(piece.span.begin);
    token_.span.end = piece.span.end;
    last_word_ = piece.span;
    ++n_words_;
    all_stop_ &= piece.traits.stop;
    all_weak_ &= piece.traits.stop || piece.traits.breaker;
    token_.is_number &= piece.traits.number;
    if (n_words_ <= most_joined) read_.keys.push_back(piece.key);
  }

  void begin_token(std::uint32_t begin) {
    close_token();
    token_ = {};
    token_.span.begin = begin;
    token_.first_key = static_cast<std::uint32_t>(read_.keys.size());
    token_.place = place_;
    token_.is_number = all_stop_ = all_weak_ = true;
    token_.is_inside = is_inside_;
    is_inside_ = true;
  }

  void close_token() {
    if (n_words_ == 0) return;
    token_.n_keys = std::exchange(n_words_, 0);
    const std::string_view text = document_.text();
    token_.is_capitalised = begins_with_capital(text, token_.span);
    token_.begins_run = !is_open_ || !continues_run(Span{run_end_, token_.span.begin}.of(text), is_initial_);
    is_open_ = is_content();
    if (!is_open_) return read_.keys.resize(token_.first_key);
    run_end_ = token_.span.end;
    const std::string_view last = last_word_.of(text);
    is_initial_ = count_code_points(last) == 1 || last.find('.') != std::string_view::npos;
    token_.stands_alone = may_stand_alone(text, token_.span);
    read_.tokens.push_back(token_);
  }

  bool is_content() const {
    if (all_stop_ || token_.n_keys > most_joined || (token_.is_number && token_.begins_run)) return false;
    return !all_weak_ || (token_.is_capitalised && token_.is_inside);
  }

  const AnalysedText& document_;
  const Cancel& cancel_;
  const Words& words_;
  std::vector<Traits> traits_;  // by form
  Interner own_keys_;           // of parts of words, if no word has them
  PhraseTokens read_;
  std::uint32_t place_ = 0;
  bool divided_ = false;    // the unit may hold divided words
  bool is_inside_ = false;  // the unit has a token
  bool is_open_ = false;    // the token before is the last of read_
  std::uint32_t run_end_ = 0;
  bool is_initial_ = false;  // the last word of the token before is one letter or has full stops
  PhraseToken token_{};      // not yet closed
  Span last_word_;           // of token_
  std::uint32_t n_words_ = 0;
  bool all_stop_ = true;
  bool all_weak_ = true;  // all words are stop words or breakers
};

}  // namespace

PhraseTokens read_phrase_tokens(const AnalysedText& document, const Cancel& cancel) {
  TokenReader reader(document, cancel);
  for (std::uint32_t unit = 0; unit < document.n_units(); ++unit) {
    if (is_read(document.reason(unit))) reader.read_unit(unit);
  }
  return reader.finish();
}

}  // namespace tersely
