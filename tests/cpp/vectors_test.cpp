// Vectors of the caller: every method that compares sentences, against plain dense cosines.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "methods/problem.h"
#include "support.h"
#include "tersely/error.h"
#include "tersely/explain.h"
#include "tersely/methods.h"
#include "textbook.h"

namespace tersely {
namespace {

/// Owns the numbers of a DenseRows.
template <class Number>
struct Numbers {
  explicit Numbers(const textbook::Matrix& rows) : n_rows(rows.size()), n_columns(rows.empty() ? 0 : rows[0].size()) {
    for (const auto& row : rows) {
      for (const double value : row) values.push_back(static_cast<Number>(value));
    }
  }

  DenseRows view() const { return {n_rows, n_columns, values.data()}; }

  std::size_t n_rows;
  std::size_t n_columns;
  std::vector<Number> values;
};

constexpr std::size_t n_numbers = 5;

/// Small whole numbers of both signs, with some rows of zeros: float holds them exactly.
textbook::Matrix random_vectors(std::size_t n, unsigned seed) {
  std::mt19937 random(seed);
  textbook::Matrix rows(n, textbook::Vector(n_numbers, 0));
  for (auto& row : rows) {
    if (random() % 8 == 0) continue;
    for (double& value : row) value = static_cast<double>(random() % 9) - 3;
  }
  return rows;
}

textbook::Matrix dense_tfidf(const Document& document) {
  const SparseRows sparse = document.tfidf();
  textbook::Matrix rows(sparse.n_rows, textbook::Vector(sparse.n_columns, 0));
  for (std::size_t row = 0; row < sparse.n_rows; ++row) {
    for (auto k = sparse.offsets[row]; k < sparse.offsets[row + 1]; ++k) {
      const auto at = static_cast<std::size_t>(k);
      rows[row][static_cast<std::size_t>(sparse.columns[at])] = sparse.values[at];
    }
  }
  return rows;
}

textbook::Matrix without_negative(textbook::Matrix matrix) {
  for (auto& row : matrix) {
    for (double& value : row) value = std::max(0.0, value);
  }
  return matrix;
}

Options by(std::string method, std::uint64_t sentences = 3) {
  Options options;
  options.method = std::move(method);
  options.budget.sentences = sentences;
  return options;
}

bool uses(const MethodInfo& method, std::string_view option) {
  return (" " + std::string(method.options) + " ").find(" " + std::string(option) + " ") != std::string::npos;
}

class Vectors : public testing::TestWithParam<unsigned> {
 protected:
  const std::string text_ = test::random_text(GetParam());
  const Document document_ = test::analyze(text_);
  const textbook::Matrix vectors_ = random_vectors(document_.candidates().size(), GetParam());
  const textbook::Matrix cosines_ = textbook::cosines(vectors_);

  std::vector<double> scores(Options options, const DenseRows& vectors) const {
    options.vectors = vectors;
    Workspace workspace;
    const Cancel cancel;
    return Problem(document_.parts(), options, {}, &workspace, cancel).start.scores;
  }

  /// `expected`: in any scale. The same vectors as doubles and as floats.
  void expect_scores(const Options& options, const textbook::Vector& expected) const {
    if (document_.candidates().empty()) return;
    const Numbers<double> doubles(vectors_);
    const Numbers<float> floats(vectors_);
    const double largest = *std::max_element(expected.begin(), expected.end());
    for (const DenseRows& vectors : {doubles.view(), floats.view()}) {
      const std::vector<double> found = scores(options, vectors);
      ASSERT_EQ(found.size(), expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(found[i], largest > 0 ? expected[i] / largest : 0, 1e-8) << text_ << "\nrow " << i;
      }
    }
  }
};
INSTANTIATE_TEST_SUITE_P(RandomTexts, Vectors, testing::Range(0u, 60u));

TEST_P(Vectors, VotesAreByCosinesTimesTheLengthsOfTfidfRows) {
  const Numbers<double> numbers(vectors_);
  const textbook::Matrix gram = textbook::gram(dense_tfidf(document_));
  textbook::Matrix products = cosines_;
  for (std::size_t i = 0; i < products.size(); ++i) {
    for (std::size_t j = 0; j < products.size(); ++j) products[i][j] *= std::sqrt(gram[i][i] * gram[j][j]);
  }
  const textbook::Vector expected = textbook::votes(products);
  const std::vector<double> found = votes_by(numbers.view(), document_.parts(), Cancel());
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-10);
}

TEST_P(Vectors, TextrankAndLexrankArePagerankOnCosinesOfAtLeastZero) {
  const textbook::Vector expected = textbook::pagerank(without_negative(cosines_), 0.85);
  expect_scores(by("textrank"), expected);
  Options continuous = by("lexrank");
  continuous.lexrank.threshold = std::nullopt;
  expect_scores(continuous, expected);
}

TEST_P(Vectors, LexrankLinksCosinesAboveTheThreshold) {
  textbook::Matrix links = cosines_;
  for (auto& row : links) {
    for (double& cosine : row) cosine = cosine > 0.3 ? 1 : 0;
  }
  Options options = by("lexrank");
  options.lexrank.threshold = 0.3;
  expect_scores(options, textbook::pagerank(links, 0.85));
}

TEST_P(Vectors, CentroidIsTheCosineWithTheSumOfUnitVectors) {
  textbook::Vector expected;
  for (const auto& row : cosines_) {
    double sum = 0;
    for (const double cosine : row) sum += cosine;
    expected.push_back(std::max(0.0, sum));
  }
  expect_scores(by("centroid"), expected);
}

TEST_P(Vectors, RedundancyIsTheLargestCosineWithAPick) {
  const Numbers<double> numbers(vectors_);
  for (const MethodInfo& method : methods()) {
    if (!uses(method, "redundancy")) continue;
    Options options = by(std::string(method.name), document_.n_units());
    options.redundancy = 0.4;
    options.vectors = numbers.view();
    const Summary summary = summarize(document_, options);
    std::vector<std::uint32_t> rows;
    for (const Pick& pick : summary.picks) {
      const auto found = std::lower_bound(document_.candidates().begin(), document_.candidates().end(), pick.unit);
      if (found == document_.candidates().end() || *found != pick.unit) continue;  // of a whole text
      const auto row = static_cast<std::uint32_t>(found - document_.candidates().begin());
      double closest = 0;
      for (const std::uint32_t other : rows) closest = std::max(closest, cosines_[row][other]);
      EXPECT_NEAR(pick.gain, 0.6 * summary.scores[pick.unit] - 0.4 * closest, 1e-9) << method.name;
      rows.push_back(row);
    }
  }
}

TEST_P(Vectors, TfidfRowsGiveTheChoicesWithoutVectors) {
  const Numbers<double> numbers(dense_tfidf(document_));
  for (const MethodInfo& method : methods()) {
    if (!uses(method, "vectors") || method.name == "lexrank") continue;  // lexrank has another idf
    for (std::uint64_t size = 1; size < 40; size += 6) {
      Options options = by(std::string(method.name), 1 + size / 6);
      if (size % 4 == 1) {
        options.budget = {};
        options.budget.words = size;
      }
      if (uses(method, "redundancy") && size % 12 == 1) options.redundancy = 0.3;
      const Summary without = summarize(document_, options);
      if (numbers.n_columns > 0) options.vectors = numbers.view();
      const Summary with = summarize(document_, options);
      EXPECT_EQ(test::picked_units(with), test::picked_units(without)) << method.name << ' ' << size << '\n' << text_;
      EXPECT_EQ(with.coverage, without.coverage);
    }
  }
}

TEST_P(Vectors, ExplanationsGiveTheCosinesOfVoters) {
  const Numbers<double> numbers(vectors_);
  Options options = by("textrank");
  options.vectors = numbers.view();
  const Summary summary = summarize(document_, options);
  const Explanation explanation = explain(document_, options, {}, summary);
  const auto row_of = [&](std::uint32_t unit) {
    return static_cast<std::size_t>(std::find(document_.candidates().begin(), document_.candidates().end(), unit) -
                                    document_.candidates().begin());
  };
  for (const PickExplanation& one : explanation.picks) {
    for (const WeighedUnit& voter : one.voters) {
      EXPECT_GT(voter.weight, 0);
      EXPECT_NEAR(voter.weight, cosines_[row_of(one.pick.unit)][row_of(voter.unit)], 1e-12);
    }
  }
}

TEST(VectorsOf, LexrankTakesTheRowsOfItsOwnIdf) {
  const Document document = test::analyze(test::bridge_text);
  const textbook::Bags bags = textbook::bags(document);
  Options options = by("lexrank");
  for (const std::optional<double> threshold : {std::optional<double>(), std::optional(0.1)}) {
    options.lexrank.threshold = threshold;
    options.vectors = std::nullopt;
    const Summary without = summarize(document, options);
    const Numbers<double> numbers(textbook::idf_rows(bags));
    options.vectors = numbers.view();
    EXPECT_EQ(test::picked_units(summarize(document, options)), test::picked_units(without));
  }
}

TEST(VectorsOf, WrongMatricesAreInvalidOptions) {
  const Document document = test::analyze(test::bridge_text);
  const std::size_t n = document.candidates().size();
  const auto refused = [&](const textbook::Matrix& rows) {
    const Numbers<double> numbers(rows);
    Options options;
    options.vectors = numbers.view();
    try {
      (void)summarize(document, options);
    } catch (const InvalidOption& error) {
      EXPECT_EQ(error.option(), "vectors");
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  EXPECT_EQ(refused(random_vectors(n, 1)), "accepted");
  EXPECT_NE(refused(random_vectors(n - 1, 1)).find("(" + std::to_string(n - 1) + ", 5)"), std::string::npos);
  EXPECT_NE(refused(random_vectors(n - 1, 1)).find("each of the " + std::to_string(n)), std::string::npos);
  for (const double wrong :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), -1e200}) {
    textbook::Matrix rows = random_vectors(n, 1);
    rows[2][1] = wrong;
    EXPECT_NE(refused(rows).find("in row 2"), std::string::npos);
  }
  EXPECT_NE(refused(textbook::Matrix(n)).find(", 0)"), std::string::npos);
}

TEST(VectorsOf, ManyPairsAreLimitedOnlyIfNumbersAreNegative) {
  const Document document = test::analyze(test::bridge_text);
  const std::size_t n = document.candidates().size();
  Options options = by("textrank");
  options.graph.max_sentences = n - 1;
  const Numbers<double> negative(random_vectors(n, 1));
  options.vectors = negative.view();
  EXPECT_THROW((void)summarize(document, options), LimitExceeded);
  const Numbers<double> positive(without_negative(random_vectors(n, 1)));
  options.vectors = positive.view();
  EXPECT_EQ(summarize(document, options).picks.size(), 3u);
}

}  // namespace
}  // namespace tersely
