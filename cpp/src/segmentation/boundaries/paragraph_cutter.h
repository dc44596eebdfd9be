#pragma once

#include <cstddef>
#include <vector>

#include "segmentation/boundaries/boundary_finder.h"
#include "segmentation/boundaries/decision.h"
#include "tersely/cancel.h"
#include "tersely/segmenter.h"
#include "tersely/text.h"
#include "text/window.h"

namespace tersely {

/// Cuts one paragraph after another into units. Sets their spans, contents and `terminated`; the caller sets kinds and
/// paragraph numbers. Reuses its memory from one paragraph to the next.
class ParagraphCutter {
 public:
  /// All arguments must outlive the object. `protected_spans` are ascending and disjoint; no unit ends inside one.
  ParagraphCutter(std::string_view text, const DocumentContext& document, const SegmenterOptions& options,
                  const std::vector<Span>& protected_spans, const Cancel& cancel, std::vector<Unit>* units);

  /// `content` is where the words of the first unit begin; no unit ends before it.
  void cut(const Window& paragraph, std::size_t content);

 private:
  void add(const Window& paragraph, std::size_t end, bool terminated);
  void append(const Window& paragraph, std::size_t end, bool terminated);
  std::size_t cut_at(const Window& paragraph, std::size_t mark);
  std::size_t cut_at_written_break(const Window& paragraph, std::size_t at);
  std::size_t cut_before_bullet(const Window& paragraph, std::size_t bullet, bool bulleted);
  void find_items(const Window& paragraph);
  void cut_before_items(const Window& paragraph, std::size_t mark);
  bool inside_quotation(const Boundary& boundary);
  std::size_t protected_end(std::size_t mark);
  void extend_over_references(const Window& paragraph, Boundary* boundary) const;

  const DocumentContext& document_;
  const SegmenterOptions& options_;
  const std::vector<Span>& protected_;
  const Cancel& cancel_;
  std::vector<Unit>* units_;
  const BoundaryFinder& finder_;
  const bool thai_or_lao_;   // does the text have letters of these scripts?
  std::size_t visited_ = 0;  // number of possible boundaries seen
  std::size_t unit_begin_ = 0;
  std::size_t content_ = 0;
  std::vector<std::size_t> items_;
  std::vector<std::size_t> spaces_;
  std::vector<Span> quotations_;
  std::size_t next_item_ = 0;
  std::size_t items_searched_to_ = 0;
  std::size_t next_quotation_ = 0;
  std::size_t next_protected_ = 0;
};

}  // namespace tersely
