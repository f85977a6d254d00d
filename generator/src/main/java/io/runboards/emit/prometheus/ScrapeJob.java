package io.runboards.emit.prometheus;

import io.runboards.catalog.Label;
import io.runboards.catalog.Labels;
import io.runboards.emit.YamlWriter;
import io.runboards.emit.prometheus.Relabeling.Copy;
import io.runboards.emit.prometheus.Relabeling.DropLabels;
import io.runboards.emit.prometheus.Relabeling.Put;
import io.runboards.site.Setup.Endpoint;
import io.runboards.site.Setup.Store;
import io.runboards.site.Setup.Targets;
import io.runboards.site.Site;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What Prometheus scrapes in the same way.
 *
 * @param name its name, which its series carry
 * @param probe how targets are looked at through an exporter; empty to ask them themselves
 * @param bounded whether a target with more series than a job should have is refused
 * @param targets what is scraped
 * @param ofTargets changes of the labels of targets
 * @param ofSeries changes of the labels of what they say
 */
record ScrapeJob(
    String name,
    String probe,
    boolean bounded,
    TargetFile targets,
    List<Relabeling> ofTargets,
    List<Relabeling> ofSeries) {
  /** The most series that a job should have. */
  private static final int BUDGET = 10_000;

  private static final int DCGM = 9400;
  private static final int NODE = 9100;
  private static final Relabeling DROP_FORBIDDEN = new DropLabels(forbidden());

  /** The jobs of a site. What runs in Kubernetes is found by the Prometheus that runs there. */
  static List<ScrapeJob> of(Site site) {
    Targets targets = site.setup().targets();
    List<ScrapeJob> jobs = new ArrayList<>();
    jobs.add(plain(TargetFile.of("prometheus", List.of("localhost:9090"))));
    jobs.add(gpus(targets));
    jobs.add(plain(TargetFile.nodes("gpu-node-exporter", targets.gpuNodes(), NODE, "instance")));
    jobs.add(plain(TargetFile.endpoints("inference", targets.inference())));
    jobs.add(plain(TargetFile.endpoints("qdrant", targets.vectorDatabases())));
    jobs.add(plain(TargetFile.endpoints("litellm", targets.gateways())));
    targets.blackbox().ifPresent(exporter -> jobs.add(certificates(targets, exporter)));
    if (site.setup().store().kind() == Store.Kind.MIMIR) {
      jobs.add(store(site.setup().store().read()));
    }
    return jobs.stream().filter(job -> !job.targets.isEmpty()).toList();
  }

  private static ScrapeJob plain(TargetFile targets) {
    return new ScrapeJob(targets.name(), "", true, targets, List.of(), List.of(DROP_FORBIDDEN));
  }

  /**
   * The exporter of DCGM calls its node as its container is called, unless it was told the name. The
   * name that Kubernetes has for the node takes the place of both spellings of that label.
   */
  private static ScrapeJob gpus(Targets targets) {
    String node = Labels.OLD_HOSTNAME.name();
    return new ScrapeJob(
        "dcgm-exporter",
        "",
        true,
        TargetFile.nodes("dcgm-exporter", targets.gpuNodes(), DCGM, "instance", node),
        List.of(),
        List.of(
            new DropLabels("exported_" + node + "|" + Labels.HOSTNAME.name()), DROP_FORBIDDEN));
  }

  private static ScrapeJob certificates(Targets targets, Endpoint exporter) {
    return new ScrapeJob(
        "certificates",
        "certificate",
        true,
        TargetFile.of("certificates", targets.certificates().stream().map(URI::toString).toList()),
        List.of(
            new Copy("__address__", "__param_target"),
            new Copy("__param_target", "instance"),
            new Put("__address__", exporter.toString())),
        List.of());
  }

  /** A store is as large as its tenants are many: it is not refused for that. */
  private static ScrapeJob store(URI read) {
    boolean direct = "http".equals(read.getScheme()) && read.getPort() > 0;
    List<String> address = direct ? List.of(read.getHost() + ":" + read.getPort()) : List.of();
    return new ScrapeJob(
        "mimir", "", false, TargetFile.of("mimir", address), List.of(), List.of());
  }

  /** Labels that must not exist, since they have a value for each request. */
  private static String forbidden() {
    return Labels.all().stream()
        .filter(label -> label.growth() == Label.Growth.FORBIDDEN)
        .map(Label::name)
        .sorted()
        .collect(Collectors.joining("|"));
  }

  void write(YamlWriter yaml) {
    yaml.field("job_name", name);
    if (!probe.isEmpty()) {
      yaml.field("scrape_interval", "1m");
      yaml.field("metrics_path", "/probe");
      yaml.object("params", params -> params.field("module", List.of(probe)));
    }
    if (bounded) {
      yaml.field("sample_limit", BUDGET);
    }
    yaml.objects(
        "file_sd_configs",
        List.of(targets),
        (item, file) -> item.field("files", List.of(file.path())));
    Relabeling.write(yaml, "relabel_configs", ofTargets);
    Relabeling.write(yaml, "metric_relabel_configs", ofSeries);
  }
}
