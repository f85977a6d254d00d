package io.runboards.cli;

import java.util.List;

/** The command line with many dashboards, as a process of its own. */
final class DeployProcess {
  private DeployProcess() {}

  public static void main(String[] args) {
    System.exit(Runboards.run(Content.of(List.of(DeployTroubleTest.many())), args));
  }
}
