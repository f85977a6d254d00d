"""Runs the dashboard benchmark's programs in turns, each in a process of its own, and prints their CPU time.

The time is that of the whole process, user and system, with its start, compiler and garbage collector: the median
of three. Arguments: a folder that dashboards.sh has prepared, the java to run, the classpath.
"""
import filecmp, json, os, shutil, statistics, subprocess, sys

work, java, classpath = sys.argv[1:]
SIZES = [15, 250, 1000]
ROUNDS = 3
GOAL = 2.5
SHAPE = {"variables": 3, "rows": 4, "timeseries": 8, "stat": 6, "gauge": 4, "table": 2,
         "targets": 28, "overrides": 8, "threshold steps": 60, "links": 22}
JAVA = [java, "-XX:+UseSerialGC", "-cp", classpath]
spec = f"{work}/spec.json"
first = f"{work}/first/w-0000.json"
sdk = f"{work}/sdk/dashboards.mjs"
programs = {"runboards": JAVA + ["DashboardBench", spec], "floor": JAVA + ["DashboardFloor", first]}
if os.path.exists(sdk):
    programs["SDK"] = ["node", sdk, spec]


def run(command):
    """CPU seconds, peak MiB and what the program said."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read().strip()
    _, status, use = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed with {process.returncode}")
    return use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, said


def shape(path):
    with open(path, encoding="utf-8") as file:
        dashboard = json.load(file)
    counts = dict.fromkeys(SHAPE, 0)
    counts["variables"] = len(dashboard["templating"]["list"])
    for panel in dashboard["panels"]:
        if panel["type"] == "row":
            counts["rows"] += 1
            continue
        config = panel["fieldConfig"]
        counts[panel["type"]] += 1
        counts["targets"] += len(panel["targets"])
        counts["overrides"] += len(config["overrides"])
        counts["threshold steps"] += len(config["defaults"]["thresholds"]["steps"])
        counts["links"] += len(config["defaults"]["links"])
    return counts


def compare(one, other):
    names = sorted(os.listdir(one))
    if names != sorted(os.listdir(other)):
        sys.exit("runboards and the floor wrote other files")
    _, different, unread = filecmp.cmpfiles(one, other, names, shallow=False)
    if different or unread:
        sys.exit(f"runboards and the floor wrote other bytes: {(different + unread)[0]}")
    return len(names)


run(programs["runboards"] + [str(SIZES[0]), f"{work}/first"])
times, peaks, said = {}, {}, {}
equal = 0
for _ in range(ROUNDS):
    for size in SIZES:
        for name, command in programs.items():
            folder = f"{work}/{name}"
            shutil.rmtree(folder, ignore_errors=True)
            cpu, peak, said[name] = run(command + [str(size), folder])
            times.setdefault((name, size), []).append(cpu)
            peaks.setdefault((name, size), []).append(peak)
            found = shape(f"{folder}/w-0000.json")
            if found != SHAPE:
                sys.exit(f"{name} wrote something else: {found}, not {SHAPE}")
        equal += compare(f"{work}/runboards", f"{work}/floor")

median = {key: statistics.median(values) for key, values in times.items()}


def each(name, small, large):
    """CPU milliseconds for one more dashboard."""
    return (median[name, large] - median[name, small]) / (large - small) * 1000


print(", ".join(f"{count} {what}" for what, count in SHAPE.items()) + " in each dashboard")
for name in programs:
    print(f"{name}: {said[name]}")
print(f"runboards and the floor wrote the same bytes, {equal} files in {ROUNDS} rounds\n")
print(f"{'CPU seconds (least, most; peak MiB)':<36}" + "".join(f"{'n = ' + format(n, ','):>30}" for n in SIZES))
for name in programs:
    cells = (f"{median[name, n]:.2f} ({min(times[name, n]):.2f}, {max(times[name, n]):.2f}; "
             f"{statistics.median(peaks[name, n]):.0f})" for n in SIZES)
    print(f"{name:<36}" + "".join(f"{cell:>30}" for cell in cells))
print(f"{'runboards / floor':<36}" + "".join(f"{median['runboards', n] / median['floor', n]:>30.2f}" for n in SIZES))
a, b, c = SIZES
print(f"\n{'CPU milliseconds for one more':<36}{f'{a} to {b}':>30}{f'{b} to {c:,}':>30}")
for name in programs:
    print(f"{name:<36}{each(name, a, b):>30.2f}{each(name, b, c):>30.2f}")
ratio = median["runboards", c] / median["floor", c]
print(f"\nWith all checks on, runboards takes {ratio:.2f} times the CPU time of the floor for {c:,} dashboards"
      f" (goal: at most {GOAL}).")
growth = each("runboards", b, c) / each("runboards", a, b)
print(f"One more dashboard costs {growth:.2f} times as much from {b} to {c:,} as from {a} to {b}"
      " (about 1 or less: time grows no faster than n; the compiler's work falls mostly into the first step).")
if "SDK" in programs:
    print(f"runboards takes {median['runboards', c] / median['SDK', c]:.2f} times the CPU time of the Foundation SDK for {c:,},"
          " which checks nothing.")
