package io.runboards.simulate.service;

import io.runboards.catalog.Training;
import io.runboards.simulate.scrape.Gauge;
import io.runboards.simulate.scrape.Group;
import io.runboards.simulate.service.TrainingJob.Trouble;
import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;

/** A run of a training: its loss falls fast at first and slowly later, and never quite smoothly. */
final class TrainingRun {
  private static final int PUSHES_EVERY = 60;
  private static final double LEAST = 1.6;
  private static final double TO_LEARN = 2.5;
  private static final double SPEED = 3;
  private static final double ROUGH = 0.0008;

  private final long begin;
  private final long length;
  private final Group group;
  private final Noise noise;
  private final Gauge loss;
  private final Gauge lastPush;
  private long lost;
  private long pushed;

  TrainingRun(
      long begin,
      long length,
      Group group,
      Noise noise,
      String id,
      String project,
      String workload) {
    this.begin = begin;
    this.length = length;
    this.group = group;
    this.noise = noise;
    this.loss = group.gauge(Training.LOSS, id, project, workload);
    this.lastPush = group.gauge(Training.LAST_PUSH_TIMESTAMP_SECONDS, id, project, workload);
    this.pushed = begin;
  }

  boolean isOver(Moment now) {
    return now.second() - lost >= begin + length;
  }

  void end() {
    group.end();
  }

  void advance(Moment now, Trouble trouble) {
    if (trouble != Trouble.NONE) {
      lost += now.step();
    }
    long push = now.second() - Math.floorMod(now.second() - begin, PUSHES_EVERY);
    if (trouble == Trouble.HANGS || push <= pushed) {
      return;
    }
    pushed = push;
    lastPush.set(push);
    loss.set(trouble == Trouble.DIVERGED ? Double.NaN : learnt(now.second() - lost, push));
  }

  private double learnt(long second, long push) {
    double done = (double) (second - begin) / length;
    double smooth = LEAST + TO_LEARN * Math.exp(-SPEED * done);
    return smooth * (1 + ROUGH * noise.bell(push));
  }
}
