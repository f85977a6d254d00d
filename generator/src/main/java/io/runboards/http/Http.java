package io.runboards.http;

import io.runboards.http.Unanswered.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
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
  private static final int BUSY = 503;
  private static final String RETRY_AFTER = "Retry-After";
  private static final Pattern SENDABLE = Pattern.compile("[!-~]+");

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
          server.url()
              + " would get credentials over plain HTTP; use https, or allow it (--allow-http)");
    }
    authorization(server.credentials());
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(CONNECTIONS);
    dispatcher.setMaxRequestsPerHost(CONNECTIONS);
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
            .socketFactory(new PromptSockets())
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(Http::once)
            .eventListenerFactory(call -> call.request().tag(Sending.class))
            .connectTimeout(server.patience().connect())
            .readTimeout(server.patience().whole())
            .writeTimeout(server.patience().whole())
            .callTimeout(server.patience().whole())
            .proxy(server.proxy().map(it -> new Proxy(Proxy.Type.HTTP, it)).orElse(Proxy.NO_PROXY));
    Certificates.of(server.trust())
        .ifPresent(it -> client.sslSocketFactory(it.socketFactory(), it.trustManager()));
    return new Http(server, client.build());
  }

  /** OkHttp would send a request again at once if a busy server says that it may. */
  private static Response once(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == BUSY && response.header(RETRY_AFTER, "").matches("0+")
        ? response.newBuilder().removeHeader(RETRY_AFTER).build()
        : response;
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

  /** Sends something that is no JSON, such as a form. */
  public Answer post(String path, Body body, Map<String, String> headers) throws Unanswered {
    return exchange(
        "POST", path, RequestBody.create(body.content(), MediaType.get(body.type())), headers);
  }

  /** Sends a request once. A path begins with a slash and is added to the server's address. */
  public Answer send(String method, String path, String body, Map<String, String> headers)
      throws Unanswered {
    return exchange(method, path, body == null ? null : RequestBody.create(body, JSON), headers);
  }

  private Answer exchange(String method, String path, RequestBody body, Map<String, String> headers)
      throws Unanswered {
    Request.Builder request = new Request.Builder().url(server.url() + path);
    request.method(method, body);
    request.header("Accept", "application/json");
    headers.forEach(request::header);
    authorization(server.credentials()).ifPresent(value -> request.header("Authorization", value));
    Sending sending = new Sending();
    request.tag(Sending.class, sending);
    try (Response response = client.newCall(request.build()).execute()) {
      return answer(response, method + " " + path);
    } catch (IOException e) {
      throw unanswered(e, method + " " + path, sending.hasBegun());
    }
  }

  private static Optional<String> authorization(Credentials credentials) {
    return switch (credentials) {
      case Credentials.None() -> Optional.empty();
      case Credentials.Basic(String user, Secret password) ->
          Optional.of(okhttp3.Credentials.basic(user, password.reveal(), StandardCharsets.UTF_8));
      case Credentials.Token(Secret token) -> {
        if (!SENDABLE.matcher(token.reveal()).matches()) {
          throw new WrongServer(
              "the token is empty, or holds a space, a line break or another odd character");
        }
        yield Optional.of("Bearer " + token.reveal());
      }
    };
  }

  private Answer answer(Response response, String what) throws IOException, Unanswered {
    if (response.isRedirect()) {
      String target = place(response.request().url().resolve(response.header("Location", "")));
      throw new Unanswered(
          Reason.UNREADABLE,
          "%s: the server sends us on to %s; is that its right address?".formatted(what, target));
    }
    String type = response.header("Content-Type", "");
    return new Answer(
        response.code(),
        type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
        body(response.body().source(), what),
        Optional.ofNullable(response.header(RETRY_AFTER)).flatMap(Http::seconds));
  }

  /** An address without what may be secret in it. */
  private static String place(HttpUrl url) {
    return url == null
        ? "somewhere else"
        : "%s://%s%s".formatted(url.scheme(), authority(url), url.encodedPath());
  }

  private static String authority(HttpUrl url) {
    return url.port() == HttpUrl.defaultPort(url.scheme())
        ? url.host()
        : url.host() + ":" + url.port();
  }

  private String body(BufferedSource source, String what) throws IOException, Unanswered {
    Buffer body = new Buffer();
    while (source.read(body, 1 << 16) >= 0) {
      if (body.size() > server.largest()) {
        throw new Unanswered(
            Reason.UNREADABLE,
            "%s: the answer is larger than %s bytes".formatted(what, server.largest()));
      }
    }
    return body.readUtf8();
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private Unanswered unanswered(IOException e, String what, boolean begun) {
    String host = server.url().getAuthority();
    String way = server.proxy().map(it -> " by way of the proxy " + it.getHostString()).orElse("");
    Reason reason = begun ? Reason.LOST : Reason.NOT_CONNECTED;
    return switch (e) {
      case UnknownHostException unknown ->
          new Unanswered(
              reason,
              "there is no host "
                  + server
                      .proxy()
                      .map(InetSocketAddress::getHostString)
                      .orElse(server.url().getHost()));
      case SSLException tls ->
          new Unanswered(
              isDistrust(tls) ? Reason.UNTRUSTED : reason,
              "no safe connection to " + host + way + ": " + tls.getMessage());
      case InterruptedIOException late when begun ->
          new Unanswered(
              reason,
              "%s: no whole answer from %s within %s s"
                  .formatted(what, host + way, server.patience().whole().toSeconds()));
      case InterruptedIOException late ->
          new Unanswered(
              reason,
              "no connection to %s within %s s"
                  .formatted(host + way, server.patience().connect().toSeconds()));
      default ->
          new Unanswered(
              reason,
              begun
                  ? what + ": the connection to " + host + way + " broke"
                  : "nobody answers at " + host + way);
    };
  }

  /** Whether a certificate is not believed, which does not pass. */
  private static boolean isDistrust(SSLException e) {
    return e instanceof SSLPeerUnverifiedException || e.getCause() instanceof CertificateException;
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
