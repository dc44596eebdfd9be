#include "arrow_capsules.h"

#include <utility>

namespace tersely::python {
namespace {

/// The capsule's destructor: releases the struct unless a consumer has moved it out.
template <class T>
void destroy(PyObject* capsule) {
  auto* const exported = static_cast<T*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
  if (exported->release != nullptr) exported->release(exported);
  delete exported;
}

template <class T>
py::object to_capsule(std::unique_ptr<T> exported, const char* name) {
  PyObject* const capsule = PyCapsule_New(exported.get(), name, &destroy<T>);
  if (capsule == nullptr) {
    exported->release(exported.get());
    throw py::error_already_set();
  }
  exported.release();
  return py::reinterpret_steal<py::object>(capsule);
}

}  // namespace

py::object schema_capsule(const ArrayData& type) {
  auto schema = std::make_unique<ArrowSchema>();
  export_schema(type, schema.get());
  return to_capsule(std::move(schema), "arrow_schema");
}

py::tuple array_capsules(const std::shared_ptr<const ArrayData>& array) {
  auto exported = std::make_unique<ArrowArray>();
  export_array(array, exported.get());
  return py::make_tuple(schema_capsule(*array), to_capsule(std::move(exported), "arrow_array"));
}

py::object stream_capsule(std::vector<std::shared_ptr<const ArrayData>> chunks) {
  auto stream = std::make_unique<ArrowArrayStream>();
  export_stream(std::move(chunks), stream.get());
  return to_capsule(std::move(stream), "arrow_array_stream");
}

}  // namespace tersely::python
