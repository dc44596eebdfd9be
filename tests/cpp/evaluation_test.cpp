// Compares the fast paths of the evaluation with their plain twins.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "evaluation/longest_common.h"
#include "evaluation/n_grams.h"
#include "evaluation/porter.h"
#include "tersely/error.h"
#include "tersely/evaluate.h"

namespace tersely {
namespace {

using Ids = std::vector<std::uint32_t>;

Ids random_ids(std::mt19937* random, std::size_t max_size, std::uint32_t n_ids) {
  Ids ids((*random)() % (max_size + 1));
  for (std::uint32_t& id : ids) id = (*random)() % n_ids;
  return ids;
}

/// The table of lengths, and the way back through it.
class TextbookLcs {
 public:
  TextbookLcs(const Ids& a, const Ids& b) : a_(a), b_(b), table_(a.size() + 1, Ids(b.size() + 1)) {
    for (std::size_t i = 1; i <= a.size(); ++i) {
      for (std::size_t j = 1; j <= b.size(); ++j) {
        table_[i][j] = a[i - 1] == b[j - 1] ? table_[i - 1][j - 1] + 1 : std::max(table_[i - 1][j], table_[i][j - 1]);
      }
    }
  }

  std::uint64_t length() const { return table_.back().back(); }

  std::vector<bool> marks() const {
    std::vector<bool> is_common(a_.size());
    for (std::size_t i = a_.size(), j = b_.size(); i > 0 && j > 0;) {
      if (a_[i - 1] == b_[j - 1]) {
        is_common[i - 1] = true;
        --i, --j;
      } else if (table_[i][j - 1] > table_[i - 1][j]) {
        --j;
      } else {
        --i;
      }
    }
    return is_common;
  }

 private:
  const Ids& a_;
  const Ids& b_;
  std::vector<Ids> table_;
};

TEST(LongestCommon, EqualsTheTextbooksTable) {
  std::mt19937 random(1);
  for (const std::uint32_t n_ids : {1u, 2u, 5u, 100u}) {
    const Cancel cancel;
    LongestCommon common(n_ids, cancel);
    for (int round = 0; round < 300; ++round) {
      const Ids a = random_ids(&random, 200, n_ids);
      const Ids b = random_ids(&random, 200, n_ids);
      const TextbookLcs textbook(a, b);
      std::vector<bool> is_common(a.size());
      common.mark(a, b, &is_common);
      ASSERT_EQ(common.length(a, b), textbook.length());
      ASSERT_EQ(is_common, textbook.marks());
    }
  }
}

TEST(NGrams, EqualThoseOfAMap) {
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    const Ids left = random_ids(&random, 40, 3);
    const Ids right = random_ids(&random, 40, 3);
    for (const unsigned n : {1u, 2u, 3u, 5u}) {
      // No vectors as keys: libstdc++ 12 compares those of unsigned integers wrongly on big-endian machines.
      std::map<std::u32string, std::pair<std::uint64_t, std::uint64_t>> counts;
      for (std::size_t i = 0; i + n <= left.size(); ++i) ++counts[{&left[i], &left[i] + n}].first;
      for (std::size_t i = 0; i + n <= right.size(); ++i) ++counts[{&right[i], &right[i] + n}].second;
      std::uint64_t common = 0;
      for (const auto& [gram, count] : counts) common += std::min(count.first, count.second);
      const NGramCounts found = count_n_grams(left, right, n);
      ASSERT_EQ(found.common, common);
      ASSERT_EQ(found.left, left.size() < n ? 0 : left.size() - n + 1);
      ASSERT_EQ(found.right, right.size() < n ? 0 : right.size() - n + 1);
    }
  }
}

std::string stem(std::string word) {
  porter_stem(&word);
  return word;
}

TEST(Porter, StemsTheExamplesOfThePaper) {
  EXPECT_EQ(stem("caresses"), "caress");
  EXPECT_EQ(stem("plastered"), "plaster");
  EXPECT_EQ(stem("bled"), "bled");
  EXPECT_EQ(stem("hopping"), "hop");
  EXPECT_EQ(stem("filing"), "file");
  EXPECT_EQ(stem("happy"), "happi");
  EXPECT_EQ(stem("relational"), "relat");
  EXPECT_EQ(stem("adjustment"), "adjust");
  EXPECT_EQ(stem("controll"), "control");
  EXPECT_EQ(stem("generalizations"), "gener");
}

TEST(Porter, KnowsTheExtensionsOfNltk) {
  EXPECT_EQ(stem("skies"), "sky");
  EXPECT_EQ(stem("dying"), "die");
  EXPECT_EQ(stem("ties"), "tie");
  EXPECT_EQ(stem("enjoy"), "enjoy");
  EXPECT_EQ(stem("geology"), "geolog");
}

TEST(Rouge, NamesUnknownTypes) {
  EXPECT_EQ(find_rouge_type("rouge9").n, 9u);
  for (const char* name : {"", "rouge", "rouge0", "rouge10", "rougel", "ROUGE1"}) {
    EXPECT_THROW(find_rouge_type(name), InvalidOption) << name;
  }
}

TEST(Rouge, OfNoReferenceIsZero) {
  const RougeOptions options{.types = {find_rouge_type("rougeLsum")}};
  EXPECT_EQ(rouge("a b", {}, options).front().fmeasure, 0);
}

TEST(Rouge, BatchesStopWhenTheCallerThrows) {
  std::string words;
  for (int i = 0; i < 200'000; ++i) words += "a b c ";
  const std::vector<RougeTask> tasks(4, {words, {words}});
  const RougeOptions options{.types = {find_rouge_type("rougeL")}};
  for (const unsigned threads : {1u, 2u}) {
    EXPECT_THROW(rouge_batch(tasks, options, threads, [](std::size_t) { throw std::runtime_error("stop"); }),
                 std::runtime_error);
  }
}

TEST(Lengths, CutAfterAWord) {
  EXPECT_EQ(count_words("It's 5 p.m. – 桥关闭了。"), 6u);
  EXPECT_EQ(first_words("One, two. Three!", 2), "One, two");
  EXPECT_EQ(first_words("One, two.", 2), "One, two.");
  EXPECT_EQ(first_words("One", 0), "");
}

TEST(Bootstrap, OfEqualDifferencesIsThatDifference) {
  const std::vector<double> table(50, 0.5);
  const Difference found = bootstrap(table, 1, 1000, 0).front();
  EXPECT_EQ(found.mean, 0.5);
  EXPECT_EQ(found.low, 0.5);
  EXPECT_EQ(found.high, 0.5);
  EXPECT_DOUBLE_EQ(found.p_value, 2.0 / 1001);
}

TEST(Bootstrap, OfThreeRowsProvesNothing) {
  EXPECT_EQ(bootstrap(std::vector<double>{0.1, 0.2, 0.3}, 1, 1000, 0).front().p_value, 0.25);
}

TEST(Bootstrap, OfNothingTellsNothing) {
  EXPECT_EQ(bootstrap({}, 2, 1000, 0).size(), 2u);
  EXPECT_EQ(bootstrap({}, 2, 1000, 0).front().p_value, 1);
  EXPECT_EQ(bootstrap(std::vector<double>(10, 0.0), 1, 1000, 0).front().p_value, 1);
}

}  // namespace
}  // namespace tersely
