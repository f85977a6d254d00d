package io.runboards.dashboards;

import io.runboards.alerts.AllRules;
import io.runboards.cli.Content;
import io.runboards.cli.Runboards;

/** Puts the workspace together and hands it to the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Runboards.run(new Content(All.DASHBOARDS, AllRules.RULES), args));
  }
}
