package io.runboards.simulate.cluster;

import io.runboards.simulate.time.Moment;
import io.runboards.simulate.time.Noise;
import java.time.DayOfWeek;

/**
 * Somebody's habit: one workload after the other, each as the one before.
 *
 * @param name how its workloads are called
 * @param project in which project
 * @param kind what they are for
 * @param pods how many pods each has
 * @param gpus the GPUs of each pod
 * @param preemptible whether their GPUs may be taken back
 * @param rhythm when they come
 */
record Lane(
    String name,
    Project project,
    Kind kind,
    int pods,
    double gpus,
    boolean preemptible,
    Rhythm rhythm) {

  /**
   * When workloads come and how long they work.
   *
   * @param every the seconds from one to the next
   * @param first when the first one of an age comes, in seconds
   * @param work for how many seconds each works
   * @param patience after how many seconds of waiting it is withdrawn
   * @param workdays whether none comes at the weekend
   */
  record Rhythm(long every, long first, long work, long patience, boolean workdays) {
    private static final long DAY = 86_400;

    /** One that never ends. */
    static final Rhythm ALWAYS =
        new Rhythm(Request.FOR_EVER, 0, Request.FOR_EVER, Request.FOR_EVER, false);

    /** One after the other, with a short break between. */
    static Rhythm steady(long every, Noise noise) {
      long work = every - Math.round(noise.between(300, 900, 1));
      return new Rhythm(every, (long) (noise.once() * every), work, Request.FOR_EVER, false);
    }

    /** In such an hour of each workday, for so many hours, give or take a little. */
    static Rhythm workday(double hour, double hours, Noise noise) {
      long first = Math.round((hour + noise.between(-0.6, 0.6, 2)) * 3600);
      long work = Math.round((hours + noise.between(-0.6, 0.6, 3)) * 3600);
      return new Rhythm(DAY, first, work, Request.FOR_EVER, true);
    }

    Rhythm withPatience(long seconds) {
      return new Rhythm(every, first, work, seconds, workdays);
    }
  }

  double allGpus() {
    return pods * gpus;
  }

  /** The number of the workload whose time it is. */
  long number(Moment now) {
    return Math.floorDiv(now.second() - rhythm.first(), rhythm.every());
  }

  /** How long the workload whose time it is still has to work, if it is not over. */
  long rest(Moment now) {
    if (rhythm.work() == Request.FOR_EVER) {
      return Request.FOR_EVER;
    }
    return rhythm.work() - Math.floorMod(now.second() - rhythm.first(), rhythm.every());
  }

  boolean comesOn(Moment now) {
    DayOfWeek day = now.at().getDayOfWeek();
    return !rhythm.workdays() || day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
  }

  Noise noise(Noise all, long number) {
    return all.of(project.name()).of(name).of(number);
  }

  /** What is submitted for a number. */
  Request request(Noise own, long rest) {
    String called =
        rhythm.every() == Request.FOR_EVER ? name : name + "-" + Identity.suffix(own.of("name"), 4);
    return new Request(
        called,
        project,
        People.of(project, own),
        kind,
        pods,
        gpus,
        preemptible,
        rest,
        rhythm.patience());
  }
}
