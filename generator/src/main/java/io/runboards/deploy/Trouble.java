package io.runboards.deploy;

import java.time.Duration;
import java.util.Optional;

/** A request that did not do what it was for. */
public final class Trouble extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Kind kind;
  private final transient Optional<Duration> pause;

  /** What is to be done about it. */
  public enum Kind {
    /** Ask again later: the server was busy, or the answer was lost. It may have had an effect. */
    PASSING,
    /** Somebody changed the thing meanwhile. */
    CHANGED,
    /** It will not work, however often it is tried. */
    FINAL
  }

  public Trouble(Kind kind, String message) {
    this(kind, message, Optional.empty());
  }

  /**
   * @param pause how long the server wants to be left alone
   */
  public Trouble(Kind kind, String message, Optional<Duration> pause) {
    super(message);
    this.kind = kind;
    this.pause = pause;
  }

  public Kind kind() {
    return kind;
  }

  public Optional<Duration> pause() {
    return pause;
  }
}
