package io.runboards.simulate.scrape;

import io.runboards.simulate.scrape.Series.Tag;
import java.util.ArrayList;
import java.util.List;

/** All that is scraped, in the order in which it was added. */
public final class Targets {
  private final List<Tag> everywhere;
  private final List<Target> all = new ArrayList<>();

  /**
   * No targets yet.
   *
   * @param everywhere labels that all series carry
   */
  public Targets(List<Tag> everywhere) {
    this.everywhere = List.copyOf(everywhere);
  }

  /** One more, which all are to see. */
  public Target add(String job, String instance) {
    Target target = new Target(job, instance, everywhere);
    all.add(target);
    return target;
  }

  public List<Target> all() {
    return List.copyOf(all);
  }

  /** Those that are scraped by a job. */
  public List<Target> ofJob(String job) {
    return all.stream().filter(target -> target.job().equals(job)).toList();
  }

  /** About how many series all of them show. */
  public int size() {
    return all.stream().mapToInt(Target::size).sum();
  }

  /** Every target shows what it has. */
  public void scrape(Samples out) {
    all.forEach(target -> target.scrape(out));
  }
}
