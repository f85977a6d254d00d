package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.finding.Finding;
import io.runboards.rules.Urgency;
import io.runboards.site.Notifications.Channel;
import io.runboards.site.Notifications.Mail;
import io.runboards.site.Notifications.Quiet;
import io.runboards.site.Notifications.Receiver;
import io.runboards.site.Notifications.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationsSectionTest {

  @Test
  void everythingCanBeSaid() {
    Notifications read =
        read(
            """
            receivers:
              - {name: on-call, pagerduty: KEY, slack: HOOK, channel: "#gpu"}
              - {name: tickets, webhook: URL, email: team@example.org}
            usual: on-call
            heartbeat: tickets
            routes:
              - {severity: critical, to: [on-call, tickets]}
              - {team: inference, to: [tickets], quiet: [nights]}
            quiet:
              - {name: nights, weekdays: ["monday:friday", sunday], times: ["20:00-24:00"]}
              - {name: weekends, weekdays: [saturday, sunday], zone: Europe/Berlin}
            mail: {from: a@example.org, host: "smtp.example.org:587", user: u, password: P}
            """);
    assertThat(read)
        .isEqualTo(
            new Notifications(
                "/run/secrets",
                List.of(
                    new Receiver(
                        "on-call",
                        List.of(new Channel.PagerDuty("KEY"), new Channel.Slack("HOOK", "#gpu"))),
                    new Receiver(
                        "tickets",
                        List.of(
                            new Channel.Webhook("URL"), new Channel.Email("team@example.org")))),
                Optional.of("on-call"),
                Optional.of("tickets"),
                List.of(
                    new Route(
                        Optional.of(Urgency.CRITICAL),
                        Optional.empty(),
                        List.of("on-call", "tickets"),
                        List.of()),
                    new Route(
                        Optional.empty(),
                        Optional.of("inference"),
                        List.of("tickets"),
                        List.of("nights"))),
                List.of(
                    new Quiet(
                        "nights",
                        List.of("monday:friday", "sunday"),
                        List.of("20:00-24:00"),
                        "UTC"),
                    new Quiet(
                        "weekends", List.of("saturday", "sunday"), List.of(), "Europe/Berlin")),
                Optional.of(new Mail("a@example.org", "smtp.example.org:587", "u", "P"))));
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    assertThat(
            messages(
                """
                receivers:
                  - {name: chat, slak: HOOK}
                  - {name: chat, webhook: URL, channel: x}
                  - {name: nobody, email: team}
                usual: caht
                heartbeat: [chat]
                routes:
                  - {severity: critcal, to: [chat]}
                  - {team: a, to: []}
                  - {team: a, severity: warning, to: [chat, other], quiet: [night]}
                  - {severity: info, team: "a\\"b", to: chat}
                  - {severity: info}
                mail: {from: me, host: localhost, user: u}
                quiet:
                  - {name: nights}
                  - {times: ["1-2"]}
                """))
        .containsExactly(
            "3:7: error: a receiver needs one of pagerduty, slack, webhook and email",
            "3:20: error: unknown key 'slak'. Did you mean slack?",
            "4:14: error: there are two receivers called 'chat'",
            "4:43: error: only slack has a channel",
            "5:14: error: 'nobody' is the receiver of what nobody learns of. Choose another name",
            "5:29: error: 'team' is no e-mail address. Write one such as team@example.org",
            "6:10: error: there is no receiver 'caht'. Did you mean chat?",
            "7:14: error: 'heartbeat' is a single value",
            "9:18: error: 'critcal' is no severity. Did you mean critical?",
            "10:21: error: a route needs receivers: to: [a, b]",
            "11:7: error: no alert gets here: a route above takes them all. Put this one first",
            "11:47: error: there is no receiver 'other'. There are chat",
            "11:63: error: there is no quiet time 'night'. Did you mean nights?",
            "12:30: error: 'a\"b' is no name of a team. Write letters, digits, - and _",
            "12:42: error: 'to' is a list: write [a, b]",
            "13:7: error: a route needs receivers: to: [a, b]",
            "14:9: error: mail needs both user and password, or neither",
            "14:16: error: 'me' is no e-mail address. Write one such as team@example.org",
            "14:26: error: 'localhost' is no server with a port."
                + " Write one such as smtp.example.org:587",
            "16:7: error: a quiet time needs weekdays, times or both",
            "17:7: error: a quiet time needs a name",
            "17:16: error: '1-2' is no range of times. Write one such as 18:00-24:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.org/services/T0/B0/canary",
        "xoxb-1-canary",
        "0123456789abcdef0123456789canary",
      })
  void aSecretInThePlaceOfItsNameIsAnErrorThatDoesNotRepeatIt(String secret) {
    assertThat(messages("receivers: [{name: a, slack: \"" + secret + "\"}]\n"))
        .containsExactly(
            "2:32: error: this looks like the secret itself."
                + " Write the name of the file that holds it");
    assertThat(messages("receivers: [{name: a, slack: \"" + secret + "/..\"}]\n").toString())
        .doesNotContain("canary")
        .contains("error");
  }

  @Test
  void anEmailNeedsAServer() {
    assertThat(messages("receivers: [{name: a, email: a@b}]\n"))
        .containsExactly(
            "2:32: error: nothing says how e-mail is sent. Add mail: {from: ..., host: ...}");
  }

  @Test
  void aRouteForAllSeveritiesLeavesInfoToOthers() {
    assertThat(
            messages(
                """
                receivers: [{name: a, webhook: URL}]
                routes:
                  - {to: [a]}
                  - {severity: info, to: [a]}
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          times: ["20:00-07:00"]        | '20:00-07:00' goes past midnight. Write two: ["20:00-24:00", "00:00-07:00"]
          times: ["20:00-20:00"]        | '20:00-20:00' ends when it begins. Write one such as 18:00-24:00
          times: ["24:01-24:30"]        | '24:01-24:30' is no range of times. Write one such as 18:00-24:00
          times: ["9:00-10:00"]         | '9:00-10:00' is no range of times. Write one such as 18:00-24:00
          weekdays: [munday]            | 'munday' is no weekday. Did you mean monday or sunday?
          weekdays: ["friday:monday"]   | 'friday:monday' ends before it begins, since weeks begin on Sunday. Write two: ["friday:saturday", "sunday:monday"]
          weekdays: ["saturday:sunday"] | 'saturday:sunday' ends before it begins, since weeks begin on Sunday. Write two: [saturday, sunday]
          weekdays: ["monday:"]         | '' is no weekday. There are sunday, monday, tuesday, wednesday, thursday, friday, saturday
          weekdays: ["monday:friday:x"] | 'x' is no weekday. There are sunday, monday, tuesday, wednesday, thursday, friday, saturday
          times: ["00:00-01:00"], zone: Europe/Berln | 'Europe/Berln' is no time zone. Did you mean Europe/Berlin?
          times: ["00:00-01:00"], zone: Mars         | 'Mars' is no time zone. Write one such as Europe/Berlin
          """)
  void timesThatAlertmanagerRefusesAreErrors(String fields, String message) {
    assertThat(messages("quiet: [{name: n, " + fields + "}]\n"))
        .singleElement()
        .asString()
        .endsWith(": error: " + message);
  }

  @Test
  void aSettingStandsInThePlaceOfTheFilesValue() {
    String text = site("receivers: [{name: a, webhook: URL}, {name: b, webhook: URL}]\nusual: a\n");
    Setting other = Setting.parse("notifications.usual=b").orElseThrow();
    Site site = parse(text, List.of(other)).site().orElseThrow();
    assertThat(site.notifications().usual()).hasValue("b");
    Setting wrong = Setting.parse("notifications.usual=c").orElseThrow();
    assertThat(parse(text, List.of(wrong)).findings())
        .extracting(Finding::toString)
        .containsExactly(
            "--set notifications.usual:1:1: error: there is no receiver 'c'. There are a, b");
  }

  private static Notifications read(String section) {
    SiteFile.Read read = parse(site(section), List.of());
    assertThat(read.findings()).isEmpty();
    return read.site().orElseThrow().notifications();
  }

  /** Without the name of the file; lines count from the key of the section. */
  private static List<String> messages(String section) {
    return parse(site(section), List.of()).findings().stream()
        .map(Finding::toString)
        .map(message -> message.replaceFirst("^s.yaml:", ""))
        .toList();
  }

  private static String site(String section) {
    Stream<String> lines = section.lines().map(line -> "  " + line);
    return "notifications:\n" + String.join("\n", lines.toList()) + "\nname: s\n";
  }

  private static SiteFile.Read parse(String text, List<Setting> settings) {
    return SiteFile.parse("s.yaml", text, settings, name -> Optional.empty());
  }
}
