package io.runboards.emit.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.emit.OutFile;
import io.runboards.emit.alertmanager.ExampleSite;
import io.runboards.site.Notifications;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class NotificationFilesTest {
  /** The fields that Grafana documents for files of 9.4 to 13, by the places where they stand. */
  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry("", Set.of("apiVersion", "contactPoints", "policies", "muteTimes")),
          Map.entry("contactPoints", Set.of("orgId", "name", "receivers")),
          Map.entry(
              "contactPoints.receivers",
              Set.of("uid", "type", "settings", "disableResolveMessage")),
          Map.entry(
              "pagerduty",
              Set.of("integrationKey", "severity", "class", "component", "group", "summary")),
          Map.entry(
              "slack",
              Set.of(
                  "recipient",
                  "token",
                  "username",
                  "icon_emoji",
                  "icon_url",
                  "mentionUsers",
                  "mentionGroups",
                  "mentionChannel",
                  "url",
                  "endpointUrl",
                  "title",
                  "text")),
          Map.entry(
              "webhook",
              Set.of(
                  "url",
                  "httpMethod",
                  "username",
                  "password",
                  "authorization_scheme",
                  "authorization_credentials",
                  "maxAlerts")),
          Map.entry("email", Set.of("addresses", "singleEmail", "message", "subject")),
          Map.entry(
              "policies", Stream.concat(Stream.of("orgId"), route()).collect(Collectors.toSet())),
          Map.entry(
              "routes",
              Stream.concat(Stream.of("mute_time_intervals", "continue"), route())
                  .collect(Collectors.toSet())),
          Map.entry("muteTimes", Set.of("orgId", "name", "time_intervals")),
          Map.entry(
              "muteTimes.time_intervals",
              Set.of("times", "weekdays", "months", "years", "days_of_month", "location")),
          Map.entry("muteTimes.time_intervals.times", Set.of("start_time", "end_time")));

  private static Stream<String> route() {
    return Stream.of(
        "receiver",
        "group_by",
        "matchers",
        "object_matchers",
        "group_wait",
        "group_interval",
        "repeat_interval",
        "routes");
  }

  @Test
  void onlyDocumentedFieldsAreWritten() {
    List<String> unknown = new ArrayList<>();
    for (OutFile file : NotificationFiles.of(ExampleSite.shipped())) {
      Map<String, Object> content = new Yaml().load(file.content());
      assertThat(content).containsEntry("apiVersion", 1);
      collectUnknown("", content, unknown);
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void aFieldThatIsNotDocumentedIsFound() {
    List<String> unknown = new ArrayList<>();
    Map<String, Object> content =
        new Yaml()
            .load(
                """
                contactPoints:
                  - receivers: [{type: slack, settings: {hook: x}}]
                policies:
                  - continue: true
                    routes: [{routes: [{match: x}]}]
                """);
    collectUnknown("", content, unknown);
    assertThat(unknown).containsExactly("slack.hook", "policies.continue", "routes.match");
  }

  private static void collectUnknown(
      String place, Map<String, Object> fields, List<String> unknown) {
    assertThat(FIELDS).containsKey(place);
    fields.forEach((name, value) -> {
      if (!FIELDS.get(place).contains(name)) {
        unknown.add(place + "." + name);
      } else if (name.equals("settings")) {
        collectUnknown((String) fields.get("type"), mapping(value), unknown);
      } else if (value instanceof List<?> items && items.getFirst() instanceof Map<?, ?>) {
        String below = name.equals("routes") || place.isEmpty() ? name : place + "." + name;
        items.forEach(item -> collectUnknown(below, mapping(item), unknown));
      }
    });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapping(Object value) {
    return (Map<String, Object>) value;
  }

  @Test
  void uidsAreUniqueAndShortEnough() {
    String name = "a-very-long-name-of-a-receiver-of-alerts";
    Notifications site =
        ExampleSite.section(
            "receivers: [{name: %s, slack: A, webhook: B}, {name: b, slack: A}]".formatted(name));
    List<String> uids =
        list(content(site, "contact-points"), "contactPoints").stream()
            .flatMap(point -> list(point, "receivers").stream())
            .map(way -> (String) way.get("uid"))
            .toList();
    assertThat(uids)
        .hasSize(3)
        .doesNotHaveDuplicates()
        .allSatisfy(uid -> assertThat(uid).matches("[a-zA-Z0-9_-]{1,40}"))
        .contains("runboards-b-slack");
  }

  @Test
  void grafanaTakesSecretsFromFilesAndNoOtherDollarForAVariable() {
    String text = file(ExampleSite.shipped(), "contact-points");
    assertThat(text)
        .contains("url: $__file{/run/secrets/SLACK_WEBHOOK_URL}\n")
        .contains("integrationKey: $__file{/run/secrets/PAGERDUTY_KEY}\n")
        .contains("{{ if not $$.CommonAnnotations.runbook_url }}");
    assertThat(text.replace("$$", "").replace("$__file{", "")).doesNotContain("$");
  }

  @Test
  void whatIsNamedIsThere() {
    Notifications site = ExampleSite.shipped();
    List<String> points =
        list(content(site, "contact-points"), "contactPoints").stream()
            .map(point -> (String) point.get("name"))
            .toList();
    List<String> times =
        list(content(site, "mute-timings"), "muteTimes").stream()
            .map(time -> (String) time.get("name"))
            .toList();
    assertThat(times).containsExactly("nights", "runboards-never");
    List<Map<String, Object>> routes = new ArrayList<>();
    collectRoutes(list(content(site, "policies"), "policies").getFirst(), routes);
    assertThat(routes)
        .allSatisfy(route -> assertThat(points).contains((String) route.get("receiver")))
        .allSatisfy(route -> assertThat(times).containsAll(texts(route, "mute_time_intervals")));
    assertThat(routes.getFirst()).as("the root").doesNotContainKey("mute_time_intervals");
  }

  private static void collectRoutes(Map<String, Object> route, List<Map<String, Object>> all) {
    all.add(route);
    list(route, "routes").forEach(below -> collectRoutes(below, all));
  }

  /** The same questions that Alertmanager's tool is asked, with the same answers. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          critical, platform,  GpuXidFatal, 'on-call,chat'
          critical, inference, Slow,        'on-call,chat'
          warning,  inference, Slow,        'tickets,mail'
          warning,  platform,  GpuHot,      chat
          info,     platform,  GpuIdle,     ''
          info,     platform,  Watchdog,    dead-mans-switch
          none,     other,     Foreign,     chat
          """)
  void alertsOfTheExampleReach(String severity, String team, String name, String receivers) {
    assertThat(String.join(",", told(ExampleSite.shipped(), severity, team, name)))
        .isEqualTo(receivers);
  }

  @Test
  void withoutAUsualReceiverNobodyLearnsOfWhatIsLeft() {
    Notifications site =
        ExampleSite.section(
            """
            receivers: [{name: a, webhook: A}, {name: b, webhook: B}]
            routes: [{team: inference, to: [a, b]}]
            """);
    assertThat(told(site, "critical", "inference", "X")).containsExactly("a", "b");
    for (String severity : List.of("critical", "warning", "info", "none")) {
      assertThat(told(site, severity, "jobs", "X")).isEmpty();
    }
    assertThat(told(site, "info", "inference", "X")).isEmpty();
  }

  @Test
  void aSiteWithNobodyToTellLeavesGrafanaAsItIs() {
    assertThat(NotificationFiles.of(Notifications.NONE)).isEmpty();
  }

  /** Walks down the tree as Grafana does. */
  private static List<String> told(Notifications site, String severity, String team, String name) {
    Map<String, String> alert = Map.of("severity", severity, "team", team, "alertname", name);
    Map<String, Object> root = list(content(site, "policies"), "policies").getFirst();
    return told(root, alert).orElseThrow();
  }

  private static Optional<List<String>> told(Map<String, Object> route, Map<String, String> alert) {
    if (!lists(route, "object_matchers").stream().allMatch(matcher -> fits(matcher, alert))) {
      return Optional.empty();
    }
    List<String> told = new ArrayList<>();
    boolean taken = false;
    for (Map<String, Object> below : list(route, "routes")) {
      Optional<List<String>> there = told(below, alert);
      taken |= there.isPresent();
      there.ifPresent(told::addAll);
      if (there.isPresent() && !Boolean.TRUE.equals(below.get("continue"))) {
        break;
      }
    }
    boolean never = texts(route, "mute_time_intervals").contains("runboards-never");
    if (!taken && !never) {
      told.add((String) route.get("receiver"));
    }
    return Optional.of(told);
  }

  private static boolean fits(List<String> matcher, Map<String, String> alert) {
    boolean equal = matcher.get(2).equals(alert.get(matcher.get(0)));
    return matcher.get(1).equals("=") == equal;
  }

  private static Map<String, Object> content(Notifications site, String name) {
    return new Yaml().load(file(site, name));
  }

  private static String file(Notifications site, String name) {
    return NotificationFiles.of(site).stream()
        .filter(it -> it.path().equals("grafana/provisioning/alerting/" + name + ".yaml"))
        .map(OutFile::content)
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> fields, String name) {
    return (List<Map<String, Object>>) fields.getOrDefault(name, List.of());
  }

  @SuppressWarnings("unchecked")
  private static List<List<String>> lists(Map<String, Object> fields, String name) {
    return (List<List<String>>) fields.getOrDefault(name, List.of());
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Map<String, Object> fields, String name) {
    return (List<String>) fields.getOrDefault(name, List.of());
  }
}
