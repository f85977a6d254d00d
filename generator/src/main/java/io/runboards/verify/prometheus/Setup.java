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
 */
public record Setup(
    Path program,
    String config,
    List<ConfigFile> files,
    long mostSamples,
    Duration queryTimeout) {
  private static final long USUAL_MOST_SAMPLES = 50_000_000;
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(2);

  public Setup {
    files = List.copyOf(files);
  }

  /**
   * A file beside the configuration.
   *
   * @param name its name, by which the configuration knows it
   * @param text what it says
   */
  public record ConfigFile(String name, String text) {}

  /** A Prometheus that does nothing by itself. */
  public static Setup idle(Path program) {
    return new Setup(program, "{}\n", List.of(), USUAL_MOST_SAMPLES, USUAL_TIMEOUT);
  }

  /** The same with a configuration, which may scrape and evaluate rules. */
  public Setup with(String otherConfig, List<ConfigFile> otherFiles) {
    return new Setup(program, otherConfig, otherFiles, mostSamples, queryTimeout);
  }

  public Setup limitedTo(long samples, Duration timeout) {
    return new Setup(program, config, files, samples, timeout);
  }

  void writeTo(Path folder, String name) throws IOException {
    Files.writeString(folder.resolve(name), config);
    for (ConfigFile file : files) {
      Files.writeString(folder.resolve(file.name()), file.text());
    }
  }
}
