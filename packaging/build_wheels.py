"""Builds the wheels for Linux: manylinux, x86-64 and aarch64, with a static, trimmed ICU. They need libc and libm only.

    python packaging/build_wheels.py --out dist/wheels
    python packaging/build_wheels.py --out dist/wheels --python python3.11 --python python3.13 --machine aarch64

Needs Debian or Ubuntu with dpkg-dev and icu-devtools, and one interpreter for each version of Python; by default all of
3.10 to 3.14 that are on the PATH or among those of pyenv. The compiler is clang, from the package ziglang, for both
processors. Its wrappers, ICU and the environments are kept in build/wheels. With ccache, the library is compiled once
for each processor, and not again for each version of Python.

Checks each wheel: its tag, its size, the one exported symbol, the libraries that it needs, and the name of the module
inside (a cross build may name it after the wrong processor). Prints a table in Markdown. packaging/test_wheels.sh then
runs the wheels where they will live.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "wheels"
VERSIONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
MOST_BYTES = 4_000_000
LIBRARIES = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "ld-linux-aarch64.so.1", "ld-linux-x86-64.so.2"}


@dataclass(frozen=True)
class Machine:
    """A processor, and the oldest glibc that has all we need there."""

    name: str
    glibc: str

    @property
    def folder(self) -> Path:
        return WORK / self.name

    def tool(self, name: str) -> Path:
        return self.folder / "bin" / name


MACHINES = {machine.name: machine for machine in (Machine("x86_64", "2.17"), Machine("aarch64", "2.28"))}


def run(*command: object, **more: str) -> str:
    """Runs a command with more environment variables. Returns its standard output; a failure ends the program."""
    done = subprocess.run(
        [str(part) for part in command], env=os.environ | more, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{done.stdout}\nfailed ({done.returncode}): {' '.join(str(part) for part in command)}")
    return done.stdout


def environment(name: str, python: str, *requirements: str) -> Path:
    """Makes a virtual environment if there is none. Returns its interpreter."""
    folder = WORK / name
    if not (folder / "complete").exists():
        run(python, "-m", "venv", "--clear", folder)
        run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--upgrade", "pip", *requirements)
        (folder / "complete").touch()
    return folder / "bin" / "python"


def find_interpreters() -> list[str]:
    """One for each version, as far as there is one. A command of pyenv is left out if pyenv has switched it off."""
    found = []
    for version in VERSIONS:
        name = f"python{version}"
        paths = [shutil.which(name), *sorted(map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/{name}")))]
        found.append(next((path for path in paths if path and runs(path)), None))
    return [path for path in found if path]


def runs(python: str) -> bool:
    return subprocess.run([python, "--version"], capture_output=True, check=False).returncode == 0


def make_wrappers(machine: Machine, tools: Path) -> None:
    """CMake wants each tool to be one word."""
    zig = run(tools, "-c", "import pathlib, ziglang; print(pathlib.Path(ziglang.__file__).parent / 'zig')").strip()
    target = f"-target {machine.name}-linux-gnu.{machine.glibc}"
    (machine.folder / "bin").mkdir(parents=True, exist_ok=True)
    for name, arguments in {"c++": f"c++ {target}", "ar": "ar", "ranlib": "ranlib"}.items():
        machine.tool(name).write_text(f'#!/bin/sh\nexec {zig} {arguments} "$@"\n')
        machine.tool(name).chmod(0o755)


def build_requirements() -> list[str]:
    """The build requirements of pyproject.toml, which Python 3.10 cannot parse."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^requires = \[(.*?)\]", text, re.MULTILINE | re.DOTALL)
    assert listed
    return [*re.findall(r'"(.*?)"', listed.group(1)), "cmake", "ninja"]


def build_wheel(machine: Machine, version: str, python: str, tools: Path, out: Path) -> Path:
    builder = environment(f"python{version}", python, *build_requirements())
    suffix = f".cpython-{version.replace('.', '')}-{machine.name}-linux-gnu.so"
    raw = machine.folder / version
    shutil.rmtree(raw, ignore_errors=True)
    defines = {
        "CMAKE_CXX_COMPILER": machine.tool("c++"),
        "CMAKE_AR": machine.tool("ar"),
        "CMAKE_RANLIB": machine.tool("ranlib"),
        "CMAKE_SYSTEM_NAME": "Linux",
        "CMAKE_SYSTEM_PROCESSOR": machine.name,
        "TERSELY_ICU": "bundled",
        "TERSELY_ICU_PREFIX": machine.folder / "icu",
        "PYTHON_MODULE_EXTENSION": suffix,
        "PYTHON_MODULE_DEBUG_POSTFIX": "",
    }
    if shutil.which("ccache"):  # whose cache has no use for precompiled headers: those of each build folder differ
        defines |= {"CMAKE_CXX_COMPILER_LAUNCHER": "ccache", "CMAKE_DISABLE_PRECOMPILE_HEADERS": "ON"}
    run(
        *(builder, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", raw),
        *(part for name, value in defines.items() for part in ("-C", f"cmake.define.{name}={value}")),
        *("-C", f"build-dir={machine.folder / 'build'}{version}", "-C", "install.strip=true", f"{ROOT}/."),
        _PYTHON_HOST_PLATFORM=f"linux-{machine.name}",
        CCACHE_BASEDIR=str(ROOT),
        CCACHE_NOHASHDIR="1",
        CCACHE_COMPILERCHECK="%compiler% --version",
    )
    (built,) = raw.glob("*.whl")
    run(
        tools,
        "-m",
        "auditwheel",
        "repair",
        "--zip-compression-level=9",
        "--wheel-dir",
        raw / "repaired",
        built,
        PATH=f"{tools.parent}:{os.environ['PATH']}",
    )
    (repaired,) = (raw / "repaired").glob("*.whl")
    out.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(repaired, out))


def module_of(wheel: Path, folder: Path) -> Path:
    """Unpacks the extension module."""
    with zipfile.ZipFile(wheel) as files:
        (name,) = [name for name in files.namelist() if name.startswith("tersely/_core.") and name.endswith(".so")]
        return Path(files.extract(name, folder))


def check(wheel: Path, machine: Machine, version: str) -> str:
    """Returns a row of the table. What a wheel may not have ends the program."""
    module = module_of(wheel, machine.folder / version / "unpacked")
    symbols = sorted(set(re.findall(r" [TWVuB] (\S+)", run("nm", "-D", "--defined-only", module))))
    needed = sorted(re.findall(r"NEEDED\s+(\S+)", run("objdump", "-p", module)))
    faults = [
        (wheel.stat().st_size > MOST_BYTES, f"larger than {MOST_BYTES:,} bytes"),
        ([symbol.split("@")[0] for symbol in symbols] != ["PyInit__core"], f"exports {symbols}"),
        (not LIBRARIES.issuperset(needed), f"needs {needed}"),
        (f"cp{version.replace('.', '')}" not in wheel.name or machine.name not in wheel.name, "has another tag"),
        (f"{version.replace('.', '')}-{machine.name}" not in module.name, f"holds {module.name}"),
    ]
    found = [fault for wrong, fault in faults if wrong]
    if found:
        raise SystemExit(f"{wheel.name}: {'; '.join(found)}")
    return f"| `{wheel.name}` | {wheel.stat().st_size / 1e6:.2f} MB | {' '.join(needed)} | {' '.join(symbols)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "wheels")
    parser.add_argument("--python", action="append", metavar="INTERPRETER", help="a version of Python to build for")
    parser.add_argument("--machine", action="append", choices=MACHINES, help="default: both")
    given = parser.parse_args()
    pythons = given.python or find_interpreters()
    tools = environment("tools", sys.executable, "-r", str(ROOT / "packaging" / "requirements.txt"))
    rows = []
    for machine in (MACHINES[name] for name in given.machine or MACHINES):
        make_wrappers(machine, tools)
        for python in pythons:
            version = run(python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])").strip()
            wheel = build_wheel(machine, version, python, tools, given.out.resolve())
            rows.append(check(wheel, machine, version))
            print(rows[-1], flush=True)
    print("\n| wheel | size | needs | exports |\n|---|---|---|---|", *rows, sep="\n")


if __name__ == "__main__":
    main()
