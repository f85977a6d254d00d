package io.runboards.emit.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.build.External;
import io.runboards.site.Notifications;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Alertmanager's own tool says of the configurations that are written. */
class AmtoolTest {
  private static final String OTHER_SITE =
      """
      receivers:
        - {name: a, webhook: A}
        - {name: b, webhook: B}
        - {name: shown, webhook: C}
      routes:
        - {team: inference, to: [a, b]}
        - {severity: info, team: jobs, to: [shown]}
        - {severity: warning, to: [b]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          critical, platform,  GpuXidFatal, 'on-call,chat'
          critical, inference, Slow,        'on-call,chat'
          warning,  inference, Slow,        'tickets,mail'
          warning,  platform,  GpuHot,      chat
          info,     platform,  GpuIdle,     nobody
          info,     inference, Idle,        nobody
          info,     platform,  Watchdog,    dead-mans-switch
          none,     other,     Foreign,     chat
          """)
  void alertsOfTheExampleReach(String severity, String team, String name, String receivers)
      throws IOException {
    assertThat(receivers(ExampleSite.shipped(), severity, team, name)).isEqualTo(receivers);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          critical, inference, X,        'a,b'
          warning,  inference, X,        'a,b'
          info,     inference, X,        nobody
          info,     jobs,      X,        shown
          warning,  jobs,      X,        b
          critical, jobs,      X,        nobody
          none,     jobs,      X,        nobody
          info,     jobs,      Watchdog, nobody
          """)
  void withoutAUsualReceiverAlertsReach(String severity, String team, String name, String receivers)
      throws IOException {
    Notifications site = ExampleSite.section(OTHER_SITE);
    assertThat(receivers(site, severity, team, name)).isEqualTo(receivers);
  }

  @Test
  void alertmanagerTakesTheConfiguration() throws IOException {
    Notifications example = ExampleSite.shipped();
    assertThat(amtool("check-config", config(example).toString()))
        .contains("SUCCESS", "global config", "3 inhibit rules", "6 receivers", "0 templates");
    Notifications other = ExampleSite.section(OTHER_SITE);
    assertThat(amtool("check-config", config(other).toString())).contains("SUCCESS");
  }

  @Test
  void mailsAndIncidentsHaveTheWordsTheRunbookAndTheDashboard() throws IOException {
    assertThat(rendered(Messages.INCIDENT)).isEqualTo("GPU 0 failed");
    assertThat(rendered(Messages.SEVERITY)).isEqualTo("critical");
    assertThat(rendered(Messages.TITLE)).isEqualTo("[FIRING 1] GpuFailed in c1");
    assertThat(rendered(Messages.TEXT))
        .isEqualTo(
            """
            It computes nothing.

            - GPU 0 failed
              Dashboard: https://grafana.example.org/d/gpu?a=1&b=2
            - Over: GPU 1 failed

            Runbook, what to do: https://runbooks.example.org/GpuFailed\
            """);
    assertThat(rendered(Messages.HTML, "--template.type=html"))
        .isEqualTo(
            """
            <p>It computes nothing.</p>
            <ul>
            <li><b>GPU 0 failed</b> <a href="https://grafana.example.org/d/gpu?a=1&amp;b=2">Dashboard</a></li>
            <li>Over: GPU 1 failed</li>
            </ul>
            <p><a href="https://runbooks.example.org/GpuFailed">Runbook: what to do</a></p>\
            """);
  }

  private String rendered(String template, String... more) throws IOException {
    Path data = folder.resolve("data.json");
    Files.writeString(
        data,
        """
        {
          "status": "firing",
          "alerts": [
            {
              "status": "firing",
              "annotations": {
                "summary": "GPU 0 failed",
                "dashboard_url": "https://grafana.example.org/d/gpu?a=1&b=2"
              }
            },
            {"status": "resolved", "annotations": {"summary": "GPU 1 failed"}}
          ],
          "groupLabels": {"alertname": "GpuFailed", "clusterId": "c1"},
          "commonLabels": {"severity": "critical"},
          "commonAnnotations": {
            "summary": "GPU 0 failed",
            "description": "It computes nothing.",
            "runbook_url": "https://runbooks.example.org/GpuFailed"
          }
        }
        """);
    List<String> args = new ArrayList<>(List.of("template", "render"));
    args.add("--template.glob=" + folder.resolve("none"));
    args.add("--template.data=" + data);
    args.add("--template.text=" + template);
    args.addAll(List.of(more));
    return amtool(args.toArray(String[]::new)).stripTrailing();
  }

  @Test
  void aSiteWithNobodyToTellHasNoConfiguration() {
    assertThat(AlertmanagerFile.of(Notifications.NONE, SampleAlerts.workspace())).isEmpty();
  }

  private String receivers(Notifications site, String severity, String team, String name)
      throws IOException {
    return amtool(
            "config",
            "routes",
            "test",
            "--config.file",
            config(site).toString(),
            "severity=" + severity,
            "team=" + team,
            "alertname=" + name)
        .strip();
  }

  private Path config(Notifications site) throws IOException {
    String text = AlertmanagerFile.of(site, SampleAlerts.workspace()).getFirst().content();
    return Files.writeString(folder.resolve("alertmanager.yaml"), text);
  }

  private String amtool(String... args) {
    return External.run(folder, External.server("amtool"), "", args);
  }
}
