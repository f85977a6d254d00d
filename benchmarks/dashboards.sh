#!/bin/sh
# Measures what it costs to define, check and write n dashboards, beside a program that only writes
# the same bytes and, where npm is there, beside Grafana's Foundation SDK. All in one run.
set -eu

root=$(dirname "$(dirname "$(readlink -f "$0")")")
work=$root/target/bench/dashboards
command -v python3 > /dev/null || {
  echo "make bench needs python3." >&2
  exit 1
}
rm -rf "$work"
mkdir -p "$work/classes"

python3 "$root/benchmarks/make_spec.py" "$work/spec.json"
jdk=$("$root/scripts/jdk")
"$jdk/bin/javac" -d "$work/classes" -cp "$root/dashboards-src/target/app/*" \
  "$root/benchmarks/DashboardBench.java" "$root/benchmarks/DashboardFloor.java"

if command -v node > /dev/null && command -v npm > /dev/null; then
  cp -R "$root/benchmarks/sdk" "$work/sdk"
  (cd "$work/sdk" && npm ci --silent --no-audit --no-fund) || {
    echo "The Foundation SDK is left out: npm could not install it." >&2
    rm -rf "$work/sdk"
  }
else
  echo "The Foundation SDK is left out: it needs node and npm." >&2
fi

exec python3 "$root/benchmarks/measure_dashboards.py" \
  "$work" "$jdk/bin/java" "$work/classes:$root/dashboards-src/target/app/*"
