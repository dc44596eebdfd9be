#include "tersely/methods.h"

#include <algorithm>
#include <string>

#include "tersely/error.h"

namespace tersely {
namespace {

constexpr Method table[] = {
    {"cover",
     "Covers the most weight of words and word pairs, weighed by the votes of later sentences for earlier ones.",
     "Katz (1953) for the votes; Gillick & Favre (2009) for concept coverage", nullptr, false},
    {"textrank", "PageRank on the cosine of TF-IDF rows.",
     "Mihalcea & Tarau (2004); Erkan & Radev (2004) for the cosine", rank_textrank, true},
    {"textrank-overlap", "PageRank on the words that two sentences share, over the logarithms of their lengths.",
     "Mihalcea & Tarau (2004), TextRank: Bringing Order into Texts", rank_textrank_overlap, true},
    {"lexrank", "PageRank on the idf-modified cosine, above a threshold or continuous.",
     "Erkan & Radev (2004), LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", rank_lexrank,
     true},
    {"centroid", "Cosine with the sum of all sentences.",
     "Radev, Jing, Stys & Tam (2004), Centroid-based summarization of multiple documents", rank_centroid, true},
    {"lead", "The first sentences.", "", rank_lead, false},
    {"random", "A random choice, the same for the same seed: the floor that a method has to beat.", "", rank_random,
     false},
};

/// "TextRank_Overlap" -> "textrankoverlap".
std::string plain(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != '-' && c != '_' && c != ' ') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

}  // namespace

std::span<const Method> method_table() { return table; }

const Method& find_method(std::string_view name) {
  std::string names;
  for (const Method& method : table) {
    if (plain(method.name) == plain(name)) return method;
    names += (names.empty() ? "" : ", ") + std::string(method.name);
  }
  throw InvalidOption("method", '"' + std::string(name) + '"', "one of " + names);
}

}  // namespace tersely
