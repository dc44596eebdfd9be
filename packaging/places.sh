# Bare Debian systems in ~/.cache/tersely/places, for the scripts that source this file. Needs root.
places=${XDG_CACHE_HOME:-$HOME/.cache}/tersely/places  # outside of the checkout: packaging tools walk through that
mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources | head -1)
export DEBIAN_FRONTEND=noninteractive
command -v debootstrap qemu-aarch64-static > /dev/null || apt-get -qq install debootstrap qemu-user-static
mkdir -p "$places"

# make_debian NAME SUITE ARGUMENTS...: a system of this machine's processor. Does nothing if it is there.
make_debian() {
  local name=$1 suite=$2
  shift 2
  [[ -d "$places/$name" ]] && return
  rm -rf "$places/$name.part"
  debootstrap --variant=minbase "$@" "$suite" "$places/$name.part" "$mirror" > "$places/$name.log"
  mv "$places/$name.part" "$places/$name"
}

# unpack_debian NAME SUITE ARCHITECTURE PACKAGES: a system of another processor. Emulated programs start no others, so
# packages are unpacked and not configured.
unpack_debian() {
  local name=$1 suite=$2 architecture=$3 packages=$4 package
  [[ -d "$places/$name" ]] && return
  rm -rf "$places/$name.part"
  debootstrap --variant=minbase --foreign --arch="$architecture" --include="$packages" "$suite" "$places/$name.part" \
    "$mirror" > "$places/$name.log"
  for package in "$places/$name.part"/var/cache/apt/archives/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$places/$name.part" --keep-directory-symlink
  done
  mv "$places/$name.part" "$places/$name"
}
