package io.runboards.standin;

import java.net.URI;
import java.time.Duration;

/** A way in which a request goes wrong. */
public sealed interface Fault {
  /** Nothing goes wrong. */
  record None() implements Fault {}

  /** The answer comes late. */
  record Slow(Duration by) implements Fault {}

  /** Status 429; nothing happens. */
  record Busy(int seconds) implements Fault {}

  /** Status 500, as when SQLite is written to by others; nothing happens. */
  record Locked() implements Fault {}

  /** Status 502 with a page of a proxy; nothing happens. */
  record BadGateway() implements Fault {}

  /** Status 410, as when a list grew too old to be continued; nothing happens. */
  record Expired() implements Fault {}

  /** The connection breaks; nothing happens. */
  record CutBefore() implements Fault {}

  /** The request takes effect, and the connection breaks. */
  record CutAfter() implements Fault {}

  /** The request takes effect, and the answer comes byte by byte. */
  record Trickle(Duration each) implements Fault {}

  /** The request takes effect, and the answer is long. */
  record Huge(long bytes) implements Fault {}

  /** The request takes effect, and the answer is half of what it should be. */
  record NotJson() implements Fault {}

  /** The request takes effect, and the answer nests. */
  record Deep(int levels) implements Fault {}

  /** The request takes effect, and before the answer comes, somebody else does something. */
  record Meanwhile(Runnable deed) implements Fault {}

  /** The request is sent on; nothing happens. */
  record Redirect(URI to) implements Fault {}

  /** Whether the request still takes effect. */
  default boolean happens() {
    return switch (this) {
      case Busy busy -> false;
      case Locked locked -> false;
      case BadGateway gateway -> false;
      case CutBefore cut -> false;
      case Expired expired -> false;
      case Redirect redirect -> false;
      default -> true;
    };
  }
}
