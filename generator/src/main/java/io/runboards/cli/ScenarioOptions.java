package io.runboards.cli;

import io.runboards.simulate.Scenario;
import io.runboards.simulate.Size;
import io.runboards.simulate.incident.Incidents;
import io.runboards.simulate.scrape.Series.Tag;
import io.runboards.site.Setup.Sizes;
import io.runboards.site.Site;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which platform is simulated, and what goes wrong there. */
final class ScenarioOptions {
  private static final int USUAL_GPUS = 8;

  @ArgGroup(exclusive = true)
  private Large large = new Large();

  /** How large it is, in one of two words. */
  private static final class Large {
    @Option(
        names = "--gpus",
        paramLabel = "N",
        description = {
          "How many GPUs, eight in a node.", "Default: as the site says."
        })
    private Optional<Integer> gpus = Optional.empty();

    @Option(
        names = "--nodes",
        paramLabel = "N",
        description = "How many nodes with eight GPUs.")
    private Optional<Integer> nodes = Optional.empty();
  }

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "Which of all platforms of this size. The same",
        "seed always gives the same history. Default: 1."
      })
  private long seed;

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
        seed,
        size(site.setup().sizes()),
        site.installation(),
        site.labels().stream().map(label -> new Tag(label, site.name())).toList(),
        from,
        step,
        incidents.stream().map(choice -> choice.in(Incidents.ALL, from)).toList());
  }

  private Size size(Sizes ofSite) {
    try {
      return large
          .gpus
          .map(Size::ofGpus)
          .or(() -> large.nodes.map(nodes -> new Size(nodes, USUAL_GPUS, 1)))
          .orElseGet(() -> new Size(ofSite.nodes(), ofSite.gpusPerNode(), 1));
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage());
    }
  }
}
