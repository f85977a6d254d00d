package io.runboards.cli;

import io.runboards.deploy.Outcome;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Tells how far a run is: a line that counts on a terminal, else a line every tenth of the way. */
final class Progress implements Consumer<Outcome> {
  private static final int FEW = 10;

  private final String organisation;
  private final long all;
  private final boolean onTerminal;
  private final PrintWriter err;
  private long ended;

  Progress(String organisation, long all, boolean onTerminal, PrintWriter err) {
    this.organisation = organisation;
    this.all = all;
    this.onTerminal = onTerminal;
    this.err = err;
  }

  @Override
  public void accept(Outcome outcome) {
    ended++;
    if (onTerminal) {
      err.print("\r%s: %s of %s%s".formatted(organisation, ended, all, ended == all ? "\n" : ""));
      err.flush();
    } else if (all >= FEW && ended * 10 / all > (ended - 1) * 10 / all) {
      err.println("%s: %s of %s".formatted(organisation, ended, all));
      err.flush();
    }
  }
}
