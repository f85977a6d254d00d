package io.runboards.verify.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a Prometheus is to run.
 *
 * @param program the program
 * @param config its configuration, as YAML
 * @param files the files that the configuration names, such as rules
 * @param mostSamples how many samples one query may hold in memory
 * @param queryTimeout how long one query may take
 * @param base the folder in which it gets one of its own
 */
public record Setup(
    Path program,
    String config,
    List<ConfigFile> files,
    long mostSamples,
    Duration queryTimeout,
    Path base) {
  private static final long USUAL_MOST_SAMPLES = 50_000_000;
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(2);

  public Setup {
    files = List.copyOf(files);
  }

  /**
   * A file beside the configuration.
   *
   * @param name its name, by which the configuration knows it, such as {@code rules/gpu.yml}
   * @param text what it says
   */
  public record ConfigFile(String name, String text) {}

  /** A Prometheus that does nothing by itself. */
  public static Setup idle(Path program) {
    Path base = Path.of(System.getProperty("java.io.tmpdir"));
    return new Setup(program, "{}\n", List.of(), USUAL_MOST_SAMPLES, USUAL_TIMEOUT, base);
  }

  /** The same with a configuration, which may scrape and evaluate rules. */
  public Setup with(String otherConfig, List<ConfigFile> otherFiles) {
    return new Setup(program, otherConfig, otherFiles, mostSamples, queryTimeout, base);
  }

  public Setup limitedTo(long samples, Duration timeout) {
    return new Setup(program, config, files, samples, timeout, base);
  }

  public Setup below(Path otherBase) {
    return new Setup(program, config, files, mostSamples, queryTimeout, otherBase);
  }

  void writeTo(Path folder, String name) throws IOException {
    Files.writeString(folder.resolve(name), config);
    for (ConfigFile file : files) {
      Path path = folder.resolve(file.name());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
  }
}
