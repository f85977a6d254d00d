package io.runboards.http;

/** A request to which no usable answer came. */
public final class Unanswered extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Reason reason;

  /** Why there is no answer. */
  public enum Reason {
    /** No connection: the request cannot have had an effect. */
    NOT_CONNECTED,
    /** The server is not who it should be, or does not believe us: nothing was asked. */
    UNTRUSTED,
    /** The connection broke or time ran out: nobody knows whether the request had an effect. */
    LOST,
    /** There was an answer that cannot be read. */
    UNREADABLE
  }

  Unanswered(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
