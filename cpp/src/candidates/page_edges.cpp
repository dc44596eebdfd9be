#include "candidates/page_edges.h"

#include <algorithm>

namespace tersely {
namespace {

constexpr std::uint64_t solid = 80;    // minimum words of a run that belongs to an article
constexpr std::size_t edge_lines = 3;  // between an article and text that is not part of it
constexpr std::size_t least_entries = 3;
constexpr std::uint64_t times_longer = 3;  // the article, compared with an entry
constexpr std::size_t enough = 3;

/// A run of prose without other lines between.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t words = 0;
  std::size_t candidates = 0;
  std::size_t lines_before = 0;  // except items of lists
  bool entry = false;
};

class EdgeFinder {
 public:
  EdgeFinder(const Layout& layout, std::span<const Reason> reasons) : layout_(layout), reasons_(reasons) {
    for (std::size_t place = 0; place < layout.size();) {
      const std::size_t end = layout.run_end(place);
      if (layout.is_prose(place)) add_run(place, end);
      place = end;
    }
  }

  std::vector<std::size_t> find() {
    outside_.assign(runs_.size(), false);
    mark_entries();
    mark_edges();
    std::vector<std::size_t> units;
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      for (std::size_t place = runs_[r].begin; outside_[r] && place < runs_[r].end; ++place) {
        if (is_candidate(place)) units.push_back(layout_.index(place));
      }
    }
    return units;
  }

 private:
  bool is_candidate(std::size_t place) const { return reasons_[layout_.index(place)] == Reason::candidate; }

  void add_run(std::size_t begin, std::size_t end) {
    Run& run = runs_.emplace_back();
    run.begin = begin;
    run.end = end;
    for (std::size_t place = begin; place < end; ++place) {
      run.words += layout_.n_words(place);
      run.candidates += is_candidate(place);
    }
    bool dated = false;
    std::size_t place = begin;
    for (; place > 0 && !layout_.is_prose(place - 1); --place) {
      run.lines_before += layout_.is_line(place - 1) && layout_.unit(place - 1).kind != UnitKind::item;
      dated = dated || (run.lines_before <= edge_lines && layout_.is_dated(place - 1));
    }
    // "Ann says:" announces her words, but a reader sees it as a line.
    const bool named = place > 0 && layout_.unit(place - 1).kind == UnitKind::heading;
    run.entry = dated && run.lines_before + named >= 2;
  }

  /// The sum over the runs [begin, end) that are not outside yet.
  Run sum(std::size_t begin, std::size_t end) const {
    Run all;
    for (std::size_t r = begin; r < end; ++r) {
      if (outside_[r]) continue;
      all.words += runs_[r].words;
      all.candidates += runs_[r].candidates;
    }
    return all;
  }

  /// Marks all runs from the first entry on of which two in three are entries.
  void mark_entries() {
    std::size_t entries = 0;
    std::size_t first = runs_.size();
    for (std::size_t r = runs_.size(); r > 0; --r) {
      entries += runs_[r - 1].entry;
      if (runs_[r - 1].entry && entries >= least_entries && 3 * entries >= 2 * (runs_.size() - r + 1)) first = r - 1;
    }
    // The article may have a date like an entry.
    if (first == 0) first = 1;
    if (first >= runs_.size()) return;
    const Run article = sum(0, first);
    const std::uint64_t average = sum(first, runs_.size()).words / (runs_.size() - first);
    if (article.words < std::max(solid, times_longer * average) || article.candidates < enough) return;
    std::fill(outside_.begin() + static_cast<std::ptrdiff_t>(first), outside_.end(), true);
  }

  void mark_edges() {
    const auto is_solid = [](const Run& run) { return run.words >= solid; };
    std::size_t first = 0;
    while (first < runs_.size() && !is_solid(runs_[first])) ++first;
    if (first == runs_.size()) return;
    std::size_t last = runs_.size() - 1;
    while (!is_solid(runs_[last])) --last;
    std::vector<bool> outside = outside_;
    bool far = false;
    for (std::size_t r = first; r > 0; --r) {
      far = far || runs_[r].lines_before >= edge_lines;
      outside[r - 1] = outside[r - 1] || far;
    }
    far = false;
    for (std::size_t r = last + 1; r < runs_.size(); ++r) {
      far = far || runs_[r].lines_before >= edge_lines;
      outside[r] = outside[r] || far;
    }
    const Run before = sum(0, runs_.size());
    outside_.swap(outside);
    const Run after = sum(0, runs_.size());
    if (2 * after.words < before.words || after.candidates < enough) outside_.swap(outside);
  }

  const Layout& layout_;
  std::span<const Reason> reasons_;
  std::vector<Run> runs_;
  std::vector<bool> outside_;
};

}  // namespace

std::vector<std::size_t> find_page_edges(const Layout& layout, std::span<const Reason> reasons) {
  return EdgeFinder(layout, reasons).find();
}

}  // namespace tersely
