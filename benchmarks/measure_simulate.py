"""Simulates days of platforms and prints how long it takes to write them, to have promtool make blocks of them, and to
bring them to a Prometheus. Each program has a process of its own.

Arguments: an empty folder, the folder of promtool and prometheus, the java to run, the classpath.
"""
import glob, json, os, shutil, socket, subprocess, sys, time, urllib.request

work, servers, java, classpath = sys.argv[1:]
GPUS, HOURS, GOAL = 100, 24, 180
START = "2025-11-13T00:00:00Z"
SIMULATE = [java, "-XX:+UseSerialGC", "-cp", classpath, "io.runboards.dashboards.Main", "simulate", "--format", "json",
            "--from", START, "--step", "30s"]


def run(command):
    """Wall seconds, CPU seconds with those of what it started, peak MiB and what the program said."""
    before, begun = os.times(), time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = process.stdout.read().strip()
    _, status, use = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    after = os.times()
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} failed with {process.returncode}: {said[-500:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return time.monotonic() - begun, cpu, use.ru_maxrss / 1024, said


def simulate(gpus, hours, *to):
    wall, cpu, peak, said = run(SIMULATE + ["--gpus", str(gpus), "--backfill", f"{hours}h", *to])
    return wall, cpu, peak, json.loads(said)["samples"]


def row(what, wall, cpu, samples, peak):
    print(f"{what:<58}{wall:>8.1f}{cpu:>8.1f}{samples / wall:>16,.0f}{samples / cpu:>16,.0f}{peak:>10.0f}")


def text(gpus, hours):
    folder = f"{work}/text-{gpus}-{hours}"
    wall, cpu, peak, samples = simulate(gpus, hours, "--to", folder)
    row(f"runboards: {gpus} GPUs, {hours} h, text", wall, cpu, samples, peak)
    return folder, cpu, samples


def promtool(folder, samples):
    blocks, all_wall, all_cpu, peak = f"{work}/blocks-of-promtool", 0, 0, 0
    for file in sorted(glob.glob(f"{folder}/*.om")):
        wall, cpu, mib, _ = run([f"{servers}/promtool", "tsdb", "create-blocks-from", "openmetrics", "--quiet", file, blocks])
        all_wall, all_cpu, peak = all_wall + wall, all_cpu + cpu, max(peak, mib)
    row("promtool: blocks of this text, one after the other", all_wall, all_cpu, samples, peak)


def prometheus():
    """A Prometheus that takes samples of any time, when it is ready."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = f"{work}/prometheus.yml"
    with open(config, "w") as file:
        file.write("{}\n")
    process = subprocess.Popen(
        [f"{servers}/prometheus", f"--config.file={config}", f"--storage.tsdb.path={work}/data",
         "--storage.tsdb.min-block-duration=100y", "--storage.tsdb.max-block-duration=100y",
         "--storage.tsdb.retention.time=100y", "--web.enable-remote-write-receiver",
         f"--web.listen-address=127.0.0.1:{port}", "--log.level=warn"], stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/-/ready", timeout=1).close()
            return process, f"http://127.0.0.1:{port}"
        except OSError:
            time.sleep(0.1)
    process.kill()
    sys.exit("Prometheus did not become ready")


print(f"{'':<58}{'seconds':>8}{'CPU s':>8}{'samples/s':>16}{'per CPU s':>16}{'peak MiB':>10}")
_, half_day, _ = text(GPUS, HOURS // 2)
_, half_size, _ = text(GPUS // 2, HOURS)
folder, whole, samples = text(GPUS, HOURS)
promtool(folder, samples)
shutil.rmtree(folder)
wall, cpu, peak, samples = simulate(GPUS, HOURS, "--to", f"{work}/blocks", "--blocks", "--promtool", f"{servers}/promtool")
row(f"runboards and promtool: {GPUS} GPUs, {HOURS} h, blocks", wall, cpu, samples, peak)
store, url = prometheus()
try:
    sent, cpu, peak, _ = simulate(GPUS, HOURS, "--to", url)
    row(f"runboards: {GPUS} GPUs, {HOURS} h, remote write to a Prometheus", sent, cpu, samples, peak)
finally:
    store.terminate()
    store.wait()
print(f"""
{samples:,.0f} samples; twice the time costs {whole / half_day:.1f} times the CPU time, twice the GPUs {whole / half_size:.1f} times.
A day of {GPUS} GPUs is in blocks after {wall:.0f} s (goal: {GOAL} s at most).""")
shutil.rmtree(work)
