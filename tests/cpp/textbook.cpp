#include "textbook.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "text/icu.h"

namespace tersely::textbook {
namespace {

std::string key(std::string_view word) {
  const std::string folded = fold(word);
  std::string prefix;
  bool cased = false;
  std::size_t n = 0;
  for (std::size_t at = 0; at < folded.size(); ++n) {
    const std::size_t begin = at;
    const CodePoint c = next_code_point(folded, &at);
    if (is_digit(c)) return folded;
    cased |= is_cased(c);
    if (n < 6) prefix.append(folded, begin, at - begin);
  }
  return cased ? prefix : folded;
}

std::size_t occurrences(const std::vector<std::string>& words, const std::string& word) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), word));
}

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

std::vector<std::string> vocabulary(const Bags& bags) {
  std::vector<std::string> terms;
  std::set<std::string> seen;
  for (const auto& row : bags.terms) {
    for (const std::string& term : row) {
      if (seen.insert(term).second) terms.push_back(term);
    }
  }
  return terms;
}

std::size_t rows_with(const Bags& bags, const std::string& term) {
  std::size_t n = 0;
  for (const auto& row : bags.terms) n += occurrences(row, term) > 0;
  return n;
}

}  // namespace

Bags bags(const Document& document) {
  Bags bags;
  for (const std::uint32_t unit : document.candidates()) {
    std::vector<std::string> terms;
    std::vector<std::string> concepts;
    const auto add_concept = [&](const std::string& name) {
      if (occurrences(concepts, name) == 0) concepts.push_back(name);
    };
    const auto words = document.words(unit);
    for (const Word& word : words) {
      if (document.is_stop_word(word)) continue;
      terms.push_back(key(word.span.of(document.text())));
      add_concept(terms.back());
    }
    for (std::size_t w = 1; w < words.size(); ++w) {
      if (document.is_stop_word(words[w - 1]) && document.is_stop_word(words[w])) continue;
      add_concept(key(words[w - 1].span.of(document.text())) + " " + key(words[w].span.of(document.text())));
    }
    bags.terms.push_back(terms);
    bags.concepts.push_back(concepts);
  }
  return bags;
}

Matrix tfidf(const Bags& bags) {
  const std::vector<std::string> terms = vocabulary(bags);
  const auto n = static_cast<double>(bags.terms.size());
  Matrix rows;
  for (const auto& words : bags.terms) {
    Vector row;
    for (const std::string& term : terms) {
      const double idf = std::log((n + 1) / (static_cast<double>(rows_with(bags, term)) + 1)) + 1;
      row.push_back(static_cast<double>(occurrences(words, term)) * idf);
    }
    rows.push_back(row);
  }
  double mean = 0;
  for (const Vector& row : rows) mean += std::sqrt(dot(row, row)) / n;
  for (Vector& row : rows) {
    const double pivoted = 0.25 * mean + 0.75 * std::sqrt(dot(row, row));
    for (double& value : row) value = pivoted > 0 ? value / pivoted : 0;
  }
  return rows;
}

Matrix gram(const Matrix& rows) {
  Matrix products;
  for (const Vector& a : rows) {
    Vector line;
    for (const Vector& b : rows) line.push_back(dot(a, b));
    products.push_back(line);
  }
  return products;
}

Matrix cosines(const Matrix& rows) {
  Matrix products = gram(rows);
  Matrix cosine = products;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows.size(); ++j) {
      const double lengths = std::sqrt(products[i][i] * products[j][j]);
      cosine[i][j] = lengths > 0 ? products[i][j] / lengths : 0;
    }
  }
  return cosine;
}

Vector votes(const Matrix& gram, std::vector<std::uint32_t> sources) {
  sources.resize(gram.size());
  const std::size_t n = gram.size();
  double degree = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) degree += i == j ? 0 : gram[i][j] / static_cast<double>(n);
  }
  const double a = degree > 0 ? 0.5 / degree : 0;
  Vector votes(n, 1);
  for (std::size_t i = n; i-- > 0;) {
    double later = 0;
    double others = 0;
    for (std::size_t j = 0; j < n; ++j) {
      if (sources[j] != sources[i]) others += gram[i][j];
      if (sources[j] == sources[i] && j > i) later += votes[j] * gram[i][j];
    }
    votes[i] = std::min(8.0, 1 + a * others / 2 + a * later);
  }
  return votes;
}

namespace {

using Weights = std::map<std::string, double>;  // of each concept

Weights weigh(const Bags& all) {
  const Vector y = votes(gram(tfidf(all)));
  Weights weights;
  std::map<std::string, int> counts;
  for (std::size_t i = 0; i < y.size(); ++i) {
    for (const std::string& name : all.concepts[i]) {
      weights[name] += y[i] * y[i] / (1 + static_cast<double>(i) / 10);
      ++counts[name];
    }
  }
  for (auto& [name, weight] : weights) weight *= counts[name] == 1 ? 0.2 : 1;
  return weights;
}

double remove_weight(const std::vector<std::string>& concepts, Weights* weights) {
  double weight = 0;
  for (const std::string& name : concepts) weight += std::exchange((*weights)[name], 0);
  return weight;
}

struct Cover {
  std::vector<std::uint32_t> picked;
  double weight = 0;
};

/// Divides by a power of the length, plus `cost`.
Cover cover_by(double power, double cost, const Document& document, const Bags& all, Weights weights,
               std::size_t sentences, std::size_t words) {
  Cover cover;
  std::set<std::size_t> gone;
  double used = 0;
  while (sentences > 0 ? cover.picked.size() < sentences : used < 0.9 * static_cast<double>(words)) {
    double best_gain = -1;
    std::size_t best = 0;
    for (std::size_t i = 0; i < all.concepts.size(); ++i) {
      const double length = static_cast<double>(document.words(document.candidates()[i]).size());
      if (gone.count(i) > 0 || (sentences == 0 && used + length > static_cast<double>(words))) continue;
      double gain = 0;
      for (const std::string& name : all.concepts[i]) gain += weights[name];
      gain /= std::pow(std::max(1.0, length) + cost, power);
      if (gain > best_gain + 1e-12) {
        best_gain = gain;
        best = i;
      }
    }
    if (best_gain < 0) break;
    gone.insert(best);
    cover.picked.push_back(document.candidates()[best]);
    used += document.words(document.candidates()[best]).size();
    cover.weight += remove_weight(all.concepts[best], &weights);
  }
  return cover;
}

}  // namespace

std::vector<std::uint32_t> cover(const Document& document, std::size_t sentences, std::size_t words) {
  const Bags all = bags(document);
  const Weights weights = weigh(all);
  if (sentences > 0) return cover_by(0.5, 10, document, all, weights, sentences, 0).picked;
  double total = 0;
  for (const auto& [name, weight] : weights) total += weight;
  Cover best = cover_by(0.5, 0, document, all, weights, 0, words);
  for (const double power : {0.0, 1.0}) {
    const Cover other = cover_by(power, 0, document, all, weights, 0, words);
    if (other.weight > best.weight + 1e-9 * total) best = other;
  }
  return best.picked;
}

Vector pagerank(Matrix weights, double damping) {
  const std::size_t n = weights.size();
  for (std::size_t i = 0; i < n; ++i) {
    weights[i][i] = 0;
    double degree = 0;
    for (const double weight : weights[i]) degree += weight;
    for (double& weight : weights[i]) weight = degree > 0 ? weight / degree : 1 / static_cast<double>(n);
  }
  Vector scores(n, 1 / static_cast<double>(n));
  for (int round = 0; round < 1000; ++round) {
    Vector next(n, (1 - damping) / static_cast<double>(n));
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) next[j] += damping * scores[i] * weights[i][j];
    }
    scores = next;
  }
  return scores;
}

Matrix overlap(const Bags& bags) {
  const std::size_t n = bags.terms.size();
  Matrix weights(n, Vector(n, 0));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const std::set<std::string> a(bags.terms[i].begin(), bags.terms[i].end());
      const std::set<std::string> b(bags.terms[j].begin(), bags.terms[j].end());
      double common = 0;
      for (const std::string& term : a) common += static_cast<double>(b.count(term));
      const double denominator = std::log(std::max<double>(1, static_cast<double>(bags.terms[i].size()))) +
                                 std::log(std::max<double>(1, static_cast<double>(bags.terms[j].size())));
      weights[i][j] = denominator > 0 ? common / denominator : 0;
    }
  }
  return weights;
}

Matrix idf_modified_cosine(const Bags& bags) {
  const std::vector<std::string> terms = vocabulary(bags);
  Matrix rows;
  for (const auto& words : bags.terms) {
    Vector row;
    for (const std::string& term : terms) {
      const double idf = std::log(static_cast<double>(bags.terms.size()) / static_cast<double>(rows_with(bags, term)));
      row.push_back(static_cast<double>(occurrences(words, term)) * idf);
    }
    rows.push_back(row);
  }
  return cosines(rows);
}

}  // namespace tersely::textbook
