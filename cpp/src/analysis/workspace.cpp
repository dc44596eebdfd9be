#include "tersely/workspace.h"

#include "analysis/scratch.h"
#include "text/word_iterator.h"

namespace tersely {

Workspace::Workspace() : word_iterator_(std::make_unique<WordIterator>()), scratch_(std::make_unique<Scratch>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

void Workspace::trim() {
  if (scratch_->n_bytes() > Scratch::max_kept) *scratch_ = {};
}

}  // namespace tersely
