package io.runboards.simulate.write;

import io.runboards.simulate.Scenario;
import io.runboards.simulate.Simulation;
import io.runboards.simulate.scrape.Samples;
import io.runboards.simulate.scrape.Series;

/**
 * A scenario from its first moment to a last.
 *
 * @param scenario what is simulated
 * @param until when it ends, in seconds since 1970; this second is no longer told
 */
public record Backfill(Scenario scenario, long until) {
  public Backfill {
    if (until <= scenario.from()) {
      throw new IllegalArgumentException("a history ends after it begins");
    }
  }

  /**
   * What was told.
   *
   * @param samples how many samples
   * @param series the most series that were there at a time
   */
  public record Told(long samples, long series) {}

  /** How many moments it has. */
  public long moments() {
    return Math.ceilDiv(until - scenario.from(), scenario.step());
  }

  /** Tells it all; {@code next} is called after each moment. The journal stays open. */
  public Told tell(Journal journal, Runnable next) {
    Simulation simulation = Simulation.of(scenario);
    Counted counted = new Counted(journal);
    journal.at(simulation.now().second());
    simulation.scrape(counted);
    counted.endMoment();
    next.run();
    for (long moment = 1; moment < moments(); moment++) {
      simulation.advance();
      journal.at(simulation.now().second());
      simulation.scrape(counted);
      counted.endMoment();
      next.run();
    }
    return new Told(counted.all, counted.most);
  }

  /** Counts what passes by. */
  private static final class Counted implements Samples {
    private final Samples out;
    private long all;
    private long before;
    private long most;

    Counted(Samples out) {
      this.out = out;
    }

    @Override
    public void sample(Series series) {
      all++;
      out.sample(series);
    }

    @Override
    public void gone(Series series) {
      out.gone(series);
    }

    void endMoment() {
      most = Math.max(most, all - before);
      before = all;
    }
  }
}
