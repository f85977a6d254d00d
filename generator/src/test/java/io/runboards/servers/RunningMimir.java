package io.runboards.servers;

import io.runboards.build.External;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Mimir of its own for a test, for any tenants.
 *
 * @param server the program
 */
public record RunningMimir(Server server) implements AutoCloseable {
  private static final String TENANT = "X-Scope-OrgID";

  /** Starts one in an empty folder. */
  public static RunningMimir start(Path folder) throws IOException {
    int port = Server.freePort();
    Path program = External.server("mimir");
    try (InputStream config = RunningMimir.class.getResourceAsStream("/servers/mimir.yaml")) {
      Files.write(folder.resolve("mimir.yaml"), Objects.requireNonNull(config).readAllBytes());
    }
    Map<String, String> ports =
        Map.of(
            "HTTP_PORT", Integer.toString(port), "GRPC_PORT", Integer.toString(Server.freePort()));
    List<String> command =
        List.of(program.toString(), "-config.file=mimir.yaml", "-config.expand-env=true");
    return new RunningMimir(Server.start(folder, port, "/ready", ports, command));
  }

  public PrometheusApi api(String tenant) {
    return new PrometheusApi(server, "/prometheus", List.of(TENANT, tenant));
  }

  /** Gives a tenant a group of rules. */
  public void takeRules(String tenant, String namespace, String group) {
    server.post(
        "/prometheus/config/v1/rules/" + namespace, "application/yaml", group, TENANT, tenant);
  }

  /** Gives a tenant samples, as OpenTelemetry writes them in JSON. */
  public void takeSamples(String tenant, String json) {
    server.post("/otlp/v1/metrics", "application/json", json, TENANT, tenant);
  }

  /** What it measures of itself, as text. */
  public String metrics() {
    return server.get("/metrics");
  }

  @Override
  public void close() {
    server.close();
  }
}
