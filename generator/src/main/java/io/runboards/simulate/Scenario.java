package io.runboards.simulate;

import io.runboards.catalog.ClusterVersion;
import io.runboards.dashboard.Installation;
import io.runboards.simulate.Incident.Happening;
import io.runboards.simulate.scrape.Series.Tag;
import java.util.List;

/**
 * What is simulated: the same scenario always gives the same samples.
 *
 * @param seed which of all platforms of this kind it is
 * @param size how large it is
 * @param site the version of its clusters, and how they write what no document settles
 * @param everywhere labels that all series carry besides their own
 * @param from the first moment, in seconds since 1970
 * @param step the seconds from one moment to the next
 * @param incidents what goes wrong
 */
public record Scenario(
    long seed,
    Size size,
    Installation site,
    List<Tag> everywhere,
    long from,
    int step,
    List<Happening> incidents) {
  public Scenario {
    everywhere = List.copyOf(everywhere);
    incidents = List.copyOf(incidents);
    if (step < 1) {
      throw new IllegalArgumentException("time goes on in steps of a second at least");
    }
  }

  public ClusterVersion version() {
    return site.version();
  }

  /** The same, with incidents. */
  public Scenario with(List<Happening> others) {
    return new Scenario(seed, size, site, everywhere, from, step, others);
  }

  /** The same on as many clusters at least. */
  public Scenario onClusters(int least) {
    int clusters = Math.max(least, size.clusters());
    Size other = new Size(size.nodes(), size.gpusPerNode(), clusters);
    return new Scenario(seed, other, site, everywhere, from, step, incidents);
  }

  /** The same from another moment on, in other steps. */
  public Scenario starting(long second, int stepSeconds) {
    return new Scenario(seed, size, site, everywhere, second, stepSeconds, incidents);
  }
}
