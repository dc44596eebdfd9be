#include <string>

#include "methods/method.h"
#include "tersely/error.h"

namespace tersely {

extern const Method cover, textrank, textrank_overlap, lexrank, centroid, luhn, edmundson, sumbasic, kl, lsa, reduction,
    lead, random_order;

namespace {

constexpr const Method* rows[] = {&cover,     &textrank,  &textrank_overlap, &lexrank, &centroid,
                                  &luhn,      &edmundson, &sumbasic,         &kl,      &lsa,
                                  &reduction, &lead,      &random_order};

/// "TextRank_Overlap" -> "textrankoverlap".
std::string plain(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != '-' && c != '_' && c != ' ') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

}  // namespace

std::span<const Method* const> registry() { return rows; }

std::vector<MethodInfo> methods() {
  std::vector<MethodInfo> infos;
  for (const Method* method : rows) infos.push_back(method->info);
  return infos;
}

const Method& find_method(std::string_view name) {
  std::string names;
  for (const Method* method : rows) {
    if (plain(method->info.name) == plain(name)) return *method;
    names += (names.empty() ? "" : ", ") + std::string(method->info.name);
  }
  throw InvalidOption("method", '"' + std::string(name) + '"', "one of " + names);
}

}  // namespace tersely
