package io.runboards.emit.alertmanager;

import io.runboards.rules.Urgency;

/** How patiently alerts are told: those that page at once, the others gathered. */
public enum Pace {
  CRITICAL("10s", "1m", "1h"),
  WARNING("1m", "10m", "1d"),
  INFO("5m", "1h", "3d"),
  /**
   * Every five minutes. What is due is looked for once a minute, and four minutes after one beat
   * the next is not quite due: so it is a minute later.
   */
  HEARTBEAT("0s", "1m", "4m");

  private final String wait;
  private final String interval;
  private final String repeat;

  Pace(String wait, String interval, String repeat) {
    this.wait = wait;
    this.interval = interval;
    this.repeat = repeat;
  }

  static Pace of(Urgency urgency) {
    return switch (urgency) {
      case CRITICAL -> CRITICAL;
      case WARNING -> WARNING;
      case INFO -> INFO;
    };
  }

  /** How long to gather alerts before the first message. */
  public String waiting() {
    return wait;
  }

  /** How long to gather further ones. */
  public String interval() {
    return interval;
  }

  /**
   * After how long to say again what has not ended. Shorter than Alertmanager remembers: 5 days.
   */
  public String repeat() {
    return repeat;
  }
}
