package io.runboards.servers;

import io.runboards.build.External;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A Prometheus of its own for a test.
 *
 * @param server the program
 */
public record RunningPrometheus(Server server) implements AutoCloseable {

  /** Starts one in an empty folder, with a configuration. */
  public static RunningPrometheus start(Path folder, String config) throws IOException {
    return start(folder, config, Map.of());
  }

  /** Starts one in a folder where the configuration finds its other files. */
  public static RunningPrometheus start(
      Path folder, String config, Map<String, String> environment) throws IOException {
    int port = Server.freePort();
    Path program = External.server("prometheus");
    Files.writeString(folder.resolve("prometheus.yml"), config);
    List<String> command =
        List.of(
            program.toString(),
            "--config.file=prometheus.yml",
            "--storage.tsdb.path=data",
            "--web.listen-address=127.0.0.1:" + port);
    return new RunningPrometheus(Server.start(folder, port, "/-/ready", environment, command));
  }

  public PrometheusApi api() {
    return new PrometheusApi(server, "", List.of());
  }

  @Override
  public void close() {
    server.close();
  }
}
