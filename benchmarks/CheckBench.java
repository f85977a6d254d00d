import com.sun.management.OperatingSystemMXBean;
import io.runboards.check.QueryChecks;
import io.runboards.flow.World;
import io.runboards.promql.Promql;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a full check of a query costs, its parsing included, beside its parsing alone.
 *
 * <p>Both run in turns in one process; the time is its CPU time, garbage collector and compiler
 * included.
 */
public final class CheckBench {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int ROUNDS = 10;
  private static final double SECONDS = 2;

  private CheckBench() {}

  public static void main(String[] args) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    World world = World.standard();
    Consumer<String> parse = Promql::parse;
    Consumer<String> check =
        line -> QueryChecks.check("line", line, Promql.parse(line), world, Optional.empty());
    double parsing = 0;
    double checking = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double a = perLine(lines, parse);
      double b = perLine(lines, check);
      boolean warm = round >= ROUNDS / 2;
      parsing += warm ? a : 0;
      checking += warm ? b : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "a full check costs %.1f times its parsing (%.1f and %.1f CPU-microseconds a query)%n",
        checking / parsing,
        checking / (ROUNDS / 2) * 1e6,
        parsing / (ROUNDS / 2) * 1e6);
  }

  private static double perLine(List<String> lines, Consumer<String> work) {
    long start = PROCESS.getProcessCpuTime();
    long count = 0;
    while (PROCESS.getProcessCpuTime() - start < SECONDS * 1e9) {
      lines.forEach(work);
      count += lines.size();
    }
    return (PROCESS.getProcessCpuTime() - start) / 1e9 / count;
  }
}
