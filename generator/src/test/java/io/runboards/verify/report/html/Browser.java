package io.runboards.verify.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Malformed;
import io.runboards.servers.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A Chromium without a window, which opens one page and answers by the DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final int SECONDS = 60;

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final Map<Long, CompletableFuture<JsonValue>> waiting = new ConcurrentHashMap<>();
  private final List<JsonValue> events = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger calls = new AtomicInteger();
  private String session = "";

  private Browser(Process process, URI address) {
    this.process = process;
    this.socket = client.newWebSocketBuilder().buildAsync(address, new Ear()).join();
  }

  /**
   * Starts one.
   *
   * @param folder where it may keep what it keeps
   */
  static Browser start(Path folder) throws IOException {
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
                External.browser().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("profile"),
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
    Process process = builder.start();
    try {
      Path port = folder.resolve("profile/DevToolsActivePort");
      Eventually.within(
          SECONDS, () -> assertThat(lines(port)).as(() -> lines(log).toString()).hasSize(2));
      List<String> lines = lines(port);
      Browser browser =
          new Browser(process, URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
      browser.attach();
      return browser;
    } catch (RuntimeException | AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void attach() {
    String page =
        call("Target.createTarget", JsonValue.EMPTY.with("url", "about:blank")).textAt("targetId");
    session =
        call("Target.attachToTarget", JsonValue.EMPTY.with("targetId", page).with("flatten", true))
            .textAt("sessionId");
    List.of("Page", "Runtime", "Log", "Network").forEach(it -> call(it + ".enable"));
  }

  /** Puts the pieces of messages together and hands them on. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        try {
          hear(JsonValue.parse(message.toString()));
        } catch (Malformed e) {
          throw new IllegalStateException(e);
        }
        message.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void hear(JsonValue message) {
    CompletableFuture<JsonValue> answer = waiting.remove(message.numberAt("id"));
    if (answer != null) {
      answer.complete(message);
    } else {
      events.add(message);
    }
  }

  private JsonValue call(String method) {
    return call(method, JsonValue.EMPTY);
  }

  private JsonValue call(String method, Fields params) {
    long id = calls.incrementAndGet();
    CompletableFuture<JsonValue> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    Fields message = JsonValue.EMPTY.with("id", id).with("method", method).with("params", params);
    Fields addressed = session.isEmpty() ? message : message.with("sessionId", session);
    socket.sendText(addressed.line(), true).join();
    JsonValue answered = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    if (!answered.at("error").isNothing()) {
      throw new AssertionError(method + ": " + answered.at("error").line());
    }
    return answered.at("result");
  }

  /** Opens a page and waits until it is there. */
  void open(String address) {
    events.clear();
    call("Page.navigate", JsonValue.EMPTY.with("url", "about:blank"));
    call("Page.navigate", JsonValue.EMPTY.with("url", address));
    Eventually.within(
        SECONDS,
        () ->
            assertThat(run("document.readyState + location.href")).isEqualTo("complete" + address));
  }

  /** What a script results in, as a text. */
  String run(String script) {
    JsonValue result =
        call(
            "Runtime.evaluate",
            JsonValue.EMPTY
                .with("expression", "String(" + script + ")")
                .with("awaitPromise", true)
                .with("returnByValue", true));
    if (!result.at("exceptionDetails").isNothing()) {
      throw new AssertionError(result.at("exceptionDetails").line());
    }
    return result.at("result").textAt("value");
  }

  void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        JsonValue.EMPTY
            .with("width", width)
            .with("height", height)
            .with("deviceScaleFactor", 1)
            .with("mobile", false));
  }

  /** Lets pages think that the reader prefers {@code light} or {@code dark}. */
  void prefer(String scheme) {
    Fields feature = JsonValue.EMPTY.with("name", "prefers-color-scheme").with("value", scheme);
    call(
        "Emulation.setEmulatedMedia",
        JsonValue.EMPTY.with("media", "").with("features", new JsonValue.Items(List.of(feature))));
  }

  /** Lets pages think that they are printed. */
  void print() {
    call("Emulation.setEmulatedMedia", JsonValue.EMPTY.with("media", "print"));
  }

  /** Lets pages run scripts, or not. */
  void scripts(boolean run) {
    call("Emulation.setScriptExecutionDisabled", JsonValue.EMPTY.with("value", !run));
  }

  /** Types a key as a person would. */
  void press(String key, String text) {
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          JsonValue.EMPTY
              .with("type", type)
              .with("key", key)
              .with("code", key)
              .with("windowsVirtualKeyCode", key.equals("Tab") ? 9 : text.codePointAt(0))
              .with("text", type.equals("keyDown") ? text : ""));
    }
  }

  /** A picture of the page from its top, as high as it is up to some pixels. */
  void picture(Path file, int width, int most) throws IOException {
    long height = Math.min(most, Long.parseLong(run("document.documentElement.scrollHeight")));
    Fields clip =
        JsonValue.EMPTY
            .with("x", 0)
            .with("y", 0)
            .with("width", width)
            .with("height", height)
            .with("scale", 1);
    JsonValue picture =
        call(
            "Page.captureScreenshot",
            JsonValue.EMPTY.with("captureBeyondViewport", true).with("clip", clip));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(picture.textAt("data")));
  }

  /** What the page complained of since it was opened: errors, warnings, exceptions. */
  List<String> complaints() {
    return List.copyOf(events).stream()
        .filter(event ->
            switch (event.textAt("method")) {
              case "Runtime.exceptionThrown", "Log.entryAdded" -> true;
              case "Runtime.consoleAPICalled" -> true;
              default -> false;
            })
        .map(event -> event.at("params").line())
        .toList();
  }

  /** What the page asked for since it was opened. */
  List<String> requests() {
    return List.copyOf(events).stream()
        .filter(event -> event.textAt("method").equals("Network.requestWillBeSent"))
        .map(event -> event.at("params").at("request").textAt("url"))
        .filter(address -> !address.equals("about:blank"))
        .toList();
  }

  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    client.shutdownNow();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(it -> it.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join());
  }
}
