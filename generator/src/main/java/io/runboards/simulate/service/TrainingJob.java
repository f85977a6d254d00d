package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/**
 * A training that is run again and again: each run is new, and reports as long as it lives.
 *
 * <p>A run that ends well deletes what it has pushed.
 */
final class TrainingJob {
  private final String workload;
  private final String project;
  private final long period;
  private final double busy;
  private final Target target;
  private final Noise noise;
  private TrainingRun run;
  private long number = -1;
  private Trouble trouble = Trouble.NONE;

  /** What a run may suffer from. */
  enum Trouble {
    NONE,
    DIVERGED,
    STANDS_STILL,
    HANGS
  }

  /**
   * A training.
   *
   * @param period seconds from the beginning of one run to that of the next
   * @param busy the part of that time that a run takes
   */
  TrainingJob(
      String workload, String project, long period, double busy, Target target, Noise noise) {
    this.workload = workload;
    this.project = project;
    this.period = period;
    this.busy = busy;
    this.target = target;
    this.noise = noise;
  }

  void calm() {
    trouble = Trouble.NONE;
  }

  void suffer(Trouble from) {
    trouble = from;
  }

  void advance(Moment now) {
    if (run != null && run.isOver(now) && trouble == Trouble.NONE) {
      run.end();
      run = null;
    }
    long due = Math.floorDiv(now.second() - phase(), period);
    if (run == null && due > number && now.second() < phase() + due * period + length(due)) {
      number = due;
      run = begin(due);
    }
    if (run != null) {
      run.advance(now, trouble);
    }
  }

  private TrainingRun begin(long due) {
    String id = "%s-%s".formatted(workload, Long.toString(due, 36));
    return new TrainingRun(
        phase() + due * period, length(due), target.group(), noise.of(due), id, project, workload);
  }

  private long phase() {
    return noise.among((int) period, 0);
  }

  private long length(long due) {
    double some = busy >= 1 ? 1 : busy * noise.of(due).between(0.6, 1, 0);
    return Math.round(some * period);
  }
}
