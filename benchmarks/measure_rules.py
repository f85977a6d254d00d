"""Runs the rule benchmark's programs in turns, each in a process of its own, and prints their CPU time.

The time is that of the whole process, user and system, with its start, compiler and garbage collector: the median
of three. Arguments: a folder that rules.sh has prepared, the promtool and the java to run, the classpath.
"""
import os, statistics, subprocess, sys

work, promtool, java, classpath = sys.argv[1:]
GROUPS = [100, 1000]
RULES_OF_A_GROUP = 10
ROUNDS = 3
GOAL = 2
JAVA = ["-XX:+UseSerialGC", "-cp", classpath, "RuleBench"]
programs = {"runboards": [java] + JAVA, "runboards, quick compiler": [java, "-XX:TieredStopAtLevel=1"] + JAVA}
written = f"{work}/rules.yaml"


def run(command):
    """CPU seconds, peak MiB and what the program said."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read().strip()
    _, status, use = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed with {process.returncode}: {said[-500:]}")
    return use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, said


times, peaks, said = {}, {}, {}
for _ in range(ROUNDS):
    for groups in GROUPS:
        for name, command in programs.items():
            cpu, peak, said[name] = run(command + [str(groups), written])
            times.setdefault((name, groups), []).append(cpu)
            peaks.setdefault((name, groups), []).append(peak)
        cpu, peak, said["promtool"] = run([promtool, "check", "rules", written])
        times.setdefault(("promtool", groups), []).append(cpu)
        peaks.setdefault(("promtool", groups), []).append(peak)
        expected = f"SUCCESS: {groups * RULES_OF_A_GROUP} rules found"
        if expected not in said["promtool"]:
            sys.exit(f"promtool did not say '{expected}'")

median = {key: statistics.median(values) for key, values in times.items()}
few, many = GROUPS
for name in programs:
    print(f"{name}: {said[name]}")
print("promtool check rules: " + " ".join(said["promtool"].split()[-4:]) + "\n")
rules = [f"{groups * RULES_OF_A_GROUP:,} rules" for groups in GROUPS]
print(f"{'CPU seconds (least, most; peak MiB)':<36}" + "".join(f"{size:>30}" for size in rules)
      + f"{'CPU ms for one more':>24}")
for name in [*programs, "promtool"]:
    cells = (f"{median[name, n]:.2f} ({min(times[name, n]):.2f}, {max(times[name, n]):.2f}; "
             f"{statistics.median(peaks[name, n]):.0f})" for n in GROUPS)
    more = (median[name, many] - median[name, few]) / (many - few) / RULES_OF_A_GROUP * 1000
    print(f"{name:<36}" + "".join(f"{cell:>30}" for cell in cells) + f"{more:>24.3f}")
print()
for name in programs:
    print(f"{name}: {median[name, many] / median['promtool', many]:.1f} times the CPU time of promtool for {rules[1]}"
          f" (goal: at most {GOAL}); 10 times as many rules cost {median[name, many] / median[name, few]:.1f} times as much.")
