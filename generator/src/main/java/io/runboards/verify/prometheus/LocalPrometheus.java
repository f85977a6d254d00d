package io.runboards.verify.prometheus;

import io.runboards.http.Answer;
import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Server;
import io.runboards.http.Server.Patience;
import io.runboards.http.Unanswered;
import io.runboards.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Prometheus of our own, on a port of this machine, which is gone when it is closed or when this
 * process ends, however it ends.
 *
 * <p>It takes samples of the last fifty years, but of the future only minutes. A series must come
 * in the order of its times; one series may be years older than the one before, for all are kept in
 * one block that is never closed.
 */
public final class LocalPrometheus implements AutoCloseable {
  private static final String CONFIG = "prometheus.yml";
  private static final String DATA = "data";
  private static final String LOG = "log.txt";

  /** It runs for minutes: a quarter less work is worth more than the memory. */
  private static final String COLLECT_SELDOM = "GOGC=300";

  private static final String PORT_IS_TAKEN = "address already in use";
  private static final int PORTS_TO_TRY = 5;
  private static final int LAST_LINES = 10;
  private static final Duration LONGEST_START = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PATIENCE_BEYOND_QUERIES = Duration.ofSeconds(10);

  private final RunFolder folder;
  private final Leash leash;
  private final Http http;
  private final Thread hook = new Thread(this::end, "end of prometheus");

  private LocalPrometheus(RunFolder folder, Leash leash, Http http) {
    this.folder = folder;
    this.leash = leash;
    this.http = http;
  }

  /** Starts one with an empty store and waits until it can be asked. */
  public static LocalPrometheus start(Setup setup)
      throws IOException, NotStarted, InterruptedException {
    return start(setup, LONGEST_START);
  }

  static LocalPrometheus start(Setup setup, Duration longest)
      throws IOException, NotStarted, InterruptedException {
    RunFolder folder = RunFolder.below(setup.base());
    try {
      setup.writeTo(folder.path(), CONFIG);
      for (int i = 1; i <= PORTS_TO_TRY; i++) {
        Optional<LocalPrometheus> started = start(setup, longest, folder, freePort());
        if (started.isPresent()) {
          return started.get().untilShutdown();
        }
      }
      throw new NotStarted(
          "Prometheus found no free port; it was tried " + PORTS_TO_TRY + " times");
    } catch (IOException | NotStarted | InterruptedException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private LocalPrometheus untilShutdown() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      return this;
    } catch (IllegalStateException e) {
      end();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Empty if somebody else took the port in the meantime. */
  private static Optional<LocalPrometheus> start(
      Setup setup, Duration longest, RunFolder folder, int port)
      throws IOException, NotStarted, InterruptedException {
    Path path = folder.path();
    Leash leash = Leash.start(path, path.resolve(LOG), command(setup, path, port));
    Http http = Http.to(server(setup, port));
    boolean ready = false;
    try {
      ready = becomesReady(leash, http, path, longest);
      return ready ? Optional.of(new LocalPrometheus(folder, leash, http)) : Optional.empty();
    } finally {
      if (!ready) {
        leash.close();
        http.close();
      }
    }
  }

  private static List<String> command(Setup setup, Path folder, int port) {
    return List.of(
        "env",
        COLLECT_SELDOM,
        setup.program().toString(),
        "--config.file=" + CONFIG,
        "--storage.tsdb.path=" + folder.resolve(DATA),
        "--storage.tsdb.min-block-duration=100y",
        "--storage.tsdb.max-block-duration=100y",
        "--storage.tsdb.retention.time=100y",
        "--query.max-samples=" + setup.mostSamples(),
        "--query.timeout=" + setup.queryTimeout().toMillis() + "ms",
        "--rules.alert.resend-delay=1s",
        "--web.enable-remote-write-receiver",
        "--web.listen-address=127.0.0.1:" + port,
        "--log.level=warn");
  }

  private static Server server(Setup setup, int port) {
    Duration whole = setup.queryTimeout().plus(PATIENCE_BEYOND_QUERIES);
    return Server.at(URI.create("http://127.0.0.1:" + port), new Credentials.None())
        .waiting(new Patience(PATIENCE_BEYOND_QUERIES, whole));
  }

  private static boolean becomesReady(Leash leash, Http http, Path folder, Duration longest)
      throws IOException, NotStarted, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      boolean ready = answer(http, "/-/ready").isPresent();
      if (!leash.isRunning()) {
        String said = lastLines(folder);
        if (said.contains(PORT_IS_TAKEN)) {
          return false;
        }
        throw new NotStarted("Prometheus ended at once:\n" + said);
      }
      if (ready) {
        return isOurs(http, folder);
      }
      Thread.sleep(PAUSE);
    }
    throw new NotStarted(
        "Prometheus is not ready after %s s:\n%s"
            .formatted(longest.toSeconds(), lastLines(folder)));
  }

  /** Whether it is not another one, which was faster to take the port. */
  private static boolean isOurs(Http http, Path folder) {
    try {
      String flags = answer(http, "/api/v1/status/flags").map(Answer::body).orElse("{}");
      String data = JsonValue.parse(flags).at("data").textAt("storage.tsdb.path");
      return data.equals(folder.resolve(DATA).toString());
    } catch (JsonValue.Malformed e) {
      return false;
    }
  }

  /** A good answer; empty if there is none yet. */
  private static Optional<Answer> answer(Http http, String path) {
    try {
      return Optional.of(http.get(path, Map.of())).filter(Answer::isGood);
    } catch (Unanswered e) {
      return Optional.empty();
    }
  }

  private static String lastLines(Path folder) throws IOException {
    String log = new String(Files.readAllBytes(folder.resolve(LOG)), StandardCharsets.UTF_8);
    List<String> lines = log.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /** Its address, without a slash at the end. */
  public URI url() {
    return http.server().url();
  }

  public PrometheusApi api() {
    return new PrometheusApi(http, Headers.NONE);
  }

  /** Where it takes samples. */
  public RemoteWrite write() {
    return new RemoteWrite(http, RemoteWrite.PROMETHEUS, Headers.NONE, LONGEST_START);
  }

  /** What it printed last. */
  public String lastLines() throws IOException {
    return lastLines(folder.path());
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return;
    }
    end();
  }

  private void end() {
    leash.close();
    http.close();
    folder.close();
  }
}
