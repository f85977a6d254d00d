package io.runboards.simulate;

import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param name its name in kebab-case
 * @param title what happens, in a few words
 * @param story what happens and how it comes, in a sentence or two
 * @param lasts how long it lasts
 * @param before how long all is well before it, so that there is something to compare with
 * @param after how long its effects are looked for when it is over
 * @param clusters how many clusters there must be for it to be seen
 * @param effect what it does in each step
 */
public record Incident(
    String name,
    String title,
    String story,
    Duration lasts,
    Duration before,
    Duration after,
    int clusters,
    Effect effect) {
  private static final Duration USUAL_BEFORE = Duration.ofMinutes(45);
  private static final Duration USUAL_AFTER = Duration.ofMinutes(10);

  /** An incident the effects of which show soon. */
  public Incident(String name, String title, String story, Duration lasts, Effect effect) {
    this(name, title, story, lasts, USUAL_BEFORE, USUAL_AFTER, 1, effect);
  }

  /** The same with a longer history before it. */
  public Incident comingAfter(Duration history) {
    return new Incident(name, title, story, lasts, history, after, clusters, effect);
  }

  /** The same, whose effects last longer than itself. */
  public Incident lingering(Duration longer) {
    return new Incident(name, title, story, lasts, before, longer, clusters, effect);
  }

  /** The same, which is seen only where there are several clusters. */
  public Incident amongClusters(int least) {
    return new Incident(name, title, story, lasts, before, after, least, effect);
  }

  /** What an incident does to a platform in a step. It is forgotten before the next one. */
  @FunctionalInterface
  public interface Effect {
    /**
     * Disturbs what goes wrong.
     *
     * @param seconds for how long the incident has lasted
     */
    void disturb(Platform platform, long seconds);
  }

  /** The incident in a simulation. */
  public Happening from(long second) {
    return new Happening(this, second);
  }

  /**
   * An incident that begins at some time.
   *
   * @param incident the incident
   * @param from when it begins, in seconds since 1970
   */
  public record Happening(Incident incident, long from) {
    boolean isOn(long second) {
      return second >= from && second < until();
    }

    /** When it has ended, in seconds since 1970. */
    public long until() {
      return from + incident.lasts.toSeconds();
    }
  }
}
