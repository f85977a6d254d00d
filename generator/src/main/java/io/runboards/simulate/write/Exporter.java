package io.runboards.simulate.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.runboards.json.JsonWriter;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.simulate.scrape.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Shows a simulation to a Prometheus that scrapes this machine.
 *
 * <p>{@code /targets} lists the targets for Prometheus' service discovery, and each is asked for
 * itself: so its series get the right job and instance, and one that does not answer is down.
 * {@code /metrics} shows all at once.
 *
 * <p>Whenever it is asked, the simulation first goes on to the present.
 */
public final class Exporter implements AutoCloseable {
  /** After a longer break the simulation goes on from where it was. */
  private static final long LONGEST_BREAK = 600;

  private static final String TARGET = "/targets/";

  private final Simulation simulation;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
  private long asked;

  private Exporter(Simulation simulation, InstantSource clock, HttpServer server) {
    this.simulation = simulation;
    this.clock = clock;
    this.server = server;
    this.asked = clock.instant().getEpochSecond();
  }

  /**
   * Starts to answer.
   *
   * @param simulation at the present moment, in steps of a second
   * @param port the port, on this machine only; 0 for any that is free
   */
  public static Exporter start(Simulation simulation, InstantSource clock, int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      Exporter exporter = new Exporter(simulation, clock, server);
      server.createContext("/", exporter::answer);
      server.setExecutor(exporter.answering);
      server.start();
      return exporter;
    } catch (BindException e) {
      throw new NotWritten("port %s cannot be used: %s".formatted(port, e.getMessage()));
    } catch (IOException e) {
      throw new NotWritten("no server: " + e.getMessage());
    }
  }

  /** Host and port. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private record Page(int status, String type, byte[] body) {
    static Page text(int status, String text) {
      return new Page(status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Page page = page(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.getResponseHeaders().set("Content-Type", page.type());
      exchange.sendResponseHeaders(page.status(), head ? -1 : page.body().length);
      if (!head) {
        exchange.getResponseBody().write(page.body());
      }
    }
  }

  private Page page(String method, String path) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Page.text(405, "only GET\n");
    }
    return switch (path) {
      case "/" -> Page.text(200, "/targets  for http_sd_configs\n/metrics  all targets\n");
      case "/metrics" -> everything();
      case "/targets" -> new Page(200, "application/json", list().getBytes(UTF_8));
      default ->
          target(path).map(this::one).orElseGet(() -> Page.text(404, "there is no " + path + "\n"));
    };
  }

  private synchronized Page everything() {
    goOn();
    Exposition text = new Exposition(tag -> true);
    simulation.scrape(text);
    return new Page(200, Exposition.TYPE, text.toBytes());
  }

  private synchronized Page one(Target target) {
    goOn();
    List<Tag> own = target.own();
    Exposition text = new Exposition(tag -> !own.contains(tag));
    return target.show(text)
        ? new Page(200, Exposition.TYPE, text.toBytes())
        : Page.text(503, "the target does not answer\n");
  }

  private void goOn() {
    long now = clock.instant().getEpochSecond();
    for (long i = Math.min(now - asked, LONGEST_BREAK); i > 0; i--) {
      simulation.advance();
    }
    asked = now;
  }

  private synchronized List<Target> targets() {
    return simulation.platform().targets().all();
  }

  /** The number of a target is its place in the list: targets are only ever added. */
  private Optional<Target> target(String path) {
    List<Target> all = targets();
    String number = path.startsWith(TARGET) ? path.substring(TARGET.length()) : "";
    return number.matches("\\d{1,6}") && Integer.parseInt(number) < all.size()
        ? Optional.of(all.get(Integer.parseInt(number)))
        : Optional.empty();
  }

  private String list() {
    StringWriter text = new StringWriter();
    List<Target> all = targets();
    JsonWriter.prettyList(
        text,
        () -> IntStream.range(0, all.size()).iterator(),
        (json, number) -> {
          json.field("targets", List.of(address()));
          json.object(
              "labels",
              labels -> {
                labels.field("__metrics_path__", TARGET + number);
                all.get(number).own().forEach(tag -> labels.field(tag.name(), tag.value()));
              });
        });
    return text.toString();
  }

  @Override
  public void close() {
    server.stop(0);
    answering.close();
  }
}
