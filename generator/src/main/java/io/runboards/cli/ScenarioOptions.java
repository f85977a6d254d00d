package io.runboards.cli;

import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.simulate.incident.Incidents;
import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.site.Setup.Sizes;
import io.runboards.site.Site;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which platform is simulated, and what goes wrong there. */
final class ScenarioOptions {
  @Mixin private PlatformOptions platform;

  @Option(
      names = "--incident",
      paramLabel = "NAME[@LENGTH]",
      description = {
        "Let this go wrong: at the start, or this long",
        "after it. Can be given more than once."
      })
  private List<IncidentChoice> incidents = List.of();

  /** What is simulated on a site from a moment on. */
  Scenario scenario(Site site, long from, int step) {
    return new Scenario(
        platform.seed(),
        platform.size(ofSite(site.setup().sizes())),
        site.installation(),
        labels(site),
        from,
        step,
        incidents.stream().map(choice -> choice.in(Incidents.ALL, from)).toList());
  }

  private static Size ofSite(Sizes sizes) {
    try {
      return new Size(sizes.nodes(), sizes.gpusPerNode(), 1);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage());
    }
  }

  /** The labels that all series of a site carry; any value will do. */
  static List<Tag> labels(Site site) {
    return site.labels().stream().map(label -> new Tag(label, site.name())).toList();
  }
}
