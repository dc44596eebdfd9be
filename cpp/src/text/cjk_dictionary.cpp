#include "text/cjk_dictionary.h"

#include <cstring>
#include <utility>

namespace tersely {
namespace {

/// The beginning of a dictionary in ICU's data (see its dictionarydata.h).
struct Header {
  std::int32_t trie_offset;
  std::int32_t reserved1;
  std::int32_t reserved2;
  std::int32_t total_size;
  std::int32_t trie_type;
  std::int32_t transform;
};
constexpr std::int32_t trie_type_mask = 7;
constexpr std::int32_t chars_trie = 1;
constexpr std::int32_t has_values = 8;

}  // namespace

std::unique_ptr<const CjkDictionary> CjkDictionary::open() {
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalUDataMemoryPointer data(udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &status));
  if (U_FAILURE(status)) return nullptr;
  const auto* const bytes = static_cast<const char*>(udata_getMemory(data.getAlias()));
  Header header;
  std::memcpy(&header, bytes, sizeof header);
  if ((header.trie_type & trie_type_mask) != chars_trie || (header.trie_type & has_values) == 0) return nullptr;
  const auto* const words = reinterpret_cast<const char16_t*>(bytes + header.trie_offset);
  return std::unique_ptr<const CjkDictionary>(new CjkDictionary(std::move(data), words));
}

CjkDictionary::CjkDictionary(icu::LocalUDataMemoryPointer data, const char16_t* words)
    : data_(std::move(data)), words_(words) {
  after_first_.reserve(std::size_t{last} - first + 1);
  for (std::int32_t c = first; c <= last; ++c) {
    icu::UCharsTrie trie(words);
    after_first_.push_back(trie.first(c) == USTRINGTRIE_NO_MATCH ? no_word : trie.getState64());
  }
}

}  // namespace tersely
