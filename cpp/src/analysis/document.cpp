#include "tersely/document.h"

#include "analysis/analysed_text.h"
#include "analysis/workspace_or_own.h"

namespace tersely {
Document::Document(std::string_view text, const AnalysisOptions& options, Workspace* workspace, const Cancel& cancel)
    : parts_(std::make_unique<const AnalysedText>(text, options, WorkspaceOrOwn(workspace).get(), cancel)) {}
Document::Document(std::string_view text, const std::vector<Span>& sentences, const AnalysisOptions& options,
                   Workspace* workspace, const Cancel& cancel)
    : parts_(std::make_unique<const AnalysedText>(text, sentences, options, WorkspaceOrOwn(workspace).get(), cancel)) {}
Document::Document(const Sources& sources, const AnalysisOptions& options, Workspace* workspace, const Cancel& cancel)
    : parts_(std::make_unique<const AnalysedText>(sources, options, WorkspaceOrOwn(workspace).get(), cancel)) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

std::string_view Document::text() const { return parts_->text(); }
Language Document::language() const { return parts_->language(); }
std::uint32_t Document::flags() const { return parts_->flags(); }
std::uint32_t Document::n_sources() const { return static_cast<std::uint32_t>(parts_->sources().size()); }
std::uint32_t Document::source_of(std::uint32_t unit) const { return parts_->source_of_unit(unit); }
Span Document::source_span(std::uint32_t source) const { return parts_->sources()[source].span; }
std::uint32_t Document::n_units() const { return parts_->n_units(); }
std::span<const Unit> Document::units() const { return parts_->units(); }
Reason Document::reason(std::uint32_t unit) const { return parts_->reason(unit); }
std::span<const Word> Document::words(std::uint32_t unit) const { return parts_->words(unit); }
std::uint64_t Document::n_words() const { return parts_->n_words(); }
bool Document::is_stop_word(const Word& word) const { return parts_->is_stop_word(word); }
std::span<const std::uint32_t> Document::candidates() const { return parts_->candidates(); }
std::vector<std::string> Document::surface_forms() const { return parts_->surface_forms(); }

SparseRows Document::tfidf() const {
  const SparseMatrix& matrix = parts_->tfidf();
  const auto nnz = static_cast<std::size_t>(matrix.nonZeros());
  return {parts_->n_rows(),
          parts_->n_terms(),
          {matrix.valuePtr(), nnz},
          {matrix.innerIndexPtr(), nnz},
          {matrix.outerIndexPtr(), static_cast<std::size_t>(matrix.rows()) + 1}};
}

}  // namespace tersely
