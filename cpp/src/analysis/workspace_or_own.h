#pragma once

#include <optional>

#include "tersely/workspace.h"

namespace tersely {

/// The caller's workspace, or an own one if the caller has none.
class WorkspaceOrOwn {
 public:
  explicit WorkspaceOrOwn(Workspace* given) : workspace_(given == nullptr ? &own_.emplace() : given) {}
  WorkspaceOrOwn(const WorkspaceOrOwn&) = delete;
  WorkspaceOrOwn& operator=(const WorkspaceOrOwn&) = delete;
  Workspace* get() { return workspace_; }

 private:
  std::optional<Workspace> own_;
  Workspace* workspace_;
};

}  // namespace tersely
