#!/bin/sh
# Measures what it costs to deploy 1,000 dashboards to a Grafana that is 20 ms away, beside a client
# that sends one request after the other. All in one run; nothing else is needed.
set -eu

root=$(dirname "$(dirname "$(readlink -f "$0")")")
work=$root/target/bench/deploy
rm -rf "$work"
mkdir -p "$work/classes"
unset GRAFANA_URL

classpath="$root/dashboards-src/target/app/*:$root/generator/target/test-classes"
jdk=$("$root/scripts/jdk")
"$jdk/bin/javac" -d "$work/classes" -cp "$classpath" "$root/benchmarks/DeployBench.java" \
  "$root/benchmarks/Fleet.java" "$root/benchmarks/OneAfterTheOther.java"

for grafana in observed documented; do
  "$jdk/bin/java" -XX:+UseSerialGC -cp "$work/classes:$classpath" \
    DeployBench "$grafana" 1000 "$work/$grafana" > "$work/$grafana.txt" 2>&1 || {
    tail "$work/$grafana.txt" >&2
    exit 1
  }
  cat "$work/$grafana/figures.txt"
done
