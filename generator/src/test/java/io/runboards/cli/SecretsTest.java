package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.dashboard.DashboardSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a command prints or writes, it never holds a secret. The secrets here are canaries: each
 * has a word in it that stands nowhere else.
 */
@Isolated("standard input belongs to the whole process")
class SecretsTest {
  private static final String CANARY = "canary";

  /** Secrets in the forms in which people have them. */
  private static final List<String> SECRETS =
      List.of(
          "canary",
          "Canary-7",
          "CANARY7CANARY7CANARY7",
          "*canary",
          "&canary !x",
          "p@ss: canary # no",
          "{canary: [x",
          "https://hooks.example.org/services/T0/B0/canary",
          "https://me:canary@example.org/x",
          "https://me:ca/nary-canary@example.org/x",
          "https://example.org/?token=canary",
          "https://example.org/#canary",
          "http://exa mple.org/canary@x",
          "glsa_canary0123456789",
          "eyJhbGciOiJIUzI1NiJ9.canary.sig",
          "0123456789abcdefcanary0123456789",
          "canary\twith\ttabs",
          "'canary",
          "\"canary",
          "${canary",
          "$canary|canary");

  /** Where people put a secret in the place of its name. */
  private static final List<String> NAMED = List.of("store.password", "notifications.mail.password");

  /** Where people put one because an address or a list may hold it. */
  private static final List<String> OTHERS =
      List.of("store.read", "secrets", "notifications.receivers", "tenants");

  private static final String SITE =
      """
      name: secretive
      cluster: {name: "${CLUSTER_NAME:-gpu-cluster}"}
      store:
        kind: mimir
        read: http://mimir:9009/prometheus
        write: http://mimir:9009/api/v1/push
        user: "1"
        password: STORE_PASSWORD
      grafana: {url: "http://localhost:3000"}
      secrets: %s
      tenants:
        - {name: team-a, gem: {limits: {ingestion_rate: 1}, access: ['{secret!="true"}']}}
        - {name: team-b}
      federations:
        - {name: all, owner: team-b, members: [team-a, team-b]}
      notifications:
        receivers:
          - {name: chat, slack: SLACK_WEBHOOK_URL}
          - {name: page, pagerduty: PAGERDUTY_KEY}
          - {name: hook, webhook: HOOK}
          - {name: mail, email: gpu@example.org}
        usual: chat
        heartbeat: hook
        routes: [{severity: critical, to: [page, mail]}]
        mail: {from: a@example.org, host: "smtp.example.org:587", user: me, password: MAIL_PASSWORD}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void plant() throws IOException {
    Path secrets = Files.createDirectories(folder.resolve("run/secrets"));
    StringBuilder env = new StringBuilder("CLUSTER_NAME=c1\n");
    for (String name :
        List.of(
            "STORE_PASSWORD",
            "SLACK_WEBHOOK_URL",
            "PAGERDUTY_KEY",
            "HOOK",
            "MAIL_PASSWORD",
            "GRAFANA_ADMIN_PASSWORD",
            "GRAFANA_API_TOKEN")) {
      Files.writeString(secrets.resolve(name), CANARY + " of " + name);
      env.append(name).append('=').append(CANARY).append("-of-").append(name).append('\n');
    }
    Files.writeString(folder.resolve(".env"), env);
    Files.createDirectories(folder.resolve("provisioning/sites"));
    site(SITE.formatted(secrets));
  }

  private void site(String text) throws IOException {
    Files.writeString(folder.resolve("provisioning/sites/secretive.yaml"), text);
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("provisioning/sites/secretive.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void noFileAndNoOutputOfASiteHoldsOne(String format) throws IOException {
    List<String> options = List.of("--format", format, "--env", ".env");
    Invocation generated = run("generate", "--site", "secretive", options);
    assertThat(generated.exitCode()).as(generated.toString()).isZero();
    assertThat(run("generate", "--site", "secretive", "--check", options).exitCode()).isZero();
    assertThat(run("site", "check", "secretive", options).exitCode()).isZero();
    assertThat(run("site", "show", "secretive", options).exitCode()).isZero();
    assertThat(folder.resolve("out/secretive/alertmanager/alertmanager.yaml"))
        .content()
        .contains("SLACK_WEBHOOK_URL", "PAGERDUTY_KEY", "HOOK", "MAIL_PASSWORD");
    nothingLeaked();
  }

  static Stream<String> secrets() {
    return SECRETS.stream();
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretInThePlaceOfAValueIsNotRepeated(String secret) throws IOException {
    String before = text();
    for (String place : NAMED) {
      all("--set", place + "=" + secret);
    }
    if (!isGoodAddress(secret)) {
      for (String place : OTHERS) {
        all("--set", place + "=" + secret);
      }
    }
    for (String named : List.of("password: STORE_PASSWORD", "slack: SLACK_WEBHOOK_URL")) {
      site(before.replace(named, named.replaceFirst(" .*", Matcher.quoteReplacement(" " + secret))));
      all();
      site(before.replace(named, named.replaceFirst(" .*", Matcher.quoteReplacement(" '" + secret))));
      all();
    }
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretThatAVariableBringsIsNotRepeated(String secret) throws IOException {
    String before = text();
    for (String name : List.of("STORE_PASSWORD", "SLACK_WEBHOOK_URL", "HOOK", "MAIL_PASSWORD")) {
      Files.writeString(folder.resolve(".env"), "ANYTHING=" + secret + "\n" + name + "=x y\n");
      site(before.replace(": " + name, ": \"${ANYTHING}\""));
      all("--env", ".env");
    }
    if (!isGoodAddress(secret)) {
      site(before.replace("http://localhost:3000", "${ANYTHING}"));
      all("--env", ".env");
    }
    site(before.replace("${CLUSTER_NAME:-gpu-cluster}", "${GRAFANA_API_TOKEN}"));
    all("--env", ".env");
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aBrokenFileIsNotQuoted(String secret) throws IOException {
    Files.writeString(
        folder.resolve(".env"), "A=" + secret + "\nA=" + secret + "\n=" + secret + "\nB='" + secret);
    all("--env", ".env");
    site(text().replace("STORE_PASSWORD", secret + "\n\t: ]"));
    all();
    Files.writeString(folder.resolve("provisioning/sites/secretive.yaml"), "password: " + secret);
    all();
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void anOptionThatIsNoneIsNotQuoted(String secret) throws IOException {
    all("--set", secret);
    all("--set", "=" + secret);
    all("--set", "store.password." + "x=" + secret);
  }

  @Test
  void aCanaryThatIsPrintedIsFound() {
    assertThat(holdsOne("say CANARY")).isTrue();
    assertThat(holdsOne("say nothing")).isFalse();
  }

  private void all(String... options) throws IOException {
    List<String> more = List.of(options);
    run(List.of(), "generate", "--site", "secretive", more);
    run(List.of(), "site", "check", "--format", "json", more);
    nothingLeaked();
  }

  private Invocation run(Object... words) {
    return run(SampleWorkspace.DASHBOARDS, words);
  }

  private Invocation run(List<DashboardSource> dashboards, Object... words) {
    List<String> args = new ArrayList<>();
    for (Object word : words) {
      if (word instanceof List<?> several) {
        several.forEach(it -> args.add(it.toString()));
      } else {
        args.add(word.toString());
      }
    }
    Invocation ended = Invocation.with(around(dashboards), new byte[0], args.toArray(String[]::new));
    assertThat(holdsOne(ended.out() + ended.err())).as("%s prints%n%s", args, ended).isFalse();
    return ended;
  }

  private Surroundings around(List<DashboardSource> dashboards) {
    return new Surroundings(
        Content.of(dashboards),
        folder,
        name -> name.equals("CLUSTER_NAME") ? Optional.empty() : Optional.of(CANARY + "-" + name),
        InstantSource.fixed(Instant.EPOCH),
        Terminal.NONE);
  }

  private void nothingLeaked() throws IOException {
    Path out = folder.resolve("out");
    if (!Files.exists(out)) {
      return;
    }
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(holdsOne(file + Files.readString(file))).as(file.toString()).isFalse();
      }
    }
  }

  /** What is an address has its place in the files. */
  private static boolean isGoodAddress(String secret) {
    return secret.matches("https://[a-z.]+(/\\w+)+");
  }

  private static boolean holdsOne(String text) {
    return text.toLowerCase(Locale.ROOT).contains(CANARY);
  }
}
