#!/bin/sh
# Measures what it costs to define, check and write 1,000 and 10,000 rules, beside promtool, which
# reads and checks the written file. All in one run.
set -eu

root=$(dirname "$(dirname "$(readlink -f "$0")")")
work=$root/target/bench/rules
command -v python3 > /dev/null || {
  echo "make bench needs python3." >&2
  exit 1
}
rm -rf "$work"
mkdir -p "$work/classes"

servers=$("$root/testbed/servers/build")
jdk=$("$root/scripts/jdk")
"$jdk/bin/javac" -d "$work/classes" -cp "$root/dashboards-src/target/app/*" \
  "$root/benchmarks/RuleBench.java"

exec python3 "$root/benchmarks/measure_rules.py" "$work" "$servers/promtool" "$jdk/bin/java" \
  "$work/classes:$root/dashboards-src/target/app/*"
