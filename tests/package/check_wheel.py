"""python check_wheel.py WHEEL: what a wheel must hold, and must not."""

import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as wheel:
    names = wheel.namelist()
assert any(name.startswith("tersely/_core.") and name.endswith((".so", ".pyd")) for name in names), (
    "no extension module"
)
assert {"tersely/py.typed", "tersely/_core.pyi", "tersely/__init__.py"} <= set(names), "no type information"
assert "tersely/_display/page.html" in names, "no template of the page"
strangers = [
    name for name in names if name.endswith((".cpp", ".h", ".cmake", ".a", ".txt")) and ".dist-info/" not in name
]
assert not strangers, f"sources in the wheel: {strangers}"
print(f"{sys.argv[1]}: {len(names)} files, complete")
