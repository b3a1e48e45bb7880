#!/bin/sh
# Whole commands over recorded answers: seconds of wall clock and of processor, peak memory. Needs GNU time.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

dotnet build "$root/bench/Assay.Benchmarks" -c Release -v quiet --nologo
rows() { dotnet exec "$root/artifacts/bin/Assay.Benchmarks/release/Assay.Benchmarks.dll" rows "$1"; }
measure() { printf '%-44s' "$1"; shift; /usr/bin/time -f '%e s wall, %U s user, %S s system, %M KB' "$@" 2>&1 >/dev/null | tail -n 1; }

"$root/assay" --version >/dev/null
rows 100000 >"$folder/100k.jsonl"
rows 1000000 >"$folder/1m.jsonl"
measure "version" "$root/assay" --version
measure "demo" "$root/assay" demo --tracking-uri "$folder/demo.db"
for i in 1 2 3; do
  measure "evaluate, text set, 100,000 rows" "$root/assay" evaluate --data "$folder/100k.jsonl" --predictions prediction --scorer text \
    --tracking-uri "$folder/run$i.db" --json
done
measure "score, text set, 100,000 lines" sh -c "exec '$root/assay' score --scorer text <'$folder/100k.jsonl'"
measure "score, text set, 1,000,000 lines" sh -c "exec '$root/assay' score --scorer text <'$folder/1m.jsonl'"
