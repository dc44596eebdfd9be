#include "tersely/workspace.h"

#include "icu.h"

namespace tersely {

Workspace::Workspace() : word_iterator_(std::make_unique<WordIterator>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

}  // namespace tersely
