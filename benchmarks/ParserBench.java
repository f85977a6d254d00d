import com.sun.management.OperatingSystemMXBean;
import io.runboards.promql.Promql;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many lines of a file our parser reads in a second of CPU time.
 *
 * <p>The time is that of the whole process, garbage collector and compiler included, over ten
 * seconds after ten to warm up.
 */
public final class ParserBench {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final long SECOND = 1_000_000_000;

  private ParserBench() {}

  public static void main(String[] args) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    parseFor(lines, 10 * SECOND);
    long start = PROCESS.getProcessCpuTime();
    long count = parseFor(lines, 10 * SECOND);
    double seconds = (PROCESS.getProcessCpuTime() - start) / (double) SECOND;
    System.out.printf(
        java.util.Locale.ROOT,
        "{\"parser\":\"runboards\",\"expressions\":%d,\"cpu_seconds\":%.3f,\"per_cpu_second\":%d}%n",
        count,
        seconds,
        Math.round(count / seconds));
  }

  private static long parseFor(List<String> lines, long budget) {
    long start = PROCESS.getProcessCpuTime();
    long count = 0;
    while (PROCESS.getProcessCpuTime() - start < budget) {
      for (String line : lines) {
        Promql.parse(line);
      }
      count += lines.size();
    }
    return count;
  }
}
