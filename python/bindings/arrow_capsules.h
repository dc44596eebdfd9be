#pragma once

#include <memory>
#include <vector>

#include "prelude.h"
#include "tersely/columns/array_data.h"

namespace tersely::python {

// Export to Arrow: https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html A capsule releases its
// content unless a consumer has moved it out.

py::object schema_capsule(const ArrayData& type);
/// (schema, array)
py::tuple array_capsules(const std::shared_ptr<const ArrayData>& array);
/// `chunks`: at least one, all of the same type.
py::object stream_capsule(std::vector<std::shared_ptr<const ArrayData>> chunks);

}  // namespace tersely::python
