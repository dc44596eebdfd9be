#pragma once

#include <memory>
#include <string>
#include <vector>

#include "prelude.h"

namespace tersely::python {

/// A run of numbers for memoryview(buffer): read-only, one-dimensional, kept alive by its owner.
struct Buffer {
  std::shared_ptr<const void> owner;
  const void* data = nullptr;
  py::ssize_t item_size = 0;
  std::string format;
  py::ssize_t size = 0;

  template <class T>
  static Buffer of(const T* numbers, std::size_t n, std::shared_ptr<const void> owner) {
    return {std::move(owner), numbers, sizeof(T), py::format_descriptor<T>::format(), static_cast<py::ssize_t>(n)};
  }
};

}  // namespace tersely::python
