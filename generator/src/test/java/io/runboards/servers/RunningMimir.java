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
  private static final String RUNTIME = "runtime.yaml";

  /** Starts one in an empty folder. */
  public static RunningMimir start(Path folder) throws IOException {
    return start(folder, "overrides: {}\n");
  }

  /** Starts one in an empty folder, with a runtime configuration, which it reads each second. */
  public static RunningMimir start(Path folder, String runtime) throws IOException {
    Files.writeString(folder.resolve(RUNTIME), runtime);
    int port = Server.freePort();
    Path program = External.server("mimir");
    try (InputStream config = RunningMimir.class.getResourceAsStream("/servers/mimir.yaml")) {
      Files.write(folder.resolve("mimir.yaml"), Objects.requireNonNull(config).readAllBytes());
    }
    Map<String, String> ports =
        Map.of(
            "HTTP_PORT", Integer.toString(port), "GRPC_PORT", Integer.toString(Server.freePort()));
    List<String> command =
        List.of(
            program.toString(),
            "-config.file=mimir.yaml",
            "-config.expand-env=true",
            "-runtime-config.file=" + RUNTIME,
            "-runtime-config.reload-period=1s");
    return new RunningMimir(Server.start(folder, port, "/ready", ports, command));
  }

  /** Starts one in an empty folder, with a configuration that names {@code port}. */
  public static RunningMimir start(Path folder, int port, String config) throws IOException {
    Path program = External.server("mimir");
    Files.writeString(folder.resolve("mimir.yaml"), config);
    List<String> command = List.of(program.toString(), "-config.file=mimir.yaml");
    return new RunningMimir(Server.start(folder, port, "/ready", Map.of(), command));
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

  /** The runtime configuration that holds, as YAML. */
  public String runtime() {
    return server.get("/runtime_config");
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
