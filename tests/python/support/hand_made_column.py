"""A hand-made column that exports Arrow without an Arrow library."""

from __future__ import annotations

import ctypes


class Schema(ctypes.Structure):
    pass


class Array(ctypes.Structure):
    pass


RELEASE_SCHEMA = ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))
RELEASE_ARRAY = ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))
Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_char_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.c_void_p),
    ("dictionary", ctypes.c_void_p),
    ("release", RELEASE_SCHEMA),
    ("private_data", ctypes.c_void_p),
]
Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.c_void_p),
    ("dictionary", ctypes.c_void_p),
    ("release", RELEASE_ARRAY),
    ("private_data", ctypes.c_void_p),
]
new_capsule = ctypes.pythonapi.PyCapsule_New
new_capsule.restype = ctypes.py_object
new_capsule.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]


class HandMade:
    """A column of strings that can export itself only once. It counts its releases."""

    def __init__(self, texts, names=(b"arrow_schema", b"arrow_array")):
        data = b"".join(text.encode() for text in texts)
        offsets = [0]
        for text in texts:
            offsets.append(offsets[-1] + len(text.encode()))
        self.released = []
        self._offsets = (ctypes.c_int32 * len(offsets))(*offsets)
        self._data = ctypes.create_string_buffer(data, max(1, len(data)))
        self._buffers = (ctypes.c_void_p * 3)(None, ctypes.addressof(self._offsets), ctypes.addressof(self._data))
        self._release_schema = RELEASE_SCHEMA(self._schema_is_released)
        self._release_array = RELEASE_ARRAY(self._array_is_released)
        self.schema = Schema(format=b"u", name=b"", release=self._release_schema)
        self.array = Array(length=len(texts), n_buffers=3, buffers=self._buffers, release=self._release_array)
        schema_name, array_name = names
        self._names = names
        self._capsules = (
            new_capsule(ctypes.addressof(self.schema), schema_name, None),
            new_capsule(ctypes.addressof(self.array), array_name, None),
        )

    def _schema_is_released(self, pointer):
        self.released.append("schema")
        pointer.contents.release = RELEASE_SCHEMA()

    def _array_is_released(self, pointer):
        self.released.append("array")
        pointer.contents.release = RELEASE_ARRAY()

    def __arrow_c_array__(self, requested_schema=None):
        return self._capsules
