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
import io.runboards.site.Setup.Sizes;
import io.runboards.site.Setup.Store;
import io.runboards.site.YamlNode.Mapping;
import io.runboards.site.YamlNode.Scalar;
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
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Complaints complaints;
  private final Site usual = Site.usual("unnamed");

  private SiteFile(Complaints complaints) {
    this.complaints = complaints;
  }

  /**
   * What a file says.
   *
   * @param site the site; empty if anything is wrong
   * @param findings what is wrong, in the file and in the settings
   * @param places where its values stand
   */
  public record Read(Optional<Site> site, List<Finding> findings, SitePlaces places) {}

  /**
   * Reads the text of the file {@code source}, which extends no other.
   *
   * @param settings values in the place of those of the file
   * @param environment the values of environment variables
   */
  public static Read parse(
      String source,
      String text,
      List<Setting> settings,
      Function<String, Optional<String>> environment) {
    return parse(source, text, settings, environment, SiteFolder.EMPTY);
  }

  /** Reads a file that may extend one of its folder. */
  public static Read parse(
      String source,
      String text,
      List<Setting> settings,
      Function<String, Optional<String>> environment,
      SiteFolder folder) {
    Complaints complaints = new Complaints("site-file");
    Optional<Mapping> tree = new Inheritance(folder, complaints).read(source, text, settings);
    if (tree.isEmpty()) {
      Mapping nothing = new Mapping(List.of(), Place.in(source, text, 0, 0));
      return new Read(Optional.empty(), complaints.inOrder(), new SitePlaces(nothing));
    }
    SiteFile file = new SiteFile(complaints);
    Site site = file.site(new Placeholders(environment, complaints).fill(tree.get()), source);
    return new Read(
        complaints.isEmpty() ? Optional.of(site) : Optional.empty(),
        complaints.inOrder(),
        new SitePlaces(tree.get()));
  }

  private Site site(Mapping tree, String source) {
    Fields fields = Fields.of(tree, complaints, SiteKeys.ALL);
    Optional<String> name = fields.value("name", SiteFile::name);
    if (name.isPresent() && tree.find("name").orElseThrow() instanceof Scalar scalar) {
      compareWithFile(scalar, source);
    }
    Fields cluster = fields.below("cluster");
    Store store = StoreSection.read(fields, usual.setup().store());
    GrafanaSection grafana = new GrafanaSection(fields);
    TenantsSection tenants = new TenantsSection(fields, grafana.names(), store.kind());
    return new Site(
        name.orElse(usual.name()),
        cluster.value("version", SiteFile::clusterVersion).orElse(usual.cluster()),
        fields.value("runbooks", Meanings::url),
        fields.values("labels", SiteFile::label),
        spelling(fields.below("spelling")),
        grafana.grafana(),
        tenants.tenants(),
        tenants.federations(),
        NotificationsSection.read(fields, usual.notifications()),
        new Setup(
            cluster.value("name", SiteFile::word).orElse(usual.setup().cluster()),
            cluster.value("environment", SiteFile::word).orElse(usual.setup().environment()),
            store,
            grafana.organisations(),
            tenants.systems(),
            TargetsSection.read(fields),
            sizes(fields.below("sizes"))));
  }

  private Sizes sizes(Fields fields) {
    Sizes expected = usual.setup().sizes();
    return new Sizes(
        fields.value("nodes", Meanings::count).orElse(expected.nodes()),
        fields.value("gpus-per-node", Meanings::count).orElse(expected.gpusPerNode()),
        fields.value("projects", Meanings::count).orElse(expected.projects()),
        fields.value("workloads", Meanings::count).orElse(expected.workloads()),
        fields.value("pods", Meanings::count).orElse(expected.pods()));
  }

  private Spelling spelling(Fields fields) {
    return new Spelling(
        fields.value("ready", Good::new).orElse(usual.spelling().ready()),
        fields.value("schedulable", Good::new).orElse(usual.spelling().schedulable()),
        fields.value("inference", SiteFile::regex).orElse(usual.spelling().inference()));
  }

  /** A copied file that keeps the name of its original would overwrite what is written for it. */
  private void compareWithFile(Scalar name, String source) {
    String file = source.substring(source.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
    if (name.place().source().equals(source) && !file.equals(name.text())) {
      complaints.about(
          name.place(),
          "the site is called '%s' and its file '%s'".formatted(name.written(), file),
          "Give both the same name");
    }
  }

  /** What a file and a folder may be called. */
  static Outcome<String> name(String text) {
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

  private static Outcome<String> word(String text) {
    return Meanings.matching(
        WORD,
        text,
        "'" + text + "' is no value of a label that everything here carries",
        "Write up to 63 letters, digits, dashes, dots and _");
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
}
