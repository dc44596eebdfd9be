#include "buffer.h"

namespace tersely::python {

void bind_buffer(py::module_& m) {
  py::class_<Buffer>(m, "Buffer", py::buffer_protocol(), "Numbers of the core, read-only, for memoryview().")
      .def_buffer([](const Buffer& self) {
        return py::buffer_info(const_cast<void*>(self.data), self.item_size, self.format, 1, {self.size},
                               {self.item_size},
                               /*readonly=*/true);
      });
}

}  // namespace tersely::python
