package io.runboards.emit.prometheus;

import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.emit.prometheus.Relabeling.DropLabels;
import io.runboards.site.DataSource;
import io.runboards.site.Setup;
import io.runboards.site.Setup.RegisteredSystem;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of the Prometheus that stands beside the cluster's own, 2.42 or newer.
 *
 * <p>It evaluates all rules by itself, also where the store does: the alert that the way to the
 * store is broken must not depend on that way. What it records then stays with it, and its alerts
 * carry the labels of the store's, so that Alertmanager takes both for one.
 */
public final class PrometheusConfig {
  private static final String FOLDER = "prometheus/";
  private static final String REPLICA = "__replica__";
  private static final String HEAD =
      String.join(
          "\n# ",
          "Written by 'runboards generate' from the site: change that instead.",
          "Two replicas share this file. Each has a PROMETHEUS_REPLICA of its own in its environment,",
          "which the store's tracker of replicas needs to keep one copy of each sample. Before version",
          "3.0 that needs --enable-feature=expand-external-labels.");

  private static final String SYSTEM_HEAD =
      String.join(
          "\n# ",
          "Written by 'runboards generate' from the site: change that instead.",
          "For the prometheus.yml of a registered system. Put its secret into the file that stands",
          "below, with no blank before or behind it.");

  private static final TargetFile ALERTMANAGERS =
      TargetFile.of("alertmanagers", List.of("alertmanager:9093"));

  private PrometheusConfig() {}

  /** The configuration, its targets, and what registered systems need to send series. */
  public static List<OutFile> of(Site site) {
    List<ScrapeJob> jobs = ScrapeJob.of(site);
    List<OutFile> files = new ArrayList<>();
    String config = YamlWriter.document(HEAD, yaml -> write(yaml, site, jobs));
    files.add(new OutFile(FOLDER + "prometheus.yml", config));
    jobs.stream().map(job -> job.targets().file(FOLDER)).forEach(files::add);
    if (!site.notifications().receivers().isEmpty()) {
      files.add(ALERTMANAGERS.file(FOLDER));
    }
    site.setup().systems().stream().map(system -> file(system, site)).forEach(files::add);
    return files;
  }

  private static OutFile file(RegisteredSystem system, Site site) {
    RemoteWrite write = RemoteWrite.of(system, site);
    return new OutFile(
        FOLDER + "remote-write/" + system.key() + ".yaml",
        YamlWriter.document(SYSTEM_HEAD, yaml -> write(yaml, write)));
  }

  private static void write(YamlWriter yaml, RemoteWrite write) {
    yaml.objects("remote_write", List.of(write), (item, it) -> it.write(item));
  }

  private static void write(YamlWriter yaml, Site site, List<ScrapeJob> jobs) {
    Optional<RemoteWrite> away = RemoteWrite.of(site);
    yaml.object("global", global -> global(global, site.setup()));
    yaml.field("rule_files", List.of("rules/*.yaml"));
    if (!site.notifications().receivers().isEmpty()) {
      yaml.object("alerting", alerting -> alerting(alerting, site));
    }
    yaml.objects("scrape_configs", jobs, (item, job) -> job.write(item));
    away.ifPresent(it -> write(yaml, it));
  }

  private static void global(YamlWriter yaml, Setup setup) {
    yaml.field("scrape_interval", DataSource.SCRAPED_EVERY);
    yaml.field("scrape_timeout", "10s");
    yaml.field("evaluation_interval", "30s");
    yaml.object(
        "external_labels",
        labels -> {
          labels.field("cluster", literal(setup.cluster()));
          labels.field("environment", literal(setup.environment()));
          labels.field(REPLICA, "${PROMETHEUS_REPLICA}");
        });
  }

  /** Prometheus takes a dollar sign for the beginning of a variable of its environment. */
  private static String literal(String text) {
    return text.replace("$", "$$");
  }

  private static void alerting(YamlWriter yaml, Site site) {
    String notTold = RemoteWrite.rulesRunInStore(site) ? "cluster|environment|" + REPLICA : REPLICA;
    Relabeling.write(yaml, "alert_relabel_configs", List.of(new DropLabels(notTold)));
    yaml.objects(
        "alertmanagers",
        List.of(ALERTMANAGERS),
        (item, file) ->
            item.objects(
                "file_sd_configs",
                List.of(file),
                (found, it) -> found.field("files", List.of(it.path()))));
  }
}
