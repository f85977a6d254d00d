package io.runboards.cli;

import io.runboards.check.Workspace;
import io.runboards.deploy.Desired;
import io.runboards.deploy.grafana.Secrets;
import io.runboards.deploy.grafana.SiteContent;
import io.runboards.finding.DidYouMean;
import io.runboards.http.Server;
import io.runboards.site.Setup.Organisation;
import io.runboards.site.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands that deploy need to know. */
final class DeployOptions {
  @Mixin private SiteOption site;

  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      description = "Only this organisation of the site. May be given again.")
  private List<String> organisations = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|junit|github",
      defaultValue = "text",
      description = "How to print. Default: text.")
  private DeployFormat format;

  @Option(
      names = "--history",
      paramLabel = "FOLDER",
      defaultValue = ".runboards/history",
      description = "Where it is kept what was before. Default: .runboards/history.")
  private Path history;

  @Option(
      names = "--secrets",
      paramLabel = "FOLDER",
      description = "Holds files with the secrets of data sources.")
  private Optional<Path> secrets = Optional.empty();

  @Mixin private ConnectionOptions connection;

  DeployFormat format() {
    return format;
  }

  /** The surroundings with the variables of a file, if one is named. */
  Surroundings in(Surroundings around) {
    return site.in(around);
  }

  SiteLookup.Found site(Surroundings around) {
    return site.read(around);
  }

  Secrets secrets(Site site, Surroundings around) {
    return SourceSecrets.of(site, secrets, around);
  }

  HistoryFolder history(Site site, Surroundings around) {
    return new HistoryFolder(around.folder().resolve(history).resolve(site.name()));
  }

  /** The address of the server, as reports name it. */
  String address(Site site, Surroundings around) {
    Organisation any = organisations(site).getFirst();
    return connection.server(site.grafana().url(), any.name(), around).url().toString();
  }

  /** The organisations that are meant. */
  List<Organisation> organisations(Site site) {
    List<Organisation> all = site.setup().organisations();
    if (organisations.isEmpty()) {
      return all;
    }
    List<String> known = all.stream().map(Organisation::name).toList();
    organisations.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new CommandFailed(
              "site %s has no organisation '%s'%s"
                  .formatted(site.name(), name, DidYouMean.oneOf(known, name)));
        });
    return all.stream().filter(it -> organisations.contains(it.name())).toList();
  }

  /** Makes sure of all organisations, before anything is read or written. */
  Stations open(
      Site site, List<Organisation> meant, Secrets ofSources, boolean adding, Surroundings around) {
    return Stations.open(
        meant,
        organisation -> {
          Server server = connection.server(site.grafana().url(), organisation.name(), around);
          return Station.at(server, organisation, site.name(), ofSources, adding);
        });
  }

  /** What a site wants at a station. */
  static Desired desired(Site site, Station station, Workspace workspace, Secrets secrets) {
    return SiteContent.of(site, station.organisation(), workspace, secrets);
  }
}
