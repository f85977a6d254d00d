package io.runboards.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that a test started and that answers on a port of this machine, until it is closed.
 *
 * @param process the program
 * @param url its address, without a slash at the end
 * @param log what it prints
 */
public record Server(Process process, URI url, Path log) implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SECONDS_TO_START = 30;
  private static final int SECONDS_TO_STOP = 10;

  /**
   * Starts a program and waits until it is ready.
   *
   * @param folder where it runs and keeps its data
   * @param port where it will answer
   * @param ready the path that answers well when it is ready
   * @param environment variables that it reads
   * @param command the program and its options
   */
  static Server start(
      Path folder, int port, String ready, Map<String, String> environment, List<String> command) {
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      URI url = URI.create("http://127.0.0.1:" + port);
      Server server = new Server(builder.start(), url, log);
      server.awaitReady(ready);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady(String ready) {
    try {
      Eventually.within(SECONDS_TO_START, () -> answersWell(ready));
    } catch (AssertionError e) {
      close();
      throw e;
    }
  }

  private void answersWell(String ready) {
    if (!process.isAlive()) {
      throw new IllegalStateException("the program has ended:\n" + printed());
    }
    get(ready);
  }

  /** A port of this machine on which nobody listens. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer to a request; anything but success is a failure. */
  public String get(String path, String... headers) {
    return answer(request(path, headers).GET());
  }

  /** The same, read as JSON. */
  public JsonNode json(String path, String... headers) {
    try {
      return JSON.readTree(get(path, headers));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String post(String path, String type, String body, String... headers) {
    return answer(
        request(path, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private String answer(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode())
          .as("%s %s: %s\n%s", request.method(), request.uri(), response.body(), printed())
          .isBetween(200, 299);
      return response.body();
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " does not answer\n" + printed(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the program and waits until it is gone. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
