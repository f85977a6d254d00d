package io.runboards.servers;

import com.fasterxml.jackson.databind.JsonNode;
import io.runboards.build.External;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An Alertmanager of its own for a test.
 *
 * @param server the program
 */
public record RunningAlertmanager(Server server) implements AutoCloseable {

  /** Starts one in an empty folder, with a configuration. */
  public static RunningAlertmanager start(Path folder, String config) throws IOException {
    int port = Server.freePort();
    Path program = External.server("alertmanager");
    Files.writeString(folder.resolve("alertmanager.yml"), config);
    List<String> command =
        List.of(
            program.toString(),
            "--config.file=alertmanager.yml",
            "--storage.path=data",
            "--cluster.listen-address=",
            "--web.listen-address=127.0.0.1:" + port);
    return new RunningAlertmanager(Server.start(folder, port, "/-/ready", Map.of(), command));
  }

  /** Where others send their alerts to: host and port. */
  public String address() {
    return server.url().getAuthority();
  }

  /** The names of the alerts that it knows. */
  public List<String> alerts() {
    List<String> names = new ArrayList<>();
    for (JsonNode alert : server.json("/api/v2/alerts")) {
      names.add(alert.path("labels").path("alertname").asText());
    }
    return names;
  }

  @Override
  public void close() {
    server.close();
  }
}
