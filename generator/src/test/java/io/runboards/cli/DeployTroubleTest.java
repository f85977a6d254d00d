package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.runboards.dashboard.DashboardSource;
import io.runboards.standin.Fault;
import io.runboards.standin.Faults;
import io.runboards.standin.Setup;
import io.runboards.standin.StandIn;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is said in one clear sentence, and nothing secret is in it. */
class DeployTroubleTest {
  private static final InetSocketAddress FREE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir private Path folder;
  private StandIn standIn;
  private Deployer deployer;

  @BeforeEach
  void start() throws Exception {
    standIn = StandIn.start(Setup.OBSERVED);
    deployer =
        new Deployer(folder)
            .with("GRAFANA_URL", standIn.url().toString())
            .with("GRAFANA_ADMIN_PASSWORD", "admin")
            .site("north", "Main Org.");
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  private Invocation run(String command, String... more) {
    return deployer.run(
        Stream.concat(Stream.of(command, "--site", "north"), Stream.of(more))
            .toArray(String[]::new));
  }

  private void complains(String message, String... more) throws Exception {
    Invocation ended = run("plan", more);
    assertThat(ended.err()).isEqualTo("runboards: " + message + "\n");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(deployer.traces()).noneMatch(trace -> trace.contains("canary"));
  }

  @Test
  void whoeverHasNoCredentialsLearnsWhereToPutThem() throws Exception {
    deployer.without("GRAFANA_ADMIN_PASSWORD");
    complains(
        """
        there are no credentials for Grafana. Set one of these:
          GRAFANA_API_TOKEN_MAIN_ORG, the token of organisation 'Main Org.'
          GRAFANA_API_TOKEN, a token
          GRAFANA_USER and GRAFANA_PASSWORD
          GRAFANA_ADMIN_PASSWORD, of the user admin\
        """);
  }

  @Test
  void wrongCredentialsAreNotTold() throws Exception {
    deployer.with("GRAFANA_ADMIN_PASSWORD", "canary");
    complains("organisation Main Org.: invalid username or password; are the credentials right?");
    deployer.with("GRAFANA_API_TOKEN", "glsa_canary");
    complains("organisation: invalid API key; are the credentials right?");
    deployer.with("GRAFANA_API_TOKEN", "canary with blanks");
    complains("the token is empty, or holds a space, a line break or another odd character");
    complains(
        "cannot read %s: there is no such file".formatted(folder.resolve("none")),
        "--token-file",
        "none");
  }

  @Test
  void credentialsDoNotGoToOtherMachinesInTheClear() throws Exception {
    deployer.with("GRAFANA_URL", "http://grafana.example.org");
    complains(
        "http://grafana.example.org would get credentials over plain HTTP;"
            + " use https, or allow it (--allow-http)");
  }

  @Test
  void whatIsNoGrafanaIsSaidToBeNone() throws Exception {
    HttpServer page = HttpServer.create(FREE, 0);
    page.createContext(
        "/",
        exchange -> {
          byte[] body = "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    page.start();
    try {
      deployer.with("GRAFANA_URL", "http://127.0.0.1:" + page.getAddress().getPort());
      complains(
          "GET /api/health: status 200 with a page for people;"
              + " is this really the address of a Grafana?");
    } finally {
      page.stop(0);
    }
    deployer.with("GRAFANA_URL", "http://127.0.0.1:" + page.getAddress().getPort());
    complains("nobody answers at 127.0.0.1:" + page.getAddress().getPort());
    deployer.with("GRAFANA_URL", "ftp://x");
    complains("the address of a server looks like https://grafana.example.com");
    deployer.with("GRAFANA_URL", "not an address");
    complains("GRAFANA_URL is no address");
  }

  @Test
  void aServerThatNobodyVouchesForGetsNothing() throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HttpsServer server = HttpsServer.create(FREE, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext()));
    server.start();
    try {
      deployer.with("GRAFANA_URL", "https://127.0.0.1:" + server.getAddress().getPort());
      Invocation ended = run("plan");
      assertThat(ended.err()).startsWith("runboards: no safe connection to 127.0.0.1:");
      assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    } finally {
      server.stop(0);
    }
    complains("cannot read " + folder.resolve("none"), "--ca", "none");
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsSaidToBeLate() throws Exception {
    standIn.suffer(Faults.always(new Fault.Trickle(Duration.ofMillis(100))));
    complains(
        "GET /api/health: no whole answer from %s within 1 s"
            .formatted(standIn.url().getAuthority()),
        "--timeout",
        "1");
    complains("--timeout 0: write a number of seconds from 1 on", "--timeout", "0");
  }

  @Test
  void anUnknownOrganisationIsSaid() throws Exception {
    complains(
        "site north has no organisation 'Main Org'; did you mean Main Org.?",
        "--organisation",
        "Main Org");
  }

  @Test
  void aServerThatIsOlderThanTheSiteSaysIsMentioned() {
    Invocation newer = run("plan", "--set", "grafana.version=12");
    assertThat(newer.err())
        .isEqualTo(
            "runboards: the site is written for Grafana 12.0, and this is 9.4.0: set grafana.version\n");
    assertThat(newer.exitCode()).isEqualTo(ExitCode.DIFFERENT);
  }

  @Test
  void nothingIsDeployedWhileSomethingIsWrong() {
    DashboardSource wrong = Deployer.wrong();
    deployer.shipping(wrong);
    Invocation ended = run("apply", "--yes");
    assertThat(ended.err())
        .contains(" error: there is no metric 'runai_gpu_count_per_nod'")
        .endsWith("runboards: nothing is deployed, because of the errors\n");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(standIn.ledger().requests()).isZero();
  }

  @Test
  void nothingIsChangedUnlessSomebodyAgrees() {
    Invocation nobody = run("apply");
    assertThat(nobody.err()).isEqualTo("runboards: nobody is there to ask; --yes agrees\n");
    assertThat(nobody.out()).contains("  5 to create\n");
    deployer.answering("no").answering("");
    assertThat(run("apply").err()).isEqualTo("runboards: nothing was changed\n");
    assertThat(standIn.ledger().writes()).isEmpty();
    assertThat(run("apply").exitCode()).isEqualTo(ExitCode.FAILED);
    deployer.answering("y");
    Invocation done = run("apply");
    assertThat(done.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(done.err()).contains("\rMain Org.: 1 of 5", "\rMain Org.: 5 of 5\n");
    assertThat(standIn.ledger().writes()).hasSize(5);
  }

  @Test
  void aLongRunTellsHowFarItIs() {
    deployer.shipping(many());
    assertThat(run("apply", "--yes").err())
        .startsWith("Main Org.: ")
        .endsWith("Main Org.: 42 of 42\n")
        .hasLineCount(10);
  }

  static DashboardSource[] many() {
    return IntStream.rangeClosed(1, 40)
        .mapToObj(i -> Deployer.other("many-" + i))
        .toArray(DashboardSource[]::new);
  }

  /** The process is asked to end as a pipeline does it; Ctrl-C comes the same way. */
  @Test
  void aRunThatIsStoppedEndsWhatItBeganAndTheNextGoesOn() throws Exception {
    standIn.suffer(Faults.always(new Fault.Slow(Duration.ofMillis(100))));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.runboards.cli.DeployProcess",
            "apply",
            "--site",
            folder.resolve("provisioning/sites/north.yaml").toString(),
            "--history",
            folder.resolve("history").toString(),
            "--yes");
    builder.environment().put("GRAFANA_URL", standIn.url().toString());
    builder.environment().put("GRAFANA_ADMIN_PASSWORD", "admin");
    Process process = builder.start();
    try (BufferedReader err =
            new BufferedReader(
                new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        BufferedReader out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(err.readLine()).startsWith("Main Org.: ");
      process.toHandle().destroy();
      List<String> report = out.lines().toList();
      assertThat(report).anyMatch(line -> line.equals("      stopped before"));
      assertThat(report.getLast()).matches("  \\d+ created, \\d+ not done");
      assertThat(process.waitFor()).isNotZero();
    }
    standIn.suffer(Faults.none());
    int written = standIn.ledger().writes().size();
    assertThat(written).isBetween(4, 41);
    deployer.shipping(many());
    assertThat(run("apply", "--yes").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run("plan").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(standIn.ledger().writes())
        .hasSize(42)
        .allSatisfy((thing, times) -> assertThat(times).isOne());
  }
}
