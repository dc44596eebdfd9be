#!/usr/bin/env bash
# Runs the wheels where they will live. Each place is a bare Debian without a compiler, ICU and network:
#   Debian 11 (glibc 2.31), with CPython 3.11 built for it from Debian's source; Debian 12; Debian 12 on aarch64, emulated.
# In each, check_installed.py runs. A wheel built here with gcc must fail in Debian 11; else that place would show nothing.
#
#   packaging/test_wheels.sh FOLDER      # that holds the wheels for CPython 3.11, x86_64 and aarch64; needs root
#
# The places are made once and kept in ~/.cache/tersely/places (1 GB). The first run takes half an hour, the next a minute.
set -euo pipefail
cd "$(dirname "$0")/.."
wheels=$(realpath "${1:?usage: test_wheels.sh FOLDER}")
. packaging/places.sh

# Compiled in a copy of the place, so that the place itself stays without a compiler.
build_python() {
  [[ -d "$places/debian11/opt/python" ]] && return
  local lists=$places/lists compiler=$places/debian11.compiler
  rm -rf "$lists" "$compiler"
  mkdir -p "$lists/sources" "$lists/index/partial"
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror bookworm main" \
    > "$lists/sources/python.list"
  local options=(-qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$lists/sources"
                 -o Dir::State::lists="$lists/index")
  apt-get "${options[@]}" update
  (cd "$lists" && apt-get "${options[@]}" source --download-only python3.11)
  cp -a "$places/debian11" "$compiler"
  # Without Debian's patches, some of which need a newer expat than that of Debian 11 or of the source.
  dpkg-source --no-check --skip-patches -x "$lists"/python3.11*.dsc "$compiler/source" > /dev/null
  cp /etc/resolv.conf "$compiler/etc/"
  chroot "$compiler" apt-get -qq install --no-install-recommends \
    gcc make libc6-dev zlib1g-dev libffi-dev libbz2-dev liblzma-dev > /dev/null
  chroot "$compiler" sh -ec "cd /source &&
    ./configure -q --prefix=/opt/python --without-ensurepip --disable-test-modules
    make -s -j$(nproc) > /dev/null 2>&1 && make -s install > /dev/null 2>&1"
  cp -a "$compiler/opt/python" "$places/debian11/opt/"
  rm -rf "$compiler"
}

# Installs a wheel into a place, without a network, and checks it there.
check() {  # NAME WHEEL INTERPRETER...
  local name=$1 wheel=$2 place=$places/$1
  shift 2
  rm -rf "$place/check"
  mkdir -p "$place/check/tests/data"
  cp "$wheel" "$places"/pip-*.whl packaging/check_installed.py README.md "$place/check/"
  cp tests/data/article.txt "$place/check/tests/data/"
  local pip=/check/$(cd "$place/check" && ls pip-*.whl)/pip
  unshare --net chroot "$place" "$@" "$pip" install --quiet --no-index --no-deps --target /check/installed \
    --root-user-action ignore "/check/$(basename "$wheel")"
  PYTHONPATH=/check/installed LC_ALL=C.UTF-8 unshare --net chroot "$place" "$@" /check/check_installed.py /check
}

ls "$places"/pip-*.whl > /dev/null 2>&1 || python3 -m pip -q download --no-deps --dest "$places" pip
make_debian debian11 bullseye
make_debian debian12 bookworm --include=python3
unpack_debian aarch64 bookworm arm64 python3
cp /usr/bin/qemu-aarch64-static "$places/aarch64/usr/bin/"
build_python

x86=$(ls "$wheels"/tersely-*-cp311-*manylinux*x86_64.whl)
arm=$(ls "$wheels"/tersely-*-cp311-*manylinux*aarch64.whl)
echo "== Debian 11, glibc 2.31"
check debian11 "$x86" /opt/python/bin/python3.11
echo "== Debian 12"
check debian12 "$x86" /usr/bin/python3
echo "== Debian 12, aarch64"
check aarch64 "$arm" /usr/bin/qemu-aarch64-static /usr/bin/python3.11

echo "== the control: a wheel of this machine's gcc must fail in Debian 11"
python3.11 -m venv build/control/venv
build/control/venv/bin/pip -q wheel --no-deps --wheel-dir build/control -C cmake.define.TERSELY_ICU=bundled ./
if check debian11 "$(ls build/control/tersely-*.whl)" /opt/python/bin/python3.11; then
  echo "It ran, so the check of Debian 11 shows nothing." >&2
  exit 1
fi
echo "== all is well"
