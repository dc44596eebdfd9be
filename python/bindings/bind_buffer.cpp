#include "buffer.h"

namespace tersely::python {

void bind_buffer(py::module_& m) {
  py::class_<Buffer>(m, "Buffer", py::buffer_protocol(), "Read-only numbers of the core, for memoryview().")
      .def_buffer([](const Buffer& self) {
        std::vector<py::ssize_t> shape{self.size};
        std::vector<py::ssize_t> strides{self.item_size};
        if (self.columns > 0) {
          shape = {self.size / self.columns, self.columns};
          strides = {self.columns * self.item_size, self.item_size};
        }
        return py::buffer_info(const_cast<void*>(self.data), self.item_size, self.format,
                               static_cast<py::ssize_t>(shape.size()), shape, strides,
                               /*readonly=*/true);
      });
}

}  // namespace tersely::python
