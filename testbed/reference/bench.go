package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"
)

// bench parses the lines of a file until ten CPU-seconds are spent, after two to warm up. CPU time
// is that of the whole process, so the garbage collector's share is in it.
func bench(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	parseFor(lines, 2*time.Second)
	count, cpu, err := parseFor(lines, 10*time.Second)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]any{
		"parser":         "prometheus",
		"expressions":    count,
		"cpu_seconds":    cpu.Seconds(),
		"per_cpu_second": int(float64(count) / cpu.Seconds()),
	})
}

func parseFor(lines []string, budget time.Duration) (int, time.Duration, error) {
	count := 0
	start := cpuTime()
	for cpuTime()-start < budget {
		for _, line := range lines {
			if _, err := defaultParser.ParseExpr(line); err != nil {
				return 0, 0, fmt.Errorf("%s: %w", line, err)
			}
		}
		count += len(lines)
	}
	return count, cpuTime() - start, nil
}

func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
