package io.runboards.simulate.service;

import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.service.TrainingJob.Trouble;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import io.runboards.simulate.time.Part;
import java.util.List;

/** Trainings that push their progress to a Pushgateway. */
public final class TrainingRuns implements Part {
  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;

  private final TrainingJob pretraining;
  private final List<TrainingJob> all;

  TrainingRuns(Targets targets, Noise noise) {
    Target target = targets.add("pushgateway", "pushgateway:9091");
    this.pretraining = job("llm-pretrain", "language", 5 * DAY, 1, target, noise);
    this.all =
        List.of(
            pretraining,
            job("finetune-llama", "language", 16 * HOUR, 0.9, target, noise),
            job("variants", "genomics", 6 * HOUR, 0.8, target, noise),
            job("segmentation", "vision", 10 * HOUR, 0.9, target, noise));
  }

  private static TrainingJob job(
      String workload, String project, long period, double busy, Target target, Noise noise) {
    return new TrainingJob(workload, project, period, busy, target, noise.of(workload));
  }

  /** The loss of the longest run is not a number for now. */
  public void diverge() {
    pretraining.suffer(Trouble.DIVERGED);
  }

  /** The longest run learns nothing for now. */
  public void standStill() {
    pretraining.suffer(Trouble.STANDS_STILL);
  }

  /** The longest run hangs for now, and reports nothing. */
  public void hang() {
    pretraining.suffer(Trouble.HANGS);
  }

  @Override
  public void calm() {
    all.forEach(TrainingJob::calm);
  }

  @Override
  public void advance(Moment now) {
    all.forEach(job -> job.advance(now));
  }
}
