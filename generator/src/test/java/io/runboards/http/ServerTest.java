package io.runboards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that must not be talked to, and secrets that nobody reads. */
class ServerTest {
  private static final Secret SECRET = new Secret("hush-hush");
  private static final Credentials TOKEN = new Credentials.Token(SECRET);

  private static void open(Server server) {
    Http.to(server).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://grafana.example.com",
        "HTTP://grafana.example.com",
        "http://127.grafana.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1:3000"
      })
  void credentialsDoNotGoOverPlainHttp(String url) {
    Server server = Server.at(URI.create(url), TOKEN);
    assertThatThrownBy(() -> open(server))
        .isInstanceOf(WrongServer.class)
        .hasMessage(
            url + " would get credentials over plain HTTP; use https, or allow it (--allow-http)");
    assertThatCode(() -> open(server.allowingPlainHttp())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000",
        "http://127.0.0.1:3000",
        "http://[::1]:3000",
        "https://grafana.example.com"
      })
  void credentialsMayGoToThisMachineAndOverTls(String url) {
    assertThatCode(() -> open(Server.at(URI.create(url), TOKEN))).doesNotThrowAnyException();
  }

  @Test
  void aProxySeesWhatIsMeantForThisMachine() {
    Server server =
        Server.at(URI.create("http://localhost"), TOKEN)
            .behind(InetSocketAddress.createUnresolved("proxy", 3128));
    assertThatThrownBy(() -> open(server)).isInstanceOf(WrongServer.class);
  }

  @Test
  void whoeverSendsNoCredentialsMayUsePlainHttp() {
    Server server = Server.at(URI.create("http://grafana.example.com"), new Credentials.None());
    assertThatCode(() -> open(server)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grafana.example.com", "ftp://grafana", "https:///path", "file:/x", "/"})
  void anAddressHasASchemeAndAHost(String url) {
    assertThatThrownBy(() -> Server.at(URI.create(url), TOKEN))
        .isInstanceOf(WrongServer.class)
        .hasMessage("the address of a server looks like https://grafana.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:hush-hush@grafana",
        "https://grafana?token=hush-hush",
        "https://grafana#x"
      })
  void anAddressHoldsNoSecrets(String url) {
    assertThatThrownBy(() -> Server.at(URI.create(url), TOKEN))
        .isInstanceOf(WrongServer.class)
        .hasMessage(
            "the address of grafana holds a user, a question mark or a hash sign;"
                + " leave that away");
  }

  @Test
  void slashesAtTheEndOfAnAddressAreLeftAway() {
    assertThat(Server.at(URI.create("https://grafana/sub//"), TOKEN).url())
        .isEqualTo(URI.create("https://grafana/sub"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hush-hush\n", "hush hush", "", "hüsh"})
  void aTokenThatCannotBeSentIsRefusedWithoutShowingIt(String token) {
    Credentials credentials = new Credentials.Token(new Secret(token));
    assertThatThrownBy(() -> open(Server.at(URI.create("https://grafana"), credentials)))
        .isInstanceOf(WrongServer.class)
        .hasMessage("the token is empty, or holds a space, a line break or another odd character");
  }

  @Test
  void nobodyReadsASecret() {
    assertThat(SECRET).hasToString("***");
    assertThat(TOKEN.toString()).doesNotContain("hush");
    Credentials basic = new Credentials.Basic("me", SECRET);
    assertThat(Server.at(URI.create("https://grafana"), basic).toString())
        .contains("***")
        .doesNotContain("hush");
  }
}
