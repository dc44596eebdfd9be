#!/usr/bin/env bash
# Builds the C++ tests for other processors, with Debian's cross compilers, and runs them under emulation: aarch64, which
# has NEON, and s390x, whose byte order is big-endian. Needs root.
#
#   packaging/test_processors.sh
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/places.sh

for processor in aarch64 s390x; do
  echo "== $processor"
  $(command -v sudo) apt-get -qq install --no-install-recommends "g++-$processor-linux-gnu"
  architecture=${processor/aarch64/arm64}
  unpack_debian "$processor.libraries" bookworm "$architecture" libicu-dev,libgtest-dev,libeigen3-dev,libstdc++-12-dev
  root=$places/$processor.libraries
  build=build/$processor
  cmake -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DTERSELY_TESTS=ON \
    -DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR="$processor" -DCMAKE_CXX_COMPILER="$processor-linux-gnu-g++" \
    -DCMAKE_SYSROOT="$root" -DCMAKE_FIND_ROOT_PATH_MODE_PROGRAM=NEVER -DCMAKE_FIND_ROOT_PATH_MODE_LIBRARY=ONLY \
    -DCMAKE_FIND_ROOT_PATH_MODE_INCLUDE=ONLY -DCMAKE_FIND_ROOT_PATH_MODE_PACKAGE=ONLY \
    -DCMAKE_CROSSCOMPILING_EMULATOR="qemu-$processor-static;-L;$root"
  cmake --build "$build"
  seq 0 $(($(nproc) - 1)) | GTEST_TOTAL_SHARDS=$(nproc) xargs -P 0 -I{} env GTEST_SHARD_INDEX={} \
    "qemu-$processor-static" -L "$root" "$build/tests/tersely_tests" --gtest_brief=1
done
