#pragma once

#include <memory>
#include <string>
#include <vector>

#include "prelude.h"

namespace tersely::python {

/// Numbers for memoryview(buffer), read-only and kept alive by their owner: one-dimensional, or a table of `columns`
/// columns.
struct Buffer {
  std::shared_ptr<const void> owner;
  const void* data = nullptr;
  py::ssize_t item_size = 0;
  std::string format;
  py::ssize_t size = 0;
  py::ssize_t columns = 0;  // 0: one-dimensional

  template <class T>
  static Buffer of(const T* numbers, std::size_t n, std::shared_ptr<const void> owner, py::ssize_t columns = 0) {
    return {std::move(owner), numbers, sizeof(T), py::format_descriptor<T>::format(), static_cast<py::ssize_t>(n),
            columns};
  }
};

}  // namespace tersely::python
