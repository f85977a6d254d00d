package io.runboards.emit.compose;

import io.runboards.emit.YamlWriter;
import io.runboards.site.Notifications.Mail;
import io.runboards.site.Setup.Store;
import io.runboards.site.Site;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The file for Docker Compose. It stands beside the folders that it mounts. */
final class ComposeFile {
  private static final String HOW =
      String.join(
          "\n# ",
          "Written by 'runboards generate' from the site: change that instead.",
          "Copy .env.example to .env, fill it in, and run: docker compose up -d",
          "Mimir has no health check: its image has no program that could ask it.");

  private static final String STARTED = "service_started";
  private static final String DONE = "service_completed_successfully";

  private final Site site;
  private final Neighbours neighbours;
  private final Secrets secrets;

  private ComposeFile(Site site) {
    this.site = site;
    this.neighbours = new Neighbours(site);
    this.secrets = Secrets.of(site);
  }

  static String of(Site site) {
    return YamlWriter.document(HOW, new ComposeFile(site)::write);
  }

  private void write(YamlWriter yaml) {
    yaml.field("name", "runboards-" + site.name());
    yaml.object("services", this::services);
    yaml.object("volumes", all -> volumes().forEach(name -> all.object(name, it -> {})));
    secrets.declare(yaml);
  }

  private List<String> volumes() {
    List<String> volumes = new ArrayList<>(List.of("grafana", "prometheus"));
    if (neighbours.hasAlertmanager()) {
      volumes.add("alertmanager");
    }
    if (neighbours.hasMimir()) {
      volumes.add(Neighbours.MIMIR);
    }
    return volumes;
  }

  private void services(YamlWriter yaml) {
    if (!neighbours.organisations().isEmpty()) {
      yaml.object("organisations", this::organisations);
    }
    yaml.object("grafana", this::grafana);
    yaml.object("prometheus", this::prometheus);
    if (neighbours.hasAlertmanager()) {
      yaml.object("alertmanager", this::alertmanager);
    }
    if (neighbours.hasBlackbox()) {
      yaml.object(Neighbours.BLACKBOX, this::blackbox);
    }
    if (neighbours.hasMimir()) {
      yaml.object(Neighbours.MIMIR, this::mimir);
    }
    if (neighbours.hasRules()) {
      yaml.object("rules", this::rules);
    }
  }

  /** Grafana does not start with files about organisations that it does not have. */
  private void organisations(YamlWriter yaml) {
    yaml.field("image", Image.grafana(site.grafana().version()));
    yaml.field("entrypoint", List.of("/bin/sh", "/etc/runboards/organisations.sh"));
    yaml.object(
        "environment",
        all -> all.field("GF_SECURITY_ADMIN_PASSWORD__FILE", secrets.file(Secrets.ADMIN)));
    yaml.field(
        "volumes",
        List.of(
            "grafana:/var/lib/grafana",
            mount("./organisations.sh", "/etc/runboards/organisations.sh")));
    secrets.write(yaml, List.of(Secrets.ADMIN));
  }

  private void grafana(YamlWriter yaml) {
    URI url = site.grafana().url();
    service(yaml, Image.grafana(site.grafana().version()));
    yaml.object("environment", this::settings);
    List<String> volumes =
        new ArrayList<>(
            List.of(
                "grafana:/var/lib/grafana",
                mount("../grafana/provisioning", "/etc/grafana/provisioning"),
                mount("../grafana/dashboards", "/var/lib/grafana/dashboards")));
    authority().ifPresent(volumes::add);
    yaml.field("volumes", volumes);
    secrets.write(yaml, secrets.ofGrafana());
    yaml.field("ports", List.of("3000:3000"));
    health(yaml, "http://localhost:3000" + url.getPath() + "/api/health");
    if (!neighbours.organisations().isEmpty()) {
      after(yaml, "organisations", DONE);
    }
  }

  private void settings(YamlWriter yaml) {
    URI url = site.grafana().url();
    yaml.field("GF_ANALYTICS_CHECK_FOR_UPDATES", "false");
    yaml.field("GF_ANALYTICS_REPORTING_ENABLED", "false");
    yaml.field("GF_SECURITY_ADMIN_PASSWORD__FILE", secrets.file(Secrets.ADMIN));
    yaml.field("GF_SERVER_ROOT_URL", literal(url + "/"));
    yaml.field("GF_SERVER_SERVE_FROM_SUB_PATH", Boolean.toString(!url.getPath().isEmpty()));
    site.notifications().mail().ifPresent(mail -> mail(yaml, mail));
    yaml.field("GF_USERS_ALLOW_SIGN_UP", "false");
  }

  private void mail(YamlWriter yaml, Mail mail) {
    yaml.field("GF_SMTP_ENABLED", "true");
    yaml.field("GF_SMTP_FROM_ADDRESS", literal(mail.from()));
    yaml.field("GF_SMTP_HOST", literal(mail.host()));
    if (!mail.user().isEmpty()) {
      yaml.field("GF_SMTP_USER", literal(mail.user()));
      yaml.field("GF_SMTP_PASSWORD__FILE", secrets.file(mail.secret()));
    }
  }

  private void prometheus(YamlWriter yaml) {
    service(yaml, Image.PROMETHEUS.id());
    yaml.field(
        "command",
        List.of(
            "--config.file=/etc/prometheus/prometheus.yml",
            "--storage.tsdb.path=/prometheus",
            "--storage.tsdb.retention.time=${PROMETHEUS_RETENTION:-15d}"));
    yaml.object(
        "environment", all -> all.field("PROMETHEUS_REPLICA", "${PROMETHEUS_REPLICA:-replica-1}"));
    List<String> volumes =
        new ArrayList<>(
            List.of("prometheus:/prometheus", mount("../prometheus", "/etc/prometheus")));
    authority().ifPresent(volumes::add);
    yaml.field("volumes", volumes);
    secrets.write(yaml, secrets.store());
    yaml.field("ports", List.of("127.0.0.1:9090:9090"));
    health(yaml, "http://localhost:9090/-/ready");
  }

  private void alertmanager(YamlWriter yaml) {
    service(yaml, Image.ALERTMANAGER.id());
    yaml.field(
        "command",
        List.of(
            "--config.file=/etc/alertmanager/alertmanager.yaml",
            "--storage.path=/alertmanager",
            "--cluster.listen-address="));
    yaml.field(
        "volumes",
        List.of("alertmanager:/alertmanager", mount("../alertmanager", "/etc/alertmanager")));
    secrets.write(yaml, secrets.messages());
    yaml.field("ports", List.of("127.0.0.1:9093:9093"));
    health(yaml, "http://localhost:9093/-/ready");
  }

  private void blackbox(YamlWriter yaml) {
    int port = site.setup().targets().blackbox().orElseThrow().port();
    service(yaml, Image.BLACKBOX.id());
    yaml.field(
        "command", List.of("--config.file=/etc/blackbox.yaml", "--web.listen-address=:" + port));
    yaml.field("volumes", List.of(mount("./blackbox.yaml", "/etc/blackbox.yaml")));
    health(yaml, "http://localhost:%s/-/healthy".formatted(port));
  }

  private void mimir(YamlWriter yaml) {
    service(yaml, Image.MIMIR.id());
    yaml.field("command", List.of("-config.file=/etc/mimir.yaml"));
    yaml.field(
        "volumes",
        List.of(
            "mimir:/data",
            mount("./mimir.yaml", "/etc/mimir.yaml"),
            mount("../mimir", "/etc/mimir")));
  }

  private void rules(YamlWriter yaml) {
    yaml.field("image", Image.MIMIRTOOL.id());
    yaml.field(
        "entrypoint", List.of("/bin/sh", "/etc/runboards/rules.sh", address(), "/etc/mimir"));
    yaml.field(
        "volumes",
        List.of(mount("./rules.sh", "/etc/runboards/rules.sh"), mount("../mimir", "/etc/mimir")));
    after(yaml, Neighbours.MIMIR, STARTED);
  }

  /** Where Mimir answers, without the path below which it speaks like a Prometheus. */
  private String address() {
    URI read = site.setup().store().read();
    return read.getScheme() + "://" + read.getAuthority();
  }

  private static void service(YamlWriter yaml, String image) {
    yaml.field("image", image);
    yaml.field("restart", "unless-stopped");
  }

  /** The image has a program that asks this address. */
  private static void health(YamlWriter yaml, String url) {
    Consumer<YamlWriter> check =
        fields -> {
          fields.field("test", List.of("CMD", "wget", "-q", "-O", "/dev/null", url));
          fields.field("interval", "10s");
          fields.field("timeout", "5s");
          fields.field("retries", 12);
        };
    yaml.object("healthcheck", check);
  }

  private static void after(YamlWriter yaml, String other, String state) {
    yaml.object("depends_on", all -> all.object(other, it -> it.field("condition", state)));
  }

  private Optional<String> authority() {
    Store store = site.setup().store();
    return Optional.of(store.authority())
        .filter(file -> !file.isEmpty())
        .map(file -> mount(file, file));
  }

  private static String mount(String from, String to) {
    return from + ":" + to + ":ro";
  }

  /** Compose takes a dollar sign for the beginning of a variable of the environment. */
  private static String literal(String text) {
    return text.replace("$", "$$");
  }
}
