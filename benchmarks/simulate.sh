#!/bin/sh
# Measures how fast the history of a platform is simulated and written, beside promtool, which makes
# blocks of the same samples, and into a Prometheus. All in one run.
set -eu

root=$(dirname "$(dirname "$(readlink -f "$0")")")
work=$root/target/bench/simulate
command -v python3 > /dev/null || {
  echo "make bench needs python3." >&2
  exit 1
}
rm -rf "$work"
mkdir -p "$work"

servers=$("$root/testbed/servers/build")
jdk=$("$root/scripts/jdk")
cd "$root"
exec python3 "$root/benchmarks/measure_simulate.py" "$work" "$servers" "$jdk/bin/java" \
  "$root/dashboards-src/target/app/*"
