package io.runboards.site;

import io.runboards.site.Fields.Outcome;
import io.runboards.site.Fields.Outcome.Bad;
import io.runboards.site.Fields.Outcome.Good;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Site.Grafana;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads which Grafana a site has, and which organisations that has. */
final class GrafanaSection {
  private static final Pattern ORGANISATION = Pattern.compile("[\\p{L}\\p{N}][^\\p{Cntrl}]{0,189}");

  private final Grafana grafana;
  private final Names names = new Names("organisation");
  private final List<Organisation> organisations;

  GrafanaSection(Fields site) {
    Fields fields = site.below("grafana");
    this.grafana =
        new Grafana(
            fields
                .value("version", GrafanaSection::version)
                .orElse(Grafana.USUAL.version()),
            fields.value("url", Meanings::url).orElse(Grafana.USUAL.url()));
    Set<Integer> ids = new HashSet<>();
    List<Organisation> read =
        fields.entries("organisations").stream()
            .flatMap(entry -> organisation(entry, ids).stream())
            .toList();
    this.organisations = read.isEmpty() ? List.of(Organisation.MAIN) : read;
    if (fields.size("organisations") == 0) {
      names.fresh(Good::new).of(Organisation.MAIN.name());
    }
  }

  Grafana grafana() {
    return grafana;
  }

  /** At least one. */
  List<Organisation> organisations() {
    return organisations;
  }

  /** Their names, to which tenants refer. */
  Names names() {
    return names;
  }

  private Optional<Organisation> organisation(Fields entry, Set<Integer> ids) {
    Optional<Integer> id = entry.value("id", Meanings::count);
    if (id.isPresent() && !ids.add(id.get())) {
      entry.wrong("id", "there are two organisations with the id " + id.get(), "");
    }
    return entry
        .value("name", names.fresh(GrafanaSection::organisationName))
        .flatMap(name -> id.map(it -> new Organisation(it, name)));
  }

  private static Outcome<String> organisationName(String text) {
    return Meanings.matching(
        ORGANISATION, text, "'" + text + "' is no name of an organisation", "");
  }

  private static Outcome<GrafanaVersion> version(String text) {
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
