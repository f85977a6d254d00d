package io.runboards.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which site is deployed. */
final class SiteOption {
  @Option(
      names = "--site",
      paramLabel = "NAME|FILE",
      required = true,
      description = "The site: the name of a file in provisioning/sites, or a file.")
  private String site;

  @Mixin private SiteOptions options;

  SiteLookup.Found read(Surroundings around) {
    return SiteLookup.read(site, options, around);
  }

  /** The same surroundings, with the variables of a file if there is one. */
  Surroundings in(Surroundings around) {
    return around.with(options.environment(around));
  }
}
