#!/usr/bin/env bash
# Builds the static ICU of the wheels: the library `common` alone, hidden symbols, and only the data that tersely reads
# (icu_items.txt).
#
#   build_icu.sh PREFIX
#
# CXX, AR and RANLIB name the tools, JOBS the number of compilers at a time. ICU_SOURCE is an unpacked ICU source folder
# (the one that holds "common"); without it the pinned source package of Debian is downloaded, checked and kept in
# ~/.cache/tersely. Takes one to two minutes and needs no root.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
prefix=$(realpath -m "${1:?usage: build_icu.sh PREFIX}")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tersely

version=72.1-3+deb12u1
dsc_sha256=8fd50a21664422b2dd5df4e20175dce3396c89a3a85363db26dd4529bba62a92  # the .dsc holds the checksums of the rest

# Debian's source lists, derived from the lists of packages, in a folder of our own: nothing on the system changes.
fetch_source() {
  local lists="$cache/lists"
  mkdir -p "$lists/sources" "$lists/index/partial"
  sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > "$lists/sources/icu.sources"
  local options=(-qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$lists/sources"
                 -o Dir::State::lists="$lists/index")
  apt-get "${options[@]}" update
  (cd "$cache" && apt-get "${options[@]}" source --download-only "icu=$version")
}

unpack_source() {
  [[ -f "$cache/icu_$version.dsc" ]] || fetch_source
  echo "$dsc_sha256  $cache/icu_$version.dsc" | sha256sum --check --quiet
  [[ -d "$cache/icu-$version" ]] || (cd "$cache" && dpkg-source --no-check -x "icu_$version.dsc" "icu-$version" > /dev/null)
}

find_icupkg() {
  if ! command -v icupkg > /dev/null; then
    local tools="$cache/icu-devtools"
    [[ -d "$tools" ]] || (mkdir -p "$tools" && cd "$tools" && apt-get -qq download icu-devtools libicu72 &&
                          for package in *.deb; do dpkg -x "$package" .; done)
    PATH="$tools/usr/bin:$PATH"
    LD_LIBRARY_PATH=$(dirname "$tools"/usr/lib/*/libicuuc.so.72)
    export PATH LD_LIBRARY_PATH
  fi
}

build_data() {
  icupkg -l "$data" > "$prefix/objects/all.txt"
  if grep -vxFf "$prefix/objects/all.txt" "$here/icu_items.txt"; then
    echo "This ICU lacks the data above." >&2
    exit 1
  fi
  grep -vxFf "$here/icu_items.txt" "$prefix/objects/all.txt" > "$prefix/objects/remove.txt"
  # Dependencies are ignored: the rules of lines and titles, for example, are left out on purpose.
  icupkg --ignore-deps -r "$prefix/objects/remove.txt" "$data" "$prefix/objects/$name.dat" > /dev/null 2>&1
  # The symbol has the name without the letter of the byte order.
  cat > "$prefix/objects/data.S" <<EOF
.section .rodata
.balign 16
.globl ${name%l}_dat
.hidden ${name%l}_dat
${name%l}_dat: .incbin "$prefix/objects/$name.dat"
.section .note.GNU-stack,"",%progbits
EOF
}

if [[ -z "${ICU_SOURCE:-}" ]]; then
  mkdir -p "$cache"
  unpack_source
  ICU_SOURCE=$cache/icu-$version/source
fi
find_icupkg
source=$(realpath "$ICU_SOURCE")
data=$(ls "$source"/data/in/icudt*l.dat)
name=$(basename "$data" .dat)

rm -rf "$prefix"
mkdir -p "$prefix"/{objects,lib,include/unicode}
cp "$source"/common/unicode/*.h "$prefix/include/unicode/"
build_data
flags=(-std=c++17 -O2 -fPIC -fvisibility=hidden -ffunction-sections -fdata-sections -w "-I$source/common"
       -DU_COMMON_IMPLEMENTATION -DU_STATIC_IMPLEMENTATION -DU_ENABLE_DYLOAD=0 -DICU_NO_USER_DATA_OVERRIDE)
{ ls "$source"/common/*.cpp; echo "$prefix/objects/data.S"; } |
  xargs -P "${JOBS:-$(nproc)}" -I{} sh -c 'file=$1 out=$2; shift 2; "$@" -c "$file" -o "$out/$(basename "$file").o"' \
    compile {} "$prefix/objects" "${CXX:-g++}" "${flags[@]}"
"${AR:-ar}" rc "$prefix/libicuuc.a" "$prefix"/objects/*.o
"${RANLIB:-ranlib}" "$prefix/libicuuc.a"
mv "$prefix/libicuuc.a" "$prefix/lib/"  # the last step: what is there is complete
rm -r "$prefix/objects"
