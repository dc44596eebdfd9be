#include "text/icu.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unicode/uversion.h>

#include "text/icu_status.h"
#include "text/utf8.h"

namespace tersely {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  check_status(status, "NFC");
  return *normalizer;
}

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

std::string to_nfc(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(text), sink, nullptr, status);
  check_status(status, "NFC");
  return out;
}

std::string fold_case(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
  check_status(status, "case folding");
  return out;
}

std::string encode_one(CodePoint c) {
  char bytes[U8_MAX_LENGTH];
  return {bytes, encode(c, bytes)};
}

/// Is the code point in NFC by itself, whatever precedes it?
bool is_normal_alone(CodePoint c) {
  static const icu::Normalizer2& normalizer = nfc();
  return normalizer.hasBoundaryBefore(c) && u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES;
}

bool folds_to_one(CodePoint c) {
  if (!u_hasBinaryProperty(c, UCHAR_CHANGES_WHEN_CASEFOLDED)) return true;
  const std::string folded = fold_case(encode_one(c));
  std::size_t end = 0;
  (void)next_code_point(folded, &end);
  return end == folded.size();
}

}  // namespace

FoldTable::FoldTable() {
  for (CodePoint c = 0; c < size; ++c) {
    const bool cased = icu_property::has(c, icu_property::cased);
    const CodePoint folded = cased ? fold_rare(c) : c;
    simple_[static_cast<std::size_t>(c)] = static_cast<std::uint16_t>(folded);
    alone_[static_cast<std::size_t>(c)] =
        is_normal_alone(c) && (!cased || (folds_to_one(c) && is_normal_alone(folded)));
  }
}

CodePoint FoldTable::fold_rare(CodePoint c) noexcept { return u_foldCase(c, U_FOLD_CASE_DEFAULT); }

const FoldTable& FoldTable::get() {
  static const FoldTable table;
  return table;
}

namespace {

std::string with_plain_apostrophes(std::string_view word) {
  static constexpr std::string_view apostrophe = "\u2019";
  std::string out;
  for (std::size_t at = word.find(apostrophe); at != std::string_view::npos; at = word.find(apostrophe)) {
    out.append(word.substr(0, at)).push_back('\'');
    word.remove_prefix(at + apostrophe.size());
  }
  return out.append(word);
}

std::string version_string(void (*get)(UVersionInfo)) {
  UVersionInfo version;
  get(version);
  char buffer[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(version, buffer);
  return buffer;
}

}  // namespace

namespace icu_property {
namespace {
Table make_table() noexcept {
  Table table{};
  // Han, Hangul, surrogates and private use fill most of the plane.
  for (CodePoint c = 0; c < table_size; ++c) {
    const bool surrogate_or_private = c >= 0xd800 && c <= 0xf8ff;
    if (surrogate_or_private) continue;
    table[static_cast<std::size_t>(c)] = is_han_or_hangul(c) ? std::uint8_t{letter} : look_up(c);
  }
  return table;
}
}  // namespace

std::uint8_t look_up(CodePoint c) noexcept {
  const std::uint32_t category = U_GET_GC_MASK(c);
  const bool upper_or_title = (category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
  return static_cast<std::uint8_t>(
      (u_isUWhiteSpace(c) ? white_space : 0) | ((category & U_GC_L_MASK) != 0 ? letter : 0) |
      ((category & U_GC_M_MASK) != 0 ? mark : 0) | (upper_or_title ? upper : 0) |
      ((category & U_GC_LL_MASK) != 0 ? lower : 0) | ((category & U_GC_ND_MASK) != 0 ? digit : 0) |
      (u_hasBinaryProperty(c, UCHAR_S_TERM) ? sentence_terminal : 0) |
      (u_hasBinaryProperty(c, UCHAR_CASED) ? cased : 0));
}

const Table& basic_plane() noexcept {
  static const Table table = make_table();
  return table;
}

}  // namespace icu_property

CodePoint next_code_point(std::string_view text, std::size_t* offset) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t i = *offset;
  CodePoint c;
  U8_NEXT_OR_FFFD(bytes, i, text.size(), c);
  *offset = i;
  return c;
}

CodePoint previous_code_point(std::string_view text, std::size_t* offset) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  // U8_PREV takes 32-bit indices, and needs at most the four bytes before the offset.
  const std::size_t base = *offset < 4 ? 0 : *offset - 4;
  auto i = static_cast<std::int32_t>(*offset - base);
  CodePoint c;
  U8_PREV_OR_FFFD(bytes + base, 0, i, c);
  *offset = base + static_cast<std::size_t>(i);
  return c;
}

std::string fold_by_icu(std::string_view word) { return with_plain_apostrophes(to_nfc(fold_case(to_nfc(word)))); }

void fold(std::string_view word, std::string* out) {
  const FoldTable& table = FoldTable::get();
  out->clear();
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, &at);
    if (is_ascii(c)) {
      out->push_back(static_cast<char>(ascii::is(c, ascii::upper) ? c + ('a' - 'A') : c));
      continue;
    }
    if (c == 0x2019) {
      out->push_back('\'');
      continue;
    }
    if (!table.folds_alone(c)) {
      *out = fold_by_icu(word);
      return;
    }
    char bytes[4];
    out->append(bytes, encode(table.simple(c), bytes));
  }
}

std::string fold(std::string_view word) {
  std::string out;
  fold(word, &out);
  return out;
}

void prepare_icu() {
  (void)icu_property::basic_plane();
  (void)fold("Äß");  // needs full folding
}

std::string icu_version() { return version_string(u_getVersion); }
std::string unicode_version() { return version_string(u_getUnicodeVersion); }

}  // namespace tersely
