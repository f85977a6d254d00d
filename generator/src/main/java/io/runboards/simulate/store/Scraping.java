package io.runboards.simulate.store;

import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Part;
import java.util.List;

/** What Prometheus finds to scrape, and how much that is. */
public final class Scraping implements Part {
  /** The results of rules, beside what is scraped. */
  private static final double RECORDED = 0.03;

  private final Targets targets;
  private double series;

  Scraping(Targets targets) {
    this.targets = targets;
    this.series = targets.size();
  }

  /** This part of a job's targets does not answer in this step, but at least one. */
  public void cutOff(String job, double share) {
    List<Target> all = targets.ofJob(job);
    long many = (long) Math.ceil(share * all.size());
    all.stream().limit(many).forEach(Target::cutOff);
  }

  /** The targets of a job are not found in this step. */
  public void forget(String job) {
    targets.ofJob(job).forEach(Target::forget);
  }

  /** The first target of a job shows at least so many series more, and more than all others. */
  public void explode(String job, int least) {
    int more = Math.max(least, targets.size());
    targets.ofJob(job).stream().limit(1).forEach(target -> target.alsoShows(more));
  }

  @Override
  public void calm() {
    targets.all().forEach(Target::calm);
  }

  @Override
  public void advance(Moment now) {
    series = targets.size();
  }

  /** The series that are scraped now. */
  public double series() {
    return series;
  }

  /** The series that rules make of them. */
  double recorded() {
    return series * RECORDED;
  }
}
