package io.runboards.http;

import io.runboards.http.Unanswered.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Talks to one server.
 *
 * <p>Nothing is sent twice, no redirect is followed, no answer grows without bound, and none is
 * waited for longer than the server's patience. Threads may share one.
 */
public final class Http implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int CONNECTIONS = 64;

  private final Server server;
  private final OkHttpClient client;

  private Http(Server server, OkHttpClient client) {
    this.server = server;
    this.client = client;
  }

  /** Prepares to talk; nothing is sent yet. */
  public static Http to(Server server) {
    if (server.exposesCredentials()) {
      throw new WrongServer(
          server.url() + " would get credentials over plain HTTP; use https, or allow it");
    }
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(CONNECTIONS);
    dispatcher.setMaxRequestsPerHost(CONNECTIONS);
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .socketFactory(new PromptSockets())
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(server.patience().connect())
            .readTimeout(server.patience().whole())
            .writeTimeout(server.patience().whole())
            .callTimeout(server.patience().whole());
    server.proxy().ifPresent(proxy -> client.proxy(new Proxy(Proxy.Type.HTTP, proxy)));
    Certificates.of(server.trust())
        .ifPresent(it -> client.sslSocketFactory(it.socketFactory(), it.trustManager()));
    return new Http(server, client.build());
  }

  public Server server() {
    return server;
  }

  public Answer get(String path, Map<String, String> headers) throws Unanswered {
    return send("GET", path, null, headers);
  }

  public Answer delete(String path, Map<String, String> headers) throws Unanswered {
    return send("DELETE", path, null, headers);
  }

  public Answer post(String path, String body, Map<String, String> headers) throws Unanswered {
    return send("POST", path, body, headers);
  }

  /** Sends a request once. A path begins with a slash and is added to the server's address. */
  public Answer send(String method, String path, String body, Map<String, String> headers)
      throws Unanswered {
    Request.Builder request = new Request.Builder().url(server.url() + path);
    request.method(method, body == null ? null : RequestBody.create(body, JSON));
    request.header("Accept", "application/json");
    headers.forEach(request::header);
    authorization().ifPresent(value -> request.header("Authorization", value));
    try (Response response = client.newCall(request.build()).execute()) {
      return answer(response, method + " " + path);
    } catch (IOException e) {
      throw unanswered(e, method + " " + path);
    }
  }

  private Optional<String> authorization() {
    return switch (server.credentials()) {
      case Credentials.None() -> Optional.empty();
      case Credentials.Basic(String user, Secret password) ->
          Optional.of(
              okhttp3.Credentials.basic(user, password.reveal(), StandardCharsets.UTF_8));
      case Credentials.Token(Secret token) -> Optional.of("Bearer " + token.reveal());
    };
  }

  private Answer answer(Response response, String what) throws IOException, Unanswered {
    if (response.isRedirect()) {
      String target = response.header("Location", "somewhere else");
      throw new Unanswered(
          Reason.UNREADABLE,
          "%s: the server sends us on to %s; is that its right address?".formatted(what, target));
    }
    String type = response.header("Content-Type", "");
    return new Answer(
        response.code(),
        type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
        body(response.body().source(), what),
        Optional.ofNullable(response.header("Retry-After")).flatMap(Http::seconds));
  }

  private String body(BufferedSource source, String what) throws IOException, Unanswered {
    Buffer body = new Buffer();
    while (source.read(body, 1 << 16) >= 0) {
      if (body.size() > server.largest()) {
        throw new Unanswered(
            Reason.UNREADABLE,
            "%s: the answer is larger than %d bytes".formatted(what, server.largest()));
      }
    }
    return body.readUtf8();
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private Unanswered unanswered(IOException e, String what) {
    String host = server.url().getAuthority();
    return switch (e) {
      case UnknownHostException unknown ->
          new Unanswered(Reason.NOT_CONNECTED, "there is no host " + server.url().getHost());
      case ConnectException refused ->
          new Unanswered(Reason.NOT_CONNECTED, "nobody answers at " + host);
      case SSLException tls ->
          new Unanswered(
              Reason.NOT_CONNECTED, "no safe connection to " + host + ": " + tls.getMessage());
      case InterruptedIOException late ->
          new Unanswered(
              Reason.LOST,
              "%s: no whole answer from %s within %d s"
                  .formatted(what, host, server.patience().whole().toSeconds()));
      default ->
          new Unanswered(Reason.LOST, what + ": the connection to " + host + " broke");
    };
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    try {
      client.dispatcher().executorService().awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
