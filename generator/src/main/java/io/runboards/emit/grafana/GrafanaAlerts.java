package io.runboards.emit.grafana;

import io.runboards.check.Workspace;
import io.runboards.emit.AlertTexts;
import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.rules.Alert;
import io.runboards.rules.Length;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.WrongRule;
import io.runboards.site.Site;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Alerts for a Grafana that evaluates them itself, as files of its provisioning.
 *
 * <p>They stand beside the mount: Prometheus or Mimir evaluates alerts unless somebody puts these
 * files into it. Each has a twin of the same name that takes its alerts out of Grafana again.
 */
public final class GrafanaAlerts {
  private static final String ON = "grafana/alerting/on/";
  private static final String OFF = "grafana/alerting/off/";

  /** Grafana puts the rules of all files into one folder, where a title is given once. */
  private static final String FOLDER = "Run:ai alerts";

  /** The step of Grafana's scheduler: it evaluates at its multiples only. */
  private static final long TICK = 10;

  private static final String NEXT_LINE = "\n# ";

  private static final String ON_HEAD =
      String.join(
          NEXT_LINE,
          "Written by 'runboards generate' from the site and the rules: change those instead.",
          "Alerts for a Grafana that evaluates them itself. Usually Prometheus or Mimir does, and",
          "nothing reads this folder. Before you put its files into provisioning/alerting, take the",
          "address of Alertmanager away from Prometheus or from Mimir's ruler, or everybody is told",
          "twice. Recording rules stay there all the same: queries below read what they record.",
          "The files of the same names in ../off take the alerts out of Grafana again.");

  private static final String OFF_HEAD =
      String.join(
          NEXT_LINE,
          "Written by 'runboards generate' from the site and the rules: change those instead.",
          "Takes the alerts of ../on out of Grafana: put this file in the place of the one of the",
          "same name. Grafana keeps rules whose file is only deleted.");

  private GrafanaAlerts() {}

  /** Two files for each rule file that has alerts, or had some. */
  public static List<OutFile> of(Site site, Workspace workspace) {
    List<RuleFile> files =
        workspace.book().files().stream()
            .filter(file -> names(file).findAny().isPresent())
            .toList();
    demandOneUidEach(files);
    AlertTexts texts = AlertTexts.of(site, workspace);
    return files.stream().flatMap(file -> Stream.of(on(file, site, texts), off(file, site))).toList();
  }

  private static void demandOneUidEach(List<RuleFile> files) {
    Map<String, String> owners = new HashMap<>();
    files.stream()
        .flatMap(GrafanaAlerts::names)
        .forEach(name -> {
          String other = owners.put(AlertUid.of(name).toLowerCase(Locale.ROOT), name);
          if (other != null) {
            throw new WrongRule(
                other.equals(name)
                    ? "there are two alerts '" + name + "', or one that is retired"
                    : "Grafana cannot tell the alerts '%s' and '%s' apart: rename one"
                        .formatted(other, name));
          }
        });
  }

  /** The names of all alerts that it has or had. */
  private static Stream<String> names(RuleFile file) {
    return Stream.concat(file.alerts().map(Alert::name), file.retired().stream());
  }

  private static OutFile on(RuleFile file, Site site, AlertTexts texts) {
    List<RuleGroup> groups =
        file.groups().stream().filter(group -> group.alerts().findAny().isPresent()).toList();
    String text =
        YamlWriter.document(
            ON_HEAD,
            yaml -> {
              yaml.field("apiVersion", 1);
              if (!groups.isEmpty()) {
                yaml.objects("groups", groups, (it, group) -> group(it, group, site, texts));
              }
              delete(yaml, file.retired(), site);
            });
    return new OutFile(ON + name(file), text);
  }

  private static OutFile off(RuleFile file, Site site) {
    String text =
        YamlWriter.document(
            OFF_HEAD,
            yaml -> {
              yaml.field("apiVersion", 1);
              delete(yaml, names(file).toList(), site);
            });
    return new OutFile(OFF + name(file), text);
  }

  private static String name(RuleFile file) {
    return "rules-" + file.name() + ".yaml";
  }

  private static void group(YamlWriter yaml, RuleGroup group, Site site, AlertTexts texts) {
    yaml.field("orgId", organisation(site));
    yaml.field("name", Provisioning.literal(group.name()));
    yaml.field("folder", FOLDER);
    yaml.field("interval", interval(group.every()).toString());
    yaml.objects(
        "rules",
        group.alerts().map(alert -> new AlertRule(alert, group, site, texts)).toList(),
        (rule, it) -> it.write(rule));
  }

  /** Alerts can ask only what their own organisation sees. */
  private static int organisation(Site site) {
    return Sources.first(site).organisation().id();
  }

  private static Length interval(Length every) {
    long ticks = Math.ceilDiv(every.duration().toMillis(), TICK * 1000);
    return new Length(Duration.ofSeconds(Math.max(1, ticks) * TICK));
  }

  private static void delete(YamlWriter yaml, List<String> alerts, Site site) {
    if (!alerts.isEmpty()) {
      yaml.objects(
          "deleteRules",
          alerts,
          (rule, name) -> {
            rule.field("orgId", organisation(site));
            rule.field("uid", AlertUid.of(name));
          });
    }
  }
}
