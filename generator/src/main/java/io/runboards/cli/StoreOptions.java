package io.runboards.cli;

import io.runboards.http.Credentials;
import io.runboards.http.Http;
import io.runboards.http.Secret;
import io.runboards.http.Server;
import io.runboards.verify.prometheus.Headers;
import io.runboards.verify.prometheus.RemoteWrite;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * How a store is reached that takes samples, or answers queries.
 *
 * <p>Secrets come from the environment. They are never arguments, which others see.
 */
final class StoreOptions {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      description = "The tenant of the store (X-Scope-OrgID).")
  private Optional<String> tenant = Optional.empty();

  @Option(
      names = "--allow-http",
      description = "Send credentials over plain HTTP to another machine.")
  private boolean allowHttp;

  /** Where a store takes samples: what to talk through, and how to write. */
  record Open(Http http, RemoteWrite write) implements AutoCloseable {
    @Override
    public void close() {
      http.close();
    }
  }

  /** Prepares to write to a store; an address without a path is that of a Prometheus. */
  Open open(String address, Surroundings around) {
    try {
      URI whole = new URI(address);
      String path = whole.getRawPath().replaceFirst("/+$", "");
      URI base = new URI(whole.getScheme(), whole.getRawAuthority(), null, null, null);
      Http http = http(whole.getRawQuery() == null ? base : whole, "REMOTE_WRITE", around);
      String to = path.isEmpty() ? RemoteWrite.PROMETHEUS : path;
      return new Open(http, new RemoteWrite(http, to, headers(), PATIENCE));
    } catch (URISyntaxException e) {
      throw new CommandFailed("'" + address + "' is no address");
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage());
    }
  }

  /** Prepares to ask a store, whose interface stands below an address. */
  Http ask(String address, Surroundings around) {
    try {
      return http(new URI(address), "PROMETHEUS", around);
    } catch (URISyntaxException e) {
      throw new CommandFailed("'" + address + "' is no address");
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage());
    }
  }

  /** The tenant, if one was named. */
  Headers headers() {
    return tenant.map(Headers::ofTenant).orElse(Headers.NONE);
  }

  private Http http(URI address, String prefix, Surroundings around) {
    Server server = Server.at(address, credentials(prefix, around));
    return Http.to(allowHttp ? server.allowingPlainHttp() : server);
  }

  private static Credentials credentials(String prefix, Surroundings around) {
    Optional<String> token = variable(prefix + "_TOKEN", around);
    Optional<String> user = variable(prefix + "_USER", around);
    Optional<String> password = variable(prefix + "_PASSWORD", around);
    if (token.isPresent()) {
      return new Credentials.Token(new Secret(token.get()));
    }
    if (user.isPresent() && password.isPresent()) {
      return new Credentials.Basic(user.get(), new Secret(password.get()));
    }
    return new Credentials.None();
  }

  private static Optional<String> variable(String name, Surroundings around) {
    return around.environment().apply(name).filter(value -> !value.isEmpty());
  }
}
