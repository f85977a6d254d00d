package io.runboards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.runboards.http.Server.Trust;
import io.runboards.http.Unanswered.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Safe connections: whom we believe, and how we prove who we are. */
class TlsTest {
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("our authority").build();
  private static final HeldCertificate SERVER =
      new HeldCertificate.Builder()
          .signedBy(AUTHORITY)
          .addSubjectAlternativeName("127.0.0.1")
          .build();

  @TempDir private Path folder;
  private HttpsServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Server start(HeldCertificate shown, boolean asksForCertificate) throws IOException {
    SSLContext context =
        new HandshakeCertificates.Builder()
            .heldCertificate(shown)
            .addTrustedCertificate(AUTHORITY.certificate())
            .build()
            .sslContext();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters all = context.getDefaultSSLParameters();
            all.setNeedClientAuth(asksForCertificate);
            parameters.setSSLParameters(all);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return Server.at(
        URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
        new Credentials.Token(new Secret("hush-hush")));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Optional<Path> authorities() throws IOException {
    return Optional.of(file("authorities.pem", AUTHORITY.certificatePem()));
  }

  private Trust trust() throws IOException {
    return new Trust(authorities(), Optional.empty(), Optional.empty());
  }

  private Trust trust(HeldCertificate own, String key) throws IOException {
    return new Trust(
        authorities(),
        Optional.of(file("own.pem", own.certificatePem())),
        Optional.of(file("own.key", key)));
  }

  private static int status(Server server) throws Unanswered {
    try (Http http = Http.to(server)) {
      return http.get("/", Map.of()).status();
    }
  }

  private static Unanswered unanswered(Server server) {
    return catchThrowableOfType(Unanswered.class, () -> status(server));
  }

  @Test
  void aServerIsBelievedIfOurAuthorityVouchesForIt() throws Exception {
    assertThat(status(start(SERVER, false).trusting(trust()))).isEqualTo(204);
  }

  @Test
  void aServerForWhichNobodyVouchesGetsNothing() throws Exception {
    Unanswered e = unanswered(start(SERVER, false));
    assertThat(e.reason()).isEqualTo(Reason.UNTRUSTED);
    assertThat(e)
        .hasMessageStartingWith("no safe connection to 127.0.0.1:")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aServerWithTheCertificateOfAnotherGetsNothing() throws Exception {
    HeldCertificate another =
        new HeldCertificate.Builder()
            .signedBy(AUTHORITY)
            .addSubjectAlternativeName("grafana.example.com")
            .build();
    Unanswered e = unanswered(start(another, false).trusting(trust()));
    assertThat(e.reason()).isEqualTo(Reason.UNTRUSTED);
    assertThat(e).hasMessageStartingWith("no safe connection to 127.0.0.1:");
  }

  @Test
  void aCertificateProvesWhoAsks() throws Exception {
    HeldCertificate elliptic = new HeldCertificate.Builder().signedBy(AUTHORITY).build();
    Server server = start(SERVER, true);
    assertThat(status(server.trusting(trust(elliptic, elliptic.privateKeyPkcs8Pem()))))
        .isEqualTo(204);
    HeldCertificate rsa = new HeldCertificate.Builder().rsa2048().signedBy(AUTHORITY).build();
    assertThat(status(server.trusting(trust(rsa, rsa.privateKeyPkcs8Pem())))).isEqualTo(204);
  }

  @Test
  void whoeverCannotProveWhoHeIsGetsNoAnswer() throws Exception {
    assertThat(unanswered(start(SERVER, true).trusting(trust()))).isNotNull();
  }

  @Test
  void filesThatCannotBeUsedAreNamed() throws Exception {
    Server server = start(SERVER, false);
    Path nonsense = file("nonsense.pem", "nonsense");
    Path empty = file("empty.pem", "");
    Path missing = folder.resolve("missing.pem");
    refused(server, nonsense, nonsense + " holds no certificate; it must be in PEM form");
    refused(server, empty, empty + " holds no certificate; it must be in PEM form");
    refused(server, missing, "cannot read " + missing);
  }

  private static void refused(Server server, Path authorities, String message) {
    Trust trust = new Trust(Optional.of(authorities), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> Http.to(server.trusting(trust)))
        .isInstanceOf(WrongServer.class)
        .hasMessage(message);
  }

  @Test
  void keysThatCannotBeUsedAreRefusedWithoutShowingThem() throws Exception {
    Server server = start(SERVER, false);
    HeldCertificate rsa = new HeldCertificate.Builder().rsa2048().signedBy(AUTHORITY).build();
    Path file = folder.resolve("own.key");
    assertThatThrownBy(() -> Http.to(server.trusting(trust(rsa, rsa.privateKeyPkcs1Pem()))))
        .hasMessage(
            file
                + " holds no private key in PKCS#8 form;"
                + " 'openssl pkcs8 -topk8 -nocrypt' makes one");
    String odd = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    assertThatThrownBy(() -> Http.to(server.trusting(trust(rsa, odd))))
        .hasMessage(file + " holds a kind of key that is not known");
    String cut = "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n";
    assertThatThrownBy(() -> Http.to(server.trusting(trust(rsa, cut))))
        .hasMessage(file + " holds a private key that is cut off");
  }

  @Test
  void aCertificateWithoutItsKeyIsRefused() throws Exception {
    Trust half = new Trust(Optional.empty(), authorities(), Optional.empty());
    Server server = start(SERVER, false).trusting(half);
    assertThatThrownBy(() -> Http.to(server))
        .hasMessage("a client certificate needs its key, and a key its certificate");
  }
}
