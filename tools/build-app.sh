#!/bin/sh
# Publishes the command line to a folder of its own below artifacts/app and points artifacts/app/current to it.
# Called by ./assay with the root and the sources below it; safe when several start at once: one builds, the others wait and find it done.
set -eu

root=$1
shift # what is left are the sources
apps="$root/artifacts/app"
mkdir -p "$apps"

# The lock is a descriptor, gone with the process; the build's own children must not inherit it.
exec 9>"$apps/lock"
if command -v flock >/dev/null 2>&1; then
  flock -n 9 || { echo "assay: waiting for another build to end"; flock 9; }
fi

cd "$root"
if [ -f "$apps/current/built" ] &&
   [ -z "$(find "$@" -newer "$apps/current/built" -print | head -n 1)" ]; then
  exit 0
fi

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) rid=linux-x64 ;;
  Linux-aarch64) rid=linux-arm64 ;;
  Darwin-arm64) rid=osx-arm64 ;;
  Darwin-x86_64) rid=osx-x64 ;;
  *) rid= ;;
esac
[ -z "$(ls /lib/ld-musl-* 2>/dev/null)" ] || rid=$(printf '%s' "$rid" | sed 's/^linux/linux-musl/')

build=$(mktemp -d "$apps/build.XXXXXX")
log="$build.log"
touch "$build.started"
trap 'rm -rf "$build" "$build.started"' EXIT
trap 'exit 130' INT TERM

if [ -e "$apps/current" ]; then echo "assay: a source has changed, building"; else echo "assay: building for the first time, about a minute"; fi

publish() {
  dotnet publish src/Assay.Cli/Assay.Cli.csproj -c Release -o "$build" --nologo -nodeReuse:false \
    -p:UseSharedCompilation=false "$@" 9>&- 2>&1
}

# One line a project as it is done: that is the progress there is.
report() {
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    case "$line" in
      *"Determining projects to restore"*) echo "  restoring packages" ;;
      *" -> "*.dll) project=${line%% -> *}; echo "  compiled${project#"${project%%[! ]*}"}" | sed 's/compiled/compiled /' ;;
      *": error "*) echo "  $line" ;;
    esac
  done
}

built=no
if [ -n "$rid" ]; then
  { publish -r "$rid" --self-contained false -p:PublishReadyToRun=true || echo failed >"$build.failed"; } | report
  [ -e "$build.failed" ] || built=yes
fi
if [ "$built" = no ] && { [ -z "$rid" ] || grep -qE 'NU1101|NU1102|NETSDK1094' "$log"; }; then
  # The compiler that works ahead of time is not to be had here: without it Assay runs as well, and starts more slowly.
  rm -f "$build.failed"
  { publish || echo failed >"$build.failed"; } | report
  [ -e "$build.failed" ] || built=yes
fi
if [ "$built" = no ]; then
  rm -f "$build.failed"
  echo "assay: the build failed; all that it said is in ${log#"$root"/}"
  exit 70
fi

mv "$build.started" "$build/built"
previous=$(readlink "$apps/current" 2>/dev/null || true)
ln -s "$(basename "$build")" "$build.link"
mv -T "$build.link" "$apps/current" 2>/dev/null || { rm -f "$apps/current"; mv "$build.link" "$apps/current"; }
trap - EXIT
rm -f "$log"

# The build before this one may still run somewhere; older ones go.
for old in "$apps"/build.*; do
  case "$(basename "$old")" in "$(basename "$build")"|"$previous") ;; *) rm -rf "$old" ;; esac
done
