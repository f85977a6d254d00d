package io.runboards.cli;

import io.runboards.deploy.Outcome;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Tells how far a run is: a line that counts on a terminal, else a line every tenth of the way. */
final class Progress implements Consumer<Outcome>, Runnable {
  private static final int FEW = 10;

  private final String what;
  private final long all;
  private final boolean onTerminal;
  private final PrintWriter err;
  private long ended;

  Progress(String what, long all, boolean onTerminal, PrintWriter err) {
    this.what = what;
    this.all = all;
    this.onTerminal = onTerminal;
    this.err = err;
  }

  @Override
  public void accept(Outcome outcome) {
    run();
  }

  /** One more has ended. */
  @Override
  public void run() {
    ended++;
    if (onTerminal) {
      err.print("\r%s: %s of %s%s".formatted(what, ended, all, ended == all ? "\n" : ""));
      err.flush();
    } else if (all >= FEW && ended * 10 / all > (ended - 1) * 10 / all) {
      err.println("%s: %s of %s".formatted(what, ended, all));
      err.flush();
    }
  }
}
