/// Compares the words and folded forms of texts with those that ICU finds without any of our shortcuts.
///
///     words_fuzz SECONDS SEED FILE...
///
/// Files hold texts, each but the last ended by a NUL. First it compares every text as a whole. Then, for SECONDS of
/// processor time, it compares random spans of random texts. Those are made of pieces of the texts, mostly a few and at
/// most 200 code points long, mixed with the characters that the rules of UAX #29 single out. Prints the differences
/// and exits with 1 if there are any.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "text/icu.h"
#include "text/word_iterator.h"

namespace {

using namespace tersely;

constexpr std::uint64_t most_shown = 20;

/// Joiners and what they join, marks, controls, Hebrew quotation marks, flags, emoji sequences, kana marks, digits.
constexpr std::array<std::string_view, 44> singled_out = {
    " ",      " ",      "  ",     "\n",     "\r\n",   "\u0085", "\u2028",     "'",         "\"",
    ".",      ",",      ":",      ";",      "_",      "@",      "-",          "a",         "B",
    "1",      "\u00ad", "\u00b7", "\u00e9", "\u00df", "\u0130", "\u0149",     "\u0301",    "\u0308",
    "\u0345", "\u05d0", "\u0661", "\u066b", "\u0e33", "\u1e9e", "\u200d",     "\u2018",    "\u2019",
    "\u202f", "\u30fc", "\uff9e", "\ufeff", "\ufb01", "\ufe0f", "\U0001f1e9", "\U0001f469"};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::string escape(std::string_view text) {
  std::string out;
  char buffer[12];
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = next_code_point(text, &at);
    std::snprintf(buffer, sizeof buffer, c >= 0x20 && c < 0x7f ? "%c" : "\\u{%x}", static_cast<unsigned>(c));
    out += buffer;
  }
  return out;
}

class Comparison {
 public:
  void compare(std::string_view text, Span within) {
    ++n_texts_;
    n_bytes_ += within.size();
    std::vector<Span> ours;
    std::vector<Span> icus;
    iterator_.append_words(text, within, &ours);
    iterator_.append_words_of_icu(text, within, &icus);
    n_words_ += icus.size();
    if (ours != icus) report("words", within.of(text));
    for (const Span& span : icus) {
      if (fold(span.of(text)) != fold_by_icu(span.of(text))) report("folded form", span.of(text));
    }
  }

  void print(const char* what) const {
    std::printf("%s: %llu texts, %.1f MB, %llu words, %llu different\n", what, n_texts_,
                static_cast<double>(n_bytes_) / 1e6, n_words_, n_different_);
  }
  bool failed() const { return n_different_ > 0; }

 private:
  void report(const char* what, std::string_view text) {
    if (n_different_++ < most_shown) std::printf("%s: %s\n", what, escape(text.substr(0, 2000)).c_str());
  }

  WordIterator iterator_;
  unsigned long long n_texts_ = 0;
  unsigned long long n_bytes_ = 0;
  unsigned long long n_words_ = 0;
  unsigned long long n_different_ = 0;
};

std::vector<std::string> read(int argc, char** argv) {
  std::vector<std::string> texts;
  for (int i = 3; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    if (!file) throw std::runtime_error(std::string("cannot read ") + argv[i]);
    for (std::string text; std::getline(file, text, '\0');) {
      validate_utf8(text);
      if (!text.empty()) texts.push_back(text);
    }
  }
  if (texts.empty()) throw std::runtime_error("no texts");
  return texts;
}

class RandomTexts {
 public:
  RandomTexts(const std::vector<std::string>& sources, std::uint64_t seed) : sources_(sources), random_(seed) {}

  std::string text() {
    std::string text;
    for (std::size_t n = 1 + below(24); n > 0; --n) {
      if (below(3) == 0) {
        text += singled_out[below(singled_out.size())];
      } else {
        append_piece(&text);
      }
    }
    return text;
  }

  /// The whole text or a random part of it between two code points.
  Span within(std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    if (below(4) != 0) return {0, size};
    const std::size_t begin = boundary(text, below(text.size() + 1));
    return {static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(boundary(text, begin + below(text.size() - begin + 1)))};
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }

  static std::size_t boundary(std::string_view text, std::size_t at) {
    while (at < text.size() && is_continuation(text[at])) ++at;
    return at;
  }

  void append_piece(std::string* text) {
    const std::string_view source = sources_[below(sources_.size())];
    const std::size_t begin = boundary(source, below(source.size()));
    std::size_t end = begin;
    for (std::size_t n = 1 + below(below(8) == 0 ? 200 : 12); n > 0 && end < source.size(); --n)
      next_code_point(source, &end);
    text->append(source.substr(begin, end - begin));
  }

  const std::vector<std::string>& sources_;
  std::mt19937_64 random_;
};

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 4) throw std::runtime_error("usage: words_fuzz SECONDS SEED FILE...");
  const std::vector<std::string> texts = read(argc, argv);
  Comparison whole;
  for (const std::string& text : texts) whole.compare(text, {0, static_cast<std::uint32_t>(text.size())});
  whole.print("given");

  const auto end = std::clock() + static_cast<std::clock_t>(std::atof(argv[1]) * CLOCKS_PER_SEC);
  RandomTexts random(texts, std::strtoull(argv[2], nullptr, 10));
  Comparison mixed;
  while (std::clock() < end) {
    const std::string text = random.text();
    mixed.compare(text, random.within(text));
  }
  mixed.print("random");
  return whole.failed() || mixed.failed() ? 1 : 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 2;
}
