package io.runboards.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server, and how to talk to it.
 *
 * @param url its address; slashes at the end are left away
 * @param credentials who asks
 * @param trust whom to believe that he is the server
 * @param proxy what stands between; empty for nothing
 * @param patience how long to wait for it
 * @param largest the largest answer that is read, in bytes
 * @param plain whether credentials may go over plain HTTP to another machine
 */
public record Server(
    URI url,
    Credentials credentials,
    Trust trust,
    Optional<InetSocketAddress> proxy,
    Patience patience,
    long largest,
    boolean plain) {
  private static final long USUAL_LARGEST = 64L << 20;
  private static final Pattern SCHEME = Pattern.compile("(?i)https?");
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(?i)localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

  public Server {
    if (url.getScheme() == null
        || !SCHEME.matcher(url.getScheme()).matches()
        || url.getHost() == null) {
      throw new WrongServer("the address of a server looks like https://grafana.example.com");
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new WrongServer(
          "the address of %s holds a user, a question mark or a hash sign; leave that away"
              .formatted(url.getHost()));
    }
    url = URI.create(url.toString().replaceFirst("/+$", ""));
  }

  /**
   * Certificates, as files in PEM form.
   *
   * @param authorities who may vouch for the server; empty for those that Java believes
   * @param certificate what proves who asks; empty for nothing
   * @param key the private key of that certificate
   */
  public record Trust(Optional<Path> authorities, Optional<Path> certificate, Optional<Path> key) {
    public static final Trust USUAL =
        new Trust(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * How long to wait.
   *
   * @param connect for a connection
   * @param whole for a whole answer, from the first byte that is sent to the last that is read
   */
  public record Patience(Duration connect, Duration whole) {
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  public static Server at(URI url, Credentials credentials) {
    return new Server(
        url, credentials, Trust.USUAL, Optional.empty(), Patience.USUAL, USUAL_LARGEST, false);
  }

  public Server waiting(Patience other) {
    return new Server(url, credentials, trust, proxy, other, largest, plain);
  }

  public Server trusting(Trust other) {
    return new Server(url, credentials, other, proxy, patience, largest, plain);
  }

  public Server behind(InetSocketAddress other) {
    return new Server(url, credentials, trust, Optional.of(other), patience, largest, plain);
  }

  public Server allowingPlainHttp() {
    return new Server(url, credentials, trust, proxy, patience, largest, true);
  }

  /** The largest answer that is read, in bytes. */
  public Server readingAtMost(long bytes) {
    return new Server(url, credentials, trust, proxy, patience, bytes, plain);
  }

  /** Whether somebody on the way could read the credentials, and nobody allowed it. */
  boolean exposesCredentials() {
    return !plain
        && url.getScheme().equalsIgnoreCase("http")
        && !(credentials instanceof Credentials.None)
        && !staysHere();
  }

  private boolean staysHere() {
    return proxy.isEmpty() && THIS_MACHINE.matcher(url.getHost()).matches();
  }
}
