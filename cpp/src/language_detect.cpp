#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "folded_word.h"
#include "icu.h"
#include "language_tables.h"
#include "utf8.h"

namespace tersely {
namespace {

enum class Script : std::uint8_t {
  latin, greek, cyrillic, armenian, arabic, devanagari, bengali, thai, lao, burmese, ethiopic, khmer, hangul, kana, han,
  other
};
constexpr std::size_t script_count = static_cast<std::size_t>(Script::other) + 1;

struct ScriptRange {
  CodePoint first;
  CodePoint last;
  Script script;
};
// The blocks that hold the letters of the languages with tables.
constexpr ScriptRange script_ranges[] = {
    {0x40, 0x24f, Script::latin},         {0x370, 0x3ff, Script::greek},        {0x400, 0x52f, Script::cyrillic},
    {0x530, 0x58f, Script::armenian},     {0x600, 0x6ff, Script::arabic},       {0x750, 0x77f, Script::arabic},
    {0x8a0, 0x8ff, Script::arabic},       {0x900, 0x97f, Script::devanagari},   {0x980, 0x9ff, Script::bengali},
    {0xe00, 0xe7f, Script::thai},         {0xe80, 0xeff, Script::lao},          {0x1000, 0x109f, Script::burmese},
    {0x1100, 0x11ff, Script::hangul},     {0x1200, 0x139f, Script::ethiopic},   {0x1780, 0x17ff, Script::khmer},
    {0x1e00, 0x1eff, Script::latin},      {0x1f00, 0x1fff, Script::greek},      {0x3040, 0x30ff, Script::kana},
    {0x3130, 0x318f, Script::hangul},     {0x31f0, 0x31ff, Script::kana},       {0x3400, 0x9fff, Script::han},
    {0xac00, 0xd7af, Script::hangul},     {0xf900, 0xfaff, Script::han},        {0xfb50, 0xfdff, Script::arabic},
    {0xfe70, 0xfeff, Script::arabic},     {0xff60, 0xff9f, Script::kana},
};

constexpr std::size_t script_rows = 0x10000 / 16;

/// The script of every 16 code points of the basic plane.
constexpr std::array<Script, script_rows> make_script_table() {
  std::array<Script, script_rows> table{};
  for (Script& script : table) script = Script::other;
  for (const ScriptRange& range : script_ranges) {
    for (CodePoint row = range.first / 16; row <= range.last / 16; ++row) {
      table[static_cast<std::size_t>(row)] = range.script;
    }
  }
  return table;
}
constexpr auto script_table = make_script_table();

Script script_of(CodePoint letter) {
  if (letter < 0x10000) return script_table[static_cast<std::size_t>(letter) / 16];
  return letter >= 0x20000 && letter < 0x40000 ? Script::han : Script::other;
}

/// Letters that one language of a script has and its neighbours lack.
enum class Hint : std::uint8_t {
  vietnamese, ukrainian, kazakh, belarusian, south_slavic, turkic, hard_sign, russian, urdu, persian, none
};
constexpr std::size_t hint_count = static_cast<std::size_t>(Hint::none) + 1;

Hint cyrillic_hint(CodePoint letter) {
  switch (letter) {
    case 0x456: case 0x406: case 0x457: case 0x407: case 0x454: case 0x404: case 0x491: case 0x490:
      return Hint::ukrainian;  // і ї є ґ
    case 0x45e: case 0x40e: return Hint::belarusian;  // ў
    case 0x493: case 0x492: case 0x49b: case 0x49a: case 0x4b1: case 0x4b0: return Hint::kazakh;  // ғ қ ұ
    case 0x4e9: case 0x4e8: case 0x4af: case 0x4ae: case 0x4a3: case 0x4a2: return Hint::turkic;  // ө ү ң
    case 0x44a: case 0x42a: return Hint::hard_sign;  // ъ: a vowel, and frequent, in Bulgarian
    case 0x44b: case 0x42b: case 0x44d: case 0x42d: case 0x451: case 0x401: return Hint::russian;  // ы э ё
    default: break;
  }
  // ђ ѓ ѕ ј љ њ ћ ќ џ
  const bool south = (letter >= 0x452 && letter <= 0x45f) || (letter >= 0x402 && letter <= 0x40f);
  return south ? Hint::south_slavic : Hint::none;
}

Hint hint_of(CodePoint letter) {
  if (letter >= 0x1ea0 && letter <= 0x1ef9) return Hint::vietnamese;
  if (letter >= 0x400 && letter < 0x530) return cyrillic_hint(letter);
  switch (letter) {
    case 0x679: case 0x688: case 0x691: case 0x6ba: case 0x6be: case 0x6c1: case 0x6d2: return Hint::urdu;
    case 0x67e: case 0x686: case 0x698: case 0x6a9: case 0x6af: case 0x6cc: return Hint::persian;
    default: return Hint::none;
  }
}

/// What the first words of a text are made of.
struct Sample {
  static constexpr std::uint32_t max_words = 400;
  static constexpr std::uint32_t max_letters = 4000;
  static constexpr std::uint32_t max_foreign_letters = 1000;  // enough where the script decides

  std::uint32_t letters = 0;
  std::uint32_t words = 0;
  std::array<std::uint32_t, script_count> scripts{};
  std::array<std::uint32_t, hint_count> hints{};
  std::array<std::uint32_t, 32> votes{};  // stop words, by LanguageRegistry::voting

  std::uint32_t of(Script script) const { return scripts[static_cast<std::size_t>(script)]; }
  std::uint32_t of(Hint hint) const { return hints[static_cast<std::size_t>(hint)]; }
  bool full() const {
    return words >= max_words || letters >= max_letters ||
           (letters >= max_foreign_letters && 2 * of(Script::latin) < letters) || is_clear();
  }
  /// Asked after 100 words, 200 and so on: does one language lead by so much that the rest cannot matter?
  bool is_clear() const {
    if (words == 0 || words % 100 != 0) return false;
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    for (const std::uint32_t n : votes) {
      second = std::max(second, std::min(first, n));
      first = std::max(first, n);
    }
    return first >= 3 * second + 10;
  }
  /// Is `count` at least `percent` of the letters of `script`?
  bool share(Hint hint, Script script, std::uint32_t percent) const {
    return of(hint) > 0 && of(hint) * 100 >= percent * of(script);
  }
};

void count_letter(CodePoint c, Sample* sample) {
  ++sample->letters;
  const Script script = is_ascii(c) ? Script::latin : script_of(c);
  ++sample->scripts[static_cast<std::size_t>(script)];
  if (!is_ascii(c)) ++sample->hints[static_cast<std::size_t>(hint_of(c))];
}

void count_votes(std::string_view word, const LanguageRegistry& registry, Sample* sample) {
  const FoldedWord folded(word);
  WordTable::Bits voters = registry.voters.find(folded.view());
  if (voters == 0) {  // "l'homme" speaks for the language that has "l"
    const std::size_t apostrophe = folded.view().find('\'');
    if (apostrophe != std::string_view::npos) voters = registry.voters.find(folded.view().substr(0, apostrophe));
  }
  for (; voters != 0; voters &= voters - 1) ++sample->votes[static_cast<std::size_t>(std::countr_zero(voters))];
}

/// Scripts that several languages with stop words share.
constexpr bool votes_count(Script script) { return script == Script::latin || script == Script::cyrillic; }

Sample take_sample(std::string_view text, const LanguageRegistry& registry) {
  Sample sample;
  std::size_t i = 0;
  while (i < text.size() && !sample.full()) {
    const std::size_t begin = i;
    const CodePoint first = decode(text, &i);
    if (!is_letter(first)) continue;
    count_letter(first, &sample);
    std::size_t end = i;
    while (i < text.size() && sample.letters < Sample::max_letters) {
      const CodePoint c = decode(text, &i);
      if (is_letter(c)) {
        count_letter(c, &sample);
      } else if (!is_mark(c) && c != '\'' && c != 0x2019) {
        break;
      }
      if (c != '\'' && c != 0x2019) end = i;
    }
    ++sample.words;
    if (votes_count(is_ascii(first) ? Script::latin : script_of(first))) {
      count_votes(text.substr(begin, end - begin), registry, &sample);
    }
  }
  return sample;
}

const Language::Tables* elected(const Sample& sample, const LanguageRegistry& registry) {
  const auto best = std::max_element(sample.votes.begin(), sample.votes.end());
  const std::uint32_t needed = sample.words <= 10 ? 1 : 2;
  if (*best < needed || *best * 100 < 8 * sample.words) return nullptr;
  return registry.voting[static_cast<std::size_t>(best - sample.votes.begin())];
}

std::uint32_t votes_of(std::string_view code, const Sample& sample, const LanguageRegistry& registry) {
  for (std::size_t i = 0; i < registry.voting.size(); ++i) {
    if (registry.voting[i]->code == code) return sample.votes[i];
  }
  return 0;
}

std::string_view cyrillic_language(const Sample& sample, const LanguageRegistry& registry) {
  const bool kazakh = sample.of(Hint::kazakh) > 0 || (sample.of(Hint::turkic) > 0 && sample.of(Hint::ukrainian) > 0);
  if (kazakh) return "kk";
  if (sample.share(Hint::turkic, Script::cyrillic, 1) || sample.of(Hint::belarusian) > 0 ||
      sample.share(Hint::south_slavic, Script::cyrillic, 1)) {
    return "und";
  }
  if (sample.of(Hint::ukrainian) > sample.of(Hint::russian)) return "uk";
  const std::uint32_t russian = votes_of("ru", sample, registry);
  const std::uint32_t bulgarian = votes_of("bg", sample, registry);
  const bool more = bulgarian > russian || (bulgarian == russian && sample.of(Hint::hard_sign) > 0);
  return more && sample.of(Hint::russian) == 0 ? "bg" : "ru";
}

std::string_view arabic_language(const Sample& sample) {
  if (sample.share(Hint::urdu, Script::arabic, 2)) return "ur";
  return sample.share(Hint::persian, Script::arabic, 3) ? "fa" : "ar";
}

bool is_japanese(const Sample& sample) {
  return sample.of(Script::kana) > 0 && sample.of(Script::kana) * 20 >= sample.of(Script::han);
}

std::string_view language_of_script(Script script, const Sample& sample, const LanguageRegistry& registry) {
  switch (script) {
    case Script::greek: return "el";
    case Script::cyrillic: return cyrillic_language(sample, registry);
    case Script::armenian: return "hy";
    case Script::arabic: return arabic_language(sample);
    case Script::devanagari: return "hi";
    case Script::bengali: return "bn";
    case Script::thai: return "th";
    case Script::lao: return "lo";
    case Script::burmese: return "my";
    case Script::ethiopic: return "am";
    case Script::khmer: return "km";
    case Script::hangul: return "ko";
    case Script::han: return is_japanese(sample) ? "ja" : "zh";
    default: return "und";
  }
}

/// The script of at least half of the letters. A letter of Chinese, Japanese or Korean says as much as two or three of
/// an alphabet.
Script main_script(const Sample& sample) {
  std::array<std::uint32_t, script_count> weights = sample.scripts;
  std::uint32_t total = sample.letters;
  for (const Script script : {Script::han, Script::kana, Script::hangul}) {
    weights[static_cast<std::size_t>(script)] *= 2;
    total += sample.of(script);
  }
  const auto han = static_cast<std::size_t>(Script::han);
  const auto kana = static_cast<std::size_t>(Script::kana);
  weights[han] += weights[kana];
  weights[kana] = 0;
  const auto best = std::max_element(weights.begin(), weights.end());
  return *best * 2 >= total && total > 0 ? static_cast<Script>(best - weights.begin()) : Script::other;
}

}  // namespace

Language Language::detect(std::string_view text) {
  const LanguageRegistry& registry = LanguageRegistry::get();
  const Sample sample = take_sample(text, registry);
  const Script script = main_script(sample);
  const Tables* tables = nullptr;
  if (script != Script::latin) {
    tables = registry.find(language_of_script(script, sample, registry));
  } else if (sample.share(Hint::vietnamese, Script::latin, 2)) {
    tables = registry.find("vi");
  } else {
    tables = elected(sample, registry);
  }
  return tables != nullptr ? Language(tables) : und();
}

}  // namespace tersely
