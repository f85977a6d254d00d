#!/bin/sh
# Measures our parser and Prometheus' own on the same 2,000 expressions in one run, each on a core
# of its own, and prints expressions per second of CPU time and their ratio; then what a full check
# of the same expressions costs beside their parsing.
set -eu

root=$(dirname "$(dirname "$(readlink -f "$0")")")
work=$root/target/bench
mkdir -p "$work"
for program in go python3 taskset; do
  command -v "$program" > /dev/null || {
    echo "make bench needs $program." >&2
    exit 1
  }
done

python3 "$root/benchmarks/make_promql.py" "$work"
(cd "$root/testbed/reference" && go build -buildvcs=false -o "$work/reference" .)
jdk=$("$root/scripts/jdk")

taskset -c 0 "$work/reference" bench "$work/corpus.txt" > "$work/prometheus.json" &
taskset -c 1 "$jdk/bin/java" -XX:+UseSerialGC -cp "$root/dashboards-src/target/app/*" \
  "$root/benchmarks/ParserBench.java" "$work/corpus.txt" > "$work/runboards.json"
wait
cat "$work/prometheus.json" "$work/runboards.json"
python3 - "$work" << 'PYTHON'
import json, sys
read = lambda name: json.load(open(f"{sys.argv[1]}/{name}.json"))["per_cpu_second"]
print(f"runboards reads {read('runboards') / read('prometheus'):.1f} times as many expressions per CPU-second")
PYTHON

"$jdk/bin/java" -XX:+UseSerialGC -cp "$root/dashboards-src/target/app/*" \
  "$root/benchmarks/CheckBench.java" "$work/corpus.txt"
