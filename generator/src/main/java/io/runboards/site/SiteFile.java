package io.runboards.site;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Installation.Spelling;
import io.runboards.finding.Finding;
import io.runboards.finding.Place;
import io.runboards.promql.Matcher;
import io.runboards.promql.ParseException;
import io.runboards.promql.Promql;
import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.Fields.Outcome.Good;
import io.runboards.site.Site.Grafana;
import io.runboards.site.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a site from YAML.
 *
 * <pre>
 * name: example
 * cluster: {version: "2.17"}
 * labels: [prometheus_replica]
 * grafana: {version: "13.0", url: https://grafana.example.org}
 * </pre>
 *
 * <p>The example in {@code provisioning/sites} tells all that can be said. Only the name must be
 * there. <code>${NAME:-default}</code> takes a value from the environment.
 */
public final class SiteFile {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Complaints complaints = new Complaints("site-file");
  private final Site usual = Site.usual("unnamed");

  private SiteFile() {}

  /**
   * What a file says.
   *
   * @param site the site; empty if anything is wrong
   * @param findings what is wrong, in the file and in the settings
   */
  public record Read(Optional<Site> site, List<Finding> findings) {}

  /**
   * Reads the text of the file {@code source}.
   *
   * @param settings values in the place of those of the file
   * @param environment the values of environment variables
   */
  public static Read parse(
      String source,
      String text,
      List<Setting> settings,
      Function<String, Optional<String>> environment) {
    SiteFile file = new SiteFile();
    Optional<Mapping> written = file.root(source, text);
    if (written.isEmpty()) {
      return new Read(Optional.empty(), file.complaints.inOrder());
    }
    Mapping tree = written.get();
    for (Setting setting : settings) {
      tree = setting.in(tree);
    }
    Site site = file.site(new Placeholders(environment, file.complaints).fill(tree), source);
    return new Read(
        file.complaints.isEmpty() ? Optional.of(site) : Optional.empty(),
        file.complaints.inOrder());
  }

  private Optional<Mapping> root(String source, String text) {
    Place beginning = Place.in(source, text, 0, 0);
    Optional<YamlNode> root = YamlText.read(source, text, complaints);
    if (root.isEmpty() && complaints.isEmpty()) {
      return Optional.of(new Mapping(List.of(), beginning));
    }
    if (root.isPresent() && root.get() instanceof Mapping mapping) {
      return Optional.of(new Mapping(mapping.entries(), beginning));
    }
    if (complaints.isEmpty()) {
      complaints.about(beginning, "expected keys with values, such as name: example");
    }
    return Optional.empty();
  }

  private Site site(Mapping tree, String source) {
    Fields fields =
        new Fields(
            tree,
            complaints,
            "name",
            "cluster",
            "runbooks",
            "labels",
            "spelling",
            "grafana",
            "tenants",
            "federations",
            "notifications");
    fields.require("name", "a site needs a name");
    Optional<String> name = fields.value("name", SiteFile::name);
    name.ifPresent(it -> compareWithFile(it, tree.find("name").orElseThrow().place(), source));
    TenantsSection store = new TenantsSection(fields);
    return new Site(
        name.orElse(usual.name()),
        fields
            .below("cluster", "version")
            .value("version", SiteFile::clusterVersion)
            .orElse(usual.cluster()),
        fields.value("runbooks", Meanings::url),
        fields.values("labels", SiteFile::label),
        spelling(fields.below("spelling", "ready", "schedulable", "inference")),
        grafana(fields.below("grafana", "version", "url")),
        store.tenants(),
        store.federations(),
        NotificationsSection.read(fields, usual.notifications()),
        usual.setup());
  }

  private Spelling spelling(Fields fields) {
    return new Spelling(
        fields.value("ready", Good::new).orElse(usual.spelling().ready()),
        fields.value("schedulable", Good::new).orElse(usual.spelling().schedulable()),
        fields.value("inference", SiteFile::regex).orElse(usual.spelling().inference()));
  }

  private Grafana grafana(Fields fields) {
    return new Grafana(
        fields.value("version", SiteFile::grafanaVersion).orElse(usual.grafana().version()),
        fields.value("url", Meanings::url).orElse(usual.grafana().url()));
  }

  /** A copied file that keeps the name of its original would overwrite what is written for it. */
  private void compareWithFile(String name, Place place, String source) {
    String file = source.substring(source.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
    if (place.source().equals(source) && !file.equals(name)) {
      complaints.about(
          place,
          "the site is called '%s' and its file '%s'".formatted(name, file),
          "Give both the same name");
    }
  }

  private static Outcome<String> name(String text) {
    return Meanings.matching(
        NAME,
        text,
        "'" + text + "' is no name of a site: it becomes a folder",
        "Write up to 63 small letters, digits and dashes between them");
  }

  private static Outcome<String> label(String text) {
    return Meanings.matching(
        LABEL, text, "'" + text + "' is no name of a label", "Write letters, digits and _");
  }

  private static Outcome<String> regex(String text) {
    try {
      Promql.parse("{label=\"x\", " + Matcher.of("label", Matcher.Op.REGEX, text) + "}");
      return new Good<>(text);
    } catch (ParseException e) {
      return new Bad<>("'" + text + "' is no pattern: " + e.getMessage(), "");
    }
  }

  private static Outcome<ClusterVersion> clusterVersion(String text) {
    return Outcome.of(
        ClusterVersion.parse(text), "'" + text + "' is no version; write one such as 2.17");
  }

  private static Outcome<GrafanaVersion> grafanaVersion(String text) {
    Optional<GrafanaVersion> version = GrafanaVersion.parse(text);
    if (version.isEmpty()) {
      return new Bad<>("'" + text + "' is no version; write one such as 13.0", "");
    }
    return version.get().isBefore(GrafanaVersion.OLDEST)
            || version.get().major() > GrafanaVersion.NEWEST.major()
        ? new Bad<>(
            "dashboards cannot be written for Grafana " + version.get(),
            "Versions %s to %s can be"
                .formatted(GrafanaVersion.OLDEST, GrafanaVersion.NEWEST.major()))
        : new Good<>(version.get());
  }
}
