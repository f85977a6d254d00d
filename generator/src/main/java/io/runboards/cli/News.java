package io.runboards.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * Tells what a run is doing: on a terminal in one line that is written over, else in lines of their
 * own.
 */
final class News implements Consumer<String>, AutoCloseable {
  private final boolean onTerminal;
  private final PrintWriter err;
  private int shown;

  News(boolean onTerminal, PrintWriter err) {
    this.onTerminal = onTerminal;
    this.err = err;
  }

  @Override
  public synchronized void accept(String what) {
    if (onTerminal) {
      err.print("\r" + what + " ".repeat(Math.max(0, shown - what.length())));
      shown = what.length();
    } else {
      err.println(what);
    }
    err.flush();
  }

  /** Leaves nothing of the line. */
  @Override
  public synchronized void close() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
