package io.runboards.cli;

import io.runboards.http.Credentials;
import io.runboards.http.Secret;
import io.runboards.http.Server;
import io.runboards.http.Server.Patience;
import io.runboards.http.Server.Trust;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/**
 * How Grafana is reached, and who asks.
 *
 * <p>Secrets come from the environment or from files. They are never arguments, which others see.
 */
final class ConnectionOptions {
  private static final Pattern PROXY = Pattern.compile("([^:/@\\s]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");
  private static final int LONGEST_CONNECT = 10;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds a token, in the place of GRAFANA_API_TOKEN.")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Holds the password of GRAFANA_USER.")
  private Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificates (PEM) that vouch for the server.")
  private Optional<Path> authorities = Optional.empty();

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "A certificate (PEM) that proves who asks. Needs --key.")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--key", paramLabel = "FILE", description = "The key of --cert (PKCS#8).")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--proxy",
      paramLabel = "HOST:PORT",
      description = "An HTTP proxy that stands between.")
  private Optional<String> proxy = Optional.empty();

  @Option(
      names = "--allow-http",
      description = "Send credentials over plain HTTP to another machine.")
  private boolean allowHttp;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for each answer. Default: 60.")
  private int timeout;

  /** The server, asked on behalf of an organisation. */
  Server server(URI ofSite, String organisation, Surroundings around) {
    if (timeout < 1) {
      throw new CommandFailed("--timeout " + timeout + ": write a number of seconds from 1 on");
    }
    Server server =
        Server.at(address(ofSite, around), credentials(organisation, around))
            .trusting(
                new Trust(
                    authorities.map(around.folder()::resolve),
                    certificate.map(around.folder()::resolve),
                    key.map(around.folder()::resolve)))
            .waiting(
                new Patience(
                    Duration.ofSeconds(Math.min(timeout, LONGEST_CONNECT)),
                    Duration.ofSeconds(timeout)));
    Server allowed = allowHttp ? server.allowingPlainHttp() : server;
    return proxy.map(text -> allowed.behind(proxy(text))).orElse(allowed);
  }

  private static URI address(URI ofSite, Surroundings around) {
    Optional<String> other = variable("GRAFANA_URL", around);
    try {
      return other.isPresent() ? new URI(other.get()) : ofSite;
    } catch (URISyntaxException e) {
      throw new CommandFailed("GRAFANA_URL is no address");
    }
  }

  private static InetSocketAddress proxy(String text) {
    Matcher parts = PROXY.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
      throw new CommandFailed("--proxy: expected HOST:PORT, such as proxy.example.org:3128");
    }
    return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
  }

  private Credentials credentials(String organisation, Surroundings around) {
    Optional<String> token =
        tokenFile
            .map(file -> SecretFiles.read(around.folder().resolve(file)))
            .or(() -> variable(tokenVariable(organisation), around))
            .or(() -> variable("GRAFANA_API_TOKEN", around));
    if (token.isPresent()) {
      return new Credentials.Token(new Secret(token.get()));
    }
    Optional<String> user = variable("GRAFANA_USER", around);
    Optional<String> password =
        passwordFile
            .map(file -> SecretFiles.read(around.folder().resolve(file)))
            .or(() -> variable("GRAFANA_PASSWORD", around));
    if (user.isPresent() && password.isPresent()) {
      return new Credentials.Basic(user.get(), new Secret(password.get()));
    }
    Optional<String> admin = variable("GRAFANA_ADMIN_PASSWORD", around);
    if (user.isEmpty() && admin.isPresent()) {
      return new Credentials.Basic("admin", new Secret(admin.get()));
    }
    throw new CommandFailed(
        """
        there are no credentials for Grafana. Set one of these:
          %s, the token of organisation '%s'
          GRAFANA_API_TOKEN, a token
          GRAFANA_USER and GRAFANA_PASSWORD
          GRAFANA_ADMIN_PASSWORD, of the user admin\
        """
            .formatted(tokenVariable(organisation), organisation));
  }

  /** The variable that holds an organisation's own token. */
  private static String tokenVariable(String organisation) {
    String words = organisation.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return "GRAFANA_API_TOKEN_" + words.replaceAll("^_|_$", "");
  }

  private static Optional<String> variable(String name, Surroundings around) {
    return around.environment().apply(name).filter(value -> !value.isEmpty());
  }
}
