package io.runboards.cli;

import io.runboards.site.Setting;
import io.runboards.site.Site;
import java.util.List;
import picocli.CommandLine.Option;

/** Which site is deployed. */
final class SiteOption {
  @Option(
      names = "--site",
      paramLabel = "NAME|FILE",
      required = true,
      description = "The site: the name of a file in provisioning/sites, or a file.")
  private String site;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Use this value in the place of the site's, such as grafana.version=9.4.")
  private List<Setting> settings = List.of();

  Site read(Surroundings around) {
    return SiteLookup.read(site, settings, around);
  }
}
