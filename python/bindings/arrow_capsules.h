#pragma once

#include <memory>
#include <vector>

#include "prelude.h"
#include "tersely/columns/array_data.h"

namespace tersely::python {

// Arrow out: https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
// What nobody has moved out of a capsule is released with it.

py::object schema_capsule(const ArrayData& type);
/// (schema, array).
py::tuple array_capsules(const std::shared_ptr<const ArrayData>& array);
/// `chunks`: at least one, of one type.
py::object stream_capsule(std::vector<std::shared_ptr<const ArrayData>> chunks);

}  // namespace tersely::python
